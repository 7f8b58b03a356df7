"""What the grammar finds and what the model marks, made one."""

from __future__ import annotations

from communique.domain.truce import TruceClaim, ViolationClaim
from communique.language.truce.claims import truce_claims
from communique.language.truce.learned import steps_told, truce_told, violations_told
from communique.language.truce.learned.severities_told import severities_given
from communique.language.truce.scene import Scene
from communique.language.truce.sequel import steps_given, with_steps
from communique.language.truce.violations import violation_claims


def woven(scene: Scene) -> tuple[tuple[TruceClaim, ...], tuple[ViolationClaim, ...]]:
    """Both lists of a report's claims.

    The grammar's claims come first and take what the grammar tells beside them; what the model adds takes what is left,
    so that a claim it alone sees never robs one that both do.
    """
    truce, violations = (
        truce_told.mended(scene, truce_claims(scene)),
        violations_told.mended(scene, violation_claims(scene)),
    )
    truce, violations = with_steps(scene, truce, violations)
    truce = truce_told.joined(scene, truce_told.believed(scene, truce))
    violations = violations_told.joined(scene, violations, truce)
    more = steps_told.alone(scene.finder, scene.steps, scene.hearing)
    truce, violations = steps_given(scene, more, truce, violations)
    return severities_given(scene.hearing, truce, violations)
