"""Who: the people, governments, organisations and groups of a report, and where each is mentioned."""

from __future__ import annotations

from dataclasses import dataclass

from communique.domain.provenance import Provenance
from communique.domain.span import Span

# Open vocabularies: these are the kinds the record uses today, in the words of the contract.
ACTOR_KINDS = ("person", "government", "organisation", "armed group", "people", "outlet", "unknown")
MENTION_KINDS = (
    "person",
    "organisation",
    "group",
    "place",
    "nationality",
    "instrument",
    "process",
    "date",
    "pronoun",
    "description",
)


@dataclass(frozen=True, slots=True)
class Role:
    """An office the report gives an actor ("Foreign Minister" of Russia), with the characters that say so."""

    title: str
    span: Span
    of: str | None = None  # an actor's id
    since: str | None = None  # ISO date from the knowledge pack, None where nothing says
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of one report; `known` is its key in the knowledge base, None where it is not in it."""

    id: str
    name: str
    kind: str
    made: Provenance
    roles: tuple[Role, ...] = ()
    country: str | None = None
    known: str | None = None
    members: tuple[str, ...] = ()  # actor ids, for "the two sides" and other sums of actors


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text where an actor, a place or another noun of the record is named."""

    id: str
    span: Span
    kind: str
    made: Provenance
    actor: str | None = None
    place: str | None = None
    reason: str | None = None  # why it was resolved as it was: "surname", "pronoun", "title", …
