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
