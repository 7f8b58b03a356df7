"""Everything that can be wrong with a pack beyond the form of its rows, told so that its author can put it right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from communique.knowledge.entries import Office
from communique.knowledge.gazetteer import Gazetteer
from communique.knowledge.general import read_general
from communique.knowledge.lines import located
from communique.knowledge.pack import Pack, pack_folder, read_pack
from communique.knowledge.problems import Problem, meant
from communique.knowledge.references import ACTORS, Reference, to_agreements, to_holders, to_zones
from communique.knowledge.rings import Points, misplaced, misplaced_place
from communique.knowledge.sense import doubtful, senseless
from communique.knowledge.shelf import Shelf

HINTS = 50  # of unknown keys that get the nearest known one: looking for it is slow, and more have one cause
LOCATED = 200  # problems whose line is looked up: nobody goes through more in one sitting
COMPARED = 2000  # places set beside one another, where the work grows with the square of their number


def check_pack(folder: str | Path) -> tuple[Problem, ...]:
    """Every problem of a pack, doubts among them; none if it may be used. KnowledgeError if there is no such folder."""
    place = pack_folder(folder)
    pack, problems = read_pack(place)
    if pack is None:
        return tuple(located(place, problem) for problem in problems)
    general, _ = read_general()
    # What a faulty file holds is not known: what refers to it is not called wrong for that.
    faulty = frozenset(problem.file for problem in problems)
    found = (
        *problems,
        *dangling(pack, general.shelf, general.offices, faulty=faulty),
        *senseless(pack),
        *_turned(pack),
        *doubtful(pack),
    )
    told = tuple(dict.fromkeys(found))
    return (*(located(place, problem) for problem in told[:LOCATED]), *told[LOCATED:])


def dangling(
    pack: Pack, general: Shelf, offices: tuple[Office, ...], *, faulty: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """The references of a pack to keys that neither the pack nor the general knowledge has.

    References into a `faulty` file are passed over.
    """
    own = pack.shelf
    states = {s.key for s in (*general.states, *own.states)}
    holders = states | {f"{state}:{office.key}" for state in states for office in offices}
    holders |= {body.key for body in (*general.bodies, *own.bodies)}
    holders |= {person.key for person in (*general.officials, *own.officials)}
    holders |= {outlet.key for outlet in (*general.outlets, *own.outlets)}
    zones, agreements = {zone.key for zone in pack.zones}, {known.key for known in pack.instruments}
    if not faulty & ACTORS:
        what = "a state, an office of a state, a body or a person (is a row of actors.csv missing?)"
        yield from _missing(to_holders(pack), holders, what)
    if "zones.geojson" not in faulty:
        yield from _missing(to_zones(pack), zones, "a zone in zones.geojson")
    if "agreements.toml" not in faulty:
        yield from _missing(to_agreements(pack), agreements, "an agreement in agreements.toml")


def _missing(references: Iterable[Reference], known: set[str], what: str) -> Iterator[Problem]:
    hints = HINTS
    for file, entry, field, keys in references:
        for key in keys:
            if key not in known:
                hints -= 1
                words = f"{field} names {key}, which is not known; it must be the key of {what}"
                yield Problem(file, entry, words + (meant(key, known) if hints >= 0 else ""), key)


def _turned(pack: Pack) -> Iterator[Problem]:
    """Zones and places whose longitude and latitude look exchanged."""
    gazetteer = Gazetteer.open()
    world = [(one.lon, one.lat) for one in gazetteer.in_countries(pack.countries) if one.lon is not None]
    gazetteer.close()
    own = [(place.lon, place.lat) for place in pack.places[:COMPARED]]
    for zone in pack.zones:
        yield from misplaced(zone, _points([*world, *own]))
    for at, place in enumerate(pack.places[:COMPARED]):
        yield from misplaced_place(place, _points([*world, *own[:at], *own[at + 1 :]]))


def _points(pairs: Iterable[tuple[float | None, float | None]]) -> Points:
    return np.asarray(list(pairs), dtype=np.float64).reshape(-1, 2)
