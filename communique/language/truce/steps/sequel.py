"""What is to follow: each step given to the claim that it answers, in both lists at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from communique.domain.truce import TruceClaim, ViolationClaim
from communique.language.truce.belief.rebuttals import with_rebuttals
from communique.language.truce.gravity.judged import with_severity
from communique.language.truce.lexicon import truce_words
from communique.language.truce.scene import Scene
from communique.language.truce.standing.about import topics
from communique.language.truce.steps.steps import NONE, Found

FAR = 10  # sentences between a step and the claim it answers
NEAR = 4  # the same where another speaker makes the claim
LATER = 0.5  # a step answers what was told before rather than what is told behind it
OTHER_KIND = 0.6  # a step told with the truce answers a word on the truce, another one a violation
OTHER_SPEAKER = 1.5
APART = 0.002  # for each word between a step and a claim: of two in one sentence the nearer is answered
WIDEST = 100  # words, beyond which one more makes no difference
SAME = 0.5  # a step told in the words of the claim itself
SPEAKS = "Spokesperson"
BOTH = {"matters", "incidents", "cases", "violations", "breaches", "attacks", "counts", "episodes", "events"}
OF_TRUCE = {"suspension or end", "call for restraint"}  # what is suspended or to be kept is the truce

Claim = TruceClaim | ViolationClaim
C = TypeVar("C", TruceClaim, ViolationClaim)


@dataclass(frozen=True, slots=True)
class _Pair:
    cost: float
    step: int
    claim: int


def with_steps(
    scene: Scene, truce: Sequence[TruceClaim], violations: Sequence[ViolationClaim]
) -> tuple[tuple[TruceClaim, ...], tuple[ViolationClaim, ...]]:
    """Both lists with denials and severities told beside them, each step given to the nearest claim that has none yet.

    A step that answers no claim is left out.
    """
    violations = with_rebuttals(scene, truce, violations) if violations else violations
    truce, violations = with_severity(scene, truce, violations)
    return steps_given(scene, scene.steps, truce, violations)


def steps_given(
    scene: Scene, steps: Sequence[Found], truce: Sequence[TruceClaim], violations: Sequence[ViolationClaim]
) -> tuple[tuple[TruceClaim, ...], tuple[ViolationClaim, ...]]:
    """Both lists, each of the steps given to the nearest claim that has none yet; one that answers none is left out."""
    claims: list[Claim] = [*truce, *violations]
    if not claims or not steps:
        return tuple(truce), tuple(violations)
    given: dict[int, Found] = {}
    used: set[int] = set()
    twice = {n for n, found in enumerate(steps) if _of_both(found)}
    for pair in sorted(_pairs(scene, steps, claims), key=lambda p: (p.cost, p.claim, p.step)):
        if pair.step not in used and pair.claim not in given:
            given[pair.claim] = steps[pair.step]
            if pair.step in twice:
                twice.remove(pair.step)
            else:
                used.add(pair.step)
    return _all(truce, given, 0), _all(violations, given, len(truce))


def _of_both(found: Found) -> bool:
    """Whether the step answers two claims: "a report on both matters"."""
    words = found.step.text.lower().split()
    return any(a == "both" and b.strip(".,;") in BOTH for a, b in pairwise(words))


def _all(claims: Sequence[C], given: dict[int, Found], offset: int) -> tuple[C, ...]:
    return tuple(replace(c, step=given[n + offset].step) if n + offset in given else c for n, c in enumerate(claims))


def _pairs(scene: Scene, steps: Sequence[Found], claims: Sequence[Claim]) -> list[_Pair]:
    parse = scene.parse
    at = [parse.words[parse.first_at(c.span.start)].sentence for c in claims]
    speakers = {s.id: frozenset(s.source_actors) for s in scene.statements}
    found = []
    for n, step in enumerate(steps):
        named = topics(parse, range(*parse.sentences[step.sentence]), truce_words())
        deed = any(isinstance(c, ViolationClaim) and at[k] == step.sentence for k, c in enumerate(claims))
        unlike = OTHER_KIND * (2 if step.step.rung in OF_TRUCE else 1)
        apart = deed and step.step.rung != NONE
        about = step.step.rung in OF_TRUCE or (not apart and any(t.how != "loose" for t in named))
        said = speakers.get(scene.areas.said_in(step.step.span) or "", frozenset())
        for k, claim in enumerate(claims):
            if claim.step is not None:
                continue
            far = step.sentence - at[k]
            who = speakers.get(claim.said_in or "", frozenset())
            other = bool(said and who and not said & who) and not _speaks_for(scene, said, who)
            if abs(far) > (NEAR if other or far < 0 else FAR):
                continue
            words = min(WIDEST, abs(step.anchor - parse.first_at(claim.span.start)))
            cost = (
                APART * words
                + abs(far)
                + LATER * (far < 0)
                + OTHER_SPEAKER * other
                - SAME * claim.span.overlaps(step.step.span)
            )
            found.append(_Pair(cost + unlike * (about != isinstance(claim, TruceClaim)), n, k))
    return found


def _speaks_for(scene: Scene, said: frozenset[str], who: frozenset[str]) -> bool:
    """Whether those who tell of the step are spokesmen of the bodies that make the claim, as far as the text says."""
    figures = scene.cast.figures if scene.cast else {}
    bodies = {one for one in who if one in figures and not figures[one].is_person}
    offices = [of for one in said if one in figures for title, _, of in figures[one].titles if title == SPEAKS]
    return bool(bodies) and any(of is None or of in bodies for of in offices)
