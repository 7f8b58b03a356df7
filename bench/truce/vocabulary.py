"""One spelling for words of the open vocabularies, so that a figure is about the reading and not about spelling."""

from __future__ import annotations

import re

_SMALL = frozenset({"ask", "the", "or", "a", "to", "their", "for", "party", "and", "of", "monitor", "monitors"})


def rung(name: str) -> frozenset[str]:
    """The words of a rung's name that count."""
    return frozenset(re.findall(r"\w+", name.casefold())) - _SMALL


def kind(name: str) -> tuple[str, str]:
    """Level 1 and level 2 of a type of violation; "" where the type has no level 2."""
    first, _, second = name.partition("/")
    return " ".join(first.casefold().split()), " ".join(w for w in second.casefold().split() if w not in _SMALL)
