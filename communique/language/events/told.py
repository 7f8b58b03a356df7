"""What the lexicon of events says stands between two actors: a clue for the classifier, with how real the deed is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.language.events.deeds import Deed, deeds, triggers
from communique.language.events.grammar import Grammar
from communique.language.events.reality import HAPPENED, HYPOTHETICAL, MAYBE
from communique.language.events.triggers import Trigger
from communique.language.events.types import is_conflict, quad_of
from communique.language.words import Parse

SWALLOWED = "swallowed"
"""In the place of a reality: the deed of another word holds it, as a threat holds what is threatened."""
NOTHING = "nothing"
JOINING = frozenset({"top", "path"})


@dataclass(frozen=True, slots=True)
class Told:
    """The lexicon's triggers of one parse by their word, and how real each is."""

    triggers: dict[int, Trigger]
    realities: dict[int, str]

    @classmethod
    def of(cls, parse: Parse) -> Told:
        """Everything the lexicon finds in the parse, whoever says it."""
        grammar = Grammar(parse)
        found = deeds(grammar, (), [False] * len(parse.words))
        return cls(triggers(grammar), {d.trigger.word: _real(grammar, d) for d in found})

    def clues(self, parse: Parse, first: int, last: int, top: int, path: tuple[int, ...]) -> tuple[str, ...]:
        """Types with their place and reality, for the words from `first` up to `last`; `path` joins the actors."""
        joining = {top, *path}
        hanging = {c for i in joining for c in parse.children[i]}
        found: list[str] = []
        for i, trigger in self.triggers.items():
            if first <= i < last:
                where = _where(i, trigger, top, joining, hanging)
                found += _clues(trigger, where, self.realities.get(i, SWALLOWED))
        return tuple(found or [NOTHING])


def _real(grammar: Grammar, deed: Deed) -> str:
    """Its reality; "may have launched" is a deed of the past that somebody supposes, and no threat."""
    helpers = grammar.lowers(grammar.helpers(deed.trigger.verb))
    return HAPPENED if deed.reality == HYPOTHETICAL and helpers & MAYBE and "have" in helpers else deed.reality


def _where(i: int, trigger: Trigger, top: int, joining: set[int], hanging: set[int]) -> str:
    if top in (i, trigger.verb):
        return "top"
    return "path" if i in joining else "near" if i in hanging else "far"


def _clues(trigger: Trigger, where: str, reality: str) -> Iterator[str]:
    kind = trigger.type
    yield kind
    yield f"{where}:{kind}"
    yield f"{where}:{kind}:{reality}"
    if trigger.mode:
        yield f"mode:{kind}:{trigger.mode}"
    if where in JOINING:  # what mood makes of a deed depends on its side more than on its type
        yield f"joins:{kind}"
        yield f"joins:{kind}:{reality}"
        yield f"joins:{quad_of(kind)}:{reality}"
        yield f"joins:{'conflict' if is_conflict(kind) else 'cooperation'}:{reality}"
