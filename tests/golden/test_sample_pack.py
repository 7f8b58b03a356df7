"""The samples' own pack is one that Communiqué takes, and it knows the names the samples use."""

from __future__ import annotations

import pytest

from communique.knowledge import Knowledge, check_pack

from .samples_expected import SAMPLES

PACK = SAMPLES / "pack"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge.load(packs=[PACK])


def test_the_pack_has_no_fault() -> None:
    assert [str(problem) for problem in check_pack(PACK)] == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Drenko", "pavel-drenko"),
        ("Okafor-Lindqvist", "lena-okafor-lindqvist"),
        ("Velisk", "dara-velisk"),
    ],
)
def test_a_surname_in_a_sample_leads_to_its_person(knowledge: Knowledge, name: str, key: str) -> None:
    assert [person.key for person in knowledge.people(name)] == [key]


def test_the_memorandum_names_four_zones_that_are_drawn(knowledge: Knowledge) -> None:
    (memorandum,) = [known for known in knowledge.instruments if known.key == "brunnhal-memorandum"]
    named = {zone for term in memorandum.terms for zone in term.zones}
    assert named == {"lower-morrad", "tessel-valley", "northern-karsk", "port-adel"}
    assert named == {zone.key for zone in knowledge.zones if zone.agreement == memorandum.key}


def test_nothing_of_the_invented_country_lies_on_land(knowledge: Knowledge) -> None:
    points = [(place.lat, place.lon) for place in knowledge.places]
    points += [(lat, lon) for zone in knowledge.zones for ring in zone.rings for lon, lat in ring]
    assert all(-50 < lat < -47 and -32 < lon < -28 for lat, lon in points), "the South Atlantic, far from any island"
