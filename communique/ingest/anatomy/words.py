"""The word lists of `words.toml`, checked once when they are first needed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from communique.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class Words:
    """The lists, in lower case; `opening` is a tuple because a line is tried against all of it at once."""

    closing: frozenset[str]
    box: frozenset[str]
    line: frozenset[str]
    opening: tuple[str, ...]
    agencies: frozenset[str]
    no_place: frozenset[str]
    country: frozenset[str]


@lru_cache(maxsize=1)
def words() -> Words:
    """The lists; `KnowledgeError` where one is missing or holds something else than words in lower case."""
    raw = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))

    def listed(table: str, name: str) -> list[str]:
        found = raw.get(table, {}).get(name)
        if not isinstance(found, list) or not all(isinstance(word, str) and word == word.lower() for word in found):
            raise KnowledgeError(f"words.toml: [{table}] {name} must be a list of words in lower case")
        return found

    return Words(
        closing=frozenset(listed("furniture", "closing")),
        box=frozenset(listed("furniture", "box")),
        line=frozenset(listed("furniture", "line")),
        opening=tuple(listed("furniture", "opening")),
        agencies=frozenset(listed("dateline", "agencies")),
        no_place=frozenset(listed("dateline", "no_place")),
        country=frozenset(listed("dateline", "country")),
    )
