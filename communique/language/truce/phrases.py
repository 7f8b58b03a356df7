"""Looking for words side by side in a parse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.language.words import Parse

Phrase = tuple[str, ...]  # words side by side, lower case


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """Phrases in an order of rank, looked up by their first word: a clause is read once, however many there are."""

    by_first: Mapping[str, tuple[tuple[int, Phrase], ...]]

    @classmethod
    def of(cls, ranked: Iterable[Iterable[Phrase]]) -> Phrasebook:
        """The book of lists of phrases, the first list ranking first."""
        found: dict[str, list[tuple[int, Phrase]]] = {}
        for rank, phrases in enumerate(ranked):
            for phrase in phrases:
                found.setdefault(phrase[0], []).append((rank, phrase))
        return cls({first: tuple(rows) for first, rows in found.items()})

    def hits(self, text: Sequence[str]) -> list[tuple[int, int, int]]:
        """Every (rank, place of the first word, place of the last) in the text, by rank, then left to right."""
        found = []
        for i, word in enumerate(text):
            for rank, phrase in self.by_first.get(word, ()):
                if len(phrase) == 1 or tuple(text[i : i + len(phrase)]) == phrase:
                    found.append((rank, i, i + len(phrase) - 1))
        return sorted(found)


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


def stands(parse: Parse, i: int, end: int, phrase: Phrase) -> bool:
    """Whether the phrase stands at the word `i`, before `end`."""
    return i + len(phrase) <= end and all(parse.words[i + n].lower == part for n, part in enumerate(phrase))


def all_of(parse: Parse, words: Sequence[int], phrases: Iterable[Phrase]) -> list[tuple[int, int]]:
    """Every place where one of the phrases stands, the longer phrase where two begin together."""
    text = lowers(parse, words)
    found: dict[int, int] = {}
    for phrase in phrases:
        for i in range(len(text) - len(phrase) + 1):
            if text[i] == phrase[0] and tuple(text[i : i + len(phrase)]) == phrase:
                found[i] = max(found.get(i, 0), len(phrase))
    return [(words[i], words[i + size - 1]) for i, size in sorted(found.items())]
