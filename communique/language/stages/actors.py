"""The cast: names, titles and whom they stand for."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.language.cast import Cast
from communique.language.draft import Draft
from communique.language.lore import Lore
from communique.language.names import NameFinder
from communique.language.roles import assign_roles


@dataclass(frozen=True)
class ActorStage:
    """Gives the cast as the names alone make it; the statements add pronouns and descriptions to it."""

    lore: Lore
    name: str = "actors@1"
    needs: frozenset[str] = frozenset({"parse"})
    gives: frozenset[str] = frozenset({"cast"})

    def __call__(self, draft: Draft) -> Draft:
        dateline = draft.report.anatomy.dateline
        outlet = draft.report.outlet or (dateline.agency if dateline else None)
        home = self.lore.country_of(outlet) if outlet else None
        cast = Cast(draft.parse, offices=self.lore.offices, home=home, office_of=self.lore.office_of)
        cast.gather(NameFinder(self.lore.names, is_place=self.lore.is_place).find(draft.parse))
        assign_roles(cast)
        return replace(draft, cast=cast)
