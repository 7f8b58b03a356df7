"""Rows of imported tables as the record keeps them: what a row says, apart from the file it came in."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, is_dataclass
from dataclasses import fields as fields_of
from functools import cache, reduce
from operator import or_
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from communique.domain.incident import IncidentClaim, Opinion
from communique.errors import RecordError

ImportedRow = IncidentClaim | Opinion
Kind = Literal["incident", "tally"]


@dataclass(frozen=True, slots=True)
class Landed:
    """How many rows were new, how many came with other content than before, how many were in the record already."""

    new: int = 0
    changed: int = 0
    there: int = 0

    def __add__(self, other: Landed) -> Landed:
        return Landed(self.new + other.new, self.changed + other.changed, self.there + other.there)


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset in the record: its name and how many of its rows stand as incidents and as tallies."""

    name: str
    incidents: int
    tallies: int


def kind_of(row: ImportedRow) -> Kind:
    """`tally` for an opinion that counts, `incident` for a claim about one happening."""
    return "incident" if isinstance(row, IncidentClaim) else "tally"


def period_of(row: ImportedRow) -> tuple[str | None, str | None]:
    """The first and the last day a row speaks of, None where it does not say."""
    if isinstance(row, IncidentClaim):
        return row.start, row.end or row.start
    if row.tally is not None and (row.tally.start or row.tally.end):
        return row.tally.start or row.tally.end, row.tally.end or row.tally.start
    return row.as_of, row.as_of


def document_of(row: ImportedRow) -> str:
    """What the row says as one JSON object; what is unset is left out, so a field added later changes no old row.

    Raises `RecordError` for text that is no text (half of a surrogate pair).
    """
    noun: Any = type(row)
    said = msgspec.convert(row, _shape(noun), from_attributes=True)
    # Where a row was found is no part of what it says: the same row in a newer download of the table is the same row.
    said.cited.source, said.cited.row = "", None
    try:
        return msgspec.json.encode(said).decode()
    except (UnicodeEncodeError, msgspec.MsgspecError) as why:
        raise RecordError(f"The row {row.key!r} holds what is no text: {why}. Re-encode the table as UTF-8.") from why


def restored(kind: str, document: str) -> ImportedRow:
    """The row that `document_of` wrote, its file and number filled in; `RecordError` for a document that is no row."""
    shape: Any = IncidentClaim if kind == "incident" else Opinion
    try:
        row: ImportedRow = msgspec.json.decode(document, type=shape)
    except msgspec.MsgspecError as why:
        raise RecordError(f"An imported row is not as it was kept: {why}. The record was tampered with.") from why
    return row


@cache
def _shape(noun: Any) -> Any:
    """The noun as a struct that leaves out what is unset: made from the noun, so that no field of it is forgotten."""
    hints = get_type_hints(noun)
    fields = [
        (f.name, _shaped(hints[f.name]), *(() if f.default is MISSING else (f.default,))) for f in fields_of(noun)
    ]
    return msgspec.defstruct(noun.__name__, fields, omit_defaults=True)


def _shaped(hint: Any) -> Any:
    """The type with every noun in it as its struct."""
    noun: Any = hint
    if is_dataclass(hint):
        return _shape(noun)
    inner = tuple(_shaped(one) for one in get_args(hint))
    if get_origin(hint) is UnionType:
        return reduce(or_, inner)
    return tuple.__class_getitem__(inner) if get_origin(hint) is tuple else hint
