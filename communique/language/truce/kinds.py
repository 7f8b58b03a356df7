"""What sort of violation a claim tells of, and with what weapon."""

from __future__ import annotations

from collections.abc import Sequence

from communique.language.truce.evidence import UNSPECIFIED
from communique.language.truce.groups import Group
from communique.language.truce.lexicon import ViolationWords
from communique.language.truce.phrases import first_of
from communique.language.words import Parse

AIMED = {"on", "at", "against", "in", "near", "of", "outside", "into"}
DEEPEST = 6


def kind_of(parse: Parse, group: Group, words: Sequence[int], lexicon: ViolationWords) -> tuple[str, str | None]:
    """The type in the record's words, and the weapon as the text names it.

    What is hit goes before what hits it: a shelled hospital is "protected objects and aid/hospital".
    """
    breach = next((e.breach for e in group.evidence if e.breach), None)
    attacked = any(e.verbs or e.nouns for e in group.evidence)
    weapon_kind, weapon = _by_weapon(parse, words, lexicon)
    if breach and not attacked:
        return breach.type, weapon
    told = [parse.words[i].lower for e in group.evidence for i in (*e.verbs, *e.nouns)]
    deed = next((lexicon.deeds[t] for t in told if t in lexicon.deeds), None)
    return deed or _by_target(parse, group, lexicon) or weapon_kind, weapon


def _by_weapon(parse: Parse, words: Sequence[int], lexicon: ViolationWords) -> tuple[str, str | None]:
    for kind in lexicon.kinds:
        if first_of(parse, words, kind.words):
            weapon = first_of(parse, words, kind.weapon)
            return kind.type, parse.span(*weapon).of(parse.text).lower() if weapon else None
    return UNSPECIFIED, None


def _by_target(parse: Parse, group: Group, lexicon: ViolationWords) -> str | None:
    """The type that is made by what the attack is aimed at."""
    hit = {parse.words[i].lower for e in group.evidence for at in (*e.verbs, *e.nouns) for i in _hit(parse, at)}
    return next((name for name, words in lexicon.targets if words & hit), None) if hit else None


def _hit(parse: Parse, at: int) -> list[int]:
    """The heads of what the deed is aimed at: "struck the ward of the hospital", "fire on a convoy"."""
    verbal = parse.words[at].tag[:1] == "V"
    aims = {"dobj", "nsubjpass"} if verbal else set()
    found = [c for c in parse.children[at] if parse.words[c].dep in aims]
    found += _behind(parse, at, AIMED - {"in", "near", "outside", "of"} if verbal else AIMED)
    for i in found[:DEEPEST]:
        found += _behind(parse, i, {"of", "for"}) + [
            c for c in parse.children[i] if parse.words[c].dep in {"conj", "appos"} or _is_kind(parse, c)
        ]
    return found


def _is_kind(parse: Parse, i: int) -> bool:
    """What the thing is by what stands before it: "the transformer station", "aid trucks"; never whose it is."""
    return parse.words[i].dep in {"compound", "amod"} and parse.words[i].lower not in {"school", "mission", "hospital"}


def _behind(parse: Parse, at: int, prepositions: set[str]) -> list[int]:
    return [
        c
        for p in parse.children[at]
        if parse.words[p].lower in prepositions
        for c in parse.children[p]
        if parse.words[c].dep == "pobj"
    ]
