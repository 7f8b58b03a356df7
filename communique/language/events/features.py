"""Clues and vectors to numbers: hashed counts weighted by rarity, each block of length one."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from communique.language.events.clues import Clues

Floats = NDArray[np.float32]
BUCKETS = 1 << 15
"""Per block. No word list has to be shipped, and a clash of two rare clues costs little."""
BLOCKS = ("words", "ties", "deeds")


@dataclass(frozen=True, slots=True)
class Sparse:
    """One row of a block: bucket numbers, each once, and the damped count of each."""

    buckets: NDArray[np.int64]
    values: Floats

    def weighted(self, rarity: Floats) -> Floats:
        """The values times the rarity of their buckets, scaled to length one."""
        values = self.values * rarity[self.buckets]
        length = float(np.linalg.norm(values))
        scaled: Floats = values / length if length else values
        return scaled


def hashed(clues: Sequence[str]) -> Sparse:
    """The counts of the clues by bucket; CRC-32, which is the same on every machine and in every run."""
    counts = Counter(zlib.crc32(clue.encode()) % BUCKETS for clue in clues)
    buckets = np.fromiter(sorted(counts), np.int64, len(counts))
    values = np.fromiter((1 + np.log(counts[int(b)]) for b in buckets), np.float32, len(counts))
    return Sparse(buckets, values)


def blocks_of(clues: Clues) -> tuple[Sparse, ...]:
    """The sparse blocks, in the order of BLOCKS."""
    return hashed(clues.words), hashed(clues.ties), hashed(clues.deeds)
