"""What is to follow a violation: the steps told in its sentence or beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.domain.truce import ViolationClaim
from communique.language.truce.about import topics
from communique.language.truce.lexicon import truce_words
from communique.language.truce.scene import Scene

NEXT = 2  # sentences behind a violation in which a step may still answer it


def with_steps(scene: Scene, claims: Sequence[ViolationClaim]) -> tuple[ViolationClaim, ...]:
    """The claims, each step given to the one nearest to it; steps told of the truce itself are left to the truce."""
    parse, made = scene.parse, list(claims)
    if not made:
        return ()
    at = [parse.words[parse.first_at(c.span.start)].sentence for c in made]
    for found in scene.steps:
        if topics(parse, range(*parse.sentences[found.sentence]), truce_words()):
            continue
        near = [n for n, s in enumerate(at) if 0 <= found.sentence - s <= NEXT and made[n].step is None]
        if near:
            n = max(near, key=lambda n: (at[n], -n))
            made[n] = replace(made[n], step=found.step)
    for n, claim in enumerate(made):
        if claim.step is None and not topics(parse, range(*parse.sentences[at[n]]), truce_words()):
            none = scene.finder.none_in(list(range(*parse.sentences[at[n]])))
            made[n] = replace(claim, step=none) if none else claim
    return tuple(made)
