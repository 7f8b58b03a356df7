"""The deeds of a report: the words that tell of an event, how real each is, and the characters that name it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.domain.attribution import Statement
from communique.domain.span import Span
from communique.language.events.extents import extent
from communique.language.events.grammar import Grammar
from communique.language.events.lexicon import event_words
from communique.language.events.modes import mode_of
from communique.language.events.nominal import Nominals
from communique.language.events.reality import CALLED_FOR, Realities
from communique.language.events.settling import settled
from communique.language.events.spoken import spoken
from communique.language.events.triggers import Trigger, Triggers


@dataclass(frozen=True, slots=True)
class Deed:
    """A trigger that tells of an event, with its reality and the characters that name it."""

    trigger: Trigger
    reality: str
    span: Span


def deeds(grammar: Grammar, statements: Sequence[Statement], told: Sequence[bool]) -> list[Deed]:
    """The deeds of a report in reading order; `told` says of each word whether it is somebody's indirect words."""
    every = triggers(grammar)
    by_speaking = list(spoken(grammar, statements, every))
    ordered = {s.ordered for s in by_speaking}
    every |= {s.trigger.word: s.trigger for s in by_speaking}
    realities = Realities(grammar, every)
    found: list[Deed] = []
    for i in sorted(every):
        reality = realities.of(every[i], told=told[i])
        if reality is not None:
            real = CALLED_FOR if every[i].verb in ordered else reality
            trigger = replace(every[i], mode=mode_of(grammar, every[i], every, event_words()))
            found.append(Deed(trigger, real, extent(grammar, trigger, every)))
    return found


def triggers(grammar: Grammar) -> dict[int, Trigger]:
    """The triggers of all sentences by their word."""
    finder, nominals = Triggers(grammar, event_words()), Nominals(grammar, event_words())
    every: dict[int, Trigger] = {}
    for first, end in grammar.parse.sentences:
        verbs = {t.word: t for t in finder.verbs(first, end)}
        both = verbs | {t.word: t for t in nominals.find(first, end, verbs)}
        if both:
            every |= settled(grammar, both, Realities(grammar, both))
    return every
