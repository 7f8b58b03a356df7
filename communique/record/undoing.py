"""What counts in a log that only grows: an entry is taken back by a later one, and that one may be taken back too."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Entry(Protocol):
    """An entry of such a log."""

    @property
    def number(self) -> int:
        """Its number; a later entry has a higher one."""

    @property
    def undoes(self) -> int | None:
        """The number of the entry that it takes back; None for one that takes back nothing."""


def struck(entries: Iterable[Entry]) -> frozenset[int]:
    """The numbers of the entries that count no more, because one that counts took them back."""
    found: set[int] = set()
    # The newest first: whether an undoing counts is settled before what it undoes is looked at.
    for entry in sorted(entries, key=lambda one: one.number, reverse=True):
        if entry.undoes is not None and entry.number not in found:
            found.add(entry.undoes)
    return frozenset(found)
