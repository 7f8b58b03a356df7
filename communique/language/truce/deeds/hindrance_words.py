"""The words by which monitors are kept from monitoring, from `lexicons/truce_hindrance.toml`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache

from communique.errors import KnowledgeError
from communique.language.inflection import forms_of
from communique.language.lexicon_files import tables_of

WORDS = "truce_hindrance.toml"
FIRST = 5  # words of a content among which what is withheld stands


@dataclass(frozen=True, slots=True)
class HindranceWords:
    """Sets of lower-case forms; what each is for stands beside it in the file."""

    monitors: frozenset[str]
    means: frozenset[str]
    access: frozenset[str]
    permits: frozenset[str]
    barring: frozenset[str]
    withholding: frozenset[str]
    away: frozenset[str]
    off: frozenset[str]
    letting: frozenset[str]
    going: frozenset[str]
    gates: frozenset[str]
    shut: frozenset[str]
    staying: frozenset[str]
    escorting: frozenset[str]
    insisting: frozenset[str]
    delaying: frozenset[str]
    keeping: frozenset[str]
    waiting: frozenset[str]
    time: frozenset[str]
    jamming: frozenset[str]
    firing: frozenset[str]
    weather: frozenset[str]
    wanted: frozenset[str]


@cache
def hindrance_words() -> HindranceWords:
    """The words that come with the package; KnowledgeError if a list is missing."""
    raw = tables_of(WORDS)
    try:
        return HindranceWords(**{field.name: forms_of(raw[field.name]) for field in fields(HindranceWords)})
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{WORDS} does not hold what it must: {error}") from error


def withheld(cue: Sequence[str], content: Sequence[str]) -> bool:
    """Whether access is withheld where a finder may see a saying: "was denied access", "withdrew the flight permit"."""
    words = hindrance_words()
    opening = set(content[:FIRST])
    if words.withholding.isdisjoint(cue) and words.barring.isdisjoint(cue):
        return False
    return bool(opening & (words.access | words.permits)) or bool(opening & words.monitors and "to" in content)
