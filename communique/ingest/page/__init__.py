"""HTML pages: the article's text first, then everything around it as furniture. Scripts and styles never get in.

The libraries that parse pages are imported with the first page: a folder of texts does not pay for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.domain.report import Unread
from communique.ingest.decoding import decode
from communique.ingest.draft import Document, Draft, digest
from communique.ingest.intake import Intake

_BOM = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*")
_MARKUP = re.compile(
    rb"(?i)(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.DOTALL
)
# A fragment of a page, as copied or as a feed holds it: it begins with a tag that only HTML has.
_FRAGMENT = re.compile(
    rb"(?i)<(?:div|p|article|main|section|table|h[1-6]|meta|title|span|center|font)(?:\s[^<>]{0,500})?>"
)
_CHARSET = re.compile(rb"(?i)<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,30})")
_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})


class HtmlPage:
    """A page, told by its tags."""

    name = "HTML"

    def recognises(self, document: Document) -> bool:
        """A document type or one of the outermost tags at the start, or a tag and the suffix."""
        start = _narrow(document.head)
        start = start[_end(_BOM.match(start)) :]
        if _MARKUP.match(start) or _FRAGMENT.match(start):
            return True
        return document.suffix in _SUFFIXES and b"<" in start

    def read(self, document: Document, options: Intake) -> Iterator[Draft | Unread]:
        """One draft; `UnreadableSource` for a page too big, too deeply nested or without visible text."""
        data = document.whole(min(options.max_bytes, options.max_page_bytes))
        from communique.ingest.page.reading import draft_of

        yield draft_of(decode(data, declared=_declared(data)), digest(data), options)


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:4_096])
    # What the page calls Latin-1 is read as Windows-1252, as browsers do: its curly quotes are there.
    name = found.group(1).decode("ascii", "replace").lower() if found else None
    return "cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii") else name


def _narrow(head: bytes) -> bytes:
    """The first bytes with UTF-16 folded to one byte a character, enough to see a tag."""
    start = head[:8_000]
    return start.replace(b"\0", b"")[2:] if start[:2] in (b"\xff\xfe", b"\xfe\xff") else start


def _end(match: re.Match[bytes] | None) -> int:
    return match.end() if match else 0
