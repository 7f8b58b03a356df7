"""Tables of incidents: bytes → claims, row by row, with a fault for every row that is left out."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.domain.incident import IncidentClaim
from communique.errors import UnreadableSource
from communique.ingest.incidents.claims import Claims
from communique.ingest.incidents.faults import BadCell, RowFault
from communique.ingest.incidents.mapping import shapes
from communique.ingest.incidents.shape import Shape, folded
from communique.ingest.incidents.table import Row, Table, text_of


class IncidentTable:
    """One table: the shape it is read by, and its rows."""

    def __init__(self, source: str, data: bytes, shape: Shape | None = None, dataset: str | None = None) -> None:
        """`shape` None: recognised from the header; `dataset` takes the place of the shape's.

        Raises `UnreadableSource`, without the source's name.
        """
        text = text_of(data)
        self.table = Table(text, shape.delimiter if shape else None)
        found = shape or recognised(self.table.header)
        self.shape = replace(found, dataset=dataset) if dataset else found
        self._claims = Claims(self.shape, self.table.header, source)

    @property
    def dataset(self) -> str:
        """The name that the rows' keys begin with."""
        return self.shape.dataset

    def rows(self) -> Iterator[IncidentClaim | RowFault]:
        """A claim for every row, and a fault for one that cannot be read or takes another's id.

        A row that stands twice, word for word, comes once.
        """
        seen: dict[str, tuple[int, int]] = {}
        for row in self.table.rows():
            found = row if isinstance(row, RowFault) else self._read(row, seen)
            if found is not None:
                yield found

    def _read(self, row: Row, seen: dict[str, tuple[int, int]]) -> IncidentClaim | RowFault | None:
        try:
            claim = self._claims.of(row)
        except BadCell as why:
            return RowFault(row.number, row.line, str(why))
        signature = self._claims.signature(row)
        first, before = seen.setdefault(claim.key, (row.number, signature))
        if first == row.number:
            return claim
        if before == signature:
            return None
        return RowFault(row.number, row.line, f"it has the id of row {first}, {claim.key}, and says something else")


def recognised(header: Sequence[str]) -> Shape:
    """The one shape whose columns the header has; `UnreadableSource` that asks for --as where it is not certain."""
    names = {folded(name) for name in header}
    fitting = [shape for shape in shapes() if names.issuperset(shape.recognised_by)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        keys = " or ".join(f"--as {shape.key}" for shape in fitting)
        raise UnreadableSource(f"may be of several shapes; say which with {keys}")
    raise UnreadableSource(_unrecognised(header, names))


def _unrecognised(header: Sequence[str], names: set[str]) -> str:
    shown = ", ".join(name or "(no name)" for name in header[:20]) + (", …" if len(header) > 20 else "")
    near = max(shapes(), key=lambda shape: len(names.intersection(shape.recognised_by)))
    missing = [name for name in near.recognised_by if name not in names]
    hint = ""
    if len(missing) < len(near.recognised_by):
        close = [(name, difflib.get_close_matches(name, names, n=1)) for name in missing]
        named = ", ".join(f"{name} (is it {found[0]}?)" if found else name for name, found in close)
        hint = f" It comes nearest to {near.key}, but lacks {named}."
    keys = ", ".join(f"--as {shape.key}" for shape in shapes())
    return (
        f"has the columns {shown}, which are of no shape that is known.{hint} Say which it is: {keys}, or "
        "--as MAPPING.toml with a mapping of your own (docs/how-to/import.md)"
    )
