"""How grave a source says the violations are."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.span import Span
from communique.language.truce.lexicon import TruceWords
from communique.language.truce.phrases import first_of
from communique.language.words import Parse

# A phrase of severity speaks of the violations only where they are named beside it.
NO_VIOLATION = "not a violation"  # its own phrases name what it is said of
NAMED = {
    "violation",
    "violations",
    "breach",
    "breaches",
    "incident",
    "incidents",
    "infringement",
    "infringements",
    "ones",
}


def severity_in(parse: Parse, words: Sequence[int], lexicon: TruceWords) -> tuple[str, Span] | None:
    """The severity a clause states, in the ladder's words, and the words that state it."""
    named = bool(NAMED & {parse.words[i].lower for i in words})
    for name, phrases in lexicon.severities:
        if not named and name != NO_VIOLATION:
            return None
        at = first_of(parse, words, phrases)
        if at and (at[0] != at[1] or _of_violations(parse, at[0])):
            return name, parse.span(*at)
    return None


def _of_violations(parse: Parse, i: int) -> bool:
    """Whether a word of severity is said of violations: "grave concern at the violations" is not."""
    word = parse.words[i]
    head = parse.words[word.head]
    if word.dep in {"amod", "advmod"}:
        return head.lower in NAMED
    return any(
        parse.words[c].lower in NAMED and parse.words[c].dep in {"nsubj", "nsubjpass"} for c in parse.children[head.i]
    )
