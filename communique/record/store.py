"""The seam of the record: a Store gives a Writer and a View, whatever database is behind it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from communique.domain.incident import IncidentClaim, Opinion
from communique.domain.reading import Reading
from communique.domain.report import Report, Unread
from communique.errors import RecordError
from communique.record.decisions import Act, Decision
from communique.record.found import Found, Sought
from communique.record.imports import Dataset, ImportedRow, Landed
from communique.record.judgement import Judgement, Verdict, Verdicts
from communique.record.query import Occurrence, Query, Said

Clock = Callable[[], datetime]


class NotKept(RecordError):
    """One reading that no record can hold, whatever the state of this one: others can still be added."""


class Kept(StrEnum):
    """What became of something handed to the record."""

    NEW = "new"
    REREAD = "read again"  # by another version of the reader, whose reading now stands
    OCCURRENCE = "found at another source"
    THERE = "already there"


class Writer(Protocol):
    """Adds to the record, one whole transaction a call; every method raises `RecordError` if it could not."""

    def recognise(self, report: Report, version: str) -> Kept | None:
        """`THERE` or `OCCURRENCE` if this reader version has read the report already, None if it is still to be read.

        A report is its text and its date of publication: a source that is new for them is kept as an occurrence.
        """

    def keep(self, reading: Reading, version: str) -> Kept:
        """`NEW`, or `REREAD` if an older reading is superseded, or what `recognise` says if it is already in.

        Raises `NotKept` for a reading that contradicts itself or holds what is no text.
        """

    def keep_unread(self, unread: Unread) -> Kept:
        """`NEW` for a failure that is kept with its reason, `THERE` if the same one is in already."""

    def judge(self, finding: str, verdict: Verdict, *, author: str, reason: str | None = None) -> Judgement:
        """The judgement as it was added, with its number; `finding` is a finding's key."""

    def take_back(self, number: int, *, author: str, reason: str | None = None) -> Judgement:
        """A new judgement by which the one with this number counts no more, and the one before it counts again.

        A `RecordError` if there is none of this number, or if it counts no more anyway.
        """

    def decide(
        self,
        about: str,
        act: Act,
        members: Sequence[str],
        *,
        author: str,
        name: str | None = None,
        undoes: int | None = None,
        reason: str | None = None,
        apart_from: Sequence[str] = (),
    ) -> Decision:
        """The decision as it was added, with its number; see `Act` for what it takes."""

    def keep_rows(self, dataset: str, rows: Iterable[ImportedRow]) -> Landed:
        """How many rows of an imported table were new, changed or in already; all of them land or none.

        A row is known by its key. The same content again adds nothing; other content is a new version that supersedes
        the one before, which stays.
        """


class View(Protocol):
    """Reads the record as it was when the view was opened or later, never half a report."""

    def statements(self, query: Query) -> Iterator[Said]:
        """Statements of current readings: by publication (undated last), then report, then place in the report."""

    def count(self, query: Query) -> int:
        """How many statements meet the query, whatever its limit."""

    def undated(self, query: Query) -> int:
        """How many more would meet it but for its dates, because nothing says when their reports appeared."""

    def readings(self) -> Iterator[Reading]:
        """The current reading of every report, in the order in which the reports came in."""

    def history(self, report: Report) -> tuple[tuple[str, Reading], ...]:
        """All readings of a report with their reader versions, oldest first; empty if it is not in the record."""

    def occurrences(self, report: Report) -> tuple[Occurrence, ...]:
        """Every source at which the report was found, first one first; empty if it is not in the record."""

    def unread(self) -> tuple[Unread, ...]:
        """Every source that could not be read, with the reason."""

    def keys(self, report: Report) -> dict[tuple[str, str], str]:
        """The key of every finding of the current reading, by list and id: `("statements", "s1")`."""

    def verdict(self, finding: str) -> Verdict:
        """The last verdict on a finding's key; `PROPOSED` while nobody has judged it."""

    def judgements(self, finding: str) -> tuple[Judgement, ...]:
        """Every judgement of a finding's key, oldest first."""

    def verdicts(self) -> Verdicts:
        """Where every finding stands that anybody has judged."""

    def found(self, sought: Sought) -> Iterator[Found]:
        """Findings of current readings, by publication (undated last), then report, then as the reading lists them."""

    def keys_of(self, sought: Sought) -> tuple[str, ...]:
        """The keys of the findings that `found` gives, each once, in its order, without reading their reports."""

    def with_key(self, finding: str) -> Found | None:
        """The finding of a current reading with this key; None where it is an imported row's, or none's."""

    def keys_from(self, beginning: str, limit: int) -> tuple[str, ...]:
        """Keys of current findings and imported rows that begin so, sorted, at most `limit` of them."""

    def reports(self) -> tuple[str, ...]:
        """The ids of all reports, in the order in which they came in."""

    def has_report(self, named: str) -> bool:
        """Whether a report has this id, or was found at this source."""

    def decisions(self, about: str) -> tuple[Decision, ...]:
        """Every decision about "incidents" or "events", oldest first, undone ones and undoings too."""

    def rows(
        self, *, dataset: str | None = None, since: date | None = None, until: date | None = None
    ) -> Iterator[IncidentClaim]:
        """The incidents of imported tables, each in its current version, in the order in which they came in.

        Those that a person rejected are left out.
        With `since` or `until`, those whose days may lie between them, both inclusive, and those without a date.
        """

    def tallies(
        self, *, dataset: str | None = None, since: date | None = None, until: date | None = None
    ) -> Iterator[Opinion]:
        """The tallies of imported tables, chosen and ordered as `rows` does."""

    def versions(self, row: str) -> tuple[ImportedRow, ...]:
        """Every version of the imported row with this key ("ACLED:XVA17"), oldest first; the last one stands."""

    def datasets(self) -> tuple[Dataset, ...]:
        """Every imported dataset, by name, with how many of its rows stand."""


def utc_now() -> datetime:
    """The present time in UTC."""
    return datetime.now(UTC)


class Store(ABC):
    """One record. `writer()` and `view()` are context managers; one writer at a time, any number of views."""

    @staticmethod
    def open(where: str | Path, *, clock: Clock = utc_now) -> Store:
        """The store at `where`, a path of an SQLite file; nothing is touched before a writer or a view is asked for."""
        # Here and not above: the address says which database is meant, and the others' drivers may not be installed.
        from communique.record.sqlite.store import SqliteStore

        return SqliteStore(Path(where), clock)

    @abstractmethod
    def writer(self) -> AbstractContextManager[Writer]:
        """The one writer; makes or migrates the record. A `RecordError` if another process is writing."""

    @abstractmethod
    def view(self) -> AbstractContextManager[View]:
        """A view of what is in; a `RecordError` if there is no record there."""
