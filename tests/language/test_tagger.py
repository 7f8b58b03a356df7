"""The trained tagger: what it must find in plain cases, and what no input may do to it."""

import re
from functools import cache

import pytest

from communique.language.attribution.found import Attribution, Fragment
from communique.language.attribution.tagger import Tagger


@cache
def tagger() -> Tagger:
    return Tagger.load()


def passages(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


def read(text: str) -> list[tuple[str, str, str]]:
    """(source, cue, content) of each attribution that has a content, fragments joined by ' … '."""
    return [
        (words(text, found.sources), words(text, found.cues), words(text, found.contents))
        for found in tagger().read(text, passages(text))
        if found.contents
    ]


def words(text: str, fragments: tuple[Fragment, ...]) -> str:
    return " … ".join(text[f.start : f.end] for f in fragments)


PLAIN = [
    pytest.param(
        "“The guns have fallen silent in the valley,” Colonel Ivo Brandt said on Friday.",
        ("Colonel Ivo Brandt", "said", "“The guns have fallen silent in the valley,”"),
        id="a quoted sentence with its speaker behind",
    ),
    pytest.param(
        "The Defence Ministry said that two convoys had reached the town of Orsha.",
        ("The Defence Ministry", "said", "that two convoys had reached the town of Orsha"),
        id="indirect speech with that",
    ),
    pytest.param(
        "Two convoys had reached the town of Orsha, according to the Defence Ministry.",
        ("the Defence Ministry", "according to", "Two convoys had reached the town of Orsha"),
        id="according to, behind",
    ),
    pytest.param(
        "According to local officials, four people were wounded when a mine went off near the school.",
        ("local officials", "According to", "four people were wounded when a mine went off near the school"),
        id="according to, in front",
    ),
    pytest.param(
        "A source at the Police Command told the agency that the road had been closed since dawn.",
        ("A source at the Police Command", "told", "that the road had been closed since dawn"),
        id="told to an agency",
    ),
    pytest.param(
        "Foreign Minister Anton Belik stressed the need to release all prisoners without delay.",
        ("Foreign Minister Anton Belik", "stressed", "the need to release all prisoners without delay"),
        id="a need stressed",
    ),
    pytest.param(
        "Brandt accused the rebels of shelling the market.",
        ("Brandt", "accused", "the rebels of shelling the market"),
        id="an accusation",
    ),
]


@pytest.mark.parametrize(("text", "expected"), PLAIN)
def test_who_said_what_is_found_in_a_plain_sentence(text: str, expected: tuple[str, str, str]) -> None:
    assert read(text) == [expected]


def test_a_quotation_broken_by_its_speaker_is_one_statement_of_two_fragments() -> None:
    text = "“We will keep our word,” the envoy said, “and we expect the other side to keep theirs.”"
    assert read(text) == [
        ("the envoy", "said", "“We will keep our word,” … “and we expect the other side to keep theirs.”")
    ]


def test_the_paragraphs_under_who_said_are_that_speakers_words() -> None:
    text = (
        "Foreign Minister Anton Belik said:\n\n"
        "I welcome the agreement reached in Orsha. It is vital that all sides respect it.\n\n"
        "We call on the rebels to let aid convoys into the valley."
    )
    spoken = [found for found in read(text) if found[0] == "Foreign Minister Anton Belik"]
    assert any("I welcome the agreement" in content for _, _, content in spoken)
    assert any("We call on the rebels" in content for _, _, content in spoken)


def test_several_statements_of_a_paragraph_keep_their_own_speakers() -> None:
    text = "The army said it had taken the hill. The rebels denied that the hill had fallen."
    assert [(source, content) for source, _, content in read(text)] == [
        ("The army", "it had taken the hill"),
        ("The rebels", "that the hill had fallen"),
    ]


@pytest.mark.parametrize(
    "text", ["The convoy reached Orsha at noon.", "Snow fell in the hills.", "Orsha has two bridges and a mill."]
)
def test_a_plain_report_holds_no_statement(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200b", "…", "“”", "\x00"])
def test_a_text_without_words_holds_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    "before",
    ["🕊️🇺🇳 ", "قال الوزير: السلام عليكم. ", "Cafe\u0301 \u0130stanbul ﬁne. ", "\u202ba\u202c\xa0", "𝔗𝔯𝔲𝔠𝔢 "],
    ids=["emoji", "arabic", "combining marks and folded letters", "direction marks", "letters outside the plane"],
)
def test_spans_count_code_points_whatever_stands_before(before: str) -> None:
    said = "The Defence Ministry said that two convoys had reached the town of Orsha."
    text = f"{before}\n{said}"
    assert ("The Defence Ministry", "said", "that two convoys had reached the town of Orsha") in read(text)


def test_spans_lie_in_the_passages_given_and_nowhere_else() -> None:
    menu, body = "The editor said that subscriptions are open.", "The mayor said that the bridge was open."
    text = f"{menu}\n{body}"
    found = tagger().read(text, [(len(menu) + 1, len(text))])
    assert [words(text, a.sources) for a in found if a.contents] == ["The mayor"]


def test_many_texts_at_once_are_read_as_each_alone() -> None:
    texts = [str(case.values[0]) for case in PLAIN]
    together = tagger().read_many([(text, passages(text)) for text in texts])
    alone = [tagger().read(text, passages(text)) for text in texts]
    assert [spans(found) for found in together] == [spans(found) for found in alone]


def test_every_span_has_a_probability_and_no_blank_edges() -> None:
    text = "  “No,”  said  the mayor ,  adding that the bridge was open . "
    for found in tagger().read(text, passages(text)):
        assert 0 < found.confidence <= 1
        for fragment in (*found.sources, *found.cues, *found.contents):
            assert 0 < fragment.confidence <= 1
            inside = text[fragment.start : fragment.end]
            assert inside and inside == inside.strip()


@pytest.mark.parametrize(
    "text",
    ["a" * 1_000_000, "\u0301" * 100_000, '"' * 3_000, "said " * 3_000, "a." * 1_500],
    ids=["one endless word", "marks without letters", "only quotation marks", "one endless line", "no blank in it"],
)
def test_a_strange_line_is_read_in_bounded_time(text: str) -> None:
    for found in tagger().read(text, passages(text)):
        for fragment in (*found.sources, *found.cues, *found.contents):
            assert 0 <= fragment.start < fragment.end <= len(text)


def spans(found: tuple[Attribution, ...]) -> list[list[tuple[int, int]]]:
    return [[(f.start, f.end) for f in (*a.sources, *a.cues, *a.contents)] for a in found]
