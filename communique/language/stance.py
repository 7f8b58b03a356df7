"""Stance: what a speaker does with the words, by the cue that reports them."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.span import Span
from communique.language.cues import CueLexicon
from communique.language.words import Parse

# Nouns a cue may turn on: "expressed hope", "voiced concern", "made an appeal".
BY_NOUN = {
    "hope": "hopes",
    "hopes": "hopes",
    "hopeful": "hopes",
    "gratitude": "thanks",
    "thanks": "thanks",
    "appreciation": "praises",
    "concern": "is concerned",
    "concerns": "is concerned",
    "concerned": "is concerned",
    "alarm": "is concerned",
    "regret": "regrets",
    "condolences": "condoles",
    "readiness": "promises",
    "willingness": "promises",
    "support": "supports",
    "doubt": "doubts",
    "doubts": "doubts",
    "appeal": "calls for",
    "accusations": "accuses",
    "accusation": "accuses",
    "denial": "denies",
    "warning": "warns",
    "threat": "threatens",
    "request": "asks",
    "question": "asks",
    "condemnation": "condemns",
}
# A refusal to speak is told by the words behind it: "refused to comment".
ASSERTS = "asserts"


def stance_of(parse: Parse, cue: Sequence[Span], content: Sequence[Span], cues: CueLexicon) -> str:
    """The stance in the contract's words; "asserts" where the cue says no more than that something was said."""
    found = ASSERTS
    for span in cue:
        indices = parse.inside(span)
        for i in indices:
            lower = parse.words[i].lower
            after = parse.words[i + 1].lower if i + 1 < len(parse.words) else ""
            if lower in BY_NOUN and not (i and parse.words[i - 1].lower == "no"):  # "I have no doubt that …"
                return BY_NOUN[lower]
            stance = cues.stance(lower, after)
            if stance in {None, ASSERTS, "stresses"}:
                continue
            found = stance or found
    if found == ASSERTS and content and cue:
        first = parse.inside(content[0])
        if first and parse.words[first[0]].lower in BY_NOUN:
            return BY_NOUN[parse.words[first[0]].lower]
    return found
