"""From the words of a date to days of the calendar, as seen from the day a report appeared."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from communique.domain.report import Published

HALF_YEAR, TWO_MONTHS = timedelta(183), timedelta(62)
PARTS = {"early": (1, 10), "beginning": (1, 10), "start": (1, 10), "middle": (11, 20), "mid": (11, 20)}


@dataclass(frozen=True, slots=True)
class When:
    """First and last day, None where not known; `last` is None for a single day. `precision` as in a DateMention."""

    first: date | None
    last: date | None
    precision: str


UNKNOWN = When(None, None, "unknown")


def anchor(published: Published | None) -> date | None:
    """The day the report appeared, None unless it is known to the day."""
    return published.value if published and published.precision == "day" else None


def on(year: int, month: int, day: int) -> date | None:
    """That day, None if the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_of(month: int, day: int, seen: date, future: bool, weekday: int | None = None) -> int | None:
    """The year that a report of the day `seen` leaves out: the latest past one, unless the date is about to come.

    A weekday that the text gives must fit; None where no year from five before to one after does.
    """
    days = [d for y in range(seen.year - 5, seen.year + 2) if (d := on(y, month, day))]
    if weekday is not None:
        fitting = [d for d in days if d.weekday() == weekday]
        return min(fitting, key=lambda d: abs(d - seen)).year if fitting else None
    past = max((d for d in days if d <= seen), default=None)
    coming = min((d for d in days if d > seen), default=None)
    if past is None or coming is None:
        return None
    near = coming - seen <= TWO_MONTHS and seen - past > HALF_YEAR
    return coming.year if near or (future and coming - seen <= HALF_YEAR) else past.year


def day(year: int | None, month: int, number: int, seen: date | None, future: bool, weekday: int | None = None) -> When:
    """One day; unknown where neither the text nor the publication gives the year."""
    if year is None and seen is not None:
        year = year_of(month, number, seen, future, weekday)
    found = on(year, month, number) if year else None
    return When(found, None, "day") if found else UNKNOWN


def month(year: int | None, number: int, part: str, seen: date | None, future: bool, which: str = "") -> When:
    """A month, or its first, second or last third; `which` is "last", "next" or "this" where the text says so."""
    if year is None and seen is not None:
        year = _month_year(number, seen, future, which)
    if year is None:
        return UNKNOWN
    end = monthrange(year, number)[1]
    low, high = _third(part, end)
    return When(date(year, number, low), date(year, number, high), "month")


def _month_year(number: int, seen: date, future: bool, which: str) -> int:
    if which == "last":
        return seen.year - (number >= seen.month)
    if which == "next":
        return seen.year + (number <= seen.month)
    if which == "this" or number == seen.month:
        return seen.year
    ahead = (number - seen.month) % 12
    if ahead <= 2 or (future and ahead <= 6):
        return seen.year + (number < seen.month)
    return seen.year - (number > seen.month)


def _third(part: str, end: int) -> tuple[int, int]:
    if not part:
        return 1, end
    for word, bounds in PARTS.items():
        if word in part:
            return bounds
    return 21, end


def year(number: int, part: str) -> When:
    """A year, or its first, second or last third."""
    first, last = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}.get(part, (1, 12))
    return When(date(number, first, 1), date(number, last, monthrange(number, last)[1]), "year")


def weekday(number: int, which: str, week: str, seen: date | None, future: bool) -> When:
    """The day a weekday's name means: the latest one up to and with `seen`, unless the text looks ahead."""
    if seen is None:
        return UNKNOWN
    back, ahead = (seen.weekday() - number) % 7, (number - seen.weekday()) % 7
    if week:
        monday = seen - timedelta(seen.weekday()) + timedelta(7 * {"last": -1, "this": 0, "next": 1}[week])
        return When(monday + timedelta(number), None, "day")
    if which in ("last", "this past"):
        return When(seen - timedelta(back or 7), None, "day")
    if which in ("next", "this coming"):
        return When(seen + timedelta(ahead or 7), None, "day")
    if which == "this" or future:
        return When(seen + timedelta(ahead), None, "day")
    return When(seen - timedelta(back), None, "day")


def near(words: str, seen: date | None) -> When:
    """Today, yesterday, tomorrow and their like."""
    if seen is None:
        return UNKNOWN
    shift = {"before yesterday": -2, "after tomorrow": 2, "yesterday": -1, "last night": -1, "tomorrow": 1}
    days = next((n for word, n in shift.items() if word in words.lower()), 0)
    return When(seen + timedelta(days), None, "day")


def span(which: str, unit: str, seen: date | None) -> When:
    """Last, this or next week (Monday to Sunday), month or year."""
    if seen is None:
        return UNKNOWN
    step = {"last": -1, "this": 0, "next": 1}[which]
    if unit == "week":
        monday = seen - timedelta(seen.weekday()) + timedelta(7 * step)
        return When(monday, monday + timedelta(6), "day")
    if unit == "year":
        return year(seen.year + step, "")
    return _months_from(seen, step)


def window(count: int, unit: str, seen: date | None) -> When:
    """The past so many hours, days, weeks, months or years, up to the day of the report."""
    if seen is None or not count:
        return UNKNOWN
    if unit in ("month", "year"):
        first = _months_from(seen, -count * (12 if unit == "year" else 1)).first
        return When(first and _same_day(first, seen.day), seen, "month")
    days = {"hour": -(-count // 24), "day": count, "week": 7 * count}[unit]
    return When(seen - timedelta(days), seen, "day")


def ago(count: int, unit: str, seen: date | None) -> When:
    """So many days ago is a day; so many weeks, months or years ago only the week, month or year."""
    if seen is None:
        return UNKNOWN
    if unit == "day":
        return When(seen - timedelta(count), None, "day")
    if unit == "week":
        return span("this", "week", seen - timedelta(7 * count))
    return _months_from(seen, -count) if unit == "month" else year(seen.year - count, "")


def _months_from(seen: date, step: int) -> When:
    index = seen.year * 12 + seen.month - 1 + step
    return month(index // 12, index % 12 + 1, "", None, False)


def _same_day(first: date, number: int) -> date:
    return first.replace(day=min(number, monthrange(first.year, first.month)[1]))
