"""How grave a source says the violations are, and what it says is to be done."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.span import Span
from communique.domain.truce import Step
from communique.language.truce.lexicon import TruceWords
from communique.language.truce.phrases import first_of
from communique.language.words import Parse

NEED_NEAR = 4  # words between the negation and the need: "do not in any way require"
# A phrase of severity speaks of the violations only where they are named beside it.
NAMED = {"violation", "violations", "breach", "breaches", "incident", "incidents"}


def severity_in(parse: Parse, words: Sequence[int], lexicon: TruceWords) -> tuple[str, Span] | None:
    """The severity a clause states, in the ladder's words, and the words that state it."""
    if not NAMED & {parse.words[i].lower for i in words}:
        return None
    for name, phrases in lexicon.severities:
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


def step_in(parse: Parse, words: Sequence[int], lexicon: TruceWords) -> Step | None:
    """The step a clause asks for, tells of, or rules out (rung "none")."""
    for at, i in enumerate(words):
        if parse.words[i].lower in lexicon.negations:
            needed = [k for k in words[at + 1 : at + 1 + NEED_NEAR] if parse.words[k].lower in lexicon.needs]
            if needed and i not in {needed[0]}:
                start = (
                    i - 1
                    if (at and parse.words[i - 1].dep == "aux") or (at and parse.words[i - 1].lower in {"do", "does"})
                    else i
                )
                return _step(parse, "none", start, max(parse.subtree(needed[0])[-1], words[-1]))
    for name, phrases in lexicon.rungs:
        found = first_of(parse, words, phrases)
        if found:
            return _step(parse, name, found[0], words[-1])
    return None


def _step(parse: Parse, rung: str, first: int, last: int) -> Step:
    while last > first and parse.words[last].pos == "PUNCT":
        last -= 1
    span = parse.span(first, last)
    return Step(rung, span.of(parse.text), span)
