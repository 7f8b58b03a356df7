"""PLOVER's event types, the four quadrants they fall in, and what the training sentences call them."""

from __future__ import annotations

from typing import Literal

from communique.language.events.stems import stem

Quad = Literal[1, 2, 3, 4]
"""1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""

QUADS: dict[str, Quad] = {
    "AGREE": 1,
    "CONSULT": 1,
    "SUPPORT": 1,
    "CONCEDE": 2,
    "COOPERATE": 2,
    "AID": 2,
    "RETREAT": 2,
    "REQUEST": 3,
    "ACCUSE": 3,
    "REJECT": 3,
    "THREATEN": 3,
    "PROTEST": 4,
    "SANCTION": 4,
    "MOBILIZE": 4,
    "COERCE": 4,
    "ASSAULT": 4,
}
YIELD = "YIELD"
"""The training sentences do not tell CONCEDE and RETREAT apart: the classifier learns them as one."""

# A ceasefire, a withdrawal or a surrender is RETREAT; releasing people, easing measures and stepping down is CONCEDE.
# fmt: off
_RETREAT_STEMS = frozenset(map(stem, (
    "withdraw", "withdrawal", "pullout", "pullback", "retreat", "surrender", "ceasefire", "cease-fire", "truce",
    "disarm", "demobilise", "demobilize", "disengage", "disengagement", "evacuate", "evacuation", "repatriate",
    "demilitarise", "demilitarize",
)))
# fmt: on


def quad_of(kind: str) -> Quad:
    """The quadrant of an event type, of the merged one too; KeyError for a word that is no type."""
    return 2 if kind == YIELD else QUADS[kind]


def is_conflict(kind: str) -> bool:
    """Whether the type is conflictual, by word or by deed."""
    return quad_of(kind) > 2


def told_apart(kind: str, stems: frozenset[str]) -> str:
    """The type itself; for the merged one RETREAT where the words of the deed say so, CONCEDE otherwise."""
    if kind != YIELD:
        return kind
    return "RETREAT" if stems & _RETREAT_STEMS else "CONCEDE"
