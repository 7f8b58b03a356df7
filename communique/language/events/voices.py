"""On whose word an event stands: the innermost statement whose content holds it."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.attribution import Statement
from communique.language.words import Parse


class Voices:
    """Whose words each word of a report is."""

    def __init__(self, parse: Parse, statements: Sequence[Statement]) -> None:
        self._by_id = {s.id: s for s in statements}
        self._of: list[Statement | None] = [None] * len(parse.words)
        sizes = {s.id: sum(len(span) for span in s.content) for s in statements}
        for statement in sorted(statements, key=lambda s: -sizes[s.id]):
            for span in statement.content:
                for i in parse.inside(span):
                    self._of[i] = statement

    def of(self, word: int) -> Statement | None:
        """The innermost statement whose content holds the word; None where the report itself speaks."""
        return self._of[word]

    def around(self, statement: Statement) -> Statement | None:
        """The statement that holds another, None for one that the report itself reports."""
        return self._by_id.get(statement.within or "")

    @property
    def indirect(self) -> list[bool]:
        """For each word whether it is somebody's words in the report's wording: "said it would leave"."""
        return [s is not None and s.mode != "direct" for s in self._of]
