"""Speakers whose name and description stand side by side without a comma, as news agencies' feeds often print them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.domain.span import Span
from communique.language.attribution.found import Attribution, Fragment
from communique.language.words import Parse, Word

ARTICLES = {"a", "an", "the"}
LONGEST = 14  # words between a name and its verb
PLACES = {"GPE", "LOC", "FAC"}
OPENERS = {"PUNCT", "ADP", "SCONJ", "VERB", "AUX", "CCONJ"}


def with_neighbours(parse: Parse, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, each source with the name before it, or the description behind it, that belongs to it."""
    return [_named_before(parse, _described_behind(parse, _subject(parse, _capitals(parse, one)))) for one in found]


def _capitals(parse: Parse, one: Attribution) -> Attribution:
    """ "IS said": a body whose name looks like a verb is the source, and no part of the cue."""
    if one.sources or len(one.cues) != 1:
        return one
    words = [parse.words[i] for i in parse.inside(Span(one.cues[0].start, one.cues[0].end))]
    if len(words) < 2 or not words[0].text.isupper() or len(words[0].text) < 2:
        return one
    cue = one.cues[0]
    source = Fragment(words[0].start, words[0].end, cue.confidence)
    return replace(one, sources=(source,), cues=(replace(cue, start=words[1].start),))


def _subject(parse: Parse, one: Attribution) -> Attribution:
    """ "The mission, which relies on a network of observers, says": who says it is not in the relative clause."""
    if len(one.sources) != 1 or not one.cues:
        return one
    source = one.sources[0]
    verbs = [parse.words[i] for i in parse.inside(Span(one.cues[0].start, one.cues[0].end))]
    heads = [parse.words[k] for v in verbs for k in parse.children[v.i] if parse.words[k].dep == "nsubj" and k < v.i]
    if not heads or heads[0].end > source.start:
        return one
    head, within = heads[0], parse.words[parse.first_at(source.start)]
    pronoun = any(w.lower in {"which", "who", "that"} for w in parse.words[head.i + 1 : within.i])
    while within.head != within.i and within.i != head.i and within.dep != "relcl":
        within = parse.words[within.head]
    if within.dep != "relcl" or within.head != head.i or not pronoun:
        return one
    before = [i for i in parse.subtree(head.i) if i <= head.i]
    speaker = Fragment(parse.words[before[0]].start, head.end, source.confidence)
    return replace(one, sources=(speaker,))


def _described_behind(parse: Parse, one: Attribution) -> Attribution:
    """ "… near Velm a monitor said": the monitor speaks; "Abu Omar a resident said": he does, and is a resident."""
    if len(one.sources) != 1 or len(one.cues) != 1 or not one.contents:
        return one
    source, cue = one.sources[0], one.cues[0]
    between = list(parse.inside(Span(source.end, cue.start))) if source.end + 1 < cue.start else []
    words = [parse.words[i] for i in between if parse.words[i].start >= source.end]
    if not words or not _description(words):
        return one
    name = parse.inside(Span(source.start, source.end))
    place = len(name) == 1 or all(parse.words[i].ent in PLACES for i in name)
    if not place:
        return replace(one, sources=(replace(source, end=words[-1].end),))
    speaker = Fragment(words[0].start, words[-1].end, source.confidence)
    contents = tuple(replace(f, end=source.end) if 0 <= source.start - f.end <= 1 else f for f in one.contents)
    return replace(one, sources=(speaker,), contents=contents)


def _description(words: Sequence[Word]) -> bool:
    if words[0].lower not in ARTICLES or len(words) > LONGEST:
        return False
    return words[-1].pos in {"NOUN", "PROPN"} and all(w.pos not in {"PUNCT", "VERB", "AUX", "SCONJ"} for w in words)


def _named_before(parse: Parse, one: Attribution) -> Attribution:
    """ "… a single moment Bebek Mesk a rescuer told Meridian": the name that ends the content is the speaker's."""
    if len(one.sources) != 1 or not one.contents or not one.cues:
        return one
    source, content = one.sources[0], one.contents[-1]
    words = [parse.words[i] for i in parse.inside(Span(source.start, source.end))]
    touches = 0 <= source.start - content.end <= 1 and one.cues[0].start >= source.end
    if not touches or not words or words[0].text not in {"a", "an"}:
        return one
    first = words[0].i
    while first and parse.words[first - 1].ent == "PERSON" and parse.words[first - 1].start > content.start:
        first -= 1
    if words[0].i - first < 2 or parse.words[first - 1].pos in OPENERS - {"PUNCT"}:
        return one
    begin = parse.words[first].start
    kept = replace(content, end=len(parse.text[:begin].rstrip(" ,")))
    return replace(one, sources=(replace(source, start=begin),), contents=(*one.contents[:-1], kept))
