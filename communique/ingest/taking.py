"""The way in: sources → reports, one at a time, in the order given. Nothing a document holds stops the others."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from communique.domain.report import Published, Report, Unread
from communique.errors import UnreadableSource
from communique.ingest import sources as where
from communique.ingest.draft import Draft, digest
from communique.ingest.formats import format_of
from communique.ingest.intake import Intake
from communique.ingest.published import given
from communique.ingest.reporting import report_of

log = logging.getLogger(__name__)

DEFAULTS = Intake()


def take(
    sources: Iterable[str | Path], *, options: Intake = DEFAULTS, stdin: BinaryIO | None = None
) -> Iterator[Report | Unread]:
    """The reports of files, folders and "-" (`stdin`), each in turn; an `Unread` for each that cannot be read.

    Ids are a JSONL line's own or the file's name without its suffix; a second one of the same name in one call gets
    "-2" and so on. Raises nothing that a document could cause.
    """
    names = _Names()
    for source in where.listed(sources):
        if isinstance(source, Unread):
            yield source
        else:
            yield from _taken(source, options, stdin, names)


def take_text(
    text: str,
    *,
    id: str,  # noqa: A002 - the record's own word
    source: str = "text",
    outlet: str | None = None,
    url: str | None = None,
    published: Published | str | None = None,
) -> Report:
    """The report that a text in memory is; `published` may be an ISO date. The text stays as it is.

    Raises `UnreadableSource` for a text that is empty, has null or half characters, or is longer than
    `Intake.max_chars`, and for a `published` that is no date.
    """
    when = given(published) if isinstance(published, str) else published
    if isinstance(published, str) and when is None:
        raise UnreadableSource(f'published "{published}" is no date; write it as 2031-03-18, 2031-03 or 2031')
    if not text.strip():
        raise UnreadableSource(f"{id}: the text is empty")
    if "\0" in text:
        raise UnreadableSource(f"{id}: the text holds null characters; only text can be read")
    try:
        sha256 = digest(text.encode())
    except UnicodeEncodeError as error:
        raise UnreadableSource(f"{id}: the text holds half a character (a lone surrogate) at {error.start}") from error
    draft = Draft(text=text, sha256=sha256, outlet=outlet, url=url, published=when)
    return report_of(draft, id=id, source=source, options=DEFAULTS)


def _taken(source: where.Source, options: Intake, stdin: BinaryIO | None, names: _Names) -> Iterator[Report | Unread]:
    try:
        with where.opened(source, stdin) as document:
            for draft in format_of(document).read(document, options):
                yield draft if isinstance(draft, Unread) else _reported(draft, source, options, names)
    except UnreadableSource as error:
        yield _unread(source, str(error), names)
    except Exception as error:
        # The parsers below are other people's and the bytes are anybody's: whatever one document sets off, the
        # others are still read, and the line says what happened.
        log.debug("%s", source.name, exc_info=True)
        yield _unread(source, f"could not be read: {type(error).__name__}: {error}", names)


def _reported(draft: Draft, source: where.Source, options: Intake, names: _Names) -> Report | Unread:
    name = names.free(draft.id or source.stem)
    try:
        return report_of(draft, id=name, source=draft.source or source.name, options=options)
    except UnreadableSource as error:
        message = f"{source.name}{f', {draft.id}' if draft.id else ''} {error}"
        return Unread(id=name, source=source.name, error=message, sha256=draft.sha256)


def _unread(source: where.Source, error: str, names: _Names) -> Unread:
    return Unread(id=names.free(source.stem), source=source.name, error=f"{source.name} {error}")


@dataclass(slots=True)
class _Names:
    """The ids of one call, so that no two reports of it share one."""

    _taken: set[str] = field(default_factory=set)
    _last: dict[str, int] = field(default_factory=dict)

    def free(self, wanted: str) -> str:
        name = wanted
        while name in self._taken:
            self._last[wanted] = self._last.get(wanted, 1) + 1
            name = f"{wanted}-{self._last[wanted]}"
        self._taken.add(name)
        return name
