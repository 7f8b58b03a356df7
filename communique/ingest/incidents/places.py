"""Where a row says it was: a name, a point, and how far the point is to be trusted."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.incident import Site
from communique.ingest.incidents.bearing import Offset, moved, offset
from communique.ingest.incidents.cells import Cells, code_of, line
from communique.ingest.incidents.faults import BadCell
from communique.ingest.incidents.numbers import degrees, kilometres
from communique.ingest.incidents.shape import Shape


class Places:
    """Makes sites of the rows of one table."""

    def __init__(self, shape: Shape, cells: Cells) -> None:
        self._shape = shape
        self._get = cells.get

    def of(self, cells: Sequence[str]) -> Site | None:
        """The site, None where the row names none; raises `BadCell` for coordinates that cannot be."""
        get = self._get
        written = get["offset"](cells)
        name = line(get["place"](cells) or get["area"](cells))
        zone = line(get["zone"](cells)) or None
        point = self._point(cells)
        if written:
            name = f"{line(written)} of {name}" if name and offset(written) else name or line(written)
        if not name and point is None and zone is None:
            return None
        if point is None:
            return Site(name, zone=zone)
        return Site(name, point[0], point[1], point[2], zone)

    def _point(self, cells: Sequence[str]) -> tuple[float, float, float | None] | None:
        get, shape = self._get, self._shape
        north, east = get["lat"](cells), get["lon"](cells)
        if not north and not east:
            return None
        if not north or not east:
            raise BadCell(
                f"it has a {'latitude' if north else 'longitude'} and no {'longitude' if north else 'latitude'}"
            )
        lat, lon = degrees(north, "latitude", 90), degrees(east, "longitude", 180)
        if lat == 0 and lon == 0:
            raise BadCell("latitude 0 and longitude 0 are what programs write for an unknown place; leave both empty")
        if shape.coordinates == "observer":
            by = self._offset(cells)
            return None if by is None else moved(lat, lon, by)
        code, own = code_of(get["place_precision"](cells)), get["within_km"](cells)
        if code in shape.kilometres:
            within = shape.kilometres[code]
            return None if within is None else (lat, lon, within)
        return lat, lon, kilometres(own, "within_km") if own else None

    def _offset(self, cells: Sequence[str]) -> Offset | None:
        """How far and in which direction, from one cell or from two; None where the row does not say both."""
        get = self._get
        distance = get["distance"](cells).casefold().removesuffix("km")
        return offset(get["offset"](cells)) or offset(f"{distance} km {get['bearing'](cells)}")
