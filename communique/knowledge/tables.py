"""Reads knowledge files into checked rows, and says in plain words what is wrong with a file that has a fault."""

from __future__ import annotations

import csv
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_origin

import msgspec

from communique.knowledge.explaining import explain, path_of, plain_types
from communique.knowledge.faults import MOST, faults
from communique.knowledge.lines import toml_line
from communique.knowledge.problems import Problem, meant

LARGEST = 8 * 1024 * 1024  # bytes: a pack written by hand is a hundred times smaller
_MISSING = re.compile(r"missing required field `([^`]+)`")
TOO_MANY = f"{MOST} faults are listed, and the rest of the file was not checked; put these right and check again"
YES_NO = {"yes": True, "no": False}
S = TypeVar("S", bound=msgspec.Struct)


def read_csv(path: Path, row: type[S]) -> tuple[tuple[tuple[str, S], ...], tuple[Problem, ...]]:
    """The good rows of a CSV file, each with its place in it ("line 7 (sana)"), and the problems of the others."""
    text, problems = _text(path)
    if text is None:
        return (), problems
    reader = csv.reader(text.splitlines())
    good: list[tuple[str, S]] = []
    bad: list[Problem] = []
    try:
        header = next(reader, [])
        if unusable := _unusable(header):
            return (), (Problem(path.name, "line 1", unusable),)
        bad += _header_problems(path, header, row)
        for cells in reader:
            place = f"line {reader.line_num}" + (f" ({cells[0]})" if cells and cells[0] else "")
            read, said = _row(cells, header, row) if any(cells) else (None, ())
            bad += [Problem(path.name, place, words) for words in said]
            if len(bad) >= MOST:
                bad.append(Problem(path.name, place, TOO_MANY))
                break
            if read is not None:
                good.append((place, read))
    except csv.Error as error:
        bad.append(Problem(path.name, f"line {reader.line_num}", f"this line cannot be read as CSV: {error}"))
    return tuple(good), tuple(bad)


def _row(cells: list[str], header: list[str], row: type[S]) -> tuple[S | None, tuple[str, ...]]:
    """The checked row, or None with what is wrong in words."""
    if len(cells) != len(header):
        counted = f"{len(cells)} cells under {len(header)} columns"
        return None, (f"{counted}: a cell with a comma in it needs quotes around it",)
    known, listed, flags = _columns(row)
    values = {
        name: _value(name, cell, listed, flags)
        for name, cell in zip(header, cells, strict=True)
        if cell and name in known
    }
    try:
        return msgspec.convert(values, row, strict=False), ()
    except msgspec.ValidationError:
        # A column that is missing or misspelt is told once, at the header, and not again in every row.
        absent = known.difference(header)
        found = faults(values, row, strict=False)
        told = (error for error in found if not absent.intersection(_MISSING.findall(error)))
        return None, tuple(explain(error, row) for error in told)


def read_toml(path: Path, shape: type[S]) -> tuple[S | None, tuple[Problem, ...]]:
    """The checked content of a TOML file, or None with the problem."""
    text, problems = _text(path)
    if text is None:
        return None, problems
    try:
        content = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return None, (Problem(path.name, "", f"this is not valid TOML: {error}"),)
    return _checked(path, content, shape, text)


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


def _checked(path: Path, content: Any, shape: type[S], toml: str = "") -> tuple[S | None, tuple[Problem, ...]]:
    plain = plain_types(content)
    try:
        return msgspec.convert(plain, shape), ()
    except msgspec.ValidationError as first:
        errors = faults(plain, shape) or (str(first),)
    more = (Problem(path.name, "", TOO_MANY),) if len(errors) >= MOST else ()
    lines = [toml_line(toml, path_of(error)) for error in errors]
    told = (
        Problem(path.name, f"line {line}" if line else "", explain(error, shape, content))
        for error, line in zip(errors, lines, strict=True)
    )
    return None, (*told, *more)


def _unusable(header: list[str]) -> str | None:
    """Why no row can be read under this first line, None where rows can."""
    twice = sorted({column for column in header if header.count(column) > 1})
    if not header:
        return "the file is empty; the first line must name each column once"
    if len(header) == 1 and ";" in header[0]:
        return "the columns are parted with semicolons; save the file with commas between them"
    if twice:
        return f"column {', '.join(twice)} appears twice; the first line must name each column once"
    return None


def _header_problems(path: Path, header: list[str], row: type[msgspec.Struct]) -> list[Problem]:
    fields = msgspec.structs.fields(row)
    known = [field.encode_name for field in fields]
    said = [
        f"the column {name or '(without a name)'} is not known here; known are {', '.join(known)}{meant(name, known)}"
        for name in header
        if name not in known
    ]
    said += [
        f"the column {field.encode_name} is missing; every row needs it"
        for field in fields
        if field.required and field.encode_name not in header
    ]
    return [Problem(path.name, "line 1", words) for words in said]


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
def _columns(row: type[msgspec.Struct]) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    # Kept, because msgspec works the fields out anew each time it is asked, which is dear for every row.
    fields = msgspec.structs.fields(row)
    known = frozenset(field.encode_name for field in fields)
    listed = frozenset(field.encode_name for field in fields if get_origin(field.type) is tuple)
    return known, listed, frozenset(field.encode_name for field in fields if field.type is bool)


def _value(name: str, cell: str, listed: frozenset[str], flags: frozenset[str]) -> Any:
    if name in listed:
        return tuple(part.strip() for part in cell.split("|"))
    return YES_NO.get(cell, cell) if name in flags else cell.strip()
