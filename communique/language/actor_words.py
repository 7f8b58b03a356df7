"""The words by which texts describe actors, read once from the lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.language.lexicon_files import tables_of


@dataclass(frozen=True, slots=True)
class ActorWords:
    """Sets of lower-case words; what each is for stands beside it in `lexicons/actor_words.toml`."""

    roles: frozenset[str]
    role_modifiers: frozenset[str]
    organisations: frozenset[str]
    armed: frozenset[str]
    anonymous: frozenset[str]
    carriers: frozenset[str]
    offices: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    generic_organisations: frozenset[str]
    regions: frozenset[str]
    particles: frozenset[str]
    arms: frozenset[str]


@cache
def load_actor_words() -> ActorWords:
    """The lexicon that comes with the package."""
    raw = tables_of("actor_words.toml")
    return ActorWords(**{name: frozenset(words) for name, words in raw.items()})
