"""The SQLite store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.record.sqlite.connect import holds_something, reading, removed, writing
from communique.record.sqlite.lock import held
from communique.record.sqlite.view import SqliteView
from communique.record.sqlite.writer import SqliteWriter
from communique.record.store import Clock, Store, View, Writer


class SqliteStore(Store):
    """A record in the file `path`, with its write-ahead log and its lock beside it."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        fresh = not self._path.exists()
        with held(self._path) as lock:
            try:
                with writing(self._path) as connection:
                    yield SqliteWriter(connection, self._path, self._clock)
            finally:
                # A first run that came to nothing leaves no record behind: it would pass for one that says nothing.
                if fresh and not holds_something(self._path):
                    removed(self._path, lock)

    @contextmanager
    def view(self) -> Iterator[View]:
        with reading(self._path) as connection:
            yield SqliteView(connection)
