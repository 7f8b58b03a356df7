"""The hour of a deed, as its words give it: two hours of one report are two deeds."""

from __future__ import annotations

import re

# "06:40", "6.40 a.m.", "at 11 a.m."; a range of hours, "between 22:10 and 04:30", is none.
HOUR = re.compile(
    r"\b(?:at|around|about|by|shortly after|just before)\s+(?:about |around )?"
    r"(?P<hour>[01]?\d|2[0-3])(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap]\.?m\b)?",
    re.IGNORECASE,
)
FEW_MINUTES = 20  # two tellers of one shot may differ so much


def hour_of(words: str) -> int | None:
    """Minutes after midnight at which the words say it was; None where they give no hour, or more than one."""
    found = [one for one in map(_minutes, HOUR.finditer(words[:1000])) if one is not None]
    return found[0] if len(found) == 1 else None


def apart(one: int | None, other: int | None) -> bool:
    """Whether two hours of one day are of two deeds; an hour that nobody gives keeps nothing apart."""
    return one is not None and other is not None and abs(one - other) > FEW_MINUTES


def _minutes(found: re.Match[str]) -> int | None:
    hour, minute, half = int(found["hour"]), found["minute"], (found["half"] or "").lower()
    if minute is None and not half:
        return None  # "at 12 checkpoints" is no hour
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return hour * 60 + int(minute or 0)
