"""One zone as a shape on a plane of its own, in kilometres."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians

import numpy as np
import numpy.typing as npt
import shapely

from communique.errors import KnowledgeError
from communique.knowledge.accords import Ring, Zone

KM_A_DEGREE = 111.195  # of a great circle, for the mean radius of the earth
# How far the true line may run from the drawn one where the zone itself does not say.
EDGE_KM = {"sketch": 2.0, "published": 0.5, "surveyed": 0.0}
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Area:
    """A zone's shape; `shape` is in kilometres from `lat`, `lon`, `box` its west, south, east and north bound."""

    zone: Zone
    shape: shapely.Geometry
    lat: float
    lon: float
    box: tuple[float, float, float, float]
    edge_km: float

    @staticmethod
    def of(zone: Zone) -> Area:
        """The shape of a zone; KnowledgeError where its rings make no area."""
        lats = [north for ring in zone.rings for _, north in ring]
        lons = [east for ring in zone.rings for east, _ in ring]
        if not lats:
            raise KnowledgeError(f"zone {zone.key} has no ring; draw it as a polygon of at least three corners")
        lat, lon = (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2
        outer = [_ring(ring, lat, lon) for ring in zone.rings]
        holes = [_ring(ring, lat, lon) for ring in zone.holes]
        if not all(ring.is_valid and ring.area > 0 for ring in (*outer, *holes)):
            words = "a ring crosses itself or has no width; `communique pack check` says where"
            raise KnowledgeError(f"zone {zone.key} is no area: {words}")
        shape = shapely.difference(shapely.union_all(outer), shapely.union_all(holes))
        shapely.prepare(shape)
        west, south, east, north = shape.bounds
        edge_km = EDGE_KM.get(zone.precision, EDGE_KM["sketch"]) if zone.edge_km is None else zone.edge_km
        return Area(zone, shape, lat, lon, (west, south, east, north), edge_km)

    @property
    def square_km(self) -> float:
        """Its size."""
        return float(self.shape.area)

    def within_reach(self, lats: Floats, lons: Floats, reach: Floats) -> Bools:
        """Which points may lie within `reach` kilometres: a quick test that lets too many pass, never too few."""
        x, y = _plane(lats, lons, self.lat, self.lon)
        west, south, east, north = self.box
        return (x >= west - reach) & (x <= east + reach) & (y >= south - reach) & (y <= north + reach)

    def measure(self, lats: Floats, lons: Floats) -> tuple[Bools, Floats]:
        """Which points lie inside, and the kilometres from each to the zone's edge, from either side."""
        x, y = _plane(lats, lons, self.lat, self.lon)
        inside: Bools = shapely.contains_xy(self.shape, x, y)
        edge: Floats = shapely.distance(shapely.boundary(self.shape), shapely.points(x, y))
        return inside, edge


def _plane(lats: Floats, lons: Floats, lat: float, lon: float) -> tuple[Floats, Floats]:
    return (lons - lon) * (KM_A_DEGREE * cos(radians(lat))), (lats - lat) * KM_A_DEGREE


def _ring(ring: Ring, lat: float, lon: float) -> shapely.Polygon:
    corners = np.asarray(ring, dtype=np.float64)
    x, y = _plane(corners[:, 1], corners[:, 0], lat, lon)
    return shapely.Polygon(np.column_stack((x, y)))
