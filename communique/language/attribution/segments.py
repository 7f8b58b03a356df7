"""What a span of words scores as a whole: its two ends together, its length and what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from communique.language.attribution.labels import BEGINS, INSIDES, OUTSIDE, ROLES

Floats = NDArray[np.float32]

IMPOSSIBLE = np.float32(-1e4)
LENGTH_BOUNDS = (1, 2, 3, 4, 5, 6, 8, 12, 18, 28, 44)
"""The longest span of each class of length, in words; one class more for longer ones."""
PARTS = ("starts_before", "starts", "ends", "ends_after", "asks_before", "asks", "holds")
"""The projections of a word's state that spans are scored by, each of one width for each role."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """The learned scores of a semi-Markov CRF (Sarawagi and Cohen 2004): of spans, and of what follows what."""

    projection: Floats
    """Of a state to `PARTS`, then to the score of an end there and of an end before it, by role."""
    shift: Floats
    outside: Floats
    """The state of what stands before a line and behind it."""
    length: Floats
    """By class of length and role."""
    going: Floats
    """By role, of a span's words after its first; `opened` is added once."""
    opened: Floats
    moves: Floats
    """By state of a word (in no span, in one of a role that ends there) and what comes next (none, one of a role)."""
    opens: Floats
    closes: Floats

    @classmethod
    def load(cls, path: Path) -> Cuts:
        """From the model's .npz of half-precision arrays."""
        with np.load(path) as arrays:
            return cls.of(arrays)

    @classmethod
    def of(cls, arrays: Mapping[str, Any]) -> Cuts:
        """From the arrays by the names of the fields."""
        return cls(*(np.asarray(arrays[field.name], np.float32) for field in fields(cls)))

    def spans(self, scores: Floats, states: Floats) -> Floats:
        """Scores `[roles, first word, last word]` of a line's spans against their words being in none."""
        words = len(states)
        framed = np.concatenate([self.outside[None], states, self.outside[None]]) @ self.projection + self.shift
        by_role, stops = self._parted(framed)
        before, at, after = slice(0, words), slice(1, words + 1), slice(2, words + 2)
        starts = by_role[0][:, before] + by_role[1][:, at]
        ends = by_role[2][:, at] + by_role[3][:, after]
        asks = by_role[4][:, before] + by_role[5][:, at]
        holds = by_role[6][:, at]
        held = holds.cumsum(1)
        apart = np.arange(words)[None, :] - np.arange(words)[:, None]
        many = np.maximum(apart + 1, 1)
        table = asks @ held.transpose(0, 2, 1) - (asks * (held - holds)).sum(2)[:, :, None]
        table /= many
        table += starts @ ends.transpose(0, 2, 1)
        table *= starts.shape[2] ** -0.5
        table += (stops[0][at] + stops[1][after]).T[:, None, :]
        table += self.length[np.searchsorted(LENGTH_BOUNDS, many)].transpose(2, 0, 1)
        return np.where(apart < 0, IMPOSSIBLE, self._with_words(table, scores))

    def _with_words(self, table: Floats, scores: Floats) -> Floats:
        """The table with the label scores of the words themselves, less what they score in no span."""
        against = scores - scores[:, OUTSIDE, None]
        further = against[:, INSIDES].T + self.going[:, None]
        along = further.cumsum(1)
        first = against[:, BEGINS].T - along
        table += along[:, None, :] + first[:, :, None] + self.opened[:, None, None]
        alone = np.arange(table.shape[1])
        table[:, alone, alone] -= self.opened[:, None]
        return table

    def _parted(self, framed: Floats) -> tuple[Floats, Floats]:
        """The projections as `[parts, roles, words, width]`, and the scores of ends as `[2, words, roles]`."""
        roles, words = len(ROLES), len(framed)
        body = framed[:, : -2 * roles].reshape(words, len(PARTS), roles, -1)
        stops = framed[:, -2 * roles :].reshape(words, 2, roles)
        return np.ascontiguousarray(body.transpose(1, 2, 0, 3)), stops.transpose(1, 0, 2)
