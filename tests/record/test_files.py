from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from communique.errors import RecordError
from communique.record import Query, Store

from .plain_reader import reading, report

FOUND = reading(report("Irena Sollos said the crossing stays open.\n"))


def add(path: Path, text: str = FOUND.report.text) -> None:
    with Store.open(path).writer() as writer:
        writer.keep(reading(report(text)), "plain@1")


def count(path: Path) -> int:
    with Store.open(path).view() as view:
        return view.count(Query())


def sqlite_file(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def a_letter(path: Path) -> None:
    path.write_text("Dear colleague,\n" * 100)


def an_address_book(path: Path) -> None:
    sqlite_file(path, "CREATE TABLE people (name TEXT)")


def a_foreign_empty_database(path: Path) -> None:
    sqlite_file(path, "PRAGMA user_version = 1")


def a_newer_record(path: Path) -> None:
    add(path)
    sqlite_file(path, "PRAGMA user_version = 99")


def a_damaged_record(path: Path) -> None:
    add(path)
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996
    path.write_bytes(data)


NOT_RECORDS = [
    (a_letter, "not an SQLite file"),
    (an_address_book, "not a record of ours"),
    (a_foreign_empty_database, "not a record of ours"),
    (a_newer_record, "Use the newer one"),
    (a_damaged_record, "damaged"),
]


@pytest.mark.parametrize(("made", "reason"), NOT_RECORDS)
def test_a_file_that_is_no_record_is_refused_and_left_as_it_is(tmp_path: Path, made: object, reason: str) -> None:
    path = tmp_path / "record.sqlite"
    made(path)  # type: ignore[operator]
    before = path.read_bytes()
    with pytest.raises(RecordError, match=reason):
        add(path)
    with pytest.raises(RecordError, match=reason):
        count(path)
    assert path.read_bytes() == before


def test_there_is_nothing_to_show_where_no_record_is(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"There is no record at .*communique add"):
        count(tmp_path / "record.sqlite")
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "empty.sqlite").touch()
    with pytest.raises(RecordError, match="is empty"):
        count(tmp_path / "empty.sqlite")


@pytest.mark.parametrize("why", [None, ValueError("a fault")], ids=["nothing", "fault"])
def test_a_first_run_that_keeps_nothing_leaves_no_record(tmp_path: Path, why: Exception | None) -> None:
    path = tmp_path / "record.sqlite"
    with suppress(ValueError), Store.open(path).writer():
        if why is not None:
            raise why
    assert list(tmp_path.iterdir()) == []
    add(path)
    with Store.open(path).writer():
        pass
    assert count(path) == 1


def test_a_record_needs_a_folder_to_lie_in_and_is_none_itself(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="existing folder"):
        add(tmp_path / "nowhere" / "record.sqlite")
    with pytest.raises(RecordError, match="is a folder"):
        add(tmp_path)


@contextmanager
def as_nobody() -> Iterator[None]:
    """As a user without rights, since root may write whatever the file says."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can get to, which those of pytest are not."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_a_record_that_may_only_be_read_is_shown_and_not_added_to(open_folder: Path) -> None:
    path = open_folder / "record.sqlite"
    add(path)
    for inside in open_folder.iterdir():
        inside.chmod(0o444)
    open_folder.chmod(0o555)
    with as_nobody():
        assert count(path) == 1
        with pytest.raises(RecordError, match="cannot be written"):
            add(path, "Dara Velisk said no.\n")


def test_a_record_file_that_may_only_be_read_is_not_added_to(open_folder: Path) -> None:
    path = open_folder / "record.sqlite"
    add(path)
    path.chmod(0o444)
    path.with_name("record.sqlite.lock").chmod(0o666)
    open_folder.chmod(0o777)
    with as_nobody(), pytest.raises(RecordError, match="may only be read"):
        add(path, "Dara Velisk said no.\n")


def test_a_record_in_a_folder_that_is_closed_to_the_user_is_told_as_such(open_folder: Path) -> None:
    path = open_folder / "record.sqlite"
    add(path)
    open_folder.chmod(0o700)
    with as_nobody(), pytest.raises(RecordError, match="Permission denied"):
        count(path)


def test_a_second_writer_is_refused_at_once_and_told_who_writes(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    with Store.open(path).writer(), pytest.raises(RecordError, match=rf"written by another process .*{os.getpid()}"):
        add(path)
    add(path)
    assert count(path) == 1


def test_the_lock_holds_between_processes_and_goes_with_a_killed_one(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    script = (
        "import sys; from communique.record import Store\n"
        f"with Store.open({str(path)!r}).writer(): print('in', flush=True); sys.stdin.read()"
    )
    root = Path(__file__).parents[2]
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"in\n"
        with pytest.raises(RecordError, match=str(other.pid)):
            add(path)
        other.kill()
    add(path)
    assert count(path) == 1


def test_a_full_disk_is_told_and_what_was_added_before_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    add(path)
    long = "".join(f"Dara Velisk said the road to village {n} is closed.\n" for n in range(2000))
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 100_000, hard))
    try:
        with pytest.raises(RecordError, match=r"disk .* is kept whole"):
            add(path, long)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert count(path) == 1
    add(path, long)
    assert count(path) == 2001
