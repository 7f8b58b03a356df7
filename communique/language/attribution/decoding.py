"""Label scores to spans: exact span probabilities under the CRF, and the set of spans worth most."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from communique.language.attribution.labels import FORBIDDEN, FORBIDDEN_FIRST, LABELS, ROLES, begin, inside

Floats = NDArray[np.float64]

FLOOR = 0.01
"""Spans less likely than this are not looked at."""
WHOLE = 0.9
"""A span of this share of a line's words is the line itself."""


@dataclass(frozen=True, slots=True)
class Found:
    """A span of a line: role, first and last word, and its probability of being exactly so."""

    role: int
    first: int
    last: int
    probability: float


@dataclass(frozen=True, slots=True)
class Chain:
    """The CRF's transition, start and end factors, not logarithms; what cannot be is zero."""

    steps: Floats
    first: Floats
    last: Floats

    @classmethod
    def of(cls, steps: Sequence[Sequence[float]], first: Sequence[float], last: Sequence[float]) -> "Chain":
        """From learned scores."""
        return cls(
            np.where(FORBIDDEN, 0.0, np.exp(np.asarray(steps, np.float64))),
            np.where(FORBIDDEN_FIRST, 0.0, np.exp(np.asarray(first, np.float64))),
            np.exp(np.asarray(last, np.float64)),
        )


@dataclass(frozen=True, slots=True)
class Lattice:
    """Forward and backward probabilities of one line, each word scaled to one."""

    forward: Floats
    backward: Floats
    factors: Floats
    """Of a label at a word, over what its word was scaled by."""


def candidates(emissions: Sequence[NDArray[np.float32]], chain: Chain) -> list[list[Found]]:
    """For each line the spans that may be there, with their probabilities; a line is `[words, labels]`."""
    return [list(_spans(lattice, chain)) for lattice in _lattices(emissions, chain)]


def within(found: Sequence[Found], words: int) -> list[Found]:
    """The spans of a line given that the line as a whole is none of them, so that what it holds can be seen."""
    part = [f for f in found if f.last - f.first + 1 < WHOLE * words]
    rest = 1 - sum(f.probability for f in found) + sum(f.probability for f in part)
    return [replace(f, probability=min(1.0, f.probability / max(rest, FLOOR))) for f in part]


def best(found: Sequence[Found], thresholds: Sequence[float]) -> list[Found]:
    """The spans without overlap whose probabilities exceed their role's threshold by most in sum, in order."""
    worth = sorted((f for f in found if f.probability > thresholds[f.role]), key=lambda f: f.last)
    ends = [f.last for f in worth]
    totals, taken = [0.0], [False]
    for at, span in enumerate(worth):
        before = int(np.searchsorted(ends[:at], span.first, side="left"))
        total = totals[before] + span.probability - thresholds[span.role]
        taken.append(total > totals[at])
        totals.append(max(total, totals[at]))
    chosen: list[Found] = []
    at = len(worth)
    while at:
        if taken[at]:
            chosen.append(worth[at - 1])
            at = int(np.searchsorted(ends[: at - 1], worth[at - 1].first, side="left"))
        else:
            at -= 1
    return chosen[::-1]


def _lattices(emissions: Sequence[NDArray[np.float32]], chain: Chain) -> Iterator[Lattice]:
    lengths = np.asarray([len(e) for e in emissions])
    scores = np.full((len(emissions), int(lengths.max(initial=0)), len(LABELS)), 0.0)
    for row, line in enumerate(emissions):
        scores[row, : len(line)] = line
    factors = np.exp(scores - scores.max(2, keepdims=True))
    forward, scales = _forward(factors, chain)
    factors /= scales[:, :, None]
    backward = _backward(factors, forward, lengths, chain)
    for row, length in enumerate(lengths.tolist()):
        yield Lattice(forward[row, :length], backward[row, :length], factors[row, :length])


def _forward(factors: Floats, chain: Chain) -> tuple[Floats, Floats]:
    forward, scales = np.empty_like(factors), np.empty(factors.shape[:2])
    now = factors[:, 0] * chain.first if factors.shape[1] else factors[:, :0]
    for at in range(factors.shape[1]):
        if at:
            now = (now @ chain.steps) * factors[:, at]
        scales[:, at] = now.sum(1)
        now = now / scales[:, at, None]
        forward[:, at] = now
    return forward, scales


def _backward(factors: Floats, forward: Floats, lengths: NDArray[np.int64], chain: Chain) -> Floats:
    backward = np.empty_like(forward)
    closing = forward[np.arange(len(lengths)), lengths - 1] @ chain.last
    ended = chain.last[None, :] / closing[:, None]
    now = ended
    for at in range(forward.shape[1] - 1, -1, -1):
        if at + 1 < forward.shape[1]:
            now = (factors[:, at + 1] * now) @ chain.steps.T
        now = np.where((lengths - 1 == at)[:, None], ended, now)
        backward[:, at] = now
    return backward


def _spans(lattice: Lattice, chain: Chain) -> Iterator[Found]:
    going = lattice.forward * lattice.backward
    for role in range(len(ROLES)):
        b, i = begin(role), inside(role)
        firsts = np.flatnonzero(going[:, b] > FLOOR)
        if not len(firsts):
            continue
        stops = _stops(lattice, chain, i)
        lasts = np.flatnonzero(lattice.forward[:, b] * stops[:, b] + lattice.forward[:, i] * stops[:, i] > FLOOR)
        with np.errstate(divide="ignore"):
            carried = np.cumsum(np.log(lattice.factors[:, i] * chain.steps[i, i]))
        opened = chain.steps[b, i] / chain.steps[i, i]
        table = np.exp(np.minimum(carried[lasts][None, :] - carried[firsts][:, None], 50.0)) * opened
        table *= stops[lasts, i][None, :]
        table = np.where(lasts[None, :] == firsts[:, None], stops[lasts, b][None, :], table)
        table *= lattice.forward[firsts, b][:, None] * (lasts[None, :] >= firsts[:, None])
        for row, column in np.argwhere(table > FLOOR).tolist():
            yield Found(role, int(firsts[row]), int(lasts[column]), min(1.0, float(table[row, column])))


def _stops(lattice: Lattice, chain: Chain, carrying: int) -> Floats:
    """For each word and label, the weight of all that may follow other than carrying the span on."""
    after = lattice.factors[1:] * lattice.backward[1:]
    after = after.copy()
    after[:, carrying] = 0.0
    return np.concatenate([after @ chain.steps.T, lattice.backward[-1:]])
