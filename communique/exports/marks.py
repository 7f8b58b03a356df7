"""How spans that nest, touch and cross lie over one text: a flat run of segments, each with the marks that cover it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from communique.domain.span import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """One span to be shown: `layer` says as what (content, source, cue, …), `id` whose it is."""

    span: Span
    layer: str
    id: str


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch `[start, end)` of the text under which nothing begins or ends; `marks` come outermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...] = ()

    def of(self, text: str) -> str:
        """The characters of the segment."""
        return text[self.start : self.end]


def segments(text: str, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """The segments of `text` in order: put together they are the text, and none is empty.

    Outermost is the mark that begins first, then the longer one, then the one given first. Takes time in proportion
    to the marks (sorted once) and to the marks that come out. Raises ValueError for a mark that ends after the text.
    """
    given = list(marks)
    _check(text, given)
    opening = sorted(range(len(given)), key=lambda i: (given[i].span.start, -given[i].span.end, i))
    rank = {i: place for place, i in enumerate(opening)}
    closing = sorted(range(len(given)), key=lambda i: given[i].span.end)
    edges = sorted({0, len(text), *(m.span.start for m in given), *(m.span.end for m in given)})
    active: list[int] = []  # ranks, so that the order of the marks is kept as they come and go
    found: list[Segment] = []
    opened = closed = 0
    for start, end in pairwise(edges):
        while closed < len(closing) and given[closing[closed]].span.end <= start:
            del active[bisect_left(active, rank[closing[closed]])]
            closed += 1
        while opened < len(opening) and given[opening[opened]].span.start <= start:
            insort(active, opened)
            opened += 1
        found.append(Segment(start, end, tuple(given[opening[place]] for place in active)))
    return tuple(found)


def _check(text: str, marks: list[Mark]) -> None:
    for mark in marks:
        if mark.span.end > len(text):
            raise ValueError(
                f"the {mark.layer} of {mark.id} is at [{mark.span.start}, {mark.span.end}), "
                f"but the text has {len(text)} characters: spans must lie inside the text they were found in"
            )
