"""Participle cues: what follows "adding that" is its content, and nothing that stands before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.domain.span import Span
from communique.language.attribution.found import Attribution, Fragment
from communique.language.cues import CueLexicon
from communique.language.quotes import OPENING, STRAIGHT
from communique.language.stance import BY_NOUN
from communique.language.words import Parse

# "A war of words, after Rook accused Sollos of it": whoever accuses says what follows, unless the rest is quoted.
OF_WHAT_FOLLOWS = {"accuses", "asks"}
TOUCHING = 2  # characters between a participle and the content it opens
BESIDE = 3  # characters between a content and a participle that goes on from it
NEAR = 40  # characters between a content and the rest of it that a participle was given


def after_participles(parse: Parse, found: Sequence[Attribution], cues: CueLexicon) -> list[Attribution]:
    """The attributions with what stands before ", adding that …" given back to the content it goes on from."""
    made = _without_asides(parse, found, cues)
    for i, one in enumerate(made):
        early = _too_early(parse, one, cues)
        if not early:
            continue
        made[i] = replace(one, contents=tuple(f for f in one.contents if f not in early))
        for fragment in early:
            owner = next((k for k, a in enumerate(made) if k != i and _goes_on(a, fragment)), None)
            if owner is not None:
                made[owner] = _grown(made[owner], fragment)
    return made


def _without_asides(parse: Parse, found: Sequence[Attribution], cues: CueLexicon) -> list[Attribution]:
    """The attributions, with ", taking the winter into account" given back to the content it goes on from.

    A participle that is no word for saying opens no second statement of the same speaker.
    """
    made = list(found)
    for one in found:
        if len(one.cues) != 1 or len(one.contents) != 1 or one.contents[0].start < one.cues[0].end:
            continue
        words = [parse.words[i] for i in parse.inside(Span(one.cues[0].start, one.cues[0].end))]
        if not words or words[0].tag != "VBG" or any(cues.stance(w.lower) or w.lower in BY_NOUN for w in words):
            continue
        same = (k for k, a in enumerate(made) if a is not one and a.sources == one.sources)
        owner = next((k for k in same if _ends_at(made[k], one.cues[0])), None)
        if owner is not None:
            made[owner] = _grown(made[owner], one.contents[0])
            made.remove(one)
    return made


def _ends_at(found: Attribution, cue: Fragment) -> bool:
    return bool(found.contents) and 0 <= cue.start - found.contents[-1].end <= BESIDE


def _too_early(parse: Parse, found: Attribution, cues: CueLexicon) -> list[Fragment]:
    if not found.cues or len(found.contents) < 2:
        return []
    cue = found.cues[-1]
    words = parse.inside(Span(cue.start, cue.end))
    participle = bool(words) and parse.words[words[0]].tag == "VBG"
    opened = any(0 <= f.start - cue.end <= TOUCHING for f in found.contents)
    if not opened:
        return []
    if participle:
        return [f for f in found.contents if f.end <= cue.start]
    if not any(cues.stance(parse.words[i].lower) in OF_WHAT_FOLLOWS for i in words):
        return []
    first = min(f.start for f in (*found.sources, cue))
    return [f for f in found.contents if f.end <= first and parse.text[f.start] not in OPENING + STRAIGHT]


def _goes_on(found: Attribution, fragment: Fragment) -> bool:
    return bool(found.contents) and 0 <= fragment.start - found.contents[-1].end <= NEAR


def _grown(found: Attribution, fragment: Fragment) -> Attribution:
    last = found.contents[-1]
    whole = Fragment(last.start, fragment.end, min(last.confidence, fragment.confidence))
    return replace(found, contents=(*found.contents[:-1], whole))
