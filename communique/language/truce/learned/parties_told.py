"""Whom the model takes for doers and sufferers in claims of which the grammar does not tell it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.domain.span import Span
from communique.domain.truce import TruceClaim, ViolationClaim
from communique.language.truce.learned.labels import ACCUSED, VICTIM
from communique.language.truce.learned.matching import head_of, part_of
from communique.language.truce.parties import MOST
from communique.language.truce.scene import Scene

SURE = 0.6
"""How likely words must name a party."""
BLAMED = frozenset({"broken", "unclear"})
"""What a truce claim says that lays breaches to somebody."""


class PartiesTold:
    """The parties that the model marks in one report."""

    def __init__(self, scene: Scene) -> None:
        self.scene, self.parse = scene, scene.parse

    def of_truce(self, claims: Sequence[TruceClaim]) -> tuple[TruceClaim, ...]:
        """The claims, each breach or count that is laid to nobody with whom the model takes for its doers."""
        return tuple(self._laid(claim) for claim in claims)

    def of_deeds(self, claims: Sequence[ViolationClaim]) -> tuple[ViolationClaim, ...]:
        """The claims, each without a doer or a sufferer with those that the model marks in its words."""
        return tuple(self._told(claim) for claim in claims)

    def _laid(self, claim: TruceClaim) -> TruceClaim:
        if claim.parties or claim.status not in BLAMED or claim.breakdown:
            return claim
        return replace(claim, parties=self._named(ACCUSED, claim.span))

    def _told(self, claim: ViolationClaim) -> ViolationClaim:
        accused = claim.alleged_party or self._named(ACCUSED, claim.span)
        victims = claim.victims or tuple(v for v in self._named(VICTIM, claim.span) if v not in accused)
        return replace(claim, alleged_party=accused, victims=victims)

    def _named(self, role: str, within: Span) -> tuple[str, ...]:
        """The actors that the spans of the role name in the words of a claim."""
        heads = [
            head_of(self.parse, list(words)) for s in self._marked(role, within) if (words := self.parse.inside(s))
        ]
        return self.scene.parties.named(heads)[:MOST]

    def _marked(self, role: str, within: Span) -> list[Span]:
        told = self.scene.hearing.beside(role, within)
        return [t.span for t in told if t.probability >= SURE and part_of(t.span, within)]
