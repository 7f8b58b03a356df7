"""Numbers as tables write them: counts with their bounds, and degrees."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from communique.ingest.incidents.faults import BadCell

# Longer than any count of people or shots; what is longer is no count.
LARGEST = 10_000_000

_WHOLE = re.compile(r"(\d{1,9})(?:[.,]0{1,2})?", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:([.,'\u2019\u00a0\u202f ])\d{3})(?:\1\d{3})*", re.ASCII)
_BETWEEN = re.compile(r"(\d{1,9})\s*(?:[-–—]|to)\s*(\d{1,9})", re.ASCII)
_FROM = re.compile(r"(?:at least|>=|≥)\s*(\d{1,9})|(\d{1,9})\s*\+", re.ASCII)
_DEGREES = re.compile(
    r"[+\-\u2212]?\d{1,3}(?:[.,]\d{1,20})?|[+\-\u2212]?\d{1,3}(?:[.,]\d{1,20})?[eE]-?\d{1,2}", re.ASCII
)


@lru_cache(maxsize=4096)
def count(cell: str, decimal: str | None) -> tuple[int, int | None]:
    """The bounds of a count: "7", "7.0", "1 900", "2-3", "10+"; the upper one None where the cell leaves it open.

    `decimal` is the table's decimal sign, None where nothing says. Raises `BadCell` without the field's name.
    """
    if found := _WHOLE.fullmatch(cell):
        return _bounded(cell, found[1], found[1])
    if found := _GROUPED.fullmatch(cell):
        if (found[1] in ".," and decimal is None) or found[1] == decimal:
            raise BadCell(
                f'"{cell}" may be {cell.split(found[1])[0]} or {re.sub(r"[^0-9]", "", cell)} '
                "(a mapping can say which: decimal = …)"
            )
        digits = re.sub(r"[^0-9]", "", cell)
        return _bounded(cell, digits, digits)
    if found := _BETWEEN.fullmatch(cell):
        return _bounded(cell, found[1], found[2])
    if found := _FROM.fullmatch(cell):
        return _bounded(cell, found[1] or found[2], None)
    raise BadCell(f'"{cell[:40]}" is no count (allowed are whole numbers from 0, such as 7, 2-3 or 10+)')


def degrees(cell: str, name: str, most: int) -> float:
    """Degrees between -`most` and `most`, with a decimal point or a decimal comma; raises `BadCell`."""
    if not _DEGREES.fullmatch(cell):
        raise BadCell(f'{name} "{cell[:40]}" is no number of degrees (such as 48.62 or -3,5)')
    value = float(cell.replace(",", ".").replace("\u2212", "-"))
    if not -most <= value <= most:
        raise BadCell(f"{name} {cell} lies outside -{most}..{most}")
    return value


def kilometres(cell: str, name: str) -> float:
    """A distance from 0 up in kilometres; raises `BadCell`."""
    try:
        value = float(cell.replace(",", "."))
    except ValueError:
        value = math.nan
    if not 0 <= value <= 20_000:
        raise BadCell(f'{name} "{cell[:40]}" is no number of kilometres from 0 to 20000')
    return value


def _bounded(cell: str, low: str, high: str | None) -> tuple[int, int | None]:
    first, last = int(low), None if high is None else int(high)
    if first > LARGEST or (last is not None and last > LARGEST):
        raise BadCell(f'"{cell[:40]}" is more than {LARGEST:,}, which no count here reaches')
    if last is not None and last < first:
        raise BadCell(f'"{cell[:40]}" runs backwards')
    return first, last
