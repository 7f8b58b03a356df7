"""What a name in a text may stand for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

# How the words matched stand for what they name. Only "name" and "office" say it outright; the text around decides
# whether a "capital" speaks for its government and a "surname" is that person.
Sense = Literal["name", "adjective", "people", "capital", "metonym", "office", "title", "surname"]


@dataclass(frozen=True, slots=True)
class Known:
    """One thing a name may stand for.

    `kind` is one of the record's actor kinds, or instrument or process. `key` is stable: "RU", "un",
    "RU:foreign-ministry", "sergey-lavrov"; a title without a holder is "title:foreign-minister". `role` is (title, key
    of whose) for a title, and for a person who is known to have held one office only. `about` is what an office is
    for: "Special Envoy for Syria" → "SY". `weak`: also an ordinary word or another name, so only context can decide.
    """

    key: str
    name: str
    kind: str
    sense: Sense = "name"
    country: str | None = None
    gender: str | None = None
    plural: bool = False
    role: tuple[str, str | None] | None = None
    about: str | None = None
    weak: bool = False
