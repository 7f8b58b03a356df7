"""The cells of a row by what they mean: columns found by their names, words translated, blanks made empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import TypeVar

from communique.errors import UnreadableSource
from communique.ingest.incidents.shape import FIELDS, Shape, folded

# What tables write where they know nothing.
BLANK = frozenset({"", "na", "n/a", "nan", "null", "none", "-", "–", "—", "."})
LONGEST_BLANK = max(map(len, BLANK))
MAX_NAME = 500
MAX_NOTES = 10_000
LONG = ("notes", "source", "url")

MOST_REMEMBERED = 10_000

T = TypeVar("T")
Cell = Callable[[Sequence[str]], str]


class Cells:
    """The cells of one table: `get[field](cells)` is a field's text, "" where the row has none."""

    def __init__(self, shape: Shape, header: Sequence[str]) -> None:
        """Raises `UnreadableSource` where a column that is mapped stands twice, or none is there for the date."""
        self.at = _places(shape, header)
        if "date" not in self.at and "date" not in shape.constants:
            wanted = " or ".join(shape.columns.get("date", ()))
            raise UnreadableSource(
                f"has no column for the date ({wanted}); its columns are {_shown(header)}. "
                "Describe it with a mapping: --as MAPPING.toml"
            )
        fields = dict.fromkeys((*FIELDS, *shape.columns))
        self.get = {field: self._cell(field, shape) for field in fields}
        self.raw = {field: self._cell(field, shape, translated=False) for field in fields}
        # Most tables lack most fields, and asking a hundred thousand rows for them takes as long as the others.
        self.there = {*self.at, *shape.constants}
        self.used = sorted({at for places in self.at.values() for at in places})

    def columns(self, *fields: str) -> list[int]:
        """The columns that hold any of the fields."""
        return sorted({at for field in fields for at in self.at.get(field, ())})

    def _cell(self, field: str, shape: Shape, *, translated: bool = True) -> Cell:
        places, constant = self.at.get(field, ()), shape.constants.get(field, "")
        if not places:
            return lambda cells: constant
        words = shape.values.get(field, {}) if translated else {}
        most = MAX_NOTES if field in LONG else MAX_NAME

        def cell(cells: Sequence[str]) -> str:
            for at in places:
                text = cells[at].strip()
                if not text or (len(text) <= LONGEST_BLANK and text.casefold() in BLANK):
                    continue
                if words:
                    text = words.get(" ".join(text.casefold().split()), text)
                return text if len(text) <= most else text[: most - 1] + "…"
            return constant

        return cell


def _places(shape: Shape, header: Sequence[str]) -> dict[str, tuple[int, ...]]:
    names = [folded(name) for name in header]
    found: dict[str, tuple[int, ...]] = {}
    for field, wanted in shape.columns.items():
        there = [name for name in wanted if name and name in names]
        twice = next((name for name in there if names.count(name) > 1), None)
        if twice is not None:
            raise UnreadableSource(f"has the column {header[names.index(twice)]!r} twice; rename or delete one of them")
        if there:
            found[field] = tuple(names.index(name) for name in there)
    return found


def parted(text: str, between: str | None) -> list[str]:
    """The names in a cell, in order, each once."""
    if not text:
        return []
    names = text.split(between) if between else [text]
    return list(dict.fromkeys(name.strip() for name in names if name.strip()))


def remembered(make: Callable[[Sequence[str]], T], at: Sequence[int]) -> Callable[[Sequence[str]], T]:
    """What `make` makes of the cells, made once for rows that have the same in the columns `at`, all it looks at.

    The same days, sides and figures come again and again in a table: half of the time an import takes is saved.
    """
    pick: Callable[[Sequence[str]], object] = itemgetter(*at) if at else lambda _: None
    known: dict[object, T] = {}

    def of(cells: Sequence[str]) -> T:
        key = pick(cells)
        if key not in known:
            if len(known) >= MOST_REMEMBERED:
                known.clear()
            known[key] = make(cells)
        return known[key]

    return of


def code_of(text: str) -> str:
    """A code, also where a program has made a fraction of it: "1.0" is 1."""
    return text.removesuffix(".0")


def line(text: str) -> str:
    """The text on one line: a name with a line break in it is the same name."""
    return " ".join(text.split())


def _shown(header: Sequence[str]) -> str:
    names = [name or "(no name)" for name in header]
    return ", ".join(names[:40]) + (f" and {len(names) - 40} more" if len(names) > 40 else "")
