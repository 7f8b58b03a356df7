"""The words that speak for or against a place name, from lexicons/places.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache, cached_property
from pathlib import Path

from communique.errors import KnowledgeError

FILE = Path(__file__).with_name("lexicons") / "places.toml"


@dataclass(frozen=True)
class PlaceWords:
    """Sets of lower-case words; the file says what each is evidence of."""

    locative: frozenset[str]
    before_of: frozenset[str]
    settlement_heads: frozenset[str]
    region_heads: frozenset[str]
    site_heads: frozenset[str]
    last_words: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    titles: frozenset[str]
    suffixes: frozenset[str]
    never: frozenset[str]

    @cached_property
    def heads(self) -> frozenset[str]:
        """Every noun that says what kind of place a name is."""
        return self.settlement_heads | self.region_heads | self.site_heads

    @cached_property
    def closers(self) -> frozenset[str]:
        """Every word in lower case that may close a name."""
        return self.heads | self.last_words

    @cached_property
    def leads_of(self) -> frozenset[str]:
        """Every noun after which "of" leads to a place."""
        return self.before_of | self.heads


@cache
def load_place_words(file: Path = FILE) -> PlaceWords:
    """The lists of `file`; KnowledgeError if one is missing, empty, unknown or not in lower case."""
    lists = tomllib.loads(file.read_text(encoding="utf-8"))
    names = [field.name for field in fields(PlaceWords)]
    if sorted(lists) != sorted(names):
        raise KnowledgeError(f"{file.name} must hold exactly the lists {', '.join(names)}, but holds {sorted(lists)}.")
    for name, words in lists.items():
        if not isinstance(words, str) or not words.split() or words != words.lower():
            raise KnowledgeError(f"{file.name}: {name!r} must be a text of words in lower case, parted by spaces.")
    return PlaceWords(**{name: frozenset(words.split()) for name, words in lists.items()})
