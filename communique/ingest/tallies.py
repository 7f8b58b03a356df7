"""Tables of tallies: how many violations each side counted a day, by area → opinions, and a message for every bad row.

One tally is all rows of the same side, days, unit and accused: a row with an area is a part of it, the row without one
(or "total") is the whole. Columns are found by their names, in any order; the README of the columns is
`docs/reference/truce.md`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from communique.domain.incident import Citation, Opinion, Party, Range, Tallied
from communique.domain.truce import UNITS
from communique.errors import UnreadableSource
from communique.ingest.incidents.cells import BLANK
from communique.ingest.incidents.days import reader
from communique.ingest.incidents.faults import BadCell, RowFault
from communique.ingest.incidents.numbers import count
from communique.ingest.incidents.shape import folded
from communique.ingest.incidents.table import Row, Table, text_of

DATASET = "Tallies"
DATES = ("YYYY-MM-DD", "DD MMM YYYY", "D MMM YYYY", "DD.MM.YYYY")
TOTAL = {"", "total", "all", "all zones", "all areas", "overall", "sum"}
YES = {"yes", "true", "1", "cumulative", "y"}
MOST_NAME = 500
COLUMNS: dict[str, tuple[str, ...]] = {
    "day": ("day", "date", "to", "end", "until"),
    "since": ("from", "start", "since"),
    "side": ("side", "counted_by", "by", "part", "counter"),
    "area": ("area", "zone", "region", "place", "province"),
    "count": ("count", "number", "violations", "n"),
    "unit": ("unit", "counted"),
    "accused": ("accused", "laid_to", "party"),
    "agreement": ("agreement",),
    "cumulative": ("cumulative", "from_the_beginning"),
}
NEEDED = ("day", "side", "count")


@dataclass(slots=True)
class _Group:
    """The rows of one tally."""

    first: Row
    parts: list[tuple[str, Range]] = field(default_factory=list)
    total: Range | None = None
    cumulative: bool = False


def is_tally(header: Sequence[str]) -> bool:
    """Whether a header has the columns of a table of tallies: a day, a side and a count."""
    names = {folded(name) for name in header}
    return all(names.intersection(COLUMNS[needed]) for needed in NEEDED)


class TallyTable:
    """A table of tallies in memory."""

    def __init__(self, source: str, data: bytes, dataset: str = DATASET) -> None:
        """Raises UnreadableSource, without the source's name, for what is no table or lacks a column."""
        self.source, self.dataset = source, dataset
        self.table = Table(text_of(data))
        self._at = _places(self.table.header)
        self._days = reader(DATES)

    def rows(self) -> Iterator[Opinion | RowFault]:
        """Faults as they are met, then an opinion for every tally, in the order in which their first rows stand."""
        groups: dict[tuple[str, ...], _Group] = {}
        for row in self.table.rows():
            if isinstance(row, RowFault):
                yield row
                continue
            try:
                self._take(row, groups)
            except BadCell as why:
                yield RowFault(row.number, row.line, str(why))
        for key, group in groups.items():
            yield self._opinion(key, group)

    def _take(self, row: Row, groups: dict[tuple[str, ...], _Group]) -> None:
        key, area, number = self._key(row), self._cell(row, "area"), self._number(row)
        group = groups.setdefault(key, _Group(row))
        group.cumulative = group.cumulative or self._cell(row, "cumulative").casefold() in YES
        if area.casefold() in TOTAL:
            if group.total is not None:
                raise BadCell(f"the total of {key[2]} on {key[1]} was given before; give it once")
            group.total = number
        elif any(area.casefold() == name.casefold() for name, _ in group.parts):
            raise BadCell(f"the count of {key[2]} for {area} on {key[1]} was given before; give it once")
        else:
            group.parts.append((area, number))

    def _key(self, row: Row) -> tuple[str, ...]:
        side = self._cell(row, "side")
        if not side:
            raise BadCell("it names no side: who counted must be said")
        written = self._cell(row, "day")
        if not written:
            raise BadCell("it has no day")
        first, last = self._days(written, "")
        if since := self._cell(row, "since"):
            first = self._days(since, "")[0]
        if first > last:
            raise BadCell(f"it begins on {first}, after it ends on {last}")
        unit = self._cell(row, "unit").casefold().rstrip("s") or "violation"
        if unit not in UNITS:
            raise BadCell(f'unit "{unit[:40]}" is unknown (known are {", ".join(UNITS)})')
        days = (first.isoformat(), last.isoformat())
        return (*days, side, unit, self._cell(row, "accused"), self._cell(row, "agreement"))

    def _number(self, row: Row) -> Range:
        written = self._cell(row, "count")
        try:
            low, high = count(written, None)
        except BadCell as why:
            raise BadCell(f"count {why}") from None
        return Range(low, high, written)

    def _cell(self, row: Row, name: str) -> str:
        at = self._at.get(name)
        text = " ".join(row.cells[at].split()) if at is not None else ""
        if len(text) > MOST_NAME:
            raise BadCell(f'the {name} "{text[:20]}…" has more than {MOST_NAME} characters')
        return "" if text.casefold() in BLANK else text

    def _opinion(self, key: tuple[str, ...], group: _Group) -> Opinion:
        start, end, side, unit, accused, agreement = key
        total = group.total or _sum(group.parts)
        digest = hashlib.sha256("\x1f".join(key).encode("utf-8", "replace")).hexdigest()[:16]
        said = [f"{name} {part.text}" for name, part in group.parts]
        whole = f"{side}, {start if start == end else f'{start} to {end}'}: {total.text} {unit}"
        return Opinion(
            key=f"{self.dataset}:{digest}",
            status="holding" if total.high == 0 else "unclear",
            cited=Citation(
                report=self.dataset,
                source=self.source,
                quotation=f"{whole} ({', '.join(said)})" if said and group.total else whole,
                chain=tuple(dict.fromkeys((self.dataset, side))),
                row=group.first.number,
            ),
            as_of=end,
            agreement=agreement or None,
            basis="the claim's date",
            tally=Tallied(
                low=total.low,
                high=total.high,
                text=total.text,
                unit=unit,
                start=start,
                end=end,
                cumulative=group.cumulative or None,
                parts=tuple(group.parts),
                accused=(Party(accused),) if accused else (),
                by=side,
            ),
        )


def _sum(parts: Sequence[tuple[str, Range]]) -> Range:
    """The whole where the table gives parts only; its words show how it came about."""
    low = sum(part.low or 0 for _, part in parts)
    high = None if any(part.high is None for _, part in parts) else sum(part.high or 0 for _, part in parts)
    return Range(low, high, " + ".join(f"{name} {part.text}" for name, part in parts))


def _places(header: Sequence[str]) -> dict[str, int]:
    names = [folded(name) for name in header]
    found: dict[str, int] = {}
    for column, wanted in COLUMNS.items():
        there = [name for name in wanted if name in names]
        if there and names.count(there[0]) > 1:
            raise UnreadableSource(
                f"has the column {header[names.index(there[0])]!r} twice; rename or delete one of them"
            )
        if there:
            found[column] = names.index(there[0])
    missing = [f"{name} ({', '.join(COLUMNS[name])})" for name in NEEDED if name not in found]
    if missing:
        shown = ", ".join(name or "(no name)" for name in header[:20])
        raise UnreadableSource(f"is no table of tallies: it lacks a column for {' and '.join(missing)}; it has {shown}")
    return found
