"""Attack nouns: which "fire", "clashes", "strike" of a text is shooting, and which is no attack."""

from __future__ import annotations

from communique.language.truce.classes import class_of
from communique.language.truce.counting.bulletin import line_of_deeds
from communique.language.truce.deeds.assaults import TALKERS, of_figure
from communique.language.truce.lexicon import ViolationWords
from communique.language.words import Parse, Word

NEAR = 3  # words before an attack noun among which its weapon stands
WIDE = 24  # words behind a trace among which the weapon stands that left it
PERCEIVING = class_of("perceiving")
COUNTED = class_of("counted")
TRACES = class_of("traces")
FINDING = class_of("finding")
FIRES = class_of("fires")
FIGHTS = class_of("fights")
TRADING = class_of("trading")
GUNS = class_of("guns")
HAPPENING = class_of("happening")
BURNING = class_of("burning")
WHOM = class_of("whom")


def attack_noun(parse: Parse, i: int, words: ViolationWords) -> bool:
    """Whether the word is a noun that tells of an attack."""
    word = parse.words[i]
    if word.lower == "use":
        return _use_of_weapons(parse, i, words)
    if word.lower not in words.attacks or word.ent == "ORG" or line_of_deeds(parse, i) or of_figure(parse, i):
        return False
    if word.lower == "fire" and word.dep == "dobj" and _among_talkers(parse, word.head):
        return False
    owned = any(parse.words[c].dep in {"det", "poss", "compound", "nsubj"} for c in parse.children[i])
    named = word.pos in {"NOUN", "PROPN"} or (word.dep == "csubj" and word.tag == "VBG" and owned)
    if not named:
        return False
    if word.lower in COUNTED and _of_violations(parse, word):
        return False
    if word.dep == "pobj" and parse.words[word.head].lower == "since":
        return False  # "the worst month since the siege of Karsk": a time
    if parse.words[i + 1 : i + 2] and parse.words[i + 1].lower == "on" and _on_truce(parse, i):
        return False
    if word.dep == "compound":  # "blast injuries", "strike aircraft": the noun behind it tells
        return False
    if word.lower not in words.needing:
        return True
    before = [w.lower for w in parse.words[max(0, i - NEAR) : i]]
    if word.lower in TRACES:
        _, end = parse.sentences[word.sentence]
        near = {w.lower for w in parse.words[max(0, i - NEAR) : min(end, i + WIDE)]}
        return bool(near & words.munitions - {"fragments"}) and parse.words[word.head].lower in FINDING
    after = parse.words[i + 1].lower if i + 1 < len(parse.words) else ""
    weapon = any(b in words.munitions or b in {"air", "bombing", "aerial"} for b in before)
    weapon = weapon or (word.lower in COUNTED and parse.words[word.head].lower in PERCEIVING)
    weapon = weapon or ("arms" in before and word.dep in {"nsubj", "nsubjpass"})
    if word.lower == "escalation":
        return after in {"on", "against", "in"}
    if word.lower == "fire" and _burning(parse, i):
        return False
    return (
        weapon
        or after in {"on", "against"}
        or (word.lower.startswith("strike") and word.dep in {"nsubj", "pobj", "attr"})
        or (word.lower in FIRES and _shooting(parse, i))
        or (word.lower in FIGHTS and _fought(parse, i))
    )


def _among_talkers(parse: Parse, verb: int) -> bool:
    """ "The negotiators exchanged fire over the wording" """
    return any(parse.words[c].dep == "nsubj" and parse.words[c].lower in TALKERS for c in parse.children[verb])


def _burning(parse: Parse, i: int) -> bool:
    """ "Caught fire", "held their fire", "the fire brigade": no shooting."""
    head = parse.words[parse.words[i].head]
    return parse.words[i].dep in {"dobj", "compound", "nsubj"} and head.lower in BURNING


def _shooting(parse: Parse, i: int) -> bool:
    """ "Came under fire", "traded fire", "heavy fire from the ridge": shooting, with no weapon named."""
    word = parse.words[i]
    head = parse.words[word.head]
    before = {w.lower for w in parse.words[max(0, i - NEAR) : i]}
    if word.dep == "pobj" and head.lower == "under":
        return not _criticised(parse, head.head)
    after = parse.words[i + 1].lower if i + 1 < len(parse.words) else ""
    traded = word.dep in {"dobj", "nsubj", "nsubjpass"} and head.lower in TRADING
    return traded or bool(before & GUNS) or (after in {"from", "across", "at"} and "under" in before)


def _criticised(parse: Parse, verb: int) -> bool:
    """ "The minister came under fire for his handling of the talks" """
    after = [w.lower for w in parse.words[verb : verb + 10]]
    return "for" in after and bool({"his", "her", "its", "their", "handling", "remarks", "failing"} & set(after))


def _fought(parse: Parse, i: int) -> bool:
    """ "Clashes erupted", "clashes between the army and the guard", "fighting near Velm": told as happening."""
    word = parse.words[i]
    head = parse.words[word.head]
    after = parse.words[i + 1].lower if i + 1 < len(parse.words) else ""
    if any(parse.words[c].lower == "since" for c in parse.children[head.i]):
        return False  # "since the fighting in the highlands began"
    happened = word.dep in {"nsubj", "nsubjpass", "dobj", "attr"} and head.lower in HAPPENING
    return happened or (after in WHOM and word.dep in {"pobj", "nsubj", "nsubjpass", "dobj", "ROOT", "attr"})


def _on_truce(parse: Parse, i: int) -> bool:
    """ "Attacks on the truce" are violations, no deed by themselves."""
    return bool({"truce", "ceasefire", "agreement", "memorandum"} & {w.lower for w in parse.words[i + 2 : i + 5]})


def _of_violations(parse: Parse, word: Word) -> bool:
    """Whether explosions are told as what violations are made of: "12 violations, among them three explosions"."""
    first, end = parse.sentences[word.sentence]
    return any(parse.words[i].lower in {"violations", "breaches"} for i in range(first, end))


def _use_of_weapons(parse: Parse, i: int, words: ViolationWords) -> bool:
    """ "the use of chemical weapons by the guard": by whom or where must be said."""
    after = [w.lower for w in parse.words[i + 1 : i + 8]]
    return after[:1] == ["of"] and bool(set(after) & words.munitions) and bool({"by", "in", "against"} & set(after))
