"""The report's text from its first character to its last, block by block, with the cards beside it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from communique.domain.attribution import Statement
from communique.domain.reading import Reading
from communique.exports.blocks import Block, blocks
from communique.exports.edition.anchors import Anchors, marks, targets
from communique.exports.edition.cards import cards
from communique.exports.edition.escape import esc
from communique.exports.edition.passage import Typesetter, heights
from communique.exports.edition.states import States
from communique.exports.marks import Mark, Segment, segments

_TAGS = {"headline": "h1", "subhead": "h2"}


@dataclass(frozen=True, slots=True)
class Article:
    """The article's HTML, and the stems of the passages that came out in more than one piece."""

    html: str
    cut: tuple[str, ...]


def article(reading: Reading, anchors: Anchors, states: States) -> Article:
    """The text with its marks. Without the elements of class `note` its characters are those of the report.

    Raises ValueError when a finding lies outside the text.
    """
    text = reading.report.text
    parts = blocks(reading.report)
    edges = [Mark(block.span, "block", str(number)) for number, block in enumerate(parts)]
    covered = segments(text, [*edges, *marks(reading, anchors)])
    setter = Typesetter(text, heights(covered), targets(anchors))
    beside = _beside(reading.findings.statements, parts)
    inside = [
        # Nothing is marked between blocks: a passage that begins there has its anchor where its first word stands.
        _gap(block.span.of(text)) if block.kind == "gap" else setter.block(pieces)
        for block, pieces in zip(parts, _inside(parts, covered), strict=True)
    ]
    folds = _folded(parts)
    places = _places(parts, folds, beside)
    margins = {
        number: _margin(cards(said, reading, anchors, states), places[number]) for number, said in beside.items()
    }
    rows = [
        _row(block, html, margins.get(number, ""))
        for number, (block, html) in enumerate(zip(parts, inside, strict=True))
    ]
    out = []
    for folded, run in groupby(zip(folds, parts, rows, strict=True), key=lambda item: item[0]):
        listed = list(run)
        html = "".join(row for _, _, row in listed)
        out.append(_fold(sum(block.kind == "furniture" for _, block, _ in listed), html) if folded else html)
    return Article("".join(out), setter.cut())


def _inside(parts: Sequence[Block], covered: Sequence[Segment]) -> Iterator[Sequence[Segment]]:
    at = 0
    for block in parts:
        begins = at
        while at < len(covered) and covered[at].end <= block.span.end:
            at += 1
        yield covered[begins:at]


def _beside(statements: Sequence[Statement], parts: Sequence[Block]) -> dict[int, list[int]]:
    """By the number of a block: the statements whose content begins in it."""
    starts = [block.span.start for block in parts]
    found: dict[int, list[int]] = {}
    for number, statement in enumerate(statements, 1):
        spans = statement.content or statement.cue or statement.source_spans
        place = bisect_right(starts, spans[0].start) - 1 if spans else len(parts) - 1
        while parts[place].kind == "gap" and place + 1 < len(parts):
            place += 1
        found.setdefault(place, []).append(number)
    return found


def _places(parts: Sequence[Block], folds: Sequence[bool], beside: Mapping[int, object]) -> dict[int, tuple[int, int]]:
    """For each block with cards: its row, and over how many rows they may run before the next cards begin."""
    rows: dict[int, int] = {}
    last = 0
    for number, block in enumerate(parts):
        if block.kind != "gap" and not (folds[number] and number and folds[number - 1]):
            last += 1
        rows[number] = last
    starts = [*sorted(rows[number] for number in beside), last + 1]
    return {
        number: (rows[number], max(1, starts[bisect_right(starts, rows[number])] - rows[number])) for number in beside
    }


def _margin(html: str, place: tuple[int, int]) -> str:
    return f'<aside class="note" style="grid-row:{place[0]}/span {place[1]}">{html}</aside>'


def _row(block: Block, html: str, margin: str) -> str:
    if block.kind == "gap":
        return html
    tag = _TAGS.get(block.kind, "p")
    return f'<div class="row"><{tag} class="{block.kind}" dir="auto">{html}</{tag}>{margin}</div>'


def _folded(parts: Sequence[Block]) -> list[bool]:
    """Which blocks are furniture, or white space between furniture."""
    furniture = [block.kind == "furniture" for block in parts]
    before, after = [False, *furniture], [*furniture[1:], False]
    return [
        own or (block.kind == "gap" and left and right)
        for block, own, left, right in zip(parts, furniture, before, after, strict=False)
    ]


def _gap(space: str) -> str:
    """White space between blocks; what a browser would not let collapse (a no-break space) must not make a line."""
    collapses = not space.strip(" \t\n\r")
    return esc(space) if collapses else f'<span class="gap">{esc(space)}</span>'


def _fold(pieces: int, html: str) -> str:
    noun = "piece" if pieces == 1 else "pieces"
    return (
        f'<details class="furniture"><summary class="note">around the article: {pieces} {noun}, '
        f"kept here and not read</summary>{html}</details>"
    )
