"""Alleged violations of a truce: one claim for one attack or breach as one speaker tells it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.domain.provenance import Provenance
from communique.domain.span import Span
from communique.domain.truce import Count, ViolationClaim
from communique.language.truce.belief.polarity import ASSERTED
from communique.language.truce.classes import class_of
from communique.language.truce.counting.counted import long_ago
from communique.language.truce.counting.numbers import amounts
from communique.language.truce.counting.tolls import Tolls
from communique.language.truce.deeds.details import Details
from communique.language.truce.deeds.groups import Group, groups_of
from communique.language.truce.deeds.kinds import kind_of
from communique.language.truce.deeds.nominal import claimed_words, points_back, trimmed
from communique.language.truce.deeds.retold import told_once
from communique.language.truce.deeds.unhurt import unhurt
from communique.language.truce.lexicon import violation_words
from communique.language.truce.phrases import lowers
from communique.language.truce.scene import Scene

BY = "truce@2"
SURE = 0.7  # a clause that names the attack; measured on real reports
SHORTEST = 3  # "they bomb" tells of no attack
DENIED_SHORTEST = 2  # "shelling Velm", where the denial stands outside the words
OBJECT = 6  # words behind a verb of harm among which its number stands
PERCEIVED = class_of("perceiving") | {"reported"}
HOUSEHOLD = class_of("household")
ARMS = class_of("fired") | {"bomb", "missile", "mortar", "rocket", "shell", "drone", "mine", "grenade"}
LESS_SURE = 0.5  # harm whose cause the clause does not name


def violation_claims(scene: Scene) -> tuple[ViolationClaim, ...]:
    """The violation claims of a report in reading order."""
    return tuple(_numbered(told_once(scene.parse, Claims(scene).find())))


class Claims:
    """Reads the violation claims of one report."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.parse = scene, scene.parse
        self.lexicon = violation_words()
        self.areas, self.parties = scene.areas, scene.parties
        self.details = Details(scene, self.lexicon)
        self._unhurt: dict[int, tuple[Count | None, Count | None]] = {}
        self._accidents: dict[int, bool] = {}

    def find(self) -> Iterator[ViolationClaim]:
        """The claims, sentence by sentence."""
        for number in range(len(self.parse.sentences)):
            for group in groups_of(self.parse, self.scene.pieces(number), self.lexicon):
                words = claimed_words(self.parse, group, self.lexicon)
                if not words and self.details.staged(group.words()):
                    words = trimmed(self.parse, group.words())
                if len(words) < (SHORTEST if group.polarity.name == ASSERTED else DENIED_SHORTEST):
                    continue
                tolls = Tolls(self.parse, self._with_objects(words, group), self.lexicon, lead=group.head)
                if (
                    not tolls.of_a_war()
                    and not self._unheard(group)
                    and not self._mentions(group, tolls)
                    and not self._innocent(self.parse.words[group.head].sentence)
                ):
                    yield self._claim(group, words, tolls)

    def _unheard(self, group: Group) -> bool:
        """ "No shelling was heard", "not a shot has been fired": what the truce is like, and denies nobody's charge."""
        nouns = [i for e in group.evidence for i in e.nouns] + [
            c for e in group.evidence for v in e.verbs for c in self.parse.children[v]
        ]
        for i in nouns:
            word, verb = self.parse.words[i], self.parse.words[self.parse.words[i].head]
            before = {w.lower for w in self.parse.words[max(0, i - 3) : i]}
            perceived = verb.lower in PERCEIVED or (verb.lower == "fired" and word.lower in {"shot", "shots"})
            if word.dep == "nsubjpass" and perceived and before & {"no", "not"}:
                return True
        return False

    def _mentions(self, group: Group, tolls: Tolls) -> bool:
        """ "Those injured in the attack": an attack told before is mentioned, and nothing is said of it."""
        nouns = [n for e in group.evidence for n in e.nouns]
        told = any(e.verbs or e.breach for e in group.evidence) or tolls.killed() or tolls.injured()
        harm = any(e.harm for e in group.evidence)
        return harm and bool(nouns) and not told and all(points_back(self.parse, n) for n in nouns)

    def of(self, group: Group, words: list[int]) -> ViolationClaim:
        """The claim that the group makes, whose words in a row are given."""
        tolls = Tolls(self.parse, self._with_objects(words, group), self.lexicon, lead=group.head)
        return self._claim(group, words, tolls)

    def _claim(self, group: Group, words: list[int], tolls: Tolls) -> ViolationClaim:
        span = self.parse.span(words[0], words[-1])
        kind, weapon = kind_of(self.parse, group, words, self.lexicon)
        party, victims, either = self.parties.of(group)
        date = next((d.id for d in self.scene.dates if span.overlaps(d.span)), None)
        severity = self.details.severity(words)
        nought = self._nought(self.parse.words[words[0]].sentence)
        return ViolationClaim(
            id="",
            span=span,
            type=self.details.excuse(words, severity[0] if severity else None) or kind,
            made=Provenance(BY, SURE if group.has_attack else LESS_SURE),
            weapon=weapon,
            date=date,
            place=self._place(span),
            alleged_party=party,
            victims=victims,
            killed=tolls.killed() or self._including(words) or nought[0],
            injured=tolls.injured() or nought[1],
            said_in=self.areas.said_in(span),
            polarity=group.polarity.name,
            count=self.details.count(words),
            either=either,
            severity=severity[0] if severity else None,
            severity_span=severity[1] if severity else None,
            zone=self.details.zone(span),
            rule=self.details.rule(words),
        )

    def _nought(self, sentence: int) -> tuple[Count | None, Count | None]:
        if sentence not in self._unhurt:  # a hostile sentence holds thousands of claims
            self._unhurt[sentence] = unhurt(self.parse, *self.parse.sentences[sentence])
        return self._unhurt[sentence]

    def _innocent(self, sentence: int) -> bool:
        """Whether the sentence tells of an accident (an overturned lorry, a boiler) or retells a story."""
        if sentence not in self._accidents:
            self._accidents[sentence] = self._accident(*self.parse.sentences[sentence])
        return self._accidents[sentence]

    def _accident(self, first: int, end: int) -> bool:
        if long_ago(self.parse, first):
            return True
        told = {self.parse.words[i].lower for i in range(first, end)}
        subjects = {self.parse.words[i].lower for i in range(first, end) if self.parse.words[i].dep == "nsubj"}
        if subjects & self.lexicon.unreal.stories or (subjects & HOUSEHOLD and not told & ARMS):
            return True
        return bool(told & self.lexicon.unreal.accidents) and not told & (self.lexicon.munitions - {"gas", "round"})

    def _with_objects(self, words: list[int], group: Group) -> list[int]:
        """The words to the end of the group, and what follows closely: a parse may part "61 people" from "killed"."""
        words = list(range(words[0], max(words[-1], group.words()[-1]) + 1))
        end = self.parse.sentences[self.parse.words[words[-1]].sentence][1]
        if self.parse.words[words[-1]].lower not in self.lexicon.killing | self.lexicon.injuring:
            return words
        area = self.areas.of(words[-1])
        more = range(words[-1] + 1, min(words[-1] + 1 + OBJECT, end))
        return words + [i for i in more if self.areas.of(i) == area]

    def _including(self, words: list[int]) -> Count | None:
        """The number that "31 were killed, including 10 when a bus was hit" gives the second clause."""
        at = words[0]
        first, _ = self.parse.sentences[self.parse.words[at].sentence]
        while at > first and self.parse.words[at - 1].lower in {"when", "as", "after"}:
            at -= 1
        before = range(max(first, at - 4), at)
        told = any(self.parse.words[i].lower in self.lexicon.killing for i in range(first, at))
        numbers = amounts(self.parse, before) if before and told and at < words[0] + 1 else []
        if not numbers or numbers[-1].last != at - 1 or "including" not in lowers(self.parse, before):
            return None
        return numbers[-1].count(self.parse)

    def _place(self, span: Span) -> str | None:
        """The place of the attack: one behind a preposition before any other that the claim names."""
        inside = [m for m in self.scene.places if span.covers(m.span) and m.place and not self._names_another(m.span)]
        where = [
            m for m in inside if self._before(m.span) in {"in", "on", "at", "near", "outside", "around", "of", "the"}
        ]
        return (where or inside)[0].place if inside else None

    def _names_another(self, span: Span) -> bool:
        """Whether the place's name stands before a noun that is no place: "the Tavrin regime"."""
        last = self.parse.words[self.parse.inside(span)[-1]]
        head = self.parse.words[last.head]
        if head.lower in self.lexicon.place_nouns:
            return False
        return (
            last.dep in {"compound", "amod", "poss", "nmod"}
            and head.i > last.i
            and head.pos == "NOUN"
            and head.lower not in self.lexicon.place_nouns
        )

    def _before(self, span: Span) -> str:
        i = self.parse.first_at(span.start)
        return self.parse.words[i - 1].lower if i else ""


def _numbered(claims: Iterator[ViolationClaim]) -> Iterator[ViolationClaim]:
    for number, claim in enumerate(sorted(claims, key=lambda c: (c.span.start, c.span.end)), 1):
        yield replace(claim, id=f"v{number}")
