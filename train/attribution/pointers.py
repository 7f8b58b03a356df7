"""Which cue a content belongs to, and which source a cue or a content has: biaffine pointers, learned with the tags."""

# mypy: allow-subclassing-any

import random
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from communique.language.attribution.geometry import DISTANCES, LINES, RANKS, Spans, distances, lines_between, ranks
from communique.language.attribution.labels import ROLES
from train.attribution.encoder import WIDE
from train.attribution.examples import Example, Marked

SOURCE, CUE, CONTENT = range(len(ROLES))
POINTERS = ((CONTENT, CUE), (CUE, SOURCE), (CONTENT, SOURCE))
NARROW = 64
JITTER, LOST = 0.15, 0.07
"""How often a gold span is moved at an edge or kept out of the candidates, since found spans are not all right."""
APART = 1e4
Row = tuple[int, int, int, int, tuple[int, ...]]


class Pointer(nn.Module):
    """Scores of each span of one role against each of another, and of pointing nowhere."""

    def __init__(self) -> None:
        super().__init__()
        self.asks = nn.Linear(2 * WIDE, NARROW)
        self.answers = nn.Linear(2 * WIDE, NARROW)
        self.nowhere = nn.Linear(2 * WIDE, 1)
        self.distance = nn.Parameter(torch.zeros(DISTANCES))
        self.line = nn.Parameter(torch.zeros(LINES))
        self.rank = nn.Parameter(torch.zeros(RANKS))

    def forward(self, a: Tensor, b: Tensor, from_: Spans, to: Spans) -> Tensor:
        """`[from, 1 + to]`: nowhere first."""
        scores = self.asks(a) @ self.answers(b).T * NARROW**-0.5
        scores = scores + self.distance[torch.from_numpy(distances(from_, to))]
        scores = scores + self.line[torch.from_numpy(lines_between(from_, to))]
        scores = scores + self.rank[torch.from_numpy(ranks(from_, to))]
        apart = torch.from_numpy(from_.window[:, None] != to.window[None, :])
        return torch.cat([self.nowhere(a), scores.masked_fill(apart, -APART)], 1)


class Pointers(nn.Module):
    """The three pointers of an attribution."""

    def __init__(self) -> None:
        super().__init__()
        self.pointers = nn.ModuleList(Pointer() for _ in POINTERS)

    def loss(
        self, states: Tensor, examples: Sequence[Example], rng: random.Random | None
    ) -> tuple[Tensor, list[float]]:
        """Summed cross entropy of the gold links, and the share right a pointer; `states` by window and piece."""
        kept = _candidates(examples, rng)
        spans = [Spans.of([row[:4] for row in kept[role]]) for role in range(len(ROLES))]
        owners = [[(row[3], row[4]) for row in kept[role]] for role in range(len(ROLES))]
        seen = [_seen(states, examples, s) for s in spans]
        total, right = states.new_zeros(()), []
        for pointer, (a, b) in zip(self.pointers, POINTERS, strict=True):
            place: dict[tuple[int, int], int] = {}
            for at, (window, whose) in enumerate(owners[b], 1):
                for number in whose:
                    place.setdefault((window, number), at)
            sought = [next((place[w, n] for n in whose if (w, n) in place), 0) for w, whose in owners[a]]
            target = torch.tensor(sought, dtype=torch.long)
            if len(target):
                scores = pointer(seen[a], seen[b], spans[a], spans[b])
                total = total + functional.cross_entropy(scores, target, reduction="sum")
                right.append(float((scores.argmax(1) == target).float().mean()))
        return total, right


def _candidates(examples: Sequence[Example], rng: random.Random | None) -> list[list[Row]]:
    """A role's rows of (first, last, line, window, owners), in reading order."""
    kept: list[list[Row]] = [[] for _ in ROLES]
    for number, example in enumerate(examples):
        ends = np.cumsum(example.window.lengths)
        for span in example.spans:
            if rng and rng.random() < LOST:
                continue
            first, last = _moved(span, len(example.labels), rng)
            line = int(np.searchsorted(ends, span.first, side="right"))
            kept[span.role].append((first, last, line, number, span.owners))
    return kept


def _moved(span: Marked, words: int, rng: random.Random | None) -> tuple[int, int]:
    first, last = span.first, span.last
    if rng and span.role == CONTENT:
        if rng.random() < JITTER:
            first = min(last, max(0, first + rng.randint(-2, 4)))
        if rng.random() < JITTER:
            last = max(first, min(words - 1, last + rng.randint(-4, 2)))
    return first, last


def _seen(states: Tensor, examples: Sequence[Example], spans: Spans) -> Tensor:
    """First and last word's states of each span."""
    rows = [
        (window, int(examples[window].window.first[first]), int(examples[window].window.first[last]))
        for window, first, last in zip(spans.window.tolist(), spans.first.tolist(), spans.last.tolist(), strict=True)
    ]
    at = torch.tensor(rows, dtype=torch.long).reshape(-1, 3)
    return torch.cat([states[at[:, 0], at[:, 1]], states[at[:, 0], at[:, 2]]], 1)
