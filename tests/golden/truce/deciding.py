"""What a person would decide: of the pairs that the matcher proposes, those that are one happening are joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.domain.incident import Incident
from communique.record.groups import Link

from .expected import load
from .finding import Weeks


def joins(weeks: Weeks, proposed: Sequence[Link]) -> Iterator[tuple[str, ...]]:
    """The keys of claims to join, a tuple for each expected incident that stands in parts and is proposed as one.

    Parts that nothing proposes to join stay apart: the matcher has missed them, and no person would find them.
    """
    for one in load().incident:
        found = [claim for claim in map(weeks.claim, one.claim) if claim is not None]
        homes = {home.key: home for home in map(weeks.home, found)}
        if len(homes) > 1:
            yield from _linked(list(homes.values()), proposed)


def _linked(homes: Sequence[Incident], proposed: Sequence[Link]) -> Iterator[tuple[str, ...]]:
    at = {claim.key: home.key for home in homes for claim in home.claims}
    for link in proposed:
        one, other = at.get(link.one), at.get(link.other)
        if one is not None and other is not None and one != other:
            yield (link.one, link.other)
            at = {key: one if home == other else home for key, home in at.items()}
