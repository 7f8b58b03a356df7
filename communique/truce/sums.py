"""Whether the figures of a tally hold together: the parts and the total, yesterday's total and today's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.domain.incident import Range, Tallied

if TYPE_CHECKING:
    from communique.truce.tallies import Counted

AND = re.compile(r"\s*[,;]\s*(?:and\s)?|\s+(?:and|or)\s+", re.IGNORECASE)
AROUND = re.compile(r"^(?:in\s|the\s|zone\s|\W)+|(?:\s(?:safe\s)?(?:zone|area)|\W)+$")
ONE_DAY = timedelta(days=1)
ISO_DAY = 10
LONGEST_PLACE = 200  # characters: no list of zones is longer
LONGEST = 62  # days between two running totals over which daily counts are looked for


@dataclass(frozen=True, slots=True)
class SumCheck:
    """The verdict on a breakdown and the sum in figures.

    The verdict is "adds up", "partial", "does not add up", "more than the total" or "open".
    """

    verdict: str
    says: str


@dataclass(frozen=True, slots=True)
class Carry:
    """Two running totals of one counter and whether what was counted between them makes the later one.

    `verdict` is "carries over", "does not carry over", "falls" or "open".
    """

    earlier: Counted
    later: Counted
    between: tuple[Counted, ...]
    verdict: str
    says: str


def exact(tally: Tallied | Range) -> int | None:
    """The number, where it is given as one; None for "several", a range and the unknown."""
    return tally.low if tally.low is not None and tally.low == tally.high else None


def sum_check(tally: Tallied, zones: Iterable[Collection[str]] = ()) -> SumCheck | None:
    """How the parts stand towards the total; None where there are no parts or no total.

    Parts that are less than the total are a part of it, unless they name all of the `zones` there are, each by one of
    its names: then nothing is left to be counted elsewhere. A part without an upper bound leaves the sum open, unless
    the lower bounds are more than the total already.
    """
    total = exact(tally)
    if not tally.parts or total is None:
        return None
    ranges = [part for _, part in tally.parts]
    least = sum(part.low or 0 for part in ranges)
    figures = " + ".join(str(part.low) for part in ranges if part.low is not None)
    if least > total:
        return SumCheck("more than the total", f"more than the total: {figures} = {least}, given as {total}")
    vague = [part.text or "a part" for part in ranges if exact(part) is None]
    if vague:
        return SumCheck("open", f"the sum is open: “{vague[0]}” is no exact number")
    if least == total:
        return SumCheck("adds up", f"adds up: {figures} = {total}")
    if _all_named([place for place, _ in tally.parts], zones):
        return SumCheck("does not add up", f"does not add up: {figures} = {least}, given as {total}")
    return SumCheck("partial", f"partial: {figures} = {least} of {total}")


def _all_named(places: Iterable[str], zones: Iterable[Collection[str]]) -> bool:
    """Whether the places are all of the zones, whatever stands around their names: "in the Tessel valley zone"."""
    bounded = [" ".join(place[:LONGEST_PLACE].split()) for place in places]
    told = {_bare(one) for place in bounded for one in (place, *AND.split(place))}
    wanted = [{_bare(name) for name in names} for names in zones]
    return bool(wanted) and all(names & told for names in wanted)


def _bare(place: str) -> str:
    return AROUND.sub("", " ".join(place.casefold().split()))


def carried(counts: Iterable[Counted]) -> tuple[Carry, ...]:
    """For each counter and kind of count: every two running totals that follow each other, by day."""
    totals: dict[object, dict[str, Counted]] = {}
    daily: dict[object, dict[str, Counted]] = {}
    for one in counts:
        day = one.tally.end or one.opinion.as_of
        if day is None or len(day) != ISO_DAY or exact(one.tally) is None:
            continue
        series = totals if one.tally.cumulative else daily
        if one.tally.cumulative or of_one_day(one.tally):
            series.setdefault((one.counter.casefold(), one.kind), {}).setdefault(day, one)
    found = []
    for series_key, by_day in totals.items():
        days = sorted(by_day)
        for before, after in pairwise(days):
            found.append(_carry(by_day[before], by_day[after], (before, after), daily.get(series_key, {})))
    return tuple(found)


def of_one_day(tally: Tallied) -> bool:
    """Whether the window is a day, or the 24 hours that end on it; one without days is taken for a day's."""
    if tally.start is None or tally.end is None or tally.start == tally.end:
        return True
    return date.fromisoformat(tally.end) - date.fromisoformat(tally.start) == ONE_DAY


def _carry(earlier: Counted, later: Counted, days: tuple[str, str], daily: dict[str, Counted]) -> Carry:
    first, last = exact(earlier.tally) or 0, exact(later.tally) or 0
    if last < first:
        return Carry(earlier, later, (), "falls", f"the total falls from {first} to {last}")
    if (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days > LONGEST:
        return Carry(earlier, later, (), "open", f"{first} to {last}: more than {LONGEST} days lie between them")
    wanted = _days_after(*days)
    between = tuple(daily[day] for day in wanted if day in daily)
    missing = [day for day in wanted if day not in daily]
    if missing:
        open_days = missing[0] if len(missing) == 1 else f"{len(missing)} of {len(wanted)} days"
        return Carry(earlier, later, between, "open", f"{first} to {last}: no count was read for {open_days}")
    figures = " + ".join(str(number) for number in (first, *_numbers(between)))
    made = first + sum(_numbers(between))
    if made == last:
        return Carry(earlier, later, between, "carries over", f"carries over: {figures} = {last}")
    says = f"does not carry over: {figures} = {made}, given as {last}"
    return Carry(earlier, later, between, "does not carry over", says)


def _numbers(counts: Sequence[Counted]) -> list[int]:
    return [exact(one.tally) or 0 for one in counts]


def _days_after(first: str, last: str) -> list[str]:
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    return [(start + timedelta(days=n)).isoformat() for n in range(1, (end - start).days + 1)]
