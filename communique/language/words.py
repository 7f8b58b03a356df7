"""The words of a report and how they hang together, independent of the parser that found it out."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from communique.domain.span import Span


@dataclass(frozen=True, slots=True)
class Word:
    """One token: its place in the text, Universal POS, Penn tag, dependency, index of its head, entity label if any."""

    i: int
    start: int
    end: int
    text: str
    lower: str
    pos: str
    tag: str
    dep: str
    head: int
    ent: str
    ent_begins: bool
    sentence: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the article that is read: a paragraph of the body, a subhead or the headline."""

    span: Span
    kind: str  # headline, subhead, body


@dataclass(frozen=True)
class Parse:
    """All words of a report's passages, in reading order; `sentences` are half-open ranges of word indices."""

    text: str
    passages: tuple[Passage, ...]
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    passage_of_sentence: tuple[int, ...]

    @cached_property
    def starts(self) -> list[int]:
        return [w.start for w in self.words]

    @cached_property
    def children(self) -> list[list[int]]:
        """For each word the indices of its dependents, left to right."""
        found: list[list[int]] = [[] for _ in self.words]
        for word in self.words:
            if word.head != word.i:
                found[word.head].append(word.i)
        return found

    def subtree(self, i: int) -> list[int]:
        """The indices of a word and all its descendants, sorted."""
        out, todo = [], [i]
        while todo:
            j = todo.pop()
            out.append(j)
            todo.extend(self.children[j])
        return sorted(out)

    def first_at(self, offset: int) -> int:
        """The index of the first word that ends after `offset`; `len(words)` if there is none."""
        i = bisect_right(self.starts, offset)
        if i and self.words[i - 1].end > offset:
            return i - 1
        return i

    def inside(self, span: Span) -> range:
        """The indices of the words that share a character with `span`."""
        first = self.first_at(span.start)
        last = first
        while last < len(self.words) and self.words[last].start < span.end:
            last += 1
        return range(first, last)

    def span(self, first: int, last: int) -> Span:
        """The span from the word `first` to the word `last`, both included."""
        return Span(self.words[first].start, self.words[last].end)
