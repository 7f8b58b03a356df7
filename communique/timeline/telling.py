"""Tellings: one report's or speaker's word on an event, taken out of its reading so that many can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.domain.actor import Actor
from communique.domain.event import Event
from communique.domain.incident import Citation, Party, Range
from communique.domain.reading import Reading
from communique.domain.truce import Count
from communique.record import Verdict, View
from communique.truce.citing import Citing

Keys = Mapping[tuple[str, str], str]


@dataclass(frozen=True, slots=True)
class Telling:
    """One event as one voice tells it. `key` is the finding's key in the record.

    `start` and `end` are ISO dates, both inclusive, None where the words do not say. `process` is the process's name in
    the report, `process_known` its key in a pack; `round` None where the words do not count it. `own` is true where the
    report itself tells it, `voice` are the known keys of who does otherwise.
    """

    key: str
    type: str
    reality: str
    cited: Citation
    mode: str | None = None
    start: str | None = None
    end: str | None = None
    place: str | None = None
    place_key: str | None = None
    initiators: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    about: str | None = None
    process: str | None = None
    process_known: str | None = None
    round: int | None = None
    instrument: str | None = None
    killed: Range | None = None
    injured: Range | None = None
    own: bool = True
    anonymous: bool = False
    voice: tuple[str, ...] = ()

    @property
    def parties(self) -> tuple[Party, ...]:
        """Everybody who takes part, doers first."""
        return tuple(dict.fromkeys((*self.initiators, *self.targets)))


def tellings(reading: Reading, keys: Keys) -> tuple[Telling, ...]:
    """The telling of each event in the reading, in reading order; `keys` are the findings' keys by list and id."""
    return tuple(_Teller(reading, keys).all()) if reading.findings.events else ()


def recorded_tellings(view: View) -> Iterator[Telling]:
    """The tellings of every current reading but those a person rejected, in the order in which the reports came in."""
    for reading in view.readings():
        if reading.findings.events:
            found = tellings(reading, view.keys(reading.report))
            yield from (one for one in found if view.verdict(one.key) is not Verdict.REJECTED)


class _Teller:
    def __init__(self, reading: Reading, keys: Keys) -> None:
        found = reading.findings
        self._events, self._report, self._keys = found.events, reading.report, keys
        self._citing = Citing(reading)
        self._actors = {one.id: one for one in found.actors}
        self._places = {one.id: one for one in found.places}
        self._dates = {one.id: one for one in found.dates}
        self._processes = {one.id: one for one in found.processes}
        self._instruments = {one.id: one for one in found.instruments}

    def all(self) -> Iterator[Telling]:
        for event in self._events:
            yield self._telling(event)

    def _telling(self, event: Event) -> Telling:
        statement = self._citing.statement(event.said_in)
        date = self._dates.get(event.date or "")
        place = self._places.get(event.place or "")
        process = self._processes.get(event.process or "")
        instrument = self._instruments.get(event.instrument or "")
        start = date.start if date else None
        return Telling(
            key=self._keys.get(("events", event.id)) or f"{self._report.id}:{event.id}",
            type=event.type,
            reality=event.reality,
            cited=self._citing.of((event.span,), event.said_in),
            mode=event.mode,
            start=start,
            end=(date.end or start) if date else None,
            place=place.name if place else None,
            place_key=place.gazetteer if place else None,
            initiators=self._parties(event.initiators),
            targets=self._parties(event.targets),
            about=event.about.of(self._report.text) if event.about else None,
            process=process.name if process else None,
            process_known=process.known if process else None,
            round=process.round if process else None,
            instrument=instrument.name if instrument else None,
            killed=_range(event.killed),
            injured=_range(event.injured),
            own=statement is None,
            anonymous=statement is not None and statement.anonymous,
            voice=self._voice(statement.source_actors if statement else ()),
        )

    def _parties(self, ids: Sequence[str]) -> tuple[Party, ...]:
        listed = [member for one in ids for member in self._members(one)]
        return tuple(dict.fromkeys(Party(actor.name, actor.known) for actor in listed))

    def _members(self, actor: str) -> list[Actor]:
        """The actor, or whom a sum of actors is made of."""
        found = self._actors.get(actor)
        if found is None:
            return []
        return [self._actors[one] for one in found.members if one in self._actors] or [found]

    def _voice(self, speakers: Sequence[str]) -> tuple[str, ...]:
        named = [self._actors[one] for one in speakers if one in self._actors]
        bodies = [self._actors[role.of] for actor in named for role in actor.roles if role.of in self._actors]
        return tuple(dict.fromkeys(actor.known for actor in (*named, *bodies) if actor.known))


def _range(count: Count | None) -> Range | None:
    return None if count is None else Range(count.low, count.high, count.text)
