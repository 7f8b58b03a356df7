"""The trained reader of claims: passages in, marked spans with what is said of them out, on one core without torch."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.domain.span import Span
from communique.language.encoders import session_of, tokenizer_of
from communique.language.pieces import Window, lines, padded, together, windows
from communique.language.truce.learned.decoding import Marked, chances, marked
from communique.language.truce.learned.labels import LAYERS, Quality
from communique.language.truce.learned.shelf import Shelf

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

MODEL = Path(__file__).parents[2] / "models" / "truce"
PIECES_A_BATCH = 512
EDGE = 2
"""Marks behind a window's last word that a claim may take in."""


@dataclass(frozen=True, slots=True)
class Said:
    """One quality of a span: the likeliest value and its probability."""

    value: str
    probability: float


@dataclass(frozen=True, slots=True)
class Told:
    """A span of a role, how likely it is one, and its qualities by name."""

    role: str
    span: Span
    probability: float
    qualities: Mapping[str, Said]

    def sure(self, name: str) -> float:
        """How likely it is both that the span is one of its role and that the quality is as said."""
        return self.probability * self.qualities[name].probability


@dataclass(frozen=True, slots=True)
class Heard:
    """The words of a window: where they stand, and how likely each layer marks each at all (`[words, layers]`)."""

    starts: Ints
    ends: Ints
    chances: Floats

    def share(self, layer: int, span: Span) -> float | None:
        """The mean of the layer's chances over a span; None where the window does not hold the whole of it."""
        if not len(self.starts) or span.start < self.starts[0] or span.end > self.ends[-1] + EDGE:
            return None
        inside = (self.starts < span.end) & (self.ends > span.start)
        return float(self.chances[inside, layer].mean()) if inside.any() else None


@dataclass(frozen=True)
class Hearing:
    """What the model marks in the passages that it read."""

    told: tuple[Told, ...] = ()
    words: tuple[Heard, ...] = ()
    by: str = ""
    """Name and version of the model."""
    whole: bool = False
    """Whether it read a short report whole, as it did in the training: there it knows what is none as well."""

    def of(self, role: str) -> Sequence[Told]:
        """The spans of a role."""
        return self._by_role[role][0] if role in self._by_role else ()

    def beside(self, role: str, span: Span) -> list[Told]:
        """Those of a role that overlap a span."""
        if role not in self._by_role:
            return []
        told, shelf = self._by_role[role]
        return [told[n] for n in shelf.near(span)]

    def share(self, role: str, span: Span) -> float | None:
        """How likely the words of a span are marked with the role's layer, on average; None where they are not read."""
        layer = next(n for n, known in enumerate(LAYERS) if role in known.roles)
        for n in self._windows.near(span, EDGE):
            if (share := self.words[n].share(layer, span)) is not None:
                return share
        return None

    @cached_property
    def _by_role(self) -> Mapping[str, tuple[list[Told], Shelf]]:
        found: dict[str, list[Told]] = {}
        for one in self.told:
            found.setdefault(one.role, []).append(one)
        return {role: (told, Shelf([one.span for one in told])) for role, told in found.items()}

    @cached_property
    def _windows(self) -> Shelf:
        return Shelf([Span(int(w.starts[0]), int(w.ends[-1])) for w in self.words])


NOTHING = Hearing()
"""What is marked where nothing is read."""


@dataclass(frozen=True, slots=True)
class Head:
    """Weights that score the values of a quality from a span's states."""

    quality: Quality
    weights: Floats
    bias: Floats

    def of(self, states: Floats) -> Said:
        """The likeliest value of the span whose words have these states, a row each."""
        pooled = np.concatenate([states.mean(0), states[0], states[-1]])
        scores = self.weights @ pooled + self.bias
        chances = np.exp(scores - scores.max())
        chances /= chances.sum()
        best = int(chances.argmax())
        return Said(self.quality.values[best], float(chances[best]))


class ClaimModel:
    """Marks claims, steps, severities and numbers. One instance serves one thread at a time."""

    def __init__(self, folder: Path = MODEL) -> None:
        """Nothing is loaded before the first text: most reports speak of no truce."""
        self._folder = folder
        self._settings: Mapping[str, Any] = json.loads((folder / "settings.json").read_text(encoding="utf-8"))

    @property
    def version(self) -> str:
        """Name and version of the weights."""
        return f"claims@{self._settings['version']}"

    def read(self, text: str, passages: Sequence[Span]) -> Hearing:
        """What is marked in the passages of a text, in reading order."""
        if not passages:
            return Hearing()
        cut = lines(self._tokenizer, text, [(p.start, p.end) for p in passages])
        # A window of its own for each passage, as in the training.
        found = [window for line in cut for window in windows([line], self._settings["window"])]
        read = [
            window for batch in together(sorted(found, key=len), len, PIECES_A_BATCH) for window in self._read(batch)
        ]
        told = sorted((one for marks, _ in read for one in marks), key=lambda t: (t.span.start, t.span.end, t.role))
        return Hearing(tuple(told), tuple(heard for _, heard in read), self.version)

    def _read(self, batch: Sequence[Window]) -> Iterator[tuple[list[Told], Heard]]:
        ids, types = padded(batch)
        emissions, states = self._session.run(["emissions", "states"], {"ids": ids, "types": types})
        for row, window in enumerate(batch):
            words, scores = states[row, window.first], emissions[row, window.first]
            spans = marked(scores, self._settings["shy"])
            told = [self._told(window, span, words[span.first : span.last + 1]) for span in spans]
            yield told, Heard(window.starts, window.ends, chances(scores))

    def _told(self, window: Window, span: Marked, states: Floats) -> Told:
        qualities = {head.quality.name: head.of(states) for head in self._heads if head.quality.role == span.role}
        where = Span(int(window.starts[span.first]), int(window.ends[span.last]))
        return Told(span.role, where, span.probability, qualities)

    @cached_property
    def _session(self) -> Any:
        return session_of(self._folder / "model.int8.onnx")

    @cached_property
    def _tokenizer(self) -> Any:
        return tokenizer_of(self._folder / "tokenizer.json")

    @cached_property
    def _heads(self) -> tuple[Head, ...]:
        held = np.load(self._folder / "heads.npz")
        return tuple(
            Head(
                Quality(row["role"], row["name"], tuple(row["values"])),
                held[f"{number}.weights"].astype(np.float32),
                held[f"{number}.bias"].astype(np.float32),
            )
            for number, row in enumerate(self._settings["qualities"])
        )
