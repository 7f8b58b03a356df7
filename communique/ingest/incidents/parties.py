"""Whom a row accuses, whom it calls a victim, and who took part."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from communique.domain.incident import Party
from communique.ingest.incidents.cells import Cells, line, parted
from communique.ingest.incidents.kinds import fitting
from communique.ingest.incidents.shape import Kind, Shape


class Parties:
    """Makes parties of the rows of one table."""

    def __init__(self, shape: Shape, cells: Cells) -> None:
        self._shape = shape
        self._raw, self._there = cells.raw, cells.there
        self._nobody = fitting(shape.nobody)
        # A conflict has a few hundred names for its parties, whatever the number of rows.
        self._parties = lru_cache(maxsize=10_000)(self._named)

    def of(self, cells: Sequence[str], kind: Kind) -> dict[str, tuple[Party, ...]]:
        """Those who are `accused`, `victims` and mere `parties`, by these words; `kind` decides for the two sides."""
        raw, there = self._raw, self._there
        found: dict[str, tuple[Party, ...]] = {"accused": (), "victims": (), "parties": ()}
        for field, standing in (*zip(found, found, strict=True), ("first", kind.first), ("second", kind.second)):
            if field in there:
                found[standing] += self._parties(field, raw[field](cells))
        return found

    def either(self, cells: Sequence[str]) -> bool:
        """Whether only one of the accused is meant."""
        either = self._shape.either
        return either is not None and len(parted(self._raw["accused"](cells), either)) > 1

    def _named(self, field: str, cell: str) -> tuple[Party, ...]:
        """Whom a cell names, each name translated by itself; `first` and `second` hold one name each."""
        shape = self._shape
        between, either = (None, None) if field in ("first", "second") else (shape.between, shape.either)
        names = [line(name) for part in parted(cell, either) for name in parted(part, between)]
        words = shape.values.get(field, {})
        called = [words.get(name.casefold(), name) for name in names]
        return tuple(
            Party(name, shape.parties.get(name.casefold()))
            for name in called
            if name and not self._nobody.fullmatch(name.casefold())
        )
