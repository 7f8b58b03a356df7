"""What is wrong with a mapping, in words to act on."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec

from communique.domain.truce import POLARITIES, SEVERITIES
from communique.errors import SettingsError
from communique.ingest.incidents.days import reader
from communique.ingest.incidents.kinds import LEVELS, OPEN, is_type
from communique.ingest.incidents.numbers import kilometres
from communique.ingest.incidents.schema import KindSaid, Mapped, TableSaid, as_list
from communique.ingest.incidents.shape import FIELDS
from communique.ingest.incidents.table import DELIMITERS
from communique.knowledge.violations import TYPES


class Wrong(ValueError):
    """What is wrong with a mapping, without the name of its file."""


def check_dataset(name: str) -> None:
    """A `SettingsError` if a dataset cannot be called so; keys begin with the name and a colon."""
    if not re.fullmatch(r"[^\s:](?:[^:\n\r\t]{0,58}[^\s:])?", name):
        raise SettingsError(f"A dataset cannot be called {name!r}: allowed are 1 to 60 characters without a colon.")


def check(made: Mapped) -> None:
    """Raises `Wrong` for what is not allowed in any mapping."""
    try:
        check_dataset(made.dataset or "unnamed")
    except SettingsError as why:
        raise Wrong(str(why)) from why
    for where, names in (("columns", made.columns), ("constants", made.constants), ("values", made.values)):
        for name in names:
            if name not in FIELDS:
                raise Wrong(f"[{where}] {name} is no field{_meant(name, FIELDS)}. Fields are {listed(FIELDS)}.")
    for name in made.table.quoted:
        if name not in FIELDS:
            raise Wrong(f"quoted: {name} is no field{_meant(name, FIELDS)}. Fields are {listed(FIELDS)}.")
    if made.table.delimiter is not None and made.table.delimiter not in DELIMITERS:
        raise Wrong(f"delimiter {made.table.delimiter!r} is not allowed; write one of , ; | or \\t.")
    for given in (*(kind.gives for kind in made.kind), *made.values.get("type", {}).values()):
        if not is_type(given):
            raise Wrong(_unknown_type(given))
    try:
        reader(as_list(made.table.dates or []))
        for code in made.kilometres.values():
            if code != "unknown":
                kilometres(str(code), "[kilometres]")
    except ValueError as why:
        raise Wrong(f"{why}.") from why
    _allowed(made, "polarity", POLARITIES)
    _allowed(made, "severity", SEVERITIES)


def _unknown_type(text: str) -> str:
    first = text.partition("/")[0]
    if first not in TYPES:
        known = listed((*LEVELS, *OPEN))
        return f'the type "{text}" is unknown{_meant(first, LEVELS)}. It begins with one of {known}.'
    hint = _meant(text, [f"{first}/{second}" for second in TYPES[first]])
    return f'the type "{text}" is unknown{hint}. Behind {first}/ stands one of {listed(TYPES[first])}.'


def _allowed(made: Mapped, field: str, words: Sequence[str]) -> None:
    given = [*made.values.get(field, {}).values(), *([str(made.constants[field])] if field in made.constants else [])]
    for word in given:
        if word and word not in words:
            raise Wrong(f'{field} "{word}" is unknown; allowed are {listed(words)}.')


def check_keys(raw: Mapping[str, Any], shape: Any, where: str) -> None:
    """Raises `Wrong` for a key that is misspelt, with how it may have been meant; `where` says in which table."""
    known = {field.encode_name: field.type for field in msgspec.structs.fields(shape)}
    for key, value in raw.items():
        if key not in known:
            raise Wrong(f"{where}{key} is unknown{_meant(key, known)}. Known are {listed(known)}.")
        if key == "table" and isinstance(value, dict):
            check_keys(value, TableSaid, "[table] ")
        if key == "kind" and isinstance(value, list):
            for rule in value:
                check_keys(rule if isinstance(rule, dict) else {}, KindSaid, "[[kind]] ")


def _meant(name: str, known: Iterable[str]) -> str:
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f": did you mean {close[0]}?" if close else ""


def listed(words: Iterable[str]) -> str:
    """The words with commas between them."""
    return ", ".join(words)
