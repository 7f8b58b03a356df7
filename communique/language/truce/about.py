"""Which clauses speak of a truce, and what in them it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.language.truce.lexicon import TruceWords
from communique.language.truce.numbers import Amount, amounts
from communique.language.truce.phrases import all_of
from communique.language.words import Parse

BREAKING = {
    "violated",
    "breached",
    "broken",
    "violate",
    "breach",
    "violating",
    "breaching",
    "violates",
    "breaches",
    "broke",
    "break",
    "infringed",
}
BREACHES = {"violation", "violations", "breach", "breaches", "infringement", "infringements"}
DEFINITE = {"the", "this", "that", "it", "its", "their"}
# A violation of these is no breach of a truce.
OTHER_RULES = {
    "rights",
    "law",
    "laws",
    "sovereignty",
    "airspace",
    "resolution",
    "resolutions",
    "charter",
    "convention",
    "constitution",
    "sanctions",
    "norms",
    "rules",
    "embargo",
}
NUMBER_NEAR = 4  # words between a number and what it counts: "15 recorded ceasefire violations"


@dataclass(frozen=True, slots=True)
class Topic:
    """The first and last word of what names the truce, and how: "alone", by its "zone", or "bound" to a breach."""

    first: int
    last: int
    how: str


@dataclass(frozen=True, slots=True)
class Tally:
    """A number of violations: the number, and the word that is counted."""

    amount: Amount
    noun: int
    unit: str


def topics(parse: Parse, words: Sequence[int], lexicon: TruceWords) -> list[Topic]:
    """What in a clause names a truce, left to right."""
    found = [
        Topic(first, last, "zone" if parse.words[last].lower.startswith(("zone", "area")) else "alone")
        for first, last in all_of(parse, words, lexicon.alone)
    ]
    taken = {i for t in found for i in range(t.first, t.last + 1)}
    breach = any(parse.words[i].lower in BREAKING | BREACHES | {"end"} for i in words)
    for i in words:
        word = parse.words[i]
        if i in taken or word.lower not in lexicon.bound or word.pos not in {"NOUN", "PROPN"}:
            continue
        children = [parse.words[c].lower for c in parse.children[i]]
        if breach and DEFINITE & set(children):
            found.append(Topic(i, i, "bound"))
    return sorted(found, key=lambda t: t.first)


def tallies(parse: Parse, words: Sequence[int], lexicon: TruceWords) -> list[Tally]:
    """The numbers of violations, incidents or cases that a clause gives."""
    found = []
    numbers = amounts(parse, words)
    for i in words:
        word = parse.words[i]
        unit = lexicon.units.get(word.lower)
        if unit is None or word.pos not in {"NOUN", "PROPN", "VERB"} or _other_rule(parse, i):
            continue
        if word.lower == "times" and not any(parse.words[k].lower in BREAKING for k in words):
            continue
        amount = _amount(parse, numbers, i)
        if amount:
            found.append(Tally(amount, i, unit))
    return found


def breach_of_other_rule(parse: Parse, words: Sequence[int]) -> bool:
    """Whether every breach the clause names is one of a law or a right, not of a truce."""
    named = [i for i in words if parse.words[i].lower in BREACHES]
    return bool(named) and all(_other_rule(parse, i) for i in named)


def _other_rule(parse: Parse, noun: int) -> bool:
    near = parse.words[max(0, noun - 3) : noun] + parse.words[noun + 1 : noun + 6]
    return any(w.lower in OTHER_RULES for w in near)


def _amount(parse: Parse, numbers: Sequence[Amount], noun: int) -> Amount | None:
    before = [a for a in numbers if 0 < noun - a.last <= NUMBER_NEAR]
    if before and [w.lower for w in parse.words[max(0, before[-1].first - 2) : before[-1].first]] == ["of", "the"]:
        return None  # "of the 15 cases …": counted before, not here
    if before and all(w.pos not in {"VERB", "ADP"} or w.lower == "of" for w in parse.words[before[-1].last + 1 : noun]):
        return before[-1]
    if [w.lower for w in parse.words[max(0, noun - 2) : noun]] == ["number", "of"]:
        # "put the number of violations by the army at eight"
        behind = [a for a in numbers if a.first > noun and parse.words[a.first - 1].lower in {"at", "to", "was", "is"}]
        return behind[0] if behind else None
    return None
