"""What sort of violation a claim tells of, and with what weapon."""

from __future__ import annotations

from collections.abc import Sequence

from communique.language.truce.evidence import UNSPECIFIED
from communique.language.truce.groups import Group
from communique.language.truce.lexicon import ViolationWords
from communique.language.truce.phrases import first_of
from communique.language.words import Parse


def kind_of(parse: Parse, group: Group, words: Sequence[int], lexicon: ViolationWords) -> tuple[str, str | None]:
    """The type in the record's words, and the weapon as the text names it."""
    breach = next((e.breach for e in group.evidence if e.breach), None)
    if breach and not any(e.verbs or e.nouns for e in group.evidence):
        return breach.type, None
    for kind in lexicon.kinds:
        if first_of(parse, words, kind.words):
            weapon = first_of(parse, words, kind.weapon)
            return kind.type, parse.span(*weapon).of(parse.text).lower() if weapon else None
    return UNSPECIFIED, None
