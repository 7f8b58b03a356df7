"""Shapes as TOML: the ones that come with Communiqué and a user's own mapping, checked with messages to act on."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec

from communique.errors import SettingsError
from communique.ingest.incidents.checking import Wrong, check, check_keys, listed
from communique.ingest.incidents.schema import KindSaid, Mapped, as_list
from communique.ingest.incidents.shape import TELLING, Kind, Shape, folded

MAX_BYTES = 1_000_000


@cache
def shapes() -> tuple[Shape, ...]:
    """The shapes that come with Communiqué, by key."""
    folder = files("communique.ingest.incidents") / "shapes"
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(_shape(f.name.removesuffix(".toml"), f.read_text(encoding="utf-8")) for f in found)


def named(key: str) -> Shape:
    """The shape that comes with Communiqué under this key; a `SettingsError` that lists them all for any other."""
    found = next((shape for shape in shapes() if shape.key == key.casefold()), None)
    if found is None:
        raise SettingsError(
            f"There is no shape {key!r}. There are {listed(s.key for s in shapes())}, tally, and mappings."
        )
    return found


def load_mapping(path: Path) -> Shape:
    """The shape that a user's mapping file describes; a `SettingsError` that says what to change if it is not right."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise SettingsError(f"The mapping {path} has more than {MAX_BYTES:,} bytes; is it the table itself?")
        return _shape(path.stem, path.read_text(encoding="utf-8-sig"))
    except OSError as why:
        raise SettingsError(f"The mapping {path} cannot be read: {why.strerror}.") from why
    except UnicodeDecodeError as why:
        raise SettingsError(f"The mapping {path} is not UTF-8 text; is it the table itself?") from why
    except Wrong as why:
        raise SettingsError(f"The mapping {path}: {why}") from why


def _shape(key: str, text: str) -> Shape:
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as why:
        raise Wrong(f"it is not TOML: {why}.") from why
    check_keys(raw, Mapped, "")
    try:
        made = msgspec.convert(raw, Mapped)
    except msgspec.ValidationError as why:
        raise Wrong(f"{why}.") from why
    check(made)
    shape = _built(key, made) if made.like is None else _over(_base(made.like), key, made)
    if not shape.columns.get("date") and "date" not in shape.constants:
        raise Wrong('it names no column for the date: add date = "name of the column" under [columns].')
    return shape


def _base(like: str) -> Shape:
    try:
        return named(like)
    except SettingsError as why:
        raise Wrong(f"like: {why}") from why


def _built(key: str, made: Mapped) -> Shape:
    if not (made.dataset or "").strip():
        raise Wrong('it has no dataset: give the table a short name, such as dataset = "VOC"; keys begin with it.')
    blank = Shape(key=key, dataset="", name="", columns={})
    return _over(blank, key, made)


def _over(base: Shape, key: str, made: Mapped) -> Shape:
    """The base with everything that the mapping says in its place or beside it."""
    table, own = made.table, {f: tuple(folded(c) for c in as_list(c)) for f, c in made.columns.items()}
    values = {f: {_word(old): new for old, new in words.items()} for f, words in made.values.items()}
    return replace(
        base,
        key=key,
        dataset=made.dataset or base.dataset,
        name=made.name or made.dataset or base.name,
        columns={**base.columns, **own},
        recognised_by=tuple(folded(c) for c in made.recognised_by) or base.recognised_by,
        delimiter=table.delimiter or base.delimiter,
        decimal=table.decimal or base.decimal,
        dates=tuple(as_list(table.dates or [])) or base.dates,
        between=table.between or base.between,
        either=table.either or base.either,
        quoted=tuple(table.quoted) or base.quoted,
        zero=table.zero or base.zero,
        coordinates=table.coordinates or base.coordinates,
        constants={**base.constants, **{f: str(value) for f, value in made.constants.items()}},
        values={f: {**base.values.get(f, {}), **values.get(f, {})} for f in {*base.values, *values}},
        days={**base.days, **made.days},
        kilometres={**base.kilometres, **{c: None if k == "unknown" else k for c, k in made.kilometres.items()}},
        parties={**base.parties, **{_word(name): party for name, party in made.parties.items()}},
        nobody=(*made.nobody, *base.nobody),
        kinds=(*map(_rule, made.kind), *base.kinds),
    )


def _rule(kind: KindSaid) -> Kind:
    when = tuple((f, tuple(as_list(getattr(kind, f)))) for f in TELLING if getattr(kind, f))
    return Kind(kind.gives, when, kind.first, kind.second)


def _word(text: str) -> str:
    return " ".join(text.casefold().split())
