"""The characters that name a deed: the verb with its helpers and objects, or the noun with its modifiers."""

from __future__ import annotations

from collections.abc import Collection

from communique.domain.span import Span
from communique.language.events.grammar import Grammar, is_verb
from communique.language.events.lexicon import event_words
from communique.language.events.roles import HARMED
from communique.language.events.telling import telling
from communique.language.events.triggers import Trigger

_BEFORE = frozenset({"aux", "auxpass", "neg", "advmod"})
_PARTS = frozenset({"dobj", "prt", "dative", "acomp", "attr", "oprd"})
_LONGEST = 14  # words of a trigger
_NEAR = 7  # words from a verb back to the beginning of the thing it is said of
_COMPLEMENTS = frozenset({"prep", "prt", "advmod", "ccomp", "xcomp"})
_CLAUSES = frozenset({"ccomp", "xcomp"})
_LIGHT = telling("extents", "light")
_OF_THINGS = telling("extents", "of_things")


def extent(grammar: Grammar, trigger: Trigger, others: Collection[int] = frozenset()) -> Span:
    """The span of a trigger, without doer, place and date; words of `others`, the other triggers, are not taken in."""
    words = grammar.words
    chosen = {trigger.word}
    if trigger.noun:
        if trigger.verb != trigger.word:
            chosen |= {trigger.verb, *_helpers(grammar, trigger.verb)}
        chosen |= {c for c in grammar.parse.children[trigger.word] if c < trigger.word and words[c].dep != "poss"}
    else:
        chosen |= _helpers(grammar, trigger.word)
        for c in grammar.parse.children[trigger.word]:
            if c > trigger.word and words[c].dep in _PARTS and not is_verb(words[c]):
                chosen |= _phrase(grammar, c)
        harm = words[trigger.word].lower in HARMED
        if harm and trigger.word + 1 < len(words) and words[trigger.word + 1].lower == "as":
            chosen = _helpers(grammar, trigger.word)  # a headline: "injured as the army fires"
        if max(chosen) == trigger.word and not harm:
            chosen = _said_in_full(grammar, trigger.word, chosen, set(others) - {trigger.word})
    first, last = min(chosen), max(chosen)
    if last - first >= _LONGEST:
        first, last = max(first, trigger.word - 3), min(last, trigger.word + _LONGEST)
    return grammar.parse.span(first, last)


def _said_in_full(grammar: Grammar, verb: int, chosen: set[int], others: set[int]) -> set[int]:
    """A bare verb with what it needs to be understood: "let them see it", "came under fire", "the paper was signed"."""
    words = grammar.words
    if words[verb].lower in _LIGHT:
        behind = [c for c in grammar.parse.children[verb] if c > verb and words[c].dep in _COMPLEMENTS]
        for c in behind[:1]:
            more = set(range(verb, max(_phrase(grammar, c)) + 1))
            if words[c].dep in _CLAUSES:
                more = set(range(verb, max(c, *_phrase(grammar, c)) + 1))
            if len(more) <= _LONGEST and not more & others:
                return chosen | more
    for c in grammar.children(verb, "nsubjpass") + (
        grammar.children(verb, "nsubj") if words[verb].lower in _OF_THINGS else []
    ):
        thing = _phrase(grammar, c)
        near = max(thing) < min(chosen) and min(chosen) - max(thing) <= 2 and verb - min(thing) <= _NEAR
        if near and _is_thing(grammar, c) and not set(range(min(thing), verb)) & others:
            return chosen | thing
    return chosen


def _is_thing(grammar: Grammar, noun: int) -> bool:
    word = grammar.words[noun]
    if word.pos == "NUM":  # "one of the shells"
        return any(_is_thing(grammar, g) for c in grammar.children(noun, "prep") for g in grammar.children(c, "pobj"))
    return word.pos == "NOUN" and word.lower not in event_words().actors


def _helpers(grammar: Grammar, verb: int) -> set[int]:
    near = [c for c in grammar.parse.children[verb] if c < verb and grammar.words[c].dep in _BEFORE]
    found = {verb}
    for c in sorted(near, reverse=True):
        if min(found) - c > 2:
            break
        found.add(c)
    return found


def _phrase(grammar: Grammar, head: int) -> set[int]:
    """The noun phrase without clauses and commas, as far as a trigger may reach."""
    found, todo = {head}, [head]
    while todo and len(found) < 2 * _LONGEST:
        for c in grammar.parse.children[todo.pop()]:
            word = grammar.words[c]
            clause = is_verb(word) and word.dep not in {"amod", "compound"}
            if word.dep not in {"relcl", "acl", "punct", "appos"} and not clause:
                found.add(c)
                todo.append(c)
    return found
