"""Tallies of violations: each side's counts of the same days side by side, and whether their figures hold together.

Counts are never added over sides, and never compared in different units: 180 violations and 1,900 projectiles may be
the same night.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from communique.domain.incident import Opinion, Tallied
from communique.truce.agreements import Agreement
from communique.truce.scoped import area_words
from communique.truce.sums import SumCheck, exact, of_one_day, sum_check

NO_UNIT = "no unit given"
Kind = tuple[str, tuple[str, ...], tuple[str, ...]]  # the unit, the zones (none: all of them), those accused


@dataclass(frozen=True, slots=True)
class Counted:
    """One side's count: the opinion that gives it first, others that repeat it, and whether its parts make its total.

    `named` is false where no words say which agreement is meant.
    """

    counter: str
    opinion: Opinion
    tally: Tallied
    sums: SumCheck | None
    kind: Kind
    named: bool = True
    repeats: tuple[Opinion, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """The lowest and the highest count of one window that are given in one unit for the same area and accused."""

    one: Counted
    other: Counted
    says: str


@dataclass(frozen=True, slots=True)
class Window:
    """The counts that end on one day (ISO, None where no day is known), the doubts about them and what differs.

    `units` tells where sides counted in different units, so that their figures say nothing about each other.
    """

    end: str | None
    counts: tuple[Counted, ...]
    doubts: tuple[Opinion, ...] = ()
    differences: tuple[Difference, ...] = ()
    units: tuple[str, ...] = field(default=())


def windows(opinions: Iterable[Opinion], agreement: Agreement, since: date, until: date) -> tuple[Window, ...]:
    """The windows that end in the period, by day, those without a known day last.

    Counts whose words name no agreement are taken in, and marked, where the report names a party of this one.
    """
    found: dict[str | None, list[Opinion]] = {}
    doubts: dict[str | None, list[Opinion]] = {}
    for opinion in opinions:
        if opinion.agreement != agreement.key and not _perhaps(opinion, agreement):
            continue
        end = end_of(opinion)
        if end is not None and not since.isoformat() <= end <= until.isoformat():
            continue
        if opinion.polarity == "not confirmed":
            doubts.setdefault(end, []).append(opinion)
        elif opinion.tally is not None and opinion.polarity == "asserted":
            found.setdefault(end, []).append(opinion)
    days = sorted(found, key=lambda day: (day is None, day or ""))
    return tuple(_window(day, found[day], _doubts(day, doubts), agreement) for day in days)


def counted(opinion: Opinion, agreement: Agreement) -> Counted | None:
    """The count an opinion gives, None where it gives none."""
    tally = opinion.tally
    if tally is None:
        return None
    return Counted(
        counter=tally.by or opinion.cited.origin,
        opinion=opinion,
        tally=tally,
        sums=sum_check(tally, ((zone.name, zone.key, *zone.aliases) for zone in agreement.zones)),
        kind=_kind(opinion, tally, agreement),
        named=opinion.agreement == agreement.key,
    )


def end_of(opinion: Opinion) -> str | None:
    """The ISO day with which the counted period ends; without a period the day as of which it is told."""
    tally = opinion.tally
    return (tally.end if tally is not None and tally.end and len(tally.end) == 10 else None) or opinion.as_of


def _perhaps(opinion: Opinion, agreement: Agreement) -> bool:
    return opinion.agreement is None and agreement.key in opinion.perhaps


def _kind(opinion: Opinion, tally: Tallied, agreement: Agreement) -> Kind:
    every = {zone.name for zone in agreement.zones}
    zones = () if set(opinion.zones) == every else tuple(sorted(opinion.zones))
    if not opinion.zones and opinion.scope and not opinion.everywhere:
        zones = tuple(filter(None, (area_words(opinion.scope).casefold(),)))
    return tally.unit or NO_UNIT, zones, tuple(sorted(party.known or party.name for party in tally.accused))


def _doubts(day: str | None, doubts: dict[str | None, list[Opinion]]) -> tuple[Opinion, ...]:
    """Who cannot confirm, on the day of the counts or the day after."""
    if day is None:
        return ()
    after = (date.fromisoformat(day) + timedelta(days=1)).isoformat() if len(day) == 10 else day
    return tuple(one for at in dict.fromkeys((day, after)) for one in doubts.get(at, ()))


def _window(end: str | None, opinions: Sequence[Opinion], doubts: tuple[Opinion, ...], agreement: Agreement) -> Window:
    counts = _merged([one for one in (counted(opinion, agreement) for opinion in opinions) if one is not None])
    # Counts of days that nobody knows lie side by side by chance.
    daily = [one for one in counts if not one.tally.cumulative] if end is not None else []
    units = dict.fromkeys(one.kind[0] for one in daily)
    several = len(units) > 1 and len({one.counter.casefold() for one in daily}) > 1
    return Window(end, counts, doubts, tuple(_differences(daily)), tuple(units) if several else ())


def _merged(counts: Sequence[Counted]) -> tuple[Counted, ...]:
    """The same count of the same counter, told by several reports, once."""
    found: dict[object, Counted] = {}
    for one in counts:
        tally = one.tally
        same = (one.counter.casefold(), one.kind, tally.low, tally.high, bool(tally.cumulative))
        if same in found:
            first = found[same]
            found[same] = Counted(
                counter=first.counter,
                opinion=first.opinion,
                tally=first.tally if first.tally.parts or not tally.parts else tally,
                sums=first.sums or one.sums,
                kind=first.kind,
                named=first.named or one.named,
                repeats=(*first.repeats, one.opinion),
            )
        else:
            found[same] = one
    return tuple(found.values())


def _differences(counts: Sequence[Counted]) -> Iterator[Difference]:
    """One a kind of count: the lowest against the highest, so that many voices make no list of all their pairs."""
    by_kind: dict[Kind, list[Counted]] = {}
    for one in counts:
        if exact(one.tally) is not None:
            by_kind.setdefault(one.kind, []).append(one)
    for kind, alike in by_kind.items():
        lowest, highest = min(alike, key=_number), max(alike, key=_number)
        apart = _number(highest) - _number(lowest)
        if apart and lowest.counter.casefold() != highest.counter.casefold() and _same_days(lowest, highest):
            unit = "" if kind[0] == NO_UNIT else f" {kind[0] if apart == 1 else kind[0] + 's'}"
            says = f"{highest.counter}: {_number(highest)}, {lowest.counter}: {_number(lowest)}; {apart}{unit} apart"
            yield Difference(highest, lowest, says)


def _number(one: Counted) -> int:
    return exact(one.tally) or 0


def _same_days(one: Counted, other: Counted) -> bool:
    """Whether both counted over the same days; a count that names no days goes with one of a day or 24 hours."""
    if one.tally.start is None or other.tally.start is None:
        return of_one_day(one.tally) and of_one_day(other.tally)
    return one.tally.start == other.tally.start
