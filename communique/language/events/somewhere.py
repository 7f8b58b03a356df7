"""Where a deed was done when the place is on no list: "at the Ondava crossing", "on the ridge", "in Saltmere"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from communique.domain.actor import Mention
from communique.domain.provenance import Provenance
from communique.domain.span import Span
from communique.domain.where import Place
from communique.language.cast import Cast
from communique.language.events.grammar import Grammar
from communique.language.events.telling import telling

SITES = telling("somewhere", "sites")
KINDS = telling("somewhere", "kinds")
LEADING = telling("somewhere", "leading")
NO_PLACES = telling("somewhere", "no_places")
OTHER = telling("somewhere", "entities")  # of the parser: what it calls so is no place
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
CERTAIN = 0.6
"""How often such a phrase is the place the text ties to the deed, on the half of the gold set it was built on."""
MOST = 200
"""Places of this kind a report: a page of nothing but prepositions costs no more than a page of text."""


class Somewhere:
    """Finds phrases of place that no list holds, and keeps the places made of them, each name once.

    A place has the words for a name and neither coordinates nor a key. `spans` are what is something else already:
    dates, instruments, processes, places.
    """

    def __init__(self, grammar: Grammar, cast: Cast, spans: Collection[Span], places: Sequence[Place], by: str) -> None:
        self.grammar, self.words, self._by = grammar, grammar.words, by
        self._taken = {i for span in spans for i in grammar.parse.inside(span)}
        self._named = {i for a in cast.appearances if _somebody(cast, a.figure) for i in range(a.first, a.last + 1)}
        self._ids = {place.name.casefold(): place.id for place in places}
        self._next = max((int(p.id[1:]) for p in places if p.id[1:].isdigit()), default=0) + 1
        self.places: list[Place] = []
        self.mentions: list[Mention] = []

    def of(self, clause: Collection[int], near: int, where: Collection[str]) -> str | None:
        """The id of the place that the nearest such phrase of the clause tells; those that follow `near` come first."""
        found = sorted((head < near, abs(head - near), head) for head in self._heads(clause, where))
        return self._place(found[0][2]) if found and len(self.places) < MOST else None

    def object_of(self, verb: int) -> str | None:
        """The id of the place that is itself the object: "closed the pass"."""
        heads = [h for h in self.grammar.children(verb, "dobj", "nsubjpass") if self._site(h)]
        return self._place(heads[0]) if heads and len(self.places) < MOST else None

    def _heads(self, clause: Collection[int], where: Collection[str]) -> Iterator[int]:
        for i in sorted(clause):
            if self.words[i].dep in {"prep", "advmod"} and self.words[i].lower in where:
                yield from (h for h in self.grammar.children(i, "pobj") if self._site(h) or self._name(h))

    def _site(self, i: int) -> bool:
        """A definite noun for a piece of the ground, or one with a name before it."""
        word = self.words[i]
        if word.lower not in SITES | KINDS or i in self._taken or word.pos not in {"NOUN", "PROPN"}:
            return False
        before = [self.words[c] for c in self.grammar.children(i, "compound", "nmod")]
        if any(w.pos == "PROPN" and w.ent != "NORP" for w in before):
            return True
        return word.lower in SITES and bool(self.grammar.lowers(self.grammar.children(i, "det")) & DEFINITE)

    def _name(self, i: int) -> bool:
        """A name that is nobody's and nothing else's, with a preposition right before it."""
        word = self.words[i]
        if word.pos != "PROPN" or not word.text[:1].isupper() or word.ent in OTHER or word.lower in NO_PLACES:
            return False
        phrase = self._phrase(i)
        if any(k in self._taken or k in self._named for k in phrase) or self.grammar.children(
            i, "appos", "conj", "poss"
        ):
            return False
        return phrase[0] > 0 and self.words[phrase[0] - 1].lower in LEADING

    def _phrase(self, i: int) -> list[int]:
        own = [c for c in self.grammar.children(i, "compound", "amod", "nmod", "poss", "nummod") if c < i]
        deeper = [k for c in own for k in self._phrase(c)]
        return sorted({i, *own, *deeper})

    def _place(self, head: int) -> str:
        phrase = self._phrase(head)
        span = self.grammar.parse.span(phrase[0], head)
        name = span.of(self.grammar.parse.text)
        made = Provenance(self._by, CERTAIN)
        known = self._ids.get(name.casefold())
        if known is None:
            known = self._ids[name.casefold()] = f"p{self._next}"
            self._next += 1
            self.places.append(Place(known, name, made))
        mention = Mention("", span, "place", made, place=known, reason="of an event")
        if all(m.span != span for m in self.mentions):
            self.mentions.append(mention)
        return known


def _somebody(cast: Cast, figure: str) -> bool:
    """Whether the report tells of somebody more than that the parser calls the words a name."""
    one = cast.figures[figure]
    return one.known is not None or bool(one.titles) or one.described or len(one.tokens) > 2
