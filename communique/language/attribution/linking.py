"""Found spans to attributions: each content points to its cue, cues and contents to their source."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from communique.language.attribution.geometry import Spans, distances, lines_between, ranks
from communique.language.attribution.labels import ROLES

Floats = NDArray[np.float32]

SOURCE, CUE, CONTENT = range(len(ROLES))
POINTERS = ((CONTENT, CUE), (CUE, SOURCE), (CONTENT, SOURCE))
PARTS = ("asks", "asks_bias", "answers", "answers_bias", "nowhere", "nowhere_bias", "distance", "line", "rank")


@dataclass(frozen=True, slots=True)
class Link:
    """An attribution as places in each role's spans, and how sure its links are."""

    sources: tuple[int, ...]
    cues: tuple[int, ...]
    contents: tuple[int, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class Pointer:
    """One learned pointer; `nowhere` is the score of pointing at none."""

    asks: Floats
    asks_bias: Floats
    answers: Floats
    answers_bias: Floats
    nowhere: Floats
    nowhere_bias: Floats
    distance: Floats
    line: Floats
    rank: Floats

    def logits(self, a: Floats, b: Floats, from_: Spans, to: Spans) -> Floats:
        """Log probabilities `[from, 1 + to]`, pointing nowhere first."""
        narrow = self.asks.shape[0]
        scores = (a @ self.asks.T + self.asks_bias) @ (b @ self.answers.T + self.answers_bias).T * narrow**-0.5
        scores = scores + self.distance[distances(from_, to)] + self.line[lines_between(from_, to)]
        scores = scores + self.rank[ranks(from_, to)]
        scores = np.concatenate([a @ self.nowhere.T + self.nowhere_bias, scores], 1)
        scores = scores - scores.max(1, keepdims=True)
        logits: Floats = scores - np.log(np.exp(scores).sum(1, keepdims=True))
        return logits


@dataclass(frozen=True, slots=True)
class Linker:
    """The pointers of an attribution, in the order of `POINTERS`."""

    pointers: tuple[Pointer, ...]
    least: float
    """How likely a span and its link must be together for an incomplete attribution to adopt it."""

    @classmethod
    def load(cls, path: Path, least: float) -> "Linker":
        """From the model's .npz of half-precision arrays."""
        with np.load(path) as arrays:
            return cls(tuple(_pointer(arrays, number) for number in range(len(POINTERS))), least)

    def links(self, spans: Sequence[Spans], states: Sequence[Floats]) -> list[Link]:
        """The attributions of one window; `spans` and `states` by role."""
        if not len(spans[CUE]) and not len(spans[CONTENT]):
            return []
        said, by, from_ = (
            p.logits(states[a], states[b], spans[a], spans[b])
            for p, (a, b) in zip(self.pointers, POINTERS, strict=True)
        )
        return list(_gathered(said, by, from_))


def _gathered(said: Floats, by: Floats, from_: Floats) -> Iterator[Link]:
    """One attribution a cue with the contents that point to it, and one a content that points to a source alone."""
    cue_of = said.argmax(1)
    for cue in range(len(by)):
        contents = tuple(np.flatnonzero(cue_of == cue + 1).tolist())
        source, sure = _source([by[cue], *(from_[k] for k in contents)])
        held = float(np.exp(said[list(contents), cue + 1]).max()) if contents else 1.0
        yield Link(source, (cue,), contents, sure * held)
    for content in np.flatnonzero(cue_of == 0).tolist():
        source, sure = _source([from_[content]])
        if source:
            yield Link(source, (), (content,), sure * float(np.exp(said[content, 0])))


def _source(votes: Sequence[Floats]) -> tuple[tuple[int, ...], float]:
    """The source most likely to the cue and its contents together, none where that is likelier."""
    logits = votes[0] if len(votes) == 1 else votes[0] + np.mean(votes[1:], axis=0)
    weights = np.exp(logits - logits.max())
    place = int(weights.argmax())
    return ((place - 1,) if place else ()), float(weights[place] / weights.sum())


def _pointer(arrays: Mapping[str, NDArray[np.float16]], number: int) -> Pointer:
    return Pointer(*(arrays[f"{number}.{part}"].astype(np.float32) for part in PARTS))
