"""Phrases of the parse that attributions are made of."""

from __future__ import annotations

from communique.domain.span import Span
from communique.language.words import Parse, Word

SUBJECTS = {"nsubj", "nsubjpass"}


def subject_of(parse: Parse, verb: Word) -> Span | None:
    """The subject that stands before a verb, with all that hangs on it; None where the verb has none."""
    for kid in parse.children[verb.i]:
        if parse.words[kid].dep in SUBJECTS and kid < verb.i:
            inside = [k for k in parse.subtree(kid) if k < verb.i]
            while len(inside) > 1 and parse.words[inside[-1]].pos in {"PUNCT", "SPACE"}:
                inside.pop()
            return parse.span(min(inside), max(inside))
    return None
