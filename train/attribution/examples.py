"""Articles to labelled windows, and windows to batches."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from communique.language.attribution.labels import ROLES
from communique.language.pieces import PIECES, Window, lines, padded, windows
from train.attribution.corpus import Article, passages

CUE = ROLES.index("cue")


@dataclass(frozen=True, slots=True)
class Marked:
    """One gold span in a window: role, first and last word, the attributions it belongs to."""

    role: int
    first: int
    last: int
    owners: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A window with the label of each word and its gold spans."""

    window: Window
    labels: NDArray[np.int64]
    spans: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length; words as line-by-position indices into the pieces."""

    ids: Tensor
    types: Tensor
    words: Tensor
    labels: Tensor
    lengths: Tensor
    first: Tensor
    examples: tuple[Example, ...]


def examples(article: Article, tokenizer: Any, rng: random.Random | None) -> list[Example]:
    """The article's windows; with a generator they are cut at a random offset and to varying lengths."""
    limit, first = PIECES, PIECES
    if rng:
        limit = rng.choices((256, 128, 64), (70, 20, 10))[0]
        first = rng.randint(min(32, limit), limit)
    role_at, fragment_at, owners = _painted(article)
    packed = windows(lines(tokenizer, article.text, passages(article.text)), limit, first)
    return [_example(window, role_at, fragment_at, owners) for window in packed]


def batches(pool: Sequence[Example], pieces: int, rng: random.Random | None) -> Iterator[Batch]:
    """Batches of some `pieces` pieces, windows of like length together; shuffled with a generator."""
    return (_batch(group) for group in grouped(pool, pieces, rng))


class Windowed(Protocol):
    """Whatever has a window."""

    @property
    def window(self) -> Window: ...


W = TypeVar("W", bound=Windowed)


def grouped(pool: Sequence[W], pieces: int, rng: random.Random | None) -> list[list[W]]:
    """Groups of some `pieces` pieces, windows of like length together; shuffled with a generator."""
    order = sorted(pool, key=lambda e: len(e.window) + (rng.random() * 16 if rng else 0), reverse=True)
    groups: list[list[W]] = []
    for example in order:
        if not groups or len(groups[-1][0].window) * (len(groups[-1]) + 1) > pieces:
            groups.append([])
        groups[-1].append(example)
    if rng:
        rng.shuffle(groups)
    return groups


def _painted(article: Article) -> tuple[NDArray[np.int8], NDArray[np.int32], list[tuple[int, ...]]]:
    """For each character its role and its fragment, counted from one; for each fragment whose it is."""
    roles, fragments = np.zeros(len(article.text) + 1, np.int8), np.zeros(len(article.text) + 1, np.int32)
    owners: dict[tuple[int, int, int], list[int]] = {}
    for number, attributed in enumerate(article.attributions):
        for role, name in enumerate(ROLES):
            for start, end in attributed.of(name):
                owners.setdefault((role, start, end), []).append(number)
    for fragment, (role, start, end) in enumerate(owners, 1):
        if not roles[start:end].any():
            roles[start:end] = role + 1
            fragments[start:end] = fragment
    return roles, fragments, [(), *(tuple(held) for held in owners.values())]


def _example(
    window: Window, role_at: NDArray[Any], fragment_at: NDArray[Any], owners: Sequence[tuple[int, ...]]
) -> Example:
    roles, fragments = role_at[window.starts], fragment_at[window.starts]
    labels = np.zeros(len(roles), np.int64)
    spans: list[Marked] = []
    fresh = {int(n) for n in np.cumsum((0, *window.lengths[:-1]))}
    for at, (role, fragment) in enumerate(zip(roles.tolist(), fragments.tolist(), strict=True)):
        if not fragment:
            continue
        if at in fresh or fragments[at - 1] != fragment:
            labels[at] = 2 * role - 1
            spans.append(Marked(role - 1, at, at, owners[fragment]))
        else:
            labels[at] = 2 * role
            last = spans.pop()
            spans.append(Marked(last.role, last.first, at, last.owners))
    return Example(window, labels, tuple(spans))


def _batch(group: Sequence[Example]) -> Batch:
    ids, types = padded([example.window for example in group])
    size = ids.shape[1]
    pieces: list[Tensor] = []
    labels: list[Tensor] = []
    first: list[int] = []
    for row, example in enumerate(group):
        first.append(len(pieces))
        begin = 0
        for length in example.window.lengths:
            pieces.append(torch.from_numpy(example.window.first[begin : begin + length] + np.int64(row * size)))
            labels.append(torch.from_numpy(example.labels[begin : begin + length]))
            begin += length
    return Batch(
        torch.from_numpy(ids),
        torch.from_numpy(types),
        torch.nn.utils.rnn.pad_sequence(pieces, batch_first=True),
        torch.nn.utils.rnn.pad_sequence(labels, batch_first=True),
        torch.tensor([len(p) for p in pieces]),
        torch.tensor(first),
        tuple(group),
    )
