"""Words and sentences."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.language.draft import Draft
from communique.language.parse import Parser


@dataclass(frozen=True)
class ParseStage:
    """Gives the parse of the passages that are read."""

    parser: Parser
    needs: frozenset[str] = frozenset({"report"})
    gives: frozenset[str] = frozenset({"parse"})

    @property
    def name(self) -> str:
        """The model belongs to the version: another one finds other words."""
        return f"parse-{self.parser.model}@1"

    def __call__(self, draft: Draft) -> Draft:
        return replace(draft, parse=self.parser.parse(draft.report))
