"""Furniture by lines: navigation, buttons, counters, related headlines and everything that stands under an article."""

from __future__ import annotations

import re

from communique.ingest.anatomy.parts import Part, Parts
from communique.ingest.anatomy.words import words

_COUNTER = re.compile(
    r"(?:\d[\d,.]*\s?[km]?\s?(?:shares?|views?|comments?|likes?|reads?|retweets?|tweets?|min(?:ute)?s? read)"
    r"|(?:shares?|views?|comments?|likes?|hits|reads):?\s?\(?\d[\d,.]*\)?|get short url(?:\s\d{1,6})*"
    r"|[\d\s|/>»•·-]+)\Z",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s?(?:©\s?)?\d{4}\b|.{0,80}\ball rights reserved\.?\Z", re.IGNORECASE)
_CRUMBS = re.compile(r"[^.>»›]{1,40}(?:\s[>»›|]\s[^.>»›|]{1,40}){2,}\Z")
_EDGES = " \t:.…!*•·-–—|>»›[]()"
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\Z")
_BREAK = re.compile(r"[a-z\d\"”')][.!?][\"”']?\s+[A-Z\"“]")

# Fewer words than this may be a caption or a headline; more of them, in lower case, are a paragraph.
PROSE_WORDS = 18


def mark_furniture(text: str, parts: Parts) -> Parts:
    """The parts with every line of furniture marked; a page's own headline stays one."""
    marked: list[Part] = []
    begun = closed = boxed = False
    for part in parts:
        # A page's own heading may head a box of links as well as a section of the article.
        if part.kind not in ("body", "subhead"):
            marked.append(part)
            continue
        line = part.of(text)
        lists = words()
        name = _bare(line)
        closed = closed or (begun and name in lists.closing)
        opens = name in lists.box or name in lists.closing
        boxed = (boxed or opens) and not _prose(line)
        if closed or boxed or opens or _alone(line, name):
            marked.append(part.become("furniture"))
            continue
        begun = begun or _prose(line)
        marked.append(part)
    # A page of nothing but short lines is a short report, not a page of menus.
    return tuple(marked) if any(part.kind == "body" for part in marked) else parts


def _alone(line: str, name: str) -> bool:
    if len(line) > 400:
        return False
    low = line.lower()
    return (
        name in words().line
        or low.startswith(words().opening)
        or bool(_COUNTER.match(low) or _COPYRIGHT.match(line) or _CRUMBS.match(line))
    )


def _prose(line: str) -> bool:
    """Whether a line is running text: long enough, mostly in lower case, ended as a sentence."""
    found = _WORD.findall(line[:1_000])
    if len(found) < PROSE_WORDS or not _SENTENCE_END.search(line[-8:]):
        return False
    lower = sum(word[0].islower() for word in found)
    # A run of related headlines ends in "…" and has capitals nearly everywhere, and no sentence ends inside it.
    return lower >= 0.55 * len(found) or (lower >= 0.45 * len(found) and bool(_BREAK.search(line[:1_000])))


def _bare(line: str) -> str:
    return line.strip(_EDGES).lower() if len(line) <= 60 else ""
