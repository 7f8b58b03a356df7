"""Which of the model's spans and which of the grammar's claims are one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from communique.domain.span import Span
from communique.language.truce.deeds.nominal import trimmed
from communique.language.truce.learned.numbers import NONE
from communique.language.truce.learned.shelf import Shelf
from communique.language.truce.pieces import is_verb
from communique.language.words import Parse

FEWEST, PHRASE = 3, 4
"""Words of a claim that has a verb, and of one that has none; one with a number may be shorter."""
LEAST = 0.5
"""The least share of the shorter one's characters in common: a clause is cut differently by grammar and by learning."""


def part_of(span: Span, whole: Span) -> bool:
    """Whether at least half of the span belongs to the whole."""
    return 2 * _common(span, whole) >= len(span)


def untold(told: Sequence[Span], claims: Sequence[Span]) -> list[int]:
    """The places of the spans most of which none of the claims tells already."""
    shelf = Shelf(claims)
    return [n for n, span in enumerate(told) if not any(part_of(span, claims[k]) for k in shelf.near(span))]


def answering(told: Sequence[Span], claims: Sequence[Span]) -> dict[int, int]:
    """The index of the told span for the index of each claim that has one, most in common first, one to one."""
    shelf = Shelf(claims)
    ranked = sorted(
        (-_common(t, claims[k]) / (len(t) + len(claims[k]) - _common(t, claims[k])), k, n)
        for n, t in enumerate(told)
        for k in shelf.near(t)
        if _common(t, claims[k]) >= LEAST * min(len(t), len(claims[k]))
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, k, n in ranked:
        if k not in found and n not in taken:
            found[k] = n
            taken.add(n)
    return found


def run_together(told: Sequence[Span], claims: Sequence[Span]) -> set[int]:
    """The places of the claims that hold two or more of the told spans: what the grammar took for one."""
    shelf = Shelf(claims)
    held = Counter(k for span in told for k in shelf.near(span) if part_of(span, claims[k]))
    return {k for k, times in held.items() if times > 1}


def worded(parse: Parse, span: Span) -> list[int]:
    """The words of a span in the sentence that holds most of them; none where they are too few to say anything."""
    inside = list(parse.inside(span))
    by_sentence = Counter(parse.words[i].sentence for i in inside)
    if not by_sentence:
        return []
    sentence = by_sentence.most_common(1)[0][0]
    words = trimmed(parse, [i for i in inside if parse.words[i].sentence == sentence])
    counts = any(parse.words[i].pos == "NUM" or parse.words[i].lower in NONE for i in words)
    tells = any(is_verb(parse.words[i]) or parse.words[i].pos == "AUX" for i in words)
    return words if counts or len(words) >= (FEWEST if tells else PHRASE) else []


def head_of(parse: Parse, words: Sequence[int]) -> int:
    """The word of a row on which the others hang."""
    held = set(words)
    return next((i for i in words if parse.words[i].head not in held or parse.words[i].head == i), words[0])


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
