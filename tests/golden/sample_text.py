"""The text of a sample report as a person sees it, without the tool: what the expectations are checked against."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

UNSEEN = {"head", "script", "style", "noscript"}
BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "ul", "li", "td", "tr", "table", "header", "footer", "nav", "main"}
BLOCKS |= {"article", "aside", "section", "figure", "br", "button"}


class Visible(HTMLParser):
    """Collects what a page shows: no scripts, no head, a line break around every block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in UNSEEN
        if tag in BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in UNSEEN
        if tag in BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.pieces.append(data)


def sample_text(path: Path, record: str | None = None) -> str:
    """The decoded text of a report; of a page what it shows; of a JSONL file the text of the line with that id."""
    text = _decoded(path.read_bytes())
    if path.suffix == ".jsonl":
        return next(str(row["text"]) for row in map(json.loads, text.splitlines()) if row["id"] == record)
    if path.suffix != ".html":
        return text
    page = Visible()
    page.feed(text)
    return "".join(page.pieces)


def _decoded(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:  # one sample is in Windows-1252, as old wire systems send it
        return content.decode("cp1252")
