"""Which clauses speak of a truce, and what in them it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.language.truce.lexicon import TruceWords
from communique.language.truce.phrases import lowers
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


OTHER_TRUCES = {"last", "previous", "earlier", "former", "future", "possible", "past"}  # "the last truce ended in 2029"


@dataclass(frozen=True, slots=True)
class Topic:
    """The first and last word of what names the truce, and how it does.

    "alone" by itself, by its "zone", "bound" to a breach beside it, "loose" until a state is said of it, "pronoun".
    """

    first: int
    last: int
    how: str


def topics(parse: Parse, words: Sequence[int], lexicon: TruceWords) -> list[Topic]:
    """What in a clause names a truce, left to right."""
    text = lowers(parse, words)
    spans: dict[int, int] = {}
    for _, first, last in lexicon.alone.hits(text):  # of two that begin together the longer one
        if first and text[first - 1] in OTHER_TRUCES:
            continue
        spans[first] = max(spans.get(first, 0), last)
    found = [
        Topic(words[first], words[last], "zone" if text[last].startswith(("zone", "area")) else "alone")
        for first, last in spans.items()
    ]
    taken = {i for t in found for i in range(t.first, t.last + 1)}
    breach = bool((BREAKING | BREACHES | {"end"}).intersection(text))
    for lower, i in zip(text, words, strict=True):
        if lower not in lexicon.bound and lower not in lexicon.loose:
            continue
        if i in taken or parse.words[i].pos not in {"NOUN", "PROPN"}:
            continue
        definite = DEFINITE & {parse.words[c].lower for c in parse.children[i]}
        if definite and breach and lower in lexicon.bound:
            found.append(Topic(i, i, "bound"))
        elif definite and lower in lexicon.loose:
            found.append(Topic(i, i, "loose"))
    return sorted(found, key=lambda t: t.first)


def breach_of_other_rule(parse: Parse, words: Sequence[int]) -> bool:
    """Whether every breach the clause names is one of a law or a right, not of a truce."""
    named = [i for i in words if parse.words[i].lower in BREACHES]
    return bool(named) and all(of_other_rule(parse, i) for i in named)


def of_other_rule(parse: Parse, noun: int) -> bool:
    """Whether a breach is one of a law or a right: "violations of human rights"."""
    near = parse.words[max(0, noun - 3) : noun] + parse.words[noun + 1 : noun + 6]
    return any(w.lower in OTHER_RULES for w in near)
