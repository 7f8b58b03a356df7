"""What one report tells on of a deed, what it tells apart, and which deed of another report it points to."""

from __future__ import annotations

from typing import Any

import pytest

from communique.domain.incident import IncidentClaim, Party, Range
from communique.truce.matcher import match
from communique.truce.register import registered

from .test_matcher import KARSK, TESSEL, VELM, claim

REPORT = "meridian-1"
SAID = ("Meridian", "Dara Velisk")


def told(key: str, at: int, **more: Any) -> IncidentClaim:
    """A claim of the report, by its one speaker, at that character."""
    return claim(key, **({"report": REPORT, "chain": SAID, "at": at} | more))


def bare(key: str, at: int, **more: Any) -> IncidentClaim:
    """A claim that gives neither day nor place."""
    return told(key, at, **({"start": None, "end": None, "site": None} | more))


def sure(*claims: IncidentClaim) -> set[frozenset[str]]:
    return {frozenset((link.one, link.other)) for link in match(claims).links if link.sure}


@pytest.mark.parametrize(
    ("fields", "joined"),
    [
        ({"type": "unspecified", "injured": Range(16, 16)}, True),  # "Sixteen people were injured"
        ({"type": "fire/mortar"}, True),  # "Two rounds fell at twenty to midnight"
        ({"type": "fire/unspecified", "polarity": "denied"}, True),  # "Not one of our guns fired"
        ({"type": "fire/drone"}, False),  # another weapon is another deed
        ({"type": "mechanism/monitor denied"}, False),
        ({"type": "unspecified", "at": 4000}, False),  # far below it
    ],
)
def test_what_follows_without_day_and_place_goes_on_telling(fields: dict[str, Any], joined: bool) -> None:
    lead = told("lead", 0, type="fire/mortar")
    # A second deed of another town keeps the report from being of one happening only.
    other = told("other", 6000, type="posture/overflight", site=KARSK)
    after = bare("after", **({"at": 120} | fields))
    assert (frozenset(("lead", "after")) in sure(lead, after, other)) is joined


def test_a_toll_belongs_to_the_deed_told_right_before_it() -> None:
    velm = told("velm", 0)
    karsk = told("karsk", 300, site=KARSK, type="fire/artillery")
    toll = bare("toll", 400, type="unspecified", injured=Range(3, 3))
    assert sure(velm, karsk, toll) == {frozenset(("karsk", "toll"))}


def test_a_headline_is_of_the_deed_told_first_below_it() -> None:
    head = bare("head", 0, type="fire/unspecified", heading=True)
    velm, karsk = told("velm", 200), told("karsk", 500, site=KARSK, type="fire/artillery")
    assert sure(head, velm, karsk) == {frozenset(("head", "velm"))}


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        ("At 06:40 the patrol heard three bursts", "At 11:15 it heard a burst", True),
        ("shots were heard at 9.10 p.m.", "shots were heard at 10.30 p.m.", True),
        ("At 06:40 the patrol heard a burst", "a burst was heard at 06:45", False),
        ("At 06:40 the patrol heard a burst", "the patrol heard a burst", False),
        ("stopped at 11 checkpoints", "stopped at 15 checkpoints", False),
        ("between 22:10 on 17 March and 04:30 on 18 March it heard fire", "At 02:00 it heard fire", False),
    ],
)
def test_two_hours_of_one_voice_are_two_deeds(first: str, second: str, apart: bool) -> None:
    one, other = told("one", 0, words=first), told("other", 100, words=second)
    assert (("one", "other") in match([one, other]).apart) is apart
    assert (sure(one, other) == set()) is apart


def convoy(key: str, **more: Any) -> IncidentClaim:
    fields = {
        "type": "protected objects and aid/convoy",
        "words": "Gunmen attacked an aid convoy on the road",
        "victims": (Party("aid convoy"),),
        "site": None,
        "accused": (),
    }
    return claim(key, **(fields | more))


MENTION = {"words": "the attack on the convoy", "start": None, "end": None, "mention": True}


def test_the_attack_on_the_convoy_is_the_one_in_the_news() -> None:
    first = convoy("first", site=VELM)
    again = convoy("again", site=VELM, words="Gunmen attacked an aid convoy on the coast")
    linked = sure(first, again, convoy("mention", published="2031-03-16", **MENTION))
    assert any("mention" in pair for pair in linked)


@pytest.mark.parametrize(
    "others",
    [
        # Two attacks on convoys: nobody can tell which is meant.
        [convoy("first"), convoy("second", start="2031-03-12", end="2031-03-12", site=KARSK)],
        # An attack that came after the words cannot be meant by them.
        [convoy("later", start="2031-03-18", end="2031-03-18", published="2031-03-19")],
        # An attack on something else.
        [claim("school", type="protected objects and aid/school", words="a shell hit a school in the town")],
    ],
)
def test_the_attack_on_the_convoy_stays_alone_where_it_may_be_another(others: list[IncidentClaim]) -> None:
    assert not any("mention" in pair for pair in sure(*others, convoy("mention", published="2031-03-16", **MENTION)))


def test_a_denied_flight_answers_an_air_strike_and_a_flight_that_is_told_is_a_deed_of_its_own() -> None:
    strike = told("strike", 0, type="fire/air strike", site=TESSEL)
    elsewhere = told("elsewhere", 6000, site=VELM)
    denied = bare("flight", 200, type="posture/overflight", polarity="denied", chain=("Meridian", "Yusuf Tamer"))
    asserted = bare("flight", 200, type="posture/overflight", chain=("Meridian", "Yusuf Tamer"))
    assert frozenset(("strike", "flight")) in sure(strike, denied, elsewhere)
    assert frozenset(("strike", "flight")) not in sure(strike, asserted, elsewhere)


def test_a_bombardment_in_the_title_is_the_air_strike_told_below_it() -> None:
    head = told("head", 0, type="fire/artillery", start=None, end=None, site=TESSEL, mention=True, heading=True)
    strike = told("strike", 200, type="fire/air strike", site=TESSEL)
    elsewhere = told("elsewhere", 6000, site=VELM)
    assert frozenset(("head", "strike")) in sure(head, strike, elsewhere)
    # Without pointing back it is one more deed.
    shells = told("head", 400, type="fire/artillery", start=None, end=None, site=TESSEL)
    assert frozenset(("head", "strike")) not in sure(shells, strike, elsewhere)


def test_a_denial_belongs_to_the_deed_that_was_asked_about() -> None:
    asked = bare("asked", 0, type="fire/unspecified", site=TESSEL, mention=True, words="the strike on Tessel")
    denied = bare("denied", 60, type="fire/air strike", polarity="denied")
    elsewhere = told("elsewhere", 6000, site=VELM)
    assert frozenset(("asked", "denied")) in sure(asked, denied, elsewhere)


ARMY, GUARD = Party("Varenian army", "varenian-army"), Party("Highland Guard", "highland-guard")


def test_who_did_not_return_fire_has_not_denied_that_there_was_fire() -> None:
    fired = told("fired", 0, accused=(GUARD,))
    held = bare("held", 100, polarity="denied", accused=(ARMY,))
    denied = bare("held", 100, polarity="denied", accused=(GUARD,))
    assert sure(fired, held) == set()
    assert sure(fired, denied) == {frozenset(("fired", "held"))}


@pytest.mark.parametrize(
    ("fields", "listed"),
    [
        ({}, False),  # "the army did not return fire"
        ({"site": VELM}, True),  # a denial of what somebody said of Velm, whoever that was
        ({"polarity": "asserted"}, True),
        ({"victims": (Party("civilians", described=True),)}, True),
    ],
)
def test_a_denial_that_names_no_deed_is_no_incident(fields: dict[str, Any], listed: bool) -> None:
    one = bare("one", 0, **({"polarity": "denied"} | fields))
    assert bool(registered([one], ()).incidents) is listed


def test_who_is_stopped_in_the_morning_and_turns_back_in_the_afternoon_was_kept_away_once() -> None:
    barred = {"type": "mechanism/monitor denied"}
    stopped = told("stopped", 0, words="Soldiers stopped the team at 10:30", **barred)
    turned = told("turned", 100, words="The team turned back at 14:45", site=None, **barred)
    elsewhere = told("elsewhere", 6000, site=KARSK)
    assert frozenset(("stopped", "turned")) in sure(stopped, turned, elsewhere)
