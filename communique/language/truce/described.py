"""Parties that a report only describes ("gunmen", "the army", "three teachers"): from a noun phrase to an actor."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.attribution import Statement
from communique.language.cast import Cast
from communique.language.references import Resolver
from communique.language.referent import Situation
from communique.language.truce.lexicon import violation_words
from communique.language.truce.pieces import is_verb
from communique.language.words import Parse

KEPT = 12  # speakers before, among whom a pronoun may find its own
MOST_WORDS = 14
INSIDE = {"det", "amod", "compound", "poss", "nmod", "nummod", "case", "advmod", "quantmod", "prep", "pobj"}


class Describer:
    """Resolves noun phrases of one report; the cast grows by the people and bodies it only describes."""

    def __init__(self, parse: Parse, cast: Cast, statements: Sequence[Statement]) -> None:
        self.parse, self.cast = parse, cast
        self.nouns = violation_words().parties
        self.resolver = Resolver(cast)
        self._said = [
            (s.content[0].start, tuple(cast.figures[a] for a in s.source_actors if a in cast.figures), s)
            for s in statements
            if s.content
        ]

    def ids(self, head: int) -> tuple[str, ...]:
        """The ids of the actors that the phrase of the head means; none where it is no party."""
        word = self.parse.words[head]
        if word.pos == "PRON" or word.lower not in self.nouns:
            return ()
        phrase = self._phrase(head)
        referent = self.resolver.resolve(phrase, self._situation(word.start))
        for figure in referent.figures:
            self.cast.appear(phrase[0], phrase[-1], figure, referent.reason, "description")
        return tuple(f.id for f in referent.figures)

    def _phrase(self, head: int) -> range:
        """The noun phrase in a row, without what is told of it in clauses or behind "in" and "at"."""
        first = last = head
        todo = [head]
        while todo and last - first < MOST_WORDS:
            for c in self.parse.children[todo.pop()]:
                word = self.parse.words[c]
                if word.dep not in INSIDE or (word.dep == "prep" and word.lower != "of"):
                    continue
                if is_verb(word) and word.dep != "amod":
                    continue
                first, last = min(first, c), max(last, c)
                todo.append(c)
        return range(first, last + 1)

    def _situation(self, start: int) -> Situation:
        before = [figures for at, figures, _ in self._said if at < start and figures]
        return Situation(tuple(before[-KEPT:]))
