"""A look at a page's tags before it is parsed: the parser takes quadratic time on a tag with very many attributes."""

from __future__ import annotations

import re

MOST_ATTRIBUTES = 500

_START = re.compile(r"<(?:(!--)|(script|style)\b|[a-z])", re.IGNORECASE)
_COMMENT_END = re.compile(r"--!?>")
_RAW_END = {"script": re.compile(r"</script", re.IGNORECASE), "style": re.compile(r"</style", re.IGNORECASE)}
# Possessive throughout: what has matched is never tried again, so that the scan is linear on any input.
_ATTRIBUTE = r"[\s/]*+[^\s>/][^\s=>/]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+"
_TAG = re.compile(rf"<[A-Za-z][^\s/>]*+(?:{_ATTRIBUTE})*+")
_EACH = re.compile(_ATTRIBUTE)
# No tag shorter than this has too many: two characters are the least that an attribute takes.
_SHORT = 2 * MOST_ATTRIBUTES


def most_attributes(page: str) -> int:
    """The number of attributes of the first tag that has more than `MOST_ATTRIBUTES`, 0 where none has."""
    at = 0
    while found := _START.search(page, at):
        if found.group(1):
            end = _COMMENT_END.search(page, found.start() + 2)
        else:
            tag = _TAG.match(page, found.start())
            at = tag.end() if tag else found.end()
            if at - found.start() > _SHORT and (count := _counted(page, found.start(), at)) > MOST_ATTRIBUTES:
                return count
            if not found.group(2):
                continue
            end = _RAW_END[found.group(2).lower()].search(page, at)
        if end is None:
            break
        at = end.end()
    return 0


def _counted(page: str, start: int, end: int) -> int:
    name = re.compile(r"<[^\s/>]*").match(page, start)
    return sum(1 for _ in _EACH.finditer(page, name.end() if name else start, end))
