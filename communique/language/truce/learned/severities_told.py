"""How grave a source calls a violation: what the model marks, given to the nearest claim that has no severity yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.domain.span import Span
from communique.domain.truce import TruceClaim, ViolationClaim
from communique.language.truce.learned.labels import SEVERITY
from communique.language.truce.learned.model import Hearing, Told
from communique.language.truce.learned.shelf import Shelf

SURE = 0.7
FAR = 200
"""Characters between a claim and what is said of its severity."""
AHEAD = 40
"""What a claim behind the severity is farther away than one before it: most verdicts come last."""


def severities_given(
    hearing: Hearing, truce: Sequence[TruceClaim], violations: Sequence[ViolationClaim]
) -> tuple[tuple[TruceClaim, ...], tuple[ViolationClaim, ...]]:
    """Both lists, with the severities that the grammar did not see."""
    claims: list[TruceClaim | ViolationClaim] = [*truce, *violations]
    known = Shelf([c.severity_span for c in claims if c.severity_span])
    shelf = Shelf([c.span for c in claims])
    for told in hearing.of(SEVERITY):
        if told.probability < SURE or known.near(told.span):
            continue
        open_ones = [n for n in shelf.near(told.span, FAR) if claims[n].severity is None]
        nearest = min(open_ones, key=lambda n: _distance(claims[n].span, told.span), default=None)
        if nearest is not None and _distance(claims[nearest].span, told.span) <= FAR:
            claims[nearest] = _graver(claims[nearest], told)
    return (
        tuple(c for c in claims[: len(truce)] if isinstance(c, TruceClaim)),
        tuple(c for c in claims[len(truce) :] if isinstance(c, ViolationClaim)),
    )


def _graver(claim: TruceClaim | ViolationClaim, told: Told) -> TruceClaim | ViolationClaim:
    return replace(claim, severity=told.qualities["value"].value, severity_span=told.span)


def _distance(claim: Span, severity: Span) -> int:
    if claim.overlaps(severity):
        return 0
    return severity.start - claim.end if severity.start >= claim.end else claim.start - severity.end + AHEAD
