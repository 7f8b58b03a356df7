"""Where the truce stands and what is alleged against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.language.draft import Draft
from communique.language.dramatis import actors_of, mentions_of
from communique.language.truce.learned.model import ClaimModel, Hearing
from communique.language.truce.learned.passages import all_passages, is_short, passages_near_truce
from communique.language.truce.learned.places_told import PlacesTold
from communique.language.truce.learned.weaving import woven
from communique.language.truce.scene import Ladder, Scene
from communique.language.words import Parse

TOWNS = {"city", "town", "village", "capital"}


@dataclass(frozen=True)
class TruceStage:
    """Gives the truce claims and the violation claims, and actors and places anew: those that only a claim tells of.

    `zones` are the names of the zones that the packs know, `ladder` their words for the steps of the response ladder.
    """

    zones: Sequence[str] = ()
    ladder: Ladder = ()
    model: ClaimModel | None = None
    everywhere: bool = False
    """Whether the model reads all sentences, not only those near a truce."""
    needs: frozenset[str] = frozenset(
        {"parse", "cast", "statements", "actors", "places", "place_mentions", "dates", "instruments"}
    )
    gives: frozenset[str] = frozenset({"truce", "violations", "actors", "actor_mentions", "places", "place_mentions"})

    @property
    def name(self) -> str:
        """The stage with its version, the model's, and what of a report the model reads."""
        where = "everywhere" if self.everywhere else "near"
        return f"truce@3+{self.model.version}-{where}" if self.model else "truce@3"

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
            hearing=self._heard(draft.parse),
        )
        truce, violations = woven(scene)
        placed = PlacesTold(scene, draft.places).of_deeds(violations)
        return replace(
            draft,
            truce=truce,
            violations=placed.violations,
            places=(*draft.places, *placed.places),
            place_mentions=(*draft.place_mentions, *placed.mentions),
            actors=actors_of(draft.cast),
            actor_mentions=mentions_of(draft.cast),
        )

    def _heard(self, parse: Parse) -> Hearing:
        """What the model marks in what it reads."""
        if self.model is None:
            return Hearing()
        chosen = all_passages(parse) if self.everywhere else passages_near_truce(parse)
        return replace(self.model.read(parse.text, chosen), whole=is_short(parse))
