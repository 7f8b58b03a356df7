"""Whether a truce speaks of what happened: by time, by place, by party, and why."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from communique.domain.incident import InScope, Placing
from communique.knowledge import Pack
from communique.knowledge.accords import InForce, Term, Zone
from communique.knowledge.entries import Period
from communique.truce.agreements import Agreement, agreements_of, named
from communique.truce.force import by_time
from communique.truce.scope import in_scope
from communique.truce.standing import standing

SAMPLES = Path(__file__).parents[2] / "samples" / "pack"
INSIDE = Placing("inside", "lower-morrad", 0.0)
NEAR = Placing("near", "port-adel", 6.6)
OUTSIDE = Placing("outside")
ON_THE_EDGE = Placing("unclear", "lower-morrad", 0.0)


@pytest.fixture(scope="module")
def memorandum() -> Agreement:
    return named(agreements_of([Pack.load(SAMPLES)]), "brunnhal-memorandum")


def ask(agreement: Agreement, **changed: object) -> InScope:
    happening: dict[str, object] = {
        "start": "2031-03-15",
        "end": None,
        "placing": INSIDE,
        "accused": ["XV:army"],
        "victims": ["khc"],
        "type": "fire/mortar",
    }
    return in_scope(agreement, **(happening | changed))


def square(key: str, west: float, south: float, size: float) -> Zone:
    east, north = west + size, south + size
    ring = ((west, south), (east, south), (east, north), (west, north), (west, south))
    return Zone(key=key, name=key.title(), source="Invented", precision="sketch", rings=(ring,))


def test_fire_by_a_party_in_a_zone_while_it_held_is_in_scope_with_its_clauses(memorandum: Agreement) -> None:
    found = ask(memorandum)
    assert found.answer is True
    assert found.agreement == "brunnhal-memorandum"
    assert found.clauses == ("clause 1",)
    assert found.reasons == (
        "in force on 2031-03-15 according to Selmark and Ardania, the guarantors (from 2031-03-13 to 2031-06-12)"
        " and Kesh Highlands Council (from 2031-03-12)",
        "inside Lower Morrad",
        "the accused: Army of Varenia, of Varenia, is a party",
    )


@pytest.mark.parametrize(
    ("changed", "answer", "says"),
    [
        ({"start": "2031-03-11"}, False, "not in force on 2031-03-11"),
        ({"start": "2031-03-12"}, None, "Selmark and Ardania, the guarantors (from 2031-03-13 to 2031-06-12) says no"),
        ({"start": "2031-03-12"}, None, "Kesh Highlands Council (from 2031-03-12) says yes"),
        ({"start": "2031-07-01"}, None, "is open"),
        ({"start": "2031-03-11", "end": "2031-03-13"}, None, "2031-03-11 to 2031-03-13 is open"),
        ({"start": "2031-03"}, None, "whether it was in force on 2031-03 is open"),
        ({"start": "2031-04"}, True, "in force on 2031-04 according to"),
        ({"start": None}, None, "the day it happened is not known"),
        ({"placing": OUTSIDE}, False, "outside the zones of the Brunnhal Memorandum"),
        ({"placing": NEAR}, False, "6.6 km from Port Adel"),
        ({"placing": ON_THE_EDGE}, None, "does not decide whether it was inside Lower Morrad"),
        ({"placing": Placing("unclear")}, None, "does not decide where it was"),
        ({"placing": OUTSIDE, "type": "protected objects and aid/convoy"}, True, "clause 4 holds wherever"),
        ({"accused": ["black-banner"]}, False, "Black Banner is left out by clause 7 of the Brunnhal Memorandum"),
        ({"victims": ["black-banner"]}, False, "the victim: Black Banner is left out by clause 7"),
        ({"victims": ["black-banner", "khc"]}, None, "among the victims: Black Banner"),
        ({"accused": ["highland-guard"]}, True, "Highland Guard, of Kesh Highlands Council, is a party"),
        ({"accused": ["pavel-drenko"]}, True, "Pavel Drenko, of Varenia, is a party"),
        ({"accused": ["XS:army"]}, None, "is a guarantor, and no term binds it by name"),
        ({"accused": ["FR"]}, False, "France is no party to the Brunnhal Memorandum"),
        ({"accused": ["somebody-new"]}, None, "somebody-new is not known to the pack"),
        ({"accused": [None]}, None, "somebody is not known"),
        ({"accused": []}, None, "nobody who is accused is known"),
        ({"accused": ["khc", "black-banner"]}, True, "Kesh Highlands Council is a party"),
        ({"accused": ["khc", "black-banner"], "either": True}, None, "Black Banner is left out"),
        ({"accused": ["khc", "XV"], "either": True}, True, "Kesh Highlands Council is a party"),
        ({"type": "civilians/looting", "placing": INSIDE}, True, "inside Lower Morrad"),
    ],
)
def test_what_decides_is_named_and_what_is_not_known_decides_nothing(
    memorandum: Agreement, changed: dict[str, object], answer: bool | None, says: str
) -> None:
    found = ask(memorandum, **changed)
    assert found.answer is answer
    assert says in "; ".join(found.reasons)


def test_what_is_out_of_scope_breaches_no_clause(memorandum: Agreement) -> None:
    assert ask(memorandum, placing=OUTSIDE).clauses == ()
    assert ask(memorandum, placing=ON_THE_EDGE).clauses == ("clause 1",)


def test_a_happening_of_which_no_term_speaks_says_so(memorandum: Agreement) -> None:
    found = ask(memorandum, type="obligations unmet/maps")
    assert found.clauses == ()
    assert found.reasons[-1] == "no term of the Brunnhal Memorandum names obligations unmet/maps as a breach"
    assert "what kind of violation it was is not known" in ask(memorandum, type="unspecified").reasons[-1]


def test_a_no_wins_over_what_is_not_known(memorandum: Agreement) -> None:
    assert ask(memorandum, start=None, accused=["black-banner"]).answer is False


def test_a_group_of_no_known_owner_is_counted_to_its_side_and_the_reason_says_so() -> None:
    pack = Pack.load("syria")
    memorandum = named(agreements_of([pack]), "memorandum-2017-05-04")
    assert standing(memorandum, "jaish-al-islam").kind == "party"
    assert "counted to the side of Syrian opposition" in standing(memorandum, "jaish-al-islam").words
    assert standing(memorandum, "hts").kind == "excluded"
    assert "came out of" in standing(memorandum, "hts").words
    assert standing(memorandum, "khalid-bin-walid-army").kind == "excluded"
    assert standing(memorandum, "tiger-forces").party == "SY"


def test_the_term_that_binds_the_accused_is_the_one_cited() -> None:
    memorandum = named(agreements_of([Pack.load("syria")]), "memorandum-2017-05-04")
    douma = Placing("inside", "de-escalation-eastern-ghouta", 0.0)
    about = {"start": "2017-05-18", "end": None, "placing": douma, "victims": (), "type": "fire/air strike"}
    assert in_scope(memorandum, accused=["SY:air-force"], **about).clauses == ("clause 2",)
    assert in_scope(memorandum, accused=["RU:air-force"], **about).clauses == ("clause 5",)


def test_inside_a_small_zone_is_inside_the_large_one_around_it(memorandum: Agreement) -> None:
    inner, outer = memorandum.zones[0], square("belt", -31, -49, 2)
    terms = (
        Term("9", "bans", "No fire in the town.", zones=(inner.key,), breaches=("fire",)),
        Term("10", "bans", "No fire in the belt.", zones=(outer.key,), breaches=("fire",)),
    )
    nested = replace(memorandum, known=replace(memorandum.known, terms=terms), zones=(inner, outer))
    assert ask(nested, placing=Placing("inside", inner.key, 0.0)).clauses == ("clause 9", "clause 10")
    assert ask(nested, placing=Placing("inside", outer.key, 0.0)).clauses == ("clause 10",)


def test_an_agreement_whose_force_nobody_dates_is_out_before_its_adoption_and_open_after() -> None:
    resolution = named(agreements_of([Pack.load(SAMPLES)]), "resolution-3107")
    assert by_time(resolution, "2031-02-03", None).answer is False
    assert by_time(resolution, "2031-02-05", None).answer is None
    assert "nobody in the pack says" in by_time(resolution, "2031-02-05", None).reason


def test_a_bound_that_is_only_a_month_leaves_the_days_of_that_month_open(memorandum: Agreement) -> None:
    voice = InForce("a mediator", Period("2031-03", "2031-05"), "Invented")
    vague = replace(memorandum, known=replace(memorandum.known, in_force=(voice,)))
    answers = [by_time(vague, day, None).answer for day in ("2031-02-28", "2031-03-15", "2031-04-01", "2031-06-01")]
    assert answers == [False, None, True, False]


def test_a_zone_of_which_no_term_about_such_a_breach_speaks_does_not_count(memorandum: Agreement) -> None:
    terms = (Term("9", "bans", "No fire in the other zone.", zones=("other",), breaches=("fire",)),)
    known = replace(memorandum.known, terms=terms)
    apart = (memorandum.zones[1], square("other", 10, 10, 1))
    found = ask(replace(memorandum, known=known, zones=apart), placing=Placing("inside", "tessel-valley", 0.0))
    assert found.answer is False
    assert "inside Tessel valley, of which no term about such a violation speaks" in found.reasons
