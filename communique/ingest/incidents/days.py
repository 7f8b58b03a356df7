"""Dates as tables write them, and the days that a code of precision makes of one."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import lru_cache

from communique.ingest.incidents.faults import BadCell
from communique.ingest.incidents.shape import Days

NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = {name: at for at, name in enumerate(NAMES, start=1)}
YEARS = range(1900, 2201)

_TOKEN = re.compile(r"YYYY|M{1,4}|DD?")
_TOKENS = {
    "YYYY": r"(?P<year>\d{4})",
    "MMMM": r"(?P<name>[A-Za-z]{3,9})\.?",
    "MMM": r"(?P<name>[A-Za-z]{3,9})\.?",
    # Spreadsheets drop the nought of "05" as they like.
    "MM": r"(?P<month>\d{1,2})",
    "M": r"(?P<month>\d{1,2})",
    "DD": r"(?P<day>\d{1,2})",
    "D": r"(?P<day>\d{1,2})",
}
# A minus behind hours and minutes is "until"; only behind seconds is it a time zone.
_CLOCK = r"(\d{1,2})[:.h](\d{2})(?:[:.]\d{2}(?:\.\d{1,9})?(?:[+-]\d{2}:?\d{2})?)?\s*(?:hrs?|Z)?"
_TIME = rf"(?:[T,\s]\s*{_CLOCK}(?:\s*[-–]\s*{_CLOCK})?)?"

# The first and the last day of a cell, whose year may stand in another cell.
Read = Callable[[str, str], tuple[date, date]]


def reader(patterns: Sequence[str]) -> Read:
    """A function from a cell and the year beside it ("" where there is none) to the first and the last day it means.

    Two days come of a stretch of hours that passes midnight. The function raises `BadCell`; this one `ValueError` for
    a pattern that gives no day.
    """
    compiled = [_compiled(pattern) for pattern in patterns]
    shown = " or ".join(patterns)

    @lru_cache(maxsize=65_536)
    def read(cell: str, year: str) -> tuple[date, date]:
        for form in compiled:
            if found := form.fullmatch(cell):
                return _days(cell, found, year)
        raise BadCell(f"date {_cut(cell)} is not written {shown} (a mapping can say how, with dates = […])")

    return read


def stretched(first: date, last: date, precision: Days) -> tuple[date, date]:
    """The days that may be meant where a date is only known to the week, the month or the year."""
    if precision == "week":
        # Coders put an event of a known week at the middle of it.
        return first - timedelta(days=3), last + timedelta(days=3)
    if precision == "month":
        end = calendar.monthrange(last.year, last.month)[1]
        return first.replace(day=1), last.replace(day=end)
    if precision == "year":
        return date(first.year, 1, 1), date(last.year, 12, 31)
    return first, last


def _compiled(pattern: str) -> re.Pattern[str]:
    found = _TOKEN.findall(pattern)
    if not any(token.startswith("D") for token in found) or not any(token.startswith("M") for token in found):
        raise ValueError(
            f"{pattern!r} is no way to write a date: it needs a day (D) and a month (M, or MMM for its name)"
        )
    if len({token[0] for token in found}) != len(found):
        raise ValueError(f"{pattern!r} is no way to write a date: it has a year, a month or a day twice")
    if re.search(r"Y", _TOKEN.sub("", pattern)):
        raise ValueError(f"{pattern!r} has a year of other than four digits, whose century would have to be guessed")
    parts = re.split(f"({_TOKEN.pattern})", pattern)
    return re.compile("".join(_TOKENS.get(part) or re.escape(part) for part in parts if part) + _TIME, re.ASCII)


def _days(cell: str, found: re.Match[str], beside: str) -> tuple[date, date]:
    named = found.groupdict()
    year = named.get("year") or beside
    if not year.isdecimal():
        raise BadCell(
            f"date {_cut(cell)} names no year, and none is guessed (a mapping can give it: [constants] year = …)"
        )
    month = named.get("month") or str(MONTHS.get((named.get("name") or "")[:3].casefold(), 0))
    try:
        first = date(int(year), int(month), int(named["day"]))
    except ValueError:
        raise BadCell(f"date {_cut(cell)} is no day of the calendar") from None
    if first.year not in YEARS:
        raise BadCell(f"date {_cut(cell)} lies outside {YEARS[0]} to {YEARS[-1]}")
    return first, first + timedelta(days=_overnight(found))


def _overnight(found: re.Match[str]) -> int:
    """1 where the hours end earlier in the day than they begin."""
    hour, minute, until, until_minute = found.groups()[-4:]
    return int(until is not None and (int(until), int(until_minute)) < (int(hour), int(minute)))


def _cut(cell: str) -> str:
    return f'"{cell[:40]}…"' if len(cell) > 40 else f'"{cell}"'
