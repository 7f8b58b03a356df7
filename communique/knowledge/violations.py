"""The types of violations a term can name, as the monitors of truces tell them apart."""

from __future__ import annotations

TYPES: dict[str, tuple[str, ...]] = {
    "fire": (
        "small arms",
        "heavy machine gun",
        "mortar",
        "artillery",
        "MLRS",
        "tank",
        "air strike",
        "helicopter",
        "drone",
        "missile",
        "IED or mine",
        "sniper",
        "chemical",
        "undetermined explosion",
        "unspecified",
    ),
    "posture": (
        "movement or reinforcement",
        "ground taken",
        "new position",
        "weapons past withdrawal lines",
        "overflight",
        "recruitment",
    ),
    "civilians": (
        "attack",
        "killing",
        "sexual violence",
        "abduction",
        "detention",
        "child recruitment",
        "displacement",
        "looting",
        "harassment",
    ),
    "protected objects and aid": (
        "hospital",
        "school",
        "water or power",
        "convoy",
        "aid blocked",
        "movement restricted",
        "siege",
    ),
    "mechanism": ("monitor denied", "delayed", "fired on", "jammed"),
    "obligations unmet": ("prisoners", "maps", "notification", "hostile propaganda"),
}
SHORT = {"protected objects": "protected objects and aid", "obligations": "obligations unmet"}


def full_type(text: str) -> str:
    """The type with its first level in full: "obligations/maps" → "obligations unmet/maps"."""
    first, slash, second = text.partition("/")
    return SHORT.get(first, first) + slash + second


def is_type(text: str) -> bool:
    """Whether the text is a type ("fire") or a type with one of its kinds ("fire/mortar")."""
    first, slash, second = full_type(text).partition("/")
    return first in TYPES and (not slash or second in TYPES[first])


def covers(breach: str, type_: str) -> bool:
    """Whether a violation of that type is one that a term's `breaches` entry means: "fire" covers "fire/mortar"."""
    wide, narrow = full_type(breach), full_type(type_)
    return wide == narrow or ("/" not in wide and narrow.partition("/")[0] == wide)
