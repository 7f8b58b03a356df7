"""Where the truce stands and what is alleged against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.language.draft import Draft
from communique.language.truce import find_truce, find_violations


@dataclass(frozen=True)
class TruceStage:
    """Gives the truce claims and the violation claims; `zones` are the names of the zones that the packs know."""

    zones: Sequence[str] = ()
    name: str = "truce@1"
    needs: frozenset[str] = frozenset(
        {"parse", "cast", "statements", "actors", "places", "place_mentions", "dates", "instruments"}
    )
    gives: frozenset[str] = frozenset({"truce", "violations"})

    def __call__(self, draft: Draft) -> Draft:
        known = {actor.id for actor in draft.actors}
        truce = find_truce(
            draft.parse, statements=draft.statements, instruments=draft.instruments, zones_known=self.zones
        )
        violations = find_violations(
            draft.parse,
            statements=draft.statements,
            actors=[a for a in draft.cast.appearances if a.figure in known],
            places=draft.place_mentions,
            dates=draft.dates,
        )
        return replace(draft, truce=truce, violations=violations)
