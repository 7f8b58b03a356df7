"""What is counted: for each field of each claim, how many values the gold has, the reading has, and both have alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Mark:
    """One field of one claim. `expected` and `got` say in words what stood there, for the table of errors."""

    field: str
    gold: int
    found: int
    right: int
    expected: str = ""
    got: str = ""

    @property
    def wrong(self) -> bool:
        return self.right < max(self.gold, self.found)


@dataclass(slots=True)
class Tally:
    """Counts over many claims, and what follows from them in percent."""

    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 200 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0

    def note(self) -> str:
        """Precision and recall, and the counts they are from."""
        return f"P {self.precision:.1f} R {self.recall:.1f} ({self.right} of {self.gold} gold, {self.found} found)"


@dataclass(slots=True)
class Card:
    """The tallies by field, in the order the fields were first met."""

    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))

    def add(self, marks: Iterable[Mark]) -> None:
        for mark in marks:
            tally = self.tallies[mark.field]
            tally.gold += mark.gold
            tally.found += mark.found
            tally.right += mark.right


def single(name: str, expected: object | None, got: object | None, fits: bool) -> Mark:
    """The mark of a field with at most one value; `fits` counts only where both sides have one."""
    both = expected is not None and got is not None
    return Mark(name, int(expected is not None), int(got is not None), int(both and fits), _said(expected), _said(got))


def several(name: str, expected: Sequence[str], got: Sequence[object], right: int) -> Mark:
    """The mark of a field with any number of values, of which `right` were found."""
    return Mark(name, len(expected), len(got), right, ", ".join(expected) or "–", ", ".join(map(str, got)) or "–")


def _said(value: object | None) -> str:
    return "–" if value is None else str(value)
