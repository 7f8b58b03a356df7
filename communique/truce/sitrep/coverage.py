"""What the report rests on: days on which nothing was read, and reports that were skipped or could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from communique.domain.incident import Incident
from communique.truce.sitrep.content import Listed, Paragraph, Section, Sentence, Sentences
from communique.truce.sitrep.material import Material, Period
from communique.truce.sitrep.words import days, number, plain, short, upper
from communique.truce.tallies import Window

ONE_DAY = timedelta(days=1)


def quiet(incidents: Sequence[Incident], windows: Sequence[Window], period: Period) -> Section:
    """The section on days for which no claim was read, with those who said that there was nothing."""
    told = {day for incident in incidents for day in _days(incident, period)}
    silent = [day for day in _all(period) if day not in told]
    title = "Days without a claim"
    if not silent:
        return Section(title, (Paragraph(plain("A violation claim was read for every day of the period.")),))
    nil = {window.end: window for window in windows}
    items = []
    for first, last in _runs(silent):
        text = f"No violation claim was read for {days(first, last)}; that is no finding that none happened."
        items.append((Sentence(text), *_none_counted(nil, first, last)))
    return Section(title, (Listed(tuple(items)),))


def _none_counted(windows: dict[str | None, Window], first: date, last: date) -> Iterator[Sentence]:
    day = first
    while day <= last:
        window = windows.get(day.isoformat())
        for one in window.counts if window else ():
            if one.tally.high == 0:
                yield Sentence(f"{upper(one.counter)} counted none for {short(day)}.", (one.opinion.cited,))
        day += ONE_DAY


def _days(incident: Incident, period: Period) -> Iterator[date]:
    start, end = incident.start or incident.end, incident.end or incident.start
    if start is None or end is None or len(start) != 10 or len(end) != 10:
        return  # a claim that is dated to a month covers no day of it for sure
    day = max(date.fromisoformat(start), period.since)
    while day <= min(date.fromisoformat(end), period.until):
        yield day
        day += ONE_DAY


def _all(period: Period) -> Iterator[date]:
    day = period.since
    while day <= period.until:
        yield day
        day += ONE_DAY


def _runs(listed: Sequence[date]) -> Iterator[tuple[date, date]]:
    first = last = listed[0]
    for day in listed[1:]:
        if day - last > ONE_DAY:
            yield first, last
            first = day
        last = day
    yield first, last


def not_read(material: Material) -> Section:
    """The section on reports of the record that gave nothing, with the reason for each."""
    items: list[Sentences] = [plain(f"Skipped: {one.source}: {one.skipped}") for one in material.reports if one.skipped]
    items += [plain(f"Could not be read: {one.source}: {one.error}") for one in material.unread]
    undated = [
        one for one in material.reports if one.published is None and not one.skipped and one.claims and one.bears
    ]
    items += [
        plain(f"No date of publication: {one.source}. Its claims count only where they name a day themselves.")
        for one in undated
    ]
    title = "Reports skipped, unread or undated"
    if not items:
        return Section(title, (Paragraph(plain(_nothing_missing(material))),))
    return Section(title, (Listed(tuple(items)),))


def _nothing_missing(material: Material) -> str:
    count = len(material.reports)
    if not count:
        return "None: the record holds no report."
    all_of_them = {1: "the one report", 2: "both reports"}.get(count, f"all {number(count, 'report')}")
    if all(one.published for one in material.reports):
        return f"None: {all_of_them} of the record could be read and dated."
    return f"None: {all_of_them} of the record could be read, and those with claims on this truce could be dated."
