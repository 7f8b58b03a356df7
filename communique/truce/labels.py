"""What an incident is called while no person has named it: what, where and when, as far as that is known."""

from __future__ import annotations

from datetime import date

from communique.domain.incident import Site

WHAT = {
    "small arms": "Small-arms fire",
    "heavy machine gun": "Machine-gun fire",
    "mortar": "Mortar fire",
    "artillery": "Shelling",
    "MLRS": "Rocket fire",
    "tank": "Tank fire",
    "air strike": "Air strike",
    "helicopter": "Helicopter attack",
    "drone": "Drone strike",
    "missile": "Missile strike",
    "IED or mine": "Bomb or mine",
    "sniper": "Sniper fire",
    "chemical": "Chemical attack",
    "undetermined explosion": "Explosion",
    "convoy": "Attack on a convoy",
    "hospital": "Attack on a hospital",
    "school": "Attack on a school",
    "monitor denied": "Monitors denied access",
    "fired on": "Monitors fired on",
    "delayed": "Monitors delayed",
    "jammed": "Monitors' equipment jammed",
}
LEVEL = {
    "fire": "Attack",
    "civilians": "Violence against civilians",
    "mechanism": "Monitors hindered",
    "posture": "Movement of forces",
    "obligations unmet": "Obligation unmet",
    "protected objects and aid": "Attack on a protected object",
    "expressly no violation": "No violation",
}

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def label(type_: str, site: Site | None, start: str | None, end: str | None) -> str:
    """The name: "Shelling, Karsk, 14 March 2031"; what is not known is said to be so."""
    where = site.name if site else "place unknown"
    return f"{what(type_)}, {where}, {when(start, end)}"


def what(type_: str) -> str:
    """A type in words: "fire/artillery" → "Shelling"."""
    first, _, second = type_.partition("/")
    if second in WHAT:
        return WHAT[second]
    if second in ("", "unspecified", "attack", "unclear"):
        return LEVEL.get(first, "Incident")
    return second[0].upper() + second[1:]


def when(start: str | None, end: str | None) -> str:
    """Days in words, both inclusive ISO dates: "14 March 2031", "14 to 16 March 2031"."""
    if start is None:
        return "day unknown"
    if end is None or end == start:
        return _day(start)
    if start[:7] == end[:7] and len(start) == len(end) == 10:
        return f"{int(start[8:])} to {_day(end)}"
    return f"{_day(start)} to {_day(end)}"


def _day(text: str) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
