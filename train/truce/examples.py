"""Marked texts to labelled windows, and windows to batches."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from communique.language.pieces import Window, lines, padded, windows
from communique.language.truce.learned.labels import LAYERS
from train.attribution.examples import grouped
from train.truce.texts import QUALITIES, Marked, Text

LIMIT = 192
"""Pieces of a window: the longest of the gold's texts but a few fit whole."""
UNKNOWN = -100
"""The label of a word on which annotators may differ: no loss is taken there."""


@dataclass(frozen=True, slots=True)
class Held:
    """A span of a window by its words, and for each quality which values are right; None where it is not asked."""

    role: str
    first: int
    last: int
    right: tuple[NDArray[np.bool_] | None, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A window with the labels of its words, a row a layer, and its spans."""

    text: Text
    window: Window
    labels: NDArray[np.int64]
    spans: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length; `words` are indices into the pieces of the whole batch."""

    ids: Tensor
    types: Tensor
    words: Tensor
    labels: Tensor
    offsets: tuple[int, ...]
    """Where the words of each window begin among `words`."""
    examples: tuple[Example, ...]


def examples(text: Text, tokenizer: Any) -> list[Example]:
    """The text's windows; a span that a cut goes through is left out."""
    packed = windows(lines(tokenizer, text.text, [(0, len(text.text))]), LIMIT)
    return [_example(text, window) for window in packed]


def _example(text: Text, window: Window) -> Example:
    labels = np.zeros((len(LAYERS), len(window.starts)), np.int64)
    for start, end in text.open:
        labels[:2, (window.starts < end) & (window.ends > start)] = UNKNOWN
    spans = []
    for mark in text.marks:
        inside = np.flatnonzero((window.starts < mark.end) & (window.ends > mark.start))
        if not len(inside):
            continue
        first, last = int(inside[0]), int(inside[-1])
        row, begin = next((n, 1 + 2 * y.roles.index(mark.role)) for n, y in enumerate(LAYERS) if mark.role in y.roles)
        labels[row, first : last + 1] = begin + 1
        labels[row, first] = begin
        spans.append(Held(mark.role, first, last, tuple(_right(mark, number) for number in range(len(QUALITIES)))))
    return Example(text, window, labels, tuple(spans))


def _right(mark: Marked, number: int) -> NDArray[np.bool_] | None:
    quality = QUALITIES[number]
    given = dict(mark.values).get(quality.name)
    if quality.role != mark.role or given is None:
        return None
    right = np.array([value in given for value in quality.values])
    return right if right.any() else None


def batches(pool: Sequence[Example], pieces: int, rng: random.Random | None) -> Iterator[Batch]:
    """Batches of some `pieces` pieces, windows of like length together; shuffled with a generator."""
    return (_batch(group) for group in grouped(pool, pieces, rng))


def _batch(group: Sequence[Example]) -> Batch:
    ids, types = padded([example.window for example in group])
    words = [e.window.first.astype(np.int64) + row * ids.shape[1] for row, e in enumerate(group)]
    return Batch(
        torch.from_numpy(ids),
        torch.from_numpy(types),
        torch.from_numpy(np.concatenate(words)),
        torch.from_numpy(np.concatenate([e.labels for e in group], 1)),
        tuple(int(n) for n in np.cumsum([0, *(len(w) for w in words[:-1])])),
        tuple(group),
    )
