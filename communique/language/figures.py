"""The figures of a report while it is read: actors with their names, and where each is named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from communique.domain.span import Span
from communique.knowledge.known import Known

LETTERS = re.compile(r"[^\W_]+")
SMALL = {"the", "a", "an", "of", "for", "and", "in", "on", "to", "s", "at"}


def folded(text: str) -> str:
    """The text in lower case without diacritics and apostrophes."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in "'’`").lower()


def name_tokens(text: str) -> tuple[str, ...]:
    """The words of a name, folded; a hyphen parts them."""
    return tuple(t for t in LETTERS.findall(folded(text)) if t not in SMALL)


Offices = Callable[[str], Sequence[str]]  # the titles that the person with a known key is known to have held
OfficeOf = Callable[[str, str], Known | None]  # the office of a state: ("XV", "presidency") → "Varenian Presidency"


def no_office(country: str, office: str) -> Known | None:
    """The office of a state where nothing is known of it."""
    return None


def no_offices(key: str) -> Sequence[str]:
    """What is known of anybody's offices where nothing is."""
    return ()


def initials(name: str) -> str:
    """The acronym a name would have, folded: "sohr" for "Syrian Observatory for Human Rights"."""
    return "".join(t[0] for t in name_tokens(name))


@dataclass(slots=True)
class Figure:
    """One actor while the report is being read."""

    id: str
    name: str
    kind: str
    known: Known | None = None
    gender: str | None = None
    plural: bool = False
    described: bool = False  # named by a description only: "a source at the Police Command"
    anonymous: bool = False
    heads: set[str] = field(default_factory=set)  # lower-case nouns texts may refer to it by
    titles: list[tuple[str, Span, str | None]] = field(default_factory=list)
    members: tuple[str, ...] = ()
    country: str | None = None

    @property
    def tokens(self) -> tuple[str, ...]:
        return name_tokens(self.name)

    @property
    def is_person(self) -> bool:
        return self.kind == "person"


@dataclass(frozen=True, slots=True)
class Appearance:
    """A place where a figure is named, as word indices, and why it was taken to be that figure."""

    first: int
    last: int
    figure: str
    reason: str
    kind: str
