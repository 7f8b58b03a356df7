"""Spans in a row, so that those beside another are found without looking at all: a hostile report holds thousands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from communique.domain.span import Span


class Shelf:
    """The spans of one list by where they begin."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._order = sorted(range(len(spans)), key=lambda n: spans[n].start)
        self._spans = spans
        self._starts = [spans[n].start for n in self._order]
        self._longest = max(map(len, spans), default=0)

    def near(self, span: Span, reach: int = 0) -> list[int]:
        """The places, in the list that was given, of the spans that come within `reach` characters of this one."""
        low = bisect_left(self._starts, span.start - reach - self._longest)
        high = bisect_left(self._starts, span.end + reach)
        return [n for n in self._order[low:high] if self._spans[n].end > span.start - reach]
