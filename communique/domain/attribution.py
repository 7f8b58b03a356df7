"""Statements: who is reported to have said what, on whose authority."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.domain.provenance import Provenance
from communique.domain.span import Span

Mode = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Unsaid:
    """A saying that the report negates ("did not say"), only supposes ("would say") or gives to nobody.

    It is no statement: nobody vouches for the content. It is kept because what was not said is often asked.
    """

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source_spans: tuple[Span, ...]
    made: Provenance


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution. `source_spans` may be empty: then `anonymous` is true and nobody is made up for it.

    `chain` runs from the outermost voucher (the outlet) to the speaker, in the actors' canonical names. `within` is
    the id of the statement whose content holds this one. A content in several pieces has several spans.
    """

    id: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source_spans: tuple[Span, ...]
    source_actors: tuple[str, ...]
    mode: Mode
    stance: str
    chain: tuple[str, ...]
    made: Provenance
    anonymous: bool = False
    told_to: str | None = None
    within: str | None = None
    confidences: tuple[tuple[str, float], ...] = ()  # per field: source, cue, content, speaker, link
