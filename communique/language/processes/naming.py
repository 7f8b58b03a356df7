"""What the finders hand to the joiner: one naming of a process in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.domain.span import Span

# "firm" names a process by itself; "weak" ("talks in Brunnhal") may be one meeting of two ministers, and "bare" ("the
# fourth round of talks") only points back: both need another naming beside them.
Strength = Literal["firm", "weak", "bare"]


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming: `label` is the place or format as written, `form` the head word its name takes ("talks")."""

    span: Span
    label: str
    form: str
    strength: Strength
    round: int | None = None

    @property
    def key(self) -> str:
        """By which two namings are one process: the place, and whether it is a conference, which meets beside talks."""
        place = self.label.lower().replace("’", "'")
        return f"{place} conference" if self.form == "conference" else place

    @property
    def name(self) -> str:
        return f"{self.label} {self.form}"
