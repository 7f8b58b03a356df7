"""What punctuation belongs to a span: the model finds words, the corpus' habit decides on the marks around them."""

import re

OPENING = '“"«„'
CLOSING = '”"»'
BRACKETS = {")": "(", "]": "["}
TITLES = "Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Jr|Sr|Inc|Corp|Co|St|Col|Lt"
ABBREVIATED = re.compile(rf"(?:\b[A-Za-z]\.)+[A-Za-z]$|\b(?:{TITLES})$")
REACH = 12


def widened(text: str, start: int, end: int, *, quoted: bool) -> tuple[int, int]:
    """The span with the full stop, per cent sign or bracket that is part of it, and a content's quotation marks."""
    end = _with_sign(text, start, end)
    if not quoted:
        return start, end
    opened = start > 0 and text[start - 1] in OPENING
    begin = start - 1 if opened else start
    return begin, _closed(text, begin, end)


def _with_sign(text: str, start: int, end: int) -> int:
    char = text[end : end + 1]
    if char == "%":
        return end + 1
    if char in BRACKETS and _open(text[start:end], BRACKETS[char], char):
        return end + 1
    if char == "." and ABBREVIATED.search(text, max(start, end - REACH), end):
        return end + 1
    return end


def _open(inside: str, opening: str, closing: str) -> bool:
    return inside.count(opening) > inside.count(closing)


def _closed(text: str, start: int, end: int) -> int:
    """The end after a closing mark right behind, with the stop or comma before it, if one is still open inside."""
    if not _unclosed(text[start:end]):
        return end
    at = end
    while at < len(text) and at < end + 3 and text[at] in ".,!?…":
        at += 1
    return at + 1 if at < len(text) and text[at] in CLOSING else end


def _unclosed(inside: str) -> bool:
    curled = inside.count("“") + inside.count("„") + inside.count("«") - inside.count("”") - inside.count("»")
    return curled > 0 or inside.count('"') % 2 == 1
