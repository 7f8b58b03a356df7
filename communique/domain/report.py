"""A report as it was taken in: its text, where it came from, and the anatomy of a wire report."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from communique.domain.span import Span

Basis = Literal["metadata", "dateline", "url", "given"]
Precision = Literal["day", "month", "year", "unknown"]


@dataclass(frozen=True, slots=True)
class Published:
    """When the report says it appeared, and how we know."""

    value: date
    precision: Precision
    basis: Basis


@dataclass(frozen=True, slots=True)
class Dateline:
    """The opening "MOSCOW, SANA –": place and agency are None where the text does not name them."""

    span: Span
    place: str | None
    agency: str | None


@dataclass(frozen=True, slots=True)
class Anatomy:
    """Which characters are the article itself and which stand around it.

    `body` holds the paragraphs that are read; `subheads` are read too, as headings. `furniture` (navigation,
    related headlines, share counts) is kept in the text and never read as fact.
    """

    body: tuple[Span, ...] = ()
    headline: Span | None = None
    dateline: Dateline | None = None
    byline: Span | None = None
    subheads: tuple[Span, ...] = ()
    furniture: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """One report. `text` never changes after ingest: every span of the record is a range of it."""

    id: str
    source: str
    sha256: str
    text: str
    anatomy: Anatomy = field(default_factory=Anatomy)
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    published: Published | None = None
    title: str | None = None
    author: str | None = None
    skipped: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A source that could not be turned into a report, and why: what happened and what is allowed."""

    id: str
    source: str
    error: str
    sha256: str | None = None
