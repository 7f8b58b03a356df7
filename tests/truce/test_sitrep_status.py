"""The situation report on where the truce stands, zone by zone and voice by voice."""

from __future__ import annotations

from datetime import date

import pytest

from communique.truce.sitrep import Period
from communique.truce.sitrep.content import Strip

from .sitreps import report, section, told
from .words import claim, incident, says


def test_each_word_on_the_truce_stands_under_its_zone_with_whose_it_is() -> None:
    found = report(
        opinions=(
            says("Pavel Drenko", "holding", "2031-03-14", "Lower Morrad", side="party"),
            says("Anselm Rook", "holding", "2031-03-15", "Lower Morrad", side="guarantor"),
            says("Dara Velisk", "broken", "2031-03-16", "Lower Morrad", side="party"),
        )
    )
    assert told(found, "Lower Morrad") == [
        "Said to be holding: Pavel Drenko (a party, 14 March); Anselm Rook (a guarantor, 15 March). "
        "Two independent origins; one speaks for a party to the agreement and one speaks for a guarantor.",
        "Said to be broken: Dara Velisk (a party, 16 March). "
        "One independent origin; it speaks for a party to the agreement.",
    ]
    assert told(found, "Port Adel") == [
        "No word on the zone Port Adel was read for 13–26 March 2031. That is no finding that nothing changed."
    ]


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        (("Pavel Drenko", "VNA"), "One independent origin. Pavel Drenko and VNA both speak for Varenia."),
        (
            ("Dara Velisk", "Highland Guard"),
            "One independent origin. Dara Velisk and Highland Guard both speak for Kesh Highlands Council.",
        ),
        (("Pavel Drenko", "Dara Velisk"), "Two independent origins."),
        (("Pavel Drenko", "Samir Lask", "Joint Monitoring Mission"), "Three independent origins."),
    ],
)
def test_voices_of_one_side_are_one_origin_of_a_word_on_the_truce(voices: tuple[str, ...], expected: str) -> None:
    found = report(opinions=[says(voice, "holding", "2031-03-14", "Port Adel") for voice in voices])
    (line,) = told(found, "Port Adel")
    assert line.endswith(expected)


def test_a_denial_is_told_as_a_denial() -> None:
    found = report(opinions=(says("Dara Velisk", "broken", "2031-03-16", polarity="denied"),))
    (line,) = told(found, "The truce as a whole")
    assert line.startswith("Denied to be broken: Dara Velisk")


def test_what_was_said_before_the_period_stands_apart_with_its_day() -> None:
    found = report(opinions=(says("Samir Lask", "strained", "2031-03-02", "Port Adel"),))
    lines = told(found, "Port Adel")
    assert "Said before this period and not taken up again since:" in lines
    assert lines[-1].startswith("Said to be under strain: Samir Lask (2 March)")


def test_the_strip_of_days_has_a_cell_a_day_and_shows_how_old_a_word_is() -> None:
    found = report(opinions=(says("Samir Lask", "strained", "2031-03-15", "Port Adel"),))
    (strip,) = (part for part in section(found, "Port Adel").parts if isinstance(part, Strip))
    ((voice, cells),) = strip.rows
    assert (voice, len(cells)) == ("Samir Lask", 14)
    assert [(cell.status, cell.age) for cell in cells[:5]] == [
        (None, 0),
        (None, 0),
        ("strained", 0),
        ("strained", 1),
        ("strained", 2),
    ]


def test_a_long_period_has_no_strip_that_no_page_could_hold() -> None:
    year = Period(date(2031, 1, 1), date(2031, 12, 31), date(2030, 12, 31))
    found = report(opinions=(says("Samir Lask", "strained", "2031-03-15", "Port Adel"),), period=year)
    assert not [part for part in section(found, "Port Adel").parts if isinstance(part, Strip)]


def test_an_area_that_is_no_zone_is_headed_by_its_words_in_quotation_marks() -> None:
    opinions = (
        says("Yusuf Tamer", "holding", "2031-03-15", scope="Three of Four Zones"),
        says("Ruta Sandvik", "holding", "2031-03-16", scope="three of four zones and"),
    )
    found = report(opinions=opinions)
    assert [one.title for one in found.sections if "Elsewhere" in one.title] == ["Elsewhere: “three of four zones”"]


def test_words_that_name_no_agreement_stand_apart() -> None:
    unnamed = says("Oren Halvik", "holding", "2031-03-15", agreement=None, perhaps=("brunnhal-memorandum",))
    assert any("Oren Halvik" in line for line in told(report(opinions=(unnamed,)), "Agreement not named"))


def test_a_truce_that_is_announced_is_not_said_to_hold() -> None:
    found = report(opinions=(says("VNA", "announced", "2031-03-13", "Port Adel"),))
    (line,) = told(found, "Port Adel")
    assert line == "Announced: VNA (13 March). One independent origin."


def test_a_voice_that_says_one_thing_twice_says_it_once_with_both_its_notes() -> None:
    twice = [claim("Samir Lask", published=day, accused=()) for day in ("2031-03-14", "2031-03-15")]
    found = report(incident("Velm", *twice))
    lines = [line for line in told(found, "In the agreement's scope") if line.startswith("Claimed")]
    assert lines == ["Claimed: Samir Lask reports it."]
    said = [one for one in found.sentences() if one.text == "Samir Lask reports it."]
    assert [len(one.cited) for one in said] == [2]


def test_a_headline_is_left_to_the_report_below_it() -> None:
    head = claim("Meridian", published="2031-03-14", heading=True, own=True, accused=())
    below = claim("Samir Lask", published="2031-03-14", accused=())
    found = told(report(incident("Velm", head, below)), "In the agreement's scope")
    assert "Claimed: Samir Lask reports it." in found
