"""Statements with their speakers and chains; after it the cast is complete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from communique.language.attribution.found import Attribution
from communique.language.chain import Carriers
from communique.language.cues import CueLexicon, load_cues
from communique.language.draft import Draft
from communique.language.dramatis import actors_of, mentions_of
from communique.language.names import NameIndex
from communique.language.statements import StatementMaker, unsaid_of
from communique.language.words import Parse


class AttributionFinder(Protocol):
    """Finds who said what; a parse-based and a trained finder are interchangeable."""

    @property
    def version(self) -> str: ...

    def find(self, parse: Parse) -> Sequence[Attribution]:
        """The attributions of a report, nested ones among them."""


@dataclass(frozen=True)
class StatementStage:
    """Gives the statements, and the actors with all their mentions."""

    finder: AttributionFinder
    index: NameIndex | None
    cues: CueLexicon
    needs: frozenset[str] = frozenset({"parse", "cast"})
    gives: frozenset[str] = frozenset({"statements", "actors", "actor_mentions", "unsaid"})

    @classmethod
    def make(cls, finder: AttributionFinder, index: NameIndex | None) -> StatementStage:
        """The stage with the cue lexicon that comes with the package."""
        return cls(finder, index, load_cues())

    @property
    def name(self) -> str:
        """The finder decides what is found, so its version is the stage's."""
        return self.finder.version

    def __call__(self, draft: Draft) -> Draft:
        carriers = Carriers(draft.report, draft.parse, draft.cast, self.index)
        maker = StatementMaker(draft.parse, draft.cast, cues=self.cues, carriers=carriers, by=self.finder.version)
        found = self.finder.find(draft.parse)
        statements = maker.make(found)
        return replace(
            draft,
            statements=statements,
            unsaid=unsaid_of(found, self.finder.version),
            actors=actors_of(draft.cast),
            actor_mentions=mentions_of(draft.cast),
        )
