from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from communique.domain.incident import Citation, IncidentClaim
from communique.domain.report import Unread
from communique.record import Act, Store, Verdict

from .plain_reader import reading, report

FOUND = reading(report("VNA: Irena Sollos said resolution 3107 holds.\n"))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.sqlite"
    store = Store.open(path)
    with store.writer() as writer:
        writer.keep(FOUND, "plain@1")
        writer.keep_unread(Unread("7", "wire/7.pdf", "the file is empty"))
    with store.view() as view:
        key = view.keys(FOUND.report)["statements", "s0"]
    with store.writer() as writer:
        writer.judge(key, Verdict.ACCEPTED, author="Mila")
        writer.decide("incidents", Act.PART, [key], author="Mila")
        writer.keep_rows("VOC", [IncidentClaim("VOC:7", "fire/mortar", Citation("VOC", "voc.csv", "", ("VOC",)))])
    return path


def tables(connection: sqlite3.Connection) -> list[str]:
    """Every table of ours; the search index's own tables are SQLite's."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'statement_words%'"
    )
    return [name for (name,) in rows]


def test_nothing_that_is_in_the_record_can_be_changed_or_deleted(record: Path) -> None:
    with closing(sqlite3.connect(record)) as connection:
        for table in tables(connection):
            column = connection.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchone()[0]
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] > 0
            for sql in (f"DELETE FROM {table}", f'UPDATE {table} SET "{column}" = "{column}"'):
                with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                    connection.execute(sql)


def test_no_reading_can_be_put_in_the_place_of_another(record: Path) -> None:
    with closing(sqlite3.connect(record)) as connection:
        connection.execute("PRAGMA recursive_triggers = ON")
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute("INSERT OR REPLACE INTO readings SELECT * FROM readings")


def test_a_view_cannot_write(record: Path) -> None:
    with Store.open(record).view() as view, pytest.raises(sqlite3.OperationalError, match="readonly"):
        view._connection.execute("INSERT INTO unread (name, source, error, added) VALUES ('', '', '', '')")  # type: ignore[attr-defined]
