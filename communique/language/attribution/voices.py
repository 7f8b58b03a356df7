"""One quotation, one voice: in a text that lost its paragraphs, what stands between two marks has one speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.domain.span import Span
from communique.language.attribution.found import Attribution, Fragment
from communique.language.quotes import CLOSING, OPENING, STRAIGHT, quotations
from communique.language.words import Parse

SHORTEST = 40  # characters: a shorter quotation is a term, and may stand in anybody's words
# A passage so long has lost its paragraphs, and with them what keeps one speaker's quotation from the next one's; in
# others the tagger alone does better.
RUN_TOGETHER = 900
TOUCHING = 2
LONG_NAME = 90  # characters of a title that may stand between a quotation and the name
NAMING = {"DET", "ADJ", "NOUN", "PROPN", "ADP", "CCONJ", "PART"}
NEAR = 30  # characters between a quotation and the "he said" that belongs to it


def one_voice(parse: Parse, found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with every long quotation given whole to the one speaker who stands beside it."""
    made = list(found)
    run_together = [p for p in parse.passages if len(p.span) > RUN_TOGETHER]
    for quotation in quotations(parse.text, run_together):
        if len(quotation) < SHORTEST or not _balanced(parse, quotation):
            continue
        sharing = [i for i, a in enumerate(made) if any(_mostly_inside(f, quotation) for f in a.contents)]
        if not sharing or any(_speaks_inside(made[i], quotation) for i in sharing):
            continue
        after = [i for i, a in enumerate(made) if _stands_behind(parse, a, quotation) and not _touches(a, quotation)]
        if len(after) == 1 and len(sharing) == 1 and not _stands_behind(parse, made[sharing[0]], quotation):
            sharing = [*sharing, *after]
        beside = [i for i in sharing if _distance(parse, made[i], quotation) <= NEAR]
        if len(sharing) < 2 or not beside:
            continue
        owner = min(beside, key=lambda i: _distance(parse, made[i], quotation))
        for i in sharing:
            made[i] = _owning(made[i], quotation) if i == owner else _without(made[i], quotation)
    return [a for a in made if a.contents]


def _balanced(parse: Parse, quotation: Span) -> bool:
    """Whether the quotation has both its marks and stands in a passage whose straight marks come in pairs."""
    closed = parse.text[quotation.end - 1] in CLOSING + STRAIGHT and parse.text[quotation.start] in OPENING + STRAIGHT
    around = next((p.span for p in parse.passages if p.span.covers(quotation)), quotation)
    return closed and around.of(parse.text).count(STRAIGHT) % 2 == 0


def _mostly_inside(fragment: Fragment, quotation: Span) -> bool:
    inside = min(fragment.end, quotation.end) - max(fragment.start, quotation.start)
    return inside > 0.7 * (fragment.end - fragment.start)


def _touches(found: Attribution, quotation: Span) -> bool:
    return any(f.start < quotation.end and quotation.start < f.end for f in found.contents)


def _speaks_inside(found: Attribution, quotation: Span) -> bool:
    """Whether the attribution is a nested one, whose own words for saying are quoted themselves."""
    return any(quotation.start <= f.start < quotation.end for f in (*found.sources, *found.cues))


def _stands_behind(parse: Parse, found: Attribution, quotation: Span) -> bool:
    """Whether the attribution's own words follow right on the quotation: "…", he said."""
    marks = (*found.sources, *found.cues)
    return any(0 <= f.start - quotation.end <= TOUCHING or _named_between(parse, quotation, f) for f in marks)


def _named_between(parse: Parse, quotation: Span, mark: Fragment) -> bool:
    """Whether only the rest of a long name stands between: "…" the group's director for the area Samir Lask said."""
    if not 0 < mark.start - quotation.end <= LONG_NAME:
        return False
    words = [parse.words[i] for i in parse.inside(Span(quotation.end, mark.start))]
    return bool(words) and all(w.pos in NAMING for w in words)


def _distance(parse: Parse, found: Attribution, quotation: Span) -> int:
    if _stands_behind(parse, found, quotation):
        return 0
    marks = (*found.sources, *found.cues)
    gaps = [f.start - quotation.end if f.start >= quotation.end else quotation.start - f.end for f in marks]
    return min((g for g in gaps if g >= 0), default=10**9)


def _owning(found: Attribution, quotation: Span) -> Attribution:
    sure = min(f.confidence for f in found.contents)
    whole = Fragment(quotation.start, quotation.end, sure)
    kept = [f for f in found.contents if not _mostly_inside(f, quotation)]
    return replace(found, contents=tuple(sorted([*kept, whole], key=lambda f: f.start)))


def _without(found: Attribution, quotation: Span) -> Attribution:
    return replace(found, contents=tuple(f for f in found.contents if not _mostly_inside(f, quotation)))
