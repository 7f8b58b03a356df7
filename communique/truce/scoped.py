"""The words of a scope that is no zone, such as can stand in a heading."""

from __future__ import annotations

import re

# What is left hanging where a scope was cut out of its sentence.
HANGS_BEFORE = re.compile(r"^(?:(?:and|or|but|in|at|across|that|[^\w“(]+)(?:\s+|$)|[^\w“(]+)", re.IGNORECASE)
HANGS_AFTER = re.compile(
    r"(?:(?:^|\s+)(?:and|or|but|nor|in|at|of|on|to|the|an?|with|while|where|which|as|than|from|for|by)|[^\w”)]+)$",
    re.IGNORECASE,
)
# Words that are no name: in a headline they have capitals too.
COMMON = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|all|both|most|many|some|several|any|every|each|others?|of|"
    r"out|the|its|their|and|or|in|safe|zones?|areas?|parts?|districts?|provinces?|regions?|outside|inside|between)\b",
    re.IGNORECASE,
)
UNNAMED = "zones that the words only count"
AREA = re.compile(r"\b(?:zone|area|part|district|province|region)s?\b", re.IGNORECASE)
LONGEST = 80  # characters: more is a sentence and no heading


def area_words(scope: str) -> str:
    """The scope on one line, without what hangs at its ends or a headline's capitals; empty where nothing is left.

    "one of its four zones and" is "one of its four zones"; "Three of Four Zones" is "three of four zones".
    """
    text = " ".join(scope.split())[: 4 * LONGEST]
    before = None
    while before != text:
        before = text
        text = HANGS_AFTER.sub("", HANGS_BEFORE.sub("", text).strip()).strip()
    text = COMMON.sub(lambda found: found[0].lower(), text)
    if len(text) > LONGEST:
        text = f"{text[:LONGEST].rsplit(' ', 1)[0]} …"
    return text


def only_counts(area: str) -> bool:
    """Whether nothing but a number is left: "broken in one of its four zones and holding in two"."""
    return bool(area) and not AREA.search(area) and not re.search(r"\w", COMMON.sub("", area))


def quoted(scope: str) -> str:
    """The words of a scope between quotation marks; those that they begin and end with themselves stand once."""
    return f"“{scope.removeprefix('“').removesuffix('”')}”"
