"""A row of a table as a claim about one happening."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.domain.incident import Citation, IncidentClaim, Party, Range
from communique.domain.truce import POLARITIES, SEVERITIES
from communique.ingest.incidents.cells import Cells, code_of, line, parted, remembered
from communique.ingest.incidents.days import reader, stretched
from communique.ingest.incidents.faults import BadCell
from communique.ingest.incidents.kinds import Kinds
from communique.ingest.incidents.numbers import count
from communique.ingest.incidents.parties import Parties
from communique.ingest.incidents.places import Places
from communique.ingest.incidents.shape import Kind, Shape
from communique.ingest.incidents.table import Row

MAX_ID = 200


DATES = ("date", "end", "year", "date_precision")
SITES = ("place", "area", "zone", "lat", "lon", "place_precision", "within_km", "offset", "distance", "bearing")
SIDES = ("first", "second", "accused", "victims", "parties")
TOLLS = ("killed", "killed_low", "killed_high", "injured", "injured_low", "injured_high")
DETAILS = ("count", "unit", "weapon", "means", "polarity", "severity")


@dataclass(frozen=True, slots=True)
class _What:
    """What it was and who stands where in it."""

    kind: Kind
    standing: Mapping[str, tuple[Party, ...]]
    either: bool


@dataclass(frozen=True, slots=True)
class _Details:
    """How many were hurt, what was used, how it is known, and what the table itself makes of it."""

    killed: Range | None
    injured: Range | None
    count: Range | None
    unit: str | None
    weapon: str | None
    means: str | None
    polarity: str
    severity: str | None


class Claims:
    """Makes claims of the rows of one table, whose header and shape it was made for."""

    def __init__(self, shape: Shape, header: Sequence[str], source: str) -> None:
        self._shape = shape
        self._source = source
        cells = self._cells = Cells(shape, header)
        self._get = cells.get
        self._parties = Parties(shape, cells)
        self._kinds = Kinds(shape.kinds, shape.values.get("type", {}))
        self._days = reader(shape.dates)
        self._when = remembered(self._read_when, cells.columns(*DATES))
        self._where = remembered(Places(shape, cells).of, cells.columns(*SITES))
        self._what = remembered(self._read_what, cells.columns(*self._kinds.fields, *SIDES))
        self._details = remembered(self._read_details, cells.columns(*TOLLS, *DETAILS))
        self._chain = remembered(self._read_chain, cells.columns("source", "said_by"))

    def signature(self, row: Row) -> int:
        """The same for two rows whose mapped cells are the same."""
        return hash(tuple(row.cells[at] for at in self._cells.used))

    def of(self, row: Row) -> IncidentClaim:
        """The claim; raises `BadCell` for a row that cannot be one."""
        cells = row.cells
        what, details = self._what(cells), self._details(cells)
        start, end = self._when(cells)
        return IncidentClaim(
            key=self._key(cells),
            type=what.kind.gives,
            cited=self._citation(row, what.kind),
            start=start,
            end=end,
            site=self._where(cells),
            accused=what.standing["accused"],
            either=what.either,
            victims=what.standing["victims"],
            parties=what.standing["parties"],
            killed=details.killed,
            injured=details.injured,
            count=details.count,
            unit=details.unit,
            weapon=details.weapon,
            means=details.means,
            polarity=details.polarity,
            severity=details.severity,
        )

    def _read_what(self, cells: Sequence[str]) -> _What:
        kind = self._kinds.of(tuple(self._cells.raw[field](cells) for field in self._kinds.fields))
        return _What(kind, self._parties.of(cells, kind), self._parties.either(cells))

    def _read_details(self, cells: Sequence[str]) -> _Details:
        get = self._get
        return _Details(
            killed=self._harm(cells, "killed"),
            injured=self._harm(cells, "injured"),
            count=self._count(cells, "count"),
            unit=get["unit"](cells).casefold() or None,
            weapon=line(get["weapon"](cells)) or None,
            means=line(get["means"](cells)) or None,
            polarity=self._one_of(cells, "polarity", POLARITIES) or "asserted",
            severity=self._one_of(cells, "severity", SEVERITIES),
        )

    def _key(self, cells: Sequence[str]) -> str:
        """The table's own id where it has one, else a digest of everything the row says."""
        named = line(self._get["id"](cells))
        if len(named) > MAX_ID:
            raise BadCell(f'the id "{named[:20]}…" has more than {MAX_ID} characters')
        if not named:
            if "id" in self._cells.at:
                raise BadCell("it has no id, so that it could not be told from others when the table comes again")
            said = "\x1f".join(cells[at].strip() for at in self._cells.used)
            named = hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16]
        return f"{self._shape.dataset}:{named}"

    def _read_when(self, cells: Sequence[str]) -> tuple[str, str]:
        get = self._get
        written, year = get["date"](cells), get["year"](cells)
        if not written:
            raise BadCell("it has no date")
        first, last = self._days(written, year)
        if until := get["end"](cells):
            last = self._days(until, year)[1]
            if last < first:
                raise BadCell(f"it ends on {last}, before it begins on {first}")
        if code := code_of(get["date_precision"](cells)):
            if code not in self._shape.days:
                known = ", ".join(self._shape.days) or "none"
                raise BadCell(f'date precision "{code}" is unknown (known are {known})')
            first, last = stretched(first, last, self._shape.days[code])
        return first.isoformat(), last.isoformat()

    def _harm(self, cells: Sequence[str], field: str) -> Range | None:
        best = self._count(cells, field)
        low, high = self._count(cells, f"{field}_low"), self._count(cells, f"{field}_high")
        if low is not None or high is not None:
            return _spread(field, best, low, high)
        if best is not None and best.high == 0 and self._shape.zero == "none reported":
            return Range(0, None, best.text)
        return best

    def _count(self, cells: Sequence[str], field: str) -> Range | None:
        if field not in self._cells.there or not (written := self._get[field](cells)):
            return None
        try:
            low, high = count(written, self._shape.decimal)
        except BadCell as why:
            raise BadCell(f"{field.replace('_', ' ')} {why}") from None
        return Range(low, high, written)

    def _one_of(self, cells: Sequence[str], field: str, allowed: Sequence[str]) -> str | None:
        word = self._get[field](cells).casefold()
        if word and word not in allowed:
            raise BadCell(f'{field} "{word}" is unknown (allowed are {", ".join(allowed)})')
        return word or None

    def _read_chain(self, cells: Sequence[str]) -> tuple[str, ...]:
        between, get = self._shape.between, self._get
        named = [name for field in ("source", "said_by") for name in parted(line(get[field](cells)), between)]
        return tuple(dict.fromkeys((self._shape.dataset, *named)))

    def _citation(self, row: Row, kind: Kind) -> Citation:
        get, cells = self._get, row.cells
        return Citation(
            report=self._shape.dataset,
            source=self._source,
            quotation=self._quotation(cells, kind),
            chain=self._chain(cells),
            published=self._published(cells),
            outlet=line(get["outlet"](cells)) or None,
            row=row.number,
            url=get["url"](cells) or None,
        )

    def _quotation(self, cells: Sequence[str], kind: Kind) -> str:
        """The row's own words; what it calls the thing stands before them where the type does not tell it."""
        if self._shape.quoted:
            said = [line(self._cells.raw[field](cells)) for field in self._shape.quoted]
            return "; ".join(filter(None, said))
        notes = line(self._get["notes"](cells))
        if notes and kind.gives != "unclear":
            return notes
        raw = self._cells.raw
        words = dict.fromkeys(line(raw[f](cells)) for f in ("type", "subtype", "observed", "weapon"))
        return ": ".join(part for part in (", ".join(filter(None, words)), notes) if part)

    def _published(self, cells: Sequence[str]) -> str | None:
        written = self._get["published"](cells)
        return self._days(written, "")[0].isoformat() if written else None


def _spread(field: str, best: Range | None, low: Range | None, high: Range | None) -> Range:
    first, last = (bound or best for bound in (low, high))
    lowest, highest = (None if first is None else first.low), (None if last is None else last.high)
    if lowest is not None and highest is not None and lowest > highest:
        raise BadCell(f"{field} runs from {lowest} to {highest}, backwards")
    spread = f"{'?' if lowest is None else lowest} to {'?' if highest is None else highest}"
    if best is not None and lowest == highest == best.low:
        return best
    return Range(lowest, highest, spread if best is None else f"{best.text} ({spread})")
