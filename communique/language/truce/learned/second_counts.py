"""A second count in a claim's words, its noun left out: "33 violations on Saturday and 48 on Sunday"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.domain.provenance import Provenance
from communique.domain.span import Span
from communique.domain.truce import TruceClaim
from communique.language.truce.counting.counts import COMPARING, Tally
from communique.language.truce.counting.numbers import UNSURE, Amount
from communique.language.truce.deeds.nominal import trimmed
from communique.language.truce.filling import Filler
from communique.language.truce.learned.labels import COUNT, EARLIER, VIOLATION
from communique.language.truce.learned.matching import part_of
from communique.language.truce.learned.numbers import amount_at, counted_by
from communique.language.truce.learned.shelf import Shelf
from communique.language.truce.lexicon import truce_words
from communique.language.truce.scene import Scene

SURE = 0.8
"""How likely a number must be a count to make a claim of its own."""
JOINTS = (frozenset({";", ":"}), frozenset({"and", "but", "while", "whereas"}), frozenset({","}))
"""Where one count ends and the next begins, the firmest first."""
BEHIND_ANOTHER = (COMPARING - {"from"}) | {"after", "having", "double", "half", "which", "("}
"""Between two numbers, what makes the second one of a period before, or a part of the first."""
DIFFERENCE = frozenset({"more", "fewer", "less", "higher", "lower", "above", "below"})
OF_THE_FIRST = frozenset({"these", "those", "them"})
BEFORE = 2  # words of "of the" before a number that is parted
NAMING = frozenset({"NOUN", "PROPN", "ADJ", "ADV"})
NONE, SOME, BROKEN = "holding", "unclear", "broken"


@dataclass(frozen=True, slots=True)
class _Second:
    """A number that counts what the one before it does, its likelihood, and the word its part begins with."""

    amount: Amount
    probability: float
    joint: int


class SecondCounts:
    """Parts claims that give two counts or more."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.parse = scene, scene.parse
        self.fill = Filler(scene, truce_words())

    def parted(self, claims: Sequence[TruceClaim]) -> tuple[TruceClaim, ...]:
        """The claims, each count with its own; in reading order, and numbered so."""
        shelf = Shelf([claim.span for claim in claims])
        every = [part for claim in claims for part in self._parts(claim, shelf)]
        ordered = sorted(every, key=lambda c: (c.span.start, c.span.end))
        return tuple(replace(claim, id=f"c{n}") for n, claim in enumerate(ordered, 1))

    def _parts(self, claim: TruceClaim, every: Shelf) -> list[TruceClaim]:
        seconds = self._seconds(claim, every)
        if not seconds or claim.violations is None:
            return [claim]
        words = list(self.parse.inside(claim.span))
        ends = [*(s.joint for s in seconds[1:]), words[-1] + 1]
        first = self._own(claim, trimmed(self.parse, [i for i in words if i < seconds[0].joint]))
        rest = [
            self._second(claim, second, trimmed(self.parse, list(range(second.joint, end))))
            for second, end in zip(seconds, ends, strict=True)
        ]
        return [first, *(part for part in rest if part)]

    def _seconds(self, claim: TruceClaim, every: Shelf) -> list[_Second]:
        if claim.violations is None or claim.violations.unit is None:
            return []
        found: list[_Second] = []
        own = self.parse.inside(claim.violations.span)
        if "of" in (w.lower for w in self.parse.words[max(0, own[0] - BEFORE) : own[0]]):
            return []  # "of the 33 violations, 20 are blamed on the army and 13 on the guard"
        last = own[-1]
        for told in self.scene.hearing.beside(COUNT, claim.span):
            amount = amount_at(self.parse, told.span) if told.probability >= SURE else None
            if amount is None or amount.first <= last or not self._bare(amount, claim.violations.unit):
                continue
            joint = self._joint(last, amount)
            if joint is not None and not self._told(told.span, claim, every):
                found.append(_Second(amount, told.probability, joint))
                last = amount.last
        return found

    def _told(self, span: Span, claim: TruceClaim, every: Shelf) -> bool:
        """Whether the number is another claim's as well, a line of a breakdown, or counts deeds."""
        outside = not part_of(span, claim.span) or len(every.near(span)) > 1
        lines = any(span.overlaps(line.count.span) for line in claim.breakdown)
        deeds = any(part_of(span, deed.span) for deed in self.scene.hearing.beside(VIOLATION, span))
        return outside or lines or deeds

    def _bare(self, amount: Amount, unit: str) -> bool:
        """Whether the number names nothing that it counts, or the same unit again."""
        behind = self.parse.words[amount.last]
        head = self.parse.words[behind.head]
        if behind.dep not in {"nummod", "det"} or head.i < behind.i or head.pos not in {"NOUN", "PROPN"}:
            return True
        return truce_words().units.get(head.lower) == unit

    def _joint(self, last: int, amount: Amount) -> int | None:
        """The first word of the second count's part, None where nothing parts the two or they are compared."""
        if self._compared(last, amount):
            return None
        if not UNSURE.isdisjoint(w.lower for w in self.parse.words[amount.first - 1 : amount.last]):
            return None  # "four violations, maybe five"
        for marks in JOINTS:
            at = [i for i in range(last + 1, amount.first) if self.parse.words[i].lower in marks]
            if at:
                part = {self.parse.words[i].lower for i in range(at[-1], amount.first)}
                return at[-1] + 1 if OF_THE_FIRST.isdisjoint(part) else None
        return None

    def _compared(self, last: int, amount: Amount) -> bool:
        """Whether a number of a period before stands between the two, or the second is the difference."""
        between = self.parse.words[last + 1 : amount.first]
        after = self.parse.words[amount.last + 1 : amount.last + 2]
        difference = bool(after) and after[0].lower in DIFFERENCE
        if difference or not BEHIND_ANOTHER.isdisjoint(w.lower for w in between):
            return True
        return bool(between) and bool(self.scene.hearing.beside(EARLIER, Span(between[0].start, between[-1].end)))

    def _own(self, claim: TruceClaim, words: list[int]) -> TruceClaim:
        """The claim as far as its own count goes."""
        counted = claim.violations
        amount = amount_at(self.parse, counted.span) if counted else None
        if not words or counted is None or amount is None:
            return claim
        tally = Tally(amount, counted_by(self.parse, amount, words), counted.unit or "violation")
        made = self.fill.claim(claim.status, words, tally, polarity=claim.polarity)
        return replace(
            made,
            span=self.parse.span(words[0], words[-1]),
            violations=counted,
            breakdown=(),
            made=claim.made,
            parties=made.parties or claim.parties,
            severity=claim.severity,
            severity_span=claim.severity_span,
            step=claim.step,
        )

    def _second(self, claim: TruceClaim, second: _Second, words: list[int]) -> TruceClaim | None:
        named = any(self.parse.words[i].pos in NAMING for i in words)
        if not named or claim.violations is None:
            return None
        none = second.amount.high == 0
        status = NONE if none else claim.status if claim.status == BROKEN else SOME
        tally = Tally(second.amount, second.amount.last, claim.violations.unit or "violation", told=True)
        made = self.fill.claim(status, words, tally, polarity=claim.polarity)
        sure = Provenance(self.scene.hearing.by, round(second.probability, 2))
        return replace(made, span=self.parse.span(words[0], words[-1]), breakdown=(), made=sure)
