"""Several statuses in one clause, each with its place: "holding in Lower Morrad, strained in Northern Karsk"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.language.truce.standing.grammar import truce_grammar
from communique.language.truce.standing.outcomes import MEANINGS, MOSTLY
from communique.language.truce.standing.status import Status
from communique.language.truce.standing.themes import TRUCE
from communique.language.words import Parse

PLACED = {"holding", "mostly holding", "strained", "broken"}
WHERE = {"in", "around", "along", "near", "on"}
SOFTENED = 2  # words before a status among which "mostly" may stand


def side_by_side(parse: Parse, words: Sequence[int]) -> list[Status]:
    """The statuses of "holding in Lower Morrad, strained in Northern Karsk", left to right; none where it is one."""
    found = [Status(name, i, i) for i in words[:-1] if (name := _named(parse, i)) and _has_place(parse, i)]
    return found if len({s.name for s in found}) > 1 else []


def _has_place(parse: Parse, i: int) -> bool:
    return i + 1 < len(parse.words) and parse.words[i + 1].lower in WHERE


def _named(parse: Parse, i: int) -> str | None:
    """The status that the word alone says of a truce, if it is one that may differ from place to place."""
    grammar = truce_grammar()
    for predicate in grammar.predicates.get(parse.words[i].lower, ()):
        name = MEANINGS.get((predicate.sense, predicate.role), {}).get(TRUCE)
        if name not in PLACED or predicate.tail:
            continue
        before = [w.lower for w in parse.words[max(0, i - SOFTENED) : i]]
        return MOSTLY if name == "holding" and grammar.degrees.hits(before) else name
    return None
