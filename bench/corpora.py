"""`python -m bench.corpora [DATA.jsonl]`: reads whole corpora and counts what must never happen.

A span outside its text, a statement, date or place whose words are not in the report, a document that raises: each is
counted, and each count must be 0.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from bench.figures import SHARED, Sheet
from bench.scoring import texts
from communique.domain.reading import Reading
from communique.domain.span import Span
from communique.flow.reading import Reader
from communique.ingest import take_text
from communique.settings import load_settings

DEFAULTS = ("fa-kes/dev.jsonl", "re3d/centcom.jsonl", "re3d/uk-government.jsonl")


def main() -> None:
    """Prints documents, statements, errors and faults of each corpus."""
    named = [Path(a) for a in sys.argv[1:]] or [SHARED / "corpora" / name for name in DEFAULTS]
    reader = Reader(load_settings())
    for path in named:
        sheet = Sheet("corpora", path)
        found = texts(path)
        statements = errors = faults = 0
        for t in found:
            try:
                reading = reader.read(take_text(t.text, id=t.id, outlet=t.outlet, published=t.published))
            except Exception as error:
                errors += 1
                print(f"corpora  {t.id}: {type(error).__name__}: {error}")
                continue
            statements += len(reading.findings.statements)
            for fault in faults_of(reading):
                faults += 1
                print(f"corpora  {t.id}: {fault}")
        sheet.line("documents", len(found))
        sheet.line("statements", statements)
        sheet.line("documents with an error", errors)
        sheet.line("spans outside the text or inventions", faults)
        sheet.close()


def faults_of(reading: Reading) -> Iterator[str]:
    """What a reading must never hold, in words: spans outside the text, dates and places that are not in it."""
    text, found = reading.report.text, reading.findings
    for span in _spans(reading):
        if span.end > len(text):
            yield f"a span [{span.start}, {span.end}) in a text of {len(text)}"
    for date in found.dates:
        if date.text != date.span.of(text):
            yield f"a date {date.text!r} that is not in the text"
    for statement in found.statements:
        if not any(s.of(text).strip() for s in statement.content):
            yield f"a statement {statement.id} without words"
    named = {m.place for m in found.mentions if m.place}
    for place in found.places:
        if place.id not in named:
            yield f"a place {place.name!r} that is named nowhere"


def _spans(reading: Reading) -> Iterator[Span]:
    found = reading.findings
    for mention in found.mentions:
        yield mention.span
    for statement in found.statements:
        yield from (*statement.content, *statement.cue, *statement.source_spans)
    yield from (claim.span for claim in found.truce)
    yield from (claim.span for claim in found.violations)
    yield from (span for instrument in found.instruments for span in instrument.spans)
    yield from (span for process in found.processes for span in process.spans)


if __name__ == "__main__":
    main()
