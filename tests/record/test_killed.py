"""A run that is killed: what it leaves, and how the next run goes on."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from communique.domain.reading import Reading
from communique.domain.report import Report
from communique.errors import RecordError
from communique.record import Store

from .adding import reports
from .plain_reader import reading

TESTS = Path(__file__).parents[1]
EXPECTED = {r.source: reading(r) for r in reports() if isinstance(r, Report) and r.source != "portal/copy.html"}

# A run makes some 850 SQL statements: the first fifty make the record, the others fill it.
DICE = random.Random(20310312)
STATEMENTS = [6, 30, *(DICE.randrange(start, start + 120) for start in range(60, 780, 120))]


def run(record: Path, statement: int = 0) -> subprocess.CompletedProcess[str]:
    places = os.pathsep.join((str(TESTS), str(TESTS.parent)))
    return subprocess.run(
        [sys.executable, "-m", "record.adding", str(record), str(statement)],
        env=os.environ | {"PYTHONPATH": places},
        capture_output=True,
        text=True,
        check=False,
    )


def kept(record: Path) -> list[Reading]:
    """The readings in the record; none if it was not even made."""
    try:
        with Store.open(record).view() as view:
            return list(view.readings())
    except RecordError as why:
        assert "is empty" in str(why) or "There is no record" in str(why)
        return []


def dump(record: Path) -> list[str]:
    with closing(sqlite3.connect(record)) as connection:
        return list(connection.iterdump())


@pytest.fixture(scope="module")
def uninterrupted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    record = tmp_path_factory.mktemp("whole") / "record.sqlite"
    assert run(record).returncode == 0
    return record


def check(record: Path) -> None:
    """The file is sound, every report has its reading and its source, and every statement can be searched."""
    with closing(sqlite3.connect(record)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        if not connection.execute("PRAGMA user_version").fetchone()[0]:
            return
        lone = "SELECT count(*) FROM reports WHERE id NOT IN (SELECT report FROM {})"
        assert [connection.execute(lone.format(t)).fetchone()[0] for t in ("readings", "occurrences")] == [0, 0]
        words = connection.execute("SELECT rowid, quotation FROM statement_words ORDER BY rowid").fetchall()
        assert words == connection.execute("SELECT id, quotation FROM statements ORDER BY id").fetchall()


@pytest.mark.parametrize("statement", STATEMENTS)
def test_a_run_killed_anywhere_leaves_whole_reports_and_the_next_run_ends_as_if_nothing_had_happened(
    tmp_path: Path, uninterrupted: Path, statement: int
) -> None:
    record = tmp_path / "record.sqlite"
    assert run(record, statement).returncode == -signal.SIGKILL
    there = kept(record)
    check(record)
    assert there == list(EXPECTED.values())[: len(there)]
    after = run(record)
    assert after.returncode == 0
    assert after.stdout.split("\n")[:-1] == list(EXPECTED)[len(there) :]  # what was in is not read again
    assert dump(record) == dump(uninterrupted)
