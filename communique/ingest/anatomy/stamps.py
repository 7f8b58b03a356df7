"""Date stamps: the date printed above an article, or alone on a line near it. Furniture that dates the report."""

from __future__ import annotations

import re

from communique.domain.report import Published
from communique.ingest.anatomy.parts import Parts, cut, swap
from communique.ingest.published import FULL_DATE, WEEKDAY, written

_LEAD = r"(?i:(?:posted|published|updated|last updated?|date(?: of publication)?|issued)(?: on| at)?:?\s)"
_CLOCK = r"(?:,?\s?(?:(?i:at)\s)?-?\s?\d{1,2}[:.]?\d{2}(?:[:.]?\d{2})?(?:\s?(?i:am|pm|gmt|utc|local time)\b)?)"
_STAMP = re.compile(rf"{_LEAD}?(?:{WEEKDAY},?\s)?{FULL_DATE}{_CLOCK}?")

# A stamp that opens a running line ends where a sentence can begin; "18 March 2031 was" is no stamp.
_AFTER = re.compile(r"\s+(?=(?:by\s)?[A-Z0-9\"“'‘(])|\s*[|\u2022]\s*")

# In a line that runs headline, agency, date and text together: weekday and full date, no preposition before them,
# and a sentence after them. "on Friday 14 March 2031 the" is when something happened.
_RUN_IN = re.compile(
    rf"(?<![,(])(?<!\b[Oo]n)(?<!\bof)(?<!\bby)(?<!until)(?<!since)(?<!from)\s(?:(?:AFP|AP|Reuters|Agencies)\s)?"
    rf"{WEEKDAY},?\s{FULL_DATE}{_CLOCK}?(?=\s[A-Z\"“])"
)
RUN_IN_REACH = 300

# How many parts from the top (or the end) a date alone on its line is still the report's and not a table's.
REACH = 4


def mark_stamps(text: str, parts: Parts) -> tuple[Parts, Published | None]:
    """The parts with date stamps as furniture, and the date of the first one that has a year."""
    first: Published | None = None
    for index in reversed(range(len(parts))):
        part = parts[index]
        if part.sure or REACH <= index < len(parts) - REACH or not (end := _stamp(part.of(text), opens=index == 0)):
            continue
        stamp = part.of(text)[:end]
        first = written(stamp, basis="dateline") or first
        parts = swap(parts, index, cut(text, part, part.span.start, part.span.start + end, "furniture"))
    return (parts, first) if first else _run_in(text, parts)


def _run_in(text: str, parts: Parts) -> tuple[Parts, Published | None]:
    if not parts or parts[0].sure or not (found := _RUN_IN.search(parts[0].of(text)[:RUN_IN_REACH])):
        return parts, None
    start = parts[0].span.start
    pieces = cut(text, parts[0], start + found.start(), start + found.end(), "furniture")
    return swap(parts, 0, pieces), written(found.group(), basis="dateline")


def _stamp(line: str, *, opens: bool) -> int | None:
    """How many characters of the line are a stamp: all of it or, on the opening line, its beginning."""
    found = _STAMP.match(line)
    if not found:
        return None
    if len(line) <= found.end() + 1:
        return len(line)
    return found.end() if opens and _AFTER.match(line, found.end()) else None
