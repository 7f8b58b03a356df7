"""The offline gazetteer: countries, regions and settlements of the world under one key a spelling."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from communique.errors import KnowledgeError
from communique.knowledge.placename import place_key

DATA = Path(__file__).with_name("data") / "gazetteer.sqlite"
FORMAT = 1
COLUMNS = "p.id, p.name, p.lat, p.lon, p.country, p.admin1, p.population, p.kind"


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place one can look up: WGS84 degrees, ISO 3166 alpha-2 country, `kind` country, capital, city, region, ….

    `id` is the key that findings carry ("geonames:170063", "syria:eastern-ghouta"). `aliases` are read for rows that
    a pack adds; rows of the built file have theirs in its index. A region's point is the middle of its settlements.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    admin1: str | None = None
    population: int = 0
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)


class Gazetteer:
    """Places by key. It opens in well under a millisecond, reads only, and may be sent to another process."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    @classmethod
    def open(cls, path: Path | None = None) -> Gazetteer:
        """The gazetteer in `path`, the shipped one by default; KnowledgeError if there is none of this format."""
        file = (path or DATA).resolve()
        if not file.is_file():
            raise KnowledgeError(
                f"There is no gazetteer at {file}. `python -m train.gazetteer` builds it; the package ships one."
            )
        # immutable: no lock and no journal is looked for, so a read-only install opens as fast as any other.
        connection = sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        try:
            (found,) = connection.execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError as error:
            connection.close()
            raise KnowledgeError(f"{file} is no gazetteer: {error}. It must be made by train.gazetteer.") from error
        if found != FORMAT:
            connection.close()
            raise KnowledgeError(f"{file} has gazetteer format {found}, but this version reads format {FORMAT}.")
        connection.execute("PRAGMA mmap_size = 33554432")
        return cls(connection, file)

    def __reduce__(self) -> tuple[object, ...]:
        return (Gazetteer.open, (self.path,))

    def close(self) -> None:
        """Closes the file; the gazetteer answers no more."""
        self._connection.close()

    def find(self, keys: Collection[str]) -> Mapping[str, tuple[GazetteerPlace, ...]]:
        """For each of `keys` that is known (see `place_key`) its places, the most populous first: one query."""
        found: dict[str, tuple[GazetteerPlace, ...]] = {}
        rows = self._connection.execute(
            f"SELECT n.key, {COLUMNS} FROM json_each(?) AS k CROSS JOIN name AS n ON n.key = k.value"
            " JOIN place AS p ON p.number = n.id ORDER BY n.key, p.population DESC, p.id",
            (json.dumps(sorted(set(keys))),),
        )
        for key, *row in rows:
            found[key] = (*found.get(key, ()), _place(row))
        return found

    def near(self, key: str, countries: Collection[str]) -> Iterator[tuple[str, GazetteerPlace]]:
        """The keys that begin with the same two letters as `key`, with their places in `countries`."""
        head = key[:2]
        if len(head) < 2 or not countries:
            return
        rows = self._connection.execute(
            f"SELECT n.key, {COLUMNS} FROM name AS n CROSS JOIN place AS p ON p.number = n.id"
            " WHERE n.key >= ? AND n.key < ? AND p.country IN (SELECT value FROM json_each(?)) ORDER BY n.key, p.id",
            (head, head + "\U0010ffff", json.dumps(sorted(countries))),
        )
        for found, *row in rows:
            yield found, _place(row)

    def in_countries(self, countries: Collection[str]) -> Iterator[GazetteerPlace]:
        """Every place of these countries; it looks through the whole file, a few hundredths of a second."""
        rows = self._connection.execute(
            f"SELECT {COLUMNS} FROM place AS p WHERE p.country IN (SELECT value FROM json_each(?)) ORDER BY p.id",
            (json.dumps(sorted(countries)),),
        )
        for row in rows:
            yield _place(row)


def by_key(places: Iterable[GazetteerPlace]) -> Mapping[str, tuple[GazetteerPlace, ...]]:
    """An index of rows that are not in the file, such as a pack's, by the key of each of their names."""
    found: dict[str, tuple[GazetteerPlace, ...]] = {}
    for place in places:
        for key in sorted({place_key(name) for name in place.names} - {""}):
            found[key] = (*found.get(key, ()), place)
    return found


def _place(row: list[object]) -> GazetteerPlace:
    id_, name, lat, lon, country, admin1, population, kind = row
    return GazetteerPlace(
        id=_text(id_) or "",
        name=_text(name) or "",
        kind=_text(kind) or "",
        country=_text(country),
        lat=_number(lat),
        lon=_number(lon),
        admin1=_text(admin1),
        population=int(_number(population) or 0),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, int | float) else None
