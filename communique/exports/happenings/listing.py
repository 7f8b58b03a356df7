"""An event as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.domain.incident import Party
from communique.exports.incidents.listing import INDENT, numbered, one_line, short
from communique.exports.wording import shortened
from communique.record.chain import ARROW
from communique.timeline.happenings import Happening
from communique.timeline.rounds import Stage
from communique.timeline.telling import Telling

UNDATED = "day unknown"
QUOTED = 100  # characters of a telling's words in a list; all of them stand in its entry


def as_summary(one: Happening, width: int) -> list[str]:
    """The event in a few lines: day, type, who, where, how real and by whom, how many stand behind it."""
    when = one.start if one.start == one.end or one.end is None else f"{one.start} to {one.end}"
    reported = next((told.cited.published for told in one.tellings if told.cited.published), None)
    unknown = f"{UNDATED} (reported {reported})" if reported else UNDATED
    head = (when or unknown, f"{one.type}{f' ({mode})' if (mode := _mode(one)) else ''}", _who(one), _where(one))
    lines = [f"{short(one.key, width)}  {'  '.join(one_line(part) for part in head if part)}"]
    lines += [f"{INDENT}named {one_line(one.given_name)}"] if one.given_name else []
    lines += [f"{INDENT}“{one_line(shortened(one.tellings[0].cited.quotation, QUOTED))}”"]
    lines += [f"{INDENT}{reality}: {one_line(', '.join(voices))}" for reality, voices in one.realities]
    about = next((told.about for told in one.tellings if told.about), None)
    lines += [f"{INDENT}about: {one_line(about)}"] if about else []
    harm = _harm(one.tellings)
    lines += [f"{INDENT}{harm}"] if harm else []
    if len(one.tellings) > 1:
        many = f"{counted(len(one.tellings))}, {len(one.origins)} independent: {', '.join(one.origins)}"
        lines += [f"{INDENT}{one_line(many)}{' (put together by the matcher)' if one.proposed else ''}"]
    lines += [f"{INDENT}they differ in {one_line(difference)}" for difference in one.differences]
    return lines


def as_entry(one: Happening, width: int) -> list[str]:
    """All of the event: the summary, why its tellings are together, and each with its chain, words and place."""
    lines = as_summary(one, width)
    if one.reasons:
        lines += ["", "  Why these tellings are together (the matcher's proposal):"]
        lines += [f"{INDENT}{one_line(reason)}" for reason in one.reasons]
    lines += ["", "  Tellings:"]
    for told in one.tellings:
        lines += [*_telling(told, width), ""]
    if one.history:
        lines += ["  History:", *(f"{INDENT}{one_line(entry)}" for entry in one.history), ""]
    return lines


def counted(number: int) -> str:
    """So many tellings, in words: "1 telling", "3 tellings"."""
    return "1 telling" if number == 1 else f"{number} tellings"


def as_stage(stage: Stage, width: int) -> Iterator[str]:
    """The round's heading, and its events."""
    if stage.number is None:
        yield "Round not told"
    else:
        known = stage.known
        days = " to ".join(filter(None, (known.period.start, known.period.end))) if known else ""
        where = known.place if known else None
        yield f"Round {stage.number}" + "".join(f", {one_line(part)}" for part in (days, where) if part)
    if not stage.happenings:
        yield f"{INDENT}the record tells nothing of it"
    for one in stage.happenings:
        for line in as_summary(one, width):
            yield f"  {line}"
        if one.key in stage.by_day:
            yield f"  {INDENT}no words put it in this round; its day does"


def _mode(one: Happening) -> str | None:
    return next((told.mode for told in one.tellings if told.mode), None)


def _who(one: Happening) -> str:
    doers, others = _names(one.initiators), _names(one.targets)
    return f"{doers or 'unnamed'}{f' → {others}' if others else ''}"


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(party.name for party in parties)


def _where(one: Happening) -> str:
    return f"in {one.place}" if one.place else ""


def _harm(tellings: Iterable[Telling]) -> str:
    found: dict[str, None] = {}
    for told in tellings:
        for what, count in (("killed", told.killed), ("injured", told.injured)):
            if count is not None:
                found[f"{what}: {numbered(count)}"] = None
    return one_line("; ".join(found))


def _telling(told: Telling, width: int) -> Iterator[str]:
    cited = told.cited
    yield f"{INDENT}{short(told.key, width)}  {one_line(ARROW.join(cited.chain) or 'unnamed')}  {told.reality}"
    yield f"{INDENT}  {one_line(cited.quotation)}"
    places = ",".join(f"{start}-{end}" for start, end in cited.spans)
    when = f"{cited.published}  " if cited.published else ""
    yield f"{INDENT}  {when}{one_line(cited.source)}:{places}"
