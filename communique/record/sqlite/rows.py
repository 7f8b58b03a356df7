"""A reading as rows of the tables that are searched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.domain.agreement import Instrument
from communique.domain.attribution import Statement
from communique.domain.reading import Findings, Reading
from communique.domain.span import Span, hull
from communique.record.chain import levels
from communique.record.names import folded
from communique.record.speakers import Speaker, speakers


@dataclass(frozen=True, slots=True)
class Indexed:
    """A statement with all that it is found by; `dates` are the first and the last day its content names."""

    statement: Statement
    quotation: str
    hull: Span | None
    dates: tuple[str | None, str | None]
    speakers: tuple[Speaker, ...]
    levels: tuple[int, ...]
    instruments: tuple[Instrument, ...]


def indexed(reading: Reading) -> Iterator[Indexed]:
    """Every statement of the reading, in order."""
    found = reading.findings
    voices = {s.id: speakers(reading, s) for s in found.statements}
    chains = levels(found.statements, {s: {v.name for v in spoken} for s, spoken in voices.items()})
    for statement in found.statements:
        content = statement.content
        yield Indexed(
            statement=statement,
            quotation=" … ".join(span.of(reading.report.text) for span in content),
            hull=hull(content) if content else None,
            dates=_dates(found, content),
            speakers=voices[statement.id],
            levels=chains[statement.id],
            instruments=tuple(i for i in found.instruments if _meet(i.spans, content)),
        )


def speaker_rows(row: int, found: Indexed) -> list[tuple[object, ...]]:
    """Rows of `statement_speakers` for the statement in row `row`."""
    return [(row, at, s.actor, s.name, folded(s.name)) for at, s in enumerate(found.speakers)]


def link_rows(row: int, found: Indexed) -> list[tuple[object, ...]]:
    """Rows of `statement_links` for the statement in row `row`."""
    chain = zip(found.levels, found.statement.chain, strict=True)
    return [(row, at, level, name, folded(name)) for at, (level, name) in enumerate(chain)]


def instrument_rows(row: int, found: Indexed) -> list[tuple[object, ...]]:
    """Rows of `statement_instruments` for the statement in row `row`."""
    return [(row, i.id, i.name, i.known, folded(f"{i.name} {i.known or ''}")) for i in found.instruments]


def _meet(spans: tuple[Span, ...], others: tuple[Span, ...]) -> bool:
    return any(a.overlaps(b) for a in spans for b in others)


def _dates(found: Findings, content: tuple[Span, ...]) -> tuple[str | None, str | None]:
    named = [d for d in found.dates if d.start and any(span.covers(d.span) for span in content)]
    if not named:
        return None, None
    return min(d.start or "" for d in named), max(d.end or d.start or "" for d in named)
