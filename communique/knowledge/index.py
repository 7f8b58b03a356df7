"""Finds the longest known name at a place in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.knowledge.folding import HYPHENS, POSSESSIVE
from communique.knowledge.known import Known
from communique.knowledge.names import Names
from communique.knowledge.phrases import Grammar

WINDOW = 18  # tokens looked at from one place on: no name or title with its holder is longer


@dataclass(frozen=True, slots=True)
class Scanned:
    """One name found in a row of tokens."""

    at: int
    length: int
    known: Known


class NameIndex:
    """Finds known names in tokens: direct names, and the offices and titles that are built from them."""

    def __init__(self, names: Names, grammar: Grammar) -> None:
        self._names = names
        self._grammar = grammar

    def longest(self, tokens: Sequence[str], at: int) -> tuple[Known, int] | None:
        """The thing named by the most tokens from `at` on, and how many they are; None where nothing begins there."""
        found = self.candidates(tokens, at)
        return found[0] if found else None

    def candidates(self, tokens: Sequence[str], at: int) -> list[tuple[Known, int]]:
        """All things the tokens from `at` on may name, each with its number of tokens, longest first."""
        if not self._may_begin(tokens, at):
            return []
        atoms = self._names.folding.atoms(tokens, at, WINDOW)
        if not atoms or atoms[0].text == POSSESSIVE:
            return []
        direct = self._names.hits(atoms, 0)
        hits = [*direct, *self._grammar.hits(atoms, direct)]
        whole = [(hit.known, atoms[hit.atoms - 1].token - at + 1) for hit in hits if atoms[hit.atoms - 1].last]
        return sorted(whole, key=lambda found: -found[1])

    def scan(self, tokens: Sequence[str]) -> Iterator[Scanned]:
        """The names of a row of tokens from left to right, the longest at each place, none inside another."""
        at = 0
        while at < len(tokens):
            found = self.longest(tokens, at)
            if found is not None:
                yield Scanned(at, found[1], found[0])
            at += found[1] if found else 1

    def office(self, key: str, state: Known) -> Known | None:
        """The office of one state by its key ("RU:foreign-ministry"), None if there is no such office."""
        return self._grammar.office(key, state)

    def _may_begin(self, tokens: Sequence[str], at: int) -> bool:
        pieces = self._names.folding.pieces(tokens[at])
        if not pieces:
            return False
        word, hyphen_next = pieces[0].text, at + 1 < len(tokens) and tokens[at + 1] in HYPHENS
        article = pieces[0].article or (pieces[0].before_hyphen and hyphen_next)
        return article or self._names.starts_with(word) or self._grammar.may_begin(word)
