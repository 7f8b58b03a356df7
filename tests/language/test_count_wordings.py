"""Counts in the words of other people: passive, nominal, verbless, rising and falling, in words and in parts."""

from __future__ import annotations

import pytest

from communique.domain.truce import TruceClaim

from .truce_reading import claims


def counted(text: str) -> TruceClaim:
    """The one claim of the text that counts."""
    (claim,) = (c for c in claims(text)[0] if c.violations)
    return claim


TOLD = [
    ("Monitors tallied 19 breaches of the ceasefire on Saturday, four fewer than on Friday.", 19, 19, "violation"),
    (
        "There were eleven ceasefire breaches in the Tessel valley yesterday, according to the JMM.",
        11,
        11,
        "violation",
    ),
    (
        "The past 24 hours saw 43 violations of the cessation of hostilities, the Selmarkan defence ministry "
        "said in a bulletin.",
        43,
        43,
        "violation",
    ),
    ("Truce monitors have so far documented upwards of 150 breaches.", 150, None, "violation"),
    (
        "A total of 1,214 ceasefire violations have been reported since the agreement was signed, among them "
        "212 explosions.",
        1214,
        1214,
        "violation",
    ),
    (
        "Of the 52 violations registered, the JMM attributed 30 to the army and 22 to the Highland Guard.",
        52,
        52,
        "violation",
    ),
    (
        "Between noon on Friday and noon on Saturday, observers logged seven incidents, all in Northern Karsk.",
        7,
        7,
        "incident",
    ),
    (
        "Between 22:10 on 17 March and 04:30 on 18 March the JMM recorded 16 ceasefire violations around Port Adel.",
        16,
        16,
        "violation",
    ),
    ("From 18:00 on 3 April to 06:00 on 4 April, five breaches of the truce were observed.", 5, 5, "violation"),
    ("A handful of truce violations were noted in the north, a Selmarkan officer said.", 2, None, "violation"),
    ("The Observatory has counted scores of breaches since the truce took hold.", 40, None, "violation"),
    (
        "Ceasefire violations in the last week: 140 (Tessel valley 66, Northern Karsk 51, Port Adel 23).",
        140,
        140,
        "violation",
    ),
    (
        "Eighteen breaches were recorded on Sunday, ten of them in the Tessel valley, five near Velm and "
        "three around Port Adel.",
        18,
        18,
        "violation",
    ),
    (
        "The mission confirmed 12 ceasefire violations: eight at Velm, three at Sel Harad and one at the "
        "Ondava crossing.",
        12,
        12,
        "violation",
    ),
    ("Halvik's office complained of “more than 60 violations in 48 hours”.", 60, None, "violation"),
    (
        "“We have seen maybe 15, maybe 20 incidents since the lull began,” a monitor told Meridian.",
        15,
        20,
        "incident",
    ),
    ("Fifteen to twenty violations a day are now the norm, said an officer of the mission.", 15, 20, "violation"),
    ("Three truce breaches in one night, Highland Voice wrote.", 3, 3, "violation"),
    ("JMM: 22 ceasefire violations on Monday", 22, 22, "violation"),
    (
        "Nearly 90 cases of ceasefire violation have been handed to the Joint Commission since 1 April.",
        90,
        90,
        "case",
    ),
    ("The weekly total of 212 violations was the highest since February.", 212, 212, "violation"),
    ("As many as fifty incidents were registered along the line of contact on Friday.", None, 50, "incident"),
    ("Six violations, all minor, marred the truce in its opening hours.", 6, 6, "violation"),
    (
        "The mission's patrols witnessed two violations themselves and received complaints of nine more.",
        2,
        2,
        "violation",
    ),
    ("Both parties together committed 118 violations in April, the Selmarkan co-chair said.", 118, 118, "violation"),
    ("Some 70 breaches of the truce, by the count of the Observatory, have gone unpunished.", 70, 70, "violation"),
    ("Sel Harad saw no fewer than nine ceasefire violations between dusk and dawn.", 9, None, "violation"),
    ("Since midnight, Selmark's monitors have had just two incidents to report.", 2, 2, "incident"),
    ("Every day brings five or six violations, Lask said.", 5, 6, "violation"),
    ("“Thirty-one violations in a single night is not a truce,” Velisk scoffed.", 31, 31, "violation"),
    ("The month ended with 402 recorded violations, against 655 in March.", 402, 402, "violation"),
    ("Truce violations: Tessel 11, Karsk 7; total 18.", 18, 18, "violation"),
    ("The ministry in Tavrin lays 54 violations at the door of the Highland Guard.", 54, 54, "violation"),
    ("Fewer than ten violations were counted, none of them by heavy weapons.", None, 9, "violation"),
    ("The KHC sent the guarantors a list of 212 violations by the government since 12 March.", 212, 212, "violation"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), TOLD)
def test_a_count_is_read_however_it_is_told(text: str, low: int | None, high: int | None, unit: str) -> None:
    count = counted(text).violations
    assert count and (count.low, count.high, count.unit) == (low, high, unit)


CHANGING = [
    ("The tally of ceasefire breaches now stands at 87.", 87, 87, "violation"),
    ("Breaches of the truce climbed to 64 on Sunday from 41 the day before.", 64, 64, "violation"),
    ("The number of violations fell from 31 to 12 over the weekend, the mission said.", 12, 12, "violation"),
    ("Violations of the ceasefire dropped by half to nine on Tuesday.", 9, 9, "violation"),
    ("Ceasefire breaches double to 58 in a week", 58, 58, "violation"),
    ("Violations numbered about 30, mostly at night.", 30, 30, "violation"),
    ("On Wednesday the tally of infringements came to 37, down from 52.", 37, 37, "violation"),
    (
        "The number of ceasefire violations in Karsk region has halved to 110 in the course of a month.",
        110,
        110,
        "violation",
    ),
    (
        "By Friday evening the figure for the week stood at 61 violations, eight more than in the week before.",
        61,
        61,
        "violation",
    ),
    ("Daily violations have averaged 22 since the Brunnhal Memorandum was signed.", 22, 22, "violation"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), CHANGING)
def test_a_number_that_rises_or_falls_is_the_one_it_came_to(
    text: str, low: int | None, high: int | None, unit: str
) -> None:
    count = counted(text).violations
    assert count and (count.low, count.high, count.unit) == (low, high, unit)


PARTS = [
    (
        "Two dozen truce violations, most of them with small arms, were brought to the attention of the "
        "liaison office last week.",
        24,
        24,
        "violation",
    ),
    ("The mission blamed government troops for six of the eight breaches it had confirmed.", 8, 8, "violation"),
    ("Tessel valley accounted for 14 of the 20 violations, Karsk for the remaining six.", 20, 20, "violation"),
    ("The army was responsible for 33 of last month's breaches, the Observatory reckons.", 33, 33, "violation"),
    ("The mission's log for Tuesday lists 14 ceasefire violations, half of them near Velm.", 14, 14, "violation"),
    ("Ardania's observers confirmed only three of the 18 violations alleged by Selmark.", 18, 18, "violation"),
    ("Four in five of the 200 breaches on file are laid at the army's door.", 200, 200, "violation"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), PARTS)
def test_a_part_of_a_count_leaves_the_count_whole(text: str, low: int | None, high: int | None, unit: str) -> None:
    count = counted(text).violations
    assert count and (count.low, count.high, count.unit) == (low, high, unit)


TIMES = [
    ("Velisk accused the army of breaching the truce 27 times in three days.", 27, 27, "violation"),
    (
        "The Guard has violated the ceasefire at least fourteen times since Monday, Drenko charged.",
        14,
        None,
        "violation",
    ),
    ("Government forces broke the truce on 12 occasions overnight, Highland Voice said.", 12, 12, "violation"),
    (
        "The opposition claims that the ceasefire was broken by government forces nine times on its first day.",
        9,
        9,
        "violation",
    ),
    ("Twenty-six times in a fortnight has the truce been breached, the KHC wrote.", 26, 26, "violation"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), TIMES)
def test_breaking_a_truce_so_many_times_counts_the_breaches(
    text: str, low: int | None, high: int | None, unit: str
) -> None:
    count = counted(text).violations
    assert count and (count.low, count.high, count.unit) == (low, high, unit)


NONE = [
    "No violations of the truce came to the mission's notice during the reporting period.",
    "The observers had not a single breach to report on Thursday.",
    "Zero ceasefire violations were logged in Port Adel on 2 May.",
    "The day passed without a single violation of the armistice in Lower Morrad.",
    "Not one violation has been brought to our attention, the liaison officer said.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_violation_counted_says_that_the_truce_holds(text: str) -> None:
    claim = counted(text)
    assert claim.violations and (claim.violations.high, claim.status) == (0, "holding")


PERIODS = [
    (
        "The past 24 hours saw 43 violations of the cessation of hostilities, the Selmarkan defence ministry "
        "said in a bulletin.",
        "The past 24 hours",
    ),
    (
        "Two dozen truce violations, most of them with small arms, were brought to the attention of the "
        "liaison office last week.",
        "last week",
    ),
    ("The number of violations fell from 31 to 12 over the weekend, the mission said.", "over the weekend"),
    ("Government forces broke the truce on 12 occasions overnight, Highland Voice said.", "overnight"),
    (
        "Between noon on Friday and noon on Saturday, observers logged seven incidents, all in Northern Karsk.",
        "Between noon on Friday and noon",
    ),
    (
        "Between 22:10 on 17 March and 04:30 on 18 March the JMM recorded 16 ceasefire violations around Port Adel.",
        "Between 22:10 on 17 March and 04:30",
    ),
    (
        "From 18:00 on 3 April to 06:00 on 4 April, five breaches of the truce were observed.",
        "From 18:00 on 3 April to 06:00",
    ),
    (
        "Ceasefire violations in the last week: 140 (Tessel valley 66, Northern Karsk 51, Port Adel 23).",
        "in the last week",
    ),
    ("Halvik's office complained of “more than 60 violations in 48 hours”.", "in 48 hours"),
    ("The army was responsible for 33 of last month's breaches, the Observatory reckons.", "last month"),
    ("Fifteen to twenty violations a day are now the norm, said an officer of the mission.", "a day"),
    ("Three truce breaches in one night, Highland Voice wrote.", "in one night"),
    ("Ceasefire breaches double to 58 in a week", "in a week"),
    (
        "The opposition claims that the ceasefire was broken by government forces nine times on its first day.",
        "on its first day",
    ),
    ("Six violations, all minor, marred the truce in its opening hours.", "in its opening hours"),
    ("Twenty-six times in a fortnight has the truce been breached, the KHC wrote.", "in a fortnight"),
]


@pytest.mark.parametrize(("text", "period"), PERIODS)
def test_a_count_keeps_the_words_for_its_time(text: str, period: str) -> None:
    assert counted(text).period_text == period


NO_COUNT = [
    "The two sides will meet in Brunnhal on Monday to discuss violations of the truce.",
    "The memorandum obliges the parties to report every violation within 24 hours.",
    "Selmark reported nine violations of its airspace by gliders in May.",
    "The court heard that the company had breached its contract 14 times.",
    "The mission will count violations from midnight on.",
    "The trade truce between Selmark and Ardania was broken when Brunnhal raised its tariffs.",
    "Should either party violate the truce three times, the guarantors may convene the commission.",
    "Nine violations of the building code were found in the hotel.",
    "If there are more than five violations a week, the guarantors will meet, the protocol says.",
]


@pytest.mark.parametrize("text", NO_COUNT)
def test_what_is_planned_supposed_or_of_another_rule_counts_nothing(text: str) -> None:
    assert not [c for c in claims(text)[0] if c.violations]


SEVERAL: list[tuple[str, list[tuple[int | None, int | None]]]] = [
    ("Two violations by the army and one by the Guard: such was Sunday's balance.", [(2, 2), (1, 1)]),
    ("Selmark's officers booked 31 breaches and Ardania's 12.", [(31, 31), (12, 12)]),
    ("The army is charged with 18 violations and the Guard with seven.", [(18, 18), (7, 7)]),
    (
        "The mission logged 64 violations in Karsk region, including 12 explosions, and 31 in Tessel.",
        [(64, 64), (31, 31)],
    ),
    ("In Karsk province: six violations. In Tessel: four. In Morrad: one.", [(6, 6), (4, 4), (1, 1)]),
    ("The army's list runs to 22 violations; the Guard's, for the same night, to 19.", [(22, 22), (19, 19)]),
    ("Firing in Lower Morrad: three cases. Port Adel: two cases.", [(3, 3), (2, 2)]),
    ("Ten ceasefire violations were recorded in Karsk. None was registered in Port Adel.", [(10, 10), (0, 0)]),
]


@pytest.mark.parametrize(("text", "bounds"), SEVERAL)
def test_counts_beside_each_other_are_claims_of_their_own(
    text: str, bounds: list[tuple[int | None, int | None]]
) -> None:
    counts = [c.violations for c in claims(text)[0] if c.violations]
    assert [(count.low, count.high) for count in counts] == bounds


TOTALS = [
    (
        "Violations registered: Lower Morrad – 3; Tessel valley – 0; Karsk – 6. Total: 9.",
        9,
        ["Lower Morrad", "Tessel valley", "Karsk"],
    ),
    (
        "Breaches of the truce were seen at Velm (3), Karsk (5) and Tessel (6). Total: 14.",
        14,
        ["Velm", "Karsk", "Tessel"],
    ),
    ("Violations, week 23 – Karsk: 31 (44). Tessel: 12 (9). All sectors: 43 (53).", 43, ["Karsk", "Tessel"]),
]


@pytest.mark.parametrize(("text", "total", "places"), TOTALS)
def test_a_total_in_a_line_below_is_the_count_and_the_lines_are_its_parts(
    text: str, total: int, places: list[str]
) -> None:
    claim = counted(text)
    assert claim.violations and claim.violations.high == total
    assert [part.place for part in claim.breakdown] == places


TOLD_OTHERWISE = [
    ("The commission received 63 complaints of truce violations in May.", 63, 63, "violation"),
    ("Shellings in Northern Karsk in the 24 hours to noon: 14.", 14, 14, "incident"),
    ("The duty officer tallied a baker's dozen of violations at Velm.", 13, 13, "violation"),
    ("Some two score violations were ascribed to the Highland Guard.", 40, 40, "violation"),
    ("The number of violations on the Selmarkan books has passed the thousand mark.", 1000, None, "violation"),
    ("The number of truce violations in Northern Karsk, 34, was the lowest in a month.", 34, 34, "violation"),
    ("There were fewer violations than on Sunday – 12, as opposed to 19.", 12, 12, "violation"),
    ("Most of the 66 violations were minor.", 66, 66, "violation"),
    ("Of the 58 incidents the mission could place this month, 50 occurred within a mile of Velm.", 58, 58, "incident"),
    ("The hotline desk in Qasrin has registered 412 cases.", 412, 412, "case"),
    ("How often has the truce been breached? Nineteen times by our reckoning.", 19, 19, "violation"),
    ("Neither side's liaison team logged a breach on Tuesday.", 0, 0, "violation"),
    ("Sunday was free of violations, the observers wrote.", 0, 0, "violation"),
    ("No incident has come to the notice of the liaison officers.", 0, 0, "incident"),
]


@pytest.mark.parametrize(("text", "low", "high", "unit"), TOLD_OTHERWISE)
def test_lines_complaints_and_round_numbers_count_too(text: str, low: int | None, high: int | None, unit: str) -> None:
    count = counted(text).violations
    assert count and (count.low, count.high, count.unit) == (low, high, unit)


HISTORY = [
    "In the war of 1967 the truce was broken 300 times, the book says.",
    "The Observatory recorded three cases of cholera.",
    "The hospital reported 20 cases of measles since the truce.",
    "How many times will the truce be broken?",
]


@pytest.mark.parametrize("text", HISTORY)
def test_old_wars_illness_and_questions_count_nothing(text: str) -> None:
    assert not [c for c in claims(text)[0] if c.violations]
