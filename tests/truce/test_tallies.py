"""Two-sided tallies: what is set side by side, what is never compared, and whose figures do not hold together."""

from __future__ import annotations

from datetime import date

import pytest

from communique.domain.incident import Opinion
from communique.truce.opposed import opposed
from communique.truce.status import status_over_time
from communique.truce.sums import carried, sum_check
from communique.truce.tallies import Window, counted, windows

from .words import counts, memorandum, says

SINCE, UNTIL = date(2031, 3, 13), date(2031, 3, 26)
ARDANIA, SELMARK = "Ardanian part of the Joint Commission", "Selmarkan part of the Joint Commission"


def of(*opinions: Opinion) -> tuple[Window, ...]:
    return windows(opinions, memorandum(), SINCE, UNTIL)


@pytest.mark.parametrize(
    ("total", "parts", "expected"),
    [
        (
            15,
            (("Tessel valley", 9), ("Northern Karsk", 3), ("Lower Morrad", 2), ("Port Adel", 1)),
            "adds up: 9 + 3 + 2 + 1 = 15",
        ),
        (15, (("Tessel valley", 9), ("Northern Karsk", 3)), "partial: 9 + 3 = 12 of 15"),
        (15, (("Tessel valley", 9), ("Northern Karsk", 8)), "more than the total: 9 + 8 = 17, given as 15"),
        (15, (("Tessel valley", (2, None)), ("Northern Karsk", 3)), "the sum is open: “2” is no exact number"),
        (4, (("Tessel valley", (2, None)), ("Northern Karsk", 3)), "more than the total: 2 + 3 = 5, given as 4"),
        (0, (("Port Adel", 0),), "adds up: 0 = 0"),
        (15, (), None),
    ],
)
def test_the_parts_are_held_against_the_total(total: int, parts: tuple[object, ...], expected: str | None) -> None:
    tally = counts("Ardania", total, "2031-03-18", parts=parts).tally
    assert tally is not None
    found = sum_check(tally)
    assert (found.says if found else None) == expected


def test_a_vague_total_is_not_held_against_its_parts() -> None:
    tally = counts("Ardania", 2, "2031-03-18", high=None, parts=(("Port Adel", 9),)).tally
    assert tally is not None
    assert sum_check(tally) is None


def test_both_sides_counts_of_one_day_stand_side_by_side_with_what_parts_them() -> None:
    (window,) = of(counts(ARDANIA, 15, "2031-03-18"), counts(SELMARK, 11, "2031-03-18"))
    assert [(one.counter, one.tally.low) for one in window.counts] == [(ARDANIA, 15), (SELMARK, 11)]
    (difference,) = window.differences
    assert difference.says == f"{ARDANIA}: 15, {SELMARK}: 11; 4 violations apart"


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({}, {"unit": "projectile"}, "different units"),
        ({}, {"accused": ("Highland Guard",)}, "laid to one side only"),
        ({}, {"high": None}, "a vague count"),
        ({"start": "2031-03-12"}, {"start": "2031-03-18"}, "a week against a day"),
        ({"start": "2031-03-12"}, {}, "a week against a count that names no days"),
        ({}, {"cumulative": True}, "a running total against a day's count"),
        ({}, {"status": "holding", "agreement": None}, "a report that names no party"),
    ],
)
def test_counts_of_different_things_are_not_compared(
    one: dict[str, object], other: dict[str, object], why: str
) -> None:
    found = of(counts(ARDANIA, 15, "2031-03-18", **one), counts(SELMARK, 190, "2031-03-18", **other))
    assert not any(window.differences for window in found), why


def test_one_zones_count_is_not_held_against_the_count_of_all() -> None:
    zones = tuple(zone.name for zone in memorandum().zones)
    (window,) = of(counts(ARDANIA, 15, "2031-03-18", zones=("Port Adel",)), counts(SELMARK, 11, "2031-03-18"))
    assert window.differences == ()
    (window,) = of(counts(ARDANIA, 15, "2031-03-18", zones=zones), counts(SELMARK, 11, "2031-03-18"))
    assert len(window.differences) == 1


def test_different_units_are_said_to_be_different() -> None:
    (window,) = of(counts(ARDANIA, 15, "2031-03-18"), counts(SELMARK, 190, "2031-03-18", unit="projectile"))
    assert window.units == ("violation", "projectile")


def test_one_count_told_by_three_outlets_is_one_count() -> None:
    told = [counts(ARDANIA, 15, "2031-03-18", by=outlet) for outlet in ("ANA", "Selpress", "Meridian")]
    (window,) = of(*told)
    (one,) = window.counts
    assert [other.cited.outlet for other in one.repeats] == ["Selpress", "Meridian"]


def test_the_counter_is_who_counted_and_not_who_tells_of_it() -> None:
    (window,) = of(counts("Ardanian Defence Ministry", 11, "2031-03-18", by_whom=SELMARK))
    assert window.counts[0].counter == SELMARK


def test_who_cannot_confirm_any_stands_beside_the_counts_of_that_day() -> None:
    doubt = says(SELMARK, "unclear", "2031-03-19", polarity="not confirmed")
    (window,) = of(counts(ARDANIA, 15, "2031-03-18"), doubt)
    assert window.doubts == (doubt,)
    over = status_over_time((doubt,), memorandum(), SINCE, UNTIL)
    kinds = [contradiction.kind for contradiction, _ in opposed(over, (window,))]
    assert kinds == ["cannot confirm"]


def test_counts_of_days_that_nobody_knows_are_not_set_against_each_other() -> None:
    found = of(counts(ARDANIA, 15, "2031-03-18"), counts(SELMARK, 11, None), counts("Meridian", 7, None))
    assert [window.end for window in found] == ["2031-03-18", None]
    assert not any(window.differences or window.doubts for window in found)


def test_counts_outside_the_period_or_on_another_truce_are_left_out() -> None:
    found = of(counts(ARDANIA, 15, "2031-03-12"), counts(ARDANIA, 15, "2031-03-14", agreement="qasrin-protocol"))
    assert found == ()


def test_a_count_that_names_no_agreement_is_taken_in_and_marked() -> None:
    (window,) = of(counts(ARDANIA, 15, "2031-03-18", agreement=None, perhaps=("brunnhal-memorandum",)))
    assert [one.named for one in window.counts] == [False]


@pytest.mark.parametrize(
    ("daily", "later", "expected"),
    [
        ((("2031-03-19", 18),), ("2031-03-19", 45), "carries over: 27 + 18 = 45"),
        ((("2031-03-19", 18),), ("2031-03-19", 46), "does not carry over: 27 + 18 = 45, given as 46"),
        ((("2031-03-19", 18), ("2031-03-20", 2)), ("2031-03-20", 47), "carries over: 27 + 18 + 2 = 47"),
        ((("2031-03-19", 18),), ("2031-03-20", 47), "27 to 47: no count was read for 2031-03-20"),
        ((), ("2031-03-20", 47), "27 to 47: no count was read for 2 of 2 days"),
        ((), ("2031-03-20", 20), "the total falls from 27 to 20"),
        ((), ("2999-03-20", 30), "27 to 30: more than 62 days lie between them"),
    ],
)
def test_a_running_total_is_held_against_the_day_counts_between(
    daily: tuple[tuple[str, int], ...], later: tuple[str, int], expected: str
) -> None:
    said = [counts(ARDANIA, 27, "2031-03-18", cumulative=True), *(counts(ARDANIA, n, day) for day, n in daily)]
    said.append(counts(ARDANIA, later[1], later[0], cumulative=True))
    (carry,) = carried(one for one in (counted(opinion, memorandum()) for opinion in said) if one)
    assert carry.says == expected


def test_another_sides_day_counts_carry_nobodys_total() -> None:
    said = [
        counts(ARDANIA, 27, "2031-03-18", cumulative=True),
        counts(SELMARK, 18, "2031-03-19"),
        counts(ARDANIA, 45, "2031-03-19", cumulative=True),
    ]
    (carry,) = carried(one for one in (counted(opinion, memorandum()) for opinion in said) if one)
    assert carry.verdict == "open"


CALM = says("Pavel Drenko", "holding", "2031-03-20", "Tessel valley")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (says("Dara Velisk", "broken", "2031-03-20", "Tessel valley"), ["status"]),
        (says("Dara Velisk", "broken", "2031-03-21", "Tessel valley"), []),
        (says("Dara Velisk", "broken", "2031-03-20", "Port Adel"), []),
        (says("Dara Velisk", "strained", "2031-03-20", "Tessel valley"), []),
        (says("Pavel Drenko", "broken", "2031-03-20", "Tessel valley"), []),
        (says("Dara Velisk", "holding", "2031-03-22", "Tessel valley", polarity="denied"), ["denial"]),
        (says("Dara Velisk", "mostly holding", "2031-03-22", "Tessel valley", polarity="denied"), ["denial"]),
        (says("Dara Velisk", "broken", "2031-03-22", "Tessel valley", polarity="denied"), []),
        (says("JMM", "holding", "2031-03-21", "Tessel valley", polarity="not confirmed"), ["cannot confirm"]),
        (says("Dara Velisk", "holding", "2031-03-19", "Tessel valley", polarity="denied"), []),
    ],
)
def test_words_contradict_only_of_one_area_and_day_or_where_one_denies_the_other(
    other: Opinion, expected: list[str]
) -> None:
    over = status_over_time((CALM, other), memorandum(), SINCE, UNTIL)
    assert [contradiction.kind for contradiction, _ in opposed(over, ())] == expected


@pytest.mark.parametrize(
    ("places", "verdict"),
    [
        (("the Tessel valley", "Northern Karsk", "Lower Morrad", "Port Adel"), "does not add up"),
        (("in Tessel Valley", "NORTHERN KARSK", "the Lower Morrad safe zone", "Port Adel zone,"), "does not add up"),
        (("Tessel valley", "Northern Karsk", "Lower Morrad and Port Adel"), "does not add up"),
        (("Tessel valley", "Northern Karsk", "Lower Morrad"), "partial"),
        (("the edge of the Tessel valley", "Northern Karsk", "Lower Morrad", "Port Adel"), "partial"),
    ],
)
def test_parts_for_all_zones_that_miss_the_total_do_not_add_up_and_are_no_part_of_it(
    places: tuple[str, ...], verdict: str
) -> None:
    (window,) = of(counts(ARDANIA, 50, "2031-03-18", parts=tuple((place, 9) for place in places)))
    sums = window.counts[0].sums
    assert sums is not None
    assert sums.verdict == verdict
    assert sums.says.startswith(f"{verdict}: 9 + 9 + 9")


def test_a_doubt_about_one_figure_is_not_set_against_another() -> None:
    doubt = counts("Ardania", 8, "2031-03-18", polarity="not confirmed")
    (window,) = of(counts("Joint Monitoring Mission", 17, "2031-03-18"), counts(SELMARK, 8, "2031-03-18"), doubt)
    over = status_over_time((), memorandum(), SINCE, UNTIL)
    found = [one for one, _ in opposed(over, (window,)) if one.kind == "cannot confirm"]
    assert [one.says for one in found] == [f"8 ({SELMARK}); Ardania cannot confirm it"]
