"""Rows of imported tables as rows of `imported_rows`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

import msgspec

from communique.record.imports import Dataset, ImportedRow, Kind, Landed, document_of, kind_of, period_of, restored

COLUMNS = "dataset, key, kind, document, source, number, starts, ends, supersedes, added"

# Rows that a person rejected; the last verdict counts.
REJECTED = (
    "(SELECT j.finding FROM judgements j WHERE j.verdict = 'rejected' "
    "AND j.id = (SELECT max(id) FROM judgements WHERE finding = j.finding))"
)

# What a row says, with the file and the number it was found at in this version.
ROW = "kind, json_set(document, '$.cited.source', source, '$.cited.row', number)"


def add_rows(connection: sqlite3.Connection, dataset: str, rows: Sequence[ImportedRow], now: str) -> Landed:
    """What became of the rows, added in the caller's transaction; the last of several with one key stands."""
    named = {row.key: row for row in rows}
    before = _current(connection, list(named))
    fresh, changed = [], 0
    for key, row in named.items():
        document = document_of(row)
        old, said = before.get(key, (None, None))
        if said == document:
            continue
        changed += old is not None
        found = (row.cited.source, row.cited.row)
        fresh.append((dataset, key, kind_of(row), document, *found, *period_of(row), old, now))
    connection.executemany(f"INSERT INTO imported_rows ({COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", fresh)
    return Landed(new=len(fresh) - changed, changed=changed, there=len(rows) - len(fresh))


def rows_of(
    connection: sqlite3.Connection, kind: Kind, *, dataset: str | None, since: str | None, until: str | None
) -> Iterator[ImportedRow]:
    """The current rows of a kind that nobody rejected, as they came in; undated ones whatever the period."""
    asked = connection.execute(
        f"SELECT {ROW} FROM current_rows WHERE kind = ?1 AND (?2 IS NULL OR dataset = ?2) "
        "AND (?3 IS NULL OR ends IS NULL OR ends >= ?3) AND (?4 IS NULL OR starts IS NULL OR starts <= ?4) "
        f'AND "key" NOT IN {REJECTED} ORDER BY id',
        (kind, dataset, since, until),
    )
    for row in asked:
        yield restored(*row)


def versions_of(connection: sqlite3.Connection, key: str) -> tuple[ImportedRow, ...]:
    """Every version of the row with this key, oldest first."""
    asked = connection.execute(f'SELECT {ROW} FROM imported_rows WHERE "key" = ? ORDER BY id', (key,))
    return tuple(restored(*row) for row in asked)


def datasets_in(connection: sqlite3.Connection) -> tuple[Dataset, ...]:
    """Every dataset that has rows, by name."""
    asked = connection.execute(
        "SELECT dataset, sum(kind = 'incident'), sum(kind = 'tally') FROM current_rows GROUP BY dataset ORDER BY 1"
    )
    return tuple(Dataset(*row) for row in asked)


def _current(connection: sqlite3.Connection, keys: list[str]) -> dict[str, tuple[int, str]]:
    asked = connection.execute(
        'SELECT "key", id, document FROM current_rows WHERE "key" IN (SELECT value FROM json_each(?))',
        (msgspec.json.encode(keys).decode(),),
    )
    return {key: (number, document) for key, number, document in asked}
