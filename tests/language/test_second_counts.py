"""Two counts told in one breath, the noun of the second left out: each is a claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.domain.truce import TruceClaim
from communique.language.truce.learned.weaving import woven

from .heard import hearing, told
from .truce_reading import scene


def claims(text: str, *counts: str, status: str = "unclear", **other: str) -> tuple[TruceClaim, ...]:
    """The truce claims of a text that the model takes for one claim, with these numbers; `other` are roles and words."""
    whole = told(text, "truce", text.rstrip("."), 0.95, status=status, polarity="asserted")
    numbers = [told(text, "count", words, unit="violation") for words in counts]
    more = [told(text, role, words, type="fire/mortar", polarity="asserted") for role, words in other.items()]
    return woven(replace(scene(text), hearing=hearing(text, whole, *numbers, *more)))[0]


def read(found: tuple[TruceClaim, ...], text: str) -> list[tuple[str, str | None]]:
    """The words of each claim and of its count."""
    return [(c.span.of(text), c.violations and c.violations.text) for c in found]


# Text, the numbers that the model marks, the claims' words with the count of each.
APART = [
    (
        "The mission counted 33 ceasefire violations on Saturday and 48 on Sunday.",
        ("33", "48"),
        [("The mission counted 33 ceasefire violations on Saturday", "33"), ("48 on Sunday", "48")],
    ),
    (
        "The Highland Guard reported nineteen violations of the truce in Karsk and, in Velm, six.",
        ("nineteen", "six"),
        [
            ("The Highland Guard reported nineteen violations of the truce in Karsk", "nineteen"),
            ("in Velm, six", "six"),
        ],
    ),
    (
        "Roughly three dozen ceasefire violations were recorded on the first day but fewer than ten on the second.",
        ("Roughly three dozen", "fewer than ten"),
        [
            ("Roughly three dozen ceasefire violations were recorded on the first day", "Roughly three dozen"),
            ("fewer than ten on the second", "fewer than ten"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "counts", "expected"), APART, ids=[row[0][:40] for row in APART])
def test_each_of_two_counts_is_a_claim(
    text: str, counts: tuple[str, ...], expected: list[tuple[str, str | None]]
) -> None:
    assert read(claims(text, *counts), text) == expected


# Text, the numbers marked; the second is a period before, a difference, a part, or counts something else.
TOGETHER = [
    ("The mission counted 33 ceasefire violations, and that after 48 on Saturday.", ("33", "48")),
    ("The mission counted 58 ceasefire violations, 20 more than on Saturday.", ("58", "20")),
    ("The mission counted 58 ceasefire violations, of which 20 were in Velm.", ("58", "20")),
    ("Ceasefire violations fell to 17, having peaked at 44 in May.", ("17", "44")),
    ("The mission counted six ceasefire violations and freed two soldiers.", ("six", "two")),
]


@pytest.mark.parametrize(("text", "counts"), TOGETHER, ids=[row[0][:40] for row in TOGETHER])
def test_a_number_that_is_compared_or_a_part_makes_no_claim(text: str, counts: tuple[str, ...]) -> None:
    assert [c.violations and c.violations.text for c in claims(text, *counts)] == [counts[0]]


def test_a_number_of_a_period_before_ends_the_counts() -> None:
    text = "The mission counted 17 ceasefire violations last week, 44 before it and 90 in May."
    assert [words for _, words in read(claims(text, "17", "90", earlier="44"), text)] == ["17"]


def test_a_count_of_deeds_is_no_count_of_violations() -> None:
    text = "The mission counted 17 ceasefire violations in Karsk and, in Velm, six."
    assert [words for _, words in read(claims(text, "17", "six", violation="in Velm, six"), text)] == ["17"]


def test_none_in_another_place_holds_there() -> None:
    text = "The Highland Guard breached the truce twice in Karsk, and not once in Velm."
    found = claims(text, "twice", "not once", status="broken")
    assert [(c.status, c.violations and c.violations.high) for c in found] == [("broken", 2), ("holding", 0)]


def test_the_second_count_is_laid_to_whom_the_first_one_is_said_to_have_broken() -> None:
    text = "In Karsk the army breached the ceasefire five times, in Velm three."
    assert [c.status for c in claims(text, "five times", "three", status="broken")] == ["broken", "broken"]


def test_a_bound_stays_with_a_number_of_times() -> None:
    text = "No more than twice since May has the truce been violated."
    (claim,) = claims(text, "No more than twice", status="broken")
    assert claim.violations is not None and (claim.violations.low, claim.violations.high) == (None, 2)


def test_a_claim_keeps_the_words_of_its_count_where_nothing_else_tells_it() -> None:
    text = "With nine breaches since Friday the truce is running a temperature."
    part = told(text, "truce", "the truce is running a temperature", status="strained", polarity="asserted")
    weak = told(text, "truce", "With nine breaches since Friday", 0.5, status="unclear", polarity="asserted")
    count = told(text, "count", "nine", unit="violation")
    found = woven(replace(scene(text), hearing=hearing(text, part, weak, count)))[0]
    assert read(found, text) == [(text.rstrip("."), "nine")]
