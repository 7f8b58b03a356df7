"""The words of an area that is no zone: what may stand in a heading, whatever sentence it was cut out of."""

from __future__ import annotations

import pytest

from communique.truce.scoped import LONGEST, area_words, only_counts


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("one of its four zones and", "one of its four zones"),
        ("and in two of the zones, but", "two of the zones"),
        ("Three of Four Zones", "three of four zones"),
        ("Outside the Lower Morrad Zone", "outside the Lower Morrad zone"),
        ("the town of Sel Harad,", "the town of Sel Harad"),
        ("  most\n of Port Adel ", "most of Port Adel"),
        ("in the", ""),
        ("and " * 500, ""),
    ],
)
def test_a_scope_is_cleaned_at_its_ends_and_keeps_its_names(scope: str, expected: str) -> None:
    assert area_words(scope) == expected


def test_a_scope_as_long_as_a_page_makes_no_heading_of_that_length() -> None:
    assert len(area_words("villages north " * 5_000)) <= LONGEST + 2


@pytest.mark.parametrize(
    ("area", "expected"),
    [("two", True), ("the other two", True), ("two of the zones", False), ("Morrad", False), ("two villages", False)],
)
def test_a_bare_number_is_no_heading(area: str, expected: bool) -> None:
    assert only_counts(area) is expected
