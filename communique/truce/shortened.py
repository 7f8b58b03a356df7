"""Short names: "the Council" of a report in which only one body has a name that ends so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.domain.actor import Actor
from communique.domain.incident import Party
from communique.truce.agreements import Agreement


class Shortened:
    """The bodies that a report names or whose people it names, to find the one behind a short name."""

    def __init__(self, actors: Iterable[Actor], agreements: Sequence[Agreement]) -> None:
        self._bodies: dict[str, str] = {}
        for actor in actors:
            if actor.known is None:
                continue
            if actor.kind != "person":
                self._bodies.setdefault(actor.known, actor.name)
            for sides in (one.sides for one in agreements if one.sides.knows(actor.known)):
                # Only what somebody is part of: its own name is the report's.
                for key in sides.above(actor.known)[1:]:
                    self._bodies.setdefault(key, sides.name(key))

    def body(self, actor: Actor | None) -> Party | None:
        """The one body whose name ends in the actor's; None if it is known itself, a person, or may be several."""
        if actor is None or actor.known is not None or actor.kind == "person":
            return None
        short = actor.name.casefold().split()
        found = [Party(name, key) for key, name in self._bodies.items() if _ends(name.casefold().split(), short)]
        return found[0] if len(found) == 1 else None


def _ends(name: list[str], short: list[str]) -> bool:
    return 0 < len(short) < len(name) and name[-len(short) :] == short
