"""Paths → open documents, in a fixed order: files as named, folders walked by name, "-" for standard input."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from communique.domain.report import Unread
from communique.errors import UnreadableSource
from communique.ingest.draft import Document

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One thing to read: `name` as messages and the record call it, `path` None for standard input."""

    name: str
    path: Path | None

    @property
    def stem(self) -> str:
        """The id that reports of a file without ids of their own start from."""
        return self.path.stem if self.path else "stdin"


def listed(named: Iterable[str | Path]) -> Iterator[Source | Unread]:
    """Every source behind the names given, an `Unread` for each that is not there or cannot be listed."""
    for name in named:
        if str(name) == STDIN:
            yield Source("stdin", None)
            continue
        path = Path(name)
        if path.is_dir():
            yield from _walked(path)
        else:
            yield Source(str(path), path)


@contextmanager
def opened(source: Source, stdin: BinaryIO | None) -> Iterator[Document]:
    """The document of a source; `UnreadableSource` where it cannot be opened, saying why."""
    if source.path is None:
        if stdin is None:
            raise UnreadableSource("is standard input, and none was given")
        yield Document(source.name, stdin)
        return
    with _open(source.path) as stream:
        size = os.fstat(stream.fileno()).st_size
        yield Document(source.name, stream, suffix=source.path.suffix, size=size)


def _open(path: Path) -> BinaryIO:
    try:
        mode = path.stat().st_mode
        # A pipe or a device would block or never end.
        if not stat.S_ISREG(mode):
            raise UnreadableSource("is not a regular file; only files, folders and - (standard input) can be read")
        return path.open("rb")
    except FileNotFoundError:
        raise UnreadableSource("does not exist; check the path") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise UnreadableSource(f"cannot be opened: {reason}") from error


def _walked(root: Path) -> Iterator[Source | Unread]:
    failures: list[OSError] = []
    empty = True
    for folder, subfolders, files in os.walk(root, onerror=failures.append):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(files):
            # Hidden files are the system's (".DS_Store") or another tool's, never reports.
            if not name.startswith("."):
                path = Path(folder) / name
                yield Source(str(path), path)
                empty = False
    for failure in failures:
        name = str(failure.filename or root)
        yield Unread(id=name, source=name, error=f"{name} cannot be listed: {failure.strerror}")
    if empty and not failures:
        yield Unread(id=str(root), source=str(root), error=f"{root} is a folder that holds no files")
