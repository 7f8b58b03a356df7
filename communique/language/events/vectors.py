"""Words to vectors: what the encoder makes of a sentence, its main word, the path between two actors and its top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from communique.language.encoders import session_of, tokenizer_of
from communique.language.events.clues import Clues, Dyad
from communique.language.words import Parse

Floats = NDArray[np.float32]
WIDE = 384
PARTS = 4
LONGEST = 256
"""Word pieces of a sentence that are read; what stands beyond has no vector of its own."""


@dataclass(frozen=True, slots=True)
class States:
    """The encoder's view of one text: a state for each piece, with the characters it covers, counted in that text."""

    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    states: Floats  # [pieces, WIDE]

    def over(self, spans: Sequence[tuple[int, int]]) -> Floats:
        """The mean state of the pieces that share a character with the spans; of all pieces where none does."""
        inside = np.zeros(len(self.starts), dtype=bool)
        for start, end in spans:
            inside |= (self.starts < end) & (self.ends > start)
        chosen = self.states[inside] if inside.any() else self.states
        mean: Floats = chosen.mean(axis=0) if len(chosen) else np.zeros(WIDE, np.float32)
        return mean


class Encoder(Protocol):
    """Anything that gives the states of texts."""

    def read(self, texts: Sequence[str]) -> list[States]: ...


class OnnxEncoder:
    """A sentence encoder of a model folder, `encoder.int8.onnx` and `tokenizer.json`, on one core."""

    def __init__(self, folder: Path) -> None:
        self._session: Any = session_of(folder / "encoder.int8.onnx")
        self._tokenizer: Any = tokenizer_of(folder / "tokenizer.json")
        self._tokenizer.enable_truncation(LONGEST)

    def read(self, texts: Sequence[str]) -> list[States]:
        """The states of each text, one text at a time: quantised states depend on what else is in a batch."""
        return [self._one(code) for code in self._tokenizer.encode_batch(list(texts))]

    def _one(self, code: Any) -> States:
        ids = np.asarray([code.ids], np.int64)
        (states,) = self._session.run(["states"], {"ids": ids})
        offsets = np.asarray(code.offsets, np.int32).reshape(-1, 2)
        return States(offsets[:, 0], offsets[:, 1], states[0].astype(np.float32))


def vectors_of(parse: Parse, dyad: Dyad, clues: Clues, states: States) -> Floats:
    """Four vectors of length one in a row: sentence, path, meeting word, main word. `states` are of the sentence."""
    begin = parse.words[dyad.first].start
    path = clues.path or (clues.top,)
    spans = [(parse.words[i].start - begin, parse.words[i].end - begin) for i in path]
    top, main = parse.words[clues.top], parse.words[clues.main]
    parts = (
        states.over([]),
        states.over(spans),
        states.over([(top.start - begin, top.end - begin)]),
        states.over([(main.start - begin, main.end - begin)]),
    )
    return np.concatenate([part / max(float(np.linalg.norm(part)), 1e-9) for part in parts]).astype(np.float32)
