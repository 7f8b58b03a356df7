"""Claims that cannot both be so are set side by side, and those that can are not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from communique.domain.incident import IncidentClaim, Party, Range, Site
from communique.truce.contradictions import contradictions
from communique.truce.origins import Voices, origins

from .test_incidents import ARMY, GUARD, VELISK, VOC, claim, made
from .words import memorandum


def found(*claims: IncidentClaim) -> list[tuple[str, str]]:
    """Kind and words of each contradiction, whatever the matcher makes of the claims."""
    asserted = [one for one in claims if one.polarity == "asserted"]
    voices = Voices.of([memorandum().sides])
    return [(one.kind, one.says) for one in contradictions(claims, origins(asserted, voices), voices.sides)]


@pytest.mark.parametrize(
    ("fields", "other", "expected"),
    [
        (
            {"killed": Range(2, 2, "two")},
            {"killed": Range(5, 5, "five")},
            [("count", "killed: two (Pavel Drenko), five (Varenia Observatory for Civilians)")],
        ),
        ({"killed": Range(2, None, "several")}, {"killed": Range(5, 5)}, []),
        ({"killed": Range(2, 3)}, {"killed": Range(3, 4)}, []),
        (
            {"injured": Range(None, 4)},
            {"injured": Range(5, None)},
            [("count", "injured: up to 4 (Pavel Drenko), 5 or more (Varenia Observatory for Civilians)")],
        ),
        (
            {"start": "2031-03-14", "end": "2031-03-14"},
            {"start": "2031-03-15", "end": "2031-03-15"},
            [("date", "2031-03-14 (Pavel Drenko), 2031-03-15 (Varenia Observatory for Civilians)")],
        ),
        ({"start": "2031-03-14", "end": "2031-03-16"}, {"start": "2031-03-15", "end": "2031-03-15"}, []),
        ({"start": None, "end": None}, {}, []),
        (
            {"accused": (GUARD,)},
            {"accused": (ARMY,)},
            [("actor", "Highland Guard (Pavel Drenko), Varenian army (Varenia Observatory for Civilians)")],
        ),
        ({"accused": (ARMY,)}, {"accused": (replace(ARMY, name="Varenia", known="XV"),)}, []),
        ({"accused": (GUARD,)}, {"accused": (ARMY, GUARD), "either": True}, []),
        ({"accused": ()}, {"accused": (ARMY,)}, []),
        (
            {"site": Site("Velm", -48.69, -30.19, 1.0)},
            {"site": Site("Karsk", -48.44, -29.93, 2.0)},
            [("place", "Velm (Pavel Drenko), Karsk (Varenia Observatory for Civilians), 34 km apart")],
        ),
        ({"site": Site("Velm", -48.69, -30.19, 1.0)}, {"site": Site("Lower Morrad", -48.66, -30.27, 40.0)}, []),
    ],
)
def test_what_two_voices_say_is_compared_field_by_field(
    fields: dict[str, Any], other: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert found(claim("a", **fields), claim("b", VOC, **other)) == expected


def test_one_origin_in_two_papers_does_not_contradict_itself() -> None:
    early, late = claim("a", killed=Range(2, 2)), claim("b", ("Selpress", "Pavel Drenko"), killed=Range(5, 5))
    assert found(early, late) == []


@pytest.mark.parametrize(
    ("words", "others", "kinds"),
    [
        ("in the night to Tuesday shots fell", "shots fell on Monday evening", []),
        ("shots fell between 22:10 and 04:30", "shots fell in the night", []),
        ("shots fell at 14:30", "shots fell in the night", ["date"]),
        ("shots fell at noon", "shots fell in the afternoon", ["date"]),
    ],
)
def test_the_two_dates_of_one_night_do_not_contradict_each_other(words: str, others: str, kinds: list[str]) -> None:
    one = claim("a", words=words, start="2031-03-17", end="2031-03-17")
    two = claim("b", VOC, words=others, start="2031-03-18", end="2031-03-18")
    assert [kind for kind, _ in found(one, two)] == kinds


def test_what_was_taken_back_contradicts_nothing() -> None:
    assert found(claim("a", killed=Range(2, 2)), claim("b", VOC, killed=Range(5, 5), retracted=True)) == []


def test_a_denial_stands_beside_what_it_denies_in_both_sides_words() -> None:
    denial = claim("b", VELISK, polarity="denied", words="no shell was fired")
    assert found(claim("a"), denial) == [
        ("denial", "Dara Velisk denies it: “no shell was fired”; Pavel Drenko says “mortar fire on Velm”")
    ]
    assert len(found(claim("a"), denial, replace(denial, key="c"))) == 1, "a copy of a denial is no second one"
    doubt = replace(denial, polarity="not confirmed")
    assert [kind for kind, _ in found(claim("a"), doubt)] == ["cannot confirm"]


def test_each_kind_is_told_once_for_two_voices() -> None:
    many = [claim(f"a{n}", killed=Range(2, 2)) for n in range(5)] + [
        claim(f"b{n}", VOC, killed=Range(5, 5)) for n in range(5)
    ]
    assert [kind for kind, _ in found(*many)] == ["count"]


def test_a_clause_that_the_agreement_does_not_have_is_told() -> None:
    (told,) = made(claim("a", rule="Article 12")).contradictions
    assert (told.kind, told.other) == ("report v. treaty text", "brunnhal-memorandum")
    assert (
        told.says == "Pavel Drenko invokes “Article 12”; the Brunnhal Memorandum has the clauses 1, 2, 3, 4, 5, 6, 7, 8"
    )
    assert made(claim("b", rule="Article 2")).contradictions == ()


def test_gunmen_contradict_no_name() -> None:
    gunmen = claim("a", VOC, accused=(Party("Gunmen", described=True),))
    assert found(gunmen, claim("b", accused=(GUARD,))) == []
    assert [kind for kind, _ in found(claim("a", VOC, accused=(ARMY,)), claim("b", accused=(GUARD,)))] == ["actor"]


def test_a_source_that_nothing_describes_is_called_unnamed() -> None:
    nobody = claim("a", ("ANA", "unspecified source"), anonymous=True, killed=Range(2, 2, "two"))
    ((_, says),) = found(nobody, claim("b", VOC, killed=Range(5, 5, "five")))
    assert says == "killed: two (an unnamed source), five (Varenia Observatory for Civilians)"
