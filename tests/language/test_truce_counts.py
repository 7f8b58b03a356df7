"""Tallies: over which time, from when on, of what, laid to whom; two sides' counts are never one."""

from __future__ import annotations

import pytest

from .truce_reading import claims, truce_in

PERIODS = [
    ("Monitors recorded nine violations in the past 24 hours.", "in the past 24 hours", False),
    ("Nineteen violations have been registered since the truce took effect.", "since the truce took effect", True),
    ("Since the start of the truce the mission has counted 640 violations.", "Since the start of the truce", True),
    ("The mission has logged 15 violations of the truce since noon.", "since noon", None),
    ("The monitors have recorded 40 violations so far.", None, True),
    ("A total of 55 ceasefire violations were recorded between 1 and 7 April.", "between 1 and 7 April", False),
    ("On Friday the mission recorded two violations.", "On Friday", False),
    ("The mission recorded 17 violations, against two in the previous reporting period.", None, None),
    ("The mission recorded two violations of the truce.", None, None),
]


@pytest.mark.parametrize(("text", "words", "cumulative"), PERIODS)
def test_a_count_keeps_the_time_it_was_counted_over(text: str, words: str | None, cumulative: bool | None) -> None:
    claim = next(c for c in claims(text)[0] if c.violations)
    assert (claim.period_text, claim.cumulative) == (words, cumulative)


def test_a_period_is_tied_to_its_date() -> None:
    (claim,) = claims("On 28 March the mission recorded two violations.")[0]
    assert claim.period == "28 March"


BREAKDOWNS = [
    ("It registered 21 violations: Tessel valley – 12, Northern Karsk – 6, Lower Morrad – 3.",
     [("Tessel valley", 12), ("Northern Karsk", 6), ("Lower Morrad", 3)]),
    ("Ceasefire violations: 33 (Tessel 20, Karsk 8, Velm 5).", [("Tessel", 20), ("Karsk", 8), ("Velm", 5)]),
    ("The mission recorded eight violations, five of them in the Tessel valley and three in Northern Karsk.",
     [("the Tessel valley", 5), ("Northern Karsk", 3)]),
    ("The mission recorded about 240 ceasefire violations, including 90 explosions.", [("explosions", 90)]),
    ("The mission recorded 15 violations in the Tessel valley.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parts"), BREAKDOWNS)
def test_a_breakdown_keeps_every_line(text: str, parts: list[tuple[str, int]]) -> None:
    claim = truce_in(text)[0]
    assert [(part.place, part.count.low) for part in claim.breakdown] == parts
    for part in claim.breakdown:
        assert part.span.of(text) == part.place and part.count.span.of(text) == part.count.text


def test_a_part_of_another_kind_has_its_own_unit() -> None:
    (claim,) = truce_in("The mission recorded about 240 ceasefire violations, including 90 explosions.")
    assert claim.violations is not None
    assert (claim.violations.unit, claim.breakdown[0].count.unit) == ("violation", "explosion")


def test_a_zone_in_a_part_of_the_count_is_not_where_the_whole_is() -> None:
    (claim,) = truce_in("It recorded 15 violations: nine in the Tessel valley and six in Northern Karsk.")
    assert (claim.zones, claim.scope_text) == ((), None)


TWO_SIDES = [
    ("The Ardanian side recorded six violations and the Selmarkan side four.", [6, 4]),
    ("The Ardanian side recorded six violations of the truce. The Selmarkan side registered three.", [6, 3]),
    ("A single violation was recorded in Port Adel, none in Lower Morrad.", [1, 0]),
    ("The bulletin listed nine violations in the Tessel valley, five in Northern Karsk and two in Lower Morrad.",
     [9, 5, 2]),
    ("Rook put the number of violations by the army at eight and those by the guard at three.", [8, 3]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "counts"), TWO_SIDES)
def test_numbers_side_by_side_are_not_added_up_or_lost(text: str, counts: list[int]) -> None:
    assert [c.violations.low for c in truce_in("The truce is young. " + text) if c.violations] == counts


NUMBERS = [
    ("The number of ceasefire violations rose to 27 from 19.", 27, "violation"),
    ("The mission recorded fewer ceasefire violations than before: 61, compared with 88.", 61, "violation"),
    ("The mission recorded more ceasefire violations than the day before: 12 explosions.", 12, "explosion"),
]


@pytest.mark.parametrize(("text", "low", "unit"), NUMBERS)
def test_of_two_counts_the_claims_own_is_kept(text: str, low: int, unit: str) -> None:
    count = truce_in(text)[0].violations
    assert count is not None and (count.low, count.unit) == (low, unit)


LAID_TO = [
    ("Monitors recorded 12 violations by the Varenian army.", ("army",)),
    ("The Highland Guard committed nine violations of the truce.", ("guard",)),
    ("The Highland Guard has violated the ceasefire 14 times.", ("guard",)),
    ("Eight violations of the truce were attributed to the Highland Guard.", ("guard",)),
    ("On the Kesh Highlands Council's part the monitors recorded two violations.", ("khc",)),
    ("Ardania accused the Highland Guard of 30 violations of the truce.", ("guard",)),
    ("The Varenian army broke the truce within hours.", ("army",)),
    ("Ardania recorded 12 violations of the truce.", ()),
]


@pytest.mark.parametrize(("text", "parties"), LAID_TO)
def test_who_counts_is_not_who_is_accused(text: str, parties: tuple[str, ...]) -> None:
    assert claims(text)[0][0].parties == parties


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The raid was a breach of Article 2 of the memorandum.", "Article 2"),
        ("The army violated the truce under clause 3(b).", "clause 3(b)"),
        ("The army violated the truce.", None),
    ],
)
def test_the_clause_invoked_is_kept_as_it_stands(text: str, rule: str | None) -> None:
    assert truce_in(text)[0].rule == rule
