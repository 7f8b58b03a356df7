"""What the grammar finds and what the model marks, made one."""

from __future__ import annotations

from communique.domain.truce import TruceClaim, ViolationClaim
from communique.language.truce.claims import truce_claims
from communique.language.truce.deeds.violations import violation_claims
from communique.language.truce.learned import steps_told
from communique.language.truce.learned.counts_behind import counts_behind
from communique.language.truce.learned.parties_told import PartiesTold
from communique.language.truce.learned.second_counts import SecondCounts
from communique.language.truce.learned.severities_told import severities_given
from communique.language.truce.learned.truce_told import TruceTold
from communique.language.truce.learned.violations_told import ViolationsTold
from communique.language.truce.scene import Scene
from communique.language.truce.steps.sequel import steps_given, with_steps


def woven(scene: Scene) -> tuple[tuple[TruceClaim, ...], tuple[ViolationClaim, ...]]:
    """Both lists of a report's claims.

    The grammar's claims come first and take what the grammar tells beside them; what the model adds takes what is left,
    so that a claim it alone sees never robs one that both do.
    """
    told, deeds = TruceTold(scene), ViolationsTold(scene)
    truce, violations = with_steps(scene, told.mended(truce_claims(scene)), deeds.mended(violation_claims(scene)))
    truce = SecondCounts(scene).parted(counts_behind(scene.parse, told.joined(told.believed(truce))))
    violations = deeds.joined(deeds.believed(violations), truce)
    more = steps_told.alone(scene.finder, scene.steps, scene.hearing)
    truce, violations = steps_given(scene, more, truce, violations)
    parties = PartiesTold(scene)
    return severities_given(scene.hearing, parties.of_truce(truce), parties.of_deeds(violations))
