"""Opening the file: what it must be, and what is said if it is not."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from communique.errors import RecordError
from communique.record.sqlite.migrate import APPLICATION, latest, migrate

# The tables that something is added to first.
FILLED = ("reports", "unread", "imported_rows", "decisions")

# What SQLite says, and what it means for the one who reads it.
MEANINGS = (
    (
        "file is not a database",
        "it is not an SQLite file. Give the path of a record, or of a file that does not exist yet",
    ),
    ("malformed", "the file is damaged. Go back to a copy; nothing was added"),
    ("disk is full", "the disk is full. What was added before is kept whole; make room and go on"),
    (
        "disk I/O error",
        "the disk refused to take or give data. What was added before is kept whole; look after the disk",
    ),
    ("readonly", "it may only be read. Make the file and its folder writable, or give another record"),
    ("unable to open", "the file could not be opened. Give a path in an existing folder that you may use"),
    ("locked", "another program is holding it. Wait until it is done"),
)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turns what SQLite raises into a `RecordError` that says what happened and what to do."""
    try:
        yield
    except sqlite3.Error as why:
        said = str(why)
        meaning = next((m for sign, m in MEANINGS if sign in said), f"SQLite says: {said}")
        raise RecordError(f"The record {path} could not be used: {meaning}.") from why


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection for the one writer, on a record that is made or migrated first."""
    if _is(stat.S_ISDIR, path):
        raise RecordError(f"The record {path} is a folder: give the path of a file.")
    with told(path), closing(sqlite3.connect(path, isolation_level=None)) as connection:
        _is_ours(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        # A commit that was reported is on the disk, even if the power fails: reading a report takes far longer.
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        # Without it, INSERT OR REPLACE would delete rows past the triggers that forbid it.
        connection.execute("PRAGMA recursive_triggers = ON")
        migrate(connection)
        yield connection


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write, on a record that exists and has the present form."""
    if not _is(stat.S_ISREG, path):
        raise RecordError(f"There is no record at {path}. Make one with `communique add PATH…`, or give its path.")
    with told(path), closing(_connected(path)) as connection:
        _is_ours(connection, path)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == 0:
            raise RecordError(f"The record {path} is empty. Fill it with `communique add PATH…`.")
        if version < latest():
            raise RecordError(f"The record {path} has the older form {version}: `communique add` brings it up to date.")
        yield connection


def holds_something(path: Path) -> bool:
    """Whether anything was ever added to the record there."""
    try:
        with reading(path) as connection:
            return any(connection.execute(f"SELECT 1 FROM {table}").fetchone() for table in FILLED)
    except RecordError:  # nothing was made there, or a run that was broken off before there were tables
        return False


def removed(record: Path, *beside: Path) -> None:
    """Removes a record that holds nothing, with the files beside it; the caller holds its lock."""
    for path in (*(record.with_name(record.name + end) for end in ("", "-wal", "-shm")), *beside):
        # Where it cannot be removed (another program has it open), an empty record does no harm.
        with suppress(OSError):
            path.unlink()


def _is(kind: Callable[[int], bool], path: Path) -> bool:
    try:
        return kind(path.stat().st_mode)
    except FileNotFoundError:
        return False
    except OSError as why:
        raise RecordError(f"The record {path} could not be used: {why.strerror}. Give one that you may use.") from why


def _connected(path: Path) -> sqlite3.Connection:
    address = path.resolve().as_uri()
    connection = sqlite3.connect(f"{address}?mode=rw", uri=True, isolation_level=None)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            raise
        # Where nothing can be written SQLite cannot make its side files, and nobody can change the record.
        return sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True, isolation_level=None)
    return connection


def _is_ours(connection: sqlite3.Connection, path: Path) -> None:
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    filled = connection.execute("SELECT 1 FROM sqlite_master").fetchone() is not None
    if application != APPLICATION and (filled or application or version):
        raise RecordError(f"{path} is an SQLite database, but not a record of ours. Give the path of a record.")
    if version > latest():
        raise RecordError(
            f"The record {path} has the form {version}, made by a newer communique; this one knows the forms up to "
            f"{latest()}. Use the newer one."
        )
