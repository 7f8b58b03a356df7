"""The answer to one question about scope."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes, no, or None where what is known does not decide; `keys` are the parties it rests on."""

    answer: bool | None
    reason: str
    keys: tuple[str, ...] = ()
