"""Contradictions between opinions on a truce: opposite words on one day, denials, and doubts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from communique.domain.incident import Contradiction, Opinion, Tallied
from communique.truce.status import Area, StatusOverTime, day_of
from communique.truce.tallies import Window

HOLDS = frozenset({"holding", "mostly holding"})
FAILS = frozenset({"broken", "ended", "not in force"})
ANSWER = timedelta(days=7)  # a denial is taken as an answer to what was said in the week before


def opposed(
    over: StatusOverTime, windows: Sequence[Window]
) -> tuple[tuple[Contradiction, tuple[Opinion, Opinion]], ...]:
    """Every contradiction in the period with the two opinions, each pair once: status, denial, count, cannot confirm.

    Two words of one origin on different days are a change of mind and no contradiction; nor are two words on different
    days at all, unless one denies the other.
    """
    found: dict[tuple[str, str, str], tuple[Contradiction, tuple[Opinion, Opinion]]] = {}
    for pair in (*_by_area(over), *_by_window(windows)):
        contradiction = pair[0]
        found.setdefault((contradiction.kind, contradiction.one, contradiction.other), pair)
    return tuple(found.values())


Pair = tuple[Contradiction, tuple[Opinion, Opinion]]


def _by_area(over: StatusOverTime) -> Iterator[Pair]:
    for area in over.areas:
        said = [stand.opinion for stand in area.said(over.since - ANSWER, over.until)]
        yield from _statuses(area, [one for one in said if (one.as_of or "") >= over.since.isoformat()])
        yield from _answers(area, said, over.since)


def _statuses(area: Area, said: Iterable[Opinion]) -> Iterator[Pair]:
    """One a day and area: the first who says that it holds against the first other who says that it does not."""
    by_day: dict[str, list[Opinion]] = {}
    for opinion in said:
        if opinion.polarity == "asserted" and opinion.as_of:
            by_day.setdefault(opinion.as_of, []).append(opinion)
    for day, opinions in by_day.items():
        holds = [one for one in opinions if one.status in HOLDS]
        fails = [one for one in opinions if one.status in FAILS]
        pair = next(((a, b) for a in holds[:20] for b in fails[:20] if _others(a, b)), None)
        if pair:
            sides = f"{pair[0].status} ({_names(holds)}), {pair[1].status} ({_names(fails)})"
            yield _pair("status", pair, f"{area.called}, {day}: {sides}")


def _answers(area: Area, said: Sequence[Opinion], since: date) -> Iterator[Pair]:
    """A denial or a doubt against the last who asserted that before."""
    asserted: dict[str, list[Opinion]] = {}
    for opinion in said:  # oldest first
        family = _family(opinion.status)
        if opinion.polarity == "asserted":
            asserted.setdefault(family, []).append(opinion)
            continue
        day = day_of(opinion)
        before = [one for one in asserted.get(family, [])[-20:] if _others(one, opinion) and _recent(one, day)]
        if before and day is not None and day >= since:
            kind = "denial" if opinion.polarity == "denied" else "cannot confirm"
            verb = "denies it" if kind == "denial" else "cannot confirm it"
            says = f"{area.called}: {before[-1].status} ({before[-1].cited.origin}); {opinion.cited.origin} {verb}"
            yield _pair(kind, (before[-1], opinion), says)


def _by_window(windows: Iterable[Window]) -> Iterator[Pair]:
    for window in windows:
        for difference in window.differences:
            yield _pair("count", (difference.one.opinion, difference.other.opinion), difference.says)
        for doubt in window.doubts:
            against = [one for one in window.counts if _others(one.opinion, doubt) and doubts(doubt, one.tally)]
            if against:
                says = f"{against[0].tally.text} ({against[0].counter}); {doubt.cited.origin} cannot confirm it"
                yield _pair("cannot confirm", (against[0].opinion, doubt), says)


def doubts(doubt: Opinion, tally: Tallied) -> bool:
    """Whether a doubt may be about that count: it names no figure, or that one."""
    own = doubt.tally
    return own is None or own.high == 0 or (own.low, own.high) == (tally.low, tally.high)


def _pair(kind: str, pair: tuple[Opinion, Opinion], says: str) -> Pair:
    return Contradiction(kind, pair[0].key, pair[1].key, says), pair


def _family(status: str) -> str:
    return "holds" if status in HOLDS else "fails" if status in FAILS else status


def _others(one: Opinion, other: Opinion) -> bool:
    return one.cited.origin.casefold() != other.cited.origin.casefold()


def _recent(one: Opinion, day: date | None) -> bool:
    said = day_of(one)
    return day is not None and said is not None and said <= day <= said + ANSWER


def _names(opinions: Sequence[Opinion]) -> str:
    names = list(dict.fromkeys(one.cited.origin for one in opinions))
    return ", ".join(names[:3]) + (f" and {len(names) - 3} others" if len(names) > 3 else "")
