"""Plain text: the decoded file, unchanged."""

from __future__ import annotations

from collections.abc import Iterator

from communique.domain.report import Unread
from communique.errors import UnreadableSource
from communique.ingest.decoding import decode
from communique.ingest.draft import Document, Draft, digest
from communique.ingest.intake import Intake


class PlainText:
    """Every document that is nothing else."""

    name = "text"

    def recognises(self, document: Document) -> bool:
        """Always: what turns out to be no text is refused when it is decoded."""
        return True

    def read(self, document: Document, options: Intake) -> Iterator[Draft | Unread]:
        """One draft whose text is the file's, character for character."""
        data = document.whole(options.max_bytes)
        text = decode(data)
        if not text.strip():
            raise UnreadableSource("is empty: it holds no characters but white space")
        yield Draft(text=text, sha256=digest(data))
