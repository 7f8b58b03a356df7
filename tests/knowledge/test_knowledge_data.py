"""The data files themselves: every row has a source, a shape and an order that a reader can rely on."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from communique.domain.actor import ACTOR_KINDS
from communique.knowledge import Knowledge, check_pack
from communique.knowledge.entries import Period, first_day, last_day
from communique.knowledge.general import read_general
from communique.knowledge.pack import BUILT_IN

PACKS = sorted(folder.name for folder in BUILT_IN.iterdir() if folder.is_dir())
SAMPLE_PACK = Path(__file__).parents[2] / "samples" / "pack"
PACKS_PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "packs.md"
LIKE_A_PLACEHOLDER = re.compile(r"\b(todo|tbd|xxx|fixme|unknown)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge.load(packs=PACKS)


def test_the_general_files_have_no_fault() -> None:
    _, problems = read_general()
    assert [str(problem) for problem in problems] == []


@pytest.mark.parametrize("pack", [*PACKS, SAMPLE_PACK], ids=str)
def test_a_pack_that_comes_with_the_project_has_no_fault(pack: str | Path) -> None:
    assert [str(problem) for problem in check_pack(pack)] == []


def test_the_tables_are_as_large_as_the_reading_needs(knowledge: Knowledge) -> None:
    assert len(knowledge.states) > 190
    assert len(knowledge.outlets) > 150
    assert sum(len(person.tenures) for person in knowledge.officials) > 250
    assert len(knowledge.places) > 200


def test_every_entry_has_a_source(knowledge: Knowledge) -> None:
    entries = [
        *knowledge.outlets,
        *knowledge.states,
        *knowledge.igos,
        *knowledge.groups,
        *knowledge.instruments,
        *knowledge.processes,
        *knowledge.zones,
        *knowledge.titles,
        *knowledge.offices,
        *knowledge.places,
        *knowledge.ladder,
        *(tenure for person in knowledge.officials for tenure in person.tenures),
        *(held for known in knowledge.instruments for held in known.in_force),
        *(one for process in knowledge.processes for one in process.rounds),
    ]
    unsourced = [entry for entry in entries if len(entry.source) < 5 or LIKE_A_PLACEHOLDER.search(entry.source)]
    assert unsourced == []


def test_every_period_is_in_order_and_its_days_exist(knowledge: Knowledge) -> None:
    periods: list[Period] = [
        *(tenure.period for person in knowledge.officials for tenure in person.tenures),
        *(body.period for body in knowledge.groups),
        *(one.period for process in knowledge.processes for one in process.rounds),
        *(held.period for known in knowledge.instruments for held in known.in_force),
    ]
    for period in periods:
        start = first_day(period.start) if period.start else date.min
        assert start <= (last_day(period.end) if period.end else date.max), period
    rounds = [[one.period.start or "" for one in process.rounds] for process in knowledge.processes]
    assert all(starts == sorted(starts) for starts in rounds)


def test_nothing_takes_force_before_it_is_adopted(knowledge: Knowledge) -> None:
    for known in knowledge.instruments:
        for held in known.in_force:
            assert known.adopted is None or (held.period.start or "9999") >= known.adopted, known.key


def test_zones_are_closed_areas_of_many_points_near_their_country(knowledge: Knowledge) -> None:
    for zone in knowledge.zones:
        assert zone.rings, zone.key
        for ring in zone.rings:
            assert ring[0] == ring[-1]
            assert len(set(ring)) >= 4
            assert all(34 < east < 43 and 32 < north < 53 for east, north in ring), zone.key


def test_places_of_a_pack_lie_where_its_country_is(knowledge: Knowledge) -> None:
    boxes = {"SY": (32.0, 37.6, 35.4, 42.6), "UA": (44.0, 52.5, 22.0, 40.4)}
    for place in knowledge.places:
        south, north, west, east = boxes.get(place.country, (-90.0, 90.0, -180.0, 180.0))
        assert south <= place.lat <= north, place
        assert west <= place.lon <= east, place


def test_kinds_are_those_of_the_record(knowledge: Knowledge) -> None:
    assert {known.kind for known in knowledge.by_key.values()} <= {*ACTOR_KINDS, "instrument", "process"}


def test_members_of_general_bodies_are_known(knowledge: Knowledge) -> None:
    for body in knowledge.igos:
        for key in (*body.members, *filter(None, [body.of])):
            assert knowledge.known(key) is not None, (body.key, key)


def test_officials_hold_offices_of_something_known(knowledge: Knowledge) -> None:
    for person in knowledge.officials:
        for tenure in person.tenures:
            assert knowledge.known(tenure.of) is not None, (person.key, tenure.of)


def test_the_pack_that_the_how_to_page_shows_is_a_pack(tmp_path: Path) -> None:
    page = PACKS_PAGE.read_text(encoding="utf-8")
    names = {"states.csv, outlets.csv and metonyms.csv": ["states.csv", "metonyms.csv"]}
    for section in page.split("\n## ")[1:]:
        title = section.split("\n", 1)[0]
        blocks = re.findall(r"```\w+\n(.*?)```", section, re.DOTALL)
        for name, block in zip(names.get(title, [title]), blocks, strict=False):
            (tmp_path / name).write_text(block, encoding="utf-8")
    assert (tmp_path / "pack.toml").exists()
    assert [str(problem) for problem in check_pack(tmp_path)] == []
