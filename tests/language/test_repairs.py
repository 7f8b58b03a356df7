"""What layout and grammar add to the tagger: headlines, pages, vouchers at the end, what was not said."""

from __future__ import annotations

from functools import cache

import pytest

from communique.domain.span import Span
from communique.ingest import take_text
from communique.language.attribution.found import Attribution, Fragment
from communique.language.attribution.headings import with_headings
from communique.language.attribution.hearsay import passed_on
from communique.language.attribution.inserted import around_insertions
from communique.language.attribution.pages import with_pages
from communique.language.attribution.passives import reported_inside
from communique.language.attribution.readable import readable
from communique.language.attribution.repairs import repaired, unsaid
from communique.language.attribution.voices import RUN_TOGETHER
from communique.language.attribution.vouchers import with_vouchers
from communique.language.cues import load_cues
from communique.language.parse import Parser
from communique.language.words import Parse

from .marked import unmarked

CUES = load_cues()


@cache
def parsed(text: str) -> Parse:
    return _parser().parse(take_text(text, id="t"))


@cache
def _parser() -> Parser:
    return Parser()


def words(text: str, fragments: tuple[Fragment, ...]) -> str:
    return " … ".join(text[f.start : f.end] for f in fragments)


def told(text: str, found: list[Attribution]) -> list[tuple[str, str]]:
    return [(words(text, one.sources), words(text, one.contents)) for one in found]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Blast in Karsk kills six state TV.", [("state TV", "Blast in Karsk kills six")]),
        ("Rebels blocked evacuation of wounded from Velm - UN.", [("UN", "Rebels blocked evacuation of wounded from Velm")]),
        ("Truce in Tessel valley holds – Foreign Ministry.", [("Foreign Ministry", "Truce in Tessel valley holds")]),
        ("Shelling kills officer of Varenian police.", []),
        ("Council blames the army for strike on ministry.", []),
        ("Envoy meets a minister.", []),
    ],
)  # fmt: skip
def test_a_headline_may_end_in_its_source(headline: str, expected: list[tuple[str, str]]) -> None:
    text = f"{headline} The town lies in the north of the country."
    assert told(text, with_headings(parsed(text), [])) == expected


@pytest.mark.parametrize(
    ("opening", "source"),
    [
        ("Minister Rook said:", "Minister Rook"),
        ("The Foreign Minister, Anselm Rook, said:", "The Foreign Minister, Anselm Rook"),
        (
            "Responding to the report Samir Lask, the Observatory's director for Varenia said:",
            "Samir Lask, the Observatory's director for Varenia",
        ),
        ("After the talks in Brunnhal, a spokesman for the Ministry said:", "a spokesman for the Ministry"),
    ],
)
def test_a_statement_page_names_its_speaker_once(opening: str, source: str) -> None:
    body = "We condemn the shelling of Velm.\n\nThe guns must fall silent now."
    text = f"{opening}\n\n{body}"
    assert told(text, with_pages(parsed(text), [], CUES)) == [(source, body)]


def test_a_report_that_quotes_others_further_down_is_no_statement_page() -> None:
    marked = (
        "Minister Rook said:\n\nWe condemn the shelling of Velm.\n\n"
        "<t1>“It was a mistake,”</t1> <s1>Dara Velisk</s1> <c1>said</c1> on Sunday."
    )
    text, given = unmarked(marked)
    found = told(text, with_pages(parsed(text), list(given), CUES))
    assert ("Minister Rook", "We condemn the shelling of Velm.") in found


def test_whoever_hands_a_statement_out_does_not_say_it() -> None:
    text = "The following press statement was issued today by Council President Amadi Kourouma:\n\nThe members met on 24 March."
    assert with_pages(parsed(text), [], CUES) == []


def test_who_vouches_at_the_end_of_a_sentence_is_heard() -> None:
    marked = "<s1>Minister Rook</s1> <c1>said</c1> <t1>the guns had left Velm</t1>, Selpress reported."
    text, given = unmarked(marked)
    found = told(text, with_vouchers(parsed(text), list(given), CUES))
    assert ("Selpress", "Minister Rook said the guns had left Velm") in found


def test_what_stands_before_an_inserted_saying_is_said_as_well() -> None:
    marked = "Shells on Velm killed nine people <s1>a monitor</s1> <c1>said</c1> <t1>with more missing</t1>."
    text, given = unmarked(marked)
    (found,) = around_insertions(parsed(text), list(given))
    assert words(text, found.contents) == "Shells on Velm killed nine people … with more missing"


@pytest.mark.parametrize(
    "marked",
    [
        "<s1>The ministry</s1> did not <c1>say</c1> <t1>when the guns would leave</t1>.",
        "<s1>The army</s1> <c1>would say</c1> <t1>it was a mistake</t1>.",
        "<s1>No group</s1> <c1>has claimed</c1> <t1>the attack on the bridge</t1>.",
    ],
)
def test_what_was_not_said_is_kept_apart(marked: str) -> None:
    text, given = unmarked(marked)
    (one,) = unsaid(parsed(text), list(given))
    assert not one.said
    assert repaired(parsed(text), list(given), CUES) == []


def test_what_is_reported_by_nobody_inside_somebodys_words_is_a_saying_of_its_own() -> None:
    marked = "<s1>A police source</s1> <c1>said</c1> <t1>five people died while nine others were reported injured</t1>."
    text, given = unmarked(marked)
    holder = Span(given[0].contents[0].start, given[0].contents[0].end)
    (found,) = reported_inside(parsed(text), [holder], list(given))
    assert (found.sources, words(text, found.cues)) == ((), "were reported")
    assert words(text, found.contents) == "nine others … injured"


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ("we have heard from several sources that shells fell on Velm", [("several sources", "that shells fell on Velm")]),
        ("the mission had received reports that the bridge was mined", [("reports", "that the bridge was mined")]),
        ("Varenia had seen reports and heard from officers that the road was cut",
         [("reports", "that the road was cut"), ("officers", "that the road was cut")]),
        ("he had heard from the envoy on Friday", []),
        ("the reports that reached Tavrin were old", []),
        ("the mission had not heard from the Council that the road was cut", []),
        ("they had seen no reports that the road was cut", []),
    ],
)  # fmt: skip
def test_what_a_speaker_has_from_others_is_their_saying(held: str, expected: list[tuple[str, str]]) -> None:
    text = f"Irena Sollos said {held}."
    holder = Span(text.index(held), len(text) - 1)
    assert told(text, passed_on(parsed(text), [holder], [])) == expected


def test_run_together_text_is_read_where_somebody_may_speak() -> None:
    plain = "The road to Velm is narrow and steep and lined with old oaks on both sides of the valley. "
    said = "Dara Velisk said the road was closed. "
    text = plain * 6 + said + plain * 6
    assert len(text) > RUN_TOGETHER
    ((start, end),) = readable(parsed(text), CUES)
    assert text[start:end] == said.strip()
