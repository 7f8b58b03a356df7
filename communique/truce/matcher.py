"""Which claims are of one happening: links with strength and reason, sure ones few, the rest for a person to decide.

Claims are compared only with those of the same days and the squares of the map around them, so that a hundred thousand
rows of a table take no longer than the claims that reports add to them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from communique.domain.incident import IncidentClaim
from communique.record.groups import Link
from communique.truce.kinship import weights
from communique.truce.likeness import likeness
from communique.truce.pointing import pointed
from communique.truce.sequence import leads
from communique.truce.traits import Traits, disjoint, traits_of

LONGEST = 14  # days: a claim of a whole month is compared with nobody else's, it would fit all of them
SQUARE = 0.5  # degrees
FINE = 0.1  # degrees; of two rows of tables, each with its day and its place, only near ones are worth comparing
CLAIMS = 150  # of one report that are all compared with each other; in a longer one, neighbours only
NEIGHBOURS = 20
AS_GOOD = 0.1  # two candidates that close are equally good

Square = tuple[int, int, int]  # day, and degrees of latitude and longitude in squares
Squares = defaultdict[Square, list[int]]


@dataclass(frozen=True, slots=True)
class Matched:
    """Links, and pairs of claims that their own source tells apart."""

    links: tuple[Link, ...]
    apart: tuple[tuple[str, str], ...]


def match(claims: Sequence[IncidentClaim]) -> Matched:
    """What links the claims, each two of them at most once, and what keeps some apart."""
    traits = [traits_of(claim) for claim in claims]
    reports = _by_report(traits)
    foes = [pair for told in reports for pair in _told_apart(told)]
    links = [link for told in reports for link in _inside(told)]
    links += _across(traits)
    return Matched(tuple(_unambiguous(list(pointed(links, traits)), foes, traits)), tuple(foes))


def labels(claims: Iterable[IncidentClaim]) -> dict[str, str]:
    """By the key of each imported row, its table: two rows of one are two happenings until a person joins them."""
    return {claim.key: claim.key.partition(":")[0] for claim in claims if claim.cited.row is not None}


def _by_report(traits: Sequence[Traits]) -> list[list[Traits]]:
    reports: defaultdict[str, list[Traits]] = defaultdict(list)
    for one in traits:
        if one.dataset is None:
            reports[one.report].append(one)
    return list(reports.values())


def _pairs(told: Sequence[Traits]) -> Iterator[tuple[Traits, Traits]]:
    reach = len(told) if len(told) <= CLAIMS else NEIGHBOURS
    for at, one in enumerate(told):
        for other in told[at + 1 : at + 1 + reach]:
            yield one, other


def _inside(told: Sequence[Traits]) -> Iterator[Link]:
    only = _of_one_happening(told)
    following = {(told[after].claim.key, told[lead].claim.key) for after, lead in leads(told).items()}
    for one, other in _pairs(told):
        keys = one.claim.key, other.claim.key
        link = likeness(one, other, only=only, goes_on=keys in following or keys[::-1] in following)
        if link is not None:
            yield link


def _of_one_happening(told: Sequence[Traits]) -> bool:
    """Whether no two claims of the report give different days or different places."""
    days = {(one.first, one.last) for one in told if one.first is not None}
    places = {one.place for one in told if one.place is not None}
    return len(days) <= 1 and len(places) <= 1


def _told_apart(told: Sequence[Traits]) -> Iterator[tuple[str, str]]:
    """Claims of one voice in one report with other days, hours or numbers of dead: two happenings."""
    for one, other in _pairs(told):
        if one.voice == other.voice and (
            one.hours_apart(other) or (one.settled and other.settled and _different(one, other))
        ):
            yield one.claim.key, other.claim.key


def _different(one: Traits, other: Traits) -> bool:
    a, b = one.claim.killed, other.claim.killed
    if a is not None and b is not None and disjoint(a, b):
        return True
    return max(one.first or 0, other.first or 0) > min(one.last or 0, other.last or 0)


def _across(traits: Sequence[Traits]) -> Iterator[Link]:
    """Links between reports, between tables, and between both."""
    index = _Index(traits)
    for mine, one in enumerate(traits):
        if not _asks(one, index.largest):
            continue
        for number in index.candidates(one):
            other = traits[number]
            if number == mine or (other.report == one.report and other.dataset == one.dataset):
                continue
            met = _asks(other, index.largest) and (one.dataset is None) == (other.dataset is None)
            if number < mine and met and not _adrift(one):
                continue  # it has been compared with this one already
            link = likeness(one, other)
            if link is not None:
                yield link


def _asks(one: Traits, largest: str | None) -> bool:
    """Whether a claim looks for others; rows of the largest table are only found: each pair is met from one side."""
    return one.dataset is None or one.dataset != largest


def _adrift(one: Traits) -> bool:
    """Whether it gives neither day nor place: then it looks for others, and nobody finds it."""
    return one.first is None and one.place is None


def _largest(traits: Sequence[Traits]) -> str | None:
    counted = Counter(one.dataset for one in traits if one.dataset is not None)
    return counted.most_common(1)[0][0] if counted else None


class _Index:
    """Claims by day and square, by day alone where their place is rough or unknown, and by name where no day is."""

    def __init__(self, traits: Sequence[Traits]) -> None:
        self.largest = _largest(traits)
        self._squares: Squares = defaultdict(list)
        self._fine: Squares = defaultdict(list)  # rows alone
        self._rough: defaultdict[int, list[int]] = defaultdict(list)
        self._days: defaultdict[int, list[int]] = defaultdict(list)
        self._undated: defaultdict[str, list[int]] = defaultdict(list)
        self._told: defaultdict[int, list[int]] = defaultdict(list)  # by reports, with what was hit
        for number, one in enumerate(traits):
            self._enter(number, one)

    def candidates(self, one: Traits) -> list[int]:
        """The numbers of the claims worth comparing, each once, in order."""
        found: set[int] = set()
        if one.dataset is not None and one.first is not None and one.last is not None:
            if _precise(one) and one.span <= LONGEST:
                for day in range(one.first, one.last + 1):
                    found.update(_around(self._fine, day, one, FINE))
        elif one.first is None or one.last is None:
            found.update(self._undated_near(one))
        elif one.span <= LONGEST:
            for day in range(one.first - 1, one.last + 2):
                found.update(self._on(day, one))
            found.update(self._undated.get(one.place or "", ()))
        return sorted(found)

    def _enter(self, number: int, one: Traits) -> None:
        if one.first is None or one.last is None:
            if one.place is not None and one.dataset is None:
                self._undated[one.place].append(number)
        elif one.span <= LONGEST:
            for day in range(one.first, one.last + 1):
                self._days[day].append(number)
                if one.dataset is None and one.targets:
                    self._told[day].append(number)
                if _precise(one):
                    self._squares[(day, *_square(one, SQUARE))].append(number)
                    if one.dataset is not None:
                        self._fine[(day, *_square(one, FINE))].append(number)
                else:
                    self._rough[day].append(number)

    def _on(self, day: int, one: Traits) -> Iterator[int]:
        if not _precise(one):
            yield from self._days.get(day, ())
            return
        yield from self._rough.get(day, ())
        yield from _around(self._squares, day, one, SQUARE)

    def _undated_near(self, one: Traits) -> Iterator[int]:
        """For a claim without a day: those of its place, and those of the days before its report appeared."""
        yield from self._undated.get(one.place or "", ())
        if one.published is not None and one.place is None and one.claim.mention and one.targets:
            for day in range(one.published - int(weights().time["lapsed"]), one.published + 1):
                yield from self._told.get(day, ())
        if one.published is not None and one.place is not None:
            for day in range(one.published - int(weights().time["days"]), one.published + 1):
                yield from self._on(day, one)


def _precise(one: Traits) -> bool:
    return one.at is not None and one.within <= weights().place["precise_km"]


def _around(squares: Squares, day: int, one: Traits, size: float) -> Iterator[int]:
    """What lies on that day in the claim's square and the eight around it."""
    north, east = _square(one, size)
    for lat in (north - 1, north, north + 1):
        for lon in (east - 1, east, east + 1):
            yield from squares.get((day, lat, lon), ())


def _square(one: Traits, size: float) -> tuple[int, int]:
    lat, lon = one.at or (0.0, 0.0)
    return int(lat // size), int(lon // size)


def _unambiguous(
    links: Sequence[Link], told_apart: Iterable[tuple[str, str]], traits: Sequence[Traits]
) -> Iterator[Link]:
    """The links, with those no longer sure by which one claim fits two that are told apart, equally well."""
    table = {one.claim.key: one.dataset for one in traits if one.dataset is not None}
    foes = {pair for one, other in told_apart for pair in ((one, other), (other, one))}
    sure: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.sure:
            sure[link.one].append(link)
            sure[link.other].append(link)
    torn = {id(link) for key, several in sure.items() for link in _torn(key, several, table, foes)}
    for link in links:
        yield replace(link, sure=False, reason=f"{link.reason}; another fits as well") if id(link) in torn else link


def _torn(key: str, several: Sequence[Link], table: dict[str, str], foes: set[tuple[str, str]]) -> Iterator[Link]:
    if len(several) < 2:
        return
    ends = [(link, link.other if link.one == key else link.one) for link in several]
    for link, end in ends:
        for rival, other in ends:
            told_apart = (end, other) in foes or (end in table and table.get(end) == table.get(other))
            if link is not rival and told_apart and rival.strength > link.strength - AS_GOOD:
                yield link
