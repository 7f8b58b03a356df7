"""How grave it was, where that is said beside the claim or in the next sentence: "It was a grave breach." """

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from communique.domain.span import Span
from communique.domain.truce import TruceClaim, ViolationClaim
from communique.language.truce.gravity.grade_targets import Grade
from communique.language.truce.gravity.grades import Grades
from communique.language.truce.gravity.severity_words import severity_words
from communique.language.truce.scene import Scene
from communique.language.words import Parse

C = TypeVar("C", TruceClaim, ViolationClaim)
MANY = {"they", "them", "these", "those", "all", "both", "each", "every", "none"}
TOLD = {
    "broken",
    "unclear",
    "strained",
    "mostly holding",
}  # what is said of violations, and not of a truce that is kept


def with_severity(
    scene: Scene, truce: Sequence[TruceClaim], violations: Sequence[ViolationClaim]
) -> tuple[tuple[TruceClaim, ...], tuple[ViolationClaim, ...]]:
    """Both lists, each severity given to the nearest claim before it that has none: a violation rather than a count."""
    parse, words = scene.parse, severity_words()
    own, deeds = list(truce), list(violations)
    if not own and not deeds:
        return (), ()
    own = [_elsewhere(parse, claim, deeds) for claim in own]
    grades = Grades(parse, words)
    spans = [*(c.span for c in own), *(c.span for c in deeds)]
    claimed = {parse.words[parse.first_at(span.start)].sentence for span in spans}
    around = {n + step for n in claimed for step in (-1, 0, 1, 2)}
    for number in sorted(n for n in around if 0 <= n < len(parse.sentences)):
        for grade in grades.of(range(*parse.sentences[number])):
            span = parse.span(grade.first, grade.last)
            given = [*(c.severity_span for c in own), *(c.severity_span for c in deeds)]
            if any(other and other.overlaps(span) for other in given):
                continue
            far = grade.back and not grade.loose  # what a truce does not cover is no verdict on another sentence's deed
            for sentence in (number, number - 1, number + 1, number - 2) if far else (number,):
                at = _Place(parse, grade, span, sentence, near=sentence == number)
                if at.given(own, counted=True) or at.given(deeds) or at.given(own):
                    break
    return tuple(own), tuple(deeds)


def _elsewhere(parse: Parse, claim: TruceClaim, deeds: Sequence[ViolationClaim]) -> TruceClaim:
    """The claim without a severity that a later sentence states of a deed told in between."""
    if claim.severity_span is None or claim.span.overlaps(claim.severity_span):
        return claim
    here = parse.words[parse.first_at(claim.span.start)].sentence
    there = parse.words[parse.first_at(claim.severity_span.start)].sentence
    between = [d for d in deeds if here < parse.words[parse.first_at(d.span.start)].sentence < there]
    return replace(claim, severity=None, severity_span=None) if between else claim


@dataclass(frozen=True, slots=True)
class _Place:
    """A severity to be given to the claims of one sentence; `near` where it stands in that sentence itself."""

    parse: Parse
    grade: Grade
    span: Span
    sentence: int
    near: bool

    def given(self, claims: list[C], *, counted: bool = False) -> bool:
        """Gives it to the last of the claims that may have it, or to all of them: "they are minor"."""
        here = [n for n, c in enumerate(claims) if self._fits(c, counted=counted)]
        target = self.grade.target
        many = target is not None and self.parse.words[target].lower in MANY
        for n in here if many else here[-1:]:
            claims[n] = replace(claims[n], severity=self.grade.name, severity_span=self.span)
        return bool(here)

    def _fits(self, claim: TruceClaim | ViolationClaim, *, counted: bool) -> bool:
        if self.parse.words[self.parse.first_at(claim.span.start)].sentence != self.sentence or claim.severity:
            return False
        if counted and not (isinstance(claim, TruceClaim) and claim.violations):
            return False
        return _may(claim) and (self.grade.back or not self.near or _within(self.parse, claim, self.grade))


def _may(claim: TruceClaim | ViolationClaim) -> bool:
    return isinstance(claim, ViolationClaim) or bool(claim.violations) or claim.status in TOLD


def _within(parse: Parse, claim: TruceClaim | ViolationClaim, grade: Grade) -> bool:
    """Whether the claim holds the violation that is judged, or the judgement."""
    told = [i for i in (grade.first, grade.target) if i is not None]
    return any(claim.span.start <= parse.words[i].start < claim.span.end for i in told)
