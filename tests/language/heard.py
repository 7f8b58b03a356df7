"""What the trained model would mark in a short text, given by hand."""

from __future__ import annotations

import numpy as np

from communique.domain.span import Span
from communique.language.truce.learned.labels import LAYERS
from communique.language.truce.learned.model import Heard, Hearing, Said, Told


def told(text: str, role: str, words: str, probability: float = 0.9, **said: str) -> Told:
    """A span as the model gives it, every quality with the same probability."""
    at = text.index(words)
    qualities = {name: Said(value, probability) for name, value in said.items()}
    return Told(role, Span(at, at + len(words)), probability, qualities)


def hearing(text: str, *found: Told, read: bool = True, chance: float = 0.0, whole: bool = True) -> Hearing:
    """The model's word on a text in which it marks these spans, every word being one of a claim with this chance."""
    ends = np.array([[0], [len(text)]], np.int32)
    words = Heard(ends[0], ends[1], np.full((1, len(LAYERS)), chance, np.float32))
    return Hearing(found, (words,) if read else (), "claims@1", whole)
