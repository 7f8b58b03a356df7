"""Where two spans lie to each other, as small numbers a pointer can learn from."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

EDGES = np.asarray([1, 2, 3, 5, 9, 17, 33, 65])
DISTANCES = 2 * (len(EDGES) + 1)
LINES = 5
RANKS = 8


@dataclass(frozen=True, slots=True)
class Spans:
    """Spans of one role in reading order: first and last word, line, and the window they are in."""

    first: Ints
    last: Ints
    line: Ints
    window: Ints

    @classmethod
    def of(cls, rows: Sequence[tuple[int, int, int, int]]) -> "Spans":
        """Rows of (first word, last word, line, window)."""
        table = np.asarray(rows, np.int64).reshape(-1, 4)
        return cls(table[:, 0], table[:, 1], table[:, 2], table[:, 3])

    def __len__(self) -> int:
        return len(self.first)


def distances(a: Spans, b: Spans) -> Ints:
    """For each of `a` and `b`: the bucket of the words between them, the later half where `b` follows."""
    after = _after(a, b)
    gap = np.where(after, b.first[None, :] - a.last[:, None], a.first[:, None] - b.last[None, :])
    bucket: Ints = np.searchsorted(EDGES, gap, side="right") + np.where(after, len(EDGES) + 1, 0)
    return bucket


def lines_between(a: Spans, b: Spans) -> Ints:
    """How many lines later `b` is, clipped to two either way and counted from zero."""
    between: Ints = np.clip(b.line[None, :] - a.line[:, None], -2, 2) + 2
    return between


def ranks(a: Spans, b: Spans) -> Ints:
    """How many others of `b` lie between, up to three; the later half where `b` follows."""
    after = _after(a, b)
    before = (~after & (a.window[:, None] == b.window[None, :])).sum(1)
    skipped = (b.window[None, :] < a.window[:, None]).sum(1)
    order = np.arange(len(b))[None, :] - skipped[:, None]
    between = np.where(after, order - before[:, None], before[:, None] - 1 - order)
    place: Ints = np.clip(between, 0, 3) + np.where(after, 4, 0)
    return place


def _after(a: Spans, b: Spans) -> NDArray[np.bool_]:
    after: NDArray[np.bool_] = b.first[None, :] >= a.first[:, None]
    return after
