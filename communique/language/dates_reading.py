"""What each kind of date in the text means; one reader a kind, all called the same way."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from communique.language import dates_calendar as calendar
from communique.language.dates_calendar import UNKNOWN, When
from communique.language.dates_patterns import BETWEEN, MONTHS, NUMBERS, WEEKDAYS

STEPS = {"last": -1, "this": 0, "next": 1}
NEARBY = 31  # days between publication and a date in figures that leave no doubt which figure is the month


@dataclass(frozen=True, slots=True)
class Reading:
    """What a date means, and its month and day where the text leaves the year out."""

    when: When
    yearless: tuple[int, int] | None = None


class Reader(Protocol):
    """From a match, the day of the report and whether the clause looks ahead to what is meant; None if no date is."""

    def __call__(self, match: re.Match[str], seen: date | None, future: bool) -> Reading | None: ...


def _year(match: re.Match[str]) -> int | None:
    return int(match["year"]) if match["year"] else None


def _month(match: re.Match[str]) -> int:
    return MONTHS[match["month"].rstrip(".").lower()]


def _number(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _iso(match: re.Match[str], seen: date | None, future: bool) -> Reading:
    found = calendar.on(int(match["year"]), int(match["month"]), int(match["day"]))
    return Reading(When(found, None, "day") if found else UNKNOWN)


def _numeric(match: re.Match[str], seen: date | None, future: bool) -> Reading | None:
    year, one, two = int(match["year"]), int(match["one"]), int(match["two"])
    european, american = calendar.on(year, two, one), calendar.on(year, one, two)
    readings = [d for d in (european, american) if d]
    if not readings:
        return None
    if match["mark"] == "." and european:
        readings = [european]
    if len(set(readings)) > 1 and seen:
        readings = [d for d in readings if abs((d - seen).days) <= NEARBY] or readings
    return Reading(When(readings[0], None, "day") if len(set(readings)) == 1 else UNKNOWN)


def _days(match: re.Match[str], seen: date | None, future: bool) -> Reading | None:
    first, last = _number(match["day"]), _number(match["last"])
    joined = match["to"].strip() != "and" or BETWEEN.search(match.string[max(0, match.start() - 14) : match.start()])
    if last <= first or (not joined and last != first + 1):
        return None
    start = calendar.day(_year(match), _month(match), first, seen, future)
    end = calendar.day(start.first.year if start.first else None, _month(match), last, None, future)
    known = start.first and end.first
    return Reading(When(start.first, end.first, "day") if known else UNKNOWN)


def _day(match: re.Match[str], seen: date | None, future: bool) -> Reading:
    number, month = _number(match["day"]), _month(match)
    weekday = WEEKDAYS[match["weekday"].lower()] if match["weekday"] else None
    when = calendar.day(_year(match), month, number, seen, future, weekday)
    return Reading(when, None if match["year"] else (month, number))


def _months(match: re.Match[str], seen: date | None, future: bool) -> Reading:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    which = groups.get("which") or ""
    if groups.get("of") and seen:
        year = seen.year + STEPS[groups["of"]]
    when = calendar.month(year, _month(match), groups.get("part") or "", seen, future, which)
    return Reading(when, None if year else (_month(match), 1))


def _years(match: re.Match[str], seen: date | None, future: bool) -> Reading:
    return Reading(calendar.year(int(match["year"]), match["part"] or ""))


def _weekday(match: re.Match[str], seen: date | None, future: bool) -> Reading:
    which = (match["which"] or "").lower()
    number = WEEKDAYS[match["weekday"].lower()]
    return Reading(calendar.weekday(number, which, match["week"] or "", seen, future))


def _near(match: re.Match[str], seen: date | None, future: bool) -> Reading | None:
    if match[0][0].isupper() and match.start() and match.string[match.start() - 2 : match.start() - 1].isalnum():
        return None  # a name such as "Tavrin Today"
    return Reading(calendar.near(match[0], seen))


def _spans(match: re.Match[str], seen: date | None, future: bool) -> Reading:
    return Reading(calendar.span(match["which"].lower(), match["unit"], seen))


def _count(match: re.Match[str]) -> int:
    words = match.groupdict().get("count") or "one"
    return int(words) if words.isdigit() else NUMBERS[words]


def _window(match: re.Match[str], seen: date | None, future: bool) -> Reading:
    return Reading(calendar.window(_count(match), match["unit"], seen))


def _ago(match: re.Match[str], seen: date | None, future: bool) -> Reading:
    return Reading(calendar.ago(_count(match), match["unit"], seen))


READERS: Mapping[str, Reader] = {
    "iso": _iso,
    "numeric": _numeric,
    "days": _days,
    "day": _day,
    "month": _months,
    "year": _years,
    "weekday": _weekday,
    "near": _near,
    "span": _spans,
    "window": _window,
    "ending": _window,
    "ago": _ago,
}
