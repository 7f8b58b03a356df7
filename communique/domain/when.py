"""When: the dates a report names, with the precision it gives them."""

from __future__ import annotations

from dataclasses import dataclass

from communique.domain.provenance import Provenance
from communique.domain.span import Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as the text has it. `start` and `end` are ISO dates, both inclusive, None where not known.

    A date whose year the text does not say and the publication date does not give keeps `start` None and precision
    "unknown": a year is never guessed. `end` is None for a single day.
    """

    id: str
    span: Span
    text: str
    precision: str  # day, month, year, unknown
    made: Provenance
    start: str | None = None
    end: str | None = None
