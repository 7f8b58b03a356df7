"""Status over time as text for people, as lines of JSON and as a table: each opinion with its chain and its words."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from itertools import groupby

import msgspec

from communique.domain.incident import Opinion
from communique.exports.cells import cell
from communique.exports.sitrep.lines import line
from communique.truce.scoped import area_words, quoted
from communique.truce.sitrep.notes import chain, permalink, place
from communique.truce.sitrep.words import day, days, speaker
from communique.truce.status import Area, Stand, Standing, StatusOverTime

FORMAT = "communique-status/1"
COLUMNS = (
    *("agreement", "area", "kind", "day", "status", "polarity", "said_by", "side", "as_of", "age_days", "basis"),
    *("scope", "chain", "source", "permalink", "quotation", "key"),
)


def as_text(over: StatusOverTime, name: str) -> Iterator[str]:
    """Area by area: what stood before the period, then each day on which somebody spoke."""
    yield f"{line(name)}, {days(over.since, over.until)}"
    for area in over.areas:
        yield ""
        yield from _area(area, over)
    for title, opinions in (("Words without a day", over.undated), ("Agreement not named", over.unnamed)):
        if opinions:
            yield from ("", title, *(told for one in opinions for told in _opinion(one)))


def _area(area: Area, over: StatusOverTime) -> Iterator[str]:
    yield line(f"Elsewhere: {area.called}" if area.kind == "elsewhere" else area.name[:1].upper() + area.name[1:])
    before = [stand for stand in area.stands if stand.first < over.since]
    said = area.said(over.since, over.until)
    if not before and not said:
        yield "  no word was read; that is no finding that nothing changed"
    for stand in before:
        yield from _opinion(stand.opinion, f"  stood before, {_age(stand, over.since)}: ")
    for first, stands in groupby(said, key=lambda stand: stand.first):
        yield f"  {day(first)}"
        for stand in stands:
            yield from _opinion(stand.opinion)


def _age(stand: Stand, on: date) -> str:
    age = (on - stand.first).days
    return f"said {age} day{'s' if age != 1 else ''} before"


def _opinion(one: Opinion, head: str = "    ") -> Iterator[str]:
    polarity = "" if one.polarity == "asserted" else f"{one.polarity}: "
    side = f", a {one.side}" if one.side else ""
    yield line_of(f"{head}{polarity}{one.status}  {speaker(one.cited, anonymous=one.anonymous)}{side}")
    words = area_words(one.scope or "")
    scope = f" (of {quoted(words)})" if words else ""
    yield line_of(f"      “{one.cited.quotation}”{scope}")
    yield line_of(f"      {chain(one.cited)} · {place(one.cited)}")


def line_of(text: str) -> str:
    """The text on one line with its indentation kept."""
    return " " * (len(text) - len(text.lstrip(" "))) + line(text)


def as_lines(over: StatusOverTime, name: str) -> Iterator[str]:
    """One JSON object for each area and day, with every opinion that stands on it; then those that stand on none."""
    for area in over.areas:
        for at, standing in area.days(over.since, over.until):
            told = [_object(one.opinion, one.age) for one in standing]
            yield _json(
                {"agreement": over.agreement, "area": area.name, "kind": area.kind, "day": at, "standing": told}
            )
    for kind, opinions in (("undated", over.undated), ("unnamed", over.unnamed)):
        for opinion in opinions:
            yield _json({"agreement": over.agreement, "kind": kind, "standing": [_object(opinion, None)]})


def _json(said: dict[str, object]) -> str:
    return msgspec.json.encode({"format": FORMAT, **said}).decode()


def _object(one: Opinion, age: int | None) -> dict[str, object]:
    return {"age_days": age, **msgspec.to_builtins(one)}


def as_csv(over: StatusOverTime, name: str) -> Iterator[str]:
    """A header line, then one row for each area, day and opinion that stands on it; those without a day come last."""
    yield ",".join(COLUMNS)
    for area in over.areas:
        for at, standing in area.days(over.since, over.until):
            yield from (_row(over.agreement, area.name, area.kind, at, one) for one in standing)
    for kind, opinions in (("undated", over.undated), ("unnamed", over.unnamed)):
        yield from (_row(over.agreement, "", kind, None, Standing(one, -1)) for one in opinions)


def _row(agreement: str, area: str, kind: str, at: date | None, standing: Standing) -> str:
    one = standing.opinion
    values = (
        *(agreement, area, kind, at.isoformat() if at else "", one.status, one.polarity),
        *(speaker(one.cited, anonymous=one.anonymous), one.side, one.as_of),
        standing.age if at else "",
        *(one.basis, one.scope, chain(one.cited), place(one.cited), permalink(one.cited), one.cited.quotation, one.key),
    )
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow([cell(value) for value in values])
    return out.getvalue()
