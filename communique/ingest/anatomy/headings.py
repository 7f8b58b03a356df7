"""The headline above an article and the subheads in it."""

from __future__ import annotations

import re
import unicodedata

from communique.ingest.anatomy.dateline import opens_with_dateline
from communique.ingest.anatomy.parts import Parts, cut, swap

LONGEST_HEADLINE = 220
MOST_TOP_LINES = 6
LONGEST_SUBHEAD = 130
MOST_SUBHEAD_WORDS = 16

_ENDS_SENTENCE = re.compile(r"[.:;,…][\"”’')\]]*\Z")
# The head of a statement's sheet: an office, a body in capitals, a reference such as "SC/20417".
_LETTERHEAD = re.compile(
    r"(?:(?:The )?(?:Ministry|Office|Department|Embassy|Permanent (?:Mission|Representation)"
    r"|Press (?:Office|Service|and Information|Department)|Directorate|Secretariat|Presidency|Spokes\w+'?s? Office)\b"
    r"|[A-Z\s&'’.-]{3,60}\Z|[A-Z/]{1,12}[/ -]?\d[\d/ .()-]*\Z)"
)
_LISTED = re.compile(r"(?:[-–—*•·]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)")
_STARTS = re.compile(r"[\"“‘'(\[]*[A-Z0-9]")
_OPENS_QUOTE = re.compile(r"[\"“]")
_WORD = re.compile(r"\w+")


def mark_headline(text: str, parts: Parts, title: str | None) -> Parts:
    """The parts with the headline marked: the page's own, the title where the text begins with it, or a first line
    that is no sentence."""
    if any(part.kind == "headline" for part in parts):
        return parts
    first = next((index for index, part in enumerate(parts) if part.kind == "body"), None)
    if first is None:
        return parts
    part = parts[first]
    if title and (end := _title_end(part.of(text), title)):
        return swap(parts, first, cut(text, part, part.span.start, part.span.start + end, "headline"))
    top = _lines_on_top(text, parts, first)
    if not top or not any(later.kind == "body" for later in parts[top[-1] + 1 :]):
        return parts
    chosen = next((index for index in top if not _LETTERHEAD.match(parts[index].of(text))), top[0])
    return swap(parts, chosen, (parts[chosen].become("headline"),))


def _lines_on_top(text: str, parts: Parts, first: int) -> list[int]:
    """The lines above the first sentence that could be a headline: it and, in a statement, who issues it."""
    found: list[int] = []
    for index in range(first, min(first + MOST_TOP_LINES, len(parts))):
        if parts[index].kind != "body" or opens_with_dateline(parts[index].of(text)):
            continue
        if not _headline(parts[index].of(text)):
            break
        found.append(index)
    return found


def mark_subheads(text: str, parts: Parts) -> Parts:
    """The parts with the short lines between two paragraphs that are no sentences marked as subheads."""
    bodies = [index for index, part in enumerate(parts) if part.kind in ("body", "subhead")]
    marked = list(parts)
    for before, index, after in zip(bodies, bodies[1:], bodies[2:], strict=False):
        alone = _sentence(parts[before].of(text)) and _sentence(parts[after].of(text))
        if alone and parts[index].kind == "body" and _subhead(parts[index].of(text)):
            marked[index] = parts[index].become("subhead")
    return tuple(marked)


def is_sentence_end(line: str) -> bool:
    """Whether the line ends as a sentence or announces what follows ("… said:")."""
    return bool(_ENDS_SENTENCE.search(line[-8:])) or line.rstrip("\"”’')]").endswith(("!", "?"))


def _sentence(line: str) -> bool:
    return is_sentence_end(line) or len(line) > LONGEST_SUBHEAD


def _headline(line: str) -> bool:
    return (
        len(line) <= LONGEST_HEADLINE
        and "\n" not in line
        and len(_WORD.findall(line)) > 1
        and not _ENDS_SENTENCE.search(line[-8:])
        and not _LISTED.match(line)
        and not opens_with_dateline(line)
    )


def _subhead(line: str) -> bool:
    return (
        len(line) <= LONGEST_SUBHEAD
        and "\n" not in line
        and len(_WORD.findall(line)) <= MOST_SUBHEAD_WORDS
        and not is_sentence_end(line)
        and not _LISTED.match(line)
        and bool(_STARTS.match(line))
        # A quotation that runs over its paragraph ends without a full stop, and is no heading.
        and len(_OPENS_QUOTE.findall(line)) % 2 == (line.count("”") + line.count('"')) % 2
    )


def _title_end(line: str, title: str) -> int | None:
    """Where the title ends at the beginning of the line; letters and digits count, marks and spaces do not."""
    wanted = _letters(title)
    if not wanted:
        return None
    at = 0
    for position, char in enumerate(line[: 2 * len(title) + 40]):
        for letter in _letters(char):
            if at >= len(wanted) or letter != wanted[at]:
                return None
            at += 1
        if at == len(wanted):
            rest = line[position + 1 :]
            # "Talks resume" is not the title of "Talks resumed on Friday", nor of "Talks resume in Tavrin".
            return position + 1 + len(rest[:1]) * (rest[:1] in ".?!") if _breaks(rest) else None
    return None


def _breaks(rest: str) -> bool:
    return not rest or bool(re.match(r"[.?!\"”]?\s+[\"“A-Z0-9]|[.?!]?\Z", rest))


def _letters(string: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", string).casefold() if char.isalnum())
