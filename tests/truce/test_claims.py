"""Violation claims out of readings: every field as the words give it, and nothing that they do not say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from communique.domain.actor import Actor, Role
from communique.domain.attribution import Statement
from communique.domain.incident import IncidentClaim, Party, Range, Site
from communique.domain.provenance import Provenance
from communique.domain.reading import Findings, Reading
from communique.domain.report import Anatomy, Published, Report
from communique.domain.span import Span
from communique.domain.truce import Count, Step, ViolationClaim
from communique.domain.when import DateMention
from communique.domain.where import Place
from communique.truce.claims import incident_claims

from .words import agreements

HAND = Provenance("hand@1")
TEXT = (
    "Shells on Velm\n\n"
    "Pavel Drenko, the Defence Minister of Varenia, accused the Highland Guard of shelling Velm on 14 March, killing "
    "two or three people. VNA withdraws its report that a mine killed a driver in the Tessel valley."
)


def span(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


ACTORS = (
    Actor(
        "a1",
        "Pavel Drenko",
        "person",
        HAND,
        roles=(Role("Defence Minister", span("Defence Minister"), of="a2"),),
        known="pavel-drenko",
    ),
    Actor("a2", "Varenia", "government", HAND, country="XV", known="XV"),
    Actor("a3", "Highland Guard", "armed group", HAND, country="XV", known="highland-guard"),
    Actor("a4", "VNA", "outlet", HAND, known="vna"),
)
PLACES = (
    Place("p1", "Velm", HAND, "XV", -48.69, -30.19, "varenia:velm", "village"),
    Place("p2", "Tessel valley", HAND, "XV", -48.75, -29.74, "varenia:tessel-valley", "region"),
    Place("p3", "Varenia", HAND, "XV", -49.0, -30.0, "XV", "country"),
)
DATES = (
    DateMention("d1", span("14 March"), "14 March", "day", HAND, "2031-03-14"),
    DateMention("d2", span("14 March"), "14 March", "unknown", HAND),
    DateMention("d3", span("14 March"), "14 to 16 March", "day", HAND, "2031-03-14", "2031-03-16"),
)
STATEMENTS = (
    Statement(
        "s1",
        (span("shelling Velm on 14 March, killing two or three people"),),
        (span("accused"),),
        (span("Pavel Drenko"),),
        ("a1",),
        "indirect",
        "accuses",
        ("VNA", "Pavel Drenko"),
        HAND,
    ),
    Statement(
        "s2",
        (span("a mine killed a driver in the Tessel valley"),),
        (span("withdraws its report"),),
        (span("VNA"),),
        ("a4",),
        "indirect",
        "asserts",
        ("VNA",),
        HAND,
    ),
    Statement(
        "s3",
        (span("shelling Velm on 14 March"),),
        (),
        (),
        (),
        "indirect",
        "asserts",
        ("VNA", "a source"),
        HAND,
        anonymous=True,
    ),
)
SHELLING = ViolationClaim(
    "v1",
    span("shelling Velm on 14 March, killing two or three people"),
    "fire/artillery",
    HAND,
    date="d1",
    place="p1",
    alleged_party=("a3",),
    said_in="s1",
)


def read(violation: ViolationClaim, **more: Any) -> IncidentClaim:
    anatomy = Anatomy(body=(span(TEXT[16:]),), headline=span("Shells on Velm"))
    report = Report(
        "r1", "wire/1.txt", "", TEXT, anatomy, "VNA", published=Published(date(2031, 3, 15), "day", "given")
    )
    findings = Findings(
        actors=ACTORS, places=PLACES, dates=DATES, statements=STATEMENTS, violations=(replace(violation, **more),)
    )
    (found,) = incident_claims(Reading(report, findings), {("violations", "v1"): "f" * 24}, agreements())
    return found


def test_a_claim_carries_its_words_their_place_and_the_whole_chain() -> None:
    cited = read(SHELLING).cited
    assert cited.chain == ("VNA", "Pavel Drenko")
    assert cited.origin == "Pavel Drenko"
    assert (cited.source, cited.published) == ("wire/1.txt", "2031-03-15")
    ((start, end),) = cited.spans
    assert TEXT[start:end] == cited.quotation == "shelling Velm on 14 March, killing two or three people"


def test_a_claim_has_the_key_of_its_finding_or_of_its_report() -> None:
    assert read(SHELLING).key == "f" * 24
    assert read(SHELLING, id="v9").key == "r1:v9"


@pytest.mark.parametrize(
    ("mention", "days"),
    [
        ("d1", ("2031-03-14", "2031-03-14")),
        ("d3", ("2031-03-14", "2031-03-16")),
        ("d2", (None, None)),  # a year that nobody gives is not guessed
        (None, (None, None)),
    ],
)
def test_days_are_those_of_the_date_and_unknown_where_its_year_is(
    mention: str | None, days: tuple[str | None, str | None]
) -> None:
    found = read(SHELLING, date=mention)
    assert (found.start, found.end) == days


@pytest.mark.parametrize(
    ("fields", "site"),
    [
        ({"place": "p1"}, Site("Velm", -48.69, -30.19, 1.0)),
        ({"place": "p1", "zone": "lower morrad"}, Site("Velm", -48.69, -30.19, 1.0, "Lower Morrad")),
        # A valley by the name of a zone is the zone; how exactly it is known is told.
        ({"place": "p2"}, Site("Tessel valley", -48.75, -29.74, 40.0, "Tessel valley")),
        # The middle of a country says nothing of where in it a shell fell.
        ({"place": "p3"}, Site("Varenia", -49.0, -30.0, 500.0)),
        ({"place": None, "zone": "Port Adel"}, Site("Port Adel", zone="Port Adel")),
        ({"place": None}, None),
    ],
)
def test_a_site_is_as_exact_as_its_place(fields: dict[str, Any], site: Site | None) -> None:
    assert read(SHELLING, **fields).site == site


def test_numbers_parties_and_steps_are_carried_as_they_are_told() -> None:
    count = Count("two or three", span("two or three"), 2, 3)
    found = read(
        SHELLING,
        killed=count,
        either=True,
        victims=("a2",),
        severity="minor",
        weapon="howitzer",
        step=Step("send a team", "send", span("people"), "called for"),
        rule="Article 2",
    )
    assert found.killed == Range(2, 3, "two or three")
    assert found.accused == (Party("Highland Guard", "highland-guard"),)
    assert found.victims == (Party("Varenia", "XV"),)
    assert (found.either, found.severity, found.weapon) == (True, "minor", "howitzer")
    assert (found.step, found.rule) == ("called for: send a team", "Article 2")


def test_a_speaker_stands_for_the_body_whose_office_he_holds() -> None:
    found = read(SHELLING)
    assert found.voice == ("pavel-drenko", "XV")
    assert (found.anonymous, found.own, found.stance) == (False, False, "accuses")


def test_what_the_report_says_itself_is_its_outlets_word() -> None:
    found = read(SHELLING, said_in=None)
    assert (found.own, found.stance, found.voice) == (True, None, ())
    assert found.cited.origin == "VNA"


def test_a_source_without_a_name_is_marked() -> None:
    assert read(SHELLING, said_in="s3").anonymous


@pytest.mark.parametrize("polarity", ["denied", "not confirmed"])
def test_denials_are_claims_too(polarity: str) -> None:
    assert read(SHELLING, polarity=polarity).polarity == polarity


def test_words_that_are_taken_back_are_marked() -> None:
    assert read(SHELLING, said_in="s2").retracted
    assert not read(SHELLING).retracted


def test_a_headline_is_marked_as_the_summary_it_is() -> None:
    assert read(SHELLING, span=span("Shells on Velm")).heading
    assert not read(SHELLING).heading


def test_a_reading_without_violations_gives_nothing() -> None:
    assert incident_claims(Reading(Report("r", "r.txt", "", "Calm.")), {}) == ()
