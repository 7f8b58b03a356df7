"""Looks entries up by key or by any spelling of their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from communique.knowledge.entries import Official, Outlet, Tenure
from communique.knowledge.folding import Folding


class Named(Protocol):
    """What a register can hold."""

    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...


E = TypeVar("E", bound=Named)


class Register(Generic[E]):
    """Entries in their order; a later entry with the same key replaces an earlier one."""

    def __init__(self, entries: Sequence[E], folding: Folding) -> None:
        self._folding = folding
        self._by_key = {entry.key: entry for entry in entries}

    @cached_property
    def _by_words(self) -> dict[tuple[str, ...], list[E]]:
        by_words: dict[tuple[str, ...], list[E]] = {}
        for entry in self:
            for name in self._names_of(entry):
                bucket = by_words.setdefault(self._folding.words(name.rstrip("?")), [])
                if entry not in bucket:
                    bucket.append(entry)
        return by_words

    def _names_of(self, entry: E) -> tuple[str, ...]:
        return (entry.name, *entry.aliases)

    def get(self, key: str) -> E | None:
        """The entry with that key."""
        return self._by_key.get(key)

    def find(self, name: str) -> E | None:
        """The entry of that name or key, however it is spelt; None if there is none or more than one."""
        found = self.all_named(name)
        return found[0] if len(found) == 1 else self._by_key.get(name)

    def all_named(self, name: str) -> tuple[E, ...]:
        """Every entry that name may stand for."""
        return tuple(self._by_words.get(self._folding.words(name), ()))

    def __iter__(self) -> Iterator[E]:
        return iter(self._by_key.values())

    def __len__(self) -> int:
        return len(self._by_key)

    def __contains__(self, key: object) -> bool:
        return key in self._by_key


class Outlets(Register[Outlet]):
    """Outlets, found by their web domain too."""

    def find(self, name: str) -> Outlet | None:
        """The outlet of that name, key or domain ("arabic.rt.com" is rt.com's); None if there is not just one."""
        return super().find(name) or (self.at_domain(name) if "." in name and " " not in name else None)

    def at_domain(self, domain: str) -> Outlet | None:
        """The outlet whose web domain this is or belongs to."""
        wanted = domain.lower().removeprefix("www.")
        for outlet in self:
            if outlet.domain and (wanted == outlet.domain or wanted.endswith("." + outlet.domain)):
                return outlet
        return None


class Officials(Register[Official]):
    """People with offices."""

    def _names_of(self, entry: Official) -> tuple[str, ...]:
        return (entry.name, *entry.aliases, *entry.alone)

    def holding(self, title: str, of: str) -> tuple[tuple[Official, Tenure], ...]:
        """Who ever held an office, with the time: `holding("Foreign Minister", "RU")`."""
        words = self._folding.words(title)
        return tuple(
            (person, tenure)
            for person in self
            for tenure in person.tenures
            if tenure.of == of and self._folding.words(tenure.title) == words
        )
