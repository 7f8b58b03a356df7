"""Events in PLOVER's terms."""

from __future__ import annotations

from dataclasses import dataclass

from communique.domain.provenance import Provenance
from communique.domain.span import Span

REALITIES = ("happened", "ongoing", "planned", "called for", "denied", "hypothetical")


@dataclass(frozen=True, slots=True)
class Event:
    """One event: PLOVER `type` and `mode`, the actors' ids, how real it is, and the statement it stands in, if any."""

    id: str
    type: str
    span: Span
    reality: str
    made: Provenance
    mode: str | None = None
    initiators: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None
    said_in: str | None = None
