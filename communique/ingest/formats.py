"""The formats that are read, in the order they are asked, and the ones that are known but not read.

To add a format: write one file with one object that is a `Format`, and list it here before `PlainText`.
"""

from __future__ import annotations

from communique.errors import UnreadableSource
from communique.ingest.draft import Document, Format
from communique.ingest.jsonl import JsonLines
from communique.ingest.page import HtmlPage
from communique.ingest.text import PlainText

FORMATS: tuple[Format, ...] = (HtmlPage(), JsonLines(), PlainText())

# First bytes of files that users do put into a folder of reports, with what to tell them.
NOT_READ = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"WARC/", "a web archive (WARC)"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"RIFF", "an image, sound or film"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or film"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
)

# Text that would be read as if its markup were prose: only the suffix or the first tag tells.
NOT_READ_SUFFIXES = {
    ".csv": "a table (CSV)",
    ".tsv": "a table (TSV)",
    ".eml": "an e-mail message",
    ".mbox": "a mailbox",
    ".json": "JSON, but not one report a line (JSONL)",
}
NOT_READ_XML = ((b"<rss", "a news feed (RSS)"), (b"<feed", "a news feed (Atom)"), (b"<?xml", "an XML document"))


def format_of(document: Document) -> Format:
    """The format that reads the document; `UnreadableSource` for one that is known not to be read."""
    if not document.head:
        raise UnreadableSource("is empty: it has no bytes")
    for first, kind in NOT_READ:
        if document.head.startswith(first):
            raise UnreadableSource(f"is {kind}; {readable()} can be read")
    found = next(form for form in FORMATS if form.recognises(document))
    if isinstance(found, PlainText) and (what := _markup(document)):
        raise UnreadableSource(f"is {what}; {readable()} can be read")
    return found


def _markup(document: Document) -> str | None:
    start = document.head[:1_000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"<"):
        for tag, kind in NOT_READ_XML:
            if tag in start:
                return kind
    return NOT_READ_SUFFIXES.get(document.suffix)


def readable() -> str:
    """The names of the formats that are read, for messages: "HTML, JSONL and text"."""
    *first, last = (form.name for form in FORMATS)
    return f"{', '.join(first)} and {last}"
