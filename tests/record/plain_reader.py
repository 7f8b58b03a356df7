"""A reader for tests: one statement a line, written "Voucher: Speaker and Speaker said content"."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from communique.domain.actor import Actor
from communique.domain.agreement import Instrument
from communique.domain.attribution import Statement
from communique.domain.provenance import Provenance
from communique.domain.reading import Findings, Reading
from communique.domain.report import Precision, Published, Report
from communique.domain.span import Span
from communique.domain.when import DateMention

LINE = re.compile(r"^(?:(?P<voucher>[^:\n]+): )?(?P<who>[^:\n]+?) (?P<cue>said|denied|stressed) (?P<content>.+)$", re.M)
STANCES = {"said": "asserts", "denied": "denies", "stressed": "stresses"}
INSTRUMENT = re.compile(r"Brunnhal Memorandum|resolution 3107|Qasrin Protocol")
DAY = re.compile(r"(\d+) March 2031")


def report(
    text: str,
    *,
    source: str = "wire/1.txt",
    outlet: str | None = "VNA",
    published: str | None = "2031-03-14",
    precision: Precision = "day",
    skipped: str | None = None,
) -> Report:
    """A report whose bytes are its text in UTF-8."""
    return Report(
        id=source.rsplit("/", 1)[-1].removesuffix(".txt"),
        source=source,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        text=text,
        outlet=outlet,
        published=None if published is None else Published(date.fromisoformat(published), precision, "given"),
        skipped=skipped,
    )


@dataclass
class PlainReader:
    """Reads by pattern, counts what it has read, and fails where the text says so."""

    version: str = "plain@1"
    read_so_far: list[str] = field(default_factory=list)

    def read(self, report: Report) -> Reading:
        self.read_so_far.append(report.source)
        if "UNREADABLE" in report.text:
            raise ValueError("no such grammar")
        return reading(report, self.version)


def reading(report: Report, version: str = "plain@1") -> Reading:
    """The reading of a report's lines."""
    made = Provenance(version, 0.5)
    names: dict[str, str] = {}
    statements = tuple(_statements(report, made, names))
    found = enumerate(INSTRUMENT.finditer(report.text))
    days = enumerate(DAY.finditer(report.text))
    return Reading(
        report,
        Findings(
            actors=tuple(Actor(key, name, "person", made) for name, key in names.items()),
            dates=tuple(
                DateMention(f"d{n}", Span(*m.span()), m[0], "day", made, f"2031-03-{int(m[1]):02}") for n, m in days
            ),
            statements=statements,
            instruments=tuple(Instrument(f"i{n}", "text", m[0], (Span(*m.span()),), made) for n, m in found),
        ),
    )


def _statements(report: Report, made: Provenance, names: dict[str, str]) -> Iterator[Statement]:
    for number, line in enumerate(LINE.finditer(report.text)):
        anonymous = line["who"].startswith("a ")
        who = [] if anonymous else line["who"].split(" and ")
        for name in who:
            names.setdefault(name, f"a{len(names)}")
        yield Statement(
            id=f"s{number}",
            content=(Span(*line.span("content")),),
            cue=(Span(*line.span("cue")),),
            source_spans=(Span(*line.span("who")),),
            source_actors=tuple(names[name] for name in who),
            mode="indirect",
            stance=STANCES[line["cue"]],
            chain=tuple(filter(None, (report.outlet, line["voucher"], *who))),
            made=made,
            anonymous=anonymous,
        )
