"""Where the model sees a violation to have happened: a place of the report, or words that name one no list holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.domain.actor import Mention
from communique.domain.provenance import Provenance
from communique.domain.span import Span
from communique.domain.truce import ViolationClaim
from communique.domain.where import Place
from communique.language.places import OF_A_VIOLATION
from communique.language.truce.deeds.nominal import trimmed
from communique.language.truce.learned.labels import PLACE
from communique.language.truce.learned.model import Told
from communique.language.truce.learned.shelf import Shelf
from communique.language.truce.scene import Scene

SURE = 0.6
"""How likely words must name a place."""
MOST = 200
"""Places of this kind a report: a page of nothing but names costs no more than a page of text."""
REACH = 20
"""Characters behind a claim within which its place may stand: what comes later is told of something else."""
LONGEST = 8
"""Words of a place's name: what is longer tells a way to it."""
BEFORE = frozenset(
    {"in", "at", "on", "to", "inside", "into", "from", "near", "outside", "around", "over", "by", "off", "beside"}
)
"""Prepositions before a name that are no part of it: a place has one name, whatever was near it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The violation claims with their places, and what of places and mentions is new."""

    violations: tuple[ViolationClaim, ...]
    places: tuple[Place, ...] = ()
    mentions: tuple[Mention, ...] = ()


class PlacesTold:
    """The places that the model marks in one report; `places` are those the report is known to name."""

    def __init__(self, scene: Scene, places: Sequence[Place]) -> None:
        self.scene, self.parse = scene, scene.parse
        self._where = [mention for mention in scene.places if mention.place]
        self._shelf = Shelf([mention.span for mention in self._where])
        self._ids = {place.name.casefold(): place.id for place in places}
        self._next = max((int(p.id[1:]) for p in places if p.id[1:].isdigit()), default=0) + 1
        self._people = {i for a in scene.actors for i in range(a.first, a.last + 1)}
        self._new: list[Place] = []
        self._mentions: list[Mention] = []

    def of_deeds(self, claims: Sequence[ViolationClaim]) -> Placed:
        """The claims, each without a place with the one that the model marks in its sentence."""
        told = tuple(
            claim if claim.place else replace(claim, place=self._place(claim.span, claim.said_in)) for claim in claims
        )
        return Placed(told, tuple(self._new), tuple(self._mentions))

    def _place(self, claim: Span, said_in: str | None) -> str | None:
        """The id of the first place marked in the claim's words, else in its sentence as far as the same one speaks."""
        words = self.parse.inside(claim)
        if not words:
            return None
        first, end = self.parse.sentences[self.parse.words[words[0]].sentence]
        marks = [t for t in self.scene.hearing.beside(PLACE, self.parse.span(first, end - 1)) if t.probability >= SURE]
        near = [t for t in marks if t.span.start < claim.end + REACH]
        marks = sorted(near, key=lambda t: (not claim.covers(t.span), t.span.start))
        ids = (self._listed(t.span) or self._unlisted(t, claim, said_in) for t in marks)
        return next((one for one in ids if one), None)

    def _listed(self, told: Span) -> str | None:
        inside = (self._where[n] for n in self._shelf.near(told))
        return next((mention.place for mention in inside if told.covers(mention.span)), None)

    def _unlisted(self, told: Told, claim: Span, said_in: str | None) -> str | None:
        """The id of a place made of the words themselves."""
        words = self._name(told.span)
        if not words or self._shelf.near(told.span) or len(self._new) >= MOST:
            return None
        span = self.parse.span(words[0], words[-1])
        if not span.overlaps(claim) and self.scene.areas.said_in(span) != said_in:
            return None
        return self._known(span, Provenance(self.scene.hearing.by, round(told.probability, 2)))

    def _name(self, told: Span) -> list[int]:
        """The words of a place, none where they hold no name or only that of a party.

        "The ground floor" is no place that two reports could have in common.
        """
        words = trimmed(self.parse, list(self.parse.inside(told)))
        while words and self.parse.words[words[0]].lower in BEFORE:
            words.pop(0)
        while words and self.parse.words[words[0]].pos == "DET":
            words.pop(0)
        names = [i for i in words if self.parse.words[i].pos == "PROPN"]
        return words if names and len(words) <= LONGEST and not self._people.issuperset(names) else []

    def _known(self, span: Span, made: Provenance) -> str:
        name = span.of(self.parse.text)
        known = self._ids.get(name.casefold())
        if known is None:
            known = self._ids[name.casefold()] = f"p{self._next}"
            self._next += 1
            self._new.append(Place(known, name, made))
        if all(mention.span != span for mention in self._mentions):
            self._mentions.append(Mention("", span, "place", made, place=known, reason=OF_A_VIOLATION))
        return known
