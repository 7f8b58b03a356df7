"""Where a truce stands, day by day: the attributed opinions that stand on each day, never one flag.

An opinion stands from the day as of which it speaks until the same origin says something newer of the same area. What
was said once and never taken up again stands on, with its age, because nothing in the record ends it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from communique.domain.incident import Opinion
from communique.truce.agreements import Agreement
from communique.truce.scoped import UNNAMED, area_words, only_counts, quoted

WHOLE = "the truce as a whole"
MOMENTS = frozenset({"announced"})
ONE_DAY = timedelta(days=1)
ISO_DAY = 10
Dated = tuple[date, str, str, int, Opinion]  # with who says it first, the opinion's key, and its number


class Standing(NamedTuple):
    """An opinion on a day: said `age` days before, 0 on the day itself. Made by the thousand, so a light thing."""

    opinion: Opinion
    age: int


class Stand(NamedTuple):
    """An opinion with the first and the last day on which it stands, `last` None where nothing newer ends it."""

    opinion: Opinion
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class Area:
    """The opinions on one zone, on the truce as a whole, or on an area that is no zone of the agreement.

    `kind` is "whole", "zone" or "elsewhere"; `stands` are in the order of their first days.
    """

    name: str
    kind: str
    stands: tuple[Stand, ...]

    @property
    def called(self) -> str:
        """The name as it stands in a sentence: the words of a scope that is no zone between quotation marks."""
        return quoted(self.name) if self.kind == "elsewhere" and self.name != UNNAMED else self.name

    def days(self, since: date, until: date) -> Iterator[tuple[date, tuple[Standing, ...]]]:
        """Each day of the period, both ends included, with the opinions that stand on it, newest first."""
        waiting = [stand for stand in self.stands if stand.first <= until and (stand.last or until) >= since]
        now: list[Stand] = []
        at, day = 0, since
        while day <= until:
            now = [stand for stand in now if stand.last is None or stand.last >= day]
            while at < len(waiting) and waiting[at].first <= day:
                now.append(waiting[at])
                at += 1
            yield day, tuple(Standing(stand.opinion, (day - stand.first).days) for stand in reversed(now))
            day += ONE_DAY

    def on(self, day: date) -> tuple[Standing, ...]:
        """The opinions that stand on that day, newest first."""
        return next(self.days(day, day))[1]

    def said(self, since: date, until: date) -> tuple[Stand, ...]:
        """The opinions that were said in the period, oldest first."""
        return tuple(stand for stand in self.stands if since <= stand.first <= until)


@dataclass(frozen=True, slots=True)
class StatusOverTime:
    """The opinions on one agreement over a period, area by area: the whole, its zones in their order, elsewhere.

    `undated` are on this agreement, as of nobody knows which day. `unnamed` name no agreement, in reports that name a
    party of this one: they are shown apart and stand nowhere.
    """

    agreement: str
    since: date
    until: date
    areas: tuple[Area, ...]
    undated: tuple[Opinion, ...] = ()
    unnamed: tuple[Opinion, ...] = ()

    def area(self, name: str) -> Area | None:
        """The area of that name, whatever its case; None where there is none."""
        return next((area for area in self.areas if area.name.casefold() == name.casefold()), None)


def status_over_time(
    opinions: Iterable[Opinion], agreement: Agreement, since: date, until: date, *, zone: str | None = None
) -> StatusOverTime:
    """The opinions on the agreement that stand on a day from `since` to `until`; of one zone only if it is named.

    A zone on which nobody has spoken has an area without opinions. Counts alone are no opinion on where the truce
    stands: they are left to the tallies.
    """
    heard = _without_headlines([opinion for opinion in opinions if speaks_of_status(opinion)])
    own = [opinion for opinion in heard if opinion.agreement == agreement.key]
    days = [(day_of(opinion), opinion) for opinion in own]
    numbered = enumerate(days)  # no two are alike, so that opinions themselves are never compared
    dated = sorted((d, one.cited.origin.casefold(), one.key, n, one) for n, (d, one) in numbered if d and d <= until)
    asked = None if zone is None else {zone}
    return StatusOverTime(
        agreement=agreement.key,
        since=since,
        until=until,
        areas=_areas(dated, agreement, since, zone),
        undated=tuple(one for day, one in days if day is None and _asked(one, asked)),
        unnamed=tuple(_unnamed(heard, agreement, since, until, asked)),
    )


def _without_headlines(heard: Sequence[Opinion]) -> list[Opinion]:
    """The opinions without headlines of which the report tells below: on nobody's authority, or by the same voice."""
    headed = {one.cited.report for one in heard if one.heading}
    if not headed:
        return list(heard)
    told = [one for one in heard if not one.heading and one.cited.report in headed]
    below = {(one.cited.report, who) for one in told for who in (one.cited.origin, None)}
    return [
        one for one in heard if not (one.heading and (one.cited.report, None if one.own else one.cited.origin) in below)
    ]


def speaks_of_status(opinion: Opinion) -> bool:
    """Whether it says where the truce stands: a bare count, a bare call for a step or one broken clause does not.

    "She recalls that the mission recorded no violation" is the mission's count, and no opinion of hers.
    """
    tally = opinion.tally
    if (
        tally is not None
        and tally.high == 0
        and (tally.by or "").casefold() not in {"", opinion.cited.origin.casefold()}
    ):
        return False
    more = (opinion.tally, opinion.step, opinion.severity, opinion.rule)
    return opinion.status != "unclear" or all(one is None for one in more)


def day_of(opinion: Opinion) -> date | None:
    """The day as of which it speaks; None where that is not known to the day."""
    as_of = opinion.as_of
    return date.fromisoformat(as_of) if as_of is not None and len(as_of) == ISO_DAY else None


def _areas(dated: Sequence[Dated], agreement: Agreement, since: date, zone: str | None) -> tuple[Area, ...]:
    """Each opinion in the area or areas it speaks of: what is said of all zones is said of each, and of the whole."""
    zones = [one.name for one in agreement.zones]
    found: dict[str, list[Dated]] = {name: [] for name in zones}
    whole: list[Dated] = []
    elsewhere: dict[str, list[Dated]] = {}
    spelt: dict[str, str] = {}  # an area that is no zone is one area in a headline's capitals and without them
    countries = {agreement.called(key).casefold() for key in agreement.parties if len(key) == 2} | {"", "country"}
    for pair in dated:
        opinion = pair[4]
        scope = area_words(opinion.scope or "")
        named = [name for name in opinion.zones if name in found]
        for name in zones if opinion.everywhere else named:
            found[name].append(pair)
        if opinion.everywhere or (not opinion.zones and scope.casefold().removeprefix("the ") in countries):
            whole.append(pair)
        elif not named:
            area = UNNAMED if only_counts(scope) else scope or area_words(", ".join(opinion.zones))
            elsewhere.setdefault(spelt.setdefault(area.casefold(), area), []).append(pair)
    if zone is not None:
        return (Area(zone, "zone", _in_turn(found.get(zone, []), since)),)
    return (
        Area(WHOLE, "whole", _in_turn(whole, since)),
        *(Area(name, "zone", _in_turn(found[name], since)) for name in zones),
        *(Area(name, "elsewhere", _in_turn(elsewhere[name], since)) for name in sorted(elsewhere)),
    )


def _in_turn(dated: Sequence[Dated], since: date) -> tuple[Stand, ...]:
    """How long each stands: until the day before the same origin's next word, which may be several of one day.

    Nobody can tell whether an unnamed source has spoken again, and that a truce is announced says nothing of how it
    fares: such words stand on their own day alone, and end nothing. `dated` is in the order of the days.
    """
    seen: dict[str, date] = {}  # by origin: the earliest day met so far, and below the day before the one after it
    until: dict[str, date] = {}
    stands = []
    for day, origin, _, _, opinion in reversed(dated):
        if opinion.anonymous or opinion.status in MOMENTS:
            if day >= since:
                stands.append(Stand(opinion, day, day))
            continue
        next_day = seen.get(origin)
        if next_day is None or day < next_day:
            seen[origin] = day
            if next_day is not None:
                until[origin] = next_day - ONE_DAY
        last = until.get(origin)
        if last is None or last >= since:
            stands.append(Stand(opinion, day, last))
    stands.reverse()
    return tuple(stands)


def _asked(opinion: Opinion, zones: set[str] | None) -> bool:
    return zones is None or opinion.everywhere or bool(zones & set(opinion.zones))


def _unnamed(
    heard: Sequence[Opinion], agreement: Agreement, since: date, until: date, zones: set[str] | None
) -> Iterator[Opinion]:
    for opinion in heard:
        if opinion.agreement is None and agreement.key in opinion.perhaps and _asked(opinion, zones):
            day = day_of(opinion)
            if day is None or since <= day <= until:
                yield opinion
