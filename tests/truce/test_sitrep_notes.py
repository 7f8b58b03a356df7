"""The notes of the situation report: each claim has one, and it leads to the characters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.truce.sitrep.notes import Notes, permalink, place

from .sitreps import VELM, report
from .words import cited, counts, says


def test_every_claim_and_every_word_has_its_note_and_each_note_its_number_once() -> None:
    opinions = (says("Pavel Drenko", "holding", "2031-03-14", "Port Adel"), counts("Ardania", 15, "2031-03-18"))
    found = report(VELM, opinions=opinions)
    notes = Notes.of(found)
    wanted = {one.cited for one in VELM.claims} | {one.cited for one in opinions}
    assert set(notes.cited) == wanted
    assert [notes.numbers[one] for one in notes.cited] == list(range(1, len(wanted) + 1))
    named = [one for one in found.sentences() if "Drenko" in one.text or "Lask" in one.text]
    assert [one.text for one in named if not one.cited] == []


@pytest.mark.parametrize(
    ("url", "row", "expected"),
    [
        (None, None, "samples/meridian-undated.txt#char=10,15"),
        ("https://meridian.example/a", None, "https://meridian.example/a#:~:text=words"),
        ("https://meridian.example/a#part", None, "https://meridian.example/a#part"),
        (None, 17, "samples/meridian-undated.txt#row=17"),
    ],
)
def test_a_permalink_leads_to_the_characters_or_the_row(url: str | None, row: int | None, expected: str) -> None:
    assert permalink(replace(cited("Lask"), url=url, row=row)) == expected


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("a half-truth, he said", "a%20half%2Dtruth%2C%20he%20said"),
        (" ".join(f"w{n}" for n in range(20)), "w0%20w1%20w2%20w3%20w4,w15%20w16%20w17%20w18%20w19"),
        ("the truce […] holds", "the%20truce"),
    ],
)
def test_a_link_to_a_page_finds_the_words_in_it(quotation: str, expected: str) -> None:
    page = replace(cited("Lask", quotation), url="https://meridian.example/a")
    assert permalink(page) == f"https://meridian.example/a#:~:text={expected}"


def test_a_report_out_of_a_file_of_many_is_cited_by_its_name() -> None:
    one = replace(cited("Lask"), source="samples/collected.jsonl", report="voc-weekly-11")
    assert permalink(one) == "samples/collected.jsonl#report=voc-weekly-11&char=10,15"
    assert place(one) == "samples/collected.jsonl, report voc-weekly-11, characters 10–15"
