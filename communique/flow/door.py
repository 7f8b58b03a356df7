"""`communique.read` and `communique.read_all`: the package used from Python."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from communique.domain.reading import Reading
from communique.domain.report import Unread
from communique.errors import UnreadableSource

if TYPE_CHECKING:
    from communique.flow.reading import Reader
    from communique.settings import Settings

LONGEST_PATH = 4096


def read(path_or_text: str | Path, *, outlet: str | None = None, settings: Settings | None = None) -> Reading:
    """The reading of one report: of the file at a path, or of the text itself.

    A `Path`, or a string that names an existing file, is read as a file; any other string is a report's text. `outlet`
    names the outlet of a text. Raises UnreadableSource for a file that cannot be read or that holds several reports.
    """
    from communique.ingest import take_text

    if isinstance(path_or_text, str) and not _names_a_file(path_or_text):
        digest = hashlib.sha256(path_or_text.encode("utf-8", "surrogatepass")).hexdigest()
        report = take_text(path_or_text, id=digest[:16], outlet=outlet)
        return _reader(settings).read(report)
    found = list(read_all([path_or_text], settings=settings))
    if len(found) != 1:
        raise UnreadableSource(f"{path_or_text} holds {len(found)} reports; read_all reads any number of them.")
    if isinstance(found[0], Unread):
        raise UnreadableSource(found[0].error)
    return found[0]


def read_all(paths: Iterable[str | Path], *, settings: Settings | None = None) -> Iterator[Reading | Unread]:
    """A Reading for each report in files and folders, in order, and an Unread for each source that cannot be read."""
    from communique.ingest import take

    for item in take(paths):
        yield item if isinstance(item, Unread) else _reader(settings).read(item)


@lru_cache(maxsize=1)
def _reader(settings: Settings | None) -> Reader:
    # Loaded when first used: importing the package stays fast.
    from communique.flow import reader

    return reader(settings)


def _names_a_file(text: str) -> bool:
    if len(text) > LONGEST_PATH or "\n" in text or "\0" in text:
        return False
    try:
        return Path(text).exists()
    except OSError:
        return False
