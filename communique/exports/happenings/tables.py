"""Events for other programs: a line of JSON an event, or a row a telling in CSV."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.exports.cells import Cell, cell
from communique.record.chain import ARROW
from communique.timeline.happenings import Happening
from communique.timeline.telling import Telling

FORMAT = "communique-event/1"
COLUMNS = (
    "event", "name", "telling", "type", "mode", "reality", "from", "to", "place", "initiators", "targets", "process",
    "round", "instrument", "killed_low", "killed_high", "injured_low", "injured_high", "origins", "chain", "published",
    "source", "characters", "quotation",
)  # fmt: skip


def as_line(one: Happening) -> str:
    """The event with its tellings as one JSON object, without a newline."""
    whole = {"format": FORMAT, **msgspec.to_builtins(one)}
    return msgspec.json.encode(whole).decode()


def as_rows(one: Happening) -> Iterator[list[Cell]]:
    """A row for each telling, in the order of `COLUMNS`; what is not known is empty."""
    for told in one.tellings:
        yield [cell(value) for value in _values(one, told)]


def _values(one: Happening, told: Telling) -> Iterator[Cell | None]:
    yield from (one.key, one.given_name, told.key, told.type, told.mode, told.reality, told.start, told.end, told.place)
    yield "; ".join(party.name for party in told.initiators)
    yield "; ".join(party.name for party in told.targets)
    yield from (told.process, told.round, told.instrument)
    for count in (told.killed, told.injured):
        yield from (count.low, count.high) if count else (None, None)
    yield len(one.origins)
    yield ARROW.join(told.cited.chain)
    yield from (told.cited.published, told.cited.source)
    yield "; ".join(f"{start}-{end}" for start, end in told.cited.spans)
    yield told.cited.quotation
