"""The parts of an expectation: what one sample report must yield, in the words of the record format."""

from __future__ import annotations

import msgspec


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all: a misspelt field in an expectation is an error, never ignored."""


class Repeated(Shape, frozen=True, rename={"inside": "in"}):
    """A piece of text that stands in the report more than once: the `nth`, the one within `inside`."""

    text: str
    nth: int
    inside: str


Quote = str | Repeated


class Published(Shape, frozen=True):
    value: str
    basis: str


class Dateline(Shape, frozen=True):
    text: Quote
    place: str | None
    agency: str | None


class Statement(Shape, frozen=True):
    content: tuple[Quote, ...]
    source: Quote | None
    speakers: tuple[str, ...]
    chain: tuple[str, ...]
    stance: str
    mode: str
    told_to: str | None
    within: int | None
    anonymous: bool


class Instrument(Shape, frozen=True):
    text: Quote
    kind: str
    name: str
    date: str | None


class Process(Shape, frozen=True):
    text: Quote
    name: str
    round: int | None


class Date(Shape, frozen=True, rename={"start": "from", "end": "to"}):
    text: Quote
    start: str | None
    end: str | None
    precision: str


class Role(Shape, frozen=True):
    actor: str
    title: str
    of: str | None


class Event(Shape, frozen=True):
    type: str
    span: Quote
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    reality: str
    said_in: int | None


class Count(Shape, frozen=True):
    text: Quote
    low: int | None
    high: int | None
    unit: str | None = None


class Scope(Shape, frozen=True):
    text: Quote | None
    zones: tuple[str, ...]


class Step(Shape, frozen=True):
    rung: str
    text: Quote


class Truce(Shape, frozen=True):
    span: Quote
    status: str
    scope: Scope
    instrument: str | None
    violations: Count | None
    severity: str | None
    severity_span: Quote | None
    step: Step | None
    by: str
    said_in: int | None


class Violation(Shape, frozen=True):
    span: Quote
    type: str
    weapon: str | None
    date: str | None
    place: str | None
    alleged_party: tuple[str, ...]
    victims: tuple[str, ...]
    killed: Count | None
    injured: Count | None
    by: str
    said_in: int | None
