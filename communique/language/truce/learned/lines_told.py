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
from communique.language.truce.scene import Scene

SURE = 0.5
"""How likely a number must be a line of a breakdown, or a count."""


class LinesTold:
    """The lines that the model marks in one report."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.parse = scene, scene.parse
        self._where = [mention.span for mention in scene.places if mention.place]
        self._shelf = Shelf(self._where)

    def fill(self, span: Span) -> bool:
        """Whether a span gives lines and no count: the breakdown of the claim before it, and no claim."""
        return len(self._marked(LINE, span)) >= LEAST and not self._marked(COUNT, span)

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
            part_with(self.parse, amount, words, unit) or self._named(amount, start, stop, unit)
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
