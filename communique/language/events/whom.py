"""From a noun phrase to the actor it means: one of the cast, or a new one for people and bodies the text describes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.domain.attribution import Statement
from communique.domain.span import Span
from communique.language.actor_words import load_actor_words
from communique.language.cast import Cast
from communique.language.events.grammar import is_verb
from communique.language.events.lexicon import event_words
from communique.language.events.telling import telling
from communique.language.figures import Appearance
from communique.language.references import SIDES, Resolver
from communique.language.referent import Situation
from communique.language.words import Parse

_PRONOUNS = telling("whom", "pronouns")
_KEPT = 12
_BESIDE = frozenset({"near", "outside", "around"})
_ON = frozenset({"road", "highway", "border", "outskirts", "front", "edge", "coast", "bridge", "route", "way"})
_LEFT_OUT = frozenset({"relcl", "acl", "punct", "conj", "cc", "appos"})
_CIRCUMSTANCE = frozenset({"between", "near", "during", "after", "before", "along", "amid"})
_THINGS = telling("whom", "things")


class Whom:
    """Resolves the phrases of one report; the cast grows by those it describes."""

    def __init__(
        self,
        parse: Parse,
        cast: Cast,
        statements: Sequence[Statement],
        places: Sequence[Span] = (),
        dated: frozenset[int] = frozenset(),
    ) -> None:
        self.parse, self.cast, self.words = parse, cast, parse.words
        self._where = {i for span in places for i in parse.inside(span)}
        self._dated = dated
        self._met: tuple[str, ...] = ()
        self.resolver = Resolver(cast)
        self._said = [
            (s.content[0].start, tuple(cast.figures[a] for a in s.source_actors if a in cast.figures))
            for s in statements
            if s.content
        ]

    def ids(self, heads: Sequence[int], said_in: Statement | None, *, doer: bool = False) -> tuple[str, ...]:
        """The ids of the actors the phrases mean, in order and each once; a phrase that means none is left out.

        An unknown name is taken for an actor where it is a `doer`; elsewhere it may be a thing.
        """
        found: dict[str, None] = {}
        for head in heads:
            for key in self._one(head, said_in, doer):
                found.setdefault(key)
        return tuple(found)

    def met(self, actors: Iterable[str]) -> None:
        """Notes who has just been told to have met: "the two sides" are they."""
        self._met = tuple(sorted(actors, key=list(self.cast.figures).index))

    def _acts(self, head: int) -> bool:
        """Whether the head is a name nobody knows, neither a date nor a place: "Orsane may seize it"."""
        word = self.words[head]
        if word.lower in load_actor_words().arms:  # "Shell hits market": a headline's capital makes no name
            return False
        return word.pos == "PROPN" and word.ent not in {"DATE", "TIME", "LAW", "EVENT"} and head not in self._where

    def _stands_near(self, head: int) -> bool:
        """Whether it is a name behind a preposition of place, read as a doer: "shelling near Velm had injured one"."""
        first = head
        while first and self.words[first].pos == self.words[first - 1].pos == "PROPN":
            first -= 1
        return self.words[head].pos == "PROPN" and first > 0 and self.words[first - 1].lower in _BESIDE

    def _one(self, head: int, said_in: Statement | None, doer: bool) -> tuple[str, ...]:
        word = self.words[head]
        if self._met and self._both(head):
            return self._met
        if doer and self._stands_near(head):
            return ()
        named = self._named(head)
        if named:
            return tuple(a.figure for a in named)
        if word.pos == "PRON" and word.lower not in _PRONOUNS:
            return ()
        if word.pos == "PRON":
            if not doer and word.lower in _THINGS:
                return ()
        elif word.lower not in event_words().actors and not (doer and self._acts(head)):
            return ()
        phrase = self._phrase(head)
        referent = self.resolver.resolve(phrase, self._situation(word.start, said_in))
        for figure in referent.figures:
            kind = "pronoun" if word.pos == "PRON" else "description"
            self.cast.appear(phrase[0], phrase[-1], figure, referent.reason, kind)
        return tuple(f.id for f in referent.figures)

    def _both(self, head: int) -> bool:
        """Whether the phrase is "the two sides", "both ministers" or "both"."""
        word = self.words[head]
        before = {self.words[c].lower for c in self.parse.children[head]}
        return word.lower == "both" or (word.tag == "NNS" and bool(before & {"two", "both"}) and word.lower in SIDES)

    def _named(self, head: int) -> list[Appearance]:
        """The appearance that covers the head, or that stands beside it: "Foreign Minister Irena Sollos"."""
        over = [a for a in self.cast.appearances if a.first <= head <= a.last and not self._place(a)]
        if over:
            least = min(a.last - a.first for a in over)
            return [a for a in over if a.last - a.first == least]
        thing = self.words[head].pos == "NOUN" and self.words[head].lower not in event_words().actors
        ties = {"appos"} if thing else {"appos", "compound", "nmod"}  # "the Ondava crossing" is nobody
        beside = {c for c in self.parse.children[head] if self.words[c].dep in ties}
        for appearance in self.cast.appearances:
            figure = self.cast.figures[appearance.figure]
            if (
                figure.is_person
                and not self._place(appearance)
                and any(appearance.first <= c <= appearance.last for c in beside)
            ):
                return [appearance]
        return []

    def _place(self, appearance: Appearance) -> bool:
        """Whether it is a town that was taken for a name."""
        words = range(appearance.first, appearance.last + 1)
        return appearance.kind != "government" and self._where.issuperset(words)

    def _phrase(self, head: int) -> range:
        """The noun phrase in a row, without clauses, dates and circumstances: "on 19 March army artillery"."""
        first = last = head
        todo, deep = [head], 0
        while todo and deep < 40:
            deep += 1
            for c in self.parse.children[todo.pop()]:
                word = self.words[c]
                clause = is_verb(word) and word.dep != "amod"
                if word.dep in _LEFT_OUT or clause or c in self._dated or (c > head and self._circumstance(c)):
                    continue
                first, last = min(first, c), max(last, c)
                todo.append(c)
        return range(self._after_dates(first, head), last + 1)

    def _circumstance(self, i: int) -> bool:
        """Whether it says where or when, and not who: "a convoy on the road", but "the working group on detainees"."""
        word = self.words[i]
        on = word.lower == "on" and any(self.words[c].lower in _ON for c in self.parse.children[i])
        return word.dep == "prep" and (on or word.lower in _CIRCUMSTANCE)

    def _after_dates(self, first: int, head: int) -> int:
        """Where the phrase begins once a date that the parse has drawn into it is cut off."""
        times = {"TIME", "DATE"} - {self.words[head].ent}
        drawn = (i for i in range(first, head) if i in self._dated or self.words[i].ent in times)
        return max((i + 1 for i in drawn), default=first)

    def _situation(self, start: int, said_in: Statement | None) -> Situation:
        before = [figures for at, figures in self._said if at < start and figures]
        enclosing = tuple(
            self.cast.figures[a] for a in (said_in.source_actors if said_in else ()) if a in self.cast.figures
        )
        direct = said_in is not None and said_in.mode == "direct"
        return Situation(tuple(before[-_KEPT:]), enclosing, direct)
