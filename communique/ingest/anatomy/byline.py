"""Who wrote or supplied a report: "By Jane Doe", "Reporting by …", initials such as "R.Raslan/Mazen", "--Reuters"."""

from __future__ import annotations

import re

from communique.ingest.anatomy.parts import Kind, Parts, cut, swap

_NAME = r"[A-Z][\w'’.-]*"
_NAMES = rf"{_NAME}(?:\s{_NAME}){{0,3}}"
_LIST = rf"{_NAMES}(?:(?:,|\sand|,\sand)\s(?:in\s)?{_NAMES}){{0,6}}"

# A line of its own above the article.
_BY = re.compile(rf"(?:By|BY|Written by|From|Posted by)[:\s]\s?{_LIST}(?:\s?[|,–-]\s?[^.\n]{{1,60}})?\Z")

# A line of its own under it: names or initials joined by a slash, without a sentence.
_SLASHED = rf"{_NAME}(?:\s{_NAME}){{0,2}}(?:\s?/\s?{_NAME}(?:\s{_NAME}){{0,2}}){{1,4}}"
_CREDIT = r"(?:(?:Additional\s)?[Rr]eporting|[Ww]riting|[Ee]diting|Compiled|Translated|Edited|Written)\sby\s"
_SOURCE = rf"\(?[Ss]ource:?\s{_NAME}(?:[\s,/]{{1,2}}(?:{_NAME}|and|&|of|for|the|agencies|staff|media)){{0,7}}\)?"
_DASHED = rf"[-–—]{{1,2}}\s?{_NAME}(?:[\s/]{_NAME}){{0,2}}"
_WITH = rf"\([Ww]ith\s{_NAME}(?:\s(?:and\s)?{_NAME}){{0,4}}\)"
_UNDER = re.compile(
    rf"(?:{_SLASHED}|\(?{_CREDIT}[^\n]{{1,300}}|{_SOURCE}|{_DASHED}|{_WITH}|[A-Z]{{2,5}}(?:/[A-Z]{{2,5}})*)\.?\Z"
)

# The same, glued to the end of the last sentence.
_GLUED = re.compile(
    rf"(?<=[.!?\"”)])\s?(?:{_SLASHED}|\(?{_CREDIT}[^\n]{{1,300}}|{_SOURCE}|{_DASHED}|{_WITH})\.?\Z"
    rf"|(?<=[.!?\"”])\s(?:[A-Z]{{2,4}})\Z"
)

LONGEST = 340
TOP = 4


def mark_byline(text: str, parts: Parts) -> Parts:
    """The parts with the line above the article that names its author, if there is one, as the byline."""
    bodies = [index for index, part in enumerate(parts) if part.kind == "body" and not part.sure]
    for index in bodies[:TOP]:
        line = parts[index].of(text)
        if len(line) <= 160 and _BY.match(line):
            return swap(parts, index, (parts[index].become("byline"),))
    return parts


def mark_credit(text: str, parts: Parts) -> Parts:
    """The parts with the names that end the article as the byline or, where it has one already, as furniture."""
    kind: Kind = "furniture" if any(part.kind == "byline" for part in parts) else "byline"
    bodies = [index for index, part in enumerate(parts) if part.kind == "body"]
    if not bodies:
        return parts
    last = parts[bodies[-1]]
    line = last.of(text)
    if len(bodies) > 1 and len(line) <= LONGEST and _UNDER.match(line):
        return swap(parts, bodies[-1], (last.become(kind),))
    tail = line[-LONGEST:]
    if found := _GLUED.search(tail):
        start = last.span.end - len(tail) + found.start()
        return swap(parts, bodies[-1], cut(text, last, start, last.span.end, kind))
    return parts
