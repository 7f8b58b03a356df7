"""What would break for a reader: a value of the record put into words that say more or less than it does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from communique.domain.provenance import Provenance
from communique.domain.report import Basis, Precision, Published, Report
from communique.domain.span import Span
from communique.domain.truce import Count
from communique.domain.when import DateMention
from communique.domain.where import Place
from communique.exports import wording
from communique.exports.visible import plain, shown

from .readings import voice, wire

MADE = Provenance("hand@1")


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected"),
    [
        (None, None, "unknown", "unknown"),
        (None, None, "day", "unknown"),
        ("2031-05-04", None, "day", "4 May 2031"),
        ("2031-05-04", "2031-05-04", "day", "4 May 2031"),
        ("2031-06-08", "2031-06-09", "day", "8–9 June 2031"),
        ("2031-05-30", "2031-06-02", "day", "30 May – 2 June 2031"),
        ("2030-12-30", "2031-01-02", "day", "30 December 2030 – 2 January 2031"),
        ("2031-05-01", "2031-05-31", "month", "May 2031"),
        ("2031-05", None, "month", "May 2031"),
        ("2031", None, "year", "2031"),
        ("2029-01-01", "2031-12-31", "year", "2029 – 2031"),
        ("next week", None, "day", "next week"),
    ],
)
def test_a_date_is_told_to_the_precision_it_is_known(
    start: str | None, end: str | None, precision: str, expected: str
) -> None:
    mention = DateMention("d1", Span(0, 1), "x", precision, MADE, start=start, end=end)
    assert wording.when(mention) == expected


@pytest.mark.parametrize(
    ("precision", "basis", "expected"),
    [
        ("day", "dateline", "3 March 2031, from the dateline"),
        ("month", "url", "March 2031, from the address"),
        ("year", "given", "2031, as given"),
        ("unknown", "metadata", "unknown, from the page's metadata"),
    ],
)
def test_publication_is_told_with_how_it_is_known(precision: Precision, basis: Basis, expected: str) -> None:
    assert wording.published(Published(date(2031, 3, 3), precision, basis)) == expected
    assert wording.published(None) == "unknown"


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (2, None, "at least 2"),
        (None, 5, "at most 5"),
        (3, 3, "3"),
        (2, 5, "2 to 5"),
        (0, 0, "0"),
        (None, None, "unknown"),
    ],
)
def test_a_bound_that_the_text_does_not_give_is_not_made_up(low: int | None, high: int | None, expected: str) -> None:
    assert wording.count(Count("x", Span(0, 1), low=low, high=high)) == expected


def test_coordinates_keep_their_hemisphere_and_half_a_position_is_none() -> None:
    assert wording.coordinates(Place("p", "x", MADE, lat=-41.375, lon=0.5)) == "41.38° S 0.50° E"
    assert wording.coordinates(Place("p", "x", MADE, lat=41.0, lon=-7.25)) == "41.00° N 7.25° W"
    assert wording.coordinates(Place("p", "x", MADE, lat=41.0)) is None


def test_an_unnamed_source_stands_in_the_chain_in_the_reports_words() -> None:
    reading = voice()
    unnamed = reading.findings.statements[3]
    assert wording.voices(unnamed, reading.report.text) == (
        "Highland Voice",
        "“A resident of Velm, who asked not to be named”",
    )
    assert wording.voices(replace(unnamed, source_spans=()), "") == ("Highland Voice", "unnamed source")
    assert wording.voices(replace(unnamed, anonymous=False, chain=()), "") == ("source not resolved",)


@pytest.mark.parametrize(
    ("whole", "fields", "expected"),
    [
        (None, (), None),
        (0.6, (), "0.60"),
        (0.6, (("cue", 0.6), ("speaker", 0.9)), "0.60 (speaker 0.90)"),
        (None, (("cue", 0.6),), "cue 0.60"),
    ],
)
def test_a_field_is_told_apart_only_where_it_is_more_or_less_sure(
    whole: float | None, fields: tuple[tuple[str, float], ...], expected: str | None
) -> None:
    statement = replace(wire().findings.statements[0], made=Provenance("a@1", whole), confidences=fields)
    assert wording.confidences(statement) == expected


def test_a_report_without_headline_is_called_by_its_title_its_first_words_or_its_source() -> None:
    report = wire().report
    assert wording.title(report) == "Sollos, envoy press for third round in Brunnhal"
    bare = Report("r", "a.txt", "00", "  The truce held.\n")
    assert wording.title(replace(bare, title=" Truce\nholds ")) == "Truce holds"
    assert wording.title(bare) == "The truce held."
    assert wording.title(replace(bare, text=" \n")) == "a.txt"


@pytest.mark.parametrize(
    ("hostile", "on_a_page", "in_a_terminal"),
    [
        ("a\x1b[31mb", "a␛[31mb", "a[31mb"),
        ("a\x9b31mb", "a\ufffd31mb", "a31mb"),
        ("a\u202eb\u202c", "a\ufffdb\ufffd", "ab"),
        ("a\u2066b\u2069", "a\ufffdb\ufffd", "ab"),
        ("a\ud800b", "a\ufffdb", "a\ufffdb"),
        ("a\x00b\x07\x7f", "a␀b␇␡", "ab"),
        ("a\r\nb\tc", "a\r\nb\tc", "a\nb c"),
        ("a\u200fb\u2028c\ufeff", "a\u200fb\u2028c\ufeff", "ab c"),
        ("Тишина в Морраде – سلام 🕊", "Тишина в Морраде – سلام 🕊", "Тишина в Морраде – سلام 🕊"),
    ],
)
def test_characters_that_take_over_the_reader_are_shown_or_gone(
    hostile: str, on_a_page: str, in_a_terminal: str
) -> None:
    assert shown(hostile) == on_a_page
    assert len(shown(hostile)) == len(hostile)
    assert plain(hostile) == in_a_terminal
