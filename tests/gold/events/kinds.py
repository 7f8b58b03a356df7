"""What an annotation may say: the 16 event types of PLOVER 2021 with POLECAT's modes, the realities, the two halves."""

from __future__ import annotations

from typing import Literal, get_args

Part = Literal["build", "held"]
PARTS: tuple[Part, ...] = get_args(Part)

Reality = Literal["happened", "ongoing", "planned", "called for", "denied", "hypothetical"]
REALITIES: tuple[Reality, ...] = get_args(Reality)

_ASKED = frozenset({"assist", "change", "meet", "yield"})
MODES: dict[str, frozenset[str]] = {
    "AGREE": frozenset(),
    "CONSULT": frozenset({"visit", "third-party", "multilateral", "phone"}),
    "SUPPORT": frozenset(),
    "CONCEDE": frozenset(),
    "COOPERATE": frozenset(),
    "AID": frozenset(),
    "RETREAT": frozenset({"withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"}),
    "REQUEST": _ASKED,
    "ACCUSE": frozenset({"disapprove", "investigate", "allege"}),
    "REJECT": _ASKED,
    "THREATEN": frozenset({"restrict", "ban", "arrest", "relations", "expel", "territory", "violence"}),
    "PROTEST": frozenset({"demo", "riot", "strike", "hunger", "boycott", "obstruct"}),
    "SANCTION": frozenset({"convict", "expel", "withdraw", "discontinue"}),
    "MOBILIZE": frozenset({"troops", "weapons", "police", "militia"}),
    "COERCE": frozenset(
        {"seize", "restrict", "ban", "censor", "curfew", "martial-law", "arrest", "deport", "withhold"}
        | {"misinformation", "cyber"}
    ),
    "ASSAULT": frozenset(
        {"abduct", "beat", "torture", "sexual", "targeted", "destroy", "crowd-control", "primitive", "firearms"}
        | {"explosives", "suicide-attack", "heavy-weapons", "aerial", "drone", "unconventional"}
    ),
}
"""The modes each type may take; a type without modes takes none."""

HARMFUL = frozenset({"ASSAULT", "COERCE", "PROTEST"})
"""The types of which people are killed or injured."""
