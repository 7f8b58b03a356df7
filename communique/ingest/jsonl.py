"""JSON Lines: one report a line, `{"id","text","url"?,"published"?,"outlet"?,"title"?}`."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

import msgspec

from communique.domain.report import Published, Unread
from communique.errors import UnreadableSource
from communique.ingest.decoding import decode
from communique.ingest.draft import Document, Draft, digest
from communique.ingest.intake import Intake
from communique.ingest.published import given

log = logging.getLogger(__name__)

_SUFFIXES = frozenset({".jsonl", ".ndjson", ".jsonlines"})
_OBJECT = re.compile(rb'\s*\{\s*"')


class Line(msgspec.Struct, frozen=True):
    """What one line may hold; other fields are allowed and left alone."""

    text: str
    id: str | int | None = None
    url: str | None = None
    published: str | int | None = None
    outlet: str | None = None
    title: str | None = None


class JsonLines:
    """A file of any length: it is streamed, and a bad line costs only itself."""

    name = "JSONL"

    def recognises(self, document: Document) -> bool:
        """An object on the first line, or the suffix."""
        if document.suffix in _SUFFIXES:
            return True
        first = _unmarked(document.head).lstrip().split(b"\n", 1)[0]
        return _OBJECT.match(first) is not None and b'"text"' in first

    def read(self, document: Document, options: Intake) -> Iterator[Draft | Unread]:
        """A draft for every line that is a report, an `Unread` that names file and line for every other."""
        found = False
        for number, line in enumerate(_lines(document, options.max_bytes), start=1):
            if line is not None and not line.strip():
                continue
            found = True
            try:
                yield _draft(line, options, where=f"{document.name}, line {number}")
            except (UnreadableSource, msgspec.MsgspecError) as error:
                where = f"{document.name}:{number}"
                yield Unread(id=where, source=where, error=f"{document.name}, line {number}: {error}")
        if not found:
            raise UnreadableSource("is empty: it holds no line")


def _draft(raw: bytes | None, options: Intake, *, where: str) -> Draft:
    if raw is None:
        raise UnreadableSource(f"the line has more than {options.max_bytes:,} bytes, more than is read of one document")
    try:
        line = msgspec.json.decode(decode(raw).encode(), type=Line)
    except msgspec.ValidationError as error:
        raise UnreadableSource(f'the line is not {{"id", "text", …}}: {error}') from error
    except (msgspec.DecodeError, RecursionError) as error:
        raise UnreadableSource(f"the line is not JSON: {error}") from error
    if not line.text.strip():
        raise UnreadableSource("its text is empty")
    if "\0" in line.text:
        raise UnreadableSource("its text holds null characters, as binary data does")
    return Draft(
        text=line.text,
        sha256=digest(raw.strip()),
        id=None if line.id is None else str(line.id),
        url=line.url or None,
        outlet=(line.outlet or "").strip() or None,
        title=(line.title or "").strip() or None,
        published=_published(line.published, where),
    )


def _published(value: str | int | None, where: str) -> Published | None:
    if value in (None, ""):
        return None
    found = given(str(value))
    if found is None:
        log.warning('%s: published "%s" is no date such as 2031-03-18; it is left out', where, value)
    return found


def _lines(document: Document, limit: int) -> Iterator[bytes | None]:
    if document.head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        # UTF-16 cannot be split at the byte of a newline.
        yield from decode(document.whole(limit)).encode().split(b"\n")
        return
    for number, line in enumerate(document.lines(limit)):
        yield _unmarked(line) if line is not None and number == 0 else line


def _unmarked(data: bytes) -> bytes:
    return data.removeprefix(b"\xef\xbb\xbf")
