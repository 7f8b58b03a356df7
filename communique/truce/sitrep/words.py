"""The words of a situation report: days, numbers, names in a row, and what a status is called in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from communique.domain.incident import Citation, Opinion, Range
from communique.truce.sitrep.content import Sentence

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
# How a status is told of: "said to be holding", "denied that it is broken".
STATES = {
    "holding": "holding",
    "mostly holding": "mostly holding",
    "strained": "under strain",
    "broken": "broken",
    "ended": "ended",
    "not in force": "not in force",
    "unclear": "in a state that the words leave open",
}


def day(value: date | str | None) -> str:
    """ "14 March 2031"; the month or the year alone where no more is known; "a day that is not known"."""
    if value is None or value == "":
        return "a day that is not known"
    if isinstance(value, date):
        return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
    parts = value.split("-")
    if len(parts) == 1:
        return value
    return day(date.fromisoformat(value)) if len(parts) == 3 else f"{MONTHS[int(parts[1]) - 1]} {parts[0]}"


def dated(text: str) -> str:
    """The text with each ISO day written as a day is here: "2031-03-14" as "14 March 2031"."""
    return ISO.sub(lambda found: _day_or_not(found[0]), text)


def _day_or_not(iso: str) -> str:
    try:
        return day(date.fromisoformat(iso))
    except ValueError:
        return iso


def short(value: date | str | None) -> str:
    """The day without its year: "14 March"."""
    return day(value).rsplit(" ", 1)[0] if value and len(str(value)) == 10 else day(value)


def days(first: date, last: date) -> str:
    """ "13–26 March 2031", "28 March – 3 April 2031"; a single day alone."""
    if first == last:
        return day(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    return f"{short(first) if first.year == last.year else day(first)} – {day(last)}"


def number(count: int, noun: str, plural: str | None = None) -> str:
    """ "no reports", "one report", "12 reports": small numbers as words."""
    figure = SMALL[count] if 0 <= count < len(SMALL) else f"{count:,}"
    return f"{figure} {noun if count == 1 else plural or noun + 's'}"


def names(listed: Iterable[str], most: int = 12) -> str:
    """ "A", "A and B", "A, B and C"; beyond `most` how many more there are."""
    found = list(dict.fromkeys(listed))
    if len(found) > most:
        found = [*found[:most], f"{len(found) - most} more"]
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else ""


def amount(value: Range) -> str:
    """ "3", "2 to 5", "at least 2", "at most 5", "none reported"; "a number that is not given" without a bound."""
    match value.low, value.high:
        case None, None:
            return "a number that is not given"
        case 0, None:
            return "none reported"
        case low, None:
            return f"at least {low}"
        case None, high:
            return f"at most {high}"
        case low, high:
            return str(low) if low == high else f"{low} to {high}"


def state(status: str) -> str:
    """What a status is called after "it is"; a status this page does not know stands as it is."""
    return STATES.get(status, status)


def voice(opinion: Opinion) -> str:
    """Who says it: the innermost name, or that the source has none and who carries it."""
    return speaker(opinion.cited, anonymous=opinion.anonymous)


def speaker(cited: Citation, *, anonymous: bool) -> str:
    """The innermost name of a chain; for one without a name "doctor (unnamed, Meridian)" or "an unnamed source"."""
    if not anonymous and cited.chain:
        return cited.origin
    if cited.described:
        return f"{cited.described} (unnamed, {cited.chain[0]})"
    return f"an unnamed source ({cited.chain[0]})" if cited.chain else "an unnamed source"


def doubt(opinion: Opinion) -> str:
    """What somebody cannot confirm: "cannot confirm the 23 violations", "cannot confirm it"."""
    tally = opinion.tally
    if tally is None:
        return "cannot confirm it"
    if tally.high == 0:
        return f"cannot confirm any {tally.unit or 'of it'}"
    figure = amount(Range(tally.low, tally.high))
    return f"cannot confirm the {figure} {f'{tally.unit}s' if tally.unit else 'counted'}"


def upper(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def plain(text: str, cited: Sequence[Citation] = ()) -> tuple[Sentence]:
    """One sentence alone."""
    return (Sentence(text, tuple(dict.fromkeys(cited))),)
