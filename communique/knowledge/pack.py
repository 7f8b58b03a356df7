"""A conflict pack: one folder of checked files about one conflict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from communique.errors import KnowledgeError
from communique.knowledge.accords import (
    InForce,
    KnownInstrument,
    KnownProcess,
    PackPlace,
    Round,
    Rung,
    Term,
    Zone,
)
from communique.knowledge.entries import Period
from communique.knowledge.problems import Problem, refuse
from communique.knowledge.rings import ring_problems
from communique.knowledge.rows import (
    AgreementRow,
    AgreementsFile,
    Feature,
    LadderFile,
    PackRow,
    PlaceRow,
    Polygon,
    ProcessesFile,
    ProcessRow,
    RungRow,
    ZonesFile,
)
from communique.knowledge.shelf import Shelf, backwards, read_shelf
from communique.knowledge.tables import read_csv, read_json, read_toml

BUILT_IN = Path(__file__).with_name("packs")
FILES = (
    "pack.toml",
    "actors.csv",
    "officials.csv",
    "agreements.toml",
    "processes.toml",
    "zones.geojson",
    "ladder.toml",
    "places.csv",
    "outlets.csv",
    "states.csv",
    "metonyms.csv",
)
S = TypeVar("S", bound=msgspec.Struct)


@dataclass(frozen=True, slots=True)
class Pack:
    """What is known about one conflict before reading."""

    key: str
    name: str
    about: str
    countries: tuple[str, ...]
    sources: tuple[str, ...]
    period: Period
    shelf: Shelf
    instruments: tuple[KnownInstrument, ...] = ()
    processes: tuple[KnownProcess, ...] = ()
    zones: tuple[Zone, ...] = ()
    ladder: tuple[Rung, ...] = ()
    places: tuple[PackPlace, ...] = ()

    @staticmethod
    def load(folder: str | Path) -> Pack:
        """The pack in that folder, or the built-in one of that name; KnowledgeError lists what is wrong with it."""
        pack, problems = read_pack(pack_folder(folder))
        refuse(problems, of=f"the pack {folder}")
        if pack is None:
            raise KnowledgeError(f"{folder}: the pack has no pack.toml")
        return pack


def pack_folder(name: str | Path) -> Path:
    """Where a pack lies: a folder as given, or the built-in pack of that name. KnowledgeError if there is neither."""
    for folder in (Path(name), BUILT_IN / name):
        if folder.is_dir():
            return folder
    built_in = ", ".join(sorted(p.name for p in BUILT_IN.iterdir() if p.is_dir()))
    raise KnowledgeError(
        f"there is no pack {name}: give the folder of a pack, or one of the built-in packs: {built_in}"
    )


def read_pack(folder: Path) -> tuple[Pack | None, tuple[Problem, ...]]:
    """The pack as far as its files can be read, and every problem of their form."""
    head, found = read_toml(folder / "pack.toml", PackRow)
    problems = [*found, *_strangers(folder)]
    shelf, found = read_shelf(folder, "actors.csv")
    problems += found
    agreements = _toml(folder / "agreements.toml", AgreementsFile, problems)
    processes = _toml(folder / "processes.toml", ProcessesFile, problems)
    ladder = _toml(folder / "ladder.toml", LadderFile, problems)
    zones = _zones(folder / "zones.geojson", problems)
    places = _places(folder / "places.csv", problems)
    if head is None:
        return None, tuple(problems)
    pack = Pack(
        key=head.key,
        name=head.name,
        about=head.about,
        countries=head.countries,
        sources=head.sources,
        period=Period(head.from_, head.to),
        shelf=shelf,
        instruments=tuple(_instrument(row) for row in agreements.agreement) if agreements else (),
        processes=tuple(_process(row) for row in processes.process) if processes else (),
        zones=zones,
        ladder=tuple(_rung(row) for row in ladder.rung) if ladder else (),
        places=places,
    )
    return pack, (*problems, *_dates(pack), *_twice(pack))


def _strangers(folder: Path) -> list[Problem]:
    """Data files that no one would read: most often a misspelt name."""
    return [
        Problem(path.name, "", f"no file of a pack has this name; the names are {', '.join(FILES)}")
        for path in sorted(folder.iterdir())
        if path.suffix in (".csv", ".toml", ".geojson", ".json") and path.name not in FILES
    ]


def _toml(path: Path, shape: type[S], problems: list[Problem]) -> S | None:
    if not path.exists():
        return None
    content, found = read_toml(path, shape)
    problems += found
    return content


def _places(path: Path, problems: list[Problem]) -> tuple[PackPlace, ...]:
    if not path.exists():
        return ()
    rows, found = read_csv(path, PlaceRow)
    problems += found
    return tuple(
        PackPlace(r.key, r.name, r.country, r.lat, r.lon, r.kind, r.precision, r.source, r.aliases) for _, r in rows
    )


def _zones(path: Path, problems: list[Problem]) -> tuple[Zone, ...]:
    if not path.exists():
        return ()
    content, found = read_json(path, ZonesFile)
    problems += found
    zones = tuple(_zone(feature) for feature in content.features) if content else ()
    for zone in zones:
        problems += ring_problems(zone)
    return zones


def _zone(feature: Feature) -> Zone:
    shape, about = feature.geometry, feature.properties
    polygons = (shape.coordinates,) if isinstance(shape, Polygon) else shape.coordinates
    return Zone(
        key=about.key,
        name=about.name,
        source=about.source,
        precision=about.precision,
        rings=tuple(polygon[0] for polygon in polygons if polygon),
        aliases=about.aliases,
        agreement=about.agreement,
        holes=tuple(ring for polygon in polygons for ring in polygon[1:]),
        edge_km=about.edge_km,
    )


def _instrument(row: AgreementRow) -> KnownInstrument:
    terms = (
        Term(t.clause, t.effect, t.text, zones=t.zones, parties=t.parties, excluded=t.excluded, breaches=t.breaches)
        for t in row.term
    )
    return KnownInstrument(
        key=row.key,
        kind=row.kind,
        name=row.name,
        source=row.source,
        aliases=row.aliases,
        adopted=row.adopted,
        in_force=tuple(InForce(held.says, Period(held.from_, held.to), held.source) for held in row.in_force),
        parties=row.parties,
        guarantors=row.guarantors,
        excluded=row.excluded,
        terms=tuple(terms),
    )


def _rung(row: RungRow) -> Rung:
    return Rung(row.rung, row.name, row.source, row.phrases, row.who, row.agreement)


def _process(row: ProcessRow) -> KnownProcess:
    rounds = (Round(r.number, Period(r.from_, r.to), r.place, r.source or row.source, r.name) for r in row.round)
    return KnownProcess(
        key=row.key,
        name=row.name,
        source=row.source,
        aliases=row.aliases,
        period=Period(row.from_, row.to),
        sponsors=row.sponsors,
        parties=row.parties,
        rounds=tuple(rounds),
    )


def _dates(pack: Pack) -> list[Problem]:
    spans = [("pack.toml", pack.key, pack.period)]
    for known in pack.instruments:
        spans += [("agreements.toml", known.key, held.period) for held in known.in_force]
        spans.append(("agreements.toml", known.key, Period(known.adopted)))
    for process in pack.processes:
        spans += [("processes.toml", f"{process.key}, round {r.number or r.name}", r.period) for r in process.rounds]
        spans.append(("processes.toml", process.key, process.period))
    return [problem for file, entry, period in spans for problem in backwards(file, entry, period)]


def _twice(pack: Pack) -> list[Problem]:
    problems = []
    lists: tuple[tuple[str, Sequence[str]], ...] = (
        ("agreements.toml", [known.key for known in pack.instruments]),
        ("processes.toml", [known.key for known in pack.processes]),
        ("zones.geojson", [zone.key for zone in pack.zones]),
        ("places.csv", [place.key for place in pack.places]),
    )
    for file, keys in lists:
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            problems.append(Problem(file, key, "this key appears more than once; every key appears once in a file"))
    return problems
