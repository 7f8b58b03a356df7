"""Which claim of a reading answers which claim of the gold: the most overlap first, one to one."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.span import Span

LEAST = 0.5
"""The least share of the shorter one's characters in common: clauses are cut differently, and that is no error."""


def common(one: Span, other: Span) -> int:
    """How many characters belong to both."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def overlap(one: Span, other: Span) -> bool:
    """Whether at least half of the shorter span belongs to the other."""
    return common(one, other) >= LEAST * min(len(one), len(other))


def shared(one: Span, other: Span) -> float:
    """The characters in both as a share of the characters in either."""
    both = common(one, other)
    return both / (len(one) + len(other) - both)


def paired(gold: Sequence[Span], found: Sequence[Span]) -> dict[int, int]:
    """The index of the found span for the index of each gold span that has one."""
    ranked = sorted(
        ((-shared(g, f), i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if overlap(g, f)),
    )
    pairs: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def inside(span: Span, others: Sequence[Span]) -> bool:
    """Whether the span overlaps one of the others."""
    return any(overlap(span, other) for other in others)
