"""Inserted sayings: in "Six died, a monitor said, with many more missing" what stands before it is said as well."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.domain.span import Span
from communique.language.attribution.found import Attribution, Fragment
from communique.language.words import Parse

TOUCHING = 2
SHORTEST = 15  # characters: less than that before the source is an adverbial ("On Sunday")
GOING_ON = {"with", "after", "including"}


def around_insertions(parse: Parse, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, inserted ones with what stands before them in the sentence."""
    return [_whole(parse, one, found) for one in found]


def _whole(parse: Parse, one: Attribution, found: Sequence[Attribution]) -> Attribution:
    if len(one.sources) != 1 or len(one.cues) != 1 or any(f.start < one.cues[0].start for f in one.contents):
        return one
    source, cue, content = one.sources[0], one.cues[0], one.contents[0]
    first, after = parse.first_at(source.start), parse.first_at(content.start)
    if max(first, after) >= len(parse.words) or not 0 <= cue.start - source.end <= TOUCHING:
        return one
    opens = parse.words[after]
    goes_on = opens.lower in GOING_ON or opens.tag == "VBG"
    begin = parse.words[parse.sentences[parse.words[first].sentence][0]].start
    before = parse.text[begin : source.start].rstrip(" ,")
    if not goes_on or len(before) < SHORTEST or not _clause(parse, Span(begin, begin + len(before))):
        return one
    span = Span(begin, begin + len(before))
    taken = [f for a in found for f in (*a.sources, *a.cues, *a.contents)]
    if any(f.start < span.end and span.start < f.end for f in taken):
        return one
    return replace(one, contents=(Fragment(span.start, span.end, content.confidence), *one.contents))


def _clause(parse: Parse, span: Span) -> bool:
    return any(parse.words[i].tag in {"VBZ", "VBD", "VBP", "VBN"} for i in parse.inside(span))
