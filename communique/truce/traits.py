"""A claim as the matcher looks at it: days as numbers, places as degrees, numbers of people as bounds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import cos, hypot, radians

from communique.domain.incident import IncidentClaim, Party, Range
from communique.record.names import folded
from communique.truce.hours import apart, hour_of
from communique.truce.kinship import targets_of

KM_A_DEGREE = 111.195
NIGHT = re.compile(
    r"\b(?:night|overnight|midnight|evening|dawn|early (?:hours|on|this morning)|(?:2[0-3]|0[0-5]):[0-5]\d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Traits:
    """`first` and `last` are days as `date.toordinal` counts them, both None where the claim gives no day.

    `voice` tells one speaker of a report from another, `dataset` is the table that a row comes from.
    """

    claim: IncidentClaim
    first: int | None
    last: int | None
    published: int | None
    place: str | None  # folded
    at: tuple[float, float] | None
    within: float
    dataset: str | None
    report: str
    voice: tuple[str, ...]
    accused: frozenset[str]
    victims: frozenset[str]
    targets: frozenset[str]  # what was hit, as the words say
    hour: int | None  # minutes after midnight

    def hours_apart(self, other: Traits) -> bool:
        """Whether the hours of two shootings make them two; who is stopped at 10:30 may well turn back at 14:45."""
        return self.fired and other.fired and apart(self.hour, other.hour)

    @property
    def fired(self) -> bool:
        """Whether it tells of fire, which observers count burst by burst."""
        return self.claim.type.partition("/")[0] == "fire"

    @property
    def span(self) -> int:
        """How many days it may have been on; 0 where none is known."""
        return 0 if self.first is None or self.last is None else self.last - self.first + 1

    @property
    def settled(self) -> bool:
        """Whether both a day and a place are known."""
        return self.first is not None and self.place is not None


def traits_of(claim: IncidentClaim) -> Traits:
    """What the matcher compares of a claim."""
    site = claim.site
    first, last = _day(claim.start), _day(claim.end or claim.start)
    known = first is not None and last is not None and first <= last
    at = (site.lat, site.lon) if site and site.lat is not None and site.lon is not None else None
    return Traits(
        claim=claim,
        first=first if known else None,
        last=last if known else None,
        published=_day(claim.cited.published),
        place=folded(site.name) if site else None,
        at=at,
        within=(site.within_km or 0.0) if site else 0.0,
        dataset=claim.key.partition(":")[0] if claim.cited.row is not None else None,
        report=claim.cited.report,
        voice=claim.cited.chain,
        accused=names_of(claim.accused),
        victims=names_of(claim.victims),
        # A table's own remarks are in its own words: what was hit stands in another column, or nowhere.
        targets=targets_of(claim.cited.quotation) if claim.cited.row is None else frozenset(),
        hour=hour_of(claim.cited.quotation) if claim.cited.row is None else None,
    )


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two points in WGS84 degrees; good to a percent below some hundred kilometres."""
    north = one[0] - other[0]
    east = abs(one[1] - other[1])
    east = min(east, 360 - east) * cos(radians((one[0] + other[0]) / 2))
    return hypot(north, east) * KM_A_DEGREE


def of_one_night(one: Traits, other: Traits) -> bool:
    """Whether the two give days next to each other and both speak of a night, which has two dates."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return False
    gap = max(one.first, other.first) - min(one.last, other.last)
    return gap == 1 and all(NIGHT.search(traits.claim.cited.quotation) for traits in (one, other))


def disjoint(one: Range, other: Range) -> bool:
    """Whether no number lies in both; a bound nobody gives excludes nothing."""
    return _above(one, other) or _above(other, one)


def _above(one: Range, other: Range) -> bool:
    return one.low is not None and other.high is not None and one.low > other.high


def names_of(parties: Iterable[Party]) -> frozenset[str]:
    """Keys, or folded names where nothing knows them."""
    return frozenset(party.known or folded(party.name) for party in parties)


@lru_cache(maxsize=65536)
def _day(text: str | None) -> int | None:
    """The number of an ISO day; None for a month, a year or no date at all."""
    if text is None or len(text) != 10:
        return None
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None
