"""One writer at a time, across processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.errors import RecordError


@contextmanager
def held(record: Path) -> Iterator[Path]:
    """Holds the record's write lock and gives its file; a `RecordError` at once if another writer holds it.

    The system lets go of the lock when the process ends, however it ends, so a killed writer blocks nobody. It lies
    beside the record, in `<record>.lock`, because closing any handle on an SQLite file drops SQLite's own locks. Only
    the writer that holds it may remove it; one that meanwhile opened it finds it gone, and takes the next.
    """
    beside = record.with_name(record.name + ".lock")
    handle = _opened(record, beside)
    try:
        while _taken(handle):
            if _is_at(handle, beside):
                break
            os.close(handle)
            handle = _opened(record, beside)
        else:
            raise RecordError(
                f"The record {record} is being written by another process{_owner(handle)}. "
                "Wait until it is done, or give another --record."
            )
        os.ftruncate(handle, 0)
        os.write(handle, str(os.getpid()).encode())
        yield beside
    finally:
        os.close(handle)


def _opened(record: Path, beside: Path) -> int:
    try:
        return os.open(beside, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as why:
        raise RecordError(
            f"The record {record} cannot be written: {beside} could not be opened ({why.strerror}). "
            "Give a --record in an existing folder that you may write to."
        ) from why


def _is_at(handle: int, beside: Path) -> bool:
    """Whether the file that was opened still lies there: a writer that came to nothing may have removed it."""
    try:
        return os.path.samestat(os.fstat(handle), beside.stat())
    except FileNotFoundError:
        return False


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
