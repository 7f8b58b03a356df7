"""The files of a situation report: they open, they say what the report says, and no quotation takes them over."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx as word
import pytest

from communique.domain.incident import Contradiction, Site
from communique.exports.sitrep.docx import docx
from communique.exports.sitrep.html import page
from communique.exports.sitrep.markdown import escaped, markdown
from communique.exports.sitrep.opinions import as_csv, as_lines, as_text
from communique.exports.sitrep.table_csv import COLUMNS, table_csv
from communique.truce.sitrep import Material, Period, SituationReport, situation_report
from communique.truce.sitrep.notes import Notes
from communique.truce.status import status_over_time

from ..truce.words import cited, claim, counts, incident, memorandum, says
from .chromium import Browser

PERIOD = Period(date(2031, 3, 13), date(2031, 3, 26), date(2031, 3, 12))
HOSTILE = (
    "</q><script>alert(1)</script> **bold** [a](javascript:alert(2)) `c` | # h \x1b[31m \u202e \x00 \ufffe \ud800 end"
)


def sample() -> SituationReport:
    first, second = claim("Pavel Drenko"), claim("Dara Velisk", polarity="denied")
    velm = incident(
        "Mortar fire, Velm, 14 March 2031",
        first,
        second,
        contradictions=(Contradiction("denial", first.key, second.key, "Dara Velisk denies it"),),
    )
    opinions = (
        says("Pavel Drenko", "holding", "2031-03-14", "Lower Morrad", side="party"),
        says("Dara Velisk", "broken", "2031-03-16", "Lower Morrad", side="party"),
        says("Samir Lask", "broken", "2031-03-17", "Lower Morrad", polarity="denied"),
        counts("Ardania", 15, "2031-03-18", parts=(("Port Adel", 9), ("Tessel valley", 6))),
        counts("Selmark", 11, "2031-03-18"),
    )
    return situation_report(Material(memorandum(), opinions, (velm,)), PERIOD, made="by hand")


def hostile() -> SituationReport:
    """A report whose every text from outside tries to be something else."""
    source = replace(
        cited("Lask", HOSTILE), chain=(HOSTILE, HOSTILE), source=HOSTILE, outlet=HOSTILE, url=f"javascript:{HOSTILE}"
    )
    bad = replace(claim("Lask"), cited=source, weapon=f"={HOSTILE}", site=Site(f"@{HOSTILE}"))
    opinion = replace(
        says("Lask", "broken", "2031-03-14"),
        cited=source,
        scope=HOSTILE,
        step=f"called for: {HOSTILE}",
        step_text=HOSTILE,
    )
    made = incident(HOSTILE, bad, site=bad.site, reasons=(HOSTILE,), type=HOSTILE)
    return situation_report(Material(memorandum(), (opinion,), (made,)), PERIOD, made=HOSTILE)


def test_markdown_has_a_footnote_for_every_mark_and_a_mark_for_every_footnote() -> None:
    text = markdown(sample())
    notes = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    assert notes == [str(number) for number in range(1, len(Notes.of(sample()).cited) + 1)]
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(notes)


def test_a_footnote_has_the_chain_the_words_and_the_characters() -> None:
    assert (
        "Meridian › Pavel Drenko: “Pavel Drenko on holding” (samples/meridian-2031-03-14.txt, characters 10–33; published 14 March 2031)"
        in markdown(sample())
    )


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("# a heading", r"\# a heading"),
        ("- a list", r"\- a list"),
        ("1. a list", r"\1. a list"),
        ("[x](http://y)", r"\[x\](http://y)"),
        ("a | b", r"a \| b"),
        ("<b>x</b>", r"\<b\>x\</b\>"),
        ("two\nlines", "two lines"),
        ("*x* _y_ `z` ~q~", r"\*x\* \_y\_ \`z\` \~q\~"),
    ],
)
def test_a_quotation_stays_a_quotation_in_markdown(quotation: str, expected: str) -> None:
    assert escaped(quotation) == expected


def test_no_quotation_takes_over_markdown() -> None:
    text = markdown(hostile())
    assert not re.search(r"(?<!\\)<script|(?<!\\)\]\(javascript|\x1b|\u202e|\x00", text)


def test_no_quotation_takes_over_a_page() -> None:
    made = page(hostile())
    assert "<script" not in made
    assert 'href="javascript' not in made
    assert "\x1b" not in made


def test_a_page_leads_from_every_mark_to_its_note_and_back() -> None:
    made = page(sample())
    ids = set(re.findall(r' id="([^"]+)"', made))
    targets = set(re.findall(r' href="#([^"]+)"', made))
    assert targets <= ids
    assert {f"n{number}" for number in range(1, len(Notes.of(sample()).cited) + 1)} <= targets


def test_a_word_document_opens_and_says_what_the_report_says() -> None:
    document = word.Document(io.BytesIO(docx(sample())))
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]
    assert {"In brief", "Where the truce stands", "Lower Morrad", "Tallies side by side", "Notes"} <= set(headings)
    assert "Said to be holding: Pavel Drenko (a party, 14 March)" in text
    assert (
        "Meridian › Pavel Drenko: “Pavel Drenko on holding” (samples/meridian-2031-03-14.txt, characters 10–33" in text
    )
    cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert {"H", "(H)", "¬B", "Ardania"} <= cells


def test_every_mark_of_a_word_document_leads_to_a_note_in_it() -> None:
    body = word.Document(io.BytesIO(docx(sample()))).element.xml
    marks = set(re.findall(r'w:anchor="(note\d+)"', body))
    assert marks == set(re.findall(r'w:name="(note\d+)"', body))
    assert len(marks) == len(Notes.of(sample()).cited)


def test_a_hostile_text_does_not_break_a_word_document() -> None:
    text = "\n".join(one.text for one in word.Document(io.BytesIO(docx(hostile()))).paragraphs)
    assert "alert(1)" in text
    assert not re.search(r"\x1b|\u202e|\x00", text)


def test_the_table_has_one_row_an_incident_with_source_permalink_and_quotation() -> None:
    (row,) = csv.DictReader(io.StringIO(table_csv(sample())))
    assert (row["Incident"], row["Zone relation"], row["Zone"], row["In scope"]) == (
        "Mortar fire, Velm, 14 March 2031",
        "inside",
        "lower-morrad",
        "yes",
    )
    assert (row["Latitude"], row["Within km"], row["Claims"], row["Origins"]) == ("-48.69", "1.0", "2", "2")
    assert row["Quotation"] == "“Pavel Drenko on Velm” | “Dara Velisk on Velm”"
    assert row["Permalink"].split(" | ")[0] == "samples/meridian-2031-03-14.txt#char=10,30"
    assert row["Contradictions"] == "denial: Dara Velisk denies it"
    assert row["Grouping"] == "proposed"


def test_no_cell_of_a_table_is_a_formula_or_breaks_its_row() -> None:
    rows = list(csv.reader(io.StringIO(table_csv(hostile()))))
    assert [len(row) for row in rows] == [len(COLUMNS)] * 2
    numbers = {"Latitude", "Longitude"}
    text = [cell for name, cell in zip(COLUMNS, rows[1], strict=True) if name not in numbers]
    assert not [cell for cell in text if cell.startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("sign", ["=", "@", "\uff1d", "\uff20"])
def test_no_cell_of_the_table_of_opinions_is_a_formula(sign: str) -> None:
    one = says(f"{sign}HYPERLINK(1)", "holding", "2031-03-14", "Port Adel", quotation=f"{sign}1+1")
    rows = list(as_csv(status_over_time((one,), memorandum(), date(2031, 3, 14), date(2031, 3, 14)), ""))
    cells = [cell for row in csv.reader(rows[1:]) for cell in row]
    assert {f"'{sign}HYPERLINK(1)", f"'{sign}1+1"} <= set(cells)
    assert not [cell for cell in cells if cell.startswith(sign)]


def over() -> object:
    opinions = (
        says("Pavel Drenko", "holding", "2031-03-14", "Lower Morrad", side="party"),
        says("Samir Lask", "strained", "2031-03-02", "Lower Morrad"),
        says("Dara Velisk", "broken", None),
    )
    return status_over_time(opinions, memorandum(), date(2031, 3, 13), date(2031, 3, 15))


def test_status_as_text_tells_what_stood_before_what_was_said_and_what_has_no_day() -> None:
    text = "\n".join(as_text(over(), "Brunnhal Memorandum"))  # type: ignore[arg-type]
    assert "  stood before, said 11 days before: strained Samir Lask" in text
    assert "  14 March 2031\n    holding Pavel Drenko, a party\n      “Pavel Drenko on holding”" in text
    assert "Port Adel\n  no word was read; that is no finding that nothing changed" in text
    assert "Words without a day\n    broken Dara Velisk" in text


def test_status_as_lines_has_every_day_with_every_word_that_stands() -> None:
    found = [json.loads(line) for line in as_lines(over(), "")]  # type: ignore[arg-type]
    days = [
        (one["day"], [s["cited"]["chain"][-1] for s in one["standing"]])
        for one in found
        if one.get("area") == "Lower Morrad"
    ]
    assert days == [
        ("2031-03-13", ["Samir Lask"]),
        ("2031-03-14", ["Pavel Drenko", "Samir Lask"]),
        ("2031-03-15", ["Pavel Drenko", "Samir Lask"]),
    ]
    assert found[-1]["kind"] == "undated"


def test_status_as_a_table_has_one_row_a_word_a_day() -> None:
    rows = list(csv.DictReader(io.StringIO("\n".join(as_csv(over(), "")))))  # type: ignore[arg-type]
    assert [(row["day"], row["said_by"], row["age_days"]) for row in rows][:2] == [
        ("2031-03-13", "Samir Lask", "11"),
        ("2031-03-14", "Pavel Drenko", "0"),
    ]
    assert rows[-1]["kind"] == "undated"


@pytest.mark.parametrize("width", [360, 800, 1400])
def test_a_page_asks_for_nothing_and_fits_the_window(browser: Browser, tmp_path: Path, width: int) -> None:
    path = tmp_path / "sitrep.html"
    path.write_text(page(sample()), "utf-8")
    browser.open(path, width=width)
    assert browser.requests == [path.as_uri()]
    assert browser.complaints == []
    assert browser.ask("document.documentElement.scrollWidth") <= width
    assert browser.ask("document.querySelector('.strip .t4').textContent") == "B"


def test_a_page_prints(browser: Browser, tmp_path: Path) -> None:
    path, printed = tmp_path / "sitrep.html", tmp_path / "sitrep.pdf"
    path.write_text(page(sample()), "utf-8")
    browser.open(path)
    browser.print(printed)
    assert printed.read_bytes().startswith(b"%PDF")
