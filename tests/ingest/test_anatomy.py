"""What is furniture must never be read as fact, and what is the article must never be lost as furniture."""

from __future__ import annotations

import pytest

from communique.ingest import take_text

from .samples import LAST, MORE, PROSE, VNA_WIRE
from .taking import words


def test_a_state_agency_wire_comes_apart_as_an_editor_would_mark_it() -> None:
    report = take_text(VNA_WIRE, id="r")
    anatomy = report.anatomy
    assert anatomy.headline is None  # the first line is the dateline's paragraph
    assert anatomy.dateline is not None
    assert (anatomy.dateline.place, anatomy.dateline.agency) == ("Tavrin", "VNA")
    assert words(report, anatomy.subheads) == ["Defence Minister: army keeps to the Brunnhal Memorandum in all zones"]
    assert anatomy.byline is not None
    assert anatomy.byline.of(report.text) == "K.Mirov/Anelia"
    assert anatomy.furniture == ()
    assert len(anatomy.body) == 4


def test_everything_under_you_might_also_like_is_furniture() -> None:
    run = (
        "Halvik Receives Envoy of Selmark New Bridge Opens in Velm Minister of Health Meets Counterpart in Qasrin " * 4
    )
    report = take_text(f"Truce holds\n\nTAVRIN- {PROSE}\n\n{MORE}\n\nYou might also like\nLatest news\n{run}", id="r")
    assert words(report, report.anatomy.body) == [PROSE, MORE]
    assert words(report, report.anatomy.furniture) == ["You might also like", "Latest news", run.strip()]
    assert report.anatomy.headline is not None
    assert report.anatomy.headline.of(report.text) == "Truce holds"


FURNITURE = [
    "1,204 shares",
    "Share this article",
    "Get short URL 0 67",
    "Home > World > Varenia",
    "© 2031 Meridian. All rights reserved.",
    "We use cookies to improve this page.",
    "Tags: truce, Karsk, monitors",
    "Follow us on Telegram",
    "Read more: Halvik rejects new map",
    "Advertisement",
    "Facebook",
    "12 comments",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_a_button_or_counter_between_paragraphs_is_furniture_and_the_article_goes_on(line: str) -> None:
    report = take_text(f"{PROSE}\n{line}\n{MORE}", id="r")
    assert words(report, report.anatomy.furniture) == [line]
    assert words(report, report.anatomy.body) == [PROSE, MORE]


def test_a_box_of_related_headlines_ends_where_prose_goes_on() -> None:
    box = "Related stories\nHalvik rejects new map\nAid convoy turned back at Ondava crossing"
    report = take_text(f"{PROSE}\n\n{box}\n\n{MORE}", id="r")
    assert words(report, report.anatomy.furniture) == box.split("\n")
    assert words(report, report.anatomy.body) == [PROSE, MORE]


@pytest.mark.parametrize(
    "sentence",
    [
        "Latest news from Port Adel is that the guns fell silent at noon, and that the harbour opened again on Friday.",
        "Related talks in Qasrin ended on Friday without a word on prisoners, both delegations said in the evening.",
        "Share of the blame for Friday's fire falls on both sides, the head of the monitors said in his weekly report.",
    ],
)
def test_a_sentence_that_begins_like_furniture_is_read(sentence: str) -> None:
    report = take_text(f"{PROSE}\n{sentence}\n{MORE}", id="r")
    assert words(report, report.anatomy.body) == [PROSE, sentence, MORE]


BYLINES = [
    (f"By Jana Holt\n{PROSE}\n{MORE}", "By Jana Holt"),
    (
        f"{PROSE}\n{MORE}\nReporting by Jana Holt; Editing by Peter Lind",
        "Reporting by Jana Holt; Editing by Peter Lind",
    ),
    (f"{PROSE}\n{MORE}\nManar/Mazen", "Manar/Mazen"),
    (f"{PROSE} {MORE} Q. Anelia / H. Mirov/Jana", "Q. Anelia / H. Mirov/Jana"),
    (f"{PROSE} {MORE} --Meridian", "--Meridian"),
    (f"{PROSE} {MORE} (Source: Highland Voice) Twitter", "(Source: Highland Voice)"),
    (f"{PROSE} {MORE} Source Meridian and agencies", "Source Meridian and agencies"),
    (f"{PROSE}\n{MORE}", None),
    (f"{PROSE}\nThey crossed at Ondava by night.", None),
]


@pytest.mark.parametrize(("text", "byline"), BYLINES)
def test_who_wrote_or_supplied_a_report_is_told_apart_from_its_last_sentence(text: str, byline: str | None) -> None:
    report = take_text(text, id="r")
    assert (report.anatomy.byline.of(report.text) if report.anatomy.byline else None) == byline
    assert words(report, report.anatomy.body)[-1].endswith(".")


HEADLINES = [
    (f"Truce holds in most places, monitors say\n\n{PROSE}", "Truce holds in most places, monitors say"),
    (f"Will the truce hold?\n{PROSE}", "Will the truce hold?"),
    (f"{PROSE}\n{MORE}", None),
    (f"The Foreign Minister, Irena Sollos, said:\n\n“{PROSE}”", None),
    (f"Meridian\n{PROSE}", None),
    (
        f"UNITED NATIONS\nStatement of the Spokesman on Varenia\n\nNew York, 21 March 2031\n\n{PROSE}",
        "Statement of the Spokesman on Varenia",
    ),
    (
        f"Ministry of Foreign Affairs\nReadout of the Minister's call\n\n18 March 2031\n\n{PROSE}",
        "Readout of the Minister's call",
    ),
    (f"Statement on the prisoners\n\nMinistry of Foreign Affairs, Brunnhal\n\n{PROSE}", "Statement on the prisoners"),
    (f"SC/20417\n24 MARCH 2031\n\nPress Statement on Varenia\n\n{PROSE}", "Press Statement on Varenia"),
    ("Truce holds in most places", None),  # a text of one line is read, not put aside as a headline
]


@pytest.mark.parametrize(("text", "headline"), HEADLINES)
def test_a_first_line_is_a_headline_only_if_it_is_no_sentence(text: str, headline: str | None) -> None:
    report = take_text(text, id="r")
    assert (report.anatomy.headline.of(report.text) if report.anatomy.headline else None) == headline


def test_a_list_is_not_taken_for_subheads() -> None:
    text = f"{PROSE}\nLower Morrad\nTessel valley\nNorthern Karsk\n{MORE}"
    report = take_text(text, id="r")
    assert report.anatomy.subheads == ()
    assert len(report.anatomy.body) == 5


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "Statement of the spokesman on the truce\n\nThe Secretary-General takes note of the report of the\nmonitors on "
        "the four zones, and calls on all parties to\ngive them access to the harbour of Port Adel without\ndelay.\n\n"
        "He thanks the governments of Selmark and Ardania for\ntheir efforts.\n"
    )
    report = take_text(text, id="r")
    assert len(report.anatomy.body) == 2
    assert report.anatomy.body[0].of(text).endswith("without\ndelay.")
    assert report.anatomy.headline is not None


GLUED = [
    (f"Guns silent in Karsk 21.05.2031Get short URL 0 67 {PROSE}", "21.05.2031Get short URL 0 67"),
    (f"Guns silent in Karsk Print Tweet Views 729 {PROSE}", "Print Tweet Views 729"),
    (f"{PROSE} {MORE} Tags Varenia truce Karsk monitors", "Tags Varenia truce Karsk monitors"),
    (f"{PROSE} {MORE} Read Also", "Read Also"),
    (
        f"{PROSE} {MORE} Related News Halvik rejects map | Bridge opens",
        "Related News Halvik rejects map | Bridge opens",
    ),
]


@pytest.mark.parametrize(("text", "furniture"), GLUED)
def test_buttons_inside_a_running_line_are_cut_out_of_it(text: str, furniture: str) -> None:
    report = take_text(text, id="r")
    assert words(report, report.anatomy.furniture) == [furniture]
    assert PROSE in " ".join(words(report, report.anatomy.body))
    assert LAST not in report.text


def test_the_text_is_never_changed() -> None:
    text = "\ufeffTruce  holds\r\n\r\n\tTAVRIN- " + PROSE + "\u00a0\r\n"
    assert take_text(text, id="r").text == text
