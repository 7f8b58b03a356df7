"""The thirty reports of samples/truce, by the names the expectations use."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from communique.domain.report import Report
from communique.ingest import take

ROOT = Path(__file__).parents[3]
REPORTS = ROOT / "samples" / "truce" / "reports"
HOW_MANY = 30
FIRST, LAST = date(2031, 3, 13), date(2031, 3, 26)


def name_of(source: str, report: str) -> str:
    """The name of a report by its source: the file's without suffix, with the line's id where it is a bundle."""
    path = Path(source.rpartition(":")[0] if ".jsonl:" in source else source)
    return f"{path.stem}#{report}" if path.suffix == ".jsonl" else path.stem


def reports() -> Iterator[Report]:
    """The reports, in the order of their days."""
    for taken in take(sorted(REPORTS.iterdir())):
        if not isinstance(taken, Report):
            raise ValueError(f"{taken.source} cannot be read: {taken.error}")
        yield taken


def report_texts() -> dict[str, str]:
    """Every report's text by its name."""
    return {name_of(report.source, report.id): report.text for report in reports()}
