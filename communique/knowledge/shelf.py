"""The tables that the general knowledge and every pack have in common, read from one folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import msgspec

from communique.knowledge.entries import Body, Metonym, Official, Outlet, Period, State, Tenure, first_day, last_day
from communique.knowledge.problems import Problem
from communique.knowledge.rows import BodyRow, MetonymRow, OfficialRow, OutletRow, StateRow
from communique.knowledge.tables import read_csv

S = TypeVar("S", bound=msgspec.Struct)
Found = list[Problem]


@dataclass(frozen=True, slots=True)
class Shelf:
    """States, outlets, bodies, officials and metonyms."""

    states: tuple[State, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    bodies: tuple[Body, ...] = ()
    officials: tuple[Official, ...] = ()
    metonyms: tuple[Metonym, ...] = ()


def read_shelf(folder: Path, bodies: str) -> tuple[Shelf, tuple[Problem, ...]]:
    """What the folder's tables hold, and their problems; `bodies` is the name of the file with the bodies."""
    problems: Found = []
    shelf = Shelf(
        states=tuple(_state(row) for row in _rows(folder / "states.csv", StateRow, problems)),
        outlets=tuple(_outlet(row) for row in _rows(folder / "outlets.csv", OutletRow, problems)),
        bodies=tuple(_body(row) for row in _rows(folder / bodies, BodyRow, problems)),
        officials=_officials(_rows(folder / "officials.csv", OfficialRow, problems, key_once=False)),
        metonyms=tuple(_metonym(row) for row in _rows(folder / "metonyms.csv", MetonymRow, problems)),
    )
    return shelf, tuple(problems)


def merged(shelves: Iterable[Shelf]) -> tuple[Official, ...]:
    """The officials of all shelves; one who stands on two of them has the offices and spellings of both."""
    people: dict[str, Official] = {}
    for person in (person for shelf in shelves for person in shelf.officials):
        first = people.setdefault(person.key, person)
        if first is not person:
            people[person.key] = replace(
                first,
                tenures=tuple(dict.fromkeys((*first.tenures, *person.tenures))),
                aliases=tuple(dict.fromkeys((*first.aliases, *person.aliases))),
                alone=tuple(dict.fromkeys((*first.alone, *person.alone))),
            )
    return tuple(people.values())


def _rows(path: Path, shape: type[S], problems: Found, *, key_once: bool = True) -> list[S]:
    if not path.exists():
        return []
    rows, found = read_csv(path, shape)
    problems += found
    seen: set[str] = set()
    for place, row in rows:
        key = getattr(row, "key", None)
        if key_once and key is not None and key in seen:
            problems.append(
                Problem(path.name, place, f"the key {key} was used before; every key appears once in a file")
            )
        seen.add(key or "")
        start, end = getattr(row, "from_", None), getattr(row, "to", None)
        problems += backwards(path.name, place, Period(start, end))
    return [row for _, row in rows]


def backwards(file: str, entry: str, period: Period) -> tuple[Problem, ...]:
    """The problem of a period that ends before it begins, or that names a day there is not."""
    try:
        start = first_day(period.start) if period.start else None
        end = last_day(period.end) if period.end else None
    except ValueError:
        return (Problem(file, entry, f"{period.start} to {period.end}: one of them is a day that does not exist"),)
    if start and end and start > end:
        return (
            Problem(file, entry, f"it ends ({period.end}) before it begins ({period.start}); exchange the two dates"),
        )
    return ()


def _state(row: StateRow) -> State:
    return State(
        key=row.key,
        name=row.name,
        adjective=row.adjective,
        source=row.source,
        official=row.official,
        aliases=row.aliases,
        adjectives=row.adjectives,
        people=row.people,
        capital=row.capital,
        capital_speaks=row.capital_speaks,
    )


def _outlet(row: OutletRow) -> Outlet:
    return Outlet(
        key=row.key,
        name=row.name,
        source=row.source,
        aliases=row.aliases,
        owner=row.owner,
        owner_kind=row.owner_kind,
        country=row.country,
        domain=row.domain,
    )


def _body(row: BodyRow) -> Body:
    return Body(
        key=row.key,
        name=row.name,
        kind=row.kind,
        source=row.source,
        aliases=row.aliases,
        of=row.of,
        members=row.members,
        side=row.side,
        country=row.country,
        follows=row.follows,
        period=Period(row.from_, row.to),
        plural=row.plural,
    )


def _metonym(row: MetonymRow) -> Metonym:
    return Metonym(row.name, row.state, row.office, row.source, row.aliases, row.canonical)


def _officials(rows: Sequence[OfficialRow]) -> tuple[Official, ...]:
    by_key: dict[str, list[OfficialRow]] = {}
    for row in rows:
        by_key.setdefault(row.key, []).append(row)
    return tuple(_official(own) for own in by_key.values())


def _official(rows: Sequence[OfficialRow]) -> Official:
    first = rows[0]
    tenures = [Tenure(row.title, row.of, Period(row.from_, row.to), row.source) for row in rows]
    states = {row.of[:2] for row in rows if row.of[:2].isupper()}
    given = next((row.country for row in rows if row.country), None)
    return Official(
        key=first.key,
        name=first.name,
        tenures=tuple(sorted(tenures, key=lambda tenure: tenure.period.start or "")),
        aliases=tuple(dict.fromkeys(alias for row in rows for alias in row.aliases)),
        alone=tuple(dict.fromkeys(alias for row in rows for alias in row.alone)),
        gender=next((row.gender for row in rows if row.gender), None),
        country=given or (states.pop() if len(states) == 1 else None),
    )
