"""A dateline that is missed costs the report its place and agency; one that is made up invents them."""

from __future__ import annotations

from datetime import date

import pytest

from communique.ingest import take_text

from .samples import LAST, MORE, PROSE

FOUND = [
    ("MOSCOW, May 18 (Meridian) – ", "Moscow", "Meridian"),
    ("Tavrin, VNA – ", "Tavrin", "VNA"),
    ("Tavrin, VNA-", "Tavrin", "VNA"),
    ("Tavrin VNA – ", "Tavrin", "VNA"),
    ("TAVRIN-", "Tavrin", None),
    ("TAVRIN - ", "Tavrin", None),
    ("TAVRIN (Selpress) ", "Tavrin", "Selpress"),
    ("TAVRIN, 18 March, VNA - ", "Tavrin", "VNA"),
    ("TAVRIN, March 18, 2031 (VNA) -- ", "Tavrin", "VNA"),
    ("TAVRIN, March 18. /VNA/. ", "Tavrin", "VNA"),
    ("Tavrin. 18 March. VNA – ", "Tavrin", "VNA"),
    ("BRUNNHAL/QASRIN (Meridian) — ", "Brunnhal/Qasrin", "Meridian"),
    ("PORT ADEL, Varenia (Meridian) - ", "Port Adel", "Meridian"),
    ("PORT ADEL, Varenia — ", "Port Adel", None),
    ("PORT ADEL, N.K. ― ", "Port Adel", None),
    ("BRUNNHAL, UAE - ", "Brunnhal", None),
    ("SEL HARAD: ", "Sel Harad", None),
    ("Brunnhal, Selpress – ", "Brunnhal", "Selpress"),
    ("Qasrin, 2 April 2031 (Ardania News Agency) – ", "Qasrin", "Ardania News Agency"),
    ("Morrad – ", "Morrad", None),
    ("Morrad- ", "Morrad", None),
    ("(Meridian) - ", None, "Meridian"),
    ("AL-KARSK (Meridian) - ", "Al-Karsk", "Meridian"),
    ("DEIR EL-MORRAD, Ardania (ANA) – ", "Deir el-Morrad", "ANA"),
    ("UNITED NATIONS (Meridian) - ", "United Nations", "Meridian"),
]


@pytest.mark.parametrize(("opening", "place", "agency"), FOUND)
def test_the_dateline_gives_place_and_agency_and_leaves_the_sentence_whole(
    opening: str, place: str | None, agency: str | None
) -> None:
    report = take_text(f"{opening}{PROSE}\n\n{MORE}", id="r")
    assert report.anatomy.dateline is not None
    assert report.anatomy.dateline.span.of(report.text) == opening.strip()
    assert (report.anatomy.dateline.place, report.anatomy.dateline.agency) == (place, agency)
    assert report.anatomy.body[0].of(report.text) == PROSE


NOT_DATELINES = [
    "Moscow-Washington contacts on the truce will go on, both sides said after a meeting in the town hall of Velm.",
    "Karsk – the second city of Varenia – was quiet on Friday, its mayor said, and its markets opened at noon.",
    "UNICEF – The agency said on Friday that it had reached nine villages in the Tessel valley with water and food.",
    "Halvik-led talks ended in the evening without a word on the four zones or on the convoys that wait at Ondava.",
    "The army – Colonel Drenko's own words – had no choice, and its guns in Port Adel answered within the hour.",
    "CORRECTED: Guns were heard in Sel Harad on Friday evening, not on Thursday, and monitors are on their way there.",
    "KHC - and no one else - broke the truce in Karsk on Friday, the ministry said in its statement that evening.",
    "BREAKING: Guns were heard in Sel Harad on Friday evening, and monitors are on their way there, they said.",
    "In Tavrin, the foreign minister - Irena Sollos - said that the talks would go on, whatever happened in Karsk.",
    "Late on 18 March (Tuesday) the guns fell silent in Lower Morrad, and people came out of their cellars to look.",
    "Talks on the zones will resume on Monday.",
]


@pytest.mark.parametrize("sentence", NOT_DATELINES)
def test_no_place_is_made_of_a_sentence_that_has_a_dash(sentence: str) -> None:
    report = take_text(f"{sentence}\n\n{MORE}", id="r")
    assert report.anatomy.dateline is None
    assert report.anatomy.body[0].of(report.text) == sentence


DATED = [
    (f"TAVRIN, March 18, 2031 (VNA) -- {PROSE}", date(2031, 3, 18)),
    (f"18 March 2031\n{PROSE}", date(2031, 3, 18)),
    (f"Truce holds\nPublished: Tuesday, 18 March 2031 14:05 GMT\n{PROSE}", date(2031, 3, 18)),
    (f"Wed 19 Mar 2031 at 0914 {PROSE}", date(2031, 3, 19)),
    (f"Last updated at Mar 192031 {PROSE}", date(2031, 3, 19)),
    (f"19.03.2031 {PROSE}", date(2031, 3, 19)),
    (f"Truce holds in Karsk Meridian Wednesday 19 Mar 2031 {PROSE}", date(2031, 3, 19)),
]


@pytest.mark.parametrize(("text", "day"), DATED)
def test_a_date_printed_above_the_text_dates_the_report(text: str, day: date) -> None:
    published = take_text(f"{text}\n{MORE}", id="r").published
    assert published is not None
    assert (published.value, published.precision, published.basis) == (day, "day", "dateline")


UNDATED = [
    f"TAVRIN, 18 March, VNA - {PROSE}",  # no year
    f"02/03/2031 {PROSE}",  # the second of March or the third of February
    f"The memorandum of 12 March 2031 is in force. {PROSE}",  # when something happened, not when it was printed
    f"12 March 2031 was the day on which the memorandum was signed in Brunnhal. {PROSE}",
    f"They met on Wednesday 19 March 2031 Halvik said. {PROSE}",
    f"31 February 2031\n{PROSE}",
]


@pytest.mark.parametrize("text", UNDATED)
def test_no_publication_date_is_guessed(text: str) -> None:
    assert take_text(f"{text}\n{MORE}", id="r").published is None


def test_a_dateline_that_runs_on_after_a_headline_and_a_date_is_found() -> None:
    report = take_text(f"Guns silent in Karsk zone 6 October 2031 Karsk SANA-{PROSE} {LAST}", id="r")
    assert report.anatomy.dateline is not None
    assert (report.anatomy.dateline.place, report.anatomy.dateline.agency) == ("Karsk", "SANA")
    assert report.published is not None
    assert report.published.value == date(2031, 10, 6)


def test_place_and_date_alone_on_a_line_are_the_dateline_of_a_statement() -> None:
    report = take_text(f"Statement on Varenia\n\nNew York, 21 March 2031\n\n{PROSE}\n\n{MORE}", id="r")
    assert report.anatomy.dateline is not None
    assert report.anatomy.dateline.span.of(report.text) == "New York, 21 March 2031"
    assert report.anatomy.dateline.place == "New York"
    assert report.published is not None
    assert report.published.value == date(2031, 3, 21)


def test_a_date_given_with_the_report_wins_over_the_printed_one() -> None:
    report = take_text(f"19 March 2031\n{PROSE}", id="r", published="2031-03-20", url="https://a.example/2031/03/21/x")
    assert report.published is not None
    assert (report.published.value, report.published.basis) == (date(2031, 3, 20), "given")


@pytest.mark.parametrize(
    ("url", "value", "precision"),
    [
        ("https://a.example/2031/03/21/truce", date(2031, 3, 21), "day"),
        ("https://a.example/news/2031-03-21-truce", date(2031, 3, 21), "day"),
        ("https://a.example/2031/03/truce", date(2031, 3, 1), "month"),
    ],
)
def test_an_address_dates_a_report_that_nothing_else_dates(url: str, value: date, precision: str) -> None:
    published = take_text(PROSE, id="r", url=url).published
    assert published is not None
    assert (published.value, published.precision, published.basis) == (value, precision, "url")
