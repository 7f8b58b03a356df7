"""The word classes of `lexicons/truce_classes.toml`, each a frozen set by its name."""

from __future__ import annotations

from functools import cache
from typing import Any

from communique.errors import KnowledgeError
from communique.language.lexicon_files import tables_of

CLASSES = "truce_classes.toml"


def class_of(name: str) -> frozenset[str]:
    """The words of a class, lower case; KnowledgeError where the file has none of that name."""
    return frozenset(_part("classes", name))


def _part(table: str, name: str) -> list[str]:
    try:
        return list(_raw()[table][name])
    except KeyError as error:
        raise KnowledgeError(
            f"{CLASSES} holds no list {name!r} in [{table}]; add it, or name one that is there"
        ) from error


@cache
def _raw() -> dict[str, Any]:
    return tables_of(CLASSES)
