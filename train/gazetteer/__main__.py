"""Builds communique/knowledge/data/gazetteer.sqlite: `python -m train.gazetteer [FILE]`."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path

from communique.knowledge.gazetteer import DATA, FORMAT, GazetteerPlace
from communique.knowledge.placename import place_key
from train.gazetteer import choose, sources

SCHEMA = """
CREATE TABLE place (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, lat REAL, lon REAL,
    country TEXT, admin1 TEXT, population INTEGER NOT NULL, kind TEXT NOT NULL
);
CREATE TABLE name (key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (key, id)) WITHOUT ROWID;
"""


def rows() -> list[GazetteerPlace]:
    """Every row of the gazetteer: countries, regions, then settlements by population."""
    all_places = sources.settlements()
    lands = sources.countries()
    chosen = choose.chosen(all_places)
    seats = choose.capitals(lands, chosen)
    kept = [choose.settlement(p, p.number in seats) for p in chosen]
    names = sources.division_names(all_places)
    parts = choose.regions(sources.areas(), names, all_places, kept)
    kept.sort(key=lambda p: (-p.population, p.id))
    return [choose.country(land) for land in lands] + parts + kept


def write(places: Sequence[GazetteerPlace], file: Path) -> None:
    """Writes the index anew; the same places always make the same bytes."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    base = sqlite3.connect(file)
    base.execute("PRAGMA journal_mode = OFF")
    base.executescript(SCHEMA)
    base.execute(f"PRAGMA user_version = {FORMAT}")
    for number, p in enumerate(places, start=1):
        row = (number, p.id, p.name, p.lat, p.lon, p.country, p.admin1, p.population, p.kind)
        base.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        keys = {place_key(name) for name in p.names}
        base.executemany("INSERT INTO name VALUES (?, ?)", ((key, number) for key in sorted(keys) if len(key) > 1))
    base.commit()
    base.execute("VACUUM")
    base.close()


def main(arguments: Sequence[str]) -> None:
    """Builds and says what was built."""
    file = Path(arguments[0]) if arguments else DATA
    places = rows()
    write(places, file)
    print(f"{file}: {len(places)} places, {file.stat().st_size / 1e6:.1f} MB", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
