"""A row of a table as a claim about one happening."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import lru_cache

from communique.domain.incident import Citation, IncidentClaim, Party, Range, Site
from communique.domain.truce import POLARITIES, SEVERITIES
from communique.ingest.incidents.bearing import Offset, moved, offset
from communique.ingest.incidents.cells import Cells, line, parted
from communique.ingest.incidents.days import reader, stretched
from communique.ingest.incidents.faults import BadCell
from communique.ingest.incidents.kinds import Kinds, fitting
from communique.ingest.incidents.numbers import count, degrees, kilometres
from communique.ingest.incidents.shape import Kind, Shape
from communique.ingest.incidents.table import Row

MAX_ID = 200


class Claims:
    """Makes claims of the rows of one table, whose header and shape it was made for."""

    def __init__(self, shape: Shape, header: Sequence[str], source: str) -> None:
        self._shape = shape
        self._source = source
        self._cells = Cells(shape, header)
        self._get = self._cells.get
        # Most tables lack most fields, and asking a hundred thousand rows for them takes as long as the others.
        self._there = {*self._cells.at, *shape.constants}
        self._kinds = Kinds(shape.kinds, shape.values.get("type", {}))
        self._days = reader(shape.dates)
        self._nobody = fitting(shape.nobody)
        # A conflict has a few hundred names for its parties, whatever the number of rows.
        self._parties = lru_cache(maxsize=10_000)(self._named)

    def signature(self, row: Row) -> int:
        """The same for two rows whose mapped cells are the same."""
        return hash(tuple(row.cells[at] for at in self._cells.used))

    def of(self, row: Row) -> IncidentClaim:
        """The claim; raises `BadCell` for a row that cannot be one."""
        cells, get = row.cells, self._get
        kind = self._kinds.of(tuple(self._cells.raw[field](cells) for field in self._kinds.fields))
        start, end = self._when(cells)
        standing = self._standing(cells, kind)
        return IncidentClaim(
            key=self._key(cells),
            type=kind.gives,
            cited=self._citation(row, kind),
            start=start,
            end=end,
            site=self._site(cells),
            accused=standing["accused"],
            either=self._either(cells),
            victims=standing["victims"],
            parties=standing["parties"],
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

    def _when(self, cells: Sequence[str]) -> tuple[str, str]:
        get = self._get
        written, year = get["date"](cells), get["year"](cells)
        if not written:
            raise BadCell("it has no date")
        first, last = self._days(written, year)
        if until := get["end"](cells):
            last = self._days(until, year)[1]
            if last < first:
                raise BadCell(f"it ends on {last}, before it begins on {first}")
        if code := get["date_precision"](cells):
            if code not in self._shape.days:
                known = ", ".join(self._shape.days) or "none"
                raise BadCell(f'date precision "{code}" is unknown (known are {known})')
            first, last = stretched(first, last, self._shape.days[code])
        return first.isoformat(), last.isoformat()

    def _site(self, cells: Sequence[str]) -> Site | None:
        get = self._get
        written = get["offset"](cells)
        name = line(get["place"](cells) or get["area"](cells))
        zone = line(get["zone"](cells)) or None
        point = self._point(cells)
        if written:
            name = f"{line(written)} of {name}" if name and offset(written) else name or line(written)
        if not name and point is None and zone is None:
            return None
        if point is None:
            return Site(name, zone=zone)
        return Site(name, point[0], point[1], point[2], zone)

    def _point(self, cells: Sequence[str]) -> tuple[float, float, float | None] | None:
        get, shape = self._get, self._shape
        north, east = get["lat"](cells), get["lon"](cells)
        if not north and not east:
            return None
        if not north or not east:
            raise BadCell(
                f"it has a {'latitude' if north else 'longitude'} and no {'longitude' if north else 'latitude'}"
            )
        lat, lon = degrees(north, "latitude", 90), degrees(east, "longitude", 180)
        if lat == 0 and lon == 0:
            raise BadCell("latitude 0 and longitude 0 are what programs write for an unknown place; leave both empty")
        if shape.coordinates == "observer":
            by = self._offset(cells)
            return None if by is None else moved(lat, lon, by)
        code, own = get["place_precision"](cells), get["within_km"](cells)
        if code in shape.kilometres:
            within = shape.kilometres[code]
            return None if within is None else (lat, lon, within)
        return lat, lon, kilometres(own, "within_km") if own else None

    def _offset(self, cells: Sequence[str]) -> Offset | None:
        """How far and in which direction, from one cell or from two; None where the row does not say both."""
        get = self._get
        distance = get["distance"](cells).casefold().removesuffix("km")
        return offset(get["offset"](cells)) or offset(f"{distance} km {get['bearing'](cells)}")

    def _standing(self, cells: Sequence[str], kind: Kind) -> dict[str, tuple[Party, ...]]:
        raw, there = self._cells.raw, self._there
        found: dict[str, tuple[Party, ...]] = {"accused": (), "victims": (), "parties": ()}
        for field, standing in (*zip(found, found, strict=True), ("first", kind.first), ("second", kind.second)):
            if field in there:
                found[standing] += self._parties(field, raw[field](cells))
        return found

    def _either(self, cells: Sequence[str]) -> bool:
        either = self._shape.either
        return either is not None and len(parted(self._cells.raw["accused"](cells), either)) > 1

    def _named(self, field: str, cell: str) -> tuple[Party, ...]:
        """Whom a cell names, each name translated by itself; `first` and `second` hold one name each."""
        shape = self._shape
        between, either = (None, None) if field in ("first", "second") else (shape.between, shape.either)
        names = [line(name) for part in parted(cell, either) for name in parted(part, between)]
        words = shape.values.get(field, {})
        called = [words.get(name.casefold(), name) for name in names]
        return tuple(
            Party(name, shape.parties.get(name.casefold()))
            for name in called
            if name and not self._nobody.fullmatch(name.casefold())
        )

    def _harm(self, cells: Sequence[str], field: str) -> Range | None:
        best = self._count(cells, field)
        low, high = self._count(cells, f"{field}_low"), self._count(cells, f"{field}_high")
        if low is not None or high is not None:
            return _spread(field, best, low, high)
        if best is not None and best.high == 0 and self._shape.zero == "none reported":
            return Range(0, None, best.text)
        return best

    def _count(self, cells: Sequence[str], field: str) -> Range | None:
        if field not in self._there or not (written := self._get[field](cells)):
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

    def _citation(self, row: Row, kind: Kind) -> Citation:
        get, cells, shape = self._get, row.cells, self._shape
        between = shape.between
        chain = (
            shape.dataset,
            *parted(line(get["source"](cells)), between),
            *parted(line(get["said_by"](cells)), between),
        )
        return Citation(
            report=shape.dataset,
            source=self._source,
            quotation=self._quotation(cells, kind),
            chain=tuple(dict.fromkeys(chain)),
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
