"""Reading the record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from communique.domain.incident import IncidentClaim, Opinion
from communique.domain.reading import Reading
from communique.domain.report import Report, Unread
from communique.errors import RecordError
from communique.record.decisions import Decision
from communique.record.document import decoded
from communique.record.found import Found, Sought
from communique.record.identity import content_of
from communique.record.imports import Dataset, ImportedRow, Kind
from communique.record.judgement import Judgement, Verdict, Verdicts, counting
from communique.record.periods import written
from communique.record.query import Occurrence, Query, Said
from communique.record.sqlite.decisions import decisions_about
from communique.record.sqlite.imports import datasets_in, rows_of, versions_of
from communique.record.sqlite.judgements import (
    counting_judgements,
    found_rows,
    judgements_of,
    keys_from,
    row_with_key,
)
from communique.record.sqlite.rows import Indexed, indexed
from communique.record.sqlite.search import FROM, ORDER, Condition, where, where_undated


class SqliteView:
    """A view of a record."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def statements(self, query: Query) -> Iterator[Said]:
        asked = where(query)
        limit = "" if query.limit is None else f"LIMIT {query.limit:d}"
        rows = self._connection.execute(
            f'SELECT s.reading, s.ordinal, s."key" {FROM} {asked.sql} {ORDER} {limit}', asked.values
        )
        judged = self.verdicts()
        number, reading, found = None, None, list[Indexed]()
        for row, ordinal, key in rows:
            if row != number or reading is None:  # statements of one reading come one after the other
                number, reading = row, self._reading(row)
                found = list(indexed(reading))
            yield _said(reading, found[ordinal], key, judged.of(key))

    def count(self, query: Query) -> int:
        return self._count(where(query))

    def undated(self, query: Query) -> int:
        return self._count(where_undated(query)) if query.since or query.until else 0

    def readings(self) -> Iterator[Reading]:
        for (row,) in self._connection.execute("SELECT id FROM current_readings ORDER BY report"):
            yield self._reading(row)

    def has_report(self, named: str) -> bool:
        asked = "SELECT 1 FROM occurrences WHERE name = ?1 OR source = ?1"
        return self._connection.execute(asked, (named,)).fetchone() is not None

    def history(self, report: Report) -> tuple[tuple[str, Reading], ...]:
        rows = self._connection.execute(
            "SELECT version, id FROM readings WHERE report = ? ORDER BY id", self._row(report)
        )
        return tuple((version, self._reading(row)) for version, row in rows.fetchall())

    def occurrences(self, report: Report) -> tuple[Occurrence, ...]:
        rows = self._connection.execute(
            "SELECT source, sha256, name, url, outlet FROM occurrences WHERE report = ? ORDER BY id", self._row(report)
        )
        return tuple(Occurrence(*row) for row in rows)

    def unread(self) -> tuple[Unread, ...]:
        rows = self._connection.execute("SELECT name, source, error, sha256 FROM unread ORDER BY id")
        return tuple(Unread(name, source, error, sha256 or None) for name, source, error, sha256 in rows)

    def keys(self, report: Report) -> dict[tuple[str, str], str]:
        rows = self._connection.execute(
            'SELECT f.list, f.finding, f."key" FROM findings f JOIN current_readings g ON g.id = f.reading '
            "WHERE g.report = ?",
            self._row(report),
        )
        return {(kind, finding): key for kind, finding, key in rows}

    def verdict(self, finding: str) -> Verdict:
        entries = self.judgements(finding)
        return entries[-1].verdict if entries else Verdict.PROPOSED

    def judgements(self, finding: str) -> tuple[Judgement, ...]:
        return judgements_of(self._connection, finding)

    def verdicts(self) -> Verdicts:
        return Verdicts(counting_judgements(self._connection))

    def found(self, sought: Sought) -> Iterator[Found]:
        judged = self.verdicts()
        number, reading = None, None
        for row, kind, finding, key in found_rows(self._connection, sought):
            if row != number or reading is None:  # findings of one reading come one after the other
                number, reading = row, self._reading(row)
            yield Found(key, kind, finding, reading, judged.of(key))

    def keys_of(self, sought: Sought) -> tuple[str, ...]:
        return tuple(dict.fromkeys(key for *_, key in found_rows(self._connection, sought)))

    def with_key(self, finding: str) -> Found | None:
        found = row_with_key(self._connection, finding)
        if found is None:
            return None
        row, kind, name, key = found
        return Found(key, kind, name, self._reading(row), counting(self.judgements(key)))

    def keys_from(self, beginning: str, limit: int) -> tuple[str, ...]:
        return keys_from(self._connection, beginning, limit)

    def reports(self) -> tuple[str, ...]:
        rows = self._connection.execute("SELECT name FROM occurrences GROUP BY report ORDER BY report")
        return tuple(name for (name,) in rows)

    def decisions(self, about: str) -> tuple[Decision, ...]:
        return decisions_about(self._connection, about)

    def rows(
        self, *, dataset: str | None = None, since: date | None = None, until: date | None = None
    ) -> Iterator[IncidentClaim]:
        found = self._imported("incident", dataset, since, until)
        return (row for row in found if isinstance(row, IncidentClaim))

    def tallies(
        self, *, dataset: str | None = None, since: date | None = None, until: date | None = None
    ) -> Iterator[Opinion]:
        return (row for row in self._imported("tally", dataset, since, until) if isinstance(row, Opinion))

    def versions(self, row: str) -> tuple[ImportedRow, ...]:
        return versions_of(self._connection, row)

    def datasets(self) -> tuple[Dataset, ...]:
        return datasets_in(self._connection)

    def _imported(
        self, kind: Kind, dataset: str | None, since: date | None, until: date | None
    ) -> Iterator[ImportedRow]:
        first, last = (day.isoformat() if day else None for day in (since, until))
        return rows_of(self._connection, kind, dataset=dataset, since=first, until=last)

    def _count(self, asked: Condition) -> int:
        return int(self._connection.execute(f"SELECT count(*) {FROM} {asked.sql}", asked.values).fetchone()[0])

    def _row(self, report: Report) -> tuple[int]:
        found = self._connection.execute(
            "SELECT id FROM reports WHERE content = ? AND published = ?",
            (content_of(report), written(report.published)),
        ).fetchone()
        return (0,) if found is None else (int(found[0]),)  # rows are counted from 1

    def _reading(self, row: int) -> Reading:
        document, text = self._connection.execute(
            "SELECT g.document, r.text FROM readings g JOIN reports r ON r.id = g.report WHERE g.id = ?", (row,)
        ).fetchone()
        reading = decoded(document, text=text)
        if isinstance(reading, Unread):
            raise RecordError(
                f"Reading {row} of the record holds a failure where a reading must be: it was tampered with."
            )
        return reading


def _said(reading: Reading, found: Indexed, key: str, judgement: Judgement | None) -> Said:
    return Said(
        key=key,
        reading=reading,
        statement=found.statement,
        judgement=judgement,
        speakers=found.speakers,
        chain_levels=found.levels,
    )
