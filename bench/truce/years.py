"""Where a truce stood on every day of a year, asked of a record with twenty thousand opinions."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from bench.figures import Sheet
from bench.truce.rows import agreement
from communique.domain.incident import Citation, Opinion
from communique.domain.truce import STATUSES
from communique.record import Store
from communique.truce.agreements import Agreement
from communique.truce.status import status_over_time

OPINIONS = 20_000
YEARS = 3
SEED = 3107
TIMES = 7
SINCE, UNTIL = date(2031, 1, 1), date(2031, 12, 31)


def opinions(of: Agreement, number: int = OPINIONS, seed: int = SEED) -> list[Opinion]:
    """Opinions of sixty voices over three years, the same for the same seed; a tenth of them name no zone."""
    chosen = random.Random(seed)
    zones = [zone.name for zone in of.zones]
    return [_opinion(n, of.key, zones, chosen) for n in range(number)]


def _opinion(number: int, key: str, zones: list[str], chosen: random.Random) -> Opinion:
    day = (date(2030, 1, 1) + timedelta(days=chosen.randrange(YEARS * 365))).isoformat()
    voice = f"Voice {chosen.randrange(60)}"
    status = chosen.choice(STATUSES[:-1])
    cited = Citation(f"r{number}", f"r{number}.txt", f"the truce is {status}", ("Meridian", voice), published=day)
    about = () if chosen.random() < 0.1 else tuple(chosen.sample(zones, chosen.choice((1, 1, 2))))
    return Opinion(f"VOICES:{number}", status, cited, day, agreement=key, zones=about)


def asked(sheet: Sheet) -> None:
    """Prints the median time of one core for the query of a year: the opinions at hand, and taken from the record."""
    of = agreement()
    made = opinions(of)
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder, "record.sqlite"))
        with store.writer() as writer:
            writer.keep_rows("VOICES", made)
        with store.view() as view:
            _line(sheet, "status of one year, out of the record", lambda: walked(list(view.tallies()), of))
    _line(sheet, "status of one year", lambda: status_over_time(made, of, SINCE, UNTIL), "; the aim is 200 ms")
    _line(sheet, "status of one year, each day written out", lambda: walked(made, of))


def walked(heard: list[Opinion], of: Agreement) -> int:
    """How many opinions stand, added over every zone and day of the year: the whole answer is made."""
    found = status_over_time(heard, of, SINCE, UNTIL)
    return sum(len(standing) for area in found.areas for _, standing in area.days(SINCE, UNTIL))


def _line(sheet: Sheet, name: str, query: Callable[[], object], aim: str = "") -> None:
    times = []
    for _ in range(TIMES):
        began = time.process_time()
        query()
        times.append(1000 * (time.process_time() - began))
    sheet.line(name, statistics.median(times), "ms", f"{OPINIONS:,} opinions, median of {TIMES}{aim}")
