"""Numbers and tallies as running text gives them."""

from __future__ import annotations

import pytest

from communique.domain.span import Span
from communique.language.truce import breakdown
from communique.language.truce.counting.numbers import amounts

from .truce_reading import parsed

NUMBERS = [
    ("Six people came.", [("Six", 6, 6)]),
    ("Twenty-one people came.", [("Twenty-one", 21, 21)]),
    ("One hundred and six people came.", [("One hundred and six", 106, 106)]),
    ("About 50 people came.", [("About 50", 50, 50)]),
    ("More than two dozen people came.", [("More than two dozen", 24, None)]),
    ("Between 12 and 15 people came.", [("12 and 15", 12, 15)]),
    ("No more than nine people came.", [("No more than nine", None, 9)]),
    ("Hundreds of people came.", [("Hundreds", 200, None)]),
    ("Tens of thousands of people came.", [("Tens of thousands", 20_000, None)]),
    ("A number of people came.", [("A number of", 2, None)]),
    ("There were 280,000 people.", [("280,000", 280_000, 280_000)]),
    ("Some 2 million people came.", [("Some 2 million", 2_000_000, 2_000_000)]),
    ("A man came with the dog.", []),
    ("It bears the number 99999999999999999999.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NUMBERS)
def test_a_number_has_the_bounds_its_words_give_it(
    text: str, expected: list[tuple[str, int | None, int | None]]
) -> None:
    parse = parsed(text)
    found = [(parse.span(a.first, a.last).of(text), a.low, a.high) for a in amounts(parse, range(len(parse.words)))]
    assert found == expected


TALLIES = [
    ("It recorded 15 cases: nine in the Tessel valley, three in Northern Karsk, two in Lower Morrad and one in Velm.",
     [("the Tessel valley", 9), ("Northern Karsk", 3), ("Lower Morrad", 2), ("Velm", 1)]),
    ("Violations on Friday (Tessel 9, Karsk 3, Morrad 2).", [("Tessel", 9), ("Karsk", 3), ("Morrad", 2)]),
    ("It recorded 15 cases in the Tessel valley.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TALLIES)
def test_a_tally_by_place_keeps_each_place_with_its_number(text: str, expected: list[tuple[str, int]]) -> None:
    found = breakdown(parsed(text), Span(0, len(text)))
    assert [(part.place, part.count.low) for part in found] == expected
    assert [part.span.of(text) for part in found] == [place for place, _ in expected]
