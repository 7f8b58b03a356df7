"""A status and, behind a colon, the count it rests on: "Compliance stays high, the mission said: three violations"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.domain.span import hull
from communique.domain.truce import TruceClaim
from communique.language.truce.pieces import FINITE
from communique.language.words import Parse

ASIDE = 60
"""Characters of who says so, between a status and its count."""
UNSTATED = "unclear"
DASHES = (":", " –", " —")
BESIDE = (" with", " after", " amid")
NEXT = 9
"""Characters of one of these words and the comma before it."""


def counts_behind(parse: Parse, claims: Sequence[TruceClaim]) -> tuple[TruceClaim, ...]:
    """The claims in reading order, a bare count behind a colon put to the status that it is told of."""
    whole: list[TruceClaim] = []
    for claim in claims:
        if whole and _rests_on(parse, whole[-1], claim):
            whole[-1] = _with_count(whole[-1], claim)
        else:
            whole.append(claim)
    return tuple(whole)


def _rests_on(parse: Parse, one: TruceClaim, other: TruceClaim) -> bool:
    """Whether the second claim is no more than the count of the first: no verb, and a colon or "with" between."""
    stated = one.violations is None and one.status != UNSTATED
    if not stated or other.violations is None or other.status != UNSTATED or one.polarity != other.polarity:
        return False
    told = parse.text[one.span.start : other.span.start].rstrip(' “"')
    gap = other.span.start - one.span.end
    inside = parse.inside(other.span)
    same = parse.words[parse.inside(one.span)[-1]].sentence == parse.words[inside[0]].sentence
    behind = (0 < gap <= ASIDE and told.endswith(DASHES)) or (0 < gap <= NEXT and told.endswith(BESIDE))
    return same and behind and not any(parse.words[i].tag in FINITE for i in inside)


def _with_count(one: TruceClaim, other: TruceClaim) -> TruceClaim:
    return replace(
        one,
        span=hull([one.span, other.span]),
        violations=other.violations,
        breakdown=other.breakdown,
        period=one.period or other.period,
        period_text=one.period_text or other.period_text,
        cumulative=one.cumulative or other.cumulative,
        parties=one.parties or other.parties,
        severity=one.severity or other.severity,
        severity_span=one.severity_span or other.severity_span,
        step=one.step or other.step,
    )
