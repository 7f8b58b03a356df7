"""Adding to the record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from communique.domain.reading import Reading
from communique.domain.report import Report, Unread
from communique.record.decisions import Act, Decision, check
from communique.record.document import encoded
from communique.record.identity import content_of, keyed
from communique.record.imports import ImportedRow, Landed
from communique.record.judgement import Judgement, Verdict
from communique.record.periods import of_publication, written
from communique.record.sqlite.connect import told
from communique.record.sqlite.decisions import add_decision
from communique.record.sqlite.imports import add_rows
from communique.record.sqlite.judgements import add_judgement, back_from
from communique.record.sqlite.rows import Indexed, indexed, instrument_rows, link_rows, speaker_rows
from communique.record.store import Clock, Kept, NotKept


class SqliteWriter:
    """The one writer of a record."""

    def __init__(self, connection: sqlite3.Connection, path: Path, clock: Clock) -> None:
        self._connection = connection
        self._path = path
        self._clock = clock

    def recognise(self, report: Report, version: str) -> Kept | None:
        _writable(report)
        found = self._one(
            "SELECT r.id FROM reports r JOIN readings g ON g.report = r.id "
            "WHERE r.content = ? AND r.published = ? AND g.version = ?",
            (content_of(report), written(report.published), version),
        )
        if found is None:
            return None
        with self._whole():
            return Kept.OCCURRENCE if self._add_occurrence(found, report) else Kept.THERE

    def keep(self, reading: Reading, version: str) -> Kept:
        there = self.recognise(reading.report, version)
        if there is not None:
            return there
        with self._whole():
            report = self._add_report(reading.report)
            self._add_occurrence(report, reading.report)
            before = self._one("SELECT id FROM current_readings WHERE report = ?", (report,))
            try:
                row = self._add_reading(report, reading, version, before)
                self._add_findings(row, reading)
            except sqlite3.IntegrityError as why:
                raise NotKept(f"The reading of {reading.report.source} contradicts itself: {why}.") from why
        return Kept.NEW if before is None else Kept.REREAD

    def keep_unread(self, unread: Unread) -> Kept:
        row = (_shown(unread.id), _shown(unread.source), unread.sha256 or "", _shown(unread.error), self._now())
        with self._whole():
            added = self._one(
                "INSERT INTO unread (name, source, sha256, error, added) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT DO NOTHING RETURNING id",
                row,
            )
        return Kept.THERE if added is None else Kept.NEW

    def judge(self, finding: str, verdict: Verdict, *, author: str, reason: str | None = None) -> Judgement:
        with self._whole():
            return add_judgement(self._connection, Judgement(finding, verdict, author, self._clock(), reason))

    def take_back(self, number: int, *, author: str, reason: str | None = None) -> Judgement:
        with self._whole():
            finding, verdict = back_from(self._connection, number)
            made = Judgement(finding, verdict, author, self._clock(), reason, undoes=number)
            return add_judgement(self._connection, made)

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
        made = Decision(0, about, act, tuple(members), author, self._clock(), name, undoes, reason, tuple(apart_from))
        check(made)
        with self._whole():
            return add_decision(self._connection, made)

    def keep_rows(self, dataset: str, rows: Iterable[ImportedRow]) -> Landed:
        listed = list(rows)
        with self._whole():
            return add_rows(self._connection, dataset, listed, self._now())

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """One transaction: all of it or, whatever happens, nothing."""
        with told(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:  # a full disk has rolled back already
                    self._connection.execute("ROLLBACK")
                raise

    def _one(self, sql: str, values: tuple[object, ...]) -> int | None:
        with told(self._path):
            found = self._connection.execute(sql, values).fetchone()
        return None if found is None else int(found[0])

    def _new(self, table: str, columns: str, values: tuple[object, ...]) -> int:
        marks = ", ".join("?" * len(values))
        cursor = self._connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks}) RETURNING id", values)
        return int(cursor.fetchone()[0])

    def _now(self) -> str:
        return self._clock().isoformat()

    def _add_report(self, report: Report) -> int:
        identity = (content_of(report), written(report.published))
        found = self._one("SELECT id FROM reports WHERE content = ? AND published = ?", identity)
        if found is not None:
            return found
        return self._new("reports", "content, published, text, added", (*identity, report.text, self._now()))

    def _add_occurrence(self, row: int, report: Report) -> bool:
        values = (row, report.source, report.sha256, report.id, report.url, report.outlet, self._now())
        added = self._one(
            "INSERT INTO occurrences (report, source, sha256, name, url, outlet, added) VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING RETURNING id",
            values,
        )
        return added is not None

    def _add_reading(self, report: int, reading: Reading, version: str, before: int | None) -> int:
        days = of_publication(reading.report.published)
        dates = (None, None) if days is None else (days.first.isoformat(), days.last.isoformat())
        document = encoded(reading, with_text=False)
        return self._new(
            "readings",
            "report, version, document, published_from, published_to, supersedes, added",
            (report, version, document, *dates, before, self._now()),
        )

    def _add_findings(self, row: int, reading: Reading) -> None:
        found = list(keyed(reading))
        self._connection.executemany(
            'INSERT INTO findings (reading, list, finding, "key", made_by, confidence) VALUES (?, ?, ?, ?, ?, ?)',
            [(row, f.list, f.finding, f.key, f.made_by, f.confidence) for f in found],
        )
        keys = {f.finding: f.key for f in found if f.list == "statements"}
        for ordinal, statement in enumerate(indexed(reading)):
            self._add_statement(row, ordinal, statement, keys[statement.statement.id])

    def _add_statement(self, reading: int, ordinal: int, found: Indexed, key: str) -> None:
        s = found.statement
        own = (reading, ordinal, s.id, key, s.mode, s.stance, int(s.anonymous), s.told_to, s.within)
        bounds = (None, None) if found.hull is None else (found.hull.start, found.hull.end)
        row = self._new(
            "statements",
            'reading, ordinal, finding, "key", mode, stance, anonymous, told_to, within, quotation, content_start, '
            "content_end, speaks_from, speaks_to",
            (*own, found.quotation, *bounds, *found.dates),
        )
        many = self._connection.executemany
        many("INSERT INTO statement_speakers VALUES (?, ?, ?, ?, ?)", speaker_rows(row, found))
        many("INSERT INTO statement_links VALUES (?, ?, ?, ?, ?)", link_rows(row, found))
        many("INSERT INTO statement_instruments VALUES (?, ?, ?, ?, ?)", instrument_rows(row, found))
        many("INSERT INTO statement_words (rowid, quotation) VALUES (?, ?)", [(row, found.quotation)])


def _writable(report: Report) -> None:
    """Refuses text that no database can hold, before a transaction is begun."""
    for name, value in (("text", report.text), ("source", report.source), ("id", report.id)):
        try:
            value.encode()
        except UnicodeEncodeError as why:
            raise NotKept(
                f"{_shown(report.source)} cannot be kept: its {name} holds half of a surrogate pair at character "
                f"{why.start}, which is no character. Rename or re-encode the source as UTF-8."
            ) from why


def _shown(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()
