"""The finished cast as the record's nouns."""

from __future__ import annotations

from communique.domain.actor import Actor, Mention, Role
from communique.domain.provenance import Provenance
from communique.language.cast import Cast
from communique.language.figures import Figure

BY = "actors@1"
# How sure a way of resolving a name is; measured ones come with the speakers' confidences of statements.
SURENESS = {"known": 0.95, "name": 0.85, "surname": 0.9, "acronym": 0.9}
MENTION_KIND = {
    "person": "person",
    "armed group": "group",
    "people": "group",
    "pronoun": "pronoun",
    "description": "description",
}


def actors_of(cast: Cast) -> tuple[Actor, ...]:
    """The actors, in the order they were first understood."""
    appearing = {a.figure for a in cast.appearances}
    keys = {f.known.key: f.id for f in cast.figures.values() if f.known}
    return tuple(_actor(f, keys) for f in cast.figures.values() if f.id in appearing)


def _actor(figure: Figure, keys: dict[str, str]) -> Actor:
    roles = {(title, of): Role(title, span, keys.get(of or "")) for title, span, of in reversed(figure.titles)}
    return Actor(
        id=figure.id,
        name=figure.name,
        kind=figure.kind,
        made=Provenance(BY, 0.95 if figure.known else 0.7 if figure.described else 0.85),
        roles=tuple(sorted(roles.values(), key=lambda r: r.span)),
        country=figure.country,
        known=figure.known.key if figure.known else None,
        members=figure.members,
    )


def mentions_of(cast: Cast) -> tuple[Mention, ...]:
    """Every appearance of an actor; ids are given when all mentions are together."""
    return tuple(
        Mention(
            "",
            cast.parse.span(a.first, a.last),
            MENTION_KIND.get(a.kind, "organisation"),
            Provenance(BY, SURENESS.get(a.reason, 0.7)),
            actor=a.figure,
            reason=a.reason,
        )
        for a in cast.appearances
    )
