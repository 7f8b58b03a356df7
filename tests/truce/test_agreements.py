"""Agreements as data: what is found under a name, which zones and rungs belong to which agreement."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import KnowledgeError
from communique.knowledge import Pack
from communique.knowledge.accords import RUNG_NAMES, Rung
from communique.truce.agreements import Agreement, agreements_of, named
from communique.truce.ladder import rung_number, rungs_for, standing_on
from communique.truce.zones import ZoneMap

SAMPLES = Path(__file__).parents[2] / "samples" / "pack"


@pytest.fixture(scope="module")
def varenia() -> tuple[Agreement, ...]:
    return agreements_of([Pack.load(SAMPLES)])


@pytest.fixture(scope="module")
def built_in() -> tuple[Agreement, ...]:
    return agreements_of([Pack.load("syria"), Pack.load("ukraine")])


@pytest.mark.parametrize(
    "text",
    [
        "brunnhal-memorandum",
        "Brunnhal Memorandum",
        "brunnhal memorandum",
        "memorandum on safe zones",
        "Safe-Zones Memorandum",
        "  Brunnhal   Memorandum on safe zones ",
    ],
)
def test_an_agreement_is_found_by_key_name_and_alias_however_it_is_typed(
    varenia: tuple[Agreement, ...], text: str
) -> None:
    assert named(varenia, text).key == "brunnhal-memorandum"


def test_a_misspelt_agreement_is_told_with_the_nearest_and_the_known(varenia: tuple[Agreement, ...]) -> None:
    with pytest.raises(KnowledgeError, match=r"no agreement brunhal-memorandum. Did you mean brunnhal-memorandum\?.*"):
        named(varenia, "brunhal-memorandum")
    with pytest.raises(KnowledgeError, match=r"know brunnhal-memorandum, resolution-3107, qasrin-protocol"):
        named(varenia, "something else")
    with pytest.raises(KnowledgeError, match="no pack in use has an agreement"):
        named((), "brunnhal-memorandum")


def test_a_name_that_two_agreements_share_is_not_decided_for_the_user(built_in: tuple[Agreement, ...]) -> None:
    with pytest.raises(KnowledgeError, match=r"several agreements: .*; give the key of one of them"):
        named((*built_in, *built_in), "Minsk Protocol")


def test_an_agreement_has_its_zones_parties_and_ladder_together(varenia: tuple[Agreement, ...]) -> None:
    memorandum = named(varenia, "brunnhal-memorandum")
    assert [zone.key for zone in memorandum.zones] == ["lower-morrad", "tessel-valley", "northern-karsk", "port-adel"]
    assert memorandum.parties == ("XV", "khc")
    assert memorandum.guarantors == ("XS", "XD")
    assert memorandum.excluded == ("black-banner",)
    assert [memorandum.called(key) for key in (*memorandum.parties, "XV:foreign-ministry")] == [
        "Varenia",
        "Kesh Highlands Council",
        "Foreign Ministry of Varenia",
    ]
    assert [rung.rung for rung in memorandum.ladder] == list(range(13))
    assert named(varenia, "qasrin-protocol").zones == ()


def test_a_zone_that_only_a_term_names_belongs_to_the_agreement_too(built_in: tuple[Agreement, ...]) -> None:
    protocol = named(built_in, "moscow-2020-03-05")
    assert {zone.key for zone in protocol.zones} == {"de-escalation-idlib", "m4-corridor"}


def test_an_agreement_s_own_rung_stands_before_the_pack_s() -> None:
    ladder = (
        Rung(5, "send a team", "Invented", who=("un",)),
        Rung(5, "send a team", "Invented", who=("jmm",), agreement="truce"),
        Rung(8, "technical or joint committee", "Invented", who=("commission",), agreement="other"),
        Rung(2, "call for restraint", "Invented", who=("un",)),
    )
    assert [(rung.rung, rung.who) for rung in rungs_for("truce", ladder)] == [(2, ("un",)), (5, ("jmm",))]
    assert standing_on(rungs_for("truce", ladder), "send a team") == ("jmm",)
    assert standing_on(rungs_for("truce", ladder), "formal report") == ()


def test_a_step_is_numbered_as_the_ladder_counts_it() -> None:
    assert [rung_number(name) for name in ("log", "send a team", "suspension or end", "none")] == [0, 5, 12, None]
    assert len(RUNG_NAMES) == 13


@pytest.mark.parametrize(
    ("agreement", "voices"),
    [
        ("cessation-2016-02", {("2016-02-27", None), ("2016-02-27", "2016-03-12")}),
        ("ceasefire-2016-12", {("2016-12-30", None)}),
        ("memorandum-2017-05-04", {("2017-05-05", None), ("2017-05-06", None)}),
        ("minsk-protocol", {("2014-09-05", None), ("2014-09-05", "2022-02-22")}),
        ("minsk-memorandum", {("2014-09-19", None), ("2014-09-19", "2022-02-22")}),
        ("package-of-measures", {("2015-02-15", None), ("2015-02-15", "2022-02-22")}),
    ],
)
def test_the_packs_say_from_when_a_truce_held_and_who_says_so(
    built_in: tuple[Agreement, ...], agreement: str, voices: set[tuple[str, str | None]]
) -> None:
    found = named(built_in, agreement)
    assert {(voice.period.start, voice.period.end) for voice in found.in_force} == voices
    assert all(voice.says and voice.source for voice in found.in_force)
    assert any("fire" in breach for term in found.terms for breach in term.breaches)


@pytest.mark.parametrize(
    ("agreement", "place", "lat", "lon", "relation", "zone"),
    [
        ("memorandum-2017-05-04", "Idlib", 35.93, 36.63, "inside", "de-escalation-idlib"),
        ("memorandum-2017-05-04", "Rastan", 34.93, 36.73, "inside", "de-escalation-homs"),
        ("memorandum-2017-05-04", "Douma", 33.57, 36.40, "inside", "de-escalation-eastern-ghouta"),
        ("memorandum-2017-05-04", "Daraa, on the line", 32.62, 36.10, "unclear", "de-escalation-south"),
        ("memorandum-2017-05-04", "Raqqa", 35.95, 39.01, "outside", None),
        ("minsk-memorandum", "Avdiivka", 48.14, 37.75, "inside", "security-zone-30km"),
        ("minsk-memorandum", "Volnovakha", 47.60, 37.49, "unclear", "security-zone-30km"),
        ("minsk-memorandum", "Kramatorsk", 48.74, 37.58, "outside", None),
        ("package-of-measures", "Luhansk", 48.57, 39.31, "inside", "withdrawal-belt"),
        ("package-of-measures", "Kramatorsk", 48.74, 37.58, "inside", "withdrawal-belt-140km"),
        ("framework-decision", "Zolote", 48.69, 38.50, "unclear", "disengagement-zolote"),
    ],
)
def test_towns_lie_where_the_sketches_of_the_packs_put_them(
    built_in: tuple[Agreement, ...], agreement: str, place: str, lat: float, lon: float, relation: str, zone: str | None
) -> None:
    placing = ZoneMap.of(named(built_in, agreement).zones).place(lat, lon, 1.0)
    assert (placing.relation, placing.zone) == (relation, zone), place
