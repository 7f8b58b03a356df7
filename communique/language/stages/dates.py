"""Dates, anchored to the publication date where there is one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from communique.language.dates import find_dates
from communique.language.draft import Draft


@dataclass(frozen=True)
class DateStage:
    """Gives the date mentions."""

    name: str = "dates@1"
    needs: frozenset[str] = frozenset({"parse"})
    gives: frozenset[str] = frozenset({"dates"})

    def __call__(self, draft: Draft) -> Draft:
        spans = [p.span for p in draft.parse.passages]
        return replace(draft, dates=find_dates(draft.report.text, spans, published=draft.report.published))
