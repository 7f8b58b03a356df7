"""Tallies side by side: who counted what over which days, whether the figures hold together, and who doubts them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from communique.domain.incident import Citation
from communique.truce.scoped import area_words, quoted
from communique.truce.sitrep.content import Listed, Paragraph, Section, Sentence, Sentences, Table
from communique.truce.sitrep.words import day, doubt, names, plain, short, speaker, upper
from communique.truce.sums import Carry
from communique.truce.tallies import NO_UNIT, Counted, Window

COLUMNS = ("Up to", "Counted by", "Count", "Unit", "Over", "Where", "Laid to", "Parts")


def counting(windows: Sequence[Window], carries: Sequence[Carry]) -> Section:
    """The section on tallies; it says so where no count was read."""
    if not windows:
        return Section("Tallies side by side", (Paragraph(plain("No count of violations was read for this period.")),))
    intro = plain(
        "Each side's own count, as it gives it. Counts are not added over sides; counts in different units are not "
        "compared."
    )
    rows = tuple(_row(window, one) for window in windows for one in window.counts)
    notes = tuple(_notes(windows, carries))
    parts = (Paragraph(intro), Table(COLUMNS, rows, (2,)))
    return Section("Tallies side by side", (*parts, Listed(notes)) if notes else parts)


def _row(window: Window, one: Counted) -> tuple[Sentences, ...]:
    unit, _, accused = one.kind
    unnamed = "" if one.named else " (no agreement named)"
    sums = f" ({one.sums.says})" if one.sums else ""
    parts = "; ".join(f"{place}: {_figure(value.low, value.high)}" for place, value in one.tally.parts)
    return (
        plain(day(window.end)),
        plain(f"{one.counter}{unnamed}"),
        plain(_figure(one.tally.low, one.tally.high), _cited(one)),
        plain("" if unit == NO_UNIT else unit),
        plain(_over(one)),
        plain(_area(one)),
        plain(names(party.name for party in one.tally.accused) if accused else ""),
        plain(f"{parts}{sums}"),
    )


def _area(one: Counted) -> str:
    if one.opinion.zones and one.kind[1]:
        return names(one.kind[1])
    if one.kind[1]:
        return quoted(area_words(one.opinion.scope or ""))
    return "all zones" if one.opinion.everywhere or one.opinion.zones else "not said"


def _figure(low: int | None, high: int | None) -> str:
    if low is None and high is None:
        return "?"
    if low == high:
        return str(low)
    return f"{low}–{high}" if low is not None and high is not None else f"≥ {low}" if high is None else f"≤ {high}"


def _over(one: Counted) -> str:
    tally = one.tally
    if tally.period:
        return f"“{tally.period}”" + (", running total" if tally.cumulative else "")
    if tally.start and tally.end and tally.start != tally.end:
        return f"{short(tally.start)} – {short(tally.end)}"
    return "running total" if tally.cumulative else "not said"


def _cited(one: Counted) -> tuple[Citation, ...]:
    return (one.opinion.cited, *(other.cited for other in one.repeats))


def _notes(windows: Iterable[Window], carries: Iterable[Carry]) -> Iterator[Sentences]:
    for window in windows:
        for apart in window.differences:
            cited = (*_cited(apart.one), *_cited(apart.other))
            yield plain(f"{upper(short(window.end))}: {apart.says}.", cited)
        if window.units:
            told = names(f"{upper(unit) if unit == NO_UNIT else unit + 's'}" for unit in window.units)
            cited = tuple(citation for one in window.counts for citation in _cited(one))
            yield plain(f"{upper(short(window.end))}: not comparable, the units differ ({told}).", cited)
        for one in window.counts:
            if one.sums is not None and one.sums.verdict in {"partial", "does not add up", "more than the total"}:
                yield plain(f"{upper(short(window.end))}, {one.counter}: {one.sums.says}.", _cited(one))
        for unsure in window.doubts:
            who = speaker(unsure.cited, anonymous=unsure.anonymous)
            yield (Sentence(f"{upper(short(window.end))}: {who} {doubt(unsure)}.", (unsure.cited,)),)
    for carry in carries:
        cited = (*_cited(carry.earlier), *(c for one in carry.between for c in _cited(one)), *_cited(carry.later))
        yield plain(f"{carry.later.counter}, running total: {carry.says}.", cited)
