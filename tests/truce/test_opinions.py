"""Opinions from readings: as of which day, on which agreement, by whom, and never more than the words say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from communique.domain.actor import Actor, Mention, Role
from communique.domain.agreement import Instrument
from communique.domain.attribution import Statement
from communique.domain.incident import Opinion
from communique.domain.provenance import Provenance
from communique.domain.reading import Findings, Reading
from communique.domain.report import Published, Report
from communique.domain.span import Span
from communique.domain.truce import Count, Part, Step, TruceClaim
from communique.domain.when import DateMention
from communique.domain.where import Place
from communique.truce.opinions import opinions

from .words import agreements

HAND = Provenance("hand@1")
TEXT = (
    "On 14 March Varenian Defence Minister Pavel Drenko said on Thursday that the truce in the Tessel valley was "
    "holding under the Brunnhal Memorandum signed on 12 March. The Selmarkan part had recorded 11 violations since "
    "13 March, nine in the Tessel valley. Meridian could not verify it."
)
ACTORS = (
    Actor(
        "a1",
        "Pavel Drenko",
        "person",
        HAND,
        roles=(Role("Defence Minister", Span(12, 37), of="a2"),),
        known="pavel-drenko",
    ),
    Actor("a2", "Varenia", "government", HAND, country="XV", known="XV"),
    Actor("a3", "Selmarkan part of the Joint Commission", "organisation", HAND, known="joint-commission-selmark"),
    Actor("a4", "Meridian", "outlet", HAND, known="meridian"),
)


def span(words: str, nth: int = 0) -> Span:
    at = -1
    for _ in range(nth + 1):
        at = TEXT.index(words, at + 1)
    return Span(at, at + len(words))


def mentioned(key: str, words: str, start: str | None, nth: int = 0, precision: str = "day") -> DateMention:
    return DateMention(key, span(words, nth), words, precision, HAND, start)


DATES = (
    mentioned("d1", "14 March", "2031-03-14"),
    mentioned("d2", "Thursday", "2031-03-13"),
    mentioned("d3", "12 March", "2031-03-12"),
    mentioned("d4", "13 March", "2031-03-13"),
)
SAID = Statement(
    "s1",
    (span("the truce in the Tessel valley was holding"),),
    (span("said"),),
    (span("Varenian Defence Minister Pavel Drenko"),),
    ("a1",),
    "indirect",
    "asserts",
    ("Meridian", "Pavel Drenko"),
    HAND,
)
MEMORANDUM = Instrument(
    "i1", "memorandum", "Brunnhal Memorandum", (span("Brunnhal Memorandum"),), HAND, known="brunnhal-memorandum"
)
HOLDS = TruceClaim("c1", span("the truce in the Tessel valley was holding"), "holding", HAND, said_in="s1")


def read(claim: TruceClaim = HOLDS, *, published: str | None = "2031-03-15", **more: Any) -> Opinion:
    report = Report(
        id="r1",
        source="reports/r1.txt",
        sha256="0" * 64,
        text=TEXT,
        outlet=more.pop("outlet", "Meridian"),
        published=Published(date.fromisoformat(published), "day", "metadata") if published else None,
    )
    found = Findings(
        actors=more.pop("actors", ACTORS),
        dates=more.pop("dates", ()),
        statements=more.pop("statements", (SAID,)),
        instruments=more.pop("instruments", ()),
        truce=(claim,),
        mentions=more.pop("mentions", ()),
        places=more.pop("places", ()),
    )
    keys = {("truce", "c1"): "key-of-c1"}
    (opinion,) = opinions(Reading(report, found), keys, agreements())
    return opinion


def test_an_opinion_leads_back_to_its_words_and_to_who_vouches_for_them() -> None:
    opinion = read()
    assert (opinion.key, opinion.status, opinion.cited.origin) == ("key-of-c1", "holding", "Pavel Drenko")
    assert opinion.cited.chain == ("Meridian", "Pavel Drenko")
    assert opinion.cited.quotation == "the truce in the Tessel valley was holding"
    ((start, end),) = opinion.cited.spans
    assert TEXT[start:end] == opinion.cited.quotation


def test_a_report_speaks_for_its_outlet_in_its_own_words_and_for_nobody_where_none_is_known() -> None:
    own = replace(HOLDS, said_in=None)
    assert read(own).cited.chain == ("Meridian",)
    assert not read(own).anonymous
    nobody = read(own, outlet=None, statements=())
    assert (nobody.cited.chain, nobody.anonymous) == ((), True)


@pytest.mark.parametrize(
    ("dates", "claim", "published", "expected"),
    [
        ((), HOLDS, "2031-03-15", ("2031-03-15", "publication")),
        ((), HOLDS, None, (None, None)),
        ((DATES[1],), HOLDS, "2031-03-15", ("2031-03-13", "the day it was said")),
        (
            (replace(DATES[1], start=None, precision="unknown"),),
            HOLDS,
            "2031-03-15",
            ("2031-03-15", "publication"),
        ),
        # The report cannot tell of a day after it appeared: such a date is another one's.
        ((replace(DATES[1], start="2031-03-20"),), HOLDS, "2031-03-15", ("2031-03-15", "publication")),
        # "signed on 12 March" dates the memorandum and not the truce's state.
        (
            (DATES[2],),
            replace(
                HOLDS,
                span=span(
                    "the truce in the Tessel valley was holding under the Brunnhal Memorandum signed on 12 March"
                ),
            ),
            "2031-03-15",
            ("2031-03-15", "publication"),
        ),
        # "since 13 March": a running total goes on to the day it is told.
        (
            (DATES[3],),
            replace(HOLDS, violations=Count("11", span("11"), 11, 11, "violation"), period="d4", cumulative=True),
            "2031-03-15",
            ("2031-03-15", "publication"),
        ),
        (
            (DATES[3],),
            replace(HOLDS, violations=Count("11", span("11"), 11, 11, "violation"), period="d4"),
            "2031-03-15",
            ("2031-03-13", "the claim's date"),
        ),
    ],
)
def test_the_day_is_the_one_the_words_speak_of_then_when_they_were_said_then_publication(
    dates: tuple[DateMention, ...], claim: TruceClaim, published: str | None, expected: tuple[str | None, str | None]
) -> None:
    opinion = read(claim, dates=dates, published=published)
    assert (opinion.as_of, opinion.basis) == expected


PLACE = (Place("p1", "Tavrin", HAND, country="XV"),)
RESOLUTION = Instrument("i2", "resolution", "resolution 3107", (span("Meridian"),), HAND, known="resolution-3107")
PROTOCOL = Instrument("i3", "protocol", "Qasrin Protocol", (span("Meridian"),), HAND, known="qasrin-protocol")
OTHER = Instrument("i4", "agreement", "another truce", (span("truce"),), HAND)


@pytest.mark.parametrize(
    ("claim", "instruments", "expected"),
    [
        (replace(HOLDS, instrument="i1"), (MEMORANDUM,), ("brunnhal-memorandum", "the claim")),
        (replace(HOLDS, zones=("Tessel valley",)), (), ("brunnhal-memorandum", "a zone")),
        (HOLDS, (MEMORANDUM,), ("brunnhal-memorandum", "the report")),
        # A resolution and a protocol named beside it are no truces: they leave no choice.
        (HOLDS, (MEMORANDUM, RESOLUTION, PROTOCOL), ("brunnhal-memorandum", "the report")),
        (HOLDS, (RESOLUTION,), (None, None)),
        (HOLDS, (), (None, None)),
        # The claim names another truce than the report's memorandum: it is not about that one.
        (replace(HOLDS, instrument="i4"), (MEMORANDUM, OTHER), (None, None)),
    ],
)
def test_an_agreement_is_known_only_where_something_names_it(
    claim: TruceClaim, instruments: tuple[Instrument, ...], expected: tuple[str | None, str | None]
) -> None:
    opinion = read(claim, instruments=instruments)
    assert (opinion.agreement, opinion.named_by) == expected


def test_an_agreement_that_was_not_in_force_yet_is_not_meant() -> None:
    opinion = read(replace(HOLDS, said_in=None), instruments=(MEMORANDUM,), published="2030-11-02")
    assert opinion.agreement is None


def test_where_none_is_named_the_truces_of_a_party_in_the_report_may_be_meant() -> None:
    assert read().perhaps == ("brunnhal-memorandum",)
    assert read(places=PLACE).agreement is None


def test_a_minister_speaks_for_a_party_and_a_monitor_for_none() -> None:
    assert read(instruments=(MEMORANDUM,)).side == "party"
    mission = replace(SAID, source_actors=("a3",), chain=("Meridian", "Selmarkan part of the Joint Commission"))
    assert read(instruments=(MEMORANDUM,), statements=(mission,)).side is None


@pytest.mark.parametrize(
    ("scope", "everywhere", "kept"),
    [
        ("all four safe zones", True, True),
        ("the four safe zones of northern Varenia", True, True),
        ("any of the four safe zones", True, True),
        ("across the country", True, True),
        ("three of the four safe zones", False, True),
        ("Three of Four Zones", False, True),
        ("all of the zones", True, True),
        ("two out of four zones", False, True),
        ("most safe zones", False, True),
        ("the northern town of Karsk", False, True),
        ("the same period", False, False),
        (None, False, False),
    ],
)
def test_all_zones_are_meant_only_where_the_words_leave_none_out(
    scope: str | None, everywhere: bool, kept: bool
) -> None:
    opinion = read(replace(HOLDS, scope_text=scope))
    assert (opinion.everywhere, opinion.scope is not None) == (everywhere, kept)


def test_a_tally_keeps_its_parts_its_days_and_whoever_counted() -> None:
    count = Count("11", span("11"), 11, 11, "violation")
    part = Part("the Tessel valley", span("nine in the Tessel valley"), Count("nine", span("nine"), 9, 9))
    claim = TruceClaim(
        "c1",
        span("The Selmarkan part had recorded 11 violations since 13 March, nine in the Tessel valley"),
        "unclear",
        HAND,
        violations=count,
        period="d4",
        period_text="since 13 March",
        cumulative=True,
        breakdown=(part,),
        parties=("a2",),
    )
    counter = Mention("m1", span("The Selmarkan part"), "organisation", HAND, actor="a3")
    tally = read(claim, dates=DATES, mentions=(counter,)).tally
    assert tally is not None
    assert tally.by == "Selmarkan part of the Joint Commission"
    assert (tally.low, tally.unit, tally.period, tally.start, tally.cumulative) == (
        11,
        "violation",
        "since 13 March",
        "2031-03-13",
        True,
    )
    assert [(place, value.low) for place, value in tally.parts] == [("the Tessel valley", 9)]
    assert [party.known for party in tally.accused] == ["XV"]


def test_a_step_keeps_of_whom_it_is_asked_and_whether_it_is_done() -> None:
    step = Step("send a team", "send a team to Tessel", span("the Tessel valley"), fact="announced", of=("a3",))
    opinion = read(replace(HOLDS, step=step))
    assert (opinion.step, opinion.step_text) == ("announced: send a team", "send a team to Tessel")
    assert opinion.step_of == ("Selmarkan part of the Joint Commission",)


def test_a_body_is_one_voice_by_its_full_name_and_by_its_short_one() -> None:
    actors = (*ACTORS, Actor("a5", "Kesh Highlands Council", "organisation", HAND, known="khc"))
    council = Actor("a6", "Council", "organisation", HAND)
    said = replace(SAID, source_actors=("a6",), chain=("Meridian", "Council"))
    opinion = read(actors=(*actors, council), statements=(said,), instruments=(MEMORANDUM,))
    assert opinion.cited.chain == ("Meridian", "Kesh Highlands Council")
    assert (opinion.voice, opinion.side) == (("khc",), "party")
