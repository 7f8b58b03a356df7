"""The figures of one half, or of another file in the form of the gold."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bench.figures import Sheet
from bench.truce.claims import marks
from bench.truce.marks import Card, Mark
from bench.truce.reading import readings
from communique.flow.reading import Reader
from tests.gold.truce.gold import FOLDER, Item, read


def scored(path: Path, chosen: Reader) -> list[tuple[Item, Mark]]:
    """Prints F1 of claims and of each field, and gives the marks they are from."""
    sheet = Sheet("truce", path)
    name = half_of(path)
    items = read(path)
    found = [(item, mark) for item, reading in readings(items, chosen) for mark in marks(item, reading)]
    _lines(sheet, name, found)
    _line_of_empty(sheet, name, found, items)
    return found


def together(name: str, found: Sequence[tuple[Item, Mark]]) -> None:
    """Prints the figures of several files as of one."""
    _lines(Sheet("truce"), name, found)


def _lines(sheet: Sheet, name: str, found: Sequence[tuple[Item, Mark]]) -> None:
    for field, tally in card(found).tallies.items():
        sheet.line(f"{name}: {field} F1", tally.f1, "%", tally.note())


def _line_of_empty(sheet: Sheet, name: str, found: Sequence[tuple[Item, Mark]], items: Sequence[Item]) -> None:
    """Texts that hold no claim, and how many of them none is read out of."""
    empty = [item.id for item in items if not item.claims]
    misread = {item.id for item, mark in found if mark.found and item.id in empty}
    share = 100 * (1 - len(misread) / len(empty)) if empty else 100.0
    sheet.line(f"{name}: texts without a claim, none read", share, "%", f"{len(empty) - len(misread)} of {len(empty)}")


def half_of(path: Path) -> str:
    """How the figures of a file are headed."""
    if path.parent.name == "held":
        return "held" if path.stem in {"sentences", "incidents"} else f"held, {path.stem}"
    return "build" if path.parent == FOLDER else path.stem


def card(found: Sequence[tuple[Item, Mark]]) -> Card:
    """The tallies of the marks."""
    made = Card()
    made.add(mark for _, mark in found)
    return made
