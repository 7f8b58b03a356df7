"""Violation claims by grammar and by the model, made one list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.domain.provenance import Provenance
from communique.domain.truce import Count, TruceClaim, ViolationClaim
from communique.language.truce.belief.polarity import Polarity
from communique.language.truce.deeds.evidence import Evidence, evidence_of
from communique.language.truce.deeds.groups import Group
from communique.language.truce.deeds.violations import Claims
from communique.language.truce.learned.labels import INJURED, KILLED, VIOLATION
from communique.language.truce.learned.matching import (
    answering,
    head_of,
    part_of,
    untold,
    worded,
)
from communique.language.truce.learned.model import Told
from communique.language.truce.learned.numbers import amount_at
from communique.language.truce.learned.trust import Trust, Trusts, better_span, doubted
from communique.language.truce.pieces import Piece, is_verb
from communique.language.truce.scene import Scene

TRUSTS = Trusts(whole=Trust(0.5, 0.2), parts=Trust(0.95, 0.0))
EXCUSED = "expressly no violation"
"""What the model says of a deed that is excused; the grammar's type says which deed it was."""
SURE = 0.95
"""How likely a type must be to be taken instead of the grammar's."""
SURE_POLARITY = 0.7
"""And how likely a polarity."""


class ViolationsTold:
    """The violations that the model tells of in one report."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.parse = scene, scene.parse
        self.claims = Claims(scene)
        self.trust = TRUSTS.of(scene.hearing)
        self.told = scene.hearing.of(VIOLATION)
        self.spans = [told.span for told in self.told]

    def mended(self, claims: Sequence[ViolationClaim]) -> tuple[ViolationClaim, ...]:
        """The grammar's claims, mended where the model is sure, in their order."""
        answers = self._answers(claims)
        return tuple(
            self._mended(claim, self.told[n]) if (n := answers.get(k)) is not None else claim
            for k, claim in enumerate(claims)
        )

    def believed(self, claims: Sequence[ViolationClaim]) -> tuple[ViolationClaim, ...]:
        """The claims without those in whose words, once read, the model sees nothing."""
        answers = self._answers(claims)
        return tuple(
            claim
            for k, claim in enumerate(claims)
            if k in answers or not doubted(self.scene.hearing, VIOLATION, claim.span, self.trust.doubt)
        )

    def joined(self, claims: Sequence[ViolationClaim], truce: Sequence[TruceClaim]) -> tuple[ViolationClaim, ...]:
        """The claims and those that the model alone sees, in reading order; what a truce claim counts is told there."""
        taken = set(self._answers(claims).values())
        new = untold(self.spans, [*(c.span for c in claims), *(c.span for c in truce if c.violations)])
        alone = [self.told[n] for n in new if n not in taken and self.told[n].sure("type") >= self.trust.firm]
        every = [*claims, *(made for t in alone if (made := self._made(t)))]
        ordered = sorted(every, key=lambda c: (c.span.start, c.span.end))
        return tuple(replace(claim, id=f"v{n}") for n, claim in enumerate(ordered, 1))

    def _answers(self, claims: Sequence[ViolationClaim]) -> dict[int, int]:
        return answering(self.spans, [c.span for c in claims])

    def _made(self, told: Told) -> ViolationClaim | None:
        """The claim that the model alone sees."""
        words = worded(self.parse, told.span)
        if not words:
            return None
        kind = told.qualities["type"]
        claim = self.claims.of(self._group(words, told.qualities["polarity"].value), words)
        claim = replace(claim, type=kind.value, made=Provenance(self.scene.hearing.by, round(told.sure("type"), 2)))
        return self._with_tolls(claim, told)

    def _mended(self, claim: ViolationClaim, told: Told) -> ViolationClaim:
        """The grammar's claim with what the model is sure of."""
        kind, polarity = told.qualities["type"], told.qualities["polarity"]
        if kind.probability >= SURE and not kind.value.startswith(EXCUSED):
            claim = replace(claim, type=kind.value)
        if polarity.probability >= SURE_POLARITY:
            claim = replace(claim, polarity=polarity.value)
        claim = replace(claim, span=better_span(self.scene, claim.span, told))
        return self._with_tolls(claim, told)

    def _with_tolls(self, claim: ViolationClaim, told: Told) -> ViolationClaim:
        killed = claim.killed or self._toll(KILLED, told)
        return replace(claim, killed=killed, injured=claim.injured or self._toll(INJURED, told))

    def _toll(self, role: str, told: Told) -> Count | None:
        spans = [one.span for one in self.scene.hearing.beside(role, told.span) if part_of(one.span, told.span)]
        found = [amount.count(self.parse) for span in spans if (amount := amount_at(self.parse, span))]
        return found[0] if found else None

    def _group(self, words: Sequence[int], polarity: str) -> Group:
        """What the claim's words would be to the grammar: the deed is the word on which the others hang."""
        head = head_of(self.parse, words)
        piece = Piece(head, tuple(words), self.scene.areas.of(head))
        deed = Evidence(verbs=(head,)) if is_verb(self.parse.words[head]) else Evidence(nouns=(head,))
        evidence = evidence_of(self.parse, piece, self.claims.lexicon) or deed
        return Group([piece], [evidence], Polarity(polarity))
