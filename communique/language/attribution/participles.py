"""Participle cues: what follows "adding that" is its content, and nothing that stands before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.domain.span import Span
from communique.language.attribution.found import Attribution, Fragment
from communique.language.cues import CueLexicon
from communique.language.quotes import CLOSING, OPENING, STRAIGHT
from communique.language.words import Parse

# "A war of words, after Rook accused Sollos of it": whoever accuses says what follows, unless the rest is quoted.
OF_WHAT_FOLLOWS = {"accuses", "asks"}
TOUCHING = 2  # characters between a participle and the content it opens
BESIDE = 3  # characters between a content and a participle that goes on from it
# "Taking the winter into account": a ground, which opens no saying of its own.
GROUNDS = {"taking", "considering", "bearing", "keeping", "having", "regarding", "including"}
GROUND = re.compile(r",? (?:taking|bearing|keeping) (?:into (?:account|consideration)|in mind)\b[^,.;:\n]*")
PASSIVE = {"is", "are", "was", "were", "be", "been", "being"}
NEAR = 40  # characters between a content and the rest of it that a participle was given


def after_participles(parse: Parse, found: Sequence[Attribution], cues: CueLexicon) -> list[Attribution]:
    """The attributions with what stands before ", adding that …" given back to the content it goes on from."""
    made = _with_grounds(parse, _without_asides(parse, found))
    for i, one in enumerate(made):
        early = _too_early(parse, one, cues)
        if not early:
            continue
        made[i] = replace(one, contents=tuple(f for f in one.contents if f not in early))
        for fragment in early:
            owner = next((k for k, a in enumerate(made) if k != i and _goes_on(parse, a, fragment)), None)
            if owner is not None:
                made[owner] = _grown(made[owner], fragment)
    return made


def _without_asides(parse: Parse, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with ", considering the winter" given back to the content it goes on from.

    Such a participle opens no second statement of the same speaker.
    """
    made = list(found)
    for one in found:
        if len(one.cues) != 1 or len(one.contents) != 1 or one.contents[0].start < one.cues[0].end:
            continue
        words = [parse.words[i] for i in parse.inside(Span(one.cues[0].start, one.cues[0].end))]
        if not words or words[0].tag != "VBG" or words[0].lower not in GROUNDS:
            continue
        same = (k for k, a in enumerate(made) if a is not one and a.sources == one.sources)
        owner = next((k for k in same if _ends_at(parse, made[k], one.cues[0])), None)
        if owner is not None:
            made[owner] = _grown(made[owner], one.contents[0])
            made.remove(one)
    return made


def _with_grounds(parse: Parse, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, a content that ends before ", taking the winter into account" with it."""
    taken = [f for a in found for f in (*a.sources, *a.cues, *a.contents)]
    made = []
    for one in found:
        last = one.contents[-1]
        ground = GROUND.match(parse.text, last.end)
        free = ground and not any(f.start < ground.end() and last.end < f.end for f in taken if f != last)
        spoken = one.cues and one.cues[0].start < last.start and parse.text[last.end - 1] not in CLOSING + STRAIGHT
        if ground and free and spoken:
            one = replace(one, contents=(*one.contents[:-1], replace(last, end=ground.end())))
        made.append(one)
    return made


def _ends_at(parse: Parse, found: Attribution, cue: Fragment) -> bool:
    """Whether the content ends at the cue, as words that go on: a closing mark ends what is said."""
    if not found.contents:
        return False
    end = found.contents[-1].end
    return 0 <= cue.start - end <= BESIDE and parse.text[end - 1] not in CLOSING + STRAIGHT


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
    if not any(cues.stance(parse.words[i].lower) in OF_WHAT_FOLLOWS for i in words) or _is_passive(parse, words):
        return []
    first = min(f.start for f in (*found.sources, cue))
    return [f for f in found.contents if f.end <= first and parse.text[f.start] not in OPENING + STRAIGHT]


def _is_passive(parse: Parse, words: range) -> bool:
    """ "They have been accused of it": who stands before the cue is what the accusation is about."""
    return any(parse.words[i].lower in PASSIVE for i in range(max(0, words[0] - 1), words[-1]))


def _goes_on(parse: Parse, found: Attribution, fragment: Fragment) -> bool:
    """Whether the fragment stands behind the content, near it and in its sentence."""
    if not found.contents:
        return False
    end = found.contents[-1].end
    if not 0 <= fragment.start - end <= NEAR:
        return False
    before, after = (parse.words[parse.first_at(at)] for at in (end - 1, fragment.start))
    return before.sentence == after.sentence


def _grown(found: Attribution, fragment: Fragment) -> Attribution:
    last = found.contents[-1]
    whole = Fragment(last.start, fragment.end, min(last.confidence, fragment.confidence))
    return replace(found, contents=(*found.contents[:-1], whole))
