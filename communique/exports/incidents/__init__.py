"""Incidents for people, for spreadsheets and for programs: each claim with its chain, its quotation and its place."""

from communique.exports.incidents.listing import as_entry, as_summary
from communique.exports.incidents.rows import COLUMNS, as_line, as_rows

__all__ = ["COLUMNS", "as_entry", "as_line", "as_rows", "as_summary"]
