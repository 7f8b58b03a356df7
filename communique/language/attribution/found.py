"""What the tagger found: fragments of text and the attributions they make up."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fragment:
    """One stretch of the text, `[start, end)` in code points, and the probability that it is exactly right."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said what, by which words; a role may be empty, a content may come in several fragments."""

    sources: tuple[Fragment, ...]
    cues: tuple[Fragment, ...]
    contents: tuple[Fragment, ...]
    confidence: float
    said: bool = True
    """Whether anybody is reported to have said it: not so where the saying is negated, supposed or nobody's."""


def places(fragments: Sequence[Fragment]) -> tuple[tuple[int, int], ...]:
    """Where the fragments stand, however sure they are."""
    return tuple((f.start, f.end) for f in fragments)
