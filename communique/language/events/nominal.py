"""Nouns that tell of an event: "held a secret meeting", "a third round is expected", "condemned the killing of four"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from communique.language.events.forms import verb_forms
from communique.language.events.grammar import Grammar, is_verb
from communique.language.events.lexicon import EventWords, Pattern
from communique.language.events.stems import stem
from communique.language.events.triggers import SKIPPED, Trigger

_CARRIERS = """hold conduct launch stage mount begin start open resume continue make carry commit wage undertake perform
    pay impose issue deliver lodge file lead organise organize keep have complete step intensify repeat renew receive
    suffer face come conclude attend join cause plan schedule"""
_HAPPENING = """begin start open continue resume take occur go rage erupt break happen last follow intensify escalate
    proceed expect schedule plan hold end conclude close enter come reach hit kill wound leave destroy
    rock shake remain get run mark postpone cancel bring damage claim spread due"""
_TELLING = """report announce condemn confirm denounce welcome deplore propose demand deny order describe recall claim
    criticise criticize blame witness see document mourn expect predict seek want
    investigate call urge discuss applaud hail reject regret consider suggest"""
CARRIERS, HAPPENING, TELLING = (
    frozenset(form for verb in verbs.split() for form in verb_forms(verb))
    for verbs in (_CARRIERS, _HAPPENING, _TELLING)
)
MENTIONING = frozenset(
    form
    for verb in ("come", "occur", "happen", "follow", "mark", "bring", "leave", "remain")
    for form in verb_forms(verb)
) | {"took", "take", "takes", "taken"}
HOLDING = frozenset(form for verb in ("hold", "be", "remain", "last", "fray") for form in verb_forms(verb))
DECLARING = frozenset(form for verb in ("declare", "announce", "proclaim", "order") for form in verb_forms(verb))
WITH = frozenset({"with", "between", "by", "against", "on", "of", "to", "among", "from"})
SIDES = frozenset({"with", "between", "by"})
TIMES = frozenset({"after", "during", "following", "in", "at", "before", "amid", "since"})
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
        word, head = self.words[i], self.words[self.words[i].head]
        known = verbs.get(head.i)
        if pattern.mode == "ceasefire" and head.lower in HOLDING:
            return None
        if head.lower in MENTIONING and self._definite(i) and not self._sides(i):
            return None  # "the attack came as …": told before, and only placed in time here
        if word.dep in {"nsubj", "nsubjpass"} and is_verb(head) and head.lower in HAPPENING:
            return head.i if known is None or (head.lower in HAPPENING and known.type != pattern.type) else None
        if word.dep in {"dobj", "nsubjpass"} and known is None and head.lower in CARRIERS:
            return head.i
        if (
            word.dep == "dobj"
            and known
            and known.type == "CONCEDE"
            and pattern.type == "RETREAT"
            and head.lower in DECLARING
        ):
            return i
        if word.dep in {"dobj", "nsubjpass"} and (head.lower in TELLING or (known and known.type == "REQUEST")):
            if known is None:
                return i if self._one(i) or self._sides(i) or self._whole(i, pattern) else None
            return i if known.type in {"REQUEST", "ACCUSE"} and self._whole(i, pattern) else None
        if word.dep == "pobj":
            return self._after_preposition(i, pattern, verbs)
        if word.dep in {"nsubj", "nsubjpass"} and self._sides(i) and head.tag not in {"VBZ", "VBP", "VB"}:
            return i
        return None

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

    def _definite(self, i: int) -> bool:
        return any(self.words[c].lower in {"the", "this", "that", "these"} for c in self.grammar.children(i, "det"))

    def _one(self, i: int) -> bool:
        return any(self.words[c].lower in ONE for c in self.grammar.children(i, "det"))
