"""The gold set of truce and violation claims, typed: `load("build")`, `load("held")`.

Whatever stands in a text is given as the words themselves; `quoting.place` finds where they stand and `faults` says what
is wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import msgspec

from .kinds import Part

FOLDER = Path(__file__).parent

Quote = str | tuple[str, int]
"""Words of the text, with the number of their occurrence (from 1) where they stand in it more than once."""


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of all: a misspelt field in the gold is an error, never ignored."""


class Count(Shape, frozen=True):
    """A number with its bounds; a bound the words do not give is null."""

    words: Quote
    low: int | None
    high: int | None
    unit: str | None = None


class Line(Shape, frozen=True):
    """One line of a breakdown."""

    place: Quote
    count: Count


class Severity(Shape, frozen=True):
    value: str
    span: Quote


class Step(Shape, frozen=True):
    """A step on the response ladder; `of` names who is asked or acts."""

    rung: str
    fact: Literal["called for", "announced", "done", "ruled out"]
    span: Quote
    of: tuple[Quote, ...] = ()


Polarity = Literal["asserted", "denied", "not confirmed"]


class Truce(Shape, frozen=True):
    """What somebody says of a truce; `by` null means the text itself. Alternatives are parted with " | "."""

    span: Quote
    status: str
    by: str | None = None
    polarity: Polarity = "asserted"
    scope: Quote | None = None
    zones: tuple[str, ...] = ()
    instrument: str | None = None
    count: Count | None = None
    severity: Severity | None = None
    step: Step | None = None
    period: Quote | None = None
    cumulative: bool | None = None
    breakdown: tuple[Line, ...] = ()
    parties: tuple[str, ...] = ()
    rule: Quote | None = None


class Violation(Shape, frozen=True):
    """One alleged violation; alternatives in `by`, `type` and the parties are parted with " | "."""

    span: Quote
    type: str
    by: str | None = None
    polarity: Polarity = "asserted"
    accused: tuple[str, ...] = ()
    either: bool = False
    victims: tuple[str, ...] = ()
    killed: Count | None = None
    injured: Count | None = None
    count: Count | None = None
    weapon: Quote | None = None
    date: Quote | None = None
    place: Quote | None = None
    zone: str | None = None
    rule: Quote | None = None
    severity: Severity | None = None
    step: Step | None = None


Claim = Truce | Violation


class Item(Shape, frozen=True):
    """One text; `maybe` are words on which annotators may differ: a claim there is neither asked for nor held against.

    `earlier` are counts of the same kind that belong to a period before and are no claim's own.
    """

    id: str
    part: Part
    kind: str
    text: str
    published: str | None = None
    truce: tuple[Truce, ...] = ()
    violations: tuple[Violation, ...] = ()
    maybe: tuple[Quote, ...] = ()
    earlier: tuple[Quote, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims of both lists."""
        return (*self.truce, *self.violations)


def path_of(part: Part) -> Path:
    """The file of one half."""
    return (FOLDER / "held" if part == "held" else FOLDER) / "sentences.jsonl"


def load(part: Part) -> tuple[Item, ...]:
    """The items of one half, in order; msgspec.ValidationError where a line is not of this shape."""
    return read(path_of(part))


def read(path: Path) -> tuple[Item, ...]:
    """The items of a file in the form of the gold; msgspec.ValidationError names the field that is wrong."""
    return tuple(msgspec.json.decode(line, type=Item) for line in path.read_bytes().splitlines() if line.strip())


def alternatives(listed: str) -> tuple[str, ...]:
    """The acceptable values of a field that lists them with " | "."""
    return tuple(listed.split(" | "))


def counts(items: Sequence[Item]) -> dict[str, tuple[int, int]]:
    """How many items of the build and of the held half show each kind."""
    found = Counter((item.kind, item.part) for item in items)
    return {kind: (found[kind, "build"], found[kind, "held"]) for kind in dict.fromkeys(item.kind for item in items)}
