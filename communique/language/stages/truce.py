"""Where the truce stands and what is alleged against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.language.draft import Draft
from communique.language.dramatis import actors_of, mentions_of
from communique.language.truce.claims import truce_claims
from communique.language.truce.scene import Ladder, Scene
from communique.language.truce.sequel import with_steps
from communique.language.truce.violations import violation_claims

TOWNS = {"city", "town", "village", "capital"}


@dataclass(frozen=True)
class TruceStage:
    """Gives the truce claims and the violation claims, and the actors anew: parties that only a claim describes.

    `zones` are the names of the zones that the packs know, `ladder` their words for the steps of the response ladder.
    """

    zones: Sequence[str] = ()
    ladder: Ladder = ()
    name: str = "truce@2"
    needs: frozenset[str] = frozenset(
        {"parse", "cast", "statements", "actors", "places", "place_mentions", "dates", "instruments"}
    )
    gives: frozenset[str] = frozenset({"truce", "violations", "actors", "actor_mentions"})

    def __call__(self, draft: Draft) -> Draft:
        known = {actor.id for actor in draft.actors}
        scene = Scene(
            draft.parse,
            statements=draft.statements,
            instruments=draft.instruments,
            actors=[a for a in draft.cast.appearances if a.figure in known],
            places=draft.place_mentions,
            dates=draft.dates,
            zones=self.zones,
            ladder=self.ladder,
            towns=frozenset(place.name for place in draft.places if place.kind in TOWNS),
            cast=draft.cast,
        )
        truce, violations = with_steps(scene, truce_claims(scene), violation_claims(scene))
        return replace(
            draft,
            truce=truce,
            violations=violations,
            actors=actors_of(draft.cast),
            actor_mentions=mentions_of(draft.cast),
        )
