"""Truce claims by grammar and by the model, made one list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.domain.provenance import Provenance
from communique.domain.span import Span
from communique.domain.truce import Count, TruceClaim
from communique.language.truce.counting.counts import Tally
from communique.language.truce.counting.numbers import Amount
from communique.language.truce.filling import Filler
from communique.language.truce.learned.labels import COUNT, TRUCE
from communique.language.truce.learned.lines_told import LinesTold
from communique.language.truce.learned.matching import (
    answering,
    part_of,
    run_together,
    untold,
    worded,
)
from communique.language.truce.learned.model import Hearing, Told
from communique.language.truce.learned.numbers import amount_at, counted_by
from communique.language.truce.learned.shelf import Shelf
from communique.language.truce.learned.trust import Trust, Trusts, better_span, doubted
from communique.language.truce.lexicon import truce_words
from communique.language.truce.scene import Scene
from communique.language.truce.standing.about import BREACHES
from communique.language.truce.standing.status import asked
from communique.language.words import Parse

DECLARED = "announced"
TRUSTS = Trusts(whole=Trust(0.62, 0.3), parts=Trust(0.95, 0.02))
FIRED = {"projectile", "explosion", "burst"}
FIRE = FIRED | {"shot"}
UNSTATED = "unclear"
ENDS = frozenset(".!?\n")
FRAGMENT = 4
"""Words of a span that may be a part of the one beside it."""
ASIDE = 40
"""Characters of who says so, between a claim and its number."""
OVER = frozenset({"ended", "not in force"})
SURE_COUNT = 0.5
"""How likely a number must be a count."""
SURE_STATUS = 0.9
"""How likely a status must be to be taken instead of the grammar's."""
SURE_POLARITY = 0.7
"""And how likely a polarity."""


class TruceTold:
    """The truce claims that the model tells of in one report."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.parse = scene, scene.parse
        self.fill = Filler(scene, truce_words())
        self.trust = TRUSTS.of(scene.hearing)
        self.told = whole(scene.parse, scene.hearing)
        self.spans = [told.span for told in self.told]
        self.shelf = Shelf(self.spans)

    def mended(self, claims: Sequence[TruceClaim]) -> tuple[TruceClaim, ...]:
        """The grammar's claims in their order, mended where the model is sure; without those that are several to it."""
        several = run_together([t.span for t in self.told if self._firm(t)], [c.span for c in claims])
        claims = [claim for k, claim in enumerate(claims) if k not in several]
        shelf = Shelf([claim.span for claim in claims])
        answers = {k: n for k, n in self._answers(claims).items() if not self._parted(n, claims, shelf)}
        return tuple(
            self._mended(claim, self.told[n]) if (n := answers.get(k)) is not None else claim
            for k, claim in enumerate(claims)
        )

    def _parted(self, n: int, claims: Sequence[TruceClaim], shelf: Shelf) -> bool:
        """Whether the grammar has several claims in a span: "holding in Karsk, broken in Velm"."""
        inside = (claims[k] for k in shelf.near(self.spans[n]) if part_of(claims[k].span, self.spans[n]))
        return len({claim.status for claim in inside}) > 1

    def believed(self, claims: Sequence[TruceClaim]) -> tuple[TruceClaim, ...]:
        """The claims without those in whose words, once read, the model sees nothing."""
        answers = self._answers(claims)
        return tuple(
            self._without_fire(claim)
            for k, claim in enumerate(claims)
            if k in answers
            or self._spared(claim)
            or not doubted(self.scene.hearing, TRUCE, claim.span, self.trust.doubt)
        )

    def joined(self, claims: Sequence[TruceClaim]) -> tuple[TruceClaim, ...]:
        """The claims and those that the model alone sees, in reading order."""
        taken = set(self._answers(claims).values())
        new = untold(self.spans, [c.span for c in claims])
        alone = [self.told[n] for n in new if n not in taken and self._firm(self.told[n])]
        lines = LinesTold(self.scene)
        counts = Shelf([claim.violations.span for claim in claims if claim.violations])
        made = [made for t in alone if not lines.fill(t.span) and (made := self._made(t))]
        every = [*claims, *(c for c in made if not (c.violations and counts.near(c.violations.span)))]
        return lines.of(sorted(every, key=lambda c: (c.span.start, c.span.end)))

    def _without_fire(self, claim: TruceClaim) -> TruceClaim:
        """The claim less a count of rounds or bursts that the model, having read all, gives to no claim on a truce."""
        counted = claim.violations
        if counted is None or counted.unit not in FIRE or not self.scene.hearing.whole or claim.status == UNSTATED:
            return claim
        told = [self.told[n] for n in self.shelf.near(counted.span)]
        marked = any(part_of(counted.span, one.span) for one in self.scene.hearing.beside(COUNT, counted.span))
        kept = marked and any(self._firm(t) and part_of(counted.span, t.span) for t in told)
        return claim if kept else replace(claim, violations=None, breakdown=())

    def _spared(self, claim: TruceClaim) -> bool:
        """Whether a claim in a longer report is of a kind that the model seldom sees in parts of one."""
        if self.scene.hearing.whole:
            return False
        return bool(claim.step) or claim.status == DECLARED or bool(claim.violations and claim.violations.unit in FIRED)

    def _firm(self, told: Told) -> bool:
        return told.sure("status") >= self.trust.firm

    def _answers(self, claims: Sequence[TruceClaim]) -> dict[int, int]:
        """The place of the told span for each claim that has one: by its words, else by its count."""
        found = answering(self.spans, [c.span for c in claims])
        taken = set(found.values())
        for k, claim in enumerate(claims):
            if k in found or claim.violations is None:
                continue
            around = self.shelf.near(claim.violations.span)
            free = (n for n in around if n not in taken and self.spans[n].covers(claim.violations.span))
            if (n := next(free, None)) is not None:
                found[k] = n
                taken.add(n)
        return found

    def _made(self, told: Told) -> TruceClaim | None:
        """The claim that the model alone sees."""
        words = worded(self.parse, told.span)
        if not words or asked(self.parse, self.parse.sentences[self.parse.words[words[0]].sentence][1]):
            return None
        status, polarity = told.qualities["status"], told.qualities["polarity"]
        tally = self._tally(self.parse.span(words[0], words[-1]), status.value)
        claim = self.fill.claim(status.value, words, tally, polarity=polarity.value)
        return replace(claim, made=Provenance(self.scene.hearing.by, round(told.sure("status"), 2)))

    def _mended(self, claim: TruceClaim, told: Told) -> TruceClaim:
        """The grammar's claim with what the model is sure of."""
        status, polarity = told.qualities["status"], told.qualities["polarity"]
        if status.probability >= SURE_STATUS and (claim.status, status.value) != (DECLARED, "unclear"):
            claim = replace(claim, status=status.value)
        if polarity.probability >= SURE_POLARITY:
            claim = replace(claim, polarity=polarity.value)
        claim = self._cut(claim, better_span(self.scene, claim.span, told))
        if claim.violations is None and (tally := self._tally(told.span, claim.status)):
            return self.fill.counted(claim, tally, list(self.parse.inside(told.span)))
        return claim

    def _cut(self, claim: TruceClaim, span: Span) -> TruceClaim:
        """The claim with other words; a count that stands in them no more is another's, or keeps its own words."""
        lost = span != claim.span and claim.violations is not None and not part_of(claim.violations.span, span)
        if lost and claim.violations and not self._counted_elsewhere(claim.violations):
            return claim
        return replace(claim, span=span, violations=None, breakdown=()) if lost else replace(claim, span=span)

    def _counted_elsewhere(self, count: Count) -> bool:
        """Whether the model sees no count of breaches there, or gives it to another claim of which it is sure."""
        marked = any(part_of(count.span, one.span) for one in self.scene.hearing.beside(COUNT, count.span))
        beside = self.scene.hearing.beside(TRUCE, count.span)
        others = any(self._firm(told) and part_of(count.span, told.span) for told in beside)
        return not marked or count.unit in FIRED or others

    def _tally(self, within: Span, status: str) -> Tally | None:
        """The count that the model marks in the words of a claim; where no truce is, none is broken."""
        marked = [] if status in OVER else self.scene.hearing.beside(COUNT, within)
        for count in (c for c in marked if c.probability >= SURE_COUNT and part_of(c.span, within)):
            amount = amount_at(self.parse, count.span)
            if amount and not (amount.high == 0 and self._none_of_other(amount)):
                unit = count.qualities["unit"].value or "violation"
                return Tally(amount, counted_by(self.parse, amount, self.parse.inside(within)), unit, told=True)
        return None

    def _none_of_other(self, amount: Amount) -> bool:
        """ "Publishes no total", "casualties: none": there is none of something else."""
        words, units = self.parse.words, truce_words().units
        own = words[amount.last]
        if own.dep == "det" and words[own.head].pos == "NOUN" and words[own.head].i > own.i:
            return words[own.head].lower not in units and words[own.head].lower not in BREACHES
        before = words[max(0, amount.first - 2) : amount.first]
        label = len(before) == 2 and before[1].text == ":" and before[0].pos == "NOUN"
        return label and before[0].lower not in units


def whole(parse: Parse, hearing: Hearing) -> list[Told]:
    """The truce spans, a fragment put to the span that it stands beside: "Zero: that was the number of breaches"."""
    found: list[Told] = []
    for one in hearing.of(TRUCE):
        last = found[-1] if found else None
        if last is not None and _one_claim(parse, hearing, last.span, one.span):
            surer = max(last, one, key=lambda t: t.sure("status"))
            span = Span(last.span.start, max(last.span.end, one.span.end))
            found[-1] = replace(surer, span=span)
        else:
            found.append(one)
    return found


def _one_claim(parse: Parse, hearing: Hearing, one: Span, other: Span) -> bool:
    """Whether a span is a part of the one before it."""
    if _both_count(hearing, one, other):
        return False
    return _beside(parse, one, other) or _number_behind(parse, hearing, one, other)


def _number_behind(parse: Parse, hearing: Hearing, one: Span, other: Span) -> bool:
    """ "It has been violated, the ministry says, at least 200 times": nothing but the number of the claim before."""
    inside = parse.inside(other)
    near = 0 < other.start - one.end <= ASIDE and ENDS.isdisjoint(parse.text[one.end : other.start])
    bare = bool(inside) and len(inside) <= FRAGMENT and parse.words[inside[-1]].lower in {"times", "occasions"}
    return near and bare and not hearing.beside(COUNT, one)


def _both_count(hearing: Hearing, one: Span, other: Span) -> bool:
    """Whether each of two spans has a number of its own: "nine in Velm, eleven in Karsk"."""
    return all(any(part_of(count.span, span) for count in hearing.beside(COUNT, span)) for span in (one, other))


def _beside(parse: Parse, one: Span, other: Span) -> bool:
    """Whether nothing but marks inside a sentence stands between two spans of which one is a fragment."""
    between = parse.text[one.end - 1 : other.start]
    short = min(len(parse.inside(one)), len(parse.inside(other))) <= FRAGMENT
    return short and ENDS.isdisjoint(between) and not any(c.isalnum() for c in between[1:])
