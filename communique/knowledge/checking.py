"""Checks that what a pack refers to exists: the parties of an agreement, its zones, the groups a group came out of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from communique.knowledge.entries import Office
from communique.knowledge.general import read_general
from communique.knowledge.pack import Pack, pack_folder, read_pack
from communique.knowledge.problems import Problem
from communique.knowledge.shelf import Shelf

Reference = tuple[str, str, str, Iterable[str]]  # file, entry, field, keys referred to


def check_pack(folder: str | Path) -> tuple[Problem, ...]:
    """Every problem of a pack, none if it may be used; KnowledgeError only where there is no such folder."""
    pack, problems = read_pack(pack_folder(folder))
    general, _ = read_general()
    return problems if pack is None else (*problems, *dangling(pack, general.shelf, general.offices))


def dangling(pack: Pack, general: Shelf, offices: tuple[Office, ...]) -> Iterator[Problem]:
    """The references of a pack to keys that neither the pack nor the general knowledge has."""
    own = pack.shelf
    states = {s.key for s in (*general.states, *own.states)}
    holders = states | {f"{state}:{office.key}" for state in states for office in offices}
    holders |= {body.key for body in (*general.bodies, *own.bodies)}
    holders |= {person.key for person in (*general.officials, *own.officials)}
    holders |= {outlet.key for outlet in (*general.outlets, *own.outlets)}
    zones, agreements = {zone.key for zone in pack.zones}, {known.key for known in pack.instruments}
    yield from _missing(_to_holders(pack), holders, "a state, an office of a state, a body or a person")
    yield from _missing(_to_zones(pack), zones, "a zone in zones.geojson")
    yield from _missing(_to_agreements(pack), agreements, "an agreement in agreements.toml")


def _to_holders(pack: Pack) -> Iterator[Reference]:
    for body in pack.shelf.bodies:
        yield "actors.csv", body.key, "of", filter(None, [body.of])
        yield "actors.csv", body.key, "members", body.members
        yield "actors.csv", body.key, "follows", body.follows
        yield "actors.csv", body.key, "country", filter(None, [body.country])
    for person in pack.shelf.officials:
        yield "officials.csv", person.key, "of", (tenure.of for tenure in person.tenures)
    for outlet in pack.shelf.outlets:
        yield "outlets.csv", outlet.key, "country", filter(None, [outlet.country])
    for known in pack.instruments:
        for field in ("parties", "guarantors", "excluded"):
            yield "agreements.toml", known.key, field, getattr(known, field)
        for term in known.terms:
            yield "agreements.toml", known.key, "parties of a term", term.parties
            yield "agreements.toml", known.key, "excluded of a term", term.excluded
    for process in pack.processes:
        yield "processes.toml", process.key, "sponsors", process.sponsors
        yield "processes.toml", process.key, "parties", process.parties
    for rung in pack.ladder:
        yield "ladder.toml", f"rung {rung.rung}", "who", rung.who
    yield "pack.toml", pack.key, "countries", pack.countries
    for place in pack.places:
        yield "places.csv", place.key, "country", (place.country,)


def _to_zones(pack: Pack) -> Iterator[Reference]:
    for known in pack.instruments:
        for term in known.terms:
            yield "agreements.toml", known.key, "zones of a term", term.zones


def _to_agreements(pack: Pack) -> Iterator[Reference]:
    for zone in pack.zones:
        yield "zones.geojson", zone.key, "agreement", filter(None, [zone.agreement])
    for rung in pack.ladder:
        yield "ladder.toml", f"rung {rung.rung}", "agreement", filter(None, [rung.agreement])


def _missing(references: Iterable[Reference], known: set[str], what: str) -> Iterator[Problem]:
    for file, entry, field, keys in references:
        for key in keys:
            if key not in known:
                yield Problem(file, entry, f"{field} names {key}, which is not known; it must be the key of {what}")
