"""The words of processes, from `lexicons/processes.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from communique.errors import KnowledgeError
from communique.language.lexicon_files import tables_of

FILE = "processes.toml"


@dataclass(frozen=True, slots=True)
class ProcessLexicon:
    """Lists of lower-case words, each explained where it stands in the file."""

    heads: frozenset[str]
    only_counted: frozenset[str]
    between: frozenset[str]
    no_name: frozenset[str]
    held: frozenset[str]
    verbal: frozenset[str]
    evidence: frozenset[str]
    place_openers: frozenset[str]
    numbered: frozenset[str]
    after_number: frozenset[str]


@cache
def load_lexicon() -> ProcessLexicon:
    """The lexicon that comes with the package; KnowledgeError if a list is missing or unknown."""
    return read_lexicon(tables_of(FILE))


def read_lexicon(raw: Mapping[str, Any]) -> ProcessLexicon:
    """The lexicon in the parsed TOML `raw`; KnowledgeError if a list is missing or unknown."""
    lists = raw.get("words", {})
    odd = {f.name for f in fields(ProcessLexicon)} ^ set(lists)
    if odd:
        raise KnowledgeError(f"{FILE} does not have the lists it must under [words]: {', '.join(sorted(odd))}")
    return ProcessLexicon(**{name: frozenset(words) for name, words in lists.items()})
