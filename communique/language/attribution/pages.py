"""Statement pages: "The Minister said:" ends a paragraph, and what follows it, unquoted, is the Minister's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.domain.span import Span
from communique.language.attribution.found import Attribution, Fragment
from communique.language.attribution.phrases import subject_of
from communique.language.cues import CueLexicon
from communique.language.quotes import OPENING, STRAIGHT
from communique.language.words import Parse, Word

LAST_WORDS = 5  # of the paragraph, among which the cue stands: "said the following:"
SURE = 0.8


def with_pages(parse: Parse, found: Sequence[Attribution], cues: CueLexicon) -> list[Attribution]:
    """The attributions, the one that opens a statement page with all that follows as its content."""
    made = list(found)
    for number, passage in enumerate(parse.passages[:-1]):
        following = parse.passages[number + 1]
        quoted = parse.text[following.span.start] in OPENING + STRAIGHT
        if parse.text[passage.span.end - 1] != ":" or quoted or following.kind == "headline":
            continue
        rest = _rest(parse, number)
        holder = next((a for a in made if _opens(parse, a, passage.span)), None)
        if holder is not None:
            sure = min(f.confidence for f in holder.contents)
            made[made.index(holder)] = replace(holder, contents=(Fragment(rest.start, rest.end, sure),))
        elif opened := _by_verb(parse, passage.span, rest, cues):
            made.append(opened)
    return made


def _rest(parse: Parse, opening: int) -> Span:
    end = parse.passages[opening + 1].span.end
    for passage in parse.passages[opening + 1 :]:
        if passage.kind == "headline" or parse.text[passage.span.end - 1] == ":":
            break
        end = passage.span.end
    return Span(parse.passages[opening + 1].span.start, end)


def _opens(parse: Parse, found: Attribution, passage: Span) -> bool:
    marks = [*found.sources, *found.cues]
    end = max((f.end for f in marks), default=-1)
    return passage.start < end <= passage.end and parse.text[end : passage.end].strip() in {":", ""}


def _by_verb(parse: Parse, passage: Span, rest: Span, cues: CueLexicon) -> Attribution | None:
    last = [parse.words[i] for i in parse.inside(passage)][-LAST_WORDS:]
    verbs: list[Word] = [
        w for w in last if w.pos == "VERB" and any(c.takes == "clause" for c in cues.at(parse.words, w.i))
    ]
    source = subject_of(parse, verbs[-1]) if verbs else None
    if source is None:
        return None
    spans = (source, Span(verbs[-1].start, verbs[-1].end), rest)
    fragments = [(Fragment(s.start, s.end, SURE),) for s in spans]
    return Attribution(fragments[0], fragments[1], fragments[2], SURE)
