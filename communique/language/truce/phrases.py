"""Looking for words side by side in a parse."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.language.truce.lexicon import Phrase
from communique.language.words import Parse


def lowers(parse: Parse, words: Iterable[int]) -> list[str]:
    """The words in lower case, with plain apostrophes."""
    return [parse.words[i].lower.replace("’", "'") for i in words]


def first_of(parse: Parse, words: Sequence[int], phrases: Iterable[Phrase]) -> tuple[int, int] | None:
    """The first phrase of the list that stands in `words` (indices in a row): its first and last index, or None."""
    text = lowers(parse, words)
    for phrase in phrases:
        at = position(text, phrase)
        if at is not None:
            return words[at], words[at + len(phrase) - 1]
    return None


def position(text: Sequence[str], phrase: Phrase) -> int | None:
    """Where the phrase first stands in the text."""
    for i in range(len(text) - len(phrase) + 1):
        if text[i] == phrase[0] and tuple(text[i : i + len(phrase)]) == phrase:
            return i
    return None


def all_of(parse: Parse, words: Sequence[int], phrases: Iterable[Phrase]) -> list[tuple[int, int]]:
    """Every place where one of the phrases stands, the longer phrase where two begin together."""
    text = lowers(parse, words)
    found: dict[int, int] = {}
    for phrase in phrases:
        for i in range(len(text) - len(phrase) + 1):
            if text[i] == phrase[0] and tuple(text[i : i + len(phrase)]) == phrase:
                found[i] = max(found.get(i, 0), len(phrase))
    return [(words[i], words[i + size - 1]) for i, size in sorted(found.items())]
