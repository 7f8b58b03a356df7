"""Contents read again: what stands in a content of a content is read twice, and heard once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from communique.ingest import take_text
from communique.language.attribution.by_parse import ParseFinder
from communique.language.attribution.found import Attribution
from communique.language.attribution.trained import TrainedFinder
from communique.language.cues import load_cues
from communique.language.parse import Parser

from .marked import unmarked

OUTER = (
    "<s1>A spokesman</s1> <c1>said</c1> <t1><s2>the envoy</s2> <c2>pressed for</c2> <t2>Varenia to use its influence "
    "and underlined the need for calm</t2></t1>."
)
IN_CONTEXT = "A spokesman said <s1>the envoy</s1> pressed for Varenia to use its influence and <c1>underlined</c1> <t1>the need for calm</t1>."
CUT_SHORT = "A spokesman said the envoy pressed for <s1>Varenia</s1> to use its influence and <c1>underlined</c1> <t1>the need for calm</t1>."


class TaggerOfTwoMinds:
    """Hears another speaker in the short content than in the long one that holds it."""

    def read(self, text: str, passages: Sequence[tuple[int, int]]) -> tuple[Attribution, ...]:
        return unmarked(OUTER)[1]

    def read_many(self, items: Sequence[Any], *, inner: bool = False) -> list[tuple[Attribution, ...]]:
        long = unmarked(OUTER)[1][0].contents[0].start
        return [unmarked(IN_CONTEXT if passages[0][0] == long else CUT_SHORT)[1] for _, passages in items]


def test_of_two_readings_of_the_same_words_the_one_with_more_around_them_counts() -> None:
    text, _ = unmarked(OUTER)
    tagger: Any = TaggerOfTwoMinds()
    found = TrainedFinder(tagger, load_cues(), ParseFinder(load_cues())).find(Parser().parse(take_text(text, id="t")))
    heard = [a for a in found if any(text[f.start : f.end] == "underlined" for f in a.cues)]
    assert [text[f.start : f.end] for a in heard for f in a.sources] == ["the envoy"]
