"""Judgements as rows: what people said of findings, and the findings that they are asked about."""

from __future__ import annotations

import dataclasses
import sqlite3
from collections.abc import Iterator
from datetime import datetime

from communique.errors import RecordError
from communique.record.found import Sought
from communique.record.judgement import Judgement, Verdict, counting, taken_back

COLUMNS = "finding, verdict, author, at, reason, id, undoes"
LARGEST = 2**63 - 1  # the largest number SQLite knows

# The last judgement of each finding.
LAST = "judgements j ON j.id = (SELECT max(id) FROM judgements WHERE finding = f.key)"
ORDER = "g.published_from IS NULL, g.published_from, g.report, f.rowid"


def add_judgement(connection: sqlite3.Connection, made: Judgement) -> Judgement:
    """The judgement with its number, added in the caller's transaction; `RecordError` if nobody judges, or nothing."""
    if not made.author.strip():
        raise RecordError("A judgement needs an author: say who accepts or rejects the finding.")
    known = "SELECT 1 FROM findings WHERE key = ?1 UNION ALL SELECT 1 FROM imported_rows WHERE key = ?1"
    if connection.execute(known, (made.finding,)).fetchone() is None:
        raise RecordError(
            f"The record holds no finding {made.finding!r}: give a key that `communique judge` lists, or "
            "`communique show --format jsonl` prints."
        )
    cursor = connection.execute(
        "INSERT INTO judgements (finding, verdict, author, reason, at, undoes) VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        (made.finding, made.verdict.value, made.author, made.reason, made.at.isoformat(), made.undoes),
    )
    return dataclasses.replace(made, number=int(cursor.fetchone()[0]))


def back_from(connection: sqlite3.Connection, number: int) -> tuple[str, Verdict]:
    """The finding that judgement `number` is about, and the verdict that counts once it is taken back.

    `RecordError` if there is none of this number, or if it counts no more.
    """
    asked = number if 0 < number <= LARGEST else 0
    row = connection.execute("SELECT finding FROM judgements WHERE id = ?", (asked,)).fetchone()
    if row is None:
        (last,) = connection.execute("SELECT max(id) FROM judgements").fetchone()
        known = "none has been made yet" if last is None else f"the last one is {last}"
        raise RecordError(f"There is no judgement {number}: {known}.")
    return row[0], taken_back(judgements_of(connection, row[0]), number)


def judgements_of(connection: sqlite3.Connection, finding: str) -> tuple[Judgement, ...]:
    """Every judgement of the finding with this key, oldest first."""
    rows = connection.execute(f"SELECT {COLUMNS} FROM judgements WHERE finding = ? ORDER BY id", (finding,))
    return tuple(restored(*row) for row in rows)


def counting_judgements(connection: sqlite3.Connection) -> Iterator[Judgement]:
    """The judgement that counts of every finding that has one."""
    newest = "SELECT max(id) FROM judgements GROUP BY finding"
    for row in connection.execute(f"SELECT {COLUMNS} FROM judgements WHERE id IN ({newest}) ORDER BY id").fetchall():
        last = restored(*row)
        found = last if last.undoes is None else counting(judgements_of(connection, last.finding))
        if found is not None:
            yield found


def found_rows(connection: sqlite3.Connection, sought: Sought) -> Iterator[tuple[int, str, str, str]]:
    """The number of the reading, and kind, id and key of each finding asked for; those of a reading together."""
    marks = ", ".join("?" * len(sought.kinds))
    conditions, values = [f"f.list IN ({marks})"], list(sought.kinds)
    if sought.report is not None:
        conditions.append("g.report IN (SELECT report FROM occurrences WHERE name = ? OR source = ?)")
        values += [sought.report, sought.report]
    if sought.judged is not None:
        conditions.append("coalesce(j.verdict, 'proposed') " + ("<>" if sought.judged else "=") + " 'proposed'")
    yield from connection.execute(
        f"SELECT f.reading, f.list, f.finding, f.key FROM findings f JOIN current_readings g ON g.id = f.reading "
        f"LEFT JOIN {LAST} WHERE {' AND '.join(conditions)} ORDER BY {ORDER}",
        values,
    )


def row_with_key(connection: sqlite3.Connection, finding: str) -> tuple[int, str, str, str] | None:
    """The same four for the first current finding with this key; None where there is none."""
    row: tuple[int, str, str, str] | None = connection.execute(
        "SELECT f.reading, f.list, f.finding, f.key FROM findings f JOIN current_readings g ON g.id = f.reading "
        f"WHERE f.key = ? ORDER BY {ORDER}",
        (finding,),
    ).fetchone()
    return row


def keys_from(connection: sqlite3.Connection, beginning: str, limit: int) -> tuple[str, ...]:
    """Keys of current findings and rows that begin so, sorted, at most `limit`."""
    # What begins so lies between the beginning itself and the beginning with the last of all characters behind it.
    rows = connection.execute(
        'SELECT f."key" FROM findings f JOIN current_readings g ON g.id = f.reading '
        'WHERE f."key" >= ?1 AND f."key" < ?1 || char(1114111) UNION '
        'SELECT "key" FROM current_rows WHERE "key" >= ?1 AND "key" < ?1 || char(1114111) ORDER BY 1 LIMIT ?2',
        (beginning, limit),
    )
    return tuple(key for (key,) in rows)


def restored(
    finding: str, verdict: str, author: str, at: str, reason: str | None, number: int, undoes: int | None
) -> Judgement:
    """The judgement that a row holds."""
    return Judgement(finding, Verdict(verdict), author, datetime.fromisoformat(at), reason, number, undoes)
