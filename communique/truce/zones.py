"""Where a site lies towards the zones of an agreement: inside, near, outside or unclear.

The measure is kilometres on a plane of each zone's own: degrees are stretched by the cosine of the zone's middle
latitude. GeoJSON draws an edge straight in degrees, and this map keeps straight lines straight, so that inside stays
inside exactly. Distances err with the height of a zone: below 1 % for 100 km, about 2 % for 200 km, which is less than
the line of a sketch is worth. A zone across the 180th meridian must be divided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from communique.domain.incident import Placing, Site
from communique.knowledge.accords import Zone
from communique.truce.area import Area

NEAR_KM = 10.0  # a settlement's width and the range of a mortar: an event so close is worth a second look
Floats = npt.NDArray[np.float64]
RELATIONS = ("outside", "near", "unclear", "inside")  # the higher wins where several zones are in question
OUTSIDE, NEAR, UNCLEAR, INSIDE = range(4)


@dataclass(frozen=True, slots=True)
class ZoneMap:
    """The zones of one agreement, ready to place sites in; `near_km` is how far outside still counts as near."""

    areas: tuple[Area, ...]  # the smallest first: of two zones around a point the smaller says more
    near_km: float = NEAR_KM

    @staticmethod
    def of(zones: Sequence[Zone], *, near_km: float = NEAR_KM) -> ZoneMap:
        """The map of these zones; ValueError for a negative `near_km`, KnowledgeError for a zone that is no area."""
        if not near_km >= 0:
            raise ValueError(f"near_km is {near_km}; it must be 0 or more kilometres")
        return ZoneMap(tuple(sorted((Area.of(zone) for zone in zones), key=lambda area: area.square_km)), near_km)

    def place(self, lat: float | None, lon: float | None, within_km: float | None = None) -> Placing:
        """Where the circle of `within_km` round a point in WGS84 degrees lies; unclear where there is no point.

        `within_km` None takes the point at its word, like 0. ValueError for degrees that do not exist.
        """
        if lat is None or lon is None:
            return Placing("unclear")
        return self.place_all([lat], [lon], [within_km])[0]

    def place_all(
        self, lats: Sequence[float] | Floats, lons: Sequence[float] | Floats, within: Sequence[float | None] | Floats
    ) -> list[Placing]:
        """One `Placing` a point, as `place` gives it, for columns of equal length; NaN stands for unknown."""
        north, east = _column(lats, 90, "latitude"), _column(lons, 180, "longitude")
        about = np.nan_to_num(np.asarray(within, dtype=np.float64), nan=0.0)
        if not len(north) == len(east) == len(about):
            raise ValueError(
                f"{len(north)} latitudes, {len(east)} longitudes and {len(about)} radii: give as many of each"
            )
        if (about < 0).any():
            raise ValueError("a place cannot be known to within less than 0 km")
        unknown = np.isnan(north) | np.isnan(east)
        best = np.where(unknown, UNCLEAR, OUTSIDE).astype(np.int8)
        which = np.full(len(north), -1)
        km = np.full(len(north), np.inf)
        for number, area in enumerate(self.areas):
            self._weigh(number, area, (north, east, about), (best, which, km))
        return [self._placing(*found) for found in zip(best.tolist(), which.tolist(), km.tolist(), strict=True)]

    def place_site(self, site: Site | None) -> Placing:
        """Where a claim's site lies. A zone that the source names decides where the coordinates do not.

        Where the source names one zone and the coordinates lie elsewhere, the relation is unclear.
        """
        if site is None:
            return Placing("unclear")
        drawn = self.place(site.lat, site.lon, site.within_km)
        said = self._called(site.zone)
        if said is None or (drawn.zone == said and drawn.relation == "inside"):
            return drawn
        return Placing("inside", said, 0.0) if drawn.relation == "unclear" else Placing("unclear", said)

    def _weigh(
        self,
        number: int,
        area: Area,
        points: tuple[Floats, Floats, Floats],
        found: tuple[npt.NDArray[np.int8], npt.NDArray[np.int_], Floats],
    ) -> None:
        """Enters this zone where it says more of a point than the zones before it."""
        best, which, km = found
        about = points[2] + area.edge_km
        rows = np.flatnonzero(area.within_reach(points[0], points[1], np.maximum(about, self.near_km)))
        if not rows.size:
            return
        inside, edge = area.measure(points[0][rows], points[1][rows])
        away = np.where(inside, 0.0, edge)
        relation = np.where(away <= self.near_km, NEAR, OUTSIDE)
        relation[inside] = INSIDE
        relation[edge < about[rows]] = UNCLEAR
        better = (relation > best[rows]) | ((relation == best[rows]) & (away < km[rows]))
        better &= relation != OUTSIDE
        rows = rows[better]
        best[rows], which[rows], km[rows] = relation[better], number, away[better]

    def _placing(self, relation: int, number: int, km: float) -> Placing:
        if number < 0:
            return Placing(RELATIONS[relation])
        return Placing(RELATIONS[relation], self.areas[number].zone.key, round(km, 3))

    def _called(self, name: str | None) -> str | None:
        wanted = (name or "").casefold()
        for area in self.areas:
            names = (area.zone.key, area.zone.name, *area.zone.aliases)
            if wanted and wanted in {known.casefold().removesuffix("?") for known in names}:
                return area.zone.key
        return None


def _column(values: Sequence[float] | Floats, most: int, what: str) -> Floats:
    column = np.asarray(values, dtype=np.float64)
    beyond = column[np.abs(column) > most]
    if beyond.size:
        raise ValueError(f"the {what} {beyond[0]} does not exist: it must lie between -{most} and {most} degrees")
    return column
