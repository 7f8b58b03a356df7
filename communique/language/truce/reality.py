"""Whether what a piece tells is told as having happened."""

from __future__ import annotations

import re

from communique.language.truce.evidence import Evidence
from communique.language.truce.lexicon import Unreal
from communique.language.truce.pieces import Piece, is_verb
from communique.language.words import Parse

GOING_ON = {
    "began",
    "begun",
    "started",
    "continued",
    "continue",
    "continues",
    "managed",
    "kept",
    "keep",
    "begin",
    "used",
    "attempt",
    "attempts",
    "attempted",
}
# fmt: off
MONTHS = frozenset((
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
))
# fmt: on
YEAR = re.compile(r"(?:19|20)\d\d")
BIG = 5  # how many clauses up a word can make everything below it unreal


def happened(parse: Parse, piece: Piece, evidence: Evidence, unreal: Unreal) -> bool:
    """False for what is wanted, planned, feared, possible or denied, and for a whole war's toll."""
    mains = [*evidence.verbs, *evidence.harm] or list(evidence.nouns) or [piece.head]
    if _total(parse, piece, evidence, unreal):
        return False
    return not all(_unreal(parse, i, unreal) for i in mains)


def unreal_noun(parse: Parse, noun: int, unreal: Unreal) -> bool:
    """Whether an attack noun hangs on a word that makes it no fact: "a halt to the shelling"."""
    word = parse.words[noun]
    for _ in range(BIG):
        if word.head == word.i:
            return False
        up = parse.words[word.head]
        if up.lower in unreal.governors and (up.dep != "prep" or up.lower != "against" or word.dep == "pobj"):
            return True
        if is_verb(up):
            return _unreal(parse, up.i, unreal)
        word = up
    return False


def _unreal(parse: Parse, i: int, unreal: Unreal) -> bool:
    at = i
    for _ in range(BIG):
        word = parse.words[at]
        children = [parse.words[c] for c in parse.children[at]]
        if any((c.lower in unreal.modals and c.dep == "aux") or c.dep == "neg" for c in children):
            return True
        if any(c.lower in unreal.if_words and c.dep == "mark" for c in children):
            return True
        if not is_verb(word) and word.lower in unreal.governors:
            return True
        infinitive = any(c.lower == "to" and c.dep == "aux" for c in children)
        head = parse.words[word.head]
        if infinitive and head.lower not in GOING_ON:
            return True
        if (
            head.i != word.i
            and head.lower in unreal.governors
            and word.dep in {"xcomp", "pobj", "dobj", "ccomp", "pcomp", "acl", "prep"}
        ):
            return True
        if head.i == word.i or (is_verb(word) and word.dep in {"ccomp", "advcl", "relcl", "parataxis"}):
            return False
        at = head.i
    return False


def _total(parse: Parse, piece: Piece, evidence: Evidence, unreal: Unreal) -> bool:
    """A toll of a whole war or of years: "since the war began", "since 2011"."""
    if not evidence.harm or evidence.verbs:
        return False
    first, end = parse.sentences[parse.words[piece.first].sentence]
    words = [w.lower for w in parse.words[first:end]]
    for at, lower in enumerate(words):
        if lower != "since" or parse.words[first + at].dep == "advmod":
            continue
        after = words[at + 1 : at + 7]
        if any(a in unreal.totals or a in MONTHS or YEAR.fullmatch(a) for a in after) or after[:1] == ["then"]:
            return True
    return False
