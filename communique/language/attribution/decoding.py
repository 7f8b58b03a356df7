"""Spans' scores to spans: exact probabilities under the semi-Markov CRF, and the set of spans worth most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from communique.language.attribution.labels import ROLES, STATES
from communique.language.attribution.segments import IMPOSSIBLE, Cuts
from communique.language.pieces import together

Floats = NDArray[np.float32]
Line = tuple[Floats, Floats]
"""Label scores and states of a line's words."""

FLOOR = 0.01
"""Spans less likely than this are not looked at."""
WHOLE = 0.9
"""A span of this share of a line's words is the line itself."""
CERTAIN = (np.inf, 0.9, 0.95)
"""By role, the probability that some span stands at a place where one below its threshold is taken."""
LEAST, LITTLE = 0.4, 1e-3
CELLS = 120_000
"""Of the tables that are read at once: first word by last word, a line each."""


@dataclass(frozen=True, slots=True)
class Found:
    """A span of a line: role, first and last word, and its probability of being exactly so."""

    role: int
    first: int
    last: int
    probability: float


def candidates(lines: Sequence[Line], cuts: Cuts) -> list[list[Found]]:
    """For each line the spans that may be there, with their probabilities."""
    found: list[list[Found]] = [[] for _ in lines]
    # Lines of like length together, so that little of their tables is padding.
    lengthening = sorted(range(len(lines)), key=lambda number: len(lines[number][0]))
    for group in together(lengthening, lambda number: len(lines[number][0]) ** 2, CELLS):
        tables = _padded([cuts.spans(*lines[number]) for number in group])
        lengths = np.asarray([len(lines[number][0]) for number in group])
        for row, span in _likely(_chances(tables, lengths, cuts)):
            found[group[row]].append(span)
    return found


def within(found: Sequence[Found], words: int) -> list[Found]:
    """The spans of a line given that the line as a whole is none of them, so that what it holds can be seen."""
    part = [f for f in found if f.last - f.first + 1 < WHOLE * words]
    rest = 1 - sum(f.probability for f in found) + sum(f.probability for f in part)
    return [replace(f, probability=min(1.0, f.probability / max(rest, FLOOR))) for f in part]


def best(found: Sequence[Found], thresholds: Sequence[float]) -> list[Found]:
    """The spans without overlap whose probabilities exceed their role's threshold by most in sum, in order.

    Where a span surely stands and only its ends are in doubt, the likeliest one will do, for a little.
    """
    valued = [(f, _worth(f, found, thresholds[f.role])) for f in found]
    worth = sorted(((f, value) for f, value in valued if value > 0), key=lambda one: one[0].last)
    ends = [f.last for f, _ in worth]
    totals, taken = [0.0], [False]
    for at, (span, value) in enumerate(worth):
        before = int(np.searchsorted(ends[:at], span.first, side="left"))
        total = totals[before] + value
        taken.append(total > totals[at])
        totals.append(max(total, totals[at]))
    chosen: list[Found] = []
    at = len(worth)
    while at:
        if taken[at]:
            chosen.append(worth[at - 1][0])
            at = int(np.searchsorted(ends[: at - 1], chosen[-1].first, side="left"))
        else:
            at -= 1
    return chosen[::-1]


def _worth(span: Found, found: Sequence[Found], threshold: float) -> float:
    if span.probability > threshold or span.probability < LEAST:
        return span.probability - threshold
    there = sum(f.probability for f in found if f.role == span.role and f.first <= span.last and span.first <= f.last)
    return LITTLE * span.probability if there >= CERTAIN[span.role] else -1.0


def _padded(tables: Sequence[Floats]) -> Floats:
    size = max(table.shape[1] for table in tables)
    whole = np.full((len(tables), len(ROLES), size, size), IMPOSSIBLE)
    for row, table in enumerate(tables):
        whole[row, :, : table.shape[1], : table.shape[2]] = table
    return whole


def _chances(tables: Floats, lengths: NDArray[np.int64], cuts: Cuts) -> Floats:
    """The probability of each span of each line, `[lines, roles, first, last]`.

    Every weight is a share in that of the best cut of the same words, so that none is too great or too little for its
    number; what each step between two words in no span scores counts with the word behind it.
    """
    step = cuts.moves[0, 0]
    tables += step
    reached = _reached(tables, step)
    shares = np.exp(tables - (reached[:, None, None, 1:] - reached[:, None, :-1, None]))
    alone = np.exp(reached[:, :-1] + step - reached[:, 1:])
    moves = np.exp(cuts.moves - step)
    before, total = _forward(shares, alone, moves, lengths, cuts)
    behind = _backward(shares, alone, moves, lengths, cuts)
    shares *= (before / total[:, None, None])[:, :, :, None]
    shares *= behind[:, :, None, :]
    return shares


def _reached(tables: Floats, step: np.float32) -> Floats:
    """What the best cut of the words before each word of a line scores, and of all of them, `[lines, words + 1]`."""
    lines, _, words, _ = tables.shape
    by_end = np.ascontiguousarray(tables.max(1).swapaxes(1, 2))
    reached = np.zeros((lines, words + 1), np.float32)
    for at in range(words):
        spans = (by_end[:, at, : at + 1] + reached[:, : at + 1]).max(1)
        np.maximum(reached[:, at] + step, spans, out=reached[:, at + 1])
    return reached


def _forward(
    shares: Floats, alone: Floats, moves: Floats, lengths: NDArray[np.int64], cuts: Cuts
) -> tuple[Floats, Floats]:
    """The weight of all before a span that begins at a word, `[lines, roles, words]`, and of everything."""
    lines, roles, words, _ = shares.shape
    by_end = np.ascontiguousarray(shares.swapaxes(2, 3))
    before = np.empty((lines, roles, words), np.float32)
    opens = np.exp(cuts.opens)
    passed = np.empty((words, lines, len(STATES)), np.float32)
    for at in range(words):
        into = passed[at - 1] @ moves if at else np.broadcast_to(opens, passed[0].shape)
        before[:, :, at] = into[:, 1:]
        passed[at, :, 0] = into[:, 0] * alone[:, at]
        np.einsum("lri,lri->lr", before[:, :, : at + 1], by_end[:, :, at, : at + 1], out=passed[at, :, 1:])
    return before, passed[lengths - 1, np.arange(lines)] @ np.exp(cuts.closes)


def _backward(shares: Floats, alone: Floats, moves: Floats, lengths: NDArray[np.int64], cuts: Cuts) -> Floats:
    """The weight of all behind a span that ends at a word, `[lines, roles, words]`."""
    lines, roles, words, _ = shares.shape
    behind = np.empty((lines, roles, words), np.float32)
    closes = np.exp(cuts.closes)
    now = np.zeros((lines, len(STATES)), np.float32)
    for at in range(words - 1, -1, -1):
        after = np.where((at + 1 >= lengths)[:, None], closes, now @ moves.T)
        behind[:, :, at] = after[:, 1:]
        now[:, 0] = after[:, 0] * alone[:, at]
        np.einsum("lrj,lrj->lr", shares[:, :, at, at:], behind[:, :, at:], out=now[:, 1:])
    return behind


def _likely(chances: Floats) -> Iterator[tuple[int, Found]]:
    rows, roles, firsts, lasts = np.nonzero(chances > FLOOR)
    values = chances[rows, roles, firsts, lasts]
    for row, role, first, last, value in zip(*(x.tolist() for x in (rows, roles, firsts, lasts, values)), strict=True):
        yield row, Found(role, first, last, value)
