"""Stretches of days: the month in which a report appeared, the year a reader asks for."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

from communique.domain.report import Published
from communique.errors import SettingsError

PARTIAL = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Period:
    """All days from `first` to `last`, both inclusive."""

    first: date
    last: date


def period(text: str) -> Period:
    """The days that "2031-03-14", "2031-03" or "2031" stand for; a `SettingsError` for anything else."""
    found = PARTIAL.fullmatch(text.strip())
    try:
        if found is None:
            raise ValueError("it is not written as a date")
        year, month, day = (int(part) if part else None for part in found.groups())
        return _days(year or 0, month, day)
    except ValueError as why:
        raise SettingsError(f"{text!r} is no date: {why}. Write 2031-03-14, 2031-03 or 2031.") from why


def of_publication(published: Published | None) -> Period | None:
    """The days on which a report may have appeared; None where it does not say."""
    if published is None or published.precision == "unknown":
        return None
    value = published.value
    month = value.month if published.precision in ("day", "month") else None
    return _days(value.year, month, value.day if published.precision == "day" else None)


def written(published: Published | None) -> str:
    """A publication date with no more than is known: "2031-03-14", "2031-03", "2031", or "" where it is unknown."""
    if published is None:
        return ""
    length = {"day": 10, "month": 7, "year": 4}.get(published.precision, 0)
    return published.value.isoformat()[:length]


def _days(year: int, month: int | None, day: int | None) -> Period:
    if month is None:
        return Period(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        first = date(year, month, 1)
        return Period(first, date(year, month, calendar.monthrange(year, month)[1]))
    return Period(date(year, month, day), date(year, month, day))
