"""What is wrong with a row, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass


class BadCell(ValueError):
    """A cell that does not hold what it must; its text names the field and the value."""


@dataclass(frozen=True, slots=True)
class RowFault:
    """A row that was left out: `row` counts as a spreadsheet does, the header being row 1, `line` as an editor does."""

    row: int
    line: int
    why: str

    def __str__(self) -> str:
        where = f"row {self.row}" if self.line == self.row else f"row {self.row} (line {self.line})"
        return f"{where}: {self.why}; the row was left out"
