"""Short names: "the Council" of a report in which only one body has a name that ends so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.domain.actor import Actor
from communique.domain.incident import Party
from communique.truce.agreements import Agreement

LONGEST = 5  # words of a short name


class Shortened:
    """The bodies that a report names or whose people it names, to find the one behind a short name."""

    def __init__(self, actors: Iterable[Actor], agreements: Sequence[Agreement]) -> None:
        bodies: dict[str, str] = {}
        for actor in actors:
            if actor.known is None:
                continue
            if actor.kind != "person":
                bodies.setdefault(actor.known, actor.name)
            for sides in (one.sides for one in agreements if one.sides.knows(actor.known)):
                # Only what somebody is part of: its own name is the report's.
                for key in sides.above(actor.known)[1:]:
                    bodies.setdefault(key, sides.name(key))
        self._ends: dict[tuple[str, ...], list[Party]] = {}
        for key, name in bodies.items():
            for end in _ends(name):
                self._ends.setdefault(end, []).append(Party(name, key))

    def body(self, actor: Actor | None) -> Party | None:
        """The one body whose name ends in the actor's; None if it is known itself, a person, or may be several."""
        if actor is None or actor.known is not None or actor.kind == "person":
            return None
        found = self._ends.get(tuple(actor.name.casefold().split()), ())
        return found[0] if len(found) == 1 else None


def _ends(name: str) -> list[tuple[str, ...]]:
    """What the name ends in, from its last word to all but its first; no more of it than anybody calls short."""
    words = tuple(name.casefold().split())
    return [words[-count:] for count in range(1, min(len(words), LONGEST + 1))]
