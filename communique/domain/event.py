"""Events in PLOVER's terms."""

from __future__ import annotations

from dataclasses import dataclass

from communique.domain.provenance import Provenance
from communique.domain.span import Span
from communique.domain.truce import Count

# PLOVER's sixteen of 2021, from the friendliest to the most hostile.
TYPES = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)
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
    killed: Count | None = None
    injured: Count | None = None
    about: Span | None = None  # what a meeting, a call or talks are about
    process: str | None = None  # the process a meeting or a round belongs to, by its id
    instrument: str | None = None  # what is signed, joined, extended, suspended or left, by its id
