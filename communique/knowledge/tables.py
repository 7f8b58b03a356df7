"""Reads knowledge files into checked rows, and says in plain words what is wrong with a file that has a fault."""

from __future__ import annotations

import csv
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_origin

import msgspec

from communique.knowledge.explaining import explain, plain_types
from communique.knowledge.problems import Problem

LARGEST = 8 * 1024 * 1024  # bytes: a pack written by hand is a hundred times smaller
YES_NO = {"yes": True, "no": False}
S = TypeVar("S", bound=msgspec.Struct)


def read_csv(path: Path, row: type[S]) -> tuple[tuple[tuple[str, S], ...], tuple[Problem, ...]]:
    """The good rows of a CSV file, each with its place in it ("line 7 (sana)"), and the problems of the others."""
    text, problems = _text(path)
    if text is None:
        return (), problems
    good, bad = [], []
    listed, flags = _columns(row)
    reader = csv.reader(text.splitlines())
    header = next(reader, [])
    twice = {column for column in header if header.count(column) > 1}
    if twice or not header:
        what = f"column {', '.join(sorted(twice))} appears twice" if twice else "the file is empty"
        return (), (Problem(path.name, "line 1", f"{what}; the first line must name each column once"),)
    for cells in reader:
        if not any(cells):
            continue
        place = f"line {reader.line_num}" + (f" ({cells[0]})" if cells[0] else "")
        if len(cells) != len(header):
            counted = (
                f"{len(cells)} cells under {len(header)} columns: a cell with a comma in it needs quotes around it"
            )
            bad.append(Problem(path.name, place, counted))
            continue
        values = {name: _value(name, cell, listed, flags) for name, cell in zip(header, cells, strict=True) if cell}
        try:
            good.append((place, msgspec.convert(values, row, strict=False)))
        except msgspec.ValidationError as error:
            bad.append(Problem(path.name, place, explain(str(error), row)))
    return tuple(good), tuple(bad)


def read_toml(path: Path, shape: type[S]) -> tuple[S | None, tuple[Problem, ...]]:
    """The checked content of a TOML file, or None with the problem."""
    text, problems = _text(path)
    if text is None:
        return None, problems
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return None, (Problem(path.name, "", f"this is not valid TOML: {error}"),)
    return _checked(path, content, shape)


def read_json(path: Path, shape: type[S]) -> tuple[S | None, tuple[Problem, ...]]:
    """The checked content of a JSON file, or None with the problem."""
    text, problems = _text(path)
    if text is None:
        return None, problems
    try:
        content = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        return None, (Problem(path.name, "", f"this is not valid JSON: {error}"),)
    return _checked(path, content, shape)


def _checked(path: Path, content: Any, shape: type[S]) -> tuple[S | None, tuple[Problem, ...]]:
    try:
        return msgspec.convert(plain_types(content), shape), ()
    except msgspec.ValidationError as error:
        return None, (Problem(path.name, "", explain(str(error), shape, content)),)


def _text(path: Path) -> tuple[str | None, tuple[Problem, ...]]:
    try:
        if path.stat().st_size > LARGEST:
            return None, (
                Problem(path.name, "", f"the file is larger than {LARGEST // 1024 // 1024} MB; divide the pack"),
            )
        return path.read_text(encoding="utf-8-sig"), ()
    except UnicodeDecodeError as error:
        return None, (Problem(path.name, f"byte {error.start}", "this is not UTF-8; save the file as UTF-8"),)
    except OSError as error:
        return None, (Problem(path.name, "", f"the file cannot be read ({error.strerror})"),)


@cache
def _columns(row: type[msgspec.Struct]) -> tuple[frozenset[str], frozenset[str]]:
    fields = msgspec.structs.fields(row)
    listed = frozenset(field.encode_name for field in fields if get_origin(field.type) is tuple)
    return listed, frozenset(field.encode_name for field in fields if field.type is bool)


def _value(name: str, cell: str, listed: frozenset[str], flags: frozenset[str]) -> Any:
    if name in listed:
        return tuple(part.strip() for part in cell.split("|"))
    return YES_NO.get(cell, cell) if name in flags else cell.strip()
