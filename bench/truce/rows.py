"""A hundred thousand invented rows of an incident table: imported, taken from the record again, placed in the zones."""

from __future__ import annotations

import csv
import io
import random
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from bench.figures import Sheet
from bench.truce.reading import PACK
from communique.domain.incident import IncidentClaim
from communique.ingest.incidents import IncidentTable
from communique.knowledge import Knowledge
from communique.record import Store
from communique.truce.agreements import Agreement, agreements_of, named
from communique.truce.zones import ZoneMap

ROWS = 100_000
BATCH = 5_000
SEED = 3107
FIRST_DAY = date(2031, 1, 1)
NORTH, EAST = (-49.4, -48.1), (-31.0, -28.8)  # a frame around the four zones: about one row in ten lies in one
KINDS = ("Shelling/artillery/missile attack", "Air/drone strike", "Armed clash", "Remote explosive/landmine/IED")
ACTORS = ("Military Forces of Varenia (2027-)", "KHC: Kesh Highlands Council", "Black Banner")
COLUMNS = (
    *("event_id_cnty", "event_date", "year", "time_precision", "event_type", "sub_event_type", "actor1", "actor2"),
    *("country", "admin1", "location", "latitude", "longitude", "geo_precision", "source", "notes", "fatalities"),
)


def agreement() -> Agreement:
    """The memorandum of the samples' pack, with its four zones."""
    return named(agreements_of(Knowledge.load(packs=[str(PACK)]).packs), "brunnhal-memorandum")


def table(rows: int = ROWS, seed: int = SEED) -> bytes:
    """A CSV file in the shape of ACLED's, the same for the same seed."""
    chosen = random.Random(seed)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows(_row(number, chosen) for number in range(rows))
    return out.getvalue().encode()


def _row(number: int, chosen: random.Random) -> tuple[object, ...]:
    day = FIRST_DAY + timedelta(days=chosen.randrange(365))
    kind = chosen.choice(KINDS)
    clash = kind == "Armed clash"
    one, other = chosen.sample(ACTORS, 2)
    lat, lon = (round(chosen.uniform(*frame), 4) for frame in (NORTH, EAST))
    dead = chosen.choice((0, 0, 0, 1, 2, 5))
    text = f"On {day:%d %B %Y}, place {number % 997} was hit. Fatalities: {dead}."
    return (
        *(f"XVA{number}", day.isoformat(), day.year, chosen.choice((1, 1, 2))),
        *("Battles" if clash else "Explosions/Remote violence", kind, one, other),
        *("Varenia", "Kesh Highlands", f"Place {number % 997}", lat, lon, chosen.choice((1, 1, 2, 3))),
        *(f"Observer {number % 40}", text, dead),
    )


def imported(sheet: Sheet, rows: int = ROWS) -> None:
    """Prints the seconds of one core for each step, and how many rows came to lie where."""
    made = table(rows)
    zones = ZoneMap.of(agreement().zones)
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder, "record.sqlite"))
        began = time.process_time()
        with store.writer() as writer:
            for batch in _batches(made):
                writer.keep_rows("ACLED", batch)
        landed = time.process_time()
        with store.view() as view:
            claims = list(view.rows())
        back = time.process_time()
    where = placed(claims, zones)
    done = time.process_time()
    if len(claims) != rows:
        raise SystemExit(f"{rows} rows were written and {len(claims)} came back: the import drops rows")
    sheet.line(f"{rows:,} rows into the record", landed - began, "s")
    sheet.line(f"{rows:,} rows out of the record", back - landed, "s")
    sheet.line(f"{rows:,} rows placed in zones", done - back, "s", ", ".join(f"{n:,} {r}" for r, n in where.items()))
    sheet.line(f"{rows:,} rows imported and placed", landed - began + done - back, "s", "the aim is 20 s on one core")
    sheet.line(f"{rows:,} rows imported, taken out again and placed", done - began, "s")


def placed(claims: list[IncidentClaim], zones: ZoneMap) -> Counter[str]:
    """How many of the claims lie inside, near, outside; unclear where their place is too rough to say."""
    sites = [claim.site for claim in claims]
    nowhere = float("nan")
    columns = (
        [site.lat if site and site.lat is not None else nowhere for site in sites],
        [site.lon if site and site.lon is not None else nowhere for site in sites],
        [site.within_km if site else None for site in sites],
    )
    return Counter(placing.relation for placing in zones.place_all(*columns))


def _batches(made: bytes) -> Iterator[list[IncidentClaim]]:
    batch: list[IncidentClaim] = []
    for item in IncidentTable("generated", made).rows():
        if not isinstance(item, IncidentClaim):
            raise SystemExit(f"a generated row was refused: {item}")
        batch.append(item)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
