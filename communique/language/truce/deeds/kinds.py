"""What sort of violation a claim tells of, and with what weapon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.language.truce.classes import class_of
from communique.language.truce.deeds.breaches import UNSPECIFIED
from communique.language.truce.deeds.groups import Group
from communique.language.truce.lexicon import ViolationWords
from communique.language.truce.phrases import first_of, lowers
from communique.language.words import Parse

AIMED = {
    "on",
    "at",
    "against",
    "in",
    "near",
    "of",
    "outside",
    "into",
    "over",
    "through",
    "onto",
    "past",
    "towards",
    "toward",
    "above",
}
DEEPEST = 6
FIRED = class_of("fired")
CROSSING = class_of("crossing")
FLYING = {"fire/air strike", "fire/helicopter", "fire/drone"}
# What people suffer by fire is the violation, not the fire: "shelling drove 400 families from their homes".
SUFFERED = {"civilians/displacement", "civilians/looting", "civilians/child recruitment"}
SUFFERED |= {f"protected objects and aid/{kind}" for kind in ("water or power", "aid blocked", "movement restricted")}


def kind_of(parse: Parse, group: Group, words: Sequence[int], lexicon: ViolationWords) -> tuple[str, str | None]:
    """The type in the record's words, and the weapon as the text names it.

    What is hit goes before what hits it: a shelled hospital is "protected objects and aid/hospital".
    """
    breach = next((e.breach for e in group.evidence if e.breach), None)
    attacked = any(e.verbs or e.nouns for e in group.evidence)
    weapon_kind, weapon = _by_weapon(parse, words, lexicon)
    if weapon_kind == UNSPECIFIED and any(parse.words[i].lower in FIRED for i in words):
        weapon_kind = "fire/unspecified"
    if weapon_kind in FLYING and _only_flown(parse, group):
        weapon_kind = "posture/overflight"
    if breach and (not attacked or breach.type.startswith("mechanism/")):
        return breach.type, weapon
    told = [parse.words[i].lower for e in group.evidence for i in (*e.verbs, *e.nouns)]
    deed = next((lexicon.deeds[t] for t in told if t in lexicon.deeds), None)
    by_breach = breach.type if breach and breach.type in SUFFERED else None
    return deed or _by_target(parse, group, lexicon) or by_breach or weapon_kind, weapon


def _only_flown(parse: Parse, group: Group) -> bool:
    """ "Jets crossed the line without dropping anything" """
    verbs = [i for e in group.evidence for i in e.verbs]
    nouns = any(e.nouns or e.harm for e in group.evidence)
    barrier = any(parse.words[c].lower == "barrier" for i in verbs for c in parse.children[i])  # of sound
    return bool(verbs) and not nouns and (barrier or all(parse.words[i].lower in CROSSING for i in verbs))


def _by_weapon(parse: Parse, words: Sequence[int], lexicon: ViolationWords) -> tuple[str, str | None]:
    hits = lexicon.by_kind.hits(lowers(parse, words))
    if not hits:
        return UNSPECIFIED, None
    kind = lexicon.kinds[hits[0][0]]
    weapon = first_of(parse, words, kind.weapon)
    return kind.type, parse.span(*weapon).of(parse.text).lower() if weapon else None


def _by_target(parse: Parse, group: Group, lexicon: ViolationWords) -> str | None:
    """The type that is made by what the attack is aimed at."""
    hit = {parse.words[i].lower for e in group.evidence for at in (*e.verbs, *e.nouns) for i in _hit(parse, at)}
    return next((name for name, words in lexicon.targets if words & hit), None) if hit else None


def _hit(parse: Parse, at: int) -> list[int]:
    """The heads of what the deed is aimed at: "struck the ward of the hospital", "fire on a convoy"."""
    verbal = parse.words[at].tag[:1] == "V"
    aims = {"dobj", "nsubjpass"} if verbal else set()
    found = [c for c in parse.children[at] if parse.words[c].dep in aims]
    alight = [c for c in found if parse.words[c].lower == "fire"]  # "set fire to the roof of a school"
    aimed = AIMED - {"in", "near", "outside", "of"} if verbal else AIMED
    alight += [at] if parse.words[at].lower == "fire" else []
    found += _behind(parse, at, aimed | ({"to"} if alight else set()))
    found += [k for c in alight for k in _behind(parse, c, {"to"})]
    for i in iter_grown(found):
        found += _behind(parse, i, {"of", "for"}) + [
            c for c in parse.children[i] if parse.words[c].dep in {"conj", "appos"} or _is_kind(parse, c)
        ]
    return [k for i in found for k in (i, *_meant(parse, i))]


def iter_grown(found: list[int]) -> Iterator[int]:
    """The first of a list that grows while it is gone through."""
    at = 0
    while at < min(len(found), DEEPEST):
        yield found[at]
        at += 1


def _meant(parse: Parse, i: int) -> list[int]:
    """The nouns that a pronoun may mean: "inspectors visited the clinic; it had been hit"."""
    word = parse.words[i]
    if word.lower in {"which", "that"}:
        verb = parse.words[word.head]
        return [verb.head] if verb.dep == "relcl" else []
    if word.lower not in {"it", "them", "they"}:
        return []
    first, _ = parse.sentences[word.sentence]
    before = [k for k in range(i - 1, max(first - 1, -1), -1) if parse.words[k].pos == "NOUN"]
    return [k for k in before if parse.words[k].dep in {"dobj", "nsubj", "nsubjpass"}][:1]


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
