"""Feeds without commas and paragraphs: contents from their first word on, speakers whole, names that are no sayings."""

from __future__ import annotations

from functools import cache

import pytest

from communique.ingest import take_text
from communique.language.attribution.found import Attribution, Fragment
from communique.language.attribution.repairs import repaired, unsaid
from communique.language.cues import load_cues
from communique.language.parse import Parser
from communique.language.words import Parse

from .marked import unmarked


@cache
def _parser() -> Parser:
    return Parser()


def _parsed(marked: str) -> tuple[Parse, tuple[Attribution, ...]]:
    text, attributions = unmarked(marked)
    return _parser().parse(take_text(text, id="t")), attributions


def _words(parse: Parse, fragments: tuple[Fragment, ...]) -> str:
    return " … ".join(parse.text[f.start : f.end] for f in fragments)


# The text as the tagger marked it, then what the content is.
BEGINNINGS = [
    ('At least six people died on Sunday when rockets hit <t1>"homes" in a village held by the Guard</t1> <s1>a monitor</s1> <c1>said</c1>.',
     'At least six people died on Sunday when rockets hit "homes" in a village held by the Guard'),
    ("Shells pounded a school and <t1>a blood bank in Velm on Sunday in a raid that has killed six people</t1> <s1>medics</s1> <c1>said</c1>.",
     "Shells pounded a school and a blood bank in Velm on Sunday in a raid that has killed six people"),
    ("\"For two days it was calm. I went to the market. <t1>Today I could not find bread</t1>\" <c1>said</c1> <s1>Olga Tarn</s1>.",
     '"For two days it was calm. I went to the market. Today I could not find bread'),
    ("Tags Velm Karsk Truce Raids The army shelled the road and <t1>the bridge was hit twice on Sunday</t1> <s1>a monitor</s1> <c1>said</c1>.",
     "The army shelled the road and the bridge was hit twice on Sunday"),
    # What stands before is somebody else's, or is no part of the clause.
    ("Meanwhile <t1>the bridge was hit twice</t1>, <s1>a monitor</s1> <c1>said</c1>.", "the bridge was hit twice"),
    ("The army advanced at dawn. <t1>“We hold the road,”</t1> <s1>Olga Tarn</s1> <c1>said</c1>.", "“We hold the road,”"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "content"), BEGINNINGS)
def test_a_content_begins_with_the_first_word_that_was_said(marked: str, content: str) -> None:
    parse, given = _parsed(marked)
    (found,) = repaired(parse, given, load_cues())
    assert _words(parse, found.contents) == content


# The text as the tagger marked it, then who speaks and what is said.
SPEAKERS = [
    ("<t1>Six people were killed in raids near the town of</t1> <s1>Velm</s1> a monitor <c1>said</c1> on Monday.",
     "a monitor", "Six people were killed in raids near the town of Velm"),
    ("<t1>The helicopters do not stop for a moment Peter Mishal</t1> <s1>a rescue worker in Karsk</s1> <c1>told</c1> Meridian.",
     "Peter Mishal a rescue worker in Karsk", "The helicopters do not stop for a moment"),
    ("The Observatory which relies on <s1>a network of sources inside Varenia</s1> <c1>says</c1> <t1>it counts all raids</t1>.",
     "The Observatory", "it counts all raids"),
    ("<c1>IS said</c1> <t1>its men had left the town</t1>.", "IS", "its men had left the town"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "source", "content"), SPEAKERS)
def test_a_speaker_is_whole_where_no_comma_parts_the_names(marked: str, source: str, content: str) -> None:
    parse, given = _parsed(marked)
    (found,) = repaired(parse, given, load_cues())
    assert (_words(parse, found.sources), _words(parse, found.contents)) == (source, content)


NO_SAYINGS = [
    "The army began <s1>an operation</s1> <c1>dubbed</c1> <t1>“Clear Sky”</t1> on Monday.",
    "Varenia turned over <s1>its</s1> <c1>declared</c1> <t1>chemical arsenal</t1> in 2030.",
    "<s1>If</s1> <c1>confirmed</c1> <t1>it would be the worst attack of the war</t1>.",
    "The pause, <t1>which</t1> <s1>the army</s1> <c1>had largely observed</c1>, ended.",
    "<s1>Rebels</s1> shelled the market, <c1>claiming</c1> <t1>the lives of six people</t1>.",
]  # fmt: skip


@pytest.mark.parametrize("marked", NO_SAYINGS)
def test_names_lives_and_conditions_are_no_sayings(marked: str) -> None:
    parse, given = _parsed(marked)
    assert repaired(parse, given, load_cues()) == []


NOBODYS = [
    "No one <c1>has so far claimed responsibility for</c1> <t1>the blast</t1>.",
    "<s1>The monitors</s1> <c1>were unable to confirm</c1> <t1>the number of dead</t1>.",
]  # fmt: skip


@pytest.mark.parametrize("marked", NOBODYS)
def test_what_nobody_says_is_kept_as_not_said(marked: str) -> None:
    parse, given = _parsed(marked)
    assert repaired(parse, given, load_cues()) == []
    assert len(unsaid(parse, given)) == 1


def test_a_line_that_ends_in_a_colon_is_followed_by_what_was_said() -> None:
    marked = "<t1>Following the update</t1>, <s1>Irena Sollos</s1> <c1>said</c1>:\n\n“The road must be opened at once.”"
    parse, given = _parsed(marked)
    (found,) = repaired(parse, given, load_cues())
    assert _words(parse, found.contents) == "“The road must be opened at once.”"


def test_a_ministry_that_says_it_in_its_bulletin_vouches_for_what_others_counted() -> None:
    marked = "<s1>The Ardanian part</s1> <c1>recorded</c1> <t1>12 violations</t1>, the Defence Ministry said in its daily bulletin."
    parse, given = _parsed(marked)
    found = repaired(parse, given, load_cues())
    assert [_words(parse, a.sources) for a in found] == ["The Ardanian part", "Defence Ministry"]


def test_a_transcript_in_quotation_marks_names_each_who_speaks() -> None:
    marked = """<s1>The transcript</s1> <c1>begins</c1>:

<t1>"Let us begin with the road.</t1>

"<s2>OKAS</s2><c2>:</c2> <t2>It will open on Friday.</t2>"""
    parse, given = _parsed(marked)
    found = repaired(parse, given, load_cues())
    assert [_words(parse, a.contents) for a in found] == ['"Let us begin with the road.', "It will open on Friday."]


GROUNDED = [
    ("<s1>Rook</s1> <c1>expressed hope</c1> <t1>that the talks would succeed</t1>, taking into account the coming winter, before he left.",
     "that the talks would succeed, taking into account the coming winter"),
    ("<s1>Rook</s1> <c1>said</c1> <t1>the truce would hold</t1>, bearing in mind the harvest.",
     "the truce would hold, bearing in mind the harvest"),
    ("<s1>Rook</s1> <c1>said</c1> <t1>the truce would hold</t1>, taking a deep breath.", "the truce would hold"),
    ("<t1>The truce would hold</t1>, <s1>Rook</s1> <c1>said</c1>, taking into account the harvest.", "The truce would hold"),
]  # fmt: skip


@pytest.mark.parametrize(("marked", "content"), GROUNDED)
def test_what_a_speaker_takes_into_account_is_said_too(marked: str, content: str) -> None:
    parse, given = _parsed(marked)
    (found,) = repaired(parse, given, load_cues())
    assert _words(parse, found.contents) == content


SENSED = [
    ("<s1>A patrol</s1> <c1>heard</c1> <t1>three bursts of fire</t1>.", 0),
    ("<s1>Rook</s1> <c1>sees</c1> <t1>the offer as a trap</t1>.", 1),
    ("Amid <c1>worries</c1> <t1>that the truce would fail</t1>, shops closed.", 1),
    ("Amid <c1>support for</c1> <t1>the truce</t1>, shops opened.", 0),
]


@pytest.mark.parametrize(("marked", "many"), SENSED)
def test_what_is_only_heard_is_not_said_and_what_is_feared_is_somebodys_view(marked: str, many: int) -> None:
    parse, given = _parsed(marked)
    assert len(repaired(parse, given, load_cues())) == many
