"""Lines of JSON: a report's reading in the format "communique/1", a statement in "communique-statement/1"."""

from __future__ import annotations

from communique.domain.reading import Reading
from communique.domain.report import Unread
from communique.record.document import decoded, encoded
from communique.record.document.statements import statement_line

__all__ = ["as_line", "from_line", "statement_line"]


def as_line(reading: Reading | Unread) -> str:
    """The line, without its newline, that `communique read --format jsonl` prints for one report.

    Spans are `[start, end]` in code points of `report.text`. A report that was skipped says why in "skipped", a source
    that could not be read in "error"; lines without such a reason have neither key.
    """
    return encoded(reading)


def from_line(line: str) -> Reading | Unread:
    """The reading or the unread source that `as_line` made `line` from; a `RecordError` for any other line."""
    return decoded(line)
