"""The mode of an event: what its own words say, or what is asked, refused or threatened."""

from __future__ import annotations

from collections.abc import Mapping

from communique.language.events.grammar import Grammar
from communique.language.events.lexicon import EventWords
from communique.language.events.stems import stem
from communique.language.events.triggers import Trigger

ASKED: Mapping[str, str] = {
    "CONSULT": "meet",
    "RETREAT": "yield",
    "CONCEDE": "yield",
    "AID": "assist",
    "COOPERATE": "assist",
    "ACCUSE": "assist",
    "SUPPORT": "assist",
    "SANCTION": "change",
    "COERCE": "change",
    "REJECT": "change",
    "PROTEST": "change",
    "THREATEN": "change",
}
THREATENED: Mapping[str, str] = {
    "ASSAULT": "violence",
    "SANCTION": "relations",
    "COERCE": "restrict",
    "PROTEST": "restrict",
}
WITH_CONTENT = frozenset({"REQUEST", "REJECT", "THREATEN"})
_FAR = 10


def mode_of(grammar: Grammar, trigger: Trigger, every: Mapping[int, Trigger], words: EventWords) -> str | None:
    """The mode the words give; None where they give none."""
    if trigger.mode is not None:
        return trigger.mode
    if trigger.type in WITH_CONTENT:
        below = _content(grammar, trigger, every)
        table = THREATENED if trigger.type == "THREATEN" else ASKED
        if below is not None and trigger.type == "REQUEST":
            return table.get(below.type)
        told = _by_words(grammar, trigger, words, deep=True)
        return told or (table.get(below.type) if below else _change(grammar, trigger))
    return _by_words(grammar, trigger, words, deep=False)


def _by_words(grammar: Grammar, trigger: Trigger, words: EventWords, *, deep: bool) -> str | None:
    near = set(grammar.clause_words(trigger.word)) | {trigger.verb, *grammar.clause_words(trigger.verb)}
    if deep:
        near |= {i for i in grammar.below(trigger.word) if i - trigger.word < _FAR}
    stems = {stem(grammar.words[i].lower) for i in near}
    return next((mode for mode, telling in words.modes.get(trigger.type, ()) if telling & stems), None)


def _content(grammar: Grammar, trigger: Trigger, every: Mapping[int, Trigger]) -> Trigger | None:
    """The deed that is asked for, refused or threatened."""
    return next((every[i] for i in grammar.below(trigger.word) if i in every), None)


def _change(grammar: Grammar, trigger: Trigger) -> str | None:
    """Asked to do what is no event: some change."""
    verbs = grammar.children(trigger.word, "xcomp", "ccomp")
    return "change" if trigger.type == "REQUEST" and verbs else None
