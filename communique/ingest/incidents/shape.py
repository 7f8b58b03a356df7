"""The shape of a table: which column means what, and how its codes and words are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

# Everything a column can mean. What each holds is told in docs/how-to/import.md, which a test compares with this.
FIELDS = (
    "id",
    "date",
    "end",
    "year",
    "date_precision",
    "place",
    "area",
    "zone",
    "lat",
    "lon",
    "place_precision",
    "within_km",
    "offset",
    "distance",
    "bearing",
    "type",
    "subtype",
    "weapon",
    "observed",
    "means",
    "first",
    "second",
    "accused",
    "victims",
    "parties",
    "killed",
    "killed_low",
    "killed_high",
    "injured",
    "injured_low",
    "injured_high",
    "count",
    "unit",
    "severity",
    "polarity",
    "notes",
    "source",
    "said_by",
    "outlet",
    "url",
    "published",
)

# The fields a rule for the type may look at.
TELLING = ("type", "subtype", "weapon", "observed", "notes")

Days = Literal["day", "week", "month", "year"]
Standing = Literal["accused", "victims", "parties"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A rule: where every field of `when` fits one of its patterns (`*` stands for anything), the type is `gives`.

    `first` and `second` say what the columns of those names make of whom they name.
    """

    gives: str
    when: tuple[tuple[str, tuple[str, ...]], ...] = ()
    first: Standing = "parties"
    second: Standing = "parties"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One shape of table. `columns` gives for a field the columns that may hold it, the first filled one counts.

    `days` and `kilometres` say what codes of precision mean; a code whose kilometres are None gives no point at all.
    """

    key: str
    dataset: str
    name: str
    columns: Mapping[str, tuple[str, ...]]
    recognised_by: tuple[str, ...] = ()
    delimiter: str | None = None
    decimal: str | None = None
    dates: tuple[str, ...] = ("YYYY-MM-DD",)
    between: str | None = None  # what parts several names in one cell
    either: str | None = None  # what parts names of whom only one is meant: " or "
    quoted: tuple[str, ...] = ()  # the fields whose words are the quotation; where it is empty, the notes
    zero: Literal["none", "none reported"] = "none"  # what 0 killed means
    coordinates: Literal["place", "observer"] = "place"
    constants: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # the old words in small letters
    days: Mapping[str, Days] = field(default_factory=dict)
    kilometres: Mapping[str, float | None] = field(default_factory=dict)
    parties: Mapping[str, str] = field(default_factory=dict)  # a name in the table → a key of a pack
    nobody: tuple[str, ...] = ()  # patterns of names that name nobody: "unidentified*"
    kinds: tuple[Kind, ...] = ()


def folded(header: str) -> str:
    """A column's name as columns are compared: small letters, what is neither letter nor digit one underscore."""
    bare = "".join(c if c.isalnum() else " " for c in header.casefold())
    return "_".join(bare.split())
