"""One writer at a time, across processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.errors import RecordError


@contextmanager
def held(record: Path) -> Iterator[None]:
    """Holds the record's write lock; a `RecordError` at once if another writer holds it.

    The system lets go of the lock when the process ends, however it ends, so a killed writer blocks nobody. It lies
    beside the record, in `<record>.lock`, because closing any handle on an SQLite file drops SQLite's own locks; and it
    is left there, because removing it would let two writers lock two files of one name.
    """
    beside = record.with_name(record.name + ".lock")
    try:
        handle = os.open(beside, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as why:
        raise RecordError(
            f"The record {record} cannot be written: {beside} could not be opened ({why.strerror}). "
            "Give a --record in an existing folder that you may write to."
        ) from why
    try:
        if not _taken(handle):
            raise RecordError(
                f"The record {record} is being written by another process{_owner(handle)}. "
                "Wait until it is done, or give another --record."
            )
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        yield
    finally:
        os.close(handle)


def _owner(handle: int) -> str:
    try:
        number = os.read(handle, 20).decode("ascii", "replace")
    except OSError:  # Windows does not let a locked file be read
        return ""
    return f" (number {number})" if number.isdigit() else ""


if sys.platform == "win32":
    import msvcrt

    def _taken(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _taken(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
