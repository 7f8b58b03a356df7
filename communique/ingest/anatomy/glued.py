"""Buttons and counters that a copied page leaves inside a running line, and the menus it leaves at its end."""

from __future__ import annotations

import re

from communique.domain.report import Published
from communique.ingest.anatomy.parts import Parts, cut, swap
from communique.ingest.published import written

# Only what no sentence says. A counter that is not clearly one stays in the body.
_INSIDE = (
    re.compile(
        r"(?:\b\d{2}:?\d{2}\s)?(?:\d{2}\.\d{2}\.\d{4}\s?(?:\([Uu]pdated[^()\n]{1,30}\)\s?)?)?Get short URL\b"
        r"(?:\sTopic\s[^.\n(]{1,80}\s\(\d{1,6}\))?(?:\s\d{1,6}\b){0,3}"
    ),
    re.compile(r"\bPrint Tweet(?:\sViews:?\s\d{1,9})?(?:\sRelated\b)?"),
    re.compile(r"\bShare on (?:Facebook|Twitter|WhatsApp|Telegram)(?:\s(?:Facebook|Twitter|WhatsApp|Telegram))*\b"),
)

# How far into the line counters stand; no pattern is tried on the rest.
REACH = 600
TOP_PARTS = 8

_AT_END = (
    re.compile(r"\sTwitter\Z"),
    re.compile(r"\s(?:Read (?:Also|More)|Also Read|You might also like|Follow us)[^.!?\n]{0,200}\Z"),
    re.compile(r"\sOur Standards:\s?[A-Z][^\n]{1,80}\Z"),
    re.compile(
        r"(?:\s(?:Community standards\s?Discussion|Comment via [A-Z]\w+(?:\sNews)?))+(?:Comment via [^\n]{1,40})?\Z"
    ),
    re.compile(r"\sCommunity standards[^\n]{0,120}\Z"),
    re.compile(r"(?<=[.!?”\"])\s(?:Tags?|Topics?|Keywords):?\s[^.!?\n]{1,300}\Z"),
    re.compile(r"\sRelated (?:News|Coverage|Stories|Articles)\s(?=[^\n]*\s\|\s)[^\n]{0,3000}\Z"),
    re.compile(r"\s\.\.\.\s\d{1,6}\s(?:Related|Tags?|Topic)\b[^\n]{0,3000}\Z"),
    re.compile(r"\s(?:©|\(c\)|Copyright ©?)\s?\d{4}\b[^\n]{0,200}\Z"),
)

TAIL = 4_000
LAYERS = 8


def cut_glued(text: str, parts: Parts) -> tuple[Parts, Published | None]:
    """The parts with buttons, counters and the menus after the last sentence cut out as furniture, and the date that
    stands among the buttons."""
    printed: Published | None = None
    for index in reversed(range(min(TOP_PARTS, len(parts)))):
        if parts[index].kind == "body":
            parts, date = _inside(text, parts, index)
            printed = date or printed
    last = max((index for index, part in enumerate(parts) if part.kind == "body"), default=None)
    return (parts if last is None else _tail(text, parts, last)), printed


def _inside(text: str, parts: Parts, index: int) -> tuple[Parts, Published | None]:
    part = parts[index]
    for pattern in _INSIDE:
        if found := pattern.search(text, part.span.start, min(part.span.end, part.span.start + REACH)):
            date = written(found.group(), basis="dateline")
            return swap(parts, index, cut(text, part, found.start(), found.end(), "furniture")), date
    return parts, None


def _tail(text: str, parts: Parts, index: int) -> Parts:
    start, end = parts[index].span.start, parts[index].span.end
    kept = end
    for _ in range(LAYERS):
        piece = text[max(start, kept - TAIL) : kept]
        offset = kept - len(piece)
        found = next((match for pattern in _AT_END if (match := pattern.search(piece)) and match.start() > 0), None)
        if found is None:
            break
        kept = offset + len(piece[: found.start()].rstrip())
    return parts if kept in (start, end) else swap(parts, index, cut(text, parts[index], kept, end, "furniture"))
