"""Quotation marks: which characters of a passage are quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.domain.attribution import Mode
from communique.domain.span import Span
from communique.language.words import Passage

OPENING = "“«„"
CLOSING = "”»"
STRAIGHT = '"'
MARKS = re.compile(f"[{OPENING}{CLOSING}{STRAIGHT}]")


def quotations(text: str, passages: Sequence[Passage]) -> tuple[Span, ...]:
    """The quoted stretches, quotation marks included.

    A quotation never runs over a passage's end: one left open is taken to end with its passage, since a quotation that
    goes on in the next paragraph opens there again.
    """
    return tuple(q for passage in passages for q in _in_passage(text, passage.span))


def _in_passage(text: str, passage: Span) -> list[Span]:
    found: list[Span] = []
    opened: int | None = None
    for mark in MARKS.finditer(text, passage.start, passage.end):
        i, ch = mark.start(), mark[0]
        if opened is None and (ch in OPENING or ch == STRAIGHT):
            opened = i
        elif opened is not None and (ch in CLOSING or ch == STRAIGHT):
            found.append(Span(opened, i + 1))
            opened = None
    if opened is not None and passage.end - opened > 1:
        found.append(Span(opened, passage.end))
    return found


def mode_of(text: str, content: Sequence[Span], quoted: Sequence[Span]) -> Mode:
    """ "direct" where at least nine tenths of the letters are quoted, "indirect" where none is, "mixed" between."""
    letters = inside = 0
    for span in content:
        near = [q for q in quoted if q.overlaps(span)]
        for i in range(span.start, span.end):
            if text[i].isalnum():
                letters += 1
                inside += any(q.start <= i < q.end for q in near)
    share = inside / letters if letters else 0.0
    return "direct" if share >= 0.9 else "indirect" if inside == 0 else "mixed"
