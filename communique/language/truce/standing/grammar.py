"""What can be said of a truce, from `lexicons/truce_grammar.toml`: predicates by the truce's place beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.errors import KnowledgeError
from communique.language.inflection import verb_forms
from communique.language.lexicon_files import tables_of
from communique.language.truce.lexicon import phrases_of
from communique.language.truce.phrases import Phrase, Phrasebook

GRAMMAR = "truce_grammar.toml"
SUBJECT, OBJECT, BEING = "subject", "object", "being"


@dataclass(frozen=True, slots=True)
class Predicate:
    """A sense ("hold", "break", "fragile"), the truce's place beside it, and the words that must follow its first."""

    sense: str
    role: str
    tail: Phrase


@dataclass(frozen=True, slots=True)
class Grammar:
    """The predicates by the first word of each, the one with most words first, and the nouns that hang on a truce."""

    predicates: Mapping[str, tuple[Predicate, ...]]
    nouns: Mapping[str, str]
    above: Mapping[str, frozenset[str]]
    awaiting: frozenset[str]
    degrees: Phrasebook
    quietly: frozenset[str]
    eventless: frozenset[str]
    unsure: frozenset[str]


def word_set(name: str) -> frozenset[str]:
    """A named set of words of the grammar; KnowledgeError if there is none of that name."""
    try:
        return frozenset(_raw()["sets"][name])
    except KeyError as error:
        raise KnowledgeError(f"{GRAMMAR} does not hold the set {name!r} that the reading asks for") from error


@cache
def _raw() -> dict[str, Any]:
    return tables_of(GRAMMAR)


@cache
def truce_grammar() -> Grammar:
    """The grammar that comes with the package; KnowledgeError if a list is missing."""
    raw = _raw()
    try:
        contracted = raw["contracted"]
        above = dict(raw["above"])
        awaiting = frozenset(above.pop("awaiting"))
        return Grammar(
            predicates=_predicates(raw, contracted),
            nouns={noun: kind for kind, nouns in raw["nouns"].items() for noun in nouns},
            above={name: _forms(verbs, contracted) for name, verbs in above.items()},
            awaiting=awaiting,
            degrees=Phrasebook.of([phrases_of(raw["degree"]["mostly"])]),
            quietly=frozenset(raw["degree"]["quietly"]),
            eventless=frozenset(raw["degree"]["eventless"]),
            unsure=frozenset(raw["degree"]["unsure"]),
        )
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{GRAMMAR} does not hold what it must: {error}") from error


def _predicates(raw: Mapping[str, Any], contracted: Mapping[str, Sequence[str]]) -> dict[str, tuple[Predicate, ...]]:
    found: dict[str, list[Predicate]] = {}
    for role in (SUBJECT, OBJECT, BEING):
        for sense, texts in raw[role].items():
            for first, *tail in phrases_of(texts):
                forms = _inflected(first, contracted) if role != BEING else frozenset({first})
                for form in forms:
                    found.setdefault(form, []).append(Predicate(sense, role, tuple(tail)))
    return {form: tuple(sorted(rows, key=lambda p: -len(p.tail))) for form, rows in found.items()}


def _forms(verbs: Iterable[str], contracted: Mapping[str, Sequence[str]]) -> frozenset[str]:
    return frozenset(form for verb in verbs for form in _inflected(verb, contracted))


def _inflected(verb: str, contracted: Mapping[str, Sequence[str]]) -> frozenset[str]:
    return verb_forms(verb) | frozenset(contracted.get(verb, ()))
