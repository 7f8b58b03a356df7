"""Counts and lines of a breakdown that the trained model marks, and which claim each belongs to."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.domain.truce import TruceClaim
from communique.language.truce.learned.model import Told
from communique.language.truce.learned.weaving import woven

from .heard import hearing, told
from .truce_reading import scene


def claims(text: str, *marks: Told) -> tuple[TruceClaim, ...]:
    """The truce claims of a text in which the model marks these spans."""
    return woven(replace(scene(text), hearing=hearing(text, *marks)))[0]


def truce(text: str, words: str, status: str = "unclear", polarity: str = "asserted") -> Told:
    """A truce claim as the model marks it, nearly certain."""
    return told(text, "truce", words, 0.98, status=status, polarity=polarity)


def count(text: str, words: str) -> Told:
    """A count of violations as the model marks it."""
    return told(text, "count", words, unit="violation")


# Text, the words of a status, those of a bare count behind it, the number; the words of the one claim they make.
BEHIND = [
    (
        "Compliance with the truce stays high, the mission assessed: three violations in a week.",
        "Compliance with the truce stays high",
        "three violations in a week",
        "three",
    ),
    ("Lull in Karsk wearing thin: 31 breaches this week.", "Lull in Karsk wearing thin", "31 breaches this week", "31"),
    ("Nerves along the line are brittle, with 60 breaches.", "Nerves along the line are brittle", "60 breaches", "60"),
]


@pytest.mark.parametrize(("text", "status", "counted", "number"), BEHIND, ids=[row[1] for row in BEHIND])
def test_a_status_and_the_count_behind_its_colon_are_one_claim(
    text: str, status: str, counted: str, number: str
) -> None:
    marks = (truce(text, status, "strained"), truce(text, counted), count(text, number))
    (claim,) = claims(text, *marks)
    assert claim.span.of(text) == text.rstrip(".")
    assert (claim.status, claim.violations and claim.violations.text) == ("strained", number)


def test_a_count_that_is_told_in_a_clause_of_its_own_stands_alone() -> None:
    text = "The truce is fraying, Lask said: the mission has recorded three violations."
    words = "the mission has recorded three violations"
    found = claims(text, truce(text, "The truce is fraying", "strained"), truce(text, words), count(text, "three"))
    assert [(c.status, c.violations and c.violations.text) for c in found] == [("strained", None), ("unclear", "three")]


def test_a_count_that_grammar_and_model_cut_apart_is_one_claim_and_not_confirmed() -> None:
    text = (
        "The mission could not confirm the several breaches that the town council of Ister says the army has committed."
    )
    words = "the several breaches that the town council of Ister says the army has committed"
    (claim,) = claims(text, truce(text, words, polarity="not confirmed"), count(text, "several"))
    assert (claim.polarity, claim.violations and claim.violations.low) == ("not confirmed", 2)


def test_a_number_of_times_behind_who_says_so_is_the_count_of_the_claim_before() -> None:
    text = "It has been violated, the ministry says, at least 200 times."
    marks = (
        truce(text, "It has been violated", "broken"),
        truce(text, "at least 200 times"),
        count(text, "at least 200"),
    )
    (claim,) = claims(text, *marks)
    assert claim.violations is not None and (claim.violations.low, claim.violations.high) == (200, None)


LISTED = "The mission logged 186 violations of the truce in June. Velm accounted for 71 and Port Adel for 40."


def test_lines_that_the_model_marks_are_the_parts_of_the_count_before_and_no_claim() -> None:
    whole = truce(LISTED, "The mission logged 186 violations of the truce in June")
    lines = truce(LISTED, "Velm accounted for 71 and Port Adel for 40")
    marks = (told(LISTED, "line", "71"), told(LISTED, "line", "40"))
    (claim,) = claims(LISTED, whole, lines, count(LISTED, "186"), *marks)
    assert [(part.place, part.count.low) for part in claim.breakdown] == [("Velm", 71), ("Port Adel", 40)]


def test_a_part_that_is_marked_as_a_count_is_no_claim_behind_a_larger_one() -> None:
    text = "Sixteen breaches since noon, says the desk: nine at Velm, five along the canal."
    whole = truce(text, "Sixteen breaches since noon")
    lines = truce(text, "nine at Velm, five along the canal")
    found = claims(text, whole, lines, count(text, "Sixteen"), count(text, "nine"), told(text, "line", "five"))
    assert [c.violations and c.violations.text for c in found] == ["Sixteen"]


def test_a_number_behind_a_smaller_one_is_a_count_of_its_own() -> None:
    text = "Five breaches since noon, says the desk: nine at Velm, five along the canal."
    lines = truce(text, "nine at Velm, five along the canal")
    marks = (count(text, "Five"), count(text, "nine"), told(text, "line", "five along"))
    found = claims(text, truce(text, "Five breaches since noon"), lines, *marks)
    assert [c.violations and c.violations.text for c in found] == ["Five", "nine"]


@pytest.mark.parametrize("text", ["Of the 33 violations of the truce, 20 are blamed on the guard and 13 on the army."])
def test_parts_of_a_total_that_was_given_are_no_claims(text: str) -> None:
    marks = (truce(text, text.rstrip(".")), count(text, "33"), count(text, "20"), count(text, "13"))
    assert [c.violations and c.violations.text for c in claims(text, *marks)] == ["33"]


# Text, the model's claim in it, its word for the number; the bounds, None where it counts no breaches.
NUMBERS = [
    ("The log of breaches has passed 400.", "The log of breaches has passed 400", "400", (400, None)),
    ("A couple of breaches at most, shrugged the sergeant.", "A couple of breaches at most", "A couple", (None, 2)),
    ("The mission publishes no total.", "The mission publishes no total", "no", None),
    ("Casualties: none, says the duty officer.", "Casualties: none", "none", None),
    ("Velm has seen none of the kind since March.", "Velm has seen none of the kind since March", "none", (0, 0)),
]


@pytest.mark.parametrize(("text", "words", "number", "bounds"), NUMBERS, ids=[row[0] for row in NUMBERS])
def test_a_number_of_the_model_has_its_bounds_and_counts_breaches(
    text: str, words: str, number: str, bounds: tuple[int | None, int | None] | None
) -> None:
    (claim,) = claims(text, truce(text, words), count(text, number))
    assert (claim.violations and (claim.violations.low, claim.violations.high)) == bounds


def test_a_question_claims_nothing() -> None:
    text = "Has a single breach been proved against us? Not one has."
    marks = (truce(text, "Has a single breach been proved against us"), truce(text, "Not one has", "holding"))
    assert [c.span.of(text) for c in claims(text, *marks)] == ["Not one has"]


def test_rounds_count_for_a_truce_only_where_the_model_gives_them_to_it() -> None:
    text = "The truce was strained by 40 bursts near Velm."
    whole = truce(text, text.rstrip("."), "strained")
    assert [c.violations for c in claims(text, whole)] == [None]
    (claim,) = claims(text, whole, told(text, "count", "40", unit="burst"))
    assert claim.violations is not None and (claim.violations.low, claim.violations.unit) == (40, "burst")
