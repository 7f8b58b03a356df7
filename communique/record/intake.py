"""Reports into the record, one after the other: what is in is not read again, what fails is kept with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from communique.domain.reading import Reading
from communique.domain.report import Report, Unread
from communique.errors import CommuniqueError, RecordError
from communique.record.store import Kept, NotKept, Writer


class Reader(Protocol):
    """What turns a report into a reading. Another `version` reads what is in the record again."""

    @property
    def version(self) -> str:
        """Changes whenever a reading of the same report may come out otherwise."""

    def read(self, report: Report) -> Reading:
        """The reading of one report."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source: kept as `kept` says, or not, with the reason in `error`."""

    source: str
    kept: Kept
    skipped: str | None = None
    error: str | None = None


@dataclass(slots=True)
class Tally:
    """The outcomes of one run, each in one place: read or found there, newly skipped, or failed."""

    counts: Counter[Kept] = field(default_factory=Counter)
    skipped: list[Outcome] = field(default_factory=list)
    failed: list[Outcome] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Counts one more."""
        if outcome.error is not None:
            self.failed.append(outcome)
            return
        if outcome.skipped is not None and outcome.kept is not Kept.THERE:
            self.skipped.append(outcome)
            return
        self.counts[outcome.kept] += 1


def take_in(
    taken: Iterable[Report | Unread],
    *,
    reader: Reader,
    writer: Writer,
    each: Callable[[Outcome], None] = lambda _: None,
) -> Tally:
    """The tally of adding every report of `taken`; `each` hears of every outcome as it is in the record.

    What is in the record already is not read again. A report whose reading fails is kept as unread, with the reason.
    Raises `RecordError` where the record itself fails.
    """
    tally = Tally()
    for item in taken:
        outcome = _failed(item, writer) if isinstance(item, Unread) else _added(item, reader, writer)
        tally.add(outcome)
        each(outcome)
    return tally


def _added(report: Report, reader: Reader, writer: Writer) -> Outcome:
    try:
        there = writer.recognise(report, reader.version)
        if there is not None:
            return Outcome(report.source, there, report.skipped)
        # A skipped report has no text to read, but that it was skipped, and why, belongs in the record.
        found = Reading(report) if report.skipped is not None else reader.read(report)
        return Outcome(report.source, writer.keep(found, reader.version), found.report.skipped)
    except NotKept as why:
        return _failed(Unread(report.id, report.source, str(why), report.sha256), writer)
    except RecordError:
        raise
    except CommuniqueError as why:
        return _failed(Unread(report.id, report.source, str(why), report.sha256), writer)
    except Exception as why:  # a fault of the reader in one report must not cost the thousand others
        error = f"The reader failed ({type(why).__name__}: {why}). This is a fault of the reader; please report it."
        return _failed(Unread(report.id, report.source, error, report.sha256), writer)


def _failed(unread: Unread, writer: Writer) -> Outcome:
    return Outcome(unread.source, writer.keep_unread(unread), error=unread.error)
