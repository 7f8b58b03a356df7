"""Names as words that compare equal however they are spelt: "ash-Sham" and "al Sham", "Sergei" and "Sergey"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

Case = Literal["lower", "capital", "upper"]
POSSESSIVE = "'s"
HYPHENS = frozenset("-‐‑‒–")
_JOINING = HYPHENS | frozenset("/+& \t\r\n\xa0")  # what may stand inside a name; any other sign ends it
_APOSTROPHES = "'’‘`´ʼʻʾʿ′"
_ENDING = re.compile(rf"(?<=\w)[{_APOSTROPHES}]s$", re.IGNORECASE)
_DROPPED = re.compile(rf"[{_APOSTROPHES}]")
_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\.){2,}")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ß": "ss", "ə": "a"})
_LONGEST_TOKEN = 80  # characters: no name is longer, and hostile texts have words of megabytes
_REMEMBERED = 50_000  # words whose folding is kept


class Atom(NamedTuple):
    """One folded word, how it was written, the index of its token, and whether the token ends with it."""

    text: str
    case: Case
    token: int
    last: bool


class _Piece(NamedTuple):
    text: str
    case: Case
    article: bool  # whatever its spelling, by what follows it inside the token
    before_hyphen: bool  # whether it is an article if a hyphen follows the token


class Folding:
    """The spelling rules: `articles` count as one, and `same` maps a spelling to the one that stands for its group."""

    def __init__(self, articles: Sequence[str] = (), same: Mapping[str, str] | None = None) -> None:
        self._articles = frozenset(articles)
        self._same = same or {}
        self._pieces: dict[str, tuple[_Piece, ...]] = {}

    def words(self, name: str) -> tuple[str, ...]:
        """A name's folded words, without inner articles: "Hay'at Tahrir al-Sham" → hayat, tahrir, sham."""
        return tuple(atom.text for atom in self.atoms(name.split(), 0, 60))

    def first(self, name: str) -> str | None:
        """The folded first word of a name, None where it has none."""
        tokens = name.split(None, 1)
        pieces = self.pieces(tokens[0].rstrip("?")) if tokens else ()
        return ("al" if pieces[0].article else pieces[0].text) if pieces else None

    def atoms(self, tokens: Sequence[str], at: int, most: int) -> list[Atom]:
        """The folded words of at most `most` tokens from `at` on, up to a sign that no name has inside.

        Hyphens and inner articles leave none. Empty where the first token has no word.
        """
        found: list[Atom] = []
        for index in range(at, min(len(tokens), at + most)):
            token = tokens[index]
            pieces = self.pieces(token)
            if not pieces and not (found and _joins(tokens[index - 1], token)):
                break
            end = len(pieces) - 1
            for place, piece in enumerate(pieces):
                hyphen_next = place == end and index + 1 < len(tokens) and tokens[index + 1] in HYPHENS
                article = piece.article or (piece.before_hyphen and hyphen_next)
                if not (article and found):
                    found.append(Atom("al" if article else piece.text, piece.case, index, place == end))
        return found

    def pieces(self, token: str) -> tuple[_Piece, ...]:
        """The words of one token."""
        known = self._pieces.get(token)
        if known is None:
            if len(self._pieces) >= _REMEMBERED:
                self._pieces.clear()
            known = self._pieces[token] = tuple(self._piece(*raw) for raw in _split(token))
        return known

    def _piece(self, text: str, case: Case, joined: bool) -> _Piece:
        article = text in ("al", "el") or (joined and text in self._articles)
        word = last_vowel(text)
        return _Piece(self._same.get(word, word), case, article, text in self._articles)


def _joins(before: str, sign: str) -> bool:
    """Whether a name may go on behind the sign; a full stop only behind an abbreviation ("Lt. Gen.")."""
    return _JOINING.issuperset(sign) or (sign == "." and len(before) < 4 and not before.isupper())


def last_vowel(word: str) -> str:
    """The word with one ending for all of -y, -i, -iy, -ii, as romanised names have them: sergey → sergei."""
    if len(word) < 4 or word[-1] not in "yij":
        return word
    if word.endswith(("iy", "ii", "yi", "yy", "ij")):
        return word[:-2] + "i"
    return word if word[-1] == "j" else word[:-1] + "i"


@lru_cache(maxsize=4096)
def _split(token: str) -> tuple[tuple[str, Case, bool], ...]:
    """(word, case, whether a hyphen follows inside the token) of each word of one token."""
    if len(token) > _LONGEST_TOKEN:
        return ()
    if token.isascii() and token.isalnum():
        return ((token.lower(), _case(token), False),)
    if token.lower() in ("'s", "’s"):
        return ((POSSESSIVE, "lower", False),)
    stem = _ENDING.sub("", token)
    plain = _INITIALS.sub(lambda found: found[0].replace(".", ""), _DROPPED.sub("", stem))
    words = [
        (_plain(word[0]), _case(word[0]), plain[word.end() : word.end() + 1] in HYPHENS)
        for word in _WORD.finditer(plain)
    ]
    return (*words, (POSSESSIVE, "lower", False)) if stem != token and words else tuple(words)


def _plain(word: str) -> str:
    lowered = word.lower().translate(_LETTERS)
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


def _case(word: str) -> Case:
    if word.isupper() and len(word) > 1:
        return "upper"
    return "capital" if word[0].isupper() or word[0].isdigit() else "lower"


def folding_from(articles: Sequence[str], groups: Sequence[Sequence[str]]) -> Folding:
    """The rules for the given articles and groups of equal spellings; the first of a group stands for it."""
    same = {last_vowel(word): last_vowel(group[0]) for group in groups for word in group}
    return Folding(articles, same)
