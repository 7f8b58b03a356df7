"""The words in which a page and a terminal put the values of the record, so that both say the same."""

from __future__ import annotations

from datetime import date

from communique.domain.actor import Role
from communique.domain.attribution import Statement
from communique.domain.report import Published, Report
from communique.domain.span import Span
from communique.domain.truce import Count, Part, Step
from communique.domain.when import DateMention
from communique.domain.where import Place
from communique.record import Judgement, Verdict

UNKNOWN = "unknown"
_BASIS = {
    "metadata": "from the page's metadata",
    "dateline": "from the dateline",
    "url": "from the address",
    "given": "as given",
}
# Our own list, because the calendar module's follows the reader's locale and the record is in English.
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def title(report: Report) -> str:
    """The headline, or the title from the metadata, or the first words of the body, or the source."""
    if report.anatomy.headline:
        return " ".join(report.anatomy.headline.of(report.text).split())
    if report.title and report.title.strip():
        return " ".join(report.title.split())
    opening = report.anatomy.body[0].of(report.text)[:400] if report.anatomy.body else report.text[:400]
    return shortened(opening, 70) or report.source


def published(value: Published | None) -> str:
    """The day, month or year of publication and how it is known; "unknown" where nothing says."""
    if value is None:
        return UNKNOWN
    return f"{_calendar(value.value.isoformat(), value.precision)}, {_BASIS.get(value.basis, value.basis)}"


def day(value: Published | None) -> str:
    """The publication date alone, to the precision it is known."""
    return UNKNOWN if value is None else _calendar(value.value.isoformat(), value.precision)


def when(mention: DateMention | None) -> str:
    """The calendar value of a date in the text, a range with both ends; "unknown" where the year is not known."""
    if mention is None or mention.start is None:
        return UNKNOWN
    first = _calendar(mention.start, mention.precision)
    last = _calendar(mention.end, mention.precision) if mention.end else first
    if first == last:
        return last
    opening = _without_common_end(first, last)
    return f"{opening}–{last}" if opening.isdigit() and " " in last else f"{opening} – {last}"


def term(role: Role) -> str:
    """How long an office was held: "2029 – 2031", "since 2029", "until 2031"; nothing where it is not known."""
    match role.since, role.until:
        case None, None:
            return ""
        case since, None:
            return f"since {since}"
        case None, until:
            return f"until {until}"
        case since, until:
            return f"{since} – {until}"


def _without_common_end(first: str, last: str) -> str:
    """ "8" for "8 June 2031" before "9 June 2031", "30 May" before "2 June 2031"."""
    ours, theirs = first.split(), last.split()
    while len(ours) > 1 and len(ours) == len(theirs) and ours[-1] == theirs[-1]:
        ours, theirs = ours[:-1], theirs[:-1]
    return " ".join(ours)


def _calendar(iso: str, precision: str) -> str:
    if precision == UNKNOWN:
        return UNKNOWN
    try:
        value = date.fromisoformat(iso if len(iso) == 10 else f"{iso}-01-01"[:10])
    except ValueError:
        return iso
    if precision == "year" or len(iso) == 4:
        return str(value.year)
    month = f"{_MONTHS[value.month - 1]} {value.year}"
    return month if precision == "month" or len(iso) == 7 else f"{value.day} {month}"


def coordinates(place: Place) -> str | None:
    """Degrees north or south, then east or west, to two decimals; None where they are not known."""
    if place.lat is None or place.lon is None:
        return None
    return (
        f"{abs(place.lat):.2f}° {'N' if place.lat >= 0 else 'S'} {abs(place.lon):.2f}° {'E' if place.lon >= 0 else 'W'}"
    )


def count(value: Count) -> str:
    """What a number in the text amounts to: "3", "2 to 5", "at least 2", "at most 5", or "unknown"."""
    match value.low, value.high:
        case None, None:
            return UNKNOWN
        case low, None:
            return f"at least {low}"
        case None, high:
            return f"at most {high}"
        case low, high:
            return str(low) if low == high else f"{low} to {high}"


def counted(value: Count) -> str:
    """A count with its unit: "at least 2 violation"."""
    return f"{count(value)}{f' {value.unit}' if value.unit else ''}"


def parts(found: tuple[Part, ...]) -> str:
    """A breakdown on one line: "Tessel valley 9, Northern Karsk 3"."""
    return ", ".join(f"{shortened(part.place, 40)} {count(part.count)}" for part in found)


def step(one: Step) -> str:
    """A step and what is said of it: "send a team, called for"; "none" where every step is ruled out."""
    return one.rung if one.rung == "none" else f"{one.rung}, {one.fact}"


def told(status: str, polarity: str) -> str:
    """A status or a type, and whether it is denied or not confirmed: "broken, denied"."""
    return status if polarity == "asserted" else f"{status}, {polarity}"


def stands(judgement: Judgement | None) -> str:
    """Where a finding stands and on whose word: "proposed", "accepted by Mila", "rejected by Mila"."""
    if judgement is None or judgement.verdict is Verdict.PROPOSED:
        return Verdict.PROPOSED.value
    return f"{judgement.verdict.value} by {shortened(judgement.author, 60)}"


def voices(statement: Statement, text: str) -> tuple[str, ...]:
    """The chain of authority, outermost first; an anonymous source stands in it in the report's own words."""
    if not statement.anonymous:
        return statement.chain or ("source not resolved",)
    words = " … ".join(span.of(text) for span in statement.source_spans) or "unnamed source"
    if statement.chain and statement.chain[-1].casefold() == words.casefold():
        return statement.chain
    return (*statement.chain, f"“{words}”" if statement.source_spans else words)


def confidences(statement: Statement) -> str | None:
    """How sure the stage was, in all, and of the fields where it was more or less so; None where it did not say."""
    whole = statement.made.confidence
    parts = [f"{name} {value:.2f}" for name, value in statement.confidences if not _same(value, whole)]
    if whole is None:
        return ", ".join(parts) or None
    return f"{whole:.2f}" + (f" ({', '.join(parts)})" if parts else "")


def _same(value: float, whole: float | None) -> bool:
    return whole is not None and f"{value:.2f}" == f"{whole:.2f}"


def quoted(spans: tuple[Span, ...], text: str, limit: int = 160) -> str:
    """The words of the spans on one line, pieces joined by an ellipsis, shortened at a word to about `limit`."""
    return shortened(" … ".join(span.of(text)[: limit * 4] for span in spans), limit)


def shortened(words: str, limit: int) -> str:
    """The words on one line, cut at a word's end with an ellipsis where there are more than `limit` characters."""
    line = " ".join(words.split())
    if len(line) <= limit:
        return line
    cut = line[:limit].rsplit(" ", 1)[0] if " " in line[:limit] else line[:limit]
    return cut.rstrip(" ,;:.…") + " …"
