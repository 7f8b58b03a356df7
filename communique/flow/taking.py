"""Sources → readings, one at a time, in the order given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from communique.domain.reading import Reading
from communique.domain.report import Unread
from communique.flow import reader
from communique.ingest import Intake, take
from communique.settings import Settings

MEGABYTE = 1_000_000


def readings(
    paths: Iterable[str | Path], settings: Settings, *, stdin: BinaryIO | None = None
) -> Iterator[Reading | Unread]:
    """A Reading for each report, skipped ones without findings, and the Unread that could not be taken in."""
    chosen = reader(settings)
    options = Intake(max_bytes=settings.max_megabytes * MEGABYTE)
    for item in take(paths, options=options, stdin=stdin):
        yield item if isinstance(item, Unread) else chosen.read(item)
