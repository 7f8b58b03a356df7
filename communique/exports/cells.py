"""Cells of a table for spreadsheets: what anybody wrote in a report must not run there."""

from __future__ import annotations

from communique.exports.visible import plain

Cell = str | int | float
# A spreadsheet takes a cell that begins so for a formula; the last four are the wide forms of the first four.
FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def cell(value: Cell | None) -> Cell:
    """The value on one line without control characters, empty for None; text like a formula has an apostrophe first."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    text = " ".join(plain(value).split())
    return f"'{text}" if text.startswith(FORMULA) else text
