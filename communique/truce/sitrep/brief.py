"""The opening: in a few sentences what the rest of the report says, and what it was made from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from communique.domain.incident import Incident, Opinion
from communique.truce.agreements import Agreement
from communique.truce.sitrep.content import Listed, Section, Sentence, Sentences
from communique.truce.sitrep.disputes import UNSUPPORTED
from communique.truce.sitrep.material import Material, Period, Read
from communique.truce.sitrep.words import day, days, names, number, plain, short, state, upper, voice
from communique.truce.status import Area, StatusOverTime, day_of
from communique.truce.tallies import Window


def brief(over: StatusOverTime, incidents: Sequence[Incident], windows: Sequence[Window], disputed: int) -> Section:
    """The section "In brief": each area's standing words, then how many incidents there are and how they stand."""
    areas = [area for area in over.areas if area.kind != "elsewhere"]
    items: list[Sentences] = [sentences for area in areas for sentences in _area(over, area)]
    items += _incidents(incidents)
    if windows:
        counters = names(sorted({one.counter for window in windows for one in window.counts}))
        items.append(plain(f"Counts of violations were read for {number(len(windows), 'day')}, from {counters}."))
    if disputed:
        verb = "is" if disputed == 1 else "are"
        items.append(plain(f"{upper(number(disputed, 'contradiction'))} between claims {verb} listed below."))
    return Section("In brief", (Listed(tuple(items)),))


def _area(over: StatusOverTime, area: Area) -> Iterator[Sentences]:
    standing = [one.opinion for one in area.on(over.until)]
    if not standing:
        yield plain(f"{upper(area.name)}: no word was read.")
        return
    said: dict[str, list[Opinion]] = {}
    for opinion in standing:
        said.setdefault(_word(opinion), []).append(opinion)
    told = "; ".join(f"{word} ({names((_voice(one, over) for one in alike), 4)})" for word, alike in said.items())
    cited = tuple(dict.fromkeys(one.cited for one in standing))
    yield (Sentence(f"{upper(area.name)}, as of {day(over.until)}: {told}.", cited),)


def _voice(opinion: Opinion, over: StatusOverTime) -> str:
    """Who says it, with the day where it was said before the period."""
    said = day_of(opinion)
    return f"{voice(opinion)} on {short(opinion.as_of)}" if said is not None and said < over.since else voice(opinion)


def _word(opinion: Opinion) -> str:
    prefix = {"asserted": "", "denied": "denied to be ", "not confirmed": "not confirmed to be "}
    return f"{prefix.get(opinion.polarity, '')}{state(opinion.status)}"


def _incidents(incidents: Sequence[Incident]) -> Iterator[Sentences]:
    if not incidents:
        yield plain("No incident was read for this period; that is no finding that none happened.")
        return
    scope = Counter(one.scope.answer for one in incidents)
    text = (
        f"{upper(number(len(incidents), 'incident'))}: {number(scope[True], 'in scope', 'in scope')}, "
        f"{number(scope[None], 'open', 'open')}, {number(scope[False], 'not in scope', 'not in scope')}."
    )
    yield plain(text)
    alone = sum(one.verification in UNSUPPORTED for one in incidents)
    if alone:
        verb = "rests on one origin or is" if alone == 1 else "rest on one origin or are"
        yield plain(f"{upper(number(alone, 'of them', 'of them'))} {verb} denied or not confirmed.")


def facts(material: Material, period: Period, *, made: str) -> tuple[tuple[str, str], ...]:
    """What stands at the head of the report: the agreement, the period, what it was made from and with what."""
    agreement, reports = material.agreement, material.reports
    read = [one for one in reports if not one.skipped]
    within = [one for one in read if period.holds(one.published, one.published)]
    outlets = names(sorted({one.outlet for one in within if one.outlet}), 20)
    listed = (
        ("Agreement", f"{agreement.name} ({agreement.key})"),
        ("Parties", names(agreement.called(key) for key in agreement.known.parties)),
        ("Guarantors", names(agreement.called(key) for key in agreement.guarantors)),
        ("In force", _in_force(agreement)),
        ("Period", f"{days(period.since, period.until)}; the days are those of the sources"),
        ("Last report", f"knew what had appeared by {day(period.last_report)}"),
        ("Made from", f"{_made_from(len(read), within)}{f' ({outlets})' if outlets else ''}"),
        ("Tables", names(f"{name} ({number(rows, 'row')})" for name, rows in material.datasets)),
        ("Made by", made),
    )
    return tuple((label, fact) for label, fact in listed if fact)


def _made_from(read: int, within: Sequence[Read]) -> str:
    if not read:
        return "nothing, as no report of the record was read"
    if not within:
        return f"{number(read, 'report')} in the record; none appeared in this period"
    bearing = sum(one.bears for one in within)
    naming = number(bearing, "of them names", "of them name") if bearing else "none of them names"
    appeared = f"{number(len(within), 'appeared', 'appeared')} in this period"
    return f"{number(read, 'report')} in the record; {appeared}, {naming} the agreement, a zone or a party"


def _in_force(agreement: Agreement) -> str:
    told = []
    for one in agreement.in_force:
        since = f"from {day(one.period.start)}" if one.period.start else ""
        until = f"to {day(one.period.end)}" if one.period.end else ""
        told.append(f"{' '.join(filter(None, (since, until)))} according to {one.says}")
    return "; ".join(told)
