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


def in_order(since: Period | None, until: Period | None) -> None:
    """Raises `SettingsError` where no day lies from the first of `since` to the last of `until`."""
    if since is not None and until is not None and since.first > until.last:
        raise SettingsError(f"No day lies from {since.first} to {until.last}: give the earlier date first.")


def touched(start: str | None, end: str | None, since: Period | None, until: Period | None) -> bool:
    """Whether one of the days from `start` to `end`, partial ISO dates, may lie from `since` to `until`.

    Where neither is set, every day does; a day that is not known lies within nothing.
    """
    if since is None and until is None:
        return True
    end = end or start
    if start is None or end is None:
        return False
    # ISO dates of any precision are in order as text; a longer bound is cut to what the date says.
    after = since is None or end >= since.first.isoformat()[: len(end)]
    return after and (until is None or start <= until.last.isoformat()[: len(start)])


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
