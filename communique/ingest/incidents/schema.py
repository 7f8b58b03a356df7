"""What a mapping file may hold, key by key, as it is written."""

from __future__ import annotations

from typing import Literal

import msgspec

from communique.ingest.incidents.shape import Days, Standing

Words = str | list[str]


class TableSaid(msgspec.Struct, forbid_unknown_fields=True):
    delimiter: str | None = None
    decimal: Literal[".", ","] | None = None
    dates: Words | None = None
    between: str | None = None
    either: str | None = None
    quoted: list[str] = []
    zero: Literal["none", "none reported"] | None = None
    coordinates: Literal["place", "observer"] | None = None


class KindSaid(msgspec.Struct, forbid_unknown_fields=True):
    gives: str
    type: Words = []
    subtype: Words = []
    weapon: Words = []
    observed: Words = []
    notes: Words = []
    first: Standing = "parties"
    second: Standing = "parties"


class Mapped(msgspec.Struct, forbid_unknown_fields=True):
    dataset: str | None = None
    name: str | None = None
    source: str | None = None  # where the meaning of the table is told
    like: str | None = None
    recognised_by: list[str] = []
    table: TableSaid = msgspec.field(default_factory=TableSaid)
    columns: dict[str, Words] = {}
    constants: dict[str, str | int | float] = {}
    values: dict[str, dict[str, str]] = {}
    days: dict[str, Days] = {}
    kilometres: dict[str, float | Literal["unknown"]] = {}
    parties: dict[str, str] = {}
    nobody: list[str] = []
    kind: list[KindSaid] = []


def as_list(words: Words) -> list[str]:
    """A list of words, whether one was written or several."""
    return [words] if isinstance(words, str) else words
