"""Short ways to take in one thing, for the tests of this folder."""

from __future__ import annotations

from pathlib import Path

from communique.domain.report import Report, Unread
from communique.domain.span import Span
from communique.ingest import take


def report(path: Path) -> Report:
    """The only thing the path holds, which must be a report."""
    (found,) = take([path])
    assert isinstance(found, Report), found
    return found


def unread(path: Path) -> Unread:
    """The only thing the path holds, which must be refused."""
    (found,) = take([path])
    assert isinstance(found, Unread), found
    return found


def words(report: Report, spans: tuple[Span, ...]) -> list[str]:
    """The characters of each span."""
    return [span.of(report.text) for span in spans]
