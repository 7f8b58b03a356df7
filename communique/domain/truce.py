"""Claims about a truce and about violations of it: one speaker's words, each field with its own span."""

from __future__ import annotations

from dataclasses import dataclass

from communique.domain.provenance import Provenance
from communique.domain.span import Span


@dataclass(frozen=True, slots=True)
class Count:
    """A number as the text gives it; a bound it does not give is None ("several": low 2, high None)."""

    text: str
    span: Span
    low: int | None = None
    high: int | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the response ladder that a source calls for, announces, reports or rules out ("none")."""

    rung: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class TruceClaim:
    """One opinion on whether a truce holds, tied to the statement that carries it."""

    id: str
    span: Span
    status: str
    made: Provenance
    scope_text: str | None = None
    scope_span: Span | None = None
    zones: tuple[str, ...] = ()
    instrument: str | None = None
    violations: Count | None = None
    severity: str | None = None
    severity_span: Span | None = None
    step: Step | None = None
    said_in: str | None = None


@dataclass(frozen=True, slots=True)
class ViolationClaim:
    """One alleged violation as one speaker tells it."""

    id: str
    span: Span
    type: str
    made: Provenance
    weapon: str | None = None
    date: str | None = None
    place: str | None = None
    alleged_party: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    killed: Count | None = None
    injured: Count | None = None
    said_in: str | None = None
