"""Dates mean the days a reader of the report would mark in a calendar, and nothing else is taken for a date."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.domain.report import Published
from communique.domain.span import Span
from communique.domain.when import DateMention
from communique.language.dates import find_dates

THURSDAY = Published(date(2031, 5, 15), "day", "metadata")
JANUARY = Published(date(2031, 1, 10), "day", "dateline")


def read(text: str, published: Published | None = THURSDAY) -> tuple[DateMention, ...]:
    return find_dates(text, [Span(0, len(text))] if text else [], published=published)


def shown(found: tuple[DateMention, ...]) -> list[str]:
    return [f"{d.text}: {d.start}{'..' + d.end if d.end else ''} {d.precision}" for d in found]


EXPLICIT = [
    ("signed on 12 March 2031 in Brunnhal", "12 March 2031: 2031-03-12 day"),
    ("signed on March 12, 2031, in Brunnhal", "March 12, 2031: 2031-03-12 day"),
    ("signed on March 12 2031 in Brunnhal", "March 12 2031: 2031-03-12 day"),
    ("Wed 05 Apr 2028 Shelling resumed", "Wed 05 Apr 2028: 2028-04-05 day"),
    ("Tuesday, 3 May 2016", "Tuesday, 3 May 2016: 2016-05-03 day"),
    ("Monday, February 2, 2015, the envoy", "Monday, February 2, 2015: 2015-02-02 day"),
    ("the 4th of May, 2030", "4th of May, 2030: 2030-05-04 day"),
    ("TAVRIN, MARCH 3 2031 (VNA)", "MARCH 3 2031: 2031-03-03 day"),
    ("since Sept. 12, 2029", "Sept. 12, 2029: 2029-09-12 day"),
    ("dated 2030-05-18.", "2030-05-18: 2030-05-18 day"),
    ("dated 18/05/2030", "18/05/2030: 2030-05-18 day"),
    ("dated 05/18/2030", "05/18/2030: 2030-05-18 day"),
    ("18.05.2030Get short URL", "18.05.2030: 2030-05-18 day"),
    ("04.05.2030", "04.05.2030: 2030-05-04 day"),
    ("16-02-2030 Shells hit Velm", "16-02-2030: 2030-02-16 day"),
    ("in March 2011 protests", "March 2011: 2011-03-01..2011-03-31 month"),
    ("in February, 2028", "February, 2028: 2028-02-01..2028-02-29 month"),
    ("in early March 2029", "early March 2029: 2029-03-01..2029-03-10 month"),
    ("the end of April 2029", "the end of April 2029: 2029-04-21..2029-04-30 month"),
    ("war began in 2025.", "2025: 2025-01-01..2025-12-31 year"),
    ("mid-2026", "mid-2026: 2026-05-01..2026-08-31 year"),
    ("late 2026", "late 2026: 2026-09-01..2026-12-31 year"),
]


@pytest.mark.parametrize("published", [THURSDAY, None], ids=["published", "undated"])
@pytest.mark.parametrize(("text", "expected"), EXPLICIT, ids=lambda v: str(v)[:30])
def test_a_date_with_its_year_means_the_same_in_every_report(
    text: str, expected: str, published: Published | None
) -> None:
    assert shown(read(text, published)) == [expected]


FROM_PUBLICATION = [
    ("signed on May 4", "May 4: 2031-05-04 day"),
    ("signed on May 4.", "May 4: 2031-05-04 day"),
    ("on 20 September shells fell", "20 September: 2030-09-20 day"),
    ("on Dec. 27 the convoy left", "Dec. 27: 2030-12-27 day"),
    ("the truce expires on 20 May", "20 May: 2031-05-20 day"),
    ("talks on May 20 in Qasrin", "May 20: 2031-05-20 day"),
    ("the sides will meet on 1 October", "1 October: 2031-10-01 day"),
    ("on 29 February", "29 February: 2028-02-29 day"),
    ("said on Thursday.", "Thursday: 2031-05-15 day"),
    ("said late on Tuesday", "Tuesday: 2031-05-13 day"),
    ("shells fell on Friday", "Friday: 2031-05-09 day"),
    ("talks will resume on Friday", "Friday: 2031-05-16 day"),
    ("He said on Monday that talks would resume on Friday", "Monday: 2031-05-12 day; Friday: 2031-05-16 day"),
    ("talks will resume on Friday, he said on Monday", "Friday: 2031-05-16 day; Monday: 2031-05-12 day"),
    ("next Thursday", "next Thursday: 2031-05-22 day"),
    ("last Thursday", "last Thursday: 2031-05-08 day"),
    ("last Friday", "last Friday: 2031-05-09 day"),
    ("this Saturday", "this Saturday: 2031-05-17 day"),
    ("Monday last week", "Monday last week: 2031-05-05 day"),
    ("Tuesday's raid", "Tuesday: 2031-05-13 day"),
    ("Tuesdays raid", "Tuesday: 2031-05-13 day"),
    ("the raid of Wednesday night", "Wednesday: 2031-05-14 day"),
    ("earlier today", "today: 2031-05-15 day"),
    ("Yesterday it was quiet", "Yesterday: 2031-05-14 day"),
    ("talks start tomorrow", "tomorrow: 2031-05-16 day"),
    ("the day before yesterday", "the day before yesterday: 2031-05-13 day"),
    ("last night", "last night: 2031-05-14 day"),
    ("two days ago", "two days ago: 2031-05-13 day"),
    ("a week ago", "a week ago: 2031-05-05..2031-05-11 day"),
    ("three months ago", "three months ago: 2031-02-01..2031-02-28 month"),
    ("last week", "last week: 2031-05-05..2031-05-11 day"),
    ("this week", "this week: 2031-05-12..2031-05-18 day"),
    ("next month", "next month: 2031-06-01..2031-06-30 month"),
    ("last year", "last year: 2030-01-01..2030-12-31 year"),
    ("in the past 24 hours", "past 24 hours: 2031-05-14..2031-05-15 day"),
    ("over the last three days", "last three days: 2031-05-12..2031-05-15 day"),
    ("in the 24 hours to 18:00 on Tuesday", "24 hours to 18:00 on Tuesday: 2031-05-12..2031-05-13 day"),
    ("in the 24 hours to 18:00, monitors", "24 hours: 2031-05-14..2031-05-15 day"),
    ("in February", "February: 2031-02-01..2031-02-28 month"),
    ("since August", "August: 2030-08-01..2030-08-31 month"),
    ("last August", "last August: 2030-08-01..2030-08-31 month"),
    ("by June", "June: 2031-06-01..2031-06-30 month"),
    ("in June last year", "June last year: 2030-06-01..2030-06-30 month"),
    ("more than in the last week", "last week: 2031-05-08..2031-05-15 day"),
    ("over the past year", "past year: 2030-05-15..2031-05-15 month"),
    ("hit by insurgents on Friday", "Friday: 2031-05-09 day"),
    ("to leave by Friday", "Friday: 2031-05-16 day"),
    ("in early May", "early May: 2031-05-01..2031-05-10 month"),
]


@pytest.mark.parametrize(("text", "expected"), FROM_PUBLICATION, ids=lambda v: str(v)[:30])
def test_what_the_text_leaves_out_is_taken_from_the_day_of_publication(text: str, expected: str) -> None:
    assert "; ".join(shown(read(text))) == expected


@pytest.mark.parametrize(("text", "expected"), FROM_PUBLICATION, ids=lambda v: str(v)[:30])
def test_without_a_publication_date_the_same_words_stay_unknown(text: str, expected: str) -> None:
    found = read(text, None)
    assert [d.text for d in found] == [d.text for d in read(text)]
    assert {(d.start, d.end, d.precision) for d in found} == {(None, None, "unknown")}


@pytest.mark.parametrize("precision", ["month", "year", "unknown"])
def test_a_publication_date_that_is_not_known_to_the_day_gives_no_weekday(precision: str) -> None:
    vague = Published(date(2031, 5, 1), precision, "url")  # type: ignore[arg-type]
    assert [d.start for d in read("on Thursday and on May 4", vague)] == [None, None]


RANGES = [
    ("between 4 and 6 May", "4 and 6 May: 2031-05-04..2031-05-06 day"),
    ("between May 4 and 6, 2030", "May 4 and 6, 2030: 2030-05-04..2030-05-06 day"),
    ("6-7 May", "6-7 May: 2031-05-06..2031-05-07 day"),
    ("6–7 May 2029", "6–7 May 2029: 2029-05-06..2029-05-07 day"),
    ("May 6-7, 2031", "May 6-7, 2031: 2031-05-06..2031-05-07 day"),
    ("from 27 February to 3 March", "27 February to 3 March: 2031-02-27..2031-03-03 day"),
    ("from 28 December to 3 January 2030", "28 December to 3 January 2030: 2029-12-28..2030-01-03 day"),
    ("from Monday to Wednesday", "Monday to Wednesday: 2031-05-12..2031-05-14 day"),
    ("from Thursday to Saturday", "Thursday to Saturday: 2031-05-08..2031-05-10 day"),
    ("from March to May 2030", "March to May 2030: 2030-03-01..2030-05-31 month"),
    ("from 2011 to 2015", "2011 to 2015: 2011-01-01..2015-12-31 year"),
    ("between 2011 and 2015", "2011 and 2015: 2011-01-01..2015-12-31 year"),
    ("on 4 and 6 May", "6 May: 2031-05-06 day"),
    ("on 7 May and 8 May", "7 May: 2031-05-07 day; 8 May: 2031-05-08 day"),
    ("since February 27 2030", "February 27 2030: 2030-02-27 day"),
]


@pytest.mark.parametrize(("text", "expected"), RANGES, ids=lambda v: str(v)[:30])
def test_spans_of_time_keep_both_ends(text: str, expected: str) -> None:
    assert "; ".join(shown(read(text))) == expected


def test_the_turn_of_the_year_does_not_move_december_into_the_future() -> None:
    assert shown(read("on 27 December and in November", JANUARY)) == [
        "27 December: 2030-12-27 day",
        "November: 2030-11-01..2030-11-30 month",
    ]
    assert shown(read("from 28 December to 3 January", JANUARY)) == [
        "28 December to 3 January: 2030-12-28..2031-01-03 day"
    ]


def test_a_weekday_with_the_date_settles_its_year() -> None:
    assert [d.start for d in read("on Saturday, 4 May")] == ["2030-05-04"]
    assert [d.start for d in read("on Sunday, 4 May")] == ["2031-05-04"]


def test_figures_that_can_be_read_both_ways_are_settled_by_the_publication_or_left_open() -> None:
    assert [d.start for d in read("dated 04/05/2031")] == ["2031-05-04"]
    assert [(d.start, d.precision) for d in read("dated 04/05/2017")] == [(None, "unknown")]
    assert [(d.start, d.precision) for d in read("dated 04/05/2031", None)] == [(None, "unknown")]
    assert [d.start for d in read("dated 05/05/2017", None)] == ["2017-05-05"]


def test_a_day_no_calendar_has_stays_unknown() -> None:
    assert shown(read("on 31 June 2030 and 30 February")) == ["31 June 2030: None unknown", "30 February: None unknown"]


NO_DATE = [
    "Security Council resolution 3107 and resolution 2254",
    "at 1100 pm",
    "12 people died and 2000 fled",
    "in 2000 homes",
    "it may 4 times be said",
    "they march on; the march of 5000",
    "Theresa May said of May that",
    "the Sun sat low; sun and sat are words",
    "on Fridays. Every Friday, the market opens",
    "Good Friday",
    "Tavrin Today reported",
    "a 24-hour truce",
    "calibre 12.7 and 152/155",
    "version 2030-13-45",
    "call +90 2031 555 1234",
    "the second round",
    "Jan Egeland and April Lask met June Rook",
    "Article 12 of the Memorandum",
]


@pytest.mark.parametrize("text", NO_DATE, ids=lambda t: t[:30])
def test_numbers_names_and_verbs_are_no_dates(text: str) -> None:
    assert shown(read(text)) == []


def test_a_month_before_a_count_of_people_is_only_the_month() -> None:
    assert shown(read("In May 12 people were killed")) == ["May: 2031-05-01..2031-05-31 month"]


def test_only_the_passages_are_read_and_offsets_are_those_of_the_text() -> None:
    text = "Latest: 3 May 2030\n“Ḥ🕊” On 4 May 2030 it held.\n5 May 2030"
    start = text.index("“")
    found = find_dates(text, [Span(start, text.rindex("\n"))], published=None)
    assert [(d.id, d.span.of(text), d.made.by) for d in found] == [("d1", "4 May 2030", "dates@1")]


def test_ids_follow_the_reading_order_whatever_the_order_of_the_passages() -> None:
    text = "On 4 May 2030 it held.\nOn 5 May 2030 it broke."
    cut = text.index("\n")
    found = find_dates(text, [Span(cut + 1, len(text)), Span(0, cut)], published=None)
    assert [(d.id, d.start) for d in found] == [("d1", "2030-05-04"), ("d2", "2030-05-05")]


DAYS = ["May", "4", "12", "March", "31", "June", "Friday", "2031", "5/5/2030", "2254", "the past 24 hours", "last week"]
JOINTS = ["on", "may", "to", "and", "between", "-", ",", ".", "in", "since", "of"]
WORDS = st.sampled_from(DAYS + JOINTS)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_no_date_is_invented_outside_the_text_or_the_calendar(words: list[str]) -> None:
    text = " ".join(words)
    end = -1
    for found in read(text):
        assert found.span.of(text) == found.text
        assert found.span.start >= end
        end = found.span.end
        assert (found.start is None) == (found.precision == "unknown")
        if found.start and found.end:
            assert date.fromisoformat(found.start) <= date.fromisoformat(found.end)


@pytest.mark.parametrize(
    "unit", ["May ", "4 May ", "between ", "2031-", "1/1/", "Monday to ", "24 hours to 18:00 ", "a" * 50]
)
def test_a_hostile_page_is_read_in_the_time_of_an_ordinary_one(unit: str) -> None:
    text = unit * (40_000 // len(unit))
    assert all(d.span.end <= len(text) for d in read(text))
