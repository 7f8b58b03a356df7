"""The characters that name a deed: the verb with its helpers and objects, or the noun with its modifiers."""

from __future__ import annotations

from communique.domain.span import Span
from communique.language.events.grammar import Grammar, is_verb
from communique.language.events.triggers import Trigger

_BEFORE = frozenset({"aux", "auxpass", "neg", "advmod"})
_PARTS = frozenset({"dobj", "prt", "dative", "acomp", "attr", "oprd"})
_LONGEST = 14  # words of a trigger


def extent(grammar: Grammar, trigger: Trigger) -> Span:
    """The span of a trigger, without doer, place and date."""
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
    first, last = min(chosen), max(chosen)
    if last - first >= _LONGEST:
        first, last = max(first, trigger.word - 3), min(last, trigger.word + _LONGEST)
    return grammar.parse.span(first, last)


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
