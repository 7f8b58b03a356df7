"""Shapes as TOML: the ones that come with Communiqué and a user's own mapping, checked with messages to act on."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import msgspec

from communique.domain.truce import POLARITIES, SEVERITIES
from communique.errors import SettingsError
from communique.ingest.incidents.days import reader
from communique.ingest.incidents.kinds import LEVELS, OPEN, is_type
from communique.ingest.incidents.numbers import kilometres
from communique.ingest.incidents.shape import FIELDS, TELLING, Days, Kind, Shape, Standing, folded
from communique.ingest.incidents.table import DELIMITERS
from communique.knowledge.violations import TYPES

MAX_BYTES = 1_000_000

Words = str | list[str]


class _Table(msgspec.Struct, forbid_unknown_fields=True):
    delimiter: str | None = None
    decimal: Literal[".", ","] | None = None
    dates: Words | None = None
    between: str | None = None
    either: str | None = None
    quoted: list[str] = []
    zero: Literal["none", "none reported"] | None = None
    coordinates: Literal["place", "observer"] | None = None


class _Kind(msgspec.Struct, forbid_unknown_fields=True):
    gives: str
    type: Words = []
    subtype: Words = []
    weapon: Words = []
    observed: Words = []
    notes: Words = []
    first: Standing = "parties"
    second: Standing = "parties"


class _Mapping(msgspec.Struct, forbid_unknown_fields=True):
    dataset: str | None = None
    name: str | None = None
    source: str | None = None  # where the meaning of the table is told
    like: str | None = None
    recognised_by: list[str] = []
    table: _Table = msgspec.field(default_factory=_Table)
    columns: dict[str, Words] = {}
    constants: dict[str, str | int | float] = {}
    values: dict[str, dict[str, str]] = {}
    days: dict[str, Days] = {}
    kilometres: dict[str, float | Literal["unknown"]] = {}
    parties: dict[str, str] = {}
    nobody: list[str] = []
    kind: list[_Kind] = []


class _Wrong(ValueError):
    """What is wrong with a mapping, without the name of its file."""


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
        raise SettingsError(f"There is no shape {key!r}. There are {_listed(s.key for s in shapes())}, and mappings.")
    return found


def check_dataset(name: str) -> None:
    """A `SettingsError` if a dataset cannot be called so; keys begin with the name and a colon."""
    if not re.fullmatch(r"[^\s:](?:[^:\n\r\t]{0,58}[^\s:])?", name):
        raise SettingsError(f"A dataset cannot be called {name!r}: allowed are 1 to 60 characters without a colon.")


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
    except _Wrong as why:
        raise SettingsError(f"The mapping {path}: {why}") from why


def _shape(key: str, text: str) -> Shape:
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as why:
        raise _Wrong(f"it is not TOML: {why}.") from why
    _known(raw, _Mapping, "")
    try:
        made = msgspec.convert(raw, _Mapping)
    except msgspec.ValidationError as why:
        raise _Wrong(f"{why}.") from why
    _check(made)
    shape = _built(key, made) if made.like is None else _over(_base(made.like), key, made)
    if not shape.columns.get("date") and "date" not in shape.constants:
        raise _Wrong('it names no column for the date: add date = "name of the column" under [columns].')
    return shape


def _base(like: str) -> Shape:
    try:
        return named(like)
    except SettingsError as why:
        raise _Wrong(f"like: {why}") from why


def _built(key: str, made: _Mapping) -> Shape:
    if not (made.dataset or "").strip():
        raise _Wrong('it has no dataset: give the table a short name, such as dataset = "VOC"; keys begin with it.')
    blank = Shape(key=key, dataset="", name="", columns={})
    return _over(blank, key, made)


def _over(base: Shape, key: str, made: _Mapping) -> Shape:
    """The base with everything that the mapping says in its place or beside it."""
    table, own = made.table, {f: tuple(folded(c) for c in _list(c)) for f, c in made.columns.items()}
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
        dates=tuple(_list(table.dates or [])) or base.dates,
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


def _rule(kind: _Kind) -> Kind:
    when = tuple((f, tuple(_list(getattr(kind, f)))) for f in TELLING if getattr(kind, f))
    return Kind(kind.gives, when, kind.first, kind.second)


def _check(made: _Mapping) -> None:
    try:
        check_dataset(made.dataset or "unnamed")
    except SettingsError as why:
        raise _Wrong(str(why)) from why
    for where, names in (("columns", made.columns), ("constants", made.constants), ("values", made.values)):
        for name in names:
            if name not in FIELDS:
                raise _Wrong(f"[{where}] {name} is no field{_meant(name, FIELDS)}. Fields are {_listed(FIELDS)}.")
    for name in made.table.quoted:
        if name not in FIELDS:
            raise _Wrong(f"quoted: {name} is no field{_meant(name, FIELDS)}. Fields are {_listed(FIELDS)}.")
    if made.table.delimiter is not None and made.table.delimiter not in DELIMITERS:
        raise _Wrong(f"delimiter {made.table.delimiter!r} is not allowed; write one of , ; | or \\t.")
    for given in (*(kind.gives for kind in made.kind), *made.values.get("type", {}).values()):
        if not is_type(given):
            raise _Wrong(_unknown_type(given))
    try:
        reader(_list(made.table.dates or []))
        for code in made.kilometres.values():
            if code != "unknown":
                kilometres(str(code), "[kilometres]")
    except ValueError as why:
        raise _Wrong(f"{why}.") from why
    _allowed(made, "polarity", POLARITIES)
    _allowed(made, "severity", SEVERITIES)


def _unknown_type(text: str) -> str:
    first = text.partition("/")[0]
    if first not in TYPES:
        known = _listed((*LEVELS, *OPEN))
        return f'the type "{text}" is unknown{_meant(first, LEVELS)}. It begins with one of {known}.'
    hint = _meant(text, [f"{first}/{second}" for second in TYPES[first]])
    return f'the type "{text}" is unknown{hint}. Behind {first}/ stands one of {_listed(TYPES[first])}.'


def _allowed(made: _Mapping, field: str, words: Sequence[str]) -> None:
    given = [*made.values.get(field, {}).values(), *([str(made.constants[field])] if field in made.constants else [])]
    for word in given:
        if word and word not in words:
            raise _Wrong(f'{field} "{word}" is unknown; allowed are {_listed(words)}.')


def _known(raw: Mapping[str, Any], shape: Any, where: str) -> None:
    """Says which key of a table is misspelt, and how it may have been meant, before the types are looked at."""
    known = {field.encode_name: field.type for field in msgspec.structs.fields(shape)}
    for key, value in raw.items():
        if key not in known:
            raise _Wrong(f"{where}{key} is unknown{_meant(key, known)}. Known are {_listed(known)}.")
        if key == "table" and isinstance(value, dict):
            _known(value, _Table, "[table] ")
        if key == "kind" and isinstance(value, list):
            for rule in value:
                _known(rule if isinstance(rule, dict) else {}, _Kind, "[[kind]] ")


def _meant(name: str, known: Any) -> str:
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f": did you mean {close[0]}?" if close else ""


def _listed(words: Any) -> str:
    return ", ".join(words)


def _list(words: Words) -> list[str]:
    return [words] if isinstance(words, str) else words


def _word(text: str) -> str:
    return " ".join(text.casefold().split())
