"""Which zones lie wholly within which: whoever is inside the smaller is inside the larger too."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import shapely

from communique.knowledge.accords import Zone


@lru_cache(maxsize=64)  # an agreement's zones, asked for once for each of its incidents
def around(zones: tuple[Zone, ...]) -> Mapping[str, frozenset[str]]:
    """The keys of the zones that a point inside each zone is surely inside of, its own among them, by key."""
    # Degrees do for this: what covers what does not hang on the measure.
    shapes = {zone.key: _shape(zone) for zone in zones}
    return {
        key: frozenset(other for other, outer in shapes.items() if other == key or outer.covers(shape))
        for key, shape in shapes.items()
    }


def _shape(zone: Zone) -> shapely.Geometry:
    outer = shapely.union_all([shapely.Polygon(ring) for ring in zone.rings])
    return shapely.difference(outer, shapely.union_all([shapely.Polygon(ring) for ring in zone.holes]))
