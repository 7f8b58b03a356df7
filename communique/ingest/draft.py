"""What passes between the steps of ingest: a document to read, and the draft of a report that a format makes of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Literal, Protocol

from communique.domain.report import Published, Unread
from communique.errors import UnreadableSource
from communique.ingest.intake import Intake

HEAD_BYTES = 65_536

BlockKind = Literal["headline", "subhead", "paragraph", "furniture"]


@dataclass(frozen=True, slots=True)
class Block:
    """A range of a draft's text whose part in the article the format already knows."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report before its anatomy. `blocks` is empty where the format (plain text) knows only characters."""

    text: str
    sha256: str
    id: str | None = None
    source: str | None = None
    blocks: tuple[Block, ...] = ()
    outlet: str | None = None
    url: str | None = None
    published: Published | None = None
    title: str | None = None
    author: str | None = None


class Document:
    """One open source: its name, the first bytes (`head`, for sniffing) and the rest, read at most once."""

    def __init__(self, name: str, stream: BinaryIO, *, suffix: str = "", size: int | None = None) -> None:
        self.name = name
        self.suffix = suffix.lower()
        self.size = size
        self._stream = stream
        self.head = _read_fully(stream, HEAD_BYTES)

    def whole(self, limit: int) -> bytes:
        """All bytes; `UnreadableSource` if there are more than `limit`, before they are read where that is known."""
        if self.size is not None and self.size > limit:
            raise UnreadableSource(f"has {self.size:,} bytes; at most {limit:,} are read of one document")
        data = self.head + _read_fully(self._stream, limit + 1 - len(self.head))
        if len(data) > limit:
            raise UnreadableSource(f"has more than {limit:,} bytes; at most {limit:,} are read of one document")
        return data

    def lines(self, limit: int) -> Iterator[bytes | None]:
        """Each line without its end, None for a line of more than `limit` bytes: at most one line is in memory."""
        rest = self.head
        oversized = False
        while True:
            *whole, rest = rest.split(b"\n")
            for line in whole:
                yield None if oversized or len(line) > limit else line
                oversized = False
            if len(rest) > limit:
                oversized, rest = True, b""
            chunk = self._stream.read(1 << 20)
            if not chunk:
                break
            rest += chunk
        if rest or oversized:
            yield None if oversized else rest


class Format(Protocol):
    """One way a document can be written. A new format is one such object in one file, listed in `formats.py`."""

    name: str

    def recognises(self, document: Document) -> bool:
        """Whether the document's first bytes (and, where they leave it open, its suffix) are of this format."""

    def read(self, document: Document, options: Intake) -> Iterator[Draft | Unread]:
        """The drafts of the document, in its order; raises `UnreadableSource` where it holds none."""


def digest(data: bytes) -> str:
    """The SHA-256 of the bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _read_fully(stream: BinaryIO, count: int) -> bytes:
    # A pipe gives what it has; only an empty read means that there is no more.
    pieces: list[bytes] = []
    while count > 0 and (piece := stream.read(min(count, 1 << 20))):
        pieces.append(piece)
        count -= len(piece)
    return b"".join(pieces)
