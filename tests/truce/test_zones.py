"""Where a site lies towards a zone: what a monitoring officer would put on the map, with the place's own precision."""

from __future__ import annotations

import math
import random
import time
from collections import Counter
from dataclasses import replace

import pytest

from communique.domain.incident import Placing, Site
from communique.errors import KnowledgeError
from communique.knowledge.accords import Zone
from communique.truce.zones import ZoneMap

# A square of about 20 by 22 km in open ocean: at 48 degrees south a degree of longitude is 74.4 km, one of latitude 111.2.
SQUARE = ((-30.0, -48.2), (-29.73, -48.2), (-29.73, -48.0), (-30.0, -48.0), (-30.0, -48.2))
MIDDLE = (-48.1, -29.865)


def zone(key: str = "square", *, edge_km: float | None = 0.0, **fields: object) -> Zone:
    made = Zone(key=key, name=key.title(), source="Invented", precision="sketch", rings=(SQUARE,), edge_km=edge_km)
    return replace(made, **fields)


@pytest.mark.parametrize(
    ("lat", "lon", "within_km", "edge_km", "relation", "km"),
    [
        (*MIDDLE, 0.0, 0.0, "inside", 0.0),
        (*MIDDLE, 9.0, 0.0, "inside", 0.0),  # the whole circle lies inside
        (*MIDDLE, 12.0, 0.0, "unclear", 0.0),  # the circle is wider than the zone
        (-48.1, -29.74, None, 0.0, "inside", 0.0),  # 0.7 km from the edge, taken at its word
        (-48.1, -29.74, 2.0, 0.0, "unclear", 0.0),  # the circle crosses the edge
        (-48.1, -29.74, 0.0, 2.0, "unclear", 0.0),  # the line itself is a sketch
        (-48.1, -29.66, 0.0, 2.0, "near", 5.2),
        (-48.1, -29.66, 6.0, 0.0, "unclear", 5.2),
        (-48.1, -29.50, 0.0, 2.0, "outside", None),  # 17 km away
        (-48.1, -29.50, 30.0, 0.0, "unclear", 17.1),  # "somewhere in the district" may well be inside
        (-47.95, -29.865, 1.0, 2.0, "near", 5.6),
        (48.1, 29.865, 0.0, 0.0, "outside", None),
    ],
)
def test_the_precision_of_the_place_and_of_the_line_decide_what_can_be_said(
    lat: float, lon: float, within_km: float | None, edge_km: float, relation: str, km: float | None
) -> None:
    placing = ZoneMap.of([zone(edge_km=edge_km)]).place(lat, lon, within_km)
    assert placing.relation == relation
    assert placing.zone == (None if relation == "outside" else "square")
    assert (placing.km is None) == (km is None)
    assert km is None or placing.km == pytest.approx(km, abs=0.15)


def test_a_sketch_is_not_trusted_to_the_metre_and_a_survey_is() -> None:
    near_the_edge = (-48.1, -29.74, 0.0)
    assert ZoneMap.of([zone(edge_km=None)]).place(*near_the_edge).relation == "unclear"
    assert ZoneMap.of([zone(edge_km=None, precision="surveyed")]).place(*near_the_edge).relation == "inside"


def test_how_far_near_reaches_is_the_caller_s_choice() -> None:
    assert ZoneMap.of([zone()], near_km=3).place(-48.1, -29.66).relation == "outside"
    assert ZoneMap.of([zone()], near_km=20).place(-48.1, -29.50).relation == "near"
    with pytest.raises(ValueError, match="near_km is -1; it must be 0 or more"):
        ZoneMap.of([zone()], near_km=-1)


def test_the_hole_of_a_zone_is_no_part_of_it() -> None:
    hole = ((-29.9, -48.13), (-29.83, -48.13), (-29.83, -48.07), (-29.9, -48.07), (-29.9, -48.13))
    placing = ZoneMap.of([zone(holes=(hole,))]).place(*MIDDLE, 0.5)
    assert placing.relation == "near"


def test_of_two_zones_around_a_point_the_smaller_is_named_and_sure_wins_over_unsure() -> None:
    around = zone("around", rings=(tuple((4 * e + 89.5, 4 * n + 144.3) for e, n in SQUARE),))
    both = ZoneMap.of([around, zone()])
    assert both.place(*MIDDLE, 1.0) == Placing("inside", "square", 0.0)
    # On the smaller one's edge, and deep inside the larger.
    assert both.place(-48.1, -29.731, 1.0) == Placing("inside", "around", 0.0)


def test_a_place_without_coordinates_is_unclear_unless_the_source_names_the_zone() -> None:
    chart = ZoneMap.of([zone(aliases=("Square safe zone",))])
    assert chart.place(None, None) == Placing("unclear")
    assert chart.place_site(None) == Placing("unclear")
    assert chart.place_site(Site("the hills")) == Placing("unclear")
    assert chart.place_site(Site("the hills", zone="square safe zone")) == Placing("inside", "square", 0.0)
    assert chart.place_site(Site("the edge", -48.1, -29.731, 1.0, "Square")) == Placing("inside", "square", 0.0)


def test_a_source_that_names_a_zone_far_from_the_coordinates_is_not_believed_either_way() -> None:
    chart = ZoneMap.of([zone()])
    assert chart.place_site(Site("far away", 10.0, 10.0, 1.0, "Square")) == Placing("unclear", "square")


@pytest.mark.parametrize("lat", [49.6, 50.0, 50.4])
def test_a_distance_is_right_to_a_hundredth_at_the_ends_of_a_zone_a_hundred_kilometres_high(lat: float) -> None:
    tall = zone(rings=(((10.0, 49.55), (11.0, 49.55), (11.0, 50.45), (10.0, 50.45), (10.0, 49.55)),))
    east = 11.1
    half = math.sin(math.radians(east - 11.0) / 2) * math.cos(math.radians(lat))
    on_the_globe = 2 * 6371.0088 * math.asin(half)
    assert ZoneMap.of([tall]).place(lat, east).km == pytest.approx(on_the_globe, rel=0.01)


@pytest.mark.parametrize(
    ("lat", "lon", "within", "says"),
    [
        (95.2, 0.0, 0.0, "the latitude 95.2 does not exist"),
        (0.0, 200.0, 0.0, "the longitude 200.0 does not exist"),
        (0.0, 0.0, -1.0, "less than 0 km"),
    ],
)
def test_degrees_that_do_not_exist_are_refused_in_words(lat: float, lon: float, within: float, says: str) -> None:
    with pytest.raises(ValueError, match=says):
        ZoneMap.of([zone()]).place(lat, lon, within)


def test_a_zone_that_is_no_area_is_refused_by_name() -> None:
    crossing = ((0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0))
    with pytest.raises(KnowledgeError, match="zone square is no area"):
        ZoneMap.of([zone(rings=(crossing, crossing[:3] + crossing[:1]))])
    with pytest.raises(KnowledgeError, match="zone square has no ring"):
        ZoneMap.of([zone(rings=())])


def test_columns_of_points_are_placed_as_one_by_one_and_unknown_ones_stay_unclear() -> None:
    chart = ZoneMap.of([zone(edge_km=2.0)])
    points = [(-48.1 + n / 50, -29.9 + n / 40, float(n % 4)) for n in range(-20, 20)]
    lats, lons, within = (list(column) for column in zip(*points, strict=True))
    placed = chart.place_all([*lats, math.nan], [*lons, 0.0], [*within, 1.0])
    assert placed[:-1] == [chart.place(*point) for point in points]
    assert placed[-1] == Placing("unclear")
    assert len(Counter(one.relation for one in placed)) == 4


def test_a_hundred_thousand_points_are_placed_in_a_few_seconds() -> None:
    chance = random.Random(7)
    shifted = [
        zone(f"zone-{n}", rings=(tuple((east + n / 3, north) for east, north in SQUARE),), edge_km=2.0)
        for n in range(6)
    ]
    lats = [chance.uniform(-49, -47) for _ in range(100_000)]
    lons = [chance.uniform(-31, -27) for _ in range(100_000)]
    started = time.process_time()
    placed = ZoneMap.of(shifted).place_all(lats, lons, [1.0] * 100_000)
    assert len(placed) == 100_000
    # Ten times what it takes on a quiet core, so that a busy one does not fail it; a loop in Python would.
    assert time.process_time() - started < 8
