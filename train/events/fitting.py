"""Ridge regression on one-or-nothing targets, solved by examples: a second for a thousand of them, and no seed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from communique.language.events.classifier import Weights, likeness
from communique.language.events.features import BLOCKS, BUCKETS, Sparse
from train.events.examples import Example

Floats = NDArray[np.float32]
LEAST = (2, 1, 1)
"""By block, how many examples a clue must stand in to count."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How the model is fitted, as chosen by cross-validation on the training sentences."""

    stiffness: float = 1.0
    balance: float = 0.3  # 0: every example counts alike; 1: every label does
    curve: float = 1.5
    rewritten: float = 0.2  # how much a rewritten sentence counts


def fit(examples: Sequence[Example], plan: Plan, sharpness: float = 1.0) -> Weights:
    """The model of the examples."""
    labels = tuple(sorted({e.label for e in examples}))
    targets = np.array([[float(e.label == label) for label in labels] for e in examples], np.float32)
    counts = targets.sum(axis=0)
    prior = counts / len(examples)
    trust = (len(examples) / len(labels) / counts[targets.argmax(axis=1)]) ** plan.balance
    trust = trust * np.where([e.made for e in examples], plan.rewritten, 1.0)
    rarity = [_rarity([e.rows[b] for e in examples], LEAST[b]) for b in range(len(BLOCKS))]
    vectors = np.stack([e.vector for e in examples])
    centre = vectors.mean(axis=0)
    support = (vectors - centre).astype(np.float32)
    gram = likeness(support @ support.T, plan.curve)
    for block, own in enumerate(rarity):
        gram = gram + _gram([e.rows[block] for e in examples], own)
    dual = np.linalg.solve(gram + np.diag(plan.stiffness / trust), targets - prior).astype(np.float32)
    sparse = tuple(_primal([e.rows[b] for e in examples], rarity[b], dual) for b in range(len(BLOCKS)))
    return Weights(
        labels, tuple(rarity), sparse, centre, support, dual, plan.curve, prior.astype(np.float32), sharpness
    )


def folds(examples: Sequence[Example], count: int, seed: int) -> Iterator[tuple[list[int], list[int]]]:
    """Indices (to train on, to test on), each label spread evenly over the folds."""
    random = np.random.default_rng(seed)
    fold_of = np.zeros(len(examples), np.int64)
    for label in sorted({e.label for e in examples}):
        own = random.permutation([i for i, e in enumerate(examples) if e.label == label])
        fold_of[own] = (np.arange(len(own)) + random.integers(count)) % count
    for fold in range(count):
        yield np.flatnonzero(fold_of != fold).tolist(), np.flatnonzero(fold_of == fold).tolist()


def held_out(
    examples: Sequence[Example], made: Sequence[Example], plan: Plan, *, count: int = 5, seed: int = 0
) -> tuple[tuple[str, ...], Floats]:
    """The labels, and the score of every example by a model that has not seen it, [examples, labels].

    `made` are rewritten sentences: a model learns from those of the sentences it may see, and is tested on none.
    """
    labels = tuple(sorted({e.label for e in examples}))
    scores = np.zeros((len(examples), len(labels)), np.float32)
    for train, test in folds(examples, count, seed):
        seen = {examples[i].id for i in train}
        weights = fit([*(examples[i] for i in train), *(e for e in made if e.id in seen)], plan)
        at = [labels.index(label) for label in weights.labels]
        for i in test:
            scores[i, at] = weights.scores(examples[i].rows, examples[i].vector)
    return labels, scores


def sharpness_for(examples: Sequence[Example], labels: Sequence[str], scores: Floats) -> float:
    """The factor that makes the scores of unseen examples log-odds: the likeliest on a fixed grid."""
    gold = [labels.index(e.label) for e in examples]

    def loss(factor: float) -> float:
        odds = scores * factor
        odds = odds - odds.max(axis=1, keepdims=True)
        chances = np.exp(odds)
        return float(-np.mean(odds[np.arange(len(gold)), gold] - np.log(chances.sum(axis=1))))

    return min((float(f) for f in np.arange(1, 30, 0.5)), key=loss)


def _rarity(rows: Sequence[Sparse], least: int) -> Floats:
    """Inverse document frequency by bucket; zero for what too few examples have, and so for all that none has."""
    counts = np.zeros(BUCKETS, np.int64)
    for row in rows:
        counts[row.buckets] += 1
    rarity = np.log((1 + len(rows)) / (1 + counts)) + 1
    return np.where(counts >= least, rarity, 0).astype(np.float32)


def _gram(rows: Sequence[Sparse], rarity: Floats) -> Floats:
    """All products of two rows. A bucket that one row has adds to that row's own square alone."""
    counts = np.zeros(BUCKETS, np.int64)
    for row in rows:
        counts[row.buckets] += 1
    column = np.full(BUCKETS, -1, np.int64)
    shared = np.flatnonzero((counts > 1) & (rarity > 0))
    column[shared] = np.arange(len(shared))
    table = np.zeros((len(rows), len(shared)), np.float32)
    squares = np.zeros(len(rows), np.float32)
    for i, row in enumerate(rows):
        values = row.weighted(rarity)
        at = column[row.buckets]
        table[i, at[at >= 0]] = values[at >= 0]
        squares[i] = float((values[at < 0] ** 2).sum())
    gram: Floats = table @ table.T + np.diag(squares)
    return gram


def _primal(rows: Sequence[Sparse], rarity: Floats, dual: Floats) -> Floats:
    weights = np.zeros((BUCKETS, dual.shape[1]), np.float32)
    for i, row in enumerate(rows):
        weights[row.buckets] += row.weighted(rarity)[:, None] * dual[i]
    return weights
