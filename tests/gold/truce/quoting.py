"""Where quoted words stand in a text: found, or refused with the reason. Never at a likely place."""

from __future__ import annotations

import re

from .gold import Quote

Extent = tuple[int, int]
"""[start, end) in code points of the text."""


class Misquoted(ValueError):
    """The words do not stand in the text, or stand there more than once and nothing says which."""


def place(quote: Quote, text: str, within: Extent | None = None) -> Extent:
    """Where the words stand, as whole words: the one place inside `within`, else the one place in the text.

    Raises Misquoted where there is none, or more than one and the quote has no number.
    """
    words, number = quote if isinstance(quote, tuple) else (quote, None)
    found = standing(words, text)
    if number is not None:
        if not 1 <= number <= len(found):
            raise Misquoted(f"{words!r} stands {len(found)} times, there is no number {number}")
        return found[number - 1]
    inside = [at for at in found if within and within[0] <= at[0] and at[1] <= within[1]]
    for places in (inside, found):
        if len(places) == 1:
            return places[0]
    raise Misquoted(f"{words!r} stands {len(found)} times in {text!r}: give the words with a number")


def standing(words: str, text: str) -> list[Extent]:
    """Every place where the words stand whole, from left to right."""
    if not words or words != words.strip():
        return []
    return [found.span() for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
