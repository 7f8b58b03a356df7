"""What ingest is willing to take in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """The bounds on one document. Every document is hostile until it is a Report.

    `max_bytes` bounds a file, a page or one line of a JSONL file (the JSONL file itself may have any size: it is
    streamed). `max_page_bytes` bounds an HTML page, `max_chars` the text of one report.
    """

    # A long report is 200 kB, a scanned one saved as text 2 MB: 50 MB keeps every real document and is still read
    # and decoded in about a second and 200 MB of memory.
    max_bytes: int = 50_000_000

    # Finding the main text of a page takes some 20 times the memory of its bytes; real news pages stay below 3 MB.
    max_page_bytes: int = 10_000_000

    # The parser's own bound: above a million characters its memory runs into gigabytes. A novel has half of that.
    max_chars: int = 1_000_000

    # Reading a page takes time with the number of its elements, whatever its size in bytes; news pages have 500 to
    # 5,000, a long table 50,000.
    max_elements: int = 60_000

    def __post_init__(self) -> None:
        for name in ("max_bytes", "max_page_bytes", "max_chars", "max_elements"):
            value = getattr(self, name)
            if value < 1:
                raise ValueError(f"{name} is {value}; it must be at least 1")
