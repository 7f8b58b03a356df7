"""Lists of small words from `lexicons/events_telling.toml`, whose head explains how one is written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from communique.language.inflection import verb_forms
from communique.language.lexicon_files import tables_of


def telling(section: str, name: str) -> frozenset[str]:
    """The lower-case words of one list, of a verb all its forms; KeyError where there is no such list."""
    words: set[str] = set()
    for word in _lists()[section][name].split():
        words |= verb_forms(word[:-1]) if word.endswith("~") else {word}
    return frozenset(words)


@cache
def _lists() -> Mapping[str, Mapping[str, str]]:
    return tables_of("events_telling.toml")
