"""One truce claim of the gold against the one that answers it, field by field."""

from __future__ import annotations

from collections.abc import Iterator

from bench.truce import fields
from bench.truce.marks import Mark, several, single
from bench.truce.names import alike, right_ones, shown
from communique.domain.reading import Reading
from communique.domain.span import Span
from communique.domain.truce import TruceClaim
from tests.gold.truce.gold import Line, Quote, Truce, alternatives
from tests.gold.truce.quoting import place

DECLARED = frozenset({"announced", "declared"})
"""Words a reading may have for a truce that is said to be declared: the gold calls it unclear whether it is kept."""


def marks(gold: Truce | None, found: TruceClaim | None, reading: Reading) -> Iterator[Mark]:
    """The marks of one pair; either side may be missing, not both."""
    yield single(
        "truce claims", gold.span if gold else None, found.span.of(reading.report.text) if found else None, True
    )
    yield from _status(gold, found)
    yield from fields.polarity(gold, found)
    yield from fields.count(
        "truce counts", gold.count if gold else None, found.violations if found else None, unit=True
    )
    yield from fields.severity(gold, found)
    yield from fields.step(gold.step if gold else None, found.step if found else None)
    yield from fields.speaker(gold, found, reading)
    yield from _scope(gold, found)
    yield from _period(gold, found, reading)
    yield from _breakdown(gold, found)
    expected = gold.parties if gold else ()
    actors = found.parties if found else ()
    yield several("parties a count is laid to", expected, shown(actors, reading), right_ones(expected, actors, reading))


def _status(gold: Truce | None, found: TruceClaim | None) -> Iterator[Mark]:
    expected = gold.status if gold else None
    got = found.status if found else None
    listed = alternatives(expected) if expected else ()
    fits = got in listed or (got in DECLARED and "unclear" in listed)
    yield single("status", expected, got, fits)
    stated = expected if expected and "unclear" not in listed else None
    claimed = got if got and got != "unclear" and not (expected and stated is None and fits) else None
    yield single("status, where one is stated", stated, claimed, fits)


def _scope(gold: Truce | None, found: TruceClaim | None) -> Iterator[Mark]:
    expected, got = (gold.zones if gold else ()), (found.zones if found else ())
    yield several("zones of a truce claim", expected, got, len(set(expected) & set(got)))


def _period(gold: Truce | None, found: TruceClaim | None, reading: Reading) -> Iterator[Mark]:
    if gold is None or found is None:
        return
    at = placed(gold.period, gold.span, reading.report.text)
    days = next((d.span for d in reading.findings.dates if d.id == found.period), None)
    got = found.period_text or (days.of(reading.report.text) if days else None)
    fits = bool(at and got and alike(at.of(reading.report.text), got))
    yield single("period of the claims found", at and at.of(reading.report.text), got, fits)
    yield single("cumulative, of the claims found", gold.cumulative or None, found.cumulative or None, True)


def placed(quote: Quote | None, claim: Quote, text: str) -> Span | None:
    """Where a quote of a claim stands."""
    return None if quote is None else Span(*place(quote, text, place(claim, text)))


def _breakdown(gold: Truce | None, found: TruceClaim | None) -> Iterator[Mark]:
    lines, parts = (gold.breakdown if gold else ()), (found.breakdown if found else ())
    said = [f"{part.place} {part.count.low}" for part in parts]
    right = sum(
        any(alike(_words(line.place), part.place) and (line.count.low or 0) == (part.count.low or 0) for part in parts)
        for line in lines
    )
    yield several("lines of a breakdown", [_line(line) for line in lines], said, right)


def _line(line: Line) -> str:
    return f"{_words(line.place)} {line.count.low}"


def _words(quote: Quote) -> str:
    return quote if isinstance(quote, str) else quote[0]
