"""As of which day an opinion holds: the day it speaks of, else the day it was said, else the day it appeared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.domain.attribution import Statement
from communique.domain.incident import AS_OF_BASES
from communique.domain.reading import Reading
from communique.domain.span import Span, hull
from communique.domain.truce import TruceClaim
from communique.domain.when import DateMention
from communique.record.periods import written

CLAIMED, SAID, APPEARED = AS_OF_BASES
# Days that are part of a truce's name or history, not the day of which its state is told.
OTHER_DAY = re.compile(
    r"(?:signed|adopted|agreed|reached|concluded|brokered|announced|effect|in(?:to)? force|"
    r"start(?:ed|s|ing)?|began|begun|since|from|until|till|expires?|before|after|ahead of)"
    r"(?:\s+(?:on|at|in|from|the|of|midnight|as))*\s*$",
    re.IGNORECASE,
)
BEFORE = 40  # characters in front of a date that are looked at
REACH = 48  # characters between "said" and "on Saturday"
DAY = 10  # characters of an ISO date


@dataclass(frozen=True, slots=True)
class AsOf:
    """An ISO day and what it rests on, both None where nothing says."""

    day: str | None = None
    basis: str | None = None


def running(claim: TruceClaim) -> bool:
    """Whether its count is a running total: the reading says so, or its period has a beginning and no end."""
    since = (claim.period_text or "").casefold().startswith("since ")
    return bool(claim.cumulative) or (claim.cumulative is None and since)


class Calendar:
    """The days of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.report.text
        self._published = written(reading.report.published)
        named = [span for one in reading.findings.instruments for span in one.spans]
        own = {one.date for one in reading.findings.instruments}
        self._dates = [
            date
            for date in reading.findings.dates
            if date.id not in own and not any(span.covers(date.span) for span in named)
        ]
        self._all = {date.id: date for date in reading.findings.dates}

    def as_of(self, claim: TruceClaim, statement: Statement | None) -> AsOf:
        """The day of which the claim speaks, never one after the report appeared."""
        counted = self.period(claim)
        # "since 13 March" names the first day of a count that goes on to the day it is told.
        ended = counted is not None and (counted.end is not None or not running(claim))
        for day in self._days([counted] if counted and ended else []):
            return AsOf(day, CLAIMED)
        for day in self._days(self._inside(claim.span)):
            return AsOf(day, CLAIMED)
        for day in self._days(self._beside(statement) if statement else ()):
            return AsOf(day, SAID)
        return AsOf(self._published, APPEARED) if len(self._published) == DAY else AsOf()

    def period(self, claim: TruceClaim) -> DateMention | None:
        """The days over which the claim's violations were counted."""
        return self._all.get(claim.period or "")

    def _days(self, dates: Iterable[DateMention]) -> list[str]:
        """The last days of dates that are known to the day and had come when the report appeared."""
        ends = [date.end or date.start for date in dates if date.precision == "day"]
        known = [day for day in ends if day and len(day) == DAY]
        return [day for day in known if not self._published or day[: len(self._published)] <= self._published]

    def _inside(self, span: Span) -> list[DateMention]:
        return [d for d in self._dates if span.covers(d.span) and not self._other(d.span.start)]

    def _other(self, at: int) -> bool:
        return OTHER_DAY.search(self._text[max(0, at - BEFORE) : at]) is not None

    def _beside(self, statement: Statement) -> list[DateMention]:
        """Dates in the words of the attribution itself: "Drenko said on Friday that …"."""
        marks = [*statement.cue, *statement.source_spans]
        if not marks:
            return []
        whole = hull(marks)
        near = [d for d in self._dates if self._near(d.span, whole, statement.content)]
        return sorted(near, key=lambda d: abs(d.span.start - whole.end))

    def _near(self, date: Span, marks: Span, content: Sequence[Span]) -> bool:
        if any(span.overlaps(date) for span in content):
            return False
        first, last = min(date.end, marks.end), max(date.start, marks.start)
        between = self._text[first:last] if last > first else ""
        return len(between) <= REACH and not re.search(r"[.!?]\s|\n", between)
