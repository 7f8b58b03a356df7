"""Where a thing happened that an observer heard or saw: so many kilometres in such a direction."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

POINTS = ("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW")
WINDS = {wind: at * 22.5 for at, wind in enumerate(POINTS)}
KM_A_DEGREE = 111.32

_OFFSET = re.compile(
    r"(?P<near>\d{1,3}(?:[.,]\d{1,3})?)(?:\s*[-–—]\s*(?P<far>\d{1,3}(?:[.,]\d{1,3})?))?\s*(?P<unit>km|m)\b"
    r"[\s,]*(?:to the\s+)?(?P<wind>[A-Za-z][A-Za-z -]{0,20})?",
    re.ASCII,
)
_LETTERS = (("north", "N"), ("south", "S"), ("east", "E"), ("west", "W"))


@dataclass(frozen=True, slots=True)
class Offset:
    """From `near` to `far` kilometres off the observer, at `degrees` clockwise from north, give or take `spread`."""

    near: float
    far: float
    degrees: float
    spread: float


def offset(text: str) -> Offset | None:
    """The first distance with a direction in the text ("3-5km N", "2–7 km north-north-east"), None without one."""
    found = _OFFSET.search(text[:500])
    degrees = None if found is None else wind(found["wind"] or "")
    if found is None or degrees is None:
        return None
    scale = 0.001 if found["unit"] == "m" else 1.0
    near = float(found["near"].replace(",", ".")) * scale
    far = float((found["far"] or found["near"]).replace(",", ".")) * scale
    return Offset(min(near, far), max(near, far), *degrees)


def wind(text: str) -> tuple[float, float] | None:
    """The degrees of a direction and how far it may be off, by the points of the compass its precision has."""
    letters = text.casefold().strip()
    for word, letter in _LETTERS:
        letters = letters.replace(word, letter.casefold())
    letters = re.split(r"\bof\b", letters)[0].replace("-", "").replace(" ", "").upper()
    if letters not in WINDS:
        return None
    return WINDS[letters], 11.25 if len(letters) == 3 else 22.5


def moved(lat: float, lon: float, by: Offset) -> tuple[float, float, float]:
    """Latitude and longitude of the middle of where it may be, and the kilometres around it that hold all of that."""
    middle = (by.near + by.far) / 2
    angle = math.radians(by.degrees)
    north = lat + middle * math.cos(angle) / KM_A_DEGREE
    east = lon + middle * math.sin(angle) / (KM_A_DEGREE * max(0.01, math.cos(math.radians(lat))))
    # A distance given as one number is rounded to the kilometre.
    along = max((by.far - by.near) / 2, 0.5)
    across = by.far * math.sin(math.radians(by.spread))
    return round(north, 6), round((east + 180) % 360 - 180, 6), math.ceil(math.hypot(along, across) * 10) / 10
