"""Where a place name could stand: runs of capitalised words, cut to the pieces a gazetteer key is made of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from communique.knowledge.placename import ARTICLES, place_key

LONGEST = 6  # pieces: five words and an article
# Lower-case pieces inside a name; "and" is for "Bosnia and Herzegovina".
INSIDE = ARTICLES | frozenset(
    ["of", "and", "de", "la", "le", "los", "las", "du", "da", "do", "dos", "des", "upon", "on"]
)
# Articles that are English words too open a name only with a hyphen ("As-Suwayda", not "As Syria").
ENGLISH = frozenset(["ad", "an", "ar", "as", "at", "the"])
_PIECE = re.compile(r"[^\W\d_]+")
HYPHENS = "-\u2010\u2011"
JOINTS = " \u00a0\n" + HYPHENS
APOSTROPHES = "'’ʻʼ`"


class PlaceToken(Protocol):
    """A token of the parse: code-point offsets in the report's text, coarse part of speech, entity label or ""."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def pos(self) -> str: ...
    @property
    def ent(self) -> str: ...


class Piece(NamedTuple):
    """Letters without a break, and the index of the token they stand in."""

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    token: int


@dataclass(frozen=True, slots=True)
class Name:
    """The pieces `[first, last]` as a possible name; `end` may leave out a possessive s written without apostrophe."""

    first: int
    last: int
    start: int
    end: int
    key: str


def pieces(tokens: Sequence[PlaceToken]) -> list[Piece]:
    """The letters of all tokens, in order."""
    found = []
    for i, token in enumerate(tokens):
        if token.text.isalpha():
            found.append(_piece(token.start, token.text, i))
        else:
            for match in _PIECE.finditer(token.text):
                found.append(_piece(token.start + match.start(), match[0], i))
    return found


def names_at(text: str, parts: Sequence[Piece], first: int, heads: Collection[str] = ()) -> Iterator[Name]:
    """The possible names from `parts[first]` on, the longest first; one of `heads` may close it ("X crossing")."""
    if not _opens(text, parts, first):
        return
    ends = [first]
    while len(ends) < LONGEST and ends[-1] + 1 < len(parts) and joined(text, parts, ends[-1]):
        following = parts[ends[-1] + 1]
        inside = following.capital or following.lower in INSIDE or following.lower in heads
        if not inside and text[following.start - 1] not in "-" + APOSTROPHES:
            break
        ends.append(ends[-1] + 1)
    for last in reversed(ends):
        if _closes(text, parts, first, last) or (last > first and parts[last].lower in heads):
            start, end = parts[first].start, parts[last].end
            if text[end - 2 : end - 1] == "." and text[end : end + 1] == ".":
                end += 1  # the last point of "U.S."
            yield Name(first, last, start, end, _key(text, start, end))


def unpossessed(text: str, name: Name) -> Name | None:
    """The name without its last letter where that may be a possessive s whose apostrophe was lost ("Syrias")."""
    if not text[name.start : name.end].endswith("s") or name.end - name.start < 5:
        return None
    return Name(name.first, name.last, name.start, name.end - 1, _key(text, name.start, name.end - 1))


def joined(text: str, parts: Sequence[Piece], left: int) -> bool:
    """Whether only a space, hyphen, apostrophe or point stands between a piece and the next."""
    gap = text[parts[left].end : parts[left + 1].start]
    if gap[:1] == ".":
        return len(parts[left].text) <= 2 and gap in (
            ".",
            ". ",
        )  # "U.S.", "St. Petersburg", but not the end of a sentence
    return len(gap) <= 1 and (gap in JOINTS or gap in APOSTROPHES)


def _piece(start: int, letters: str, token: int) -> Piece:
    return Piece(start, start + len(letters), letters, letters.lower(), letters[0].isupper(), token)


def _key(text: str, start: int, end: int) -> str:
    return place_key(text[start:end].replace("\n", " "))


def _opens(text: str, parts: Sequence[Piece], first: int) -> bool:
    piece = parts[first]
    article = piece.lower in ARTICLES
    if not (piece.capital or article):
        return False
    if first and parts[first - 1].end == piece.start - 1 and text[piece.start - 1] in APOSTROPHES:
        return False  # the "s" of a possessive, the "a" of Sana'a
    if not article:
        return True
    if first + 1 == len(parts) or not parts[first + 1].capital or not joined(text, parts, first):
        return False
    return piece.lower not in ENGLISH or text[piece.end] in HYPHENS


def _closes(text: str, parts: Sequence[Piece], first: int, last: int) -> bool:
    piece = parts[last]
    if last > first and piece.lower in ARTICLES:
        return False
    if piece.capital:
        return True
    if text[piece.start - 1] in APOSTROPHES:
        return piece.lower != "s"
    return last > first and text[piece.start - 1] in HYPHENS and piece.lower not in INSIDE
