"""Footnotes: every citation of a report once, numbered in the order in which its sentences name them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

from communique.domain.incident import Citation
from communique.truce.sitrep.content import SituationReport

ARROW = " › "
BUNDLES = (".jsonl", ".ndjson", ".warc", ".warc.gz")
FEW, EDGE = 12, 5  # words of a text fragment


@dataclass(frozen=True, slots=True)
class Notes:
    """The citations in the order of their numbers, 1 first."""

    cited: tuple[Citation, ...]
    numbers: dict[Citation, int]

    @staticmethod
    def of(report: SituationReport) -> Notes:
        """The notes of a report."""
        found: dict[Citation, int] = {}
        for sentence in report.sentences():
            for citation in sentence.cited:
                found.setdefault(citation, len(found) + 1)
        return Notes(tuple(found), found)

    def numbered(self, cited: Iterable[Citation]) -> tuple[int, ...]:
        """The numbers of citations, each once, in rising order."""
        return tuple(sorted({self.numbers[one] for one in cited}))


def chain(citation: Citation) -> str:
    """Who vouches for it, outermost first: "VNA › Pavel Drenko"; "unnamed" for nobody."""
    return ARROW.join(citation.chain) or "unnamed"


def place(citation: Citation) -> str:
    """Where it stands: the source with the characters, or with the row of an imported table."""
    where = found_at(citation.source, citation.report)
    if citation.row is not None:
        return f"{where}, row {citation.row}"
    spans = ", ".join(f"{start}–{end}" for start, end in citation.spans)
    return f"{where}, characters {spans}" if spans else where


def found_at(source: str, report: str) -> str:
    """The source, and which of its reports it is where one file holds several."""
    return f"{source}, report {report}" if report and source.lower().endswith(BUNDLES) else source


def permalink(citation: Citation) -> str:
    """An address that leads to the words: the web address if there is one, else the source, with a fragment.

    A browser finds the words of a page by a text fragment ("#:~:text=…"). A file has the fragment of RFC 5147
    ("report.txt#char=120,180"), a row of a table that of RFC 7111.
    """
    where = citation.url or citation.source
    if "#" in where:
        return where
    if citation.row is not None:
        return f"{where}#row={citation.row}"
    if citation.url:
        return f"{where}#:~:text={_fragment(citation.quotation)}" if citation.quotation else where
    if not citation.spans:
        return where
    which = f"report={quote(citation.report)}&" if where.lower().endswith(BUNDLES) else ""
    return f"{where}#{which}char={citation.spans[0][0]},{citation.spans[-1][1]}"


def _fragment(quotation: str) -> str:
    """The words as a text fragment: whole where they are few, else how they begin and end."""
    words = quotation.split()
    if {"…", "[…]"} & set(words):  # pieces that do not stand side by side: a browser would look for them in vain
        return _encoded(words[: min(words.index(gap) for gap in ("…", "[…]") if gap in words)])
    return _encoded(words) if len(words) <= FEW else f"{_encoded(words[:EDGE])},{_encoded(words[-EDGE:])}"


def _encoded(words: list[str]) -> str:
    # A hyphen, a comma and an ampersand have a meaning of their own in a text fragment.
    return quote(" ".join(words), safe="").replace("-", "%2D")
