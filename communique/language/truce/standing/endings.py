"""Nouns that take a truce's end for granted, or fear it: "since the collapse of the truce", "at risk of collapse"."""

from __future__ import annotations

from communique.language.truce.lexicon import TruceWords
from communique.language.truce.pieces import is_verb
from communique.language.truce.standing.grammar import OBJECT, Grammar, word_set
from communique.language.truce.standing.modality import RISKS, Moods
from communique.language.words import Parse, Word

ENDED, STRAINED = "ended", "strained"
GIVEN = {"the", "this", "that", "its", "their", "his", "her", "our"}
# Before these the end is still to come, or nothing is said of it.
AHEAD = word_set("ahead")
FEARED = word_set("feared")
AVERTED = word_set("averted")
GOING_ON = word_set("going_on")
CONCERN = word_set("concern")
ALLEGED = word_set("alleged")
PRAISING = word_set("praising")
UNTRUE = word_set("untrue")
FAR = 4


class Endings:
    """Reads nouns of ending in one report."""

    def __init__(self, parse: Parse, grammar: Grammar, words: TruceWords, moods: Moods) -> None:
        self.parse, self.grammar, self.words, self.moods = parse, grammar, words, moods

    def verb(self, i: int) -> int:
        """The verb above the noun, the noun where there is none."""
        at = self.parse.words[i]
        while at.head != at.i and not is_verb(at):
            at = self.parse.words[at.head]
        return at.i

    def status(self, i: int) -> str | None:
        """What the noun says of the truce; None where it claims nothing."""
        noun = self.parse.words[i]
        held = {self.parse.words[c].lower for c in self.parse.children[i]}
        given = bool(GIVEN & held) or any(self.parse.words[c].dep == "poss" for c in self.parse.children[i])
        if held & ALLEGED:
            return None
        if held & FEARED:
            return STRAINED
        at = noun
        for _ in range(FAR):
            if at.head == at.i:
                break
            at = self.parse.words[at.head]
            if at.lower in AVERTED or at.lower in self.words.wishes or (at.dep == "prep" and at.lower in AHEAD):
                return None
            if at.lower in FEARED or at.lower in RISKS:
                return STRAINED
            if is_verb(at):
                return self._under(at, given)
        return ENDED if given else None

    def deplored(self, i: int) -> bool:
        """Whether breaches are told of as going on: "continuing infringements", "concern at violations"."""
        noun = self.parse.words[i]
        held = {self.parse.words[c].lower for c in self.parse.children[i]}
        if any(self.parse.words[c].dep == "nummod" for c in self.parse.children[i]):
            return False
        link = self.parse.words[noun.head]
        above = {link.lower, self.parse.words[link.head].lower} if noun.dep == "pobj" else {link.lower}
        return bool(held & GOING_ON) or bool(above & CONCERN)

    def praised(self, i: int) -> bool:
        """Whether it is told with approval: "praised the scrupulous observance of the truce"."""
        at = self.parse.words[i]
        for _ in range(FAR):
            if at.head == at.i:
                return False
            at = self.parse.words[at.head]
            if at.lower in self.words.wishes:
                return False  # "welcomed calls for respect for the truce"
            if at.lower in PRAISING:
                mood = self.moods.of(self.verb(at.i) if not is_verb(at) else at.i)
                return not (mood.wished or mood.negated or mood.asked or mood.would or mood.future)
        return False

    def untrue(self, i: int) -> bool:
        """ "Talk of the end of the truce is premature" """
        return any(self.parse.words[c].lower in UNTRUE for c in self.parse.children[self.verb(i)])

    def _under(self, verb: Word, given: bool) -> str | None:
        mood = self.moods.of(verb.i)
        if mood.wished or mood.negated or mood.asked:
            return None
        if mood.possible or mood.future or mood.threatened:
            return STRAINED
        declared = any(p.role == OBJECT and p.sense == "declare" for p in self.grammar.predicates.get(verb.lower, ()))
        return ENDED if given or declared else None
