"""Publication dates: what a page, a line of metadata or an address says, never more precise than it says it."""

from __future__ import annotations

import re
from datetime import date

from communique.domain.report import Basis, Precision, Published

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}

MONTH = "(?i:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
WEEKDAY = r"(?i:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?i:day)?\b\.?"

# The year is four digits in every form: two digits are a guess. With slashes or hyphens the order of day and month
# differs between countries, so those are only taken where one of the two cannot be a month.
FULL_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{MONTH},?\s?\d{{4}}"
    rf"|{MONTH}\s?\d{{1,2}}(?:st|nd|rd|th)?,?\s?\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|\d{1,2}[-/]\d{1,2}[-/]\d{4})(?!\d)"
)

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?!\d))?)?(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_DAY_MONTH = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?({MONTH}),?\s?(\d{{4}})")
_MONTH_DAY = re.compile(r"([A-Za-z]+)\.?\s?(\d{1,2})(?:st|nd|rd|th)?,?\s?(\d{4})")
_NUMERIC = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})")
_FULL = re.compile(rf"(?:{WEEKDAY},?\s)?({FULL_DATE})")
_IN_URL = re.compile(
    r"/((?:19|20)\d{2})[/-](\d{1,2})(?:[/-](\d{1,2}))?(?=[/-]|$)|[/-]((?:19|20)\d{2})(\d{2})(\d{2})(?=\D|$)"
)

EARLIEST, LATEST = 1900, 2199


def given(value: str) -> Published | None:
    """The date that came with the report: ISO, to the day, the month or the year, or a written English date."""
    value = value.strip()
    if found := _COMPACT.match(value) or _ISO.match(value):
        return published(found.group(1), found.group(2), found.group(3), basis="given")
    return written(value, basis="given")


def written(text: str, *, basis: Basis) -> Published | None:
    """The full date with which `text` begins, or which it ends a stamp with; None where there is no year."""
    found = _FULL.search(text[:120])
    if not found:
        return None
    stamp = found.group(1)
    if match := _DAY_MONTH.match(stamp):
        day, name, year = match.groups()
        return published(year, MONTHS.get(name.rstrip(".").lower()), day, basis=basis)
    if match := _NUMERIC.match(stamp):
        return _numeric(*match.groups(), basis=basis)
    if match := _ISO.match(stamp):
        return published(*match.groups(), basis=basis)
    if match := _MONTH_DAY.match(stamp):
        name, day, year = match.groups()
        return published(year, MONTHS.get(name.lower()), day, basis=basis)
    return None


def from_url(url: str | None) -> Published | None:
    """The date in an address such as `…/2031/03/18/…`, to the day or the month it gives."""
    match = _IN_URL.search((url or "")[:2_000])
    if not match:
        return None
    year, month, day = match.group(1, 2, 3) if match.group(1) else match.group(4, 5, 6)
    return published(year, month, day, basis="url")


def published(year: str | int, month: str | int | None, day: str | int | None, *, basis: Basis) -> Published | None:
    """The date, at its first day where only the month or the year is said; None if there is no such day."""
    exact: Precision = "day" if day else "month" if month else "year"
    try:
        value = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return Published(value, exact, basis) if EARLIEST <= value.year <= LATEST else None


def _numeric(first: str, mark: str, second: str, year: str, *, basis: Basis) -> Published | None:
    day, month = int(first), int(second)
    if mark == "." or day > 12:
        return published(year, month, day, basis=basis)
    if month > 12 or day == month:
        return published(year, day, month, basis=basis)
    return None
