"""What a sentence leaves out because the one before it said it: the day of an hour, the road, the deed meant."""

from __future__ import annotations

from typing import Any

import pytest

from communique.domain.actor import Actor, Mention
from communique.domain.attribution import Statement
from communique.domain.incident import IncidentClaim, Site
from communique.domain.provenance import Provenance
from communique.domain.reading import Findings, Reading
from communique.domain.report import Anatomy, Report
from communique.domain.span import Span
from communique.domain.truce import Count, TruceClaim, ViolationClaim
from communique.domain.when import DateMention
from communique.domain.where import Place
from communique.truce.claims import incident_claims

from .words import agreements

HAND = Provenance("hand@1")
PLACES = (
    Place("p1", "Sel Harad", HAND, "XV", -48.93, -29.31, None, "town"),
    Place("p2", "Port Adel", HAND, "XV", -49.02, -29.18, None, "town"),
    Place("p3", "Tessel", HAND, "XV", -48.73, -29.71, None, "town"),
)
DAYS = {"14 March": "2031-03-14", "20 March": "2031-03-20", "21 March": "2031-03-21"}


def claims(text: str, *told: tuple[str, dict[str, Any]], **more: Any) -> tuple[IncidentClaim, ...]:
    """The claims at these words of a report; dates and places that the words name are theirs."""

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    dates = tuple(
        DateMention(words, at(words), words, "day", HAND, day) for words, day in DAYS.items() if words in text
    )
    found = []
    for number, (words, fields) in enumerate(told):
        span = at(words)
        own = next((date.id for date in dates if span.covers(date.span)), None)
        place = next((p.id for p in PLACES if p.name in words), None)
        found.append(
            ViolationClaim(
                f"v{number}", span, **({"type": "fire/small arms", "made": HAND, "date": own, "place": place} | fields)
            )
        )
    named = tuple(
        Mention(f"m{place.id}", at(place.name), "place", HAND, place=place.id) for place in PLACES if place.name in text
    )
    named += more.pop("named", ())
    findings = Findings(mentions=named, places=PLACES, dates=dates, violations=tuple(found), **more)
    report = Report("r1", "r1.txt", "", text, Anatomy(body=(Span(0, len(text)),)), "Meridian")
    return incident_claims(Reading(report, findings), {}, agreements())


@pytest.mark.parametrize(
    ("before", "words", "day"),
    [
        ("At 06:40 on 14 March the patrol heard a burst. ", "At 11:15 it heard another", "2031-03-14"),
        ("On 21 March the team set out. ", "Soldiers stopped it at 10:30 a.m", "2031-03-21"),
        # A day that only says which convoy is meant is not the day of what follows.
        (
            "On 21 March a team went to the road where a lorry was hit on 20 March. ",
            "It was stopped at 10:30",
            "2031-03-21",
        ),
        # Without an hour nothing says that it was the same day.
        ("On 21 March the team set out. ", "Soldiers stopped it", None),
        # Another paragraph is another matter.
        ("On 21 March the team set out.\n\n", "Soldiers stopped it at 10:30", None),
        ("", "Soldiers stopped it at 10:30", None),
    ],
)
def test_an_hour_belongs_to_the_day_last_named_in_its_paragraph(before: str, words: str, day: str | None) -> None:
    aside = "a lorry was hit on 20 March"
    told = [(aside, {}), (words, {})] if aside in before else [(words, {})]
    assert claims(f"{before}{words}.", *told)[-1].start == day


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("heard a burst from the same direction", "Tessel"),
        ("saw smoke in the same village", "Tessel"),
        ("heard a burst", None),
        ("heard the same thing", None),
    ],
)
def test_the_same_direction_is_where_the_claim_before_it_was(words: str, place: str | None) -> None:
    first = "the patrol in Tessel heard three shots"
    found = claims(f"At noon {first}. Later it {words}.", (first, {}), (words, {}))
    assert (found[1].site.name if found[1].site else None) == place


@pytest.mark.parametrize(
    ("before", "words", "place"),
    [
        ("A doctor in Tessel said that ", "nine people had been killed in a strike on the town", "Tessel"),
        ("He came from Sel Harad to Port Adel. ", "Shells fell on the town", "Port Adel"),
        ("A doctor in Tessel said that ", "nine people had been killed in a strike", None),
        ("He came from Tessel.\n\n", "Shells fell on the town", None),
        ("", "Shells fell on the town", None),
    ],
)
def test_the_town_is_the_one_named_last_in_the_paragraph(before: str, words: str, place: str | None) -> None:
    (found,) = claims(f"{before}{words}.", (words, {}))
    assert (found.site.name if found.site else None) == place


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Gunmen attacked a convoy between Sel Harad and Port Adel.",
            "attacked a convoy between Sel Harad and Port Adel",
        ),
        (
            "A mine went off on the road between Port Adel and Sel Harad.",
            "went off on the road between Port Adel and Sel Harad",
        ),
        (
            "The team went to the road between Sel Harad and Port Adel where a convoy was attacked.",
            "a convoy was attacked",
        ),
    ],
)
def test_a_road_between_two_towns_is_in_neither_of_them(text: str, words: str) -> None:
    (found,) = claims(text, (words, {}))
    site = found.site
    assert site is not None
    assert site.name.startswith("between ")
    assert (site.lat, site.lon) == (pytest.approx(-48.975), pytest.approx(-29.245))
    assert site.within_km == pytest.approx(6.9, abs=0.3)  # half of the way


def test_a_road_to_a_town_that_no_map_has_is_nowhere_on_the_map() -> None:
    words = "fired between Sel Harad and Oldenmoor"
    (found,) = claims(f"They {words}.", (words, {}))
    assert found.site == Site("between Sel Harad and Oldenmoor")


@pytest.mark.parametrize(
    ("text", "words", "fields", "known"),
    [
        ("It looks into the attack on the convoy.", "the attack on the convoy", {}, True),
        ("Its inquiry into the attack of 20 March goes on.", "Its inquiry into the attack of 20 March", {}, True),
        ("It spoke of Saturday's shelling of Tessel.", "Saturday's shelling of Tessel", {}, True),
        ("The road where a convoy was attacked is closed.", "a convoy was attacked", {}, True),
        ("The attack on the convoy killed six.", "The attack on the convoy killed six", {}, False),
        ("The shelling was heavy.", "The shelling was heavy", {}, False),
        ("An attack on a convoy is reported.", "An attack on a convoy", {}, False),
        ("He denied the attack on the convoy.", "the attack on the convoy", {"polarity": "denied"}, False),
        # Who says how grave it was has looked at it.
        ("The blast in Tessel does not count.", "The blast in Tessel", {"severity": "not a violation"}, False),
    ],
)
def test_words_that_point_back_tell_of_nothing_new(text: str, words: str, fields: dict[str, Any], known: bool) -> None:
    (found,) = claims(text, (words, fields))
    assert found.mention is known


TOLD = "a bomb exploded in Tessel on 21 March"


def verdict(text: str, words: str, severity: str, **more: Any) -> TruceClaim:
    start = text.index(words)
    return TruceClaim("t1", Span(start, start + len(words)), "unclear", HAND, severity=severity, said_in="s1", **more)


def spoken(text: str, words: str, who: str) -> Statement:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Statement("s1", (span,), (), (), (), "indirect", "asserts", ("Meridian", who), HAND)


@pytest.mark.parametrize(
    ("words", "counts"),
    [
        ("it is not a violation of the truce", True),
        ("the bombing was not a violation", True),
        ("this is not a breach", True),
        # What is said of a whole kind of deeds is said of none of them.
        ("Operations against the Black Banner are no breach", False),
    ],
)
def test_a_word_on_a_deeds_gravity_keeps_its_own_speaker(words: str, counts: bool) -> None:
    text = f"Police said {TOLD}. Pavel Drenko said {words}."
    (found,) = claims(
        text,
        (TOLD, {"type": "fire/IED or mine"}),
        truce=(verdict(text, words, "not a violation"),),
        statements=(spoken(text, words, "Pavel Drenko"),),
    )
    words_on_it = [(one.cited.origin, one.severity) for one in found.graded]
    assert words_on_it == ([("Pavel Drenko", "not a violation")] if counts else [])
    assert found.severity is None


def test_how_grave_counted_violations_are_is_said_of_no_single_deed() -> None:
    text = f"Police said {TOLD}. Drenko said they were minor."
    count = Count("several", Span(0, 6), 2)
    (found,) = claims(text, (TOLD, {}), truce=(verdict(text, "they were minor", "minor", violations=count),))
    assert found.graded == ()


def test_a_severity_in_another_speakers_sentence_is_not_the_tellers_own() -> None:
    text = f"A doctor said {TOLD}. Sollos called it a grave breach."
    grave = Span(text.index("grave breach"), text.index("grave breach") + 12)
    (found,) = claims(
        text,
        (TOLD, {"severity": "serious", "severity_span": grave}),
        statements=(spoken(text, "it a grave breach", "Irena Sollos"),),
    )
    assert found.severity is None
    assert [(one.cited.origin, one.cited.quotation) for one in found.graded] == [("Irena Sollos", "grave breach")]


GUARD = Actor("a1", "Highland Guard", "armed group", HAND, known="highland-guard")


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("The Highland Guard shelled it, a doctor said; six people had been killed.", ["highland-guard"]),
        ("A doctor said that six people had been killed. He blamed the Highland Guard.", ["highland-guard"]),
        # The next paragraph is another's word: the doctor accuses nobody.
        ("A doctor said that six people had been killed.\n\nDrenko blamed the Highland Guard.", []),
        # Nothing says where the Guard is named: the reading is taken at its word.
        ("A doctor said that six people had been killed by them.", ["highland-guard"]),
    ],
)
def test_nobodys_accusation_is_laid_into_anothers_mouth(text: str, accused: list[str]) -> None:
    name = "Highland Guard"
    start = text.find(name)
    named = (Mention("m9", Span(start, start + len(name)), "group", HAND, actor="a1"),) if start >= 0 else ()
    (found,) = claims(text, ("six people had been killed", {"alleged_party": ("a1",)}), actors=(GUARD,), named=named)
    assert [party.known for party in found.accused] == accused


@pytest.mark.parametrize(("number", "minor"), [(2, 2), (3, 0)])
def test_two_violations_called_minor_are_the_two_that_the_same_voice_tells_of(number: int, minor: int) -> None:
    text = "The mission counted them, all minor. Three shots fell in Tessel. A burst was heard."
    count = Count("them", Span(20, 24), number, number)
    word = TruceClaim("t1", Span(0, 35), "unclear", HAND, severity="minor", violations=count)
    found = claims(text, ("Three shots fell in Tessel", {}), ("A burst was heard", {}), truce=(word,))
    assert [graded.severity for one in found for graded in one.graded] == ["minor"] * minor


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("The shepherds were brought to Tessel with leg wounds", None),
        ("Two soldiers were flown to a hospital in Tessel", None),
        ("Three men were rushed into the Tessel hospital", None),
        ("Two soldiers were injured in Tessel", "Tessel"),
        ("Two soldiers were shot in Tessel and brought away", "Tessel"),
    ],
)
def test_where_the_wounded_are_taken_is_not_where_they_were_hit(words: str, place: str | None) -> None:
    (found,) = claims(f"{words}.", (words, {"type": "unspecified"}))
    assert (found.site.name if found.site else None) == place
