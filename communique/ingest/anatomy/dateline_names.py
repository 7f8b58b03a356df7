"""What the names in a dateline are, by their shape and a short list: a place, an agency, or neither."""

from __future__ import annotations

import re

from communique.ingest.anatomy.words import words

_PARTICLE = r"(?:al|el|ez|es|as|ash|ar|az|at|ad|de|del|la|le|the|and|of|on|sur|am|an|bei|upon)"
_NAME = r"[A-Z][\w'’.]*"
_WORD = rf"(?:{_NAME}(?:[-–](?:{_NAME}|{_PARTICLE}))*|(?:{_PARTICLE}[-'’])+{_NAME}|{_PARTICLE})"
_PLACE = re.compile(rf"{_NAME}(?:-{_WORD})*(?:\s{_WORD}){{0,3}}(?:\s?/\s?{_NAME}(?:[-\s]{_WORD}){{0,2}}){{0,2}}\Z")
# Without full stops: "N.Y." after a place is a region.
_CAPS = re.compile(r"[A-Z][A-Z&]{1,7}\Z")
_PRESS = re.compile(
    r"(?:.{1,40}\s)?(?:\w*(?i:press|agency)|News|Media|Radio|TV|Television|Wire|Post|Times|Voice|Service|Monitor)\Z"
)
_NAMED = re.compile(r"[A-Z][\w'’&.-]*(?:[\s/](?:[A-Z][\w'’&.-]*|and|of|the|for|with)){0,5}\Z")
LONGEST_PLACE = 50


def is_place(name: str) -> bool:
    """Whether the name has the shape of a place: up to a few capitalised words, or several joined by a slash."""
    return len(name) <= LONGEST_PLACE and _PLACE.match(name) is not None


def is_denied(name: str) -> bool:
    """Whether a name before a dash is known to open a sentence or a heading and not a dateline."""
    return name.lower() in words().no_place


def is_caps(head: str) -> bool:
    """Whether the first name of a head is in capitals throughout: "KHAN SHEIKHUN, Syria"."""
    first = head.split(",")[0].split(" (")[0].strip()
    letters = [char for char in first if char.isalpha()]
    return len(letters) >= 3 and all(char.isupper() for char in letters)


def is_agency(name: str, *, first: bool, outlet: str | None, known: bool = False) -> bool:
    """Whether the name is a news agency's: listed, the report's own outlet or, unless `known` is asked for, by its
    shape. The first name of a dateline is a place unless it is listed."""
    low = name.lower()
    if low in words().agencies or (outlet is not None and low == outlet.lower()):
        return True
    if first or known or low in words().country:
        return False
    return _CAPS.match(name) is not None or _PRESS.match(name) is not None


def agency_name(bracketed: str) -> bool:
    """Whether what stands in a dateline's brackets can be an agency: "(Meridian)", "(The Associated Press)"."""
    return _NAMED.match(bracketed) is not None and bracketed.lower() not in words().no_place


def place_name(name: str) -> str:
    """The place as one writes it in a sentence: MOSCOW → Moscow, DEIR EZ-ZOR → Deir ez-Zor, Port Adel unchanged."""
    if not any(char.islower() for char in name):
        name = re.sub(r"[^\W\d_]+(?:['’][^\W\d_]{2,})?", lambda word: word.group().capitalize(), name)
        name = re.sub(r"(?<=[\s-])(Al|El|Ez|Es|Az|As|Ash|Ad|Ar|At|De|Del|Sur|And|Of|The|Upon)(?=[\s-])", _lower, name)
    return name


def _lower(word: re.Match[str]) -> str:
    return word.group().lower()
