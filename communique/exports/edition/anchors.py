"""Where everything on a page is to be found: an anchor for each passage of the text and each entry of the record.

Anchors are numbered by position in their list ("s3", "a1"), never made of the ids of the record, which may come from
a file that somebody else wrote. `t-…` is the place in the text, `r-…` the entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Protocol

from communique.domain.actor import Mention
from communique.domain.reading import Findings, Reading
from communique.domain.span import Span
from communique.exports.marks import Mark

TALLEST = 4  # as many underlines as fit between two lines of the page


class _Identified(Protocol):
    @property
    def id(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Anchors:
    """The stems of a reading's findings ("s3") by their ids, and its mentions by the entry they belong to."""

    statements: dict[str, str]
    actors: dict[str, str]
    places: dict[str, str]
    dates: dict[str, str]
    instruments: dict[str, str]
    processes: dict[str, str]
    named: dict[str, tuple[tuple[str, Mention], ...]]  # stem of an actor or place → (stem, mention) in reading order

    @classmethod
    def of(cls, findings: Findings) -> Anchors:
        """The anchors of these findings; the first of two findings with one id keeps it."""
        actors, places = _stems("a", findings.actors), _stems("p", findings.places)
        named: dict[str, list[tuple[str, Mention]]] = {}
        for number, mention in enumerate(findings.mentions, 1):
            for entry in (actors.get(mention.actor or ""), places.get(mention.place or "")):
                if entry:
                    named.setdefault(entry, []).append((f"m{number}", mention))
        return cls(
            statements=_stems("s", findings.statements),
            actors=actors,
            places=places,
            dates=_stems("d", findings.dates),
            instruments=_stems("i", findings.instruments),
            processes=_stems("t", findings.processes),
            named={entry: tuple(mentions) for entry, mentions in named.items()},
        )


def _stems(letter: str, findings: Sequence[_Identified]) -> dict[str, str]:
    stems: dict[str, str] = {}
    for number, finding in enumerate(findings, 1):
        stems.setdefault(finding.id, f"{letter}{number}")
    return stems


def marks(reading: Reading, anchors: Anchors) -> tuple[Mark, ...]:
    """Every mark of the page: layers content, source and cue for statements, trace for what has an anchor only,

    link for what leads from the text to its entry, dateline for the opening. A mark's id is its stem.
    """
    found = reading.findings
    dateline = reading.report.anatomy.dateline
    opening = [Mark(dateline.span, "dateline", "dateline")] if dateline else []
    parts = (_statements(found), _claims(found), _unsaid(found), _roles(found), _entries(found), _named(anchors))
    return tuple(chain(opening, *parts))


def _statements(found: Findings) -> Iterator[Mark]:
    for number, statement in enumerate(found.statements, 1):
        layers = (("content", statement.content), ("source", statement.source_spans), ("cue", statement.cue))
        for layer, spans in layers:
            for span in spans:
                yield Mark(span, layer, f"s{number}")


def _claims(found: Findings) -> Iterator[Mark]:
    for number, event in enumerate(found.events, 1):
        yield Mark(event.span, "trace", f"e{number}")
        if event.about:
            yield Mark(event.about, "trace", f"e{number}-about")
        for part, value in (("killed", event.killed), ("injured", event.injured)):
            if value:
                yield Mark(value.span, "trace", f"e{number}-{part}")
    for number, claim in enumerate(found.truce, 1):
        yield Mark(claim.span, "trace", f"c{number}")
        parts: dict[str, Span | None] = {
            "scope": claim.scope_span,
            "count": claim.violations.span if claim.violations else None,
            "severity": claim.severity_span,
            "step": claim.step.span if claim.step else None,
        }
        for part, span in parts.items():
            if span:
                yield Mark(span, "trace", f"c{number}-{part}")
    for number, violation in enumerate(found.violations, 1):
        yield Mark(violation.span, "trace", f"v{number}")
        counts = {"count": violation.count, "killed": violation.killed, "injured": violation.injured}
        told: dict[str, Span | None] = {part: value.span if value else None for part, value in counts.items()}
        told["severity"] = violation.severity_span
        told["step"] = violation.step.span if violation.step else None
        for part, span in told.items():
            if span:
                yield Mark(span, "trace", f"v{number}-{part}")


def _unsaid(found: Findings) -> Iterator[Mark]:
    for number, one in enumerate(found.unsaid, 1):
        for part, spans in (("", one.content), ("-who", one.source_spans), ("-word", one.cue)):
            for span in spans:
                yield Mark(span, "trace", f"u{number}{part}")


def _roles(found: Findings) -> Iterator[Mark]:
    for number, actor in enumerate(found.actors, 1):
        for place, role in enumerate(actor.roles, 1):
            yield Mark(role.span, "trace", f"a{number}-{place}")


def _entries(found: Findings) -> Iterator[Mark]:
    for number, date in enumerate(found.dates, 1):
        yield Mark(date.span, "link", f"d{number}")
    for number, instrument in enumerate(found.instruments, 1):
        for place, span in enumerate(instrument.spans, 1):
            yield Mark(span, "link", f"i{number}-{place}")
    for number, process in enumerate(found.processes, 1):
        for place, span in enumerate(process.spans, 1):
            yield Mark(span, "link", f"t{number}-{place}")


def _named(anchors: Anchors) -> Iterator[Mark]:
    seen: set[str] = set()  # a mention of both an actor and a place is one passage
    for mentions in anchors.named.values():
        for stem, mention in mentions:
            if stem not in seen:
                seen.add(stem)
                yield Mark(mention.span, "link", stem)


def targets(anchors: Anchors) -> dict[str, str]:
    """Which entry a mention's passage leads to, by the stem of the mention."""
    found: dict[str, str] = {}
    for entry, mentions in anchors.named.items():
        for stem, _ in mentions:
            found.setdefault(stem, entry)
    return found
