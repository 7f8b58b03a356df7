"""The dates a report names, anchored to the day it appeared; a year that neither gives stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from communique.domain.provenance import Provenance
from communique.domain.report import Published
from communique.domain.span import Span
from communique.domain.when import DateMention
from communique.language import dates_calendar as calendar
from communique.language.dates_calendar import UNKNOWN, When
from communique.language.dates_patterns import BETWEEN, CLAUSE, DATES, EVERY, FUTURE, JOIN, MONTHS, TIME
from communique.language.dates_reading import READERS, Reading

BY = "dates@1"
SPANNING = ("day", "iso", "numeric", "weekday", "month", "year")
WHOLE = frozenset(name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))
CLAUSE_REACH = 90  # characters before a date in which a word may say that it is still to come


@dataclass(frozen=True, slots=True)
class _Date:
    """One match: where it stands, its kind, and what it means."""

    start: int
    end: int
    kind: str
    reading: Reading

    @property
    def when(self) -> When:
        return self.reading.when


def find_dates(text: str, passages: Sequence[Span], *, published: Published | None) -> tuple[DateMention, ...]:
    """The dates named in `passages`, in reading order, as ISO days with the precision the text gives them.

    Weekdays and words such as "yesterday" count from `published`, and are unknown without a day of it. A date in the
    form 04/05/2017 is read as the one of its two readings that the publication speaks for, else left unknown.
    """
    seen = calendar.anchor(published)
    found: list[_Date] = []
    for passage in passages:
        found += _joined(text, passage, _apart(_matches(text, passage, seen)))
    made = Provenance(BY)
    return tuple(
        DateMention(
            id=f"d{number}",
            span=Span(d.start, d.end),
            text=text[d.start : d.end],
            precision=d.when.precision,
            made=made,
            start=d.when.first.isoformat() if d.when.first else None,
            end=d.when.last.isoformat() if d.when.last else None,
        )
        for number, d in enumerate(sorted(found, key=lambda d: d.start), start=1)
    )


def _matches(text: str, passage: Span, seen: date | None) -> Iterator[_Date]:
    for kind, pattern in DATES:
        for match in pattern.finditer(text, passage.start, passage.end):
            future = _looks_ahead(text, passage, match.start())
            reading = READERS[kind](match, seen, future)
            if reading and not (kind == "weekday" and _habitual(text, passage, match)):
                yield _Date(match.start(), _end(match), kind, reading)


def _end(match: re.Match[str]) -> int:
    """The end without the point that closes a sentence rather than an abbreviation ("on 6 May.")."""
    full = match[0].endswith(".") and match[0].rstrip(".").rpartition(" ")[2].lower() in WHOLE
    return match.end() - 1 if full else match.end()


def _looks_ahead(text: str, passage: Span, start: int) -> bool:
    before = text[max(passage.start, start - CLAUSE_REACH) : start]
    return FUTURE.search(CLAUSE.split(before)[-1]) is not None


def _habitual(text: str, passage: Span, match: re.Match[str]) -> bool:
    """ "On Fridays", "every Friday": no day in particular; but "on Fridays attack" has lost an apostrophe."""
    before = text[max(passage.start, match.start() - 8) : match.start()]
    every = EVERY.search(before)
    if not every:
        return False
    plural = text[match.end() : match.end() + 1] == "s"
    return not before.rstrip().lower().endswith("on") or (plural and not text[match.end() + 1 :][:2].strip().isalpha())


def _apart(found: Iterator[_Date]) -> list[_Date]:
    """The matches without those inside or across a longer or earlier one."""
    kept: list[_Date] = []
    for one in sorted(found, key=lambda d: (d.start, -d.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return kept


def _joined(text: str, passage: Span, found: Sequence[_Date]) -> list[_Date]:
    """Two dates of one kind with "to" between them, or "between … and", as one span of time."""
    out: list[_Date] = []
    for one in found:
        gap = text[out[-1].end : one.start] if out else ""
        if out and len(gap) <= 30 and out[-1].kind == "ending" and TIME.fullmatch(gap):
            out[-1] = _window_to(out[-1], one)
        elif out and len(gap) <= 14 and JOIN.fullmatch(gap) and _one_span(text, passage, out[-1], one, gap):
            out[-1] = _span(out[-1], one)
        else:
            out.append(one)
    return out


def _one_span(text: str, passage: Span, first: _Date, last: _Date, gap: str) -> bool:
    if first.kind != last.kind or first.kind not in SPANNING:
        return False
    return "and" not in gap or BETWEEN.search(text[max(passage.start, first.start - 14) : first.start]) is not None


def _span(one: _Date, other: _Date) -> _Date:
    first, last = one.when.first, other.when.last or other.when.first
    if first and last and one.kind == "weekday" and first > last:
        first -= timedelta(7)
    if one.reading.yearless and last and not other.reading.yearless:
        # "28 December to 3 January 2031": the year stands at the end only.
        first = calendar.on(last.year - ((last.month, last.day) < one.reading.yearless), *one.reading.yearless)
    if first is None or last is None or last < first:
        return _Date(one.start, other.end, "span", Reading(UNKNOWN))
    return _Date(one.start, other.end, "span", Reading(When(first, last, other.when.precision)))


def _window_to(window: _Date, day: _Date) -> _Date:
    """ "24 hours to 18:00 on Tuesday": the window ends on that day rather than on the report's."""
    last, first, until = day.when.first, window.when.first, window.when.last
    if last is None or day.when.last is not None:
        return _Date(window.start, day.end, "span", Reading(UNKNOWN))
    length = until - first if first and until else timedelta(1)
    return _Date(window.start, day.end, "span", Reading(When(last - length, last, "day")))
