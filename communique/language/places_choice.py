"""Whether a name is a place, and which of the places that bear it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from communique.knowledge.gazetteer import GazetteerPlace
from communique.knowledge.placename import place_key
from communique.language.places_evidence import INITIALS, Evidence
from communique.language.places_lexicon import PlaceWords
from communique.language.places_names import Name

METROPOLIS, WELL_KNOWN, LARGE, TOWN = 1_000_000, 300_000, 100_000, 20_000
NEAR_KM, REGION_KM = 150.0, 500.0
DISCUSSED = 2.0  # the weight of a country that a good part of the report's places lie in
PACKED = 4.0  # what a pack's row weighs for the population it does not give: as much as a town that is in the news
CLEAR = 0.8  # how far the best place must stand out where nothing in the report speaks for it


class Standing(IntEnum):
    """How well a name is known as a place: the less, the more the sentence itself has to say so."""

    WEAK = 0
    KNOWN = 1
    STRONG = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name in the text, what stands around it, and its bearers: a pack's, then all of them."""

    name: Name
    evidence: Evidence
    packed: tuple[GazetteerPlace, ...]
    places: tuple[GazetteerPlace, ...]

    @property
    def single(self) -> bool:
        return self.name.first == self.name.last


@dataclass(frozen=True, slots=True)
class Context:
    """The countries a report is about: `given` by the caller, `named` in the text with how often."""

    given: frozenset[str]
    named: Mapping[str, int]

    @property
    def known(self) -> bool:
        """Whether there is any context at all."""
        return bool(self.given or self.named)

    def weight(self, country: str | None) -> float:
        """0 for a country the report does not speak of, up to 4 for one it is about."""
        if country is None:
            return 0.0
        if country in self.given:
            return 4.0
        total = sum(self.named.values())
        return 1.5 + 2.0 * self.named[country] / total if country in self.named else 0.0


def context_of(found: Iterable[Candidate], given: Collection[str], words: PlaceWords) -> Context:
    """The context that the countries and the unmistakable cities of a text make."""
    named: Counter[str] = Counter()
    bare = Context(frozenset(given), {})
    for candidate in found:
        place = plain(candidate)
        if place is None or place.country is None or candidate.evidence.touching or _ruled_out(candidate, bare, words):
            continue
        if standing(candidate, bare) is Standing.STRONG:
            named[place.country] += 1
    return Context(frozenset(given), named)


def plain(candidate: Candidate) -> GazetteerPlace | None:
    """The only bearer of the name that anybody abroad has heard of: the country, or the one large city; else None."""
    large = [p for p in candidate.places if p.kind != "region" and (p.population >= LARGE or p.kind == "capital")]
    countries = [p for p in candidate.places if p.kind == "country"]
    if len(candidate.packed) == 1 and not countries:
        large = [p for p in large if p not in candidate.packed] + list(candidate.packed)
    known = countries or large or list(candidate.places)
    return known[0] if len(known) == 1 else None


def vouched(candidate: Candidate, context: Context) -> bool:
    """Whether a pack lists the name, and nothing says that the report is about other countries than the pack's."""
    return any(not context.known or p.country is None or context.weight(p.country) for p in candidate.packed)


def standing(candidate: Candidate, context: Context) -> Standing:
    """How well the best known bearer of the name is known, in this context."""
    if vouched(candidate, context):
        return Standing.STRONG
    return max((_standing(candidate.name.key, place, context) for place in candidate.places), default=Standing.WEAK)


def _standing(key: str, place: GazetteerPlace, context: Context) -> Standing:
    main = place_key(place.name) == key
    if place.kind == "country":
        return Standing.STRONG
    if place.country in context.given and (place.population >= TOWN or place.kind == "region"):
        return Standing.STRONG
    if (
        main
        and place.kind != "region"
        and (place.population >= METROPOLIS or (place.kind == "capital" and place.population >= TOWN))
    ):
        return Standing.STRONG
    if _famous(place) or place.country in context.given:
        return Standing.KNOWN
    if place.population >= WELL_KNOWN and (main or context.weight(place.country)):
        return Standing.KNOWN
    if context.weight(place.country) > DISCUSSED and place.population >= TOWN:
        return Standing.KNOWN
    return Standing.WEAK


def is_place(
    candidate: Candidate, context: Context, words: PlaceWords, *, places: Collection[int], persons: Collection[str]
) -> bool:
    """Whether the text means a place: `places` are pieces of well-known names, `persons` words of persons' names."""
    if _ruled_out(candidate, context, words):
        return False
    known, seen = standing(candidate, context), candidate.evidence
    told = seen.located or seen.head is not None or seen.dateline
    if not all(piece in places for piece in seen.touching):
        return seen.located and known is Standing.STRONG
    if known is Standing.STRONG:
        return told or seen.nominal
    if candidate.single and candidate.name.key in persons:
        return False
    return told if known is Standing.WEAK else told or seen.nominal


def _famous(place: GazetteerPlace) -> bool:
    """Whether it is one of the regions listed by hand, such as Crimea: they belong to no first-order division."""
    return place.kind == "region" and place.admin1 is None


def _ruled_out(candidate: Candidate, context: Context, words: PlaceWords) -> bool:
    seen, key = candidate.evidence, candidate.name.key
    if seen.person or seen.adjective:
        return True
    if key in INITIALS:
        return not seen.capitals
    if vouched(candidate, context):
        return False
    if seen.capitals and len(key) <= 5 and not seen.dateline:
        return True  # an acronym: SANA is not Sanaa
    return key in words.never or (len(key) <= 3 and not (seen.located and _own_name(candidate)))


def _own_name(candidate: Candidate) -> bool:
    return any(place_key(place.name) == candidate.name.key for place in candidate.places)


def choose(
    candidate: Candidate, context: Context, words: PlaceWords, anchors: Sequence[GazetteerPlace]
) -> GazetteerPlace:
    """The place meant, or one with nothing but the name where the report does not say which of several."""
    key = candidate.name.key
    fitting = _fitting(candidate, words) or [_unknown(candidate.places[0])]
    score = {p.id: _score(key, p, context, anchors) + (PACKED if p in candidate.packed else 0.0) for p in fitting}
    ranked = sorted(fitting, key=lambda p: (-score[p.id], p.id))
    best = ranked[0]
    if best in candidate.packed:
        return best
    small = best.population < LARGE and _standing(key, best, context) is Standing.WEAK
    if small and context.known and not context.weight(best.country):
        return _unknown(best)  # a small namesake in a country the report does not speak of
    if len(ranked) == 1 or best.kind == "country" or _famous(best) or context.weight(best.country):
        return best
    if _standing(key, best, context) is Standing.STRONG:
        return best
    others = [p for p in ranked[1:] if p.kind != "region" or p.country != best.country]
    apart = score[best.id] - max((score[p.id] for p in others), default=-9.0)
    return best if apart >= CLEAR else _unknown(best)


def _fitting(candidate: Candidate, words: PlaceWords) -> list[GazetteerPlace]:
    """The bearers that are what the text calls it: a province for "… province", no province for "the town of …"."""
    regions = [p for p in candidate.places if p.kind == "region"]
    if candidate.evidence.head in words.region_heads and regions:
        return regions
    if candidate.evidence.head in words.settlement_heads:
        return [p for p in candidate.places if p in candidate.packed or p.kind not in ("region", "country")]
    # Said without "province", a name that a province shares with its seat is the seat's.
    return [p for p in candidate.places if not _shadowed(p, candidate)] or list(candidate.places)


def _shadowed(region: GazetteerPlace, candidate: Candidate) -> bool:
    """Whether a city of the region's country bears the name too, as its own or as a quarter of the region's people."""
    if region.kind != "region":
        return False
    return any(
        place_key(city.name) == candidate.name.key or city.population * 4 >= region.population
        for city in candidate.places
        if city.kind not in ("region", "country") and city.country == region.country
    )


def _unknown(place: GazetteerPlace) -> GazetteerPlace:
    return replace(place, id="", country=None, lat=None, lon=None, kind="unknown")


def _score(key: str, place: GazetteerPlace, context: Context, anchors: Sequence[GazetteerPlace]) -> float:
    score = math.log10(place.population + 10) + context.weight(place.country)
    main = place_key(place.name) == key
    score += 2.0 if main else 0.0
    score += {"country": 10.0, "capital": 2.0 if main else 0.5, "region": 1.5 if _famous(place) else -0.5}.get(
        place.kind, 0.0
    )
    nearest = min((kilometres(place, other) for other in anchors), default=math.inf)
    return score + (2.0 if nearest < NEAR_KM else 1.0 if nearest < REGION_KM else 0.0)


def kilometres(one: GazetteerPlace, other: GazetteerPlace) -> float:
    """The distance of two places, infinite where one has no coordinates; good to a few per cent on short ways."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return math.inf
    wide = math.cos(math.radians((one.lat + other.lat) / 2)) * (one.lon - other.lon)
    return 111.2 * math.hypot(one.lat - other.lat, wide)
