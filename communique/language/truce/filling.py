"""A truce claim from its words: scope, zones, count and its parts, period, parties, rule, severity, step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.domain.provenance import Provenance
from communique.domain.span import Span
from communique.domain.truce import Count, Part, Step, TruceClaim
from communique.language.truce.counting.blame import accused_of, breaker, keeper
from communique.language.truce.counting.breakdown import breakdown, kinds_among, stand_apart
from communique.language.truce.counting.counts import Tally
from communique.language.truce.counting.period import Period, period_in
from communique.language.truce.gravity.ladder import severity_in
from communique.language.truce.lexicon import TruceWords
from communique.language.truce.rules import rule_in
from communique.language.truce.scene import Scene
from communique.language.truce.scope import scope_of, zones_in
from communique.language.truce.standing.about import BREACHES

BY = "truce@2"
SURE = 0.75
BROKEN = "broken"
KEPT = {"holding", "mostly holding"}


class Filler:
    """Fills the fields of claims of one report."""

    def __init__(self, scene: Scene, lexicon: TruceWords) -> None:
        self.scene, self.parse, self.words = scene, scene.parse, lexicon

    def claim(
        self, status: str, words: list[int], tally: Tally | None = None, *, polarity: str = "asserted"
    ) -> TruceClaim:
        """The claim that the words in a row make; `tally` is the count it gives."""
        span = self.parse.span(words[0], words[-1])
        scope = scope_of(self.parse, words, self.words)
        scope_text = scope.of(self.parse.text) if scope else None
        claim = TruceClaim(
            id="",
            span=span,
            status=status,
            made=Provenance(BY, SURE),
            scope_text=scope_text,
            scope_span=scope,
            zones=zones_in(span.of(self.parse.text), scope_text, self.scene.zones),
            instrument=self.scene.instrument_in(words[0], words[-1]),
            violations=self.count(tally),
            said_in=self.scene.areas.said_in(span),
            polarity=polarity,
            rule=rule_in(self.parse.text, span),
        )
        if tally:
            claim = self.counted(claim, tally, words)
        elif status == BROKEN:
            claim = replace(claim, parties=self._breakers(words))
        elif status in KEPT:
            claim = replace(claim, parties=keeper(self.parse, self.scene.parties, words))
        step = self.scene.finder.none_in(words)
        return self.with_(claim, severity_in(self.parse, words, self.words), step)

    def counted(self, claim: TruceClaim, tally: Tally, words: Sequence[int]) -> TruceClaim:
        """The claim with what its count is made of, over which time it runs and to whom it is laid."""
        period = self._period(words)
        parties = accused_of(self.parse, self.scene.parties, tally.noun)
        parts = self._parts(tally, words)
        if claim.scope_span and any(p.span.overlaps(claim.scope_span) for p in parts):
            claim = replace(claim, scope_text=None, scope_span=None)  # where a part of the count is, not the whole
        stands = self.parse.words[tally.amount.last].end
        end = max([claim.span.end, stands, *(p.span.end for p in parts), *(p.count.span.end for p in parts)])
        return replace(
            claim,
            span=Span(claim.span.start, end),
            zones=self._zones(claim, parts),
            violations=self.count(tally),
            breakdown=parts,
            period=period.date,
            period_text=period.text(self.parse.text),
            cumulative=period.cumulative,
            parties=parties or breaker(self.parse, self.scene.parties, words),
        )

    def _breakers(self, words: Sequence[int]) -> tuple[str, ...]:
        """Who broke the truce, or whose breaches they are."""
        found = breaker(self.parse, self.scene.parties, words)
        nouns = [i for i in words if self.parse.words[i].lower in BREACHES]
        return found or next((a for i in nouns if (a := accused_of(self.parse, self.scene.parties, i))), ())

    def count(self, tally: Tally | None) -> Count | None:
        """The count as a noun of the record."""
        return tally.amount.count(self.parse, unit=tally.unit) if tally else None

    def with_(self, claim: TruceClaim, severity: tuple[str, Span] | None, step: Step | None) -> TruceClaim:
        """The claim with a severity and a step where it has none yet."""
        if severity and claim.severity is None:
            claim = replace(claim, severity=severity[0], severity_span=severity[1])
        return replace(claim, step=step) if step and claim.step is None else claim

    def _zones(self, claim: TruceClaim, parts: Sequence[Part]) -> tuple[str, ...]:
        """The zones of the whole claim: one that is only named in a part of the count is that part's."""
        text = " ".join(part.place.lower() for part in parts)
        scope = (claim.scope_text or "").lower()
        return tuple(z for z in claim.zones if z.lower() not in text or z.lower() in scope)

    def _period(self, words: Sequence[int]) -> Period:
        first, end = self.parse.sentences[self.parse.words[words[0]].sentence]
        # "Over the past day, the ministry said, 11 cases were registered": the time may stand before who says so.
        whole = period_in(self.parse, range(first, end), self.scene.dates)
        if whole.cumulative:
            return whole
        found = period_in(self.parse, words, self.scene.dates)
        return found if found.span is not None else whole

    def _parts(self, tally: Tally, words: Sequence[int]) -> tuple[Part, ...]:
        _, end = self.parse.sentences[self.parse.words[words[0]].sentence]
        last = words[-1]
        while last + 1 < end and self.scene.areas.of(last + 1) in {self.scene.areas.of(tally.noun), 0}:
            last += 1  # what stands behind a colon is another clause to the parse
        last = max(last, tally.amount.first - 1)  # a total in a line below
        parts = breakdown(self.parse, self.parse.span(words[0], last), unit=tally.unit, total=tally.amount)
        if len(parts) == 1 and (tally.noun <= tally.amount.last or tally.amount.high == 0):
            return ()  # "none in Lower Morrad and none in Port Adel"
        if parts and stand_apart(self.parse, tally, parts):
            return parts
        return parts + kinds_among(self.parse, words, tally.amount, self.words.units, tally.unit)
