"""Instruments (resolutions, memoranda, agreements) and processes (Geneva, Astana) a report invokes."""

from __future__ import annotations

from dataclasses import dataclass

from communique.domain.provenance import Provenance
from communique.domain.span import Span


@dataclass(frozen=True, slots=True)
class Instrument:
    """A text that parties adopted or signed; `date` is the id of a DateMention, `known` its key in a pack."""

    id: str
    kind: str  # resolution, agreement, memorandum, communique, …
    name: str
    spans: tuple[Span, ...]
    made: Provenance
    date: str | None = None
    known: str | None = None


@dataclass(frozen=True, slots=True)
class Process:
    """A series of talks; `round` as the text counts it ("fourth" → 4), None where it does not."""

    id: str
    name: str
    spans: tuple[Span, ...]
    made: Provenance
    round: int | None = None
    known: str | None = None
