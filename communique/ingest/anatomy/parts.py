"""The parts of a text: disjoint, in order, each of one kind. Passes split and re-label them, never overlap them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from communique.domain.span import Span
from communique.ingest.draft import Block

Kind = Literal["body", "headline", "dateline", "byline", "subhead", "furniture"]

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]*[^\s\r\n][^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]*")
_PARAGRAPH_END = re.compile(r"(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)")

# A line of wrapped text is cut at a margin; lines longer than this are paragraphs already.
WIDEST_MARGIN = 100


@dataclass(frozen=True, slots=True)
class Part:
    """A trimmed range of the text: what it is, and whether a page's markup said so (then no guess overrides it)."""

    span: Span
    kind: Kind = "body"
    sure: bool = False

    def of(self, text: str) -> str:
        """The characters of the part."""
        return self.span.of(text)

    def become(self, kind: Kind) -> Part:
        """The same range as another kind."""
        return replace(self, kind=kind)


Parts = tuple[Part, ...]


def part_of(text: str, block: Block) -> Part | None:
    """The part that a block of markup is, None for one without visible characters."""
    span = trimmed(text, block.start, block.end)
    if span is None:
        return None
    return Part(span, "body" if block.kind == "paragraph" else block.kind, sure=block.kind != "paragraph")


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The range without the white space at its ends, None if nothing is left."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    kept = len(piece.strip())
    return Span(start + left, start + left + kept) if kept else None


def cut(text: str, part: Part, start: int, end: int, kind: Kind) -> Parts:
    """The part in up to three: what stands before `[start, end)`, that range as `kind`, and what follows."""
    ranges = ((part.span.start, start, part.kind), (start, end, kind), (end, part.span.end, part.kind))
    return tuple(
        Part(span, is_a, part.sure) for left, right, is_a in ranges if (span := trimmed(text, left, right)) is not None
    )


def swap(parts: Parts, index: int, new: Parts) -> Parts:
    """The parts with the one at `index` replaced by `new`."""
    return (*parts[:index], *new, *parts[index + 1 :])


def split(text: str) -> Parts:
    """The paragraphs of plain text: its lines, or the groups between blank lines where lines are cut at a margin."""
    lines = [span for match in _LINE.finditer(text) if (span := trimmed(text, *match.span()))]
    if not _wrapped(text, lines):
        return tuple(map(Part, lines))
    groups: list[Span] = []
    for line in lines:
        if groups and not _PARAGRAPH_END.search(text, groups[-1].end, line.start):
            groups[-1] = Span(groups[-1].start, line.end)
        else:
            groups.append(line)
    return tuple(map(Part, groups))


def _wrapped(text: str, lines: list[Span]) -> bool:
    """Whether lines end at a margin: most are short, and many of the next go on in lower case."""
    if len(lines) < 3 or sum(len(line) > WIDEST_MARGIN for line in lines) > len(lines) // 10:
        return False
    breaks = [(one, two) for one, two in pairwise(lines) if not _PARAGRAPH_END.search(text, one.end, two.start)]
    going_on = sum(text[two.start].islower() for _, two in breaks)
    return going_on >= 2 and going_on >= 0.25 * len(breaks)
