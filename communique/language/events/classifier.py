"""Which type of event two actors of a sentence are in: linear in the clues, curved in the vectors, numpy alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.errors import SettingsError
from communique.language.events.clues import Dyad, clues_of
from communique.language.events.features import BLOCKS, BUCKETS, Sparse, blocks_of
from communique.language.events.told import Told
from communique.language.events.types import told_apart
from communique.language.events.vectors import PARTS, Encoder, OnnxEncoder, vectors_of
from communique.language.words import Parse

Floats = NDArray[np.float32]
MODEL = Path(__file__).parent.parent / "models" / "events"
FORMAT = 2


@dataclass(frozen=True, slots=True)
class Weights:
    """The model: a weight for each bucket and label, and the training vectors a new vector is compared with."""

    labels: tuple[str, ...]
    rarity: tuple[Floats, ...]  # one array of BUCKETS for each block
    sparse: tuple[Floats, ...]  # [BUCKETS, labels] for each block
    centre: Floats
    support: Floats  # [training examples, vector places], less the centre
    dual: Floats  # [training examples, labels]: what likeness to each example says for each label
    curve: float  # how much the square of a likeness counts beside the likeness
    bias: Floats
    sharpness: float  # scores times this are log-odds, as fitted on held-out sentences

    @classmethod
    def load(cls, path: Path) -> Weights:
        """From weights.npz; SettingsError if the file is of another format."""
        with np.load(path, allow_pickle=False) as file:
            held = {name: file[name] for name in file.files}
        if int(held.get("format", 0)) != FORMAT or held["words_rarity"].shape != (BUCKETS,):
            raise SettingsError(
                f"{path} is not an event model of format {FORMAT}; train one with python -m train.events."
            )
        return cls(
            tuple(str(label) for label in held["labels"]),
            tuple(held[f"{block}_rarity"].astype(np.float32) for block in BLOCKS),
            tuple(held[f"{block}_weights"].astype(np.float32) for block in BLOCKS),
            held["centre"].astype(np.float32),
            held["support"].astype(np.float32),
            held["dual"].astype(np.float32),
            float(held["curve"]),
            held["bias"].astype(np.float32),
            float(held["sharpness"]),
        )

    def save(self, path: Path) -> None:
        """To weights.npz, in half precision: the scores differ in the third place."""
        arrays: dict[str, Any] = {
            "format": np.int32(FORMAT),
            "labels": np.array(self.labels),
            "centre": self.centre.astype(np.float16),
            "support": self.support.astype(np.float16),
            "dual": self.dual.astype(np.float16),
            "curve": np.float32(self.curve),
            "bias": self.bias,
            "sharpness": np.float32(self.sharpness),
        }
        for block, rarity, weights in zip(BLOCKS, self.rarity, self.sparse, strict=True):
            arrays |= {f"{block}_rarity": rarity.astype(np.float16), f"{block}_weights": weights.astype(np.float16)}
        np.savez_compressed(path, **arrays)

    def scores(self, rows: Sequence[Sparse], vector: Floats) -> Floats:
        """The score of each label for one row: its sparse blocks and its vector."""
        by_likeness = self.bias + likeness(self.support @ (vector - self.centre), self.curve) @ self.dual
        sparse = zip(rows, self.rarity, self.sparse, strict=True)
        added = [row.weighted(rarity) @ weights[row.buckets] for row, rarity, weights in sparse]
        total: Floats = np.sum([by_likeness, *added], axis=0, dtype=np.float32)
        return total


def likeness(products: Floats, curve: float) -> Floats:
    """Products of vectors, bent so that near examples count more: x + curve · (x / PARTS)²."""
    scaled = products * np.float32(1 / PARTS)
    bent: Floats = products + np.float32(curve) * scaled * scaled
    return bent


@dataclass(frozen=True, slots=True)
class Guess:
    """An event type (PLOVER's own, CONCEDE and RETREAT told apart) and how sure the model is of it, 0–1.

    `ranking` holds every label of the model with its probability, likeliest first; YIELD there is CONCEDE or RETREAT.
    """

    type: str
    probability: float
    ranking: tuple[tuple[str, float], ...]


class EventClassifier:
    """Gives each pair of actors the type of event they are in. One instance serves one thread at a time."""

    def __init__(self, weights: Weights, encoder: Encoder) -> None:
        self.weights = weights
        self._encoder = encoder

    @classmethod
    def load(cls, folder: Path = MODEL) -> EventClassifier:
        """The classifier of a model folder, by default the one that comes with the package."""
        return cls(Weights.load(folder / "weights.npz"), OnnxEncoder(folder))

    def classify(self, parse: Parse, dyads: Sequence[Dyad]) -> tuple[Guess, ...]:
        """The likeliest type of each dyad, in order; whether there is an event at all is not asked here."""
        sentences = {(d.first, d.last): parse.span(d.first, d.last - 1).of(parse.text) for d in dyads}
        states = dict(zip(sentences, self._encoder.read(list(sentences.values())), strict=True))
        told, guesses = Told.of(parse), []
        for dyad in dyads:
            clues = clues_of(parse, dyad, told)
            vector = vectors_of(parse, dyad, clues, states[(dyad.first, dyad.last)])
            scores = self.weights.scores(blocks_of(clues), vector)
            guesses.append(self._guess(scores, clues.stems(parse)))
        return tuple(guesses)

    def _guess(self, scores: Floats, stems: frozenset[str]) -> Guess:
        odds = scores * self.weights.sharpness
        chances = np.exp(odds - odds.max())
        chances = chances / chances.sum()
        order = np.argsort(-chances, kind="stable")
        ranking = tuple((self.weights.labels[int(i)], float(chances[i])) for i in order)
        label, probability = ranking[0]
        return Guess(told_apart(label, stems), probability, ranking)
