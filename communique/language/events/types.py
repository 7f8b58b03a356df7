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

# To give way in words or rules is CONCEDE: a truce declared, a ban lifted, a pardon. In deed it is RETREAT: people
# freed, troops withdrawn, things returned, an office given up, a truce taking effect.
# fmt: off
_CONCEDE_STEMS = frozenset(map(stem, (
    "declare", "announce", "proclaim", "lift", "ease", "relax", "pardon", "amnesty", "apologise", "apologize", "repeal",
    "revoke", "rescind", "waive", "drop", "commute", "concession", "concede", "grant",
)))
_RETREAT_STEMS = frozenset(map(stem, (
    "withdraw", "withdrawal", "pull", "pullout", "pullback", "retreat", "leave", "surrender", "ceasefire", "cease-fire",
    "truce", "disarm", "demobilise", "demobilize", "disengage", "disengagement", "evacuate", "evacuation", "repatriate",
    "demilitarise", "demilitarize", "free", "release", "return", "exchange", "swap", "resign", "resignation",
    "handover", "let", "allow", "admit",
)))
# fmt: on


def quad_of(kind: str) -> Quad:
    """The quadrant of an event type, of the merged one too; KeyError for a word that is no type."""
    return 2 if kind == YIELD else QUADS[kind]


def is_conflict(kind: str) -> bool:
    """Whether the type is conflictual, by word or by deed."""
    return quad_of(kind) > 2


def told_apart(kind: str, stems: frozenset[str]) -> str:
    """The type itself; for the merged one RETREAT where the words tell of a deed and not of a word, else CONCEDE."""
    if kind != YIELD:
        return kind
    return "RETREAT" if stems & _RETREAT_STEMS and not stems & _CONCEDE_STEMS else "CONCEDE"
