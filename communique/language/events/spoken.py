"""What a speaker does by speaking: an order in quotation marks is a request, "No to the map" a refusal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.domain.attribution import Statement
from communique.language.events.grammar import Grammar, is_verb
from communique.language.events.triggers import Trigger

REFUSALS = frozenset({"no", "never"})
ANSWERS = frozenset({"to", "way"})
MARKS = frozenset({"PUNCT", "SPACE"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """A cue that is a deed itself, and the verb of the order it gives, if it gives one."""

    trigger: Trigger
    ordered: int | None = None


def spoken(grammar: Grammar, statements: Sequence[Statement], found: Mapping[int, Trigger]) -> Iterator[Spoken]:
    """The cues of direct speech by which something is asked or refused, of those that no trigger tells already."""
    for statement in statements:
        if statement.mode != "direct" or not statement.cue or not statement.content:
            continue
        cue = [i for i in grammar.parse.inside(statement.cue[0]) if is_verb(grammar.words[i])]
        words = [i for i in grammar.parse.inside(statement.content[0]) if grammar.words[i].pos not in MARKS]
        if not cue or not words or cue[0] in found:
            continue
        first = grammar.words[words[0]]
        if first.lower in REFUSALS and len(words) > 1 and grammar.words[words[1]].lower in ANSWERS:
            yield Spoken(Trigger(cue[0], cue[0], "REJECT", None, 1))
        elif first.tag == "VB" and (first.i in found or any(c in found for c in grammar.parse.children[first.i])):
            yield Spoken(Trigger(cue[0], cue[0], "REQUEST", None, 1), first.i)
