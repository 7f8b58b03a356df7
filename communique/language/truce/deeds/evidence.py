"""What in a piece of a sentence tells of an attack, of harm or of another breach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.language.truce.classes import class_of
from communique.language.truce.deeds.assaults import attack_verb, with_weapon
from communique.language.truce.deeds.breaches import UNSPECIFIED, breach_in
from communique.language.truce.deeds.gunfire import attack_noun
from communique.language.truce.deeds.idioms import harm_at
from communique.language.truce.lexicon import Breach, ViolationWords
from communique.language.truce.pieces import Piece, is_verb
from communique.language.words import Parse

LEAVING = class_of("leaving")
DYING = {"died", "die", "dies", "dying", "perished"}
LEFT = 12  # words between "leaving" and "dead"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Indices of the words that tell: attack verbs, attack nouns, words of harm, and the breach if there is one."""

    verbs: tuple[int, ...] = ()
    nouns: tuple[int, ...] = ()
    harm: tuple[int, ...] = ()
    breach: Breach | None = None
    at: int = -1  # the word that tells of the breach

    @property
    def attack(self) -> bool:
        """Whether the piece tells how harm was done, not only that it was."""
        return bool(self.verbs or self.nouns or self.breach)

    def __bool__(self) -> bool:
        return self.attack or bool(self.harm)


def evidence_of(parse: Parse, piece: Piece, words: ViolationWords) -> Evidence:
    """What the piece tells."""
    nouns = tuple(i for i in piece.words if attack_noun(parse, i, words))
    verbs = tuple(i for i in piece.words if attack_verb(parse, i, piece, nouns, words))
    harm = tuple(i for i in piece.words if _harm(parse, i, piece.words, words))
    if verbs:
        return Evidence(verbs, nouns, harm)
    breach, at = breach_in(parse, piece, words)
    if breach is None or breach.type == UNSPECIFIED:  # what a weapon did goes behind what the verb says of itself
        verbs = tuple(i for i in piece.words if with_weapon(parse, i, words))
    if breach and harm and breach.type.startswith("posture/"):
        breach, at = None, -1  # "three soldiers with wounds were brought in" moves no troops
    return Evidence(verbs, nouns, harm, breach, at)


def _harm(parse: Parse, i: int, within: Sequence[int], words: ViolationWords) -> bool:
    """A verb of harm; a noun ("toll", "dead") tells of harm only beside an attack, which has its own evidence."""
    word = parse.words[i]
    if any(parse.words[c].lower in {"it", "this"} and parse.words[c].dep == "nsubj" for c in parse.children[i]) and (
        word.lower in DYING
    ):
        return False  # "on paper it lives, in the valleys it died": the truce
    if is_verb(word) and word.dep != "amod" and harm_at(parse, i, words):
        return True
    if word.lower not in words.killing and word.lower not in words.injuring:
        return False
    if is_verb(word) and word.dep != "amod":
        if (
            i
            and word.tag == "VBN"
            and (parse.words[i - 1].dep in {"det", "poss"} or parse.words[i - 1].lower in {"of", "badly"})
        ):
            return False  # "the wounded"
        return not (
            word.lower in {"died", "die", "dies", "dying"}
            and i + 1 < len(parse.words)
            and parse.words[i + 1].lower == "of"
        )
    if word.lower != "dead" and word.pos != "ADJ":
        return False
    if word.lower in {"dead", "wounded", "injured"} and i and parse.words[i - 1].pos == "NUM":
        return word.dep != "amod" or parse.words[word.head].i < i  # "eleven dead", not "eight dead civilians"
    return any(parse.words[k].lower in LEAVING for k in within if i - LEFT < k < i)
