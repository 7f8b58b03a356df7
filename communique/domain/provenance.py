"""Who or what made a finding, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provenance:
    """`by` is "stage@version"; `confidence` is a probability in 0–1, None where the stage has none to give."""

    by: str
    confidence: float | None = None
