"""Where a claim's happening was, with how far its coordinates are to be trusted."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import msgspec

from communique.domain.incident import Site
from communique.domain.where import Place
from communique.truce.agreements import Agreement
from communique.truce.traits import distance


class _Else(msgspec.Struct, frozen=True):
    within_km: float


class _Kinds(msgspec.Struct, frozen=True):
    kinds: frozenset[str]


class Precision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `precision.toml` holds."""

    within_km: dict[str, float]
    areas: _Kinds
    nowhere: _Kinds
    otherwise: _Else = msgspec.field(name="else")

    def radius(self, kind: str | None) -> float | None:
        """Kilometres, for a place of that kind; None where its coordinates say nothing of an event in it."""
        if kind in self.nowhere.kinds:
            return None
        return self.within_km.get(kind or "", self.otherwise.within_km)


@cache
def precision() -> Precision:
    """How far places are to be trusted, kind by kind."""
    text = files("communique.truce").joinpath("precision.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), Precision)


def zone_names(agreements: Iterable[Agreement]) -> Mapping[str, str]:
    """The zones' own names by every name they go by, in small letters."""
    found: dict[str, str] = {}
    for agreement in agreements:
        for zone in agreement.zones:
            for name in (zone.key, zone.name, *zone.aliases):
                found.setdefault(name.casefold().removesuffix("?"), zone.name)
    return MappingProxyType(found)


class Sites:
    """The places of one reading as sites of claims."""

    def __init__(self, places: Iterable[Place], agreements: Iterable[Agreement]) -> None:
        self._places = {place.id: place for place in places}
        self._named = {place.name.casefold(): place for place in self._places.values()}
        self._zones = zone_names(agreements)

    def of(self, place: str | None, zone: str | None) -> Site | None:
        """The site of a claim from the id of its place and the zone its words name; None where they name neither."""
        return site_of(self._places.get(place or ""), zone, self._zones)

    def between(self, one: str, other: str) -> Site:
        """Somewhere between two places: half way, and as rough as they are apart; nowhere on the map if one is not."""
        name = f"between {one} and {other}"
        ends = [self._named.get(end.casefold()) for end in (one, other)]
        lats = [end.lat for end in ends if end and end.lat is not None]
        lons = [end.lon for end in ends if end and end.lon is not None]
        if len(lats) < len(ends) or len(lons) < len(ends):
            return Site(name)
        apart = distance((lats[0], lons[0]), (lats[1], lons[1]))
        return Site(name, sum(lats) / 2, sum(lons) / 2, max(1.0, round(apart / 2, 1)))


def site_of(place: Place | None, zone: str | None, zones: Mapping[str, str]) -> Site | None:
    """The site of a claim from its place and the zone its words name; None where they name neither."""
    if place is None:
        return Site(zone, zone=zones.get(zone.casefold(), zone)) if zone else None
    # "Port Adel" the town is not the zone of that name; "the Tessel valley" is.
    area = place.kind in precision().areas.kinds
    named = zones.get((zone or (place.name if area else "")).casefold(), zone)
    within = precision().radius(place.kind)
    if place.lat is None or place.lon is None or within is None:
        return Site(place.name, zone=named)
    return Site(place.name, place.lat, place.lon, within, named)
