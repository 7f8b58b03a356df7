"""Statement pages: "The Minister said:" ends a paragraph, and what follows it, unquoted, is the Minister's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from communique.domain.span import Span
from communique.language.attribution.found import Attribution, Fragment
from communique.language.attribution.phrases import subject_of
from communique.language.cues import CueLexicon
from communique.language.quotes import OPENING, STRAIGHT
from communique.language.words import Parse, Word

FIRST_LINES = 5  # passages among which a statement page says who speaks; further down, it is a report that quotes
LAST_WORDS = 5  # of the paragraph, among which the cue stands: "said the following:"
SURE = 0.8
# "The following statement was issued by the Council's president:": whoever hands a text out does not say it.
ISSUED = re.compile(r"\b(?:statement|declaration|communiqu[eé])\b.{0,60}\b(?:issued|released|published)\b")


def with_pages(parse: Parse, found: Sequence[Attribution], cues: CueLexicon) -> list[Attribution]:
    """The attributions, the one that opens a statement page with all that follows as its content."""
    made = list(found)
    for number, passage in enumerate(parse.passages[:-1]):
        following = parse.passages[number + 1]
        if parse.text[passage.span.end - 1] != ":" or following.kind == "headline":
            continue
        if parse.text[following.span.start] in OPENING + STRAIGHT:
            made = _quoting(parse, made, passage.span, following.span)
            continue
        if ISSUED.search(passage.span.of(parse.text)):
            continue
        whole_page = number < FIRST_LINES and not _quoted_after(parse, found, following.span.start)
        rest = _rest(parse, number) if whole_page else following.span
        if not whole_page and any(_complete(a, rest) for a in found):
            continue
        holder = next((a for a in made if _opens(parse, a, passage.span)), None)
        if holder is not None:
            sure = min(f.confidence for f in holder.contents)
            made[made.index(holder)] = replace(holder, contents=(Fragment(rest.start, rest.end, sure),))
        elif opened := _by_verb(parse, passage.span, rest, cues):
            made.append(opened)
    return made


def _quoting(parse: Parse, found: Sequence[Attribution], passage: Span, quoted: Span) -> list[Attribution]:
    """The attributions, "After the talks the Minister said:" with the quotation that stands in the next paragraph."""
    holder = next((a for a in found if a.sources and _opens(parse, a, passage)), None)
    if holder is None or any(f.start >= holder.cues[0].start for f in holder.contents if holder.cues):
        return list(found)
    content = Fragment(quoted.start, quoted.end, min(f.confidence for f in holder.contents))
    others = [a for a in found if a is not holder and (a.sources or a.cues or not _within(a, quoted))]
    return [*others, replace(holder, contents=(content,))]


def _within(found: Attribution, area: Span) -> bool:
    return all(area.start <= f.start and f.end <= area.end for f in found.contents)


def _rest(parse: Parse, opening: int) -> Span:
    end = parse.passages[opening + 1].span.end
    for passage in parse.passages[opening + 1 :]:
        if passage.kind == "headline" or parse.text[passage.span.end - 1] == ":":
            break
        end = passage.span.end
    return Span(parse.passages[opening + 1].span.start, end)


def _quoted_after(parse: Parse, found: Sequence[Attribution], start: int) -> bool:
    """Whether somebody is quoted further down: a report, and no statement page."""
    quoted = [f for a in found if a.sources and a.cues for f in a.contents if parse.text[f.start] in OPENING + STRAIGHT]
    return any(f.start >= start for f in quoted)


def _complete(found: Attribution, passage: Span) -> bool:
    """Whether the passage names its own speaker."""
    fragments = [*found.sources, *found.cues]
    return bool(found.sources and found.cues) and all(passage.start <= f.start < passage.end for f in fragments)


def _opens(parse: Parse, found: Attribution, passage: Span) -> bool:
    marks = [*found.sources, *found.cues]
    end = max((f.end for f in marks), default=-1)
    return passage.start < end <= passage.end and parse.text[end : passage.end].strip() in {":", ""}


def _by_verb(parse: Parse, passage: Span, rest: Span, cues: CueLexicon) -> Attribution | None:
    last = [parse.words[i] for i in parse.inside(passage)][-LAST_WORDS:]
    verbs: list[Word] = [
        w for w in last if w.pos == "VERB" and any(c.takes == "clause" for c in cues.at(parse.words, w.i))
    ]
    source = (subject_of(parse, verbs[-1]) or _named_before(parse, passage, verbs[-1])) if verbs else None
    if source is None:
        return None
    spans = (source, Span(verbs[-1].start, verbs[-1].end), rest)
    fragments = [(Fragment(s.start, s.end, SURE),) for s in spans]
    return Attribution(fragments[0], fragments[1], fragments[2], SURE)


def _named_before(parse: Parse, passage: Span, verb: Word) -> Span | None:
    """Who stands before the verb, by the capitals: a line without a clause after its verb is often parsed amiss.

    A name and its apposition are one: "Responding to the report Samir Lask, the Observatory's director, said:".
    """
    words = [parse.words[i] for i in parse.inside(passage) if i < verb.i]
    while words and words[-1].pos in {"PUNCT", "ADV", "AUX"}:
        words.pop()
    starts = [k for k, w in enumerate(words) if (w.text[0].isupper() and _begins(words, k)) or _opens_clause(words, k)]
    if not starts:
        return None
    first = starts[-1]
    if len(starts) > 1 and words[first - 1].text == ",":
        first = starts[-2]
    return Span(words[first].start, words[-1].end)


def _opens_clause(words: Sequence[Word], k: int) -> bool:
    """ "After the talks, a spokesman for the Ministry said:" """
    return words[k].pos == "DET" and k > 0 and words[k - 1].text == "," and k + 1 < len(words)


def _begins(words: Sequence[Word], k: int) -> bool:
    """Whether a name begins there that no preposition leads in: "for Varenia" belongs to what stands before it."""
    word, before = words[k], words[k - 1] if k else None
    if word.pos not in {"PROPN", "DET"} and not (k == 0 and word.pos in {"NOUN", "ADJ"}):
        return before is not None and before.pos == "DET" and _begins(words, k - 1)
    if before is None:
        return word.pos != "DET" or k + 1 < len(words)
    if before.pos == "ADP" or before.text[0].isupper() or before.text in {"-", "’s", "'s"}:
        return False
    return not (before.pos == "DET" and k > 1 and words[k - 2].pos == "ADP")
