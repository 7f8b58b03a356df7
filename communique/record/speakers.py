"""Who speaks in a statement, by name."""

from __future__ import annotations

from dataclasses import dataclass

from communique.domain.attribution import Statement
from communique.domain.reading import Findings, Reading


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker's name; `actor` is the actor's id in the reading, None where the source is a text and nobody's name."""

    name: str
    actor: str | None


def speakers(reading: Reading, statement: Statement) -> tuple[Speaker, ...]:
    """The source actors and, for "the two sides", their members too; else the words of the source; else nobody."""
    named = [Speaker(name, actor) for actor, name in _actors(reading.findings, statement.source_actors).items()]
    if named or not statement.source_spans:
        return tuple(named)
    return (Speaker(" ".join(span.of(reading.report.text) for span in statement.source_spans), None),)


def _actors(findings: Findings, ids: tuple[str, ...]) -> dict[str, str]:
    known = {actor.id: actor for actor in findings.actors}
    found: dict[str, str] = {}
    waiting = list(ids)
    while waiting:
        actor = known.get(waiting.pop(0))
        if actor is not None and actor.id not in found:
            found[actor.id] = actor.name
            waiting.extend(actor.members)
    return found
