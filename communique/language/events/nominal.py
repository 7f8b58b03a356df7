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
FOLLOWING = telling("nominal", "following")
ENSUING = telling("nominal", "ensuing")
OBSERVING = telling("nominal", "observing")
BLAMING = telling("nominal", "blaming")
HOSTILE = frozenset({"ASSAULT", "COERCE"})
PLEDGING = telling("nominal", "pledging")
ENDS = frozenset({"end", "halt", "stop", "cessation"})
GIFT = Pattern("gift", "AID", None)
BREAKING = frozenset({"broke", "broken", "breaks", "breaking"})
SIDES = frozenset({"with", "between", "by"})
ONE = frozenset({"a", "an", "another"})
OF_SOMEBODY = frozenset(
    {"ASSAULT", "COERCE", "RETREAT", "CONSULT", "SUPPORT", "COOPERATE", "AID", "SANCTION", "CONCEDE"}
)
TOLLS = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION"})


class Nominals:
    """Finds the nouns of a report that tell of an event by themselves or with the verb that carries them."""

    def __init__(self, grammar: Grammar, words: EventWords) -> None:
        self.grammar, self.lexicon = grammar, words
        self.words = grammar.words

    def find(self, first: int, end: int, verbs: Mapping[int, Trigger]) -> Iterator[Trigger]:
        """The nouns that tell of an event which no trigger among `verbs` tells already."""
        for i in range(first, end):
            word = self.words[i]
            if not (word.pos == "NOUN" or self._opening(i, first)) or word.dep in SKIPPED:
                continue
            pattern = self._pattern(i, self.lexicon.nouns.get(word.lower, ())) or self._promised(i, verbs)
            if pattern is None:
                continue
            if pattern is GIFT:
                yield Trigger(i, i, pattern.type, None, 1, noun=True)
                continue
            verb = self._verb(i, pattern, verbs)
            if verb is not None:
                yield Trigger(i, verb, pattern.type, pattern.mode, pattern.asks, noun=True)

    def _pattern(self, i: int, patterns: tuple[Pattern, ...]) -> Pattern | None:
        if not patterns:
            return None
        around = frozenset(stem(self.words[k].lower) for k in self.grammar.phrase(i))
        return next((p for p in patterns if not p.never & around and (not p.objects or p.objects & around)), None)

    def _opening(self, i: int, first: int) -> bool:
        """ "Gunfire was heard": a word at the beginning looks like a name to the parser."""
        return i == first and self.words[i].pos == "PROPN" and self.words[i].dep in {"nsubj", "nsubjpass"}

    def _promised(self, i: int, verbs: Mapping[int, Trigger]) -> Pattern | None:
        """Goods or money that somebody promises to give: "pledged twelve million marks"."""
        head = self.words[i].head
        known = verbs.get(head)
        if self.words[i].dep != "dobj" or self.words[i].lower not in self.lexicon.gifts or known is None:
            return None
        promised = known.type == "AGREE" and self.words[head].lower in PLEDGING
        return GIFT if promised and not self.grammar.children(head, "xcomp", "ccomp") else None

    def _verb(self, i: int, pattern: Pattern, verbs: Mapping[int, Trigger]) -> int | None:
        """The word by which to tell whether it happened; None where the noun tells of no event here."""
        if self._only_named(i, pattern):
            return None
        if self._is_there(i):
            return self._carrier(i)
        if self.words[i].dep in {"nsubj", "nsubjpass"}:
            return self._as_subject(i, pattern, verbs)
        if self.words[i].dep == "dobj":
            return self._as_object(i, pattern, verbs)
        if self.words[i].dep == "conj" and self._counted(i) and self._listed(i):
            return i
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
        place = "place" in self.grammar.lowers(self.grammar.children(head.i, "dobj"))
        # "The attack came as …" only names it; "the attack took place at noon" tells of it.
        mentioned = head.lower in MENTIONING and not place and self._definite(i) and not self._sides(i)
        if self._to_be(head.i) or mentioned:
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
        past = head.tag not in {"VBZ", "VBP", "VB"}
        told = head.tag in {"VBD", "VBN"} and head.lower not in BE and pattern.type in TOLLS and known is None
        ensuing = (told or head.lower in ENSUING) and self._whole(i, pattern)
        return i if past and (self._sides(i) or ensuing) else None

    def _as_object(self, i: int, pattern: Pattern, verbs: Mapping[int, Trigger]) -> int | None:
        head = self.words[self.words[i].head]
        known = verbs.get(head.i)
        if known is None and head.lower in CARRYING:
            return head.i
        if known is None and head.lower in OBSERVING and self._counted(i):
            return i
        if known and known.type == "CONCEDE" and pattern.type == "RETREAT" and head.lower in DECLARING:
            return i
        return self._reported(i, pattern, known) if head.lower in REPORTING or known else None

    def _reported(self, i: int, pattern: Pattern, known: Trigger | None) -> int | None:
        """What is reported, condemned or asked for, where the noun says enough to tell of it."""
        if known is None:
            bare = self.words[i].dep == "nsubjpass" and pattern.type == "ASSAULT" and not self._determined(i)
            return i if bare or self._one(i) or self._sides(i) or self._whole(i, pattern) else None
        if known.type == "AGREE" and self.words[known.verb].lower in PLEDGING:
            return i if self._one(i) or self._sides(i) or self._whole(i, pattern) else None
        hailed = known.type == "SUPPORT" and not self.words[known.verb].lower.startswith("sign")
        return i if (hailed or known.type in {"REQUEST", "ACCUSE"}) and self._whole(i, pattern) else None

    def _after_preposition(self, i: int, pattern: Pattern, verbs: Mapping[int, Trigger]) -> int | None:
        preposition = self.words[self.words[i].head]
        governor = verbs.get(preposition.head)
        if governor and governor.type == "REQUEST" and preposition.lower in {"for", "on"}:
            return i
        if preposition.lower in TIMES and self._fully_told(i, pattern):
            return i
        if preposition.lower in FOLLOWING and self._whole(i, pattern):
            return i
        if preposition.lower in BLAMING and pattern.type in HOSTILE and self._whole(i, pattern) and self._definite(i):
            return i  # "concern at the shelling of Tessel"
        return i if self._to_be_ended(preposition.i, verbs) else None

    def _to_be_ended(self, preposition: int, verbs: Mapping[int, Trigger]) -> bool:
        """ "Called for an end to the shelling" says that it goes on."""
        end = self.words[self.words[preposition].head]
        if end.lower not in ENDS or self.words[preposition].lower not in {"to", "of", "in"}:
            return False
        over = self.words[end.head]
        asking = verbs.get(over.head if over.dep == "prep" else over.i)
        return asking is not None and asking.type == "REQUEST"

    def _listed(self, i: int) -> bool:
        """ "Logged nine breaches and three drone strikes"."""
        first = self.words[i]
        while first.dep == "conj":
            first = self.words[first.head]
        return first.dep == "dobj" and self.words[first.head].lower in OBSERVING

    def _counted(self, i: int) -> bool:
        """ "Recorded 48 explosions"."""
        return bool(self.grammar.children(i, "nummod"))

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
        for _ in range(3):  # "no casualties and no exchange of fire"
            if word.dep == "conj":
                word = self.words[word.head]
        head = self.words[word.head]
        if head.lower not in BE:
            return False
        if word.dep == "attr":
            return bool(self.grammar.children(head.i, "expl"))
        return word.dep == "nsubj" and self._passing(head.i)

    def _carrier(self, i: int) -> int:
        while self.words[i].dep == "conj":
            i = self.words[i].head
        return self.words[i].head

    def _passing(self, i: int) -> bool:
        """Whether "is" says that something takes its course: "is in force", "is under way", "is due"."""
        within = [g for c in self.grammar.children(i, "prep") for g in self.grammar.children(c, "pobj")]
        near = self.grammar.lowers(self.grammar.children(i, "acomp", "advmod", "prep"))
        return bool(self.grammar.lowers(within) & PASSING or near & {"due", "underway"})

    def _to_be(self, i: int) -> bool:
        return self.words[i].lower == "expected" and any(
            self.words[c].lower in {"be", "remain", "prove", "last"} for c in self.grammar.children(i, "xcomp")
        )

    def _determined(self, i: int) -> bool:
        return bool(self.grammar.children(i, "det", "poss"))

    def _definite(self, i: int) -> bool:
        return any(self.words[c].lower in {"the", "this", "that", "these"} for c in self.grammar.children(i, "det"))

    def _one(self, i: int) -> bool:
        return any(self.words[c].lower in ONE for c in self.grammar.children(i, "det"))
