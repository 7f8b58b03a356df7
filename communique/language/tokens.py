"""Surface tokens: words and marks with their place in the text, for the stages that need no parse."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.domain.span import Span

# Each alternative consumes at least one character and none can match the same character in two ways: linear.
# A possessive is a token of its own, so that "the Memorandum's" names the Memorandum.
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}(?:[-–][^\W_]+)*|[^\W_]+(?:(?:[-–./]|['’](?!s\b))[^\W_]+)*|['’]s\b|[^\w\s]|_+")
_ROMAN = {
    r: n for n, r in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), start=1)
}
# fmt: off
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth",
)
_CARDINALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
# fmt: on
_WORD_NUMBERS = {w: n for words in (_ORDINALS, _CARDINALS) for n, w in enumerate(words, start=1)} | {"twenty": 20}
_SUFFIXED = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_SENTENCE_ENDS = frozenset(".!?")


@dataclass(frozen=True, slots=True)
class Token:
    """One word or mark; `opens` says that it begins a sentence (or the stretch that was cut into tokens)."""

    start: int
    end: int
    text: str
    lower: str
    opens: bool

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


def tokenise(text: str, span: Span) -> tuple[Token, ...]:
    """The tokens of the stretch `span` of `text`, with offsets into `text`."""
    tokens: list[Token] = []
    opens = True
    for match in _TOKEN.finditer(text, span.start, span.end):
        word = match.group()
        tokens.append(Token(match.start(), match.end(), word, _plain(word), opens))
        if word in _SENTENCE_ENDS:
            opens = True
        elif word[0].isalnum():
            opens = False
    return tuple(tokens)


def ordinal_of(word: str) -> int | None:
    """The count a lower-case word gives a round ("fourth", "4th", "four", "iv", "4"); None where it gives none."""
    if word in _WORD_NUMBERS:
        return _WORD_NUMBERS[word]
    suffixed = _SUFFIXED.fullmatch(word)
    if suffixed:
        return int(suffixed.group(1))
    if word.isascii() and word.isdigit() and len(word) <= 2:
        return int(word) or None
    return _ROMAN.get(word)


def _plain(word: str) -> str:
    return word.lower().replace("’", "'").replace("–", "-")
