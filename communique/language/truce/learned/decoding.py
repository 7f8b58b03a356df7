"""Scores of words to spans: the likeliest labels of each layer in which no I begins a span."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from communique.language.truce.learned.labels import LAYERS, Layer

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Marked:
    """A span of words of a window and how likely its words are marked at all."""

    role: str
    first: int
    last: int
    probability: float


def marked(emissions: Floats, shy: float = 0.0) -> list[Marked]:
    """The spans of all layers; `shy` is taken from the score of leaving a word unmarked, so that more is found."""
    return [span for layer in LAYERS for span in _of_layer(emissions, layer, shy)]


def chances(emissions: Floats) -> Floats:
    """How likely each layer marks each word at all: `[words, layers]`."""
    columns = []
    for layer in LAYERS:
        scores = emissions[:, layer.first : layer.first + layer.size].astype(np.float64)
        columns.append(1 - np.exp(scores[:, 0] - np.logaddexp.reduce(scores, 1)))
    return np.stack(columns, 1).astype(np.float32)


def _of_layer(emissions: Floats, layer: Layer, shy: float) -> list[Marked]:
    scores = emissions[:, layer.first : layer.first + layer.size].astype(np.float64)
    scores = scores - np.logaddexp.reduce(scores, 1, keepdims=True)
    sure = 1 - np.exp(scores[:, 0])
    scores[:, 0] -= shy
    labels = _path(scores)
    spans: list[Marked] = []
    first = None
    for at, label in enumerate([*labels, 0]):
        if first is not None and (label == 0 or label % 2 == 1):
            role = layer.roles[(labels[first] - 1) // 2]
            spans.append(Marked(role, first, at - 1, float(sure[first:at].mean())))
            first = None
        if label and label % 2 == 1:
            first = at
    return spans


def _path(scores: NDArray[np.float64]) -> list[int]:
    """Viterbi's best row of labels; an I follows its own B or I alone."""
    length, size = scores.shape
    if not length:
        return []
    allowed = np.zeros((size, size))
    for inner in range(2, size, 2):
        allowed[:, inner] = -np.inf
        allowed[[inner - 1, inner], inner] = 0
    best = scores[0] + np.where((np.arange(size) % 2 == 0) & (np.arange(size) > 0), -np.inf, 0)
    back = np.zeros((length, size), np.int64)
    for at in range(1, length):
        ways = best[:, None] + allowed
        back[at] = ways.argmax(0)
        best = ways.max(0) + scores[at]
    path = [int(best.argmax())]
    for at in range(length - 1, 0, -1):
        path.append(int(back[at, path[-1]]))
    return path[::-1]
