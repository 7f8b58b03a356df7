"""Chains of authority as levels: who vouches for whom, with people who speak jointly on one level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from communique.domain.attribution import Statement

ARROW = " › "


def levels(statements: Iterable[Statement], speakers: Mapping[str, AbstractSet[str]]) -> dict[str, tuple[int, ...]]:
    """For each statement id, the level of every link of its chain, outermost 0.

    `speakers` gives the names of a statement's speakers by its id. The chain is a flat list of names; its last links
    share a level where they are joint speakers of the statement, or of one whose chain this one goes on from.
    """
    known: dict[tuple[str, ...], tuple[int, ...]] = {}
    listed = sorted(statements, key=lambda s: len(s.chain))
    for statement in listed:
        joint = _joint(statement.chain, speakers.get(statement.id, frozenset()))
        if joint > 1:
            outer = _levels(statement.chain[:-joint], known)
            known[statement.chain] = outer + (_next(outer),) * joint
    return {s.id: _levels(s.chain, known) for s in listed}


def _joint(chain: tuple[str, ...], speakers: AbstractSet[str]) -> int:
    """How many links at the end of the chain are speakers."""
    return next((n for n, name in enumerate(reversed(chain)) if name not in speakers), len(chain))


def _levels(chain: tuple[str, ...], known: Mapping[tuple[str, ...], tuple[int, ...]]) -> tuple[int, ...]:
    start = next((n for n in range(len(chain), 0, -1) if chain[:n] in known), 0)
    found = known.get(chain[:start], ())
    first = _next(found)
    return found + tuple(range(first, first + len(chain) - start))


def _next(found: tuple[int, ...]) -> int:
    return found[-1] + 1 if found else 0


def drawn(chain: tuple[str, ...], level: tuple[int, ...]) -> str:
    """The chain for people: "VNA › Foreign Ministry › Irena Sollos and Anselm Rook"; empty for an empty chain."""
    return ARROW.join(" and ".join(names) for names in grouped(chain, level))


def grouped(chain: tuple[str, ...], level: tuple[int, ...]) -> tuple[tuple[str, ...], ...]:
    """The names of the chain level by level, outermost first."""
    groups: dict[int, list[str]] = {}
    for name, at in zip(chain, level, strict=True):
        groups.setdefault(at, []).append(name)
    return tuple(tuple(names) for names in groups.values())
