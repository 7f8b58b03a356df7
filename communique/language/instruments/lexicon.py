"""The words of instruments, from `lexicons/instruments.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from communique.errors import KnowledgeError
from communique.language.lexicon_files import tables_of

FILE = "instruments.toml"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Lists of lower-case words, each explained where it stands in the file."""

    subjects: frozenset[str]
    asides: frozenset[str]
    others: frozenset[str]
    determiners: frozenset[str]
    definite: frozenset[str]
    unreal: frozenset[str]
    made: frozenset[str]
    makes: frozenset[str]
    no_name: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]
    complements: frozenset[str]
    stops: frozenset[str]


@dataclass(frozen=True, slots=True)
class InstrumentLexicon:
    """Kinds by head word, what a bare mention of a kind may stand for, and the words around heads."""

    kind_of: Mapping[str, str]
    stands_for: Mapping[str, frozenset[str]]
    words: Vocabulary


@cache
def load_lexicon() -> InstrumentLexicon:
    """The lexicon that comes with the package; KnowledgeError if a list is missing or unknown."""
    raw = tables_of(FILE)
    return read_lexicon(raw)


def read_lexicon(raw: Mapping[str, Any]) -> InstrumentLexicon:
    """The lexicon in the parsed TOML `raw`; KnowledgeError if a list is missing or unknown."""
    wanted = {f.name for f in fields(Vocabulary)}
    given = set(raw.get("words", {}))
    if wanted != given:
        odd = ", ".join(sorted(wanted ^ given))
        raise KnowledgeError(f"{FILE} does not have the lists it must under [words]: missing or unknown are {odd}")
    kind_of = {head: kind for kind, heads in raw["kinds"].items() for head in heads}
    stands_for = {kind: frozenset(kinds) for kind, kinds in raw["stands_for"].items()}
    return InstrumentLexicon(kind_of, stands_for, Vocabulary(**{k: frozenset(v) for k, v in raw["words"].items()}))
