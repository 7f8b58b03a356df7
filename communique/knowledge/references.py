"""What the entries of a pack refer to: every key that stands for something in another row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.knowledge.pack import Pack

Reference = tuple[str, str, str, Iterable[str]]  # file, entry, field, keys referred to
ACTORS = frozenset({"actors.csv", "officials.csv", "states.csv", "outlets.csv"})  # where those who act have their keys


def to_holders(pack: Pack) -> Iterator[Reference]:
    """The references to states, offices, bodies and people."""
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
        for number, term in enumerate(known.terms, start=1):
            yield "agreements.toml", f"{known.key}, term {number}", "parties", term.parties
            yield "agreements.toml", f"{known.key}, term {number}", "excluded", term.excluded
    for process in pack.processes:
        yield "processes.toml", process.key, "sponsors", process.sponsors
        yield "processes.toml", process.key, "parties", process.parties
    for rung in pack.ladder:
        yield "ladder.toml", f"rung {rung.rung}", "who", rung.who
    yield "pack.toml", pack.key, "countries", pack.countries
    for place in pack.places:
        yield "places.csv", place.key, "country", (place.country,)


def to_zones(pack: Pack) -> Iterator[Reference]:
    """The references to zones."""
    for known in pack.instruments:
        for number, term in enumerate(known.terms, start=1):
            yield "agreements.toml", f"{known.key}, term {number}", "zones", term.zones


def to_agreements(pack: Pack) -> Iterator[Reference]:
    """The references to agreements."""
    for zone in pack.zones:
        yield "zones.geojson", zone.key, "agreement", filter(None, [zone.agreement])
    for rung in pack.ladder:
        yield "ladder.toml", f"rung {rung.rung}", "agreement", filter(None, [rung.agreement])
