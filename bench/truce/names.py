"""Whether an actor of a reading is the one the gold names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from communique.domain.reading import Reading
from tests.gold.truce.gold import alternatives

_EMPTY = frozenset({"the", "a", "an", "of", "s", "two", "three", "four", "five", "six", "his", "their", "its"})


def words(name: str) -> frozenset[str]:
    """The words of a name that tell it from others, in lower case."""
    every = frozenset(re.findall(r"\w+", name.casefold()))
    return (every - _EMPTY) or every


def alike(one: str, other: str) -> bool:
    """Whether one name is the other, perhaps with words left out ("Velisk", "Dara Velisk")."""
    a, b = words(one), words(other)
    return bool(a and b) and (a <= b or b <= a)


def known_as(actor: str, reading: Reading) -> tuple[str, ...]:
    """Every name a reading has for an actor: its own and the words of its mentions."""
    own = [a.name for a in reading.findings.actors if a.id == actor]
    said = [m.span.of(reading.report.text) for m in reading.findings.mentions if m.actor == actor]
    return tuple(dict.fromkeys([*own, *said]))


def is_named(listed: str, names: Iterable[str]) -> bool:
    """Whether one of the names is one of the alternatives, given with " | " between them."""
    known = list(names)
    return any(alike(one, name) for one in alternatives(listed) for name in known)


def right_ones(expected: Sequence[str], actors: Sequence[str], reading: Reading) -> int:
    """How many of the expected parties are among the actors, each counted once."""
    left = [known_as(actor, reading) for actor in actors]
    right = 0
    for party in expected:
        hit = next((names for names in left if is_named(party, names)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    return right


def shown(actors: Sequence[str], reading: Reading) -> list[str]:
    """The actors' own names, for a table."""
    return [a.name for actor in actors for a in reading.findings.actors if a.id == actor]
