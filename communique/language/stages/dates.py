"""Dates, anchored to the day the report was written where its dateline says it, else to the publication date."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from communique.domain.report import Published, Report
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
        return replace(draft, dates=find_dates(draft.report.text, spans, published=written(draft.report)))


def written(report: Report) -> Published | None:
    """The day from which "yesterday" counts: that of the dateline, where it is a full date, else the publication's.

    A page may be dated anew when it is moved or mended; whoever wrote "yesterday" stood under the dateline. A dateline
    later than the publication is not believed.
    """
    line = report.anatomy.dateline
    if line is None:
        return report.published
    full = [one for one in find_dates(report.text, [line.span], published=None) if one.precision == "day" and one.start]
    if len(full) != 1:
        return report.published
    day = date.fromisoformat(full[0].start or "")
    if report.published is not None and report.published.value < day:
        return report.published
    return Published(day, "day", "dateline")
