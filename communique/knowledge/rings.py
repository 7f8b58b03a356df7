"""Whether the rings of a zone make an area, and whether it lies where the conflict is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import shapely

from communique.knowledge.accords import PackPlace, Ring, Zone
from communique.knowledge.problems import Problem

FILE = "zones.geojson"
FAR_KM, CLOSE_KM = 300.0, 150.0  # from the nearest known place: no zone of a conflict lies so far, a right one so close
Points = npt.NDArray[np.float64]  # rows of (longitude, latitude)


def ring_problems(zone: Zone) -> Iterator[Problem]:
    """What keeps a zone from being an area: an open ring, one that crosses itself, one without width."""
    for ring in (*zone.rings, *zone.holes):
        if ring[0] != ring[-1]:
            yield _problem(zone, f"a ring is not closed: repeat its first point {_at(ring[0])} as its last point")
            continue
        if max(east for east, _ in ring) - min(east for east, _ in ring) > 180:
            yield _problem(zone, "a ring spans more than 180 degrees: divide a zone across the 180th meridian in two")
            continue
        shape = shapely.Polygon(ring)
        if not shape.is_valid:
            yield _problem(zone, _crossing(shapely.is_valid_reason(shape)))
        elif shape.area == 0:
            yield _problem(zone, "a ring has no width: its points lie on one line")
    outer = [shapely.Polygon(ring) for ring in zone.rings if ring[0] == ring[-1]]
    for hole in zone.holes:
        if hole[0] == hole[-1] and not any(ring.is_valid and ring.covers(shapely.Point(hole[0])) for ring in outer):
            yield _problem(zone, f"a hole begins at {_at(hole[0])}, outside the ring that it should lie in")


def misplaced(zone: Zone, known: Points) -> Iterator[Problem]:
    """The sign that a zone's longitude and latitude were exchanged: it is far from what is known, and close turned."""
    outer = [ring for ring in zone.rings if ring[0] == ring[-1]]
    if not len(known) or not outer:
        return
    points = np.asarray([point for ring in outer for point in ring])
    middle = points.mean(axis=0)
    if _turned_fits(middle, known):
        yield _problem(zone, f"{_EXCHANGED}: {_at((middle[0], middle[1]))} is {_how_far(middle, known)}")
    elif _holds(outer, known) == 0 and _holds([_turned(ring) for ring in outer], known) > 0:
        # Where the two numbers are alike, a turned zone lands next door: it may be right, so it is only a doubt.
        words = f"{_EXCHANGED}? No known place lies in it as it stands, and some do with the two exchanged"
        yield Problem(FILE, zone.key, words, doubt=True)


def misplaced_place(place: PackPlace, known: Points) -> Iterator[Problem]:
    """The same sign for a place of places.csv."""
    point = np.asarray((place.lon, place.lat))
    if len(known) and _turned_fits(point, known):
        words = f"lat and lon look exchanged: {place.lat}, {place.lon} is {_how_far(point, known)}"
        yield Problem("places.csv", place.key, words)


_EXCHANGED = "longitude and latitude look exchanged (a point is written [degrees east, degrees north])"


def _problem(zone: Zone, words: str) -> Problem:
    return Problem(FILE, zone.key, words)


def _crossing(reason: str) -> str:
    # GEOS says "Self-intersection[1.5 1.5]", and "Ring Self-intersection" where a ring only touches itself.
    kind, _, at = reason.partition("[")
    where = f" at [{at.removesuffix(']').replace(' ', ', ')}]" if at else ""
    if "intersection" in kind.lower():
        return f"a ring crosses or touches itself{where}: give the points in the order of the line round the zone"
    return f"a ring makes no area{where} ({kind.lower()}): draw it anew"


def _at(point: tuple[float, float]) -> str:
    return f"[{point[0]:g}, {point[1]:g}]"


def _turned(ring: Ring) -> Ring:
    return tuple((north, east) for east, north in ring)


def _turned_fits(point: Points, known: Points) -> bool:
    turned = point[::-1]
    return abs(turned[1]) <= 90 and _nearest(point, known) > FAR_KM and _nearest(turned, known) <= CLOSE_KM


def _how_far(point: Points, known: Points) -> str:
    given, turned = _nearest(point, known), _nearest(point[::-1], known)
    return f"{given:.0f} km from the nearest known place, and {turned:.0f} km with the two exchanged"


def _nearest(point: Points, known: Points) -> float:
    east, north = np.radians(point)
    lons, lats = np.radians(known).T
    half = np.sin((lats - north) / 2) ** 2 + np.cos(north) * np.cos(lats) * np.sin((lons - east) / 2) ** 2
    return float(2 * 6371.0088 * np.arcsin(np.sqrt(np.clip(half, 0, 1))).min())


def _holds(rings: Sequence[Ring], known: Points) -> int:
    shapes = [shape for shape in map(shapely.Polygon, rings) if shape.is_valid]
    return sum(int(shapely.contains_xy(shape, known[:, 0], known[:, 1]).sum()) for shape in shapes)
