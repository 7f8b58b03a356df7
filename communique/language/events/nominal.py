"""Nouns that tell of an event: "held a secret meeting", "a third round is expected", "the killing of four"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from communique.language.events.grammar import BE, Grammar, is_verb
from communique.language.events.lexicon import EventWords, Pattern
from communique.language.events.stems import stem
from communique.language.events.telling import telling
from communique.language.events.triggers import SKIPPED, Trigger

CARRYING = telling("nominal", "carrying")
HAPPENING = telling("nominal", "happening")
REPORTING = telling("nominal", "reporting")
MENTIONING = telling("nominal", "mentioning")
LASTING = telling("nominal", "lasting")
HOLDING = telling("nominal", "holding")
DECLARING = telling("nominal", "declaring")
PASSING = telling("nominal", "passing")
WITH = telling("nominal", "with")
TIMES = telling("nominal", "times")
BREAKING = frozenset({"broke", "broken", "breaks", "breaking"})
SIDES = frozenset({"with", "between", "by"})
ONE = frozenset({"a", "an", "another"})
OF_SOMEBODY = frozenset({"ASSAULT", "COERCE", "RETREAT", "CONSULT", "SUPPORT", "COOPERATE", "AID", "SANCTION"})


class Nominals:
    """Finds the nouns of a report that tell of an event by themselves or with the verb that carries them."""

    def __init__(self, grammar: Grammar, words: EventWords) -> None:
        self.grammar, self.lexicon = grammar, words
        self.words = grammar.words

    def find(self, first: int, end: int, verbs: Mapping[int, Trigger]) -> Iterator[Trigger]:
        """The nouns that tell of an event which no trigger among `verbs` tells already."""
        for i in range(first, end):
            word = self.words[i]
            if word.pos != "NOUN" or word.dep in SKIPPED:
                continue
            pattern = self._pattern(i, self.lexicon.nouns.get(word.lower, ()))
            if pattern is None:
                continue
            verb = self._verb(i, pattern, verbs)
            if verb is not None:
                yield Trigger(i, verb, pattern.type, pattern.mode, pattern.asks, noun=True)

    def _pattern(self, i: int, patterns: tuple[Pattern, ...]) -> Pattern | None:
        around = frozenset(stem(self.words[k].lower) for k in self.grammar.phrase(i))
        return next((p for p in patterns if not p.never & around and (not p.objects or p.objects & around)), None)

    def _verb(self, i: int, pattern: Pattern, verbs: Mapping[int, Trigger]) -> int | None:
        """The word by which to tell whether it happened; None where the noun tells of no event here."""
        if self._only_named(i, pattern):
            return None
        if self._is_there(i):
            return self.words[i].head
        if self.words[i].dep in {"nsubj", "nsubjpass"}:
            return self._as_subject(i, pattern, verbs)
        if self.words[i].dep == "dobj":
            return self._as_object(i, pattern, verbs)
        if self.words[i].dep == "pobj":
            return self._after_preposition(i, pattern, verbs)
        return None

    def _only_named(self, i: int, pattern: Pattern) -> bool:
        """Whether it is spoken of and not told: "the truce is holding", "the attack came as …"."""
        head = self.words[self.words[i].head]
        if pattern.mode == "ceasefire" and head.lower in HOLDING and not self._passing(head.i):
            return True
        if pattern.mode == "ceasefire" and head.lower in BREAKING:
            return True  # a truce that is broken is no giving way
        if self._to_be(head.i) or (head.lower in MENTIONING and self._definite(i) and not self._sides(i)):
            return True
        return head.lower in LASTING and not self.grammar.children(head.i, "dobj", "npadvmod")

    def _as_subject(self, i: int, pattern: Pattern, verbs: Mapping[int, Trigger]) -> int | None:
        head = self.words[self.words[i].head]
        known = verbs.get(head.i)
        if is_verb(head) and head.lower in HAPPENING:
            return head.i if known is None or known.type != pattern.type else None
        if self.words[i].dep == "nsubjpass" and known is None and head.lower in CARRYING:
            return head.i
        if self.words[i].dep == "nsubjpass" and (head.lower in REPORTING or known):
            return self._reported(i, pattern, known)
        return i if self._sides(i) and head.tag not in {"VBZ", "VBP", "VB"} else None

    def _as_object(self, i: int, pattern: Pattern, verbs: Mapping[int, Trigger]) -> int | None:
        head = self.words[self.words[i].head]
        known = verbs.get(head.i)
        if known is None and head.lower in CARRYING:
            return head.i
        if known and known.type == "CONCEDE" and pattern.type == "RETREAT" and head.lower in DECLARING:
            return i
        return self._reported(i, pattern, known) if head.lower in REPORTING or known else None

    def _reported(self, i: int, pattern: Pattern, known: Trigger | None) -> int | None:
        """What is reported, condemned or asked for, where the noun says enough to tell of it."""
        if known is None:
            return i if self._one(i) or self._sides(i) or self._whole(i, pattern) else None
        return i if known.type in {"REQUEST", "ACCUSE"} and self._whole(i, pattern) else None

    def _after_preposition(self, i: int, pattern: Pattern, verbs: Mapping[int, Trigger]) -> int | None:
        preposition = self.words[self.words[i].head]
        governor = verbs.get(preposition.head)
        if governor and governor.type == "REQUEST" and preposition.lower in {"for", "on"}:
            return i
        if preposition.lower in TIMES and self._fully_told(i, pattern):
            return i
        return None

    def _fully_told(self, i: int, pattern: Pattern) -> bool:
        """ "after a call with Rook", "during a meeting held today", "in his meeting with the envoy"."""
        if pattern.type == "CONSULT" and self.grammar.children(i, "poss"):
            return self._sides(i)
        return self._one(i) and (pattern.type == "CONSULT" or self._sides(i))

    def _whole(self, i: int, pattern: Pattern) -> bool:
        """Whether the noun says to whom it was done, so that it tells of a happening and not only names it."""
        of = any(self.words[c].lower in WITH for c in self.grammar.children(i, "prep"))
        return of and pattern.type in OF_SOMEBODY

    def _sides(self, i: int) -> bool:
        prepositions = {self.words[c].lower for c in self.grammar.children(i, "prep", "agent")}
        owner = self.grammar.children(i, "poss")
        return bool(prepositions & SIDES) or bool(owner and (prepositions & WITH))

    def _is_there(self, i: int) -> bool:
        """ "There was heavy shelling", "the siege is in its third month"."""
        word, head = self.words[i], self.words[self.words[i].head]
        if head.lower not in BE:
            return False
        if word.dep == "attr":
            return bool(self.grammar.children(head.i, "expl"))
        return word.dep == "nsubj" and self._passing(head.i)

    def _passing(self, i: int) -> bool:
        """Whether "is" says that something takes its course: "is in force", "is under way", "is due"."""
        within = [g for c in self.grammar.children(i, "prep") for g in self.grammar.children(c, "pobj")]
        near = self.grammar.lowers(self.grammar.children(i, "acomp", "advmod", "prep"))
        return bool(self.grammar.lowers(within) & PASSING or near & {"due", "underway"})

    def _to_be(self, i: int) -> bool:
        return self.words[i].lower == "expected" and any(
            self.words[c].lower in {"be", "remain", "prove", "last"} for c in self.grammar.children(i, "xcomp")
        )

    def _definite(self, i: int) -> bool:
        return any(self.words[c].lower in {"the", "this", "that", "these"} for c in self.grammar.children(i, "det"))

    def _one(self, i: int) -> bool:
        return any(self.words[c].lower in ONE for c in self.grammar.children(i, "det"))
