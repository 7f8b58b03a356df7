"""The situation report on what is new, what is missing and how little it was made from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from communique.domain.report import Unread
from communique.truce.sitrep import Period
from communique.truce.sitrep.material import Read
from communique.truce.sitrep.notes import Notes

from .sitreps import PERIOD, VELM, report, told
from .words import claim, counts, incident, says

LATER = Period(PERIOD.since, PERIOD.until, date(2031, 3, 20))


def test_what_is_new_is_what_appeared_after_the_last_report() -> None:
    known = incident("Known", claim("Pavel Drenko"), claim("Samir Lask", published="2031-03-22"))
    old = incident("Old", claim("Pavel Drenko", published="2031-03-16"))
    new = incident("Tessel", claim("Dara Velisk", "2031-03-21"))
    back = incident("Back", claim("Oren Halvik"), claim("Oren Halvik", retracted=True, published="2031-03-23"))
    lines = told(report(known, old, new, back, period=LATER), "New since the last report")
    assert lines[0] == "Measured against what had appeared by 20 March 2031."
    assert lines[1:] == [
        "New: Tessel (21 March 2031), one origin.",
        "One further claim on Known (14 March 2031): Samir Lask. It stands as corroborated.",
        "Oren Halvik: one claim on Back (14 March 2031) taken back.",
    ]


def test_a_further_claim_that_changes_how_an_incident_stands_says_how_it_stood() -> None:
    first, second = claim("Pavel Drenko"), claim("Samir Lask", published="2031-03-22")
    now, before = incident("Velm", first, second), incident("Velm", first)
    lines = told(report(now, period=LATER, earlier=(before,)), "New since the last report")
    assert lines[1].endswith("Samir Lask. It stands as corroborated, before as one origin.")


def test_a_voice_that_changed_its_word_is_news_and_one_that_repeats_it_is_not() -> None:
    found = report(
        period=LATER,
        opinions=(
            says("Irena Sollos", "holding", "2031-03-14", "Port Adel"),
            says("Irena Sollos", "broken", "2031-03-22", "Port Adel"),
            says("Samir Lask", "strained", "2031-03-14", "Port Adel"),
            says("Samir Lask", "strained", "2031-03-22", "Port Adel"),
        ),
    )
    assert told(found, "New since the last report")[1:] == [
        "Irena Sollos on Port Adel: holding (14 March 2031), now broken (22 March 2031)."
    ]


def test_who_announced_a_truce_and_says_then_that_it_holds_has_not_changed_its_word() -> None:
    opinions = (says("VNA", "announced", "2031-03-13", "Port Adel"), says("VNA", "holding", "2031-03-22", "Port Adel"))
    lines = told(report(period=LATER, opinions=opinions), "New since the last report")
    assert not [line for line in lines if "VNA" in line]


def test_a_first_report_does_not_list_all_its_incidents_twice() -> None:
    other = incident("Shelling, Karsk, 15 March 2031", claim("Dara Velisk", "2031-03-15"))
    lines = told(report(VELM, other), "New since the last report")
    assert lines[1:] == ["All two incidents of this period were first told of since then."]


def test_a_day_without_a_claim_is_said_to_be_no_finding() -> None:
    short = Period(date(2031, 3, 13), date(2031, 3, 16), date(2031, 3, 12))
    found = report(VELM, opinions=(counts("Ardania", 0, "2031-03-15", status="holding"),), period=short)
    assert told(found, "Days without a claim") == [
        "No violation claim was read for 13 March 2031; that is no finding that none happened.",
        "No violation claim was read for 15–16 March 2031; that is no finding that none happened. "
        "Ardania counted none for 15 March.",
    ]


def test_what_was_not_read_is_told_with_the_reason() -> None:
    reports = (
        Read("a.txt", "Meridian", "2031-03-14", 2),
        Read("b.txt", None, "2031-03-14", 0, "the text is not in English"),
        Read("c.txt", None, None, 1),
    )
    found = report(reports=reports, unread=(Unread("d", "d.pdf", "the file is empty"),))
    assert told(found, "Reports skipped, unread or undated") == [
        "Skipped: b.txt: the text is not in English",
        "Could not be read: d.pdf: the file is empty",
        "No date of publication: c.txt. Its claims count only where they name a day themselves.",
    ]


def test_a_record_without_a_word_on_the_truce_still_gives_a_report() -> None:
    found = report()
    assert told(found, "In brief")[-1] == "No incident was read for this period; that is no finding that none happened."
    assert Notes.of(found).cited == ()


READ = Read("a.txt", "VNA", "2031-03-14", 1, id="a")


BEFORE = Read("b.txt", "VNA", "2031-02-14", 1, id="b")


@pytest.mark.parametrize(
    ("reports", "made_from", "left_out"),
    [
        ((), "nothing, as no report of the record was read", "None: the record holds no report."),
        (
            (BEFORE,),
            "one report in the record; none appeared in this period",
            "None: the one report of the record could be read and dated.",
        ),
        (
            (replace(READ, bears=False), replace(BEFORE, published=None, bears=False)),
            "two reports in the record; one appeared in this period, none of them names the agreement, a zone or a "
            "party (VNA)",
            "None: both reports of the record could be read, and those with claims on this truce could be dated.",
        ),
    ],
)
def test_how_little_a_report_was_made_from_is_said_in_whole_sentences(
    reports: tuple[Read, ...], made_from: str, left_out: str
) -> None:
    found = report(reports=reports)
    assert dict(found.facts)["Made from"] == made_from
    assert told(found, "Reports skipped, unread or undated") == [left_out]
