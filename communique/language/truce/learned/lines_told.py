"""Lines of a breakdown: the parts by place that the model marks behind a count, and spans that are nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.domain.span import Span
from communique.domain.truce import Part, TruceClaim
from communique.language.truce.counting.breakdown import LEAST, part_with
from communique.language.truce.counting.numbers import Amount
from communique.language.truce.learned.labels import COUNT, LINE
from communique.language.truce.learned.matching import part_of
from communique.language.truce.learned.model import Told
from communique.language.truce.learned.numbers import amount_at
from communique.language.truce.learned.shelf import Shelf
from communique.language.truce.lexicon import truce_words
from communique.language.truce.scene import Scene

SURE = 0.5
"""How likely a number must be a line of a breakdown, or a count."""
ASIDE = 100
"""Characters of what is counted and who says so, between a count and its lines."""


class LinesTold:
    """The lines that the model marks in one report."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.parse = scene, scene.parse
        self._where = [mention.span for mention in scene.places if mention.place]
        self._shelf = Shelf(self._where)

    def fill(self, span: Span) -> bool:
        """Whether a span gives lines and no count, or names nothing that it counts behind a larger count."""
        lines, counts = self._marked(LINE, span), self._marked(COUNT, span)
        if not lines or (not counts and len(lines) < LEAST):
            return False
        return not counts or (self._nounless(span) and self._less(span, counts[0]))

    def _nounless(self, span: Span) -> bool:
        units = truce_words().units
        return not any(self.parse.words[i].lower in units for i in self.parse.inside(span))

    def _less(self, span: Span, count: Told) -> bool:
        """Whether the count before the span, of one sentence with it, is larger than its first number."""
        if span.start == 0:
            return False
        before = Span(max(0, span.start - ASIDE), span.start)
        total = [t for t in self.scene.hearing.beside(COUNT, before) if t.probability >= SURE]
        if not total or "." in self.parse.text[total[-1].span.end : span.start]:
            return False
        first, whole = amount_at(self.parse, count.span), amount_at(self.parse, total[-1].span)
        return bool(first and whole and first.low and whole.low and first.low < whole.low)

    def of(self, claims: Sequence[TruceClaim]) -> tuple[TruceClaim, ...]:
        """The claims in reading order, each count without parts with the lines marked behind it."""
        ends = [*(claim.span.start for claim in claims[1:]), len(self.parse.text)]
        return tuple(self._lined(claim, end) for claim, end in zip(claims, ends, strict=False))

    def _lined(self, claim: TruceClaim, end: int) -> TruceClaim:
        """The claim with the lines of its sentence and the next, up to where another claim begins."""
        if claim.violations is None or claim.breakdown or claim.violations.high == 0:
            return claim
        own = self.parse.inside(claim.violations.span)[-1]
        sentence = self.parse.words[own].sentence
        last = self.parse.sentences[min(sentence + 1, len(self.parse.sentences) - 1)][1] - 1
        end = max(claim.span.end, min(end, self.parse.words[last].end))
        if claim.violations.span.end >= end:
            return claim
        parts = self._parts(Span(claim.violations.span.end, end), claim.violations.unit)
        return replace(claim, breakdown=parts) if len(parts) >= LEAST else claim

    def _parts(self, within: Span, unit: str | None) -> tuple[Part, ...]:
        numbers = [a for told in self._marked(LINE, within) if (a := amount_at(self.parse, told.span))]
        words = list(self.parse.inside(within))
        starts = [within.start, *(self.parse.words[a.last].end for a in numbers)]
        behind = [*(self.parse.words[a.first].start for a in numbers[1:]), within.end]
        found = (
            self._named(amount, start, stop, unit) or part_with(self.parse, amount, words, unit)
            for amount, start, stop in zip(numbers, starts, behind, strict=False)
        )
        return tuple(part for part in found if part)

    def _named(self, amount: Amount, start: int, stop: int, unit: str | None) -> Part | None:
        """The number with the last place named before it, else the first behind it, as far as no other number is."""
        first, last = self.parse.words[amount.first].start, self.parse.words[amount.last].end
        before, after = self._places(start, first), self._places(last, stop)
        span = before[-1] if before else after[0] if after else None
        return Part(span.of(self.parse.text), span, amount.count(self.parse, unit=unit)) if span else None

    def _places(self, start: int, end: int) -> list[Span]:
        area = Span(start, end) if start < end else None
        return [self._where[n] for n in self._shelf.near(area) if area.covers(self._where[n])] if area else []

    def _marked(self, role: str, within: Span) -> list[Told]:
        told = self.scene.hearing.beside(role, within)
        return [t for t in told if t.probability >= SURE and part_of(t.span, within)]
