"""The words of severity, from `lexicons/truce_severity.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

from communique.errors import KnowledgeError
from communique.language.inflection import forms_of, verb_forms
from communique.language.lexicon_files import tables_of
from communique.language.truce.lexicon import phrases_of
from communique.language.truce.phrases import Phrasebook

SEVERITY = "truce_severity.toml"


@dataclass(frozen=True)
class SeverityWords:
    """Sets of lower-case forms; what each is for stands beside it in the file."""

    breaches: frozenset[str]
    deeds: frozenset[str]
    minor: frozenset[str]
    serious: frozenset[str]
    trifles: frozenset[str]
    adverbs: frozenset[str]
    breaking: frozenset[str]
    measures: frozenset[str]
    little: frozenset[str]
    much: frozenset[str]
    judging: frozenset[str]
    outside: frozenset[str]
    covering: frozenset[str]
    compacts: frozenset[str]
    books: frozenset[str]
    phrases: Phrasebook  # by rank: no violation, serious, minor

    @cached_property
    def graded(self) -> frozenset[str]:
        """The words that may state a severity by themselves."""
        return self.minor | self.serious | self.trifles | self.adverbs | self.measures

    @cached_property
    def opening(self) -> frozenset[str]:
        """The words without which a sentence states no severity."""
        first = frozenset(self.phrases.by_first)
        return self.minor | self.serious | self.trifles | self.adverbs | self.measures | self.breaches | first


@cache
def severity_words() -> SeverityWords:
    """The words that come with the package; KnowledgeError if a list is missing."""
    raw = tables_of(SEVERITY)
    try:
        return SeverityWords(
            breaches=_nouns(raw["breaches"]),
            deeds=_nouns(raw["deeds"]),
            minor=frozenset(raw["minor"]),
            serious=frozenset(raw["serious"]),
            trifles=_nouns(raw["trifles"]),
            adverbs=frozenset(raw["adverbs"]),
            breaking=_verbs(raw["breaking"]),
            measures=_nouns(raw["measures"]),
            little=frozenset(raw["little"]),
            much=frozenset(raw["much"]),
            judging=_verbs(raw["judging"]) | {"is", "are", "was", "were", "been"},
            outside=frozenset(raw["outside"]),
            covering=_verbs(raw["covering"]),
            compacts=_nouns(raw["compacts"]),
            books=_nouns(raw["books"]),
            phrases=Phrasebook.of(phrases_of(raw[key]) for key in ("phrases_none", "phrases_serious", "phrases_minor")),
        )
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{SEVERITY} does not hold what it must: {error}") from error


def _nouns(bases: list[str]) -> frozenset[str]:
    return forms_of(f"a {base}" for base in bases)


def _verbs(bases: list[str]) -> frozenset[str]:
    return frozenset(form for base in bases for form in verb_forms(base))
