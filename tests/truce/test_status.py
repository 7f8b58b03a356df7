"""Status over time: whose word stands on which day, and what is never said for them."""

from __future__ import annotations

from datetime import date

import pytest

from communique.domain.incident import Opinion
from communique.truce.status import WHOLE, StatusOverTime, status_over_time

from .words import counts, memorandum, says

SINCE, UNTIL = date(2031, 3, 13), date(2031, 3, 26)


def over(*opinions: Opinion, since: date = SINCE, until: date = UNTIL) -> StatusOverTime:
    return status_over_time(opinions, memorandum(), since, until)


def stands(found: StatusOverTime, area: str, day: int) -> list[tuple[str, str, int]]:
    """Who says what, said how many days before, on that day of March."""
    there = found.area(area)
    assert there is not None, area
    standing = there.on(date(2031, 3, day))
    return sorted((one.opinion.cited.origin, one.opinion.status, one.age) for one in standing)


VOICES = (
    says("Pavel Drenko", "holding", "2031-03-14", "Lower Morrad"),
    says("Pavel Drenko", "broken", "2031-03-20", "Lower Morrad"),
    says("Dara Velisk", "broken", "2031-03-16", "Lower Morrad"),
    says("Anselm Rook", "holding", "2031-03-18", everywhere=True, scope="all four safe zones"),
    says("Samir Lask", "strained", "2031-03-10"),
    says("Yusuf Tamer", "holding", "2031-03-17", scope="the road to Qasrin"),
)


@pytest.mark.parametrize(
    ("area", "day", "expected"),
    [
        ("Lower Morrad", 13, []),
        ("Lower Morrad", 14, [("Pavel Drenko", "holding", 0)]),
        ("Lower Morrad", 17, [("Dara Velisk", "broken", 1), ("Pavel Drenko", "holding", 3)]),
        (
            "Lower Morrad",
            19,
            [("Anselm Rook", "holding", 1), ("Dara Velisk", "broken", 3), ("Pavel Drenko", "holding", 5)],
        ),
        (
            "Lower Morrad",
            20,
            [("Anselm Rook", "holding", 2), ("Dara Velisk", "broken", 4), ("Pavel Drenko", "broken", 0)],
        ),
        ("Port Adel", 19, [("Anselm Rook", "holding", 1)]),
        (WHOLE, 13, [("Samir Lask", "strained", 3)]),
        (WHOLE, 26, [("Anselm Rook", "holding", 8), ("Samir Lask", "strained", 16)]),
        ("the road to Qasrin", 17, [("Yusuf Tamer", "holding", 0)]),
    ],
)
def test_a_word_stands_until_the_same_voice_says_something_newer(area: str, day: int, expected: list[object]) -> None:
    assert stands(over(*VOICES), area, day) == expected


def test_every_zone_has_its_place_even_where_nobody_spoke_of_it() -> None:
    areas = [(area.name, area.kind) for area in over(*VOICES).areas]
    zones = ["Lower Morrad", "Tessel valley", "Northern Karsk", "Port Adel"]
    assert areas == [(WHOLE, "whole"), *((zone, "zone") for zone in zones), ("the road to Qasrin", "elsewhere")]


def test_two_words_of_one_voice_on_one_day_both_stand() -> None:
    found = over(
        says("Dara Velisk", "strained", "2031-03-14", "Port Adel"),
        says("Dara Velisk", "broken", "2031-03-14", "Port Adel"),
        says("Dara Velisk", "ended", "2031-03-15", "Port Adel"),
    )
    assert stands(found, "Port Adel", 14) == [("Dara Velisk", "broken", 0), ("Dara Velisk", "strained", 0)]
    assert stands(found, "Port Adel", 15) == [("Dara Velisk", "ended", 0)]


@pytest.mark.parametrize(
    ("opinion", "why"),
    [
        (counts("Ardania", 15, "2031-03-14"), "a bare count says nothing of where the truce stands"),
        (counts("Irena Sollos", 0, "2031-03-14", status="holding", by_whom="JMM"), "another's count of nothing"),
        (says("Dara Velisk", "unclear", "2031-03-14", step="called for: send a team"), "nor does a call for a step"),
        (says("Dara Velisk", "broken", "2031-03-27"), "a word of a later day does not stand before it"),
        (says("Dara Velisk", "broken", "2031-03-14", agreement="qasrin-protocol"), "another agreement's word"),
    ],
)
def test_what_does_not_speak_of_this_truce_in_this_period_stands_nowhere(opinion: Opinion, why: str) -> None:
    assert not any(area.stands for area in over(opinion).areas), why


def test_the_unnamed_and_the_announced_stand_on_their_day_alone_and_end_nobodys_word() -> None:
    found = over(
        says("Meridian", "holding", "2031-03-14", "Port Adel", anonymous=True),
        says("Meridian", "broken", "2031-03-16", "Port Adel", anonymous=True),
        says("Dara Velisk", "holding", "2031-03-13", "Port Adel"),
        says("Dara Velisk", "announced", "2031-03-16", "Port Adel"),
    )
    assert stands(found, "Port Adel", 15) == [("Dara Velisk", "holding", 2)]
    assert ("Meridian", "broken", 0) in stands(found, "Port Adel", 16)
    assert stands(found, "Port Adel", 17) == [("Dara Velisk", "holding", 4)]


def test_who_counted_no_violation_himself_says_that_it_holds() -> None:
    found = over(counts("JMM", 0, "2031-03-14", status="holding", by_whom="JMM"))
    assert stands(found, WHOLE, 14) == [("JMM", "holding", 0)]


def test_a_word_without_a_day_and_one_that_names_no_agreement_are_kept_apart() -> None:
    undated = says("Dara Velisk", "broken", None)
    month = says("Dara Velisk", "broken", "2031-03")
    unnamed = says("Oren Halvik", "holding", "2031-03-15", agreement=None, perhaps=("brunnhal-memorandum",))
    elsewhere = says("Oren Halvik", "ended", "2031-03-15", agreement=None, perhaps=("qasrin-protocol",))
    found = over(undated, month, unnamed, elsewhere)
    assert found.undated == (undated, month)
    assert found.unnamed == (unnamed,)
    assert not any(area.stands for area in found.areas)


def test_one_zone_asked_for_leaves_out_what_was_said_of_others() -> None:
    undated = says("Dara Velisk", "broken", None, "Port Adel")
    found = status_over_time((*VOICES, undated), memorandum(), SINCE, UNTIL, zone="Lower Morrad")
    assert [area.name for area in found.areas] == ["Lower Morrad"]
    assert found.undated == ()


@pytest.mark.parametrize("scope", ["Varenia", "varenia", "the country", None])
def test_a_partys_whole_country_is_the_truce_as_a_whole_but_no_word_on_each_zone(scope: str | None) -> None:
    found = over(says("Irena Sollos", "holding", "2031-03-15", scope=scope))
    assert stands(found, WHOLE, 15) == [("Irena Sollos", "holding", 0)]
    assert stands(found, "Port Adel", 15) == []


def test_walking_the_days_gives_what_asking_for_each_day_gives() -> None:
    area = over(*VOICES).area("Lower Morrad")
    assert area is not None
    assert all(standing == area.on(day) for day, standing in area.days(SINCE, UNTIL))


def test_a_year_of_twenty_thousand_opinions_has_each_day_with_one_word_a_voice() -> None:
    voices = [f"voice {n}" for n in range(20)]
    days = [date.fromordinal(date(2031, 1, 1).toordinal() + n) for n in range(365)]
    said = [says(voices[n % 20], "holding", days[n % 365].isoformat(), everywhere=True) for n in range(20_000)]
    found = status_over_time(said, memorandum(), days[0], days[-1])
    last = found.areas[0].on(days[-1])
    assert len({one.opinion.cited.origin for one in last}) == 20
    assert max(one.age for one in last) < 20


def test_a_headline_is_no_voice_beside_those_it_sums_up() -> None:
    head = says("Meridian", "strained", "2031-03-14", "Lower Morrad", heading=True, own=True)
    below = says("Pavel Drenko", "holding", "2031-03-14", "Lower Morrad")
    assert stands(over(head, below), "Lower Morrad", 14) == [("Pavel Drenko", "holding", 0)]
    assert stands(over(head), "Lower Morrad", 14) == [("Meridian", "strained", 0)]


def test_a_speakers_headline_gives_way_to_what_he_says_below_it() -> None:
    head = says("Yusuf Tamer", "mostly holding", "2031-03-14", scope="three of four zones", heading=True)
    below = says("Yusuf Tamer", "holding", "2031-03-14", "Lower Morrad")
    other = says("Dara Velisk", "ended", "2031-03-14", "Lower Morrad", heading=True)
    found = over(head, below, other)
    assert [area.name for area in found.areas if area.kind == "elsewhere"] == []
    # A headline that is the only word of its speaker stands.
    assert ("Dara Velisk", "ended", 0) in stands(found, "Lower Morrad", 14)


def test_a_breach_of_one_clause_is_no_word_on_where_the_truce_stands() -> None:
    breach = says("Dara Velisk", "unclear", "2031-03-14", "Lower Morrad", rule="Article 3")
    assert stands(over(breach), "Lower Morrad", 14) == []
    open_word = says("Dara Velisk", "unclear", "2031-03-14", "Lower Morrad")
    assert stands(over(open_word), "Lower Morrad", 14) == [("Dara Velisk", "unclear", 0)]
