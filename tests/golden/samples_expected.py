"""What each sample report must yield, annotated by hand: typed, found in the report's text, and checked.

    python -m golden.samples_expected     (in tests/) checks every file and prints each fault; status 1 if there is one

`load_all()` gives the expectations to the tests. A quoted piece of text is a plain string where it stands once in the
report, else an object that also says which one (`nth`, from 0) and a longer piece that stands once and holds it (`in`).
A speaker or a link of a chain may have several acceptable names, parted with " | "; two speakers of one statement are
joined with " & ".
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import msgspec

from communique.domain.span import Span

from .expectation import (
    Date,
    Dateline,
    Event,
    Instrument,
    Process,
    Published,
    Quote,
    Repeated,
    Role,
    Shape,
    Statement,
    Truce,
    Violation,
)
from .sample_text import sample_text

HERE = Path(__file__).parent
EXPECTED = HERE / "samples"
SENTENCES = HERE / "sentences.jsonl"
SAMPLES = HERE.parent.parent / "samples"


class Expected(Shape, frozen=True):
    """One report's expectation; the lists other than statements name what must be found, not all that may be."""

    report: str
    id: str | None
    outlet: str | None
    published: Published | None
    headline: Quote | None
    dateline: Dateline | None
    byline: Quote | None
    subheads: tuple[Quote, ...]
    furniture: tuple[Quote, ...]
    statements: tuple[Statement, ...]
    maybe_statements: tuple[tuple[Quote, ...], ...]  # neither asked for nor held against the reader
    never_statements: tuple[Quote, ...]  # no statement may have one of these as its content
    instruments: tuple[Instrument, ...]
    processes: tuple[Process, ...]
    dates: tuple[Date, ...]
    places: tuple[str, ...]
    roles: tuple[Role, ...]
    events: tuple[Event, ...]
    truce: tuple[Truce, ...]
    violations: tuple[Violation, ...]

    @property
    def path(self) -> Path:
        return SAMPLES / self.report

    @property
    def text(self) -> str:
        """The report's text as a reader of the page sees it (the tool's own text may hold more white space)."""
        return sample_text(self.path, self.id)


class Sentence(Shape, frozen=True):
    """One row of sentences.jsonl: the cue form it shows, and the statements it holds (none: a hard negative)."""

    form: str
    text: str
    statements: tuple[Statement, ...]


def load_all() -> dict[str, Expected]:
    """The expectation of every sample report, by name."""
    return {p.stem: msgspec.json.decode(p.read_bytes(), type=Expected) for p in sorted(EXPECTED.glob("*.json"))}


def load_sentences() -> tuple[Sentence, ...]:
    """The rows of the table of single sentences."""
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    return tuple(msgspec.json.decode(line, type=Sentence) for line in lines)


def locate(quote: Quote, text: str) -> Span:
    """Where a piece stands in a report's text; ValueError says why it cannot be told."""
    if isinstance(quote, str):
        if text.count(quote) != 1:
            raise ValueError(f"stands {text.count(quote)} times in the text, not once: {quote!r}")
        start = text.index(quote)
        return Span(start, start + len(quote))
    if text.count(quote.inside) != 1:
        raise ValueError(f"stands {text.count(quote.inside)} times in the text, not once: {quote.inside!r}")
    if quote.text not in quote.inside:
        raise ValueError(f"{quote.text!r} does not stand in {quote.inside!r}")
    start = text.index(quote.inside) + quote.inside.index(quote.text)
    return Span(start, start + len(quote.text))


def faults(expected: Expected) -> Iterator[str]:
    """What is wrong with one expectation, in words."""
    text = expected.text
    for quote in quotes(msgspec.to_builtins(expected)):
        yield from _unplaced(quote, text)
    yield from _unlinked(expected.statements, text, expected.outlet)
    last = len(expected.statements)
    claims: tuple[Event | Truce | Violation, ...] = (*expected.events, *expected.truce, *expected.violations)
    for claim in claims:
        if claim.said_in is not None and not 0 <= claim.said_in < last:
            yield f"said_in {claim.said_in} is no statement"


def sentence_faults(row: Sentence) -> Iterator[str]:
    """What is wrong with one row of sentences.jsonl, in words."""
    for quote in quotes(msgspec.to_builtins(row.statements)):
        yield from _unplaced(quote, row.text)
    yield from _unlinked(row.statements, row.text, None)


def quotes(value: object, key: str = "") -> Iterator[Quote]:
    """Every piece of text an expectation quotes, wherever it stands."""
    fields = {"headline", "byline", "subheads", "furniture", "content", "source", "span", "severity_span"}
    if isinstance(value, dict):
        if "in" in value:
            yield msgspec.convert(value, Repeated)
            return
        for name, inner in value.items():
            yield from quotes(inner, name)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from quotes(inner, key)
    elif isinstance(value, str) and key in fields | {"text", "maybe_statements", "never_statements"}:
        yield value


def _unplaced(quote: Quote, text: str) -> Iterator[str]:
    try:
        found = locate(quote, text)
    except ValueError as error:
        yield str(error)
        return
    if isinstance(quote, Repeated):
        nth = sum(text.startswith(quote.text, at) for at in range(found.start))
        if nth != quote.nth:
            yield f"{quote.text!r} in {quote.inside!r} is number {nth}, not {quote.nth}"


def _unlinked(statements: tuple[Statement, ...], text: str, outlet: str | None) -> Iterator[str]:
    for number, statement in enumerate(statements):
        if statement.mode not in ("direct", "indirect", "mixed"):
            yield f"statement {number}: mode {statement.mode}"
        if outlet is not None and statement.chain[0] != outlet:
            yield f"statement {number}: its chain begins with {statement.chain[0]}, the report's outlet is {outlet}"
        if statement.chain[-1] != " & ".join(statement.speakers):
            yield f"statement {number}: its chain ends with {statement.chain[-1]}, not with the speaker"
        if statement.within is not None and not _inside(statement, statements[statement.within], text):
            yield f"statement {number}: it does not lie in the content of {statement.within}"


def _inside(inner: Statement, outer: Statement, text: str) -> bool:
    frame = [locate(quote, text) for quote in outer.content]
    return all(any(span.covers(locate(quote, text)) for span in frame) for quote in inner.content)


def unexpected() -> Iterator[str]:
    """Sample reports that have no expectation."""
    wanted = {(e.report, e.id) for e in load_all().values()}
    for path in sorted((SAMPLES / "reports").iterdir()):
        lines = path.read_text(encoding="utf-8").splitlines() if path.suffix == ".jsonl" else []
        for name in [json.loads(line)["id"] for line in lines] or [None]:
            if (f"reports/{path.name}", name) not in wanted:
                yield f"{path.name}{f' ({name})' if name else ''}: no expectation"


def main() -> int:
    """Prints every fault; 1 if there is one."""
    found = list(unexpected())
    everything = load_all()
    for name, expected in everything.items():
        found += [f"{name}: {fault}" for fault in faults(expected)]
    for row in load_sentences():
        found += [f"{row.form}: {fault}" for fault in sentence_faults(row)]
    counted = f"{len(everything)} reports, {len(load_sentences())} sentences"
    print("\n".join(found) or f"{counted}: every piece is in its text")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
