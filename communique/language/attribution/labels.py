"""The seven labels of a word, and which may follow which."""

import numpy as np

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{part}-{role}" for role in ROLES for part in "BI"))
OUTSIDE = 0


def begin(role: int) -> int:
    """The label that opens a span of the role."""
    return 1 + 2 * role


def inside(role: int) -> int:
    """The label that carries a span of the role on."""
    return 2 + 2 * role


BEGINS = tuple(begin(role) for role in range(len(ROLES)))
INSIDES = tuple(inside(role) for role in range(len(ROLES)))
STATES = (OUTSIDE, *INSIDES)
"""A word's label where a span may end there: in no span, or in one of a role."""
OPENINGS = (OUTSIDE, *BEGINS)
"""What may come next: a word in no span, or the first of one."""


def _may_follow(before: int, label: int) -> bool:
    return label == OUTSIDE or label % 2 == 1 or before in (label - 1, label)


FORBIDDEN = np.asarray([[not _may_follow(a, b) for b in range(len(LABELS))] for a in range(len(LABELS))])
FORBIDDEN_FIRST = FORBIDDEN[OUTSIDE].copy()
