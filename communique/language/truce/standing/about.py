"""Which clauses speak of a truce, and what in them it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.language.truce.lexicon import TruceWords
from communique.language.truce.phrases import lowers
from communique.language.truce.standing.grammar import word_set
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
OTHER_RULES = word_set("other_rules")


CLAUSES = {"article", "articles", "clause", "clauses", "paragraph", "paragraphs", "section", "annex", "provision"}
OTHER_TRUCES = word_set("other_truces")
# A truce in these is none between armies.
OTHER_MATTERS = word_set("other_truce_matters")
HALTS = word_set("halts")
HALTED = word_set("halted")
OTHER_QUARRELS = word_set("other_quarrels")
OTHER_PARTIES = word_set("other_parties")
OLD_YEAR = re.compile(r"1[0-9]\d\d")
NEAR = 7  # words beside a truce's name among which those stand who made it
MANY = {"two", "three", "four", "five", "six", "seven", "several", "many", "numerous", "dozens"}


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
        if first and text[first - 1] in OTHER_TRUCES | OTHER_MATTERS and not _their_own(text, first, last):
            continue
        if first and OLD_YEAR.fullmatch(text[first - 1]):
            continue  # "the 1911 armistice"
        if OTHER_PARTIES & set(text[max(0, first - NEAR) : last + 1 + NEAR]):
            continue  # "a truce between the two dockers' unions"
        if OTHER_QUARRELS & set(text[last + 1 : last + 7]) or (_counted(text, first) and text[last].endswith("s")):
            continue  # "a truce in the quarrel over fishing", "four ceasefires were proclaimed"
        if text[last + 1 : last + 2] == ["of"] and _is_year(text[last + 2 : last + 3]):
            continue  # "the armistice of 1951"
        spans[first] = max(spans.get(first, 0), last)
    spans |= _halts(parse, words, text, spans)
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


def _their_own(text: Sequence[str], first: int, last: int) -> bool:
    """ "Its own ceasefire" is the one spoken of; "Ardania's own truce with the rebels" is another."""
    return text[first - 1] == "own" and "with" not in text[last + 1 : last + 3]


def _counted(text: Sequence[str], first: int) -> bool:
    return bool(first) and text[first - 1] in MANY and text[first] in {"truces", "ceasefires", "armistices", "lulls"}


def _halts(parse: Parse, words: Sequence[int], text: Sequence[str], known: dict[int, int]) -> dict[int, int]:
    """Truces that are named by what stops: "a 72-hour cessation of military operations", "a freeze on fighting"."""
    found = {}
    for n, word in enumerate(text[:-2]):
        if word in HALTS and text[n + 1] in {"of", "in", "to", "on"} and n not in known:
            noun = next((k for k in range(n + 2, min(n + 6, len(text))) if text[k] in HALTED), None)
            if noun is not None and parse.words[words[n]].pos == "NOUN":
                found[n] = noun
    return found


def _is_year(words: Sequence[str]) -> bool:
    return bool(words) and len(words[0]) == 4 and words[0].isdigit()


def breach_of_other_rule(parse: Parse, words: Sequence[int]) -> bool:
    """Whether every breach the clause names is one of a law or a right, not of a truce."""
    named = [i for i in words if parse.words[i].lower in BREACHES]
    return bool(named) and all(of_other_rule(parse, i) for i in named)


def of_other_rule(parse: Parse, noun: int) -> bool:
    """Whether a breach is one of a law or a right: "violations of human rights"."""
    near = parse.words[max(0, noun - 3) : noun] + parse.words[noun + 1 : noun + 6]
    return any(w.lower in OTHER_RULES for w in near)
