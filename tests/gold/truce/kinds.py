"""What an annotation may say: the types of violation, the rungs of the response ladder, the zones of the samples."""

from __future__ import annotations

from typing import Literal, get_args

Part = Literal["build", "held"]
PARTS: tuple[Part, ...] = get_args(Part)

ZONES = ("Lower Morrad", "Tessel valley", "Northern Karsk", "Port Adel")

RUNGS = (
    "none",
    "log",
    "hotline or liaison",
    "call for restraint",
    "ask guarantors to use their influence",
    "ask for information or access",
    "send a team",
    "preliminary inquiry",
    "formal report",
    "technical or joint committee",
    "board or guarantors ask the party to act",
    "ministers or the Security Council",
    "loss of protection, sanctions",
    "suspension or end",
)

_TYPES: dict[str, tuple[str, ...]] = {
    "fire": (
        *("small arms", "heavy machine gun", "mortar", "artillery", "MLRS", "tank", "air strike", "helicopter"),
        *("drone", "missile", "IED or mine", "sniper", "undetermined explosion", "unspecified"),
    ),
    "posture": (
        *("movement or reinforcement", "ground taken", "new position", "weapons past withdrawal lines"),
        *("overflight", "recruitment"),
    ),
    "civilians": (
        *("attack", "killing", "sexual violence", "abduction", "detention", "child recruitment", "displacement"),
        *("looting", "harassment"),
    ),
    "protected objects and aid": (
        *("hospital", "school", "water or power", "convoy", "aid blocked", "movement restricted", "siege"),
    ),
    "mechanism": ("denied", "delayed", "fired on", "jammed"),
    "obligations unmet": ("prisoners", "maps", "notification", "hostile propaganda"),
    "expressly no violation": (
        *("exercise", "non-signatory or listed group", "outside zone or time", "controlled demolition"),
    ),
}
TYPES = frozenset({"unspecified", *(f"{one}/{two}" for one, listed in _TYPES.items() for two in listed)})
"""Level 1 and level 2 of the types of violation, parted with a slash."""
