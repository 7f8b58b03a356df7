"""Which places and which of their names are worth their bytes to a reader of English-language news."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from communique.knowledge.gazetteer import GazetteerPlace
from communique.knowledge.placename import place_key
from train.gazetteer.sources import Area, Country, Settlement

# Countries whose conflicts are read closely: every settlement of theirs is kept, villages too.
CLOSE = frozenset(
    [
        "SY",
        "IQ",
        "LB",
        "JO",
        "IL",
        "PS",
        "YE",
        "LY",
        "SD",
        "SS",
        "EG",
        "AM",
        "AZ",
        "GE",
        "MD",
        "UA",
        "AF",
        "XK",
        "BA",
        "CY",
        "ML",
        "NE",
        "BF",
        "CF",
        "TD",
        "SO",
        "ET",
        "ER",
        "MM",
        "KP",
    ]
)
# The Turkish provinces on the borders with Syria and Iraq.
CLOSE_DIVISIONS = frozenset(["TR.31", "TR.83", "TR.90", "TR.63", "TR.72", "TR.80", "TR.70"])
LARGE = 15_000
KNOWN_ABROAD = 50_000
METROPOLIS = 500_000
SHORT_ALTERNATE = 5
LIKE = 0.6
_OFFICE = re.compile(
    r"\b(governorate|province|oblast'?|region|district|department|state of|prefecture|municipality"
    r"|muhafazat|mayorality of|misto|autonomous republic of|republic of|wilaya de|wilayat)\b",
    re.IGNORECASE,
)
_DIRECTION = frozenset(
    [
        "central",
        "northern",
        "southern",
        "eastern",
        "western",
        "north",
        "south",
        "east",
        "west",
        "capital",
        "coast",
        "upper",
    ]
)


def chosen(places: Iterable[Settlement]) -> list[Settlement]:
    """The settlements that are kept: large ones anywhere, all of them in the close countries."""
    return [p for p in places if p.population >= LARGE or p.country in CLOSE or p.admin1 in CLOSE_DIVISIONS]


def capitals(lands: Iterable[Country], places: Iterable[Settlement]) -> frozenset[int]:
    """The GeoNames numbers of the capitals: in each country the most populous place that bears the capital's name."""
    wanted = {land.iso: place_key(land.capital) for land in lands if land.capital}
    best: dict[str, Settlement] = {}
    for place in places:
        key = wanted.get(place.country)
        if key and key in map(place_key, (place.name, *place.alternates)):
            best[place.country] = max(best.get(place.country, place), place, key=lambda p: p.population)
    return frozenset(place.number for place in best.values())


def settlement(place: Settlement, is_capital: bool) -> GazetteerPlace:
    """The row of a settlement; the names of the less known ones abroad are left out."""
    small = place.population < LARGE
    close = place.country in CLOSE or place.admin1 in CLOSE_DIVISIONS
    many = place.population >= KNOWN_ABROAD or close
    return GazetteerPlace(
        id=f"geonames:{place.number}",
        name=place.name,
        kind="capital" if is_capital else "settlement" if small else "city",
        country=place.country,
        lat=round(place.lat, 4),
        lon=round(place.lon, 4),
        admin1=place.admin1,
        population=place.population,
        aliases=tuple(useful(place.name, place.alternates, free=close or place.population >= METROPOLIS))
        if many or is_capital
        else (),
    )


def country(row: Country) -> GazetteerPlace:
    """The row of a country, with the names of countries.csv."""
    lat, lon = row.label or (None, None)
    return GazetteerPlace(
        id=f"geonames:{row.number}",
        name=row.name,
        kind="country",
        country=row.iso,
        lat=None if lat is None else round(lat, 4),
        lon=None if lon is None else round(lon, 4),
        population=row.population,
        aliases=row.aliases,
    )


def regions(
    areas: Iterable[Area], names: Mapping[str, str], places: Iterable[Settlement], kept: Iterable[GazetteerPlace]
) -> list[GazetteerPlace]:
    """The rows of regions: the hand-written ones, then every first-order division that has a name of its own.

    The point of a region is the middle of its settlements, its population their sum.
    """
    sums = _sums(places)
    seats = {(p.admin1, place_key(p.name)): p for p in kept}
    found = {area.id: _region(area.id, area.name, area.country, area.of, area.aliases, sums) for area in areas}
    for code, raw in sorted(names.items()):
        name = _OFFICE.sub("", raw).strip(" -,'")
        key = f"geonames:{code}"
        if key in found or len(name) < 3 or name.lower() in _DIRECTION:
            continue
        # A division usually bears the name of its seat, and is misspelt in the same ways.
        seat = seats.get((code, place_key(name)))
        row = _region(key, name, code.partition(".")[0], (code,), seat.aliases if seat else (), sums)
        found[key] = replace(row, admin1=code)
    return list(found.values())


def useful(name: str, alternates: Iterable[str], free: bool) -> Iterator[str]:
    """The Latin-script alternates that news could use: capitalised, no codes, like `name` if short or not `free`."""
    own = place_key(name)
    for other in alternates:
        letters = other.replace("-", "").replace("'", "").replace(" ", "")
        if (
            len(letters) < 3
            or not other[0].isupper()
            or not _latin(letters)
            or (letters.isupper() and len(letters) < 6)
        ):
            continue
        key = place_key(other)
        if (len(key) < SHORT_ALTERNATE or not free) and SequenceMatcher(None, key, own).ratio() < LIKE:
            continue  # "Kiev" is like Kyiv; "Sam" for Damascus and "Google" for Topeka only catch other names
        yield other


def _latin(letters: str) -> bool:
    return all(c.isascii() or "LATIN" in unicodedata.name(c, "") or unicodedata.combining(c) for c in letters) and any(
        c.isalpha() for c in letters
    )


@dataclass(frozen=True, slots=True)
class _Sum:
    lat: float = 0.0
    lon: float = 0.0
    settlements: int = 0
    people: int = 0

    def plus(self, lat: float, lon: float, settlements: int, people: int) -> _Sum:
        return _Sum(self.lat + lat, self.lon + lon, self.settlements + settlements, self.people + people)


def _sums(places: Iterable[Settlement]) -> Mapping[str, _Sum]:
    found: dict[str, _Sum] = {}
    for place in places:
        before = found.get(place.admin1, _Sum())
        found[place.admin1] = before.plus(place.lat, place.lon, 1, place.population)
    return found


def _region(
    key: str,
    name: str,
    country: str | None,
    divisions: Iterable[str],
    aliases: tuple[str, ...],
    sums: Mapping[str, _Sum],
) -> GazetteerPlace:
    parts = [sums[code] for code in divisions if code in sums]
    n = sum(part.settlements for part in parts)
    lat = round(sum(part.lat for part in parts) / n, 2) if n else None
    lon = round(sum(part.lon for part in parts) / n, 2) if n else None
    people = sum(part.people for part in parts)
    return GazetteerPlace(key, name, "region", country, lat, lon, population=people, aliases=aliases)
