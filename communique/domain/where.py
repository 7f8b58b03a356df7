"""Where: the places a report names."""

from __future__ import annotations

from dataclasses import dataclass

from communique.domain.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Place:
    """A place with WGS84 degrees; `gazetteer` is its key there ("geonames:524901"), coordinates None if unknown."""

    id: str
    name: str
    made: Provenance
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    gazetteer: str | None = None
    kind: str | None = None  # city, region, country, camp, crossing, …
