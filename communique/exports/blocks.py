"""A report's text as blocks to set: headline, paragraphs, subheads, byline, furniture, and what lies between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from communique.domain.report import Anatomy, Report
from communique.domain.span import Span
from communique.exports.marks import Mark, segments

# Where two overlap the first wins: a byline inside a paragraph is set as a byline.
_KINDS = ("headline", "byline", "subhead", "furniture", "paragraph")
_LINE = re.compile(r"\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text and what it is: one of the anatomy's kinds, "loose" (outside it) or "gap" (white space)."""

    kind: str
    span: Span


def blocks(report: Report) -> tuple[Block, ...]:
    """The blocks in order; put together they are the text. Raises ValueError if the anatomy lies outside the text."""
    covered = segments(report.text, _anatomy(report))
    found: list[Block] = []
    for mark, run in groupby(covered, key=lambda s: _first(s.marks)):
        pieces = list(run)
        span = Span(pieces[0].start, pieces[-1].end)
        if not span.of(report.text).strip():
            found.append(Block("gap", span))
        elif mark is None:
            found.extend(_lines(report.text, span))
        else:
            found.append(Block(mark.layer, span))
    return tuple(found)


def _anatomy(report: Report) -> Iterator[Mark]:
    anatomy = report.anatomy
    named = {
        "headline": [anatomy.headline] if anatomy.headline else [],
        "byline": [anatomy.byline] if anatomy.byline else [],
        "subhead": anatomy.subheads,
        "furniture": anatomy.furniture,
        "paragraph": _with_dateline(anatomy, report.text),
    }
    for kind, spans in named.items():
        for number, span in enumerate(spans):
            yield Mark(span, kind, f"{kind} {number + 1}")


def _with_dateline(anatomy: Anatomy, text: str) -> tuple[Span, ...]:
    """The paragraphs, the one that follows a dateline beginning with it: in print they are one paragraph."""
    if anatomy.dateline is None:
        return anatomy.body
    opening = anatomy.dateline.span
    return tuple(
        Span(opening.start, span.end)
        if opening.end <= span.start and not text[opening.end : span.start].strip(" \t\n\r\u00a0–—-:")
        else span
        for span in anatomy.body
    )


def _first(marks: tuple[Mark, ...]) -> Mark | None:
    return min(marks, key=lambda m: _KINDS.index(m.layer), default=None)


def _lines(text: str, span: Span) -> Iterator[Block]:
    at = span.start
    for line in _LINE.finditer(text, span.start, span.end):
        if at < line.start():
            yield Block("gap", Span(at, line.start()))
        yield Block("loose", Span(line.start(), line.end()))
        at = line.end()
    if at < span.end:
        yield Block("gap", Span(at, span.end))
