"""Short names: "the Council" of a report in which only one body has a name that ends so, and "the Council's office"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.domain.actor import Actor
from communique.domain.attribution import Statement
from communique.domain.incident import Citation, Party
from communique.domain.truce import Step
from communique.truce.agreements import Agreement
from communique.truce.citing import Citing

LONGEST = 5  # words of a short name
# Through these a body speaks: "the Council's medical office" is the Council's word, "the Council's enemies" are not.
DESKS = re.compile(
    r"^(?:the )?(.{1,80}?)['’]s? (?:[\w-]+ ){0,3}?"
    r"(?:office|service|department|bureau|desk|centre|center|command|headquarters|secretariat|directorate|spokes\w{3,6})$",
    re.IGNORECASE,
)


class Shortened:
    """The bodies that a report names or whose people it names, to find the one behind a short name."""

    def __init__(self, actors: Iterable[Actor], agreements: Sequence[Agreement]) -> None:
        bodies: dict[str, str] = {}
        self._actors = {actor.id: actor for actor in actors}
        for actor in self._actors.values():
            if actor.known is None:
                continue
            if actor.kind != "person":
                bodies.setdefault(actor.known, actor.name)
            for sides in (one.sides for one in agreements if one.sides.knows(actor.known)):
                # Only what somebody is part of: its own name is the report's.
                for key in sides.above(actor.known)[1:]:
                    bodies.setdefault(key, sides.name(key))
        self._whole = {name.casefold(): Party(name, key) for key, name in bodies.items()}
        self._ends: dict[tuple[str, ...], list[Party]] = {}
        for key, name in bodies.items():
            for end in _ends(name):
                self._ends.setdefault(end, []).append(Party(name, key))

    def body(self, actor: Actor | None) -> Party | None:
        """The one body whose name ends in the actor's; None if it is known itself, a person, or may be several."""
        if actor is None or actor.known is not None or actor.kind == "person":
            return None
        return self._one(actor.name)

    def speaker(self, actor: Actor | None) -> Party | None:
        """The body behind a speaker's short name, or whose office the speaker is: "the Council's medical office"."""
        if actor is None or actor.known is not None:
            return None
        owner = DESKS.match(actor.name)
        if owner is None:
            return self.body(actor)
        return self._whole.get(owner[1].casefold()) or self._one(owner[1])

    def speaking(self, statement: Statement | None) -> Party | None:
        """The body behind the short name of a statement's one speaker; None where it needs none."""
        speakers = statement.source_actors if statement else ()
        return self.speaker(self._actors.get(speakers[0])) if len(speakers) == 1 else None

    def _one(self, name: str) -> Party | None:
        found = self._ends.get(tuple(name.casefold().split()), ())
        return found[0] if len(found) == 1 else None


def cited_step(step: Step, citing: Citing, shortened: Shortened) -> Citation:
    """The citation of a step, which often stands in another sentence than the claim it belongs to."""
    told = citing.told_in(step.span)
    return said_by(shortened.speaking(told), citing.of((step.span,), told.id if told else None))


def said_by(body: Party | None, cited: Citation) -> Citation:
    """The citation with the body's full name for the short one at the end of its chain: they are one voice."""
    if body is None or not body.name.casefold().endswith(cited.origin.casefold()):
        return cited
    return replace(cited, chain=(*cited.chain[:-1], body.name))


def _ends(name: str) -> list[tuple[str, ...]]:
    """What the name ends in, from its last word to all but its first; no more of it than anybody calls short."""
    words = tuple(name.casefold().split())
    return [words[-count:] for count in range(1, min(len(words), LONGEST + 1))]
