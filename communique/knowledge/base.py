"""What is known before reading, put together from the general tables and the packs in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from communique.knowledge.accords import KnownInstrument, KnownProcess, PackPlace, Rung, Zone
from communique.knowledge.checking import dangling
from communique.knowledge.entries import Body, Office, Official, State, Tenure, Title
from communique.knowledge.general import read_general
from communique.knowledge.index import NameIndex
from communique.knowledge.known import Known
from communique.knowledge.naming import name_index
from communique.knowledge.pack import Pack
from communique.knowledge.problems import refuse
from communique.knowledge.register import Officials, Outlets, Register
from communique.knowledge.shelf import merged

DEFAULT_PACKS = ("syria", "ukraine")


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything known before reading. `names` finds it in tokens; the registers look it up by name or key."""

    outlets: Outlets
    states: Register[State]
    igos: Register[Body]
    groups: Register[Body]
    officials: Officials
    instruments: Register[KnownInstrument]
    processes: Register[KnownProcess]
    zones: Register[Zone]
    offices: tuple[Office, ...]
    titles: tuple[Title, ...]
    ladder: tuple[Rung, ...]
    places: tuple[PackPlace, ...]
    packs: tuple[Pack, ...]
    names: NameIndex
    by_key: dict[str, Known]

    @staticmethod
    def load(*, packs: Sequence[str | Path] = DEFAULT_PACKS) -> Knowledge:
        """The general knowledge and the given packs: built-in names or folders. KnowledgeError lists the faults."""
        general, problems = read_general()
        refuse(problems)
        loaded = tuple(Pack.load(pack) for pack in packs)
        refuse([problem for pack in loaded for problem in dangling(pack, general.shelf, general.offices)])
        names, by_key = name_index(general, loaded)
        shelves = [general.shelf, *(pack.shelf for pack in loaded)]
        folding = general.folding
        return Knowledge(
            outlets=Outlets([outlet for shelf in shelves for outlet in shelf.outlets], folding),
            states=Register([state for shelf in shelves for state in shelf.states], folding),
            igos=Register(general.shelf.bodies, folding),
            groups=Register([body for pack in loaded for body in pack.shelf.bodies], folding),
            officials=Officials(merged(shelves), folding),
            instruments=Register([known for pack in loaded for known in pack.instruments], folding),
            processes=Register([process for pack in loaded for process in pack.processes], folding),
            zones=Register([zone for pack in loaded for zone in pack.zones], folding),
            offices=general.offices,
            titles=general.titles,
            ladder=tuple(rung for pack in loaded for rung in pack.ladder),
            places=tuple(place for pack in loaded for place in pack.places),
            packs=loaded,
            names=names,
            by_key=by_key,
        )

    def known(self, key: str) -> Known | None:
        """What a key stands for: "RU", "RU:foreign-ministry", "sergey-lavrov", "nusra-front", …"""
        state = self.by_key.get(key.partition(":")[0])
        return self.by_key.get(key) or (self.names.office(key, state) if state else None)

    def people(self, name: str) -> tuple[Official, ...]:
        """Everybody of that name, full or alone: candidates, more than one where the name is shared."""
        return self.officials.all_named(name)

    def holders(self, title: str, of: str, on: date | None = None) -> tuple[Official, ...]:
        """Who may have held an office that day: `holders("Foreign Minister", "RU", date(2017, 5, 18))`."""
        held: list[tuple[Official, Tenure]] = list(self.officials.holding(title, of))
        fitting = [person for person, tenure in held if on is None or tenure.period.may_hold(on)]
        return tuple(dict.fromkeys(fitting))
