"""How grave a source calls a violation: what the model marks, given to the nearest claim that has no severity yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from communique.domain.span import Span
from communique.domain.truce import TruceClaim, ViolationClaim
from communique.language.truce.learned.labels import SEVERITY
from communique.language.truce.learned.model import Hearing, Told

SURE = 0.5
FAR = 200
"""Characters between a claim and what is said of its severity."""
AHEAD = 40
"""What a claim behind the severity is farther away than one before it: most verdicts come last."""

C = TypeVar("C", TruceClaim, ViolationClaim)


def severities_given(
    hearing: Hearing, truce: Sequence[TruceClaim], violations: Sequence[ViolationClaim]
) -> tuple[tuple[TruceClaim, ...], tuple[ViolationClaim, ...]]:
    """Both lists, with the severities that the grammar did not see."""
    every: list[TruceClaim | ViolationClaim] = [*truce, *violations]
    known = [c.severity_span for c in every if c.severity_span]
    for told in hearing.of(SEVERITY):
        if told.probability < SURE or any(told.span.overlaps(span) for span in known):
            continue
        claims: list[TruceClaim | ViolationClaim] = [*truce, *violations]
        open_ones = [c.span for c in claims if c.severity is None]
        nearest = min(open_ones, key=lambda span: _distance(span, told.span), default=None)
        if nearest is not None and _distance(nearest, told.span) <= FAR:
            truce, violations = _given(truce, nearest, told), _given(violations, nearest, told)
    return tuple(truce), tuple(violations)


def _given(claims: Sequence[C], nearest: Span, told: Told) -> list[C]:
    return [_graver(claim, told) if claim.span == nearest else claim for claim in claims]


def _graver(claim: C, told: Told) -> C:
    if claim.severity is not None:
        return claim
    return replace(claim, severity=told.qualities["value"].value, severity_span=told.span)


def _distance(claim: Span, severity: Span) -> int:
    if claim.overlaps(severity):
        return 0
    return severity.start - claim.end if severity.start >= claim.end else claim.start - severity.end + AHEAD
