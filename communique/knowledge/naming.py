"""Fills the name index from the tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.knowledge.accords import KnownInstrument, KnownProcess
from communique.knowledge.entries import Body, Metonym, Official, Outlet, State
from communique.knowledge.general import General
from communique.knowledge.index import NameIndex
from communique.knowledge.known import Known, Sense
from communique.knowledge.names import Names
from communique.knowledge.pack import Pack
from communique.knowledge.phrases import Grammar, Phrasebook
from communique.knowledge.shelf import Shelf


def name_index(general: General, packs: Sequence[Pack]) -> tuple[NameIndex, dict[str, Known]]:
    """The index of all names, and each key's own entry. A pack's names stand before the general ones."""
    shelves = [*(pack.shelf for pack in packs), general.shelf]
    filling = _Filling(Names(general.folding), shelves)
    for pack in packs:
        filling.accords(pack.instruments, pack.processes)
    for shelf in shelves:
        filling.bodies(shelf.bodies)
    for shelf in shelves:
        filling.states(shelf.states)
        filling.officials(shelf.officials)
        filling.outlets(shelf.outlets)
        filling.metonyms(shelf.metonyms)
    book = Phrasebook(
        offices=general.offices,
        titles=general.titles,
        modifiers=general.modifiers,
        adjectives=filling.adjectives,
        own_names=filling.own_names,
    )
    grammar = Grammar(filling.names, book)
    return NameIndex(filling.names, grammar), filling.known


class _Filling:
    def __init__(self, names: Names, shelves: Sequence[Shelf]) -> None:
        self.names = names
        self.known: dict[str, Known] = {}
        self.adjectives = {state.key: state.adjective for shelf in shelves for state in shelf.states}
        self.own_names = {
            f"{m.state}:{m.office}": m.name for shelf in shelves for m in shelf.metonyms if m.canonical and m.office
        }

    def _add(self, known: Known, aliases: Iterable[str]) -> None:
        self.known.setdefault(known.key, known)
        for name in (*aliases, known.name):  # the aliases first: one of them may say that the name itself is weak
            self.names.add(name, known)

    def accords(self, instruments: Iterable[KnownInstrument], processes: Iterable[KnownProcess]) -> None:
        for instrument in instruments:
            self._add(Known(instrument.key, instrument.name, "instrument"), instrument.aliases)
        for process in processes:
            self._add(Known(process.key, process.name, "process"), process.aliases)

    def bodies(self, bodies: Iterable[Body]) -> None:
        for body in bodies:
            known = Known(body.key, body.name, body.kind, country=body.country, plural=body.plural)
            self._add(known, body.aliases)

    def states(self, states: Iterable[State]) -> None:
        for state in states:
            self._add(_of_state(state, "name"), (*state.aliases, *filter(None, [state.official])))
            for sense, names in (
                ("adjective", (state.adjective, *state.adjectives)),
                ("capital", state.capital_speaks),
            ):
                for name in names:
                    self.names.add(name, _of_state(state, "adjective" if sense == "adjective" else "capital"))
            for name in (*state.people, f"{state.adjective} people"):
                plain = name.rstrip("?")
                people = Known(f"{state.key}:people", plain, "people", "people", country=state.key, plural=True)
                self.names.add(name, people)

    def officials(self, officials: Iterable[Official]) -> None:
        for person in officials:
            role = (person.tenures[0].title, person.tenures[0].of) if len(person.tenures) == 1 else None
            known = _person(person, "name", role)
            self._add(known, person.aliases)
            for name in person.alone:
                self.names.add(name, _person(person, "surname", role))

    def outlets(self, outlets: Iterable[Outlet]) -> None:
        for outlet in outlets:
            self._add(Known(outlet.key, outlet.name, "outlet", country=outlet.country), outlet.aliases)

    def metonyms(self, metonyms: Iterable[Metonym]) -> None:
        for metonym in metonyms:
            key = f"{metonym.state}:{metonym.office}" if metonym.office else metonym.state
            name = self.own_names.get(key) or f"{self.adjectives.get(metonym.state, metonym.state)} {metonym.office}"
            known = Known(key, name, "government", "metonym", country=metonym.state)
            if metonym.office is None:
                known = self.known[metonym.state]
            for spelling in (*metonym.aliases, metonym.name):
                self.names.add(spelling, known)


def _of_state(state: State, sense: Sense) -> Known:
    return Known(state.key, state.name, "government", sense, country=state.key)


def _person(person: Official, sense: Sense, role: tuple[str, str] | None) -> Known:
    return Known(person.key, person.name, "person", sense, country=person.country, gender=person.gender, role=role)
