"""What would break for a reader: words lost, doubled or marked as somebody else's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.domain.span import Span
from communique.exports.marks import Mark, segments


@st.composite
def texts_with_marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(min_size=1, max_size=40))
    starts = st.integers(0, len(text) - 1)
    pairs = draw(st.lists(st.tuples(starts, st.integers(1, len(text))), max_size=12))
    spans = [Span(start, min(start + length, len(text))) for start, length in pairs]
    return text, [Mark(span, draw(st.sampled_from(["content", "source"])), str(n)) for n, span in enumerate(spans)]


@given(texts_with_marks())
def test_no_character_is_lost_doubled_or_marked_wrongly(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    found = segments(text, marks)
    assert "".join(segment.of(text) for segment in found) == text
    assert all(segment.start < segment.end for segment in found)
    for segment in found:
        covering = {m.id for m in marks if m.span.start <= segment.start and segment.end <= m.span.end}
        touching = {m.id for m in marks if m.span.start < segment.end and segment.start < m.span.end}
        assert {m.id for m in segment.marks} == covering == touching


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 4), (4, 8)], ["abcd:0", "efgh:1"]),
        ([(0, 8), (2, 5)], ["ab:0", "cde:01", "fgh:0"]),
        ([(2, 5), (0, 8)], ["ab:1", "cde:10", "fgh:1"]),
        ([(0, 5), (3, 8)], ["abc:0", "de:01", "fgh:1"]),
        ([(2, 4), (2, 4)], ["ab:", "cd:01", "efgh:"]),
        ([], ["abcdefgh:"]),
    ],
)
def test_what_encloses_comes_before_what_it_encloses(spans: list[tuple[int, int]], expected: list[str]) -> None:
    marks = [Mark(Span(*span), "content", str(n)) for n, span in enumerate(spans)]
    found = segments("abcdefgh", marks)
    assert [f"{s.of('abcdefgh')}:{''.join(m.id for m in s.marks)}" for s in found] == expected


def test_a_mark_beyond_the_text_is_refused_with_its_place() -> None:
    with pytest.raises(ValueError, match=r"the content of s3 is at \[2, 9\), but the text has 4 characters"):
        segments("text", [Mark(Span(2, 9), "content", "s3")])


def test_an_empty_text_has_no_segments() -> None:
    assert segments("", []) == ()
