"""Coded sentences as they lie in a file."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.language.events.types import YIELD, quad_of


@dataclass(frozen=True, slots=True)
class Coded:
    """One sentence with two actors, the label of what is between them and its quadrant; `made` by rewriting it."""

    id: str
    text: str
    source: tuple[tuple[int, int], ...]
    target: tuple[tuple[int, int], ...]
    label: str
    quad: int
    made: bool = False


def read(path: Path) -> Iterator[Coded]:
    """The sentences of a file in the form {"id", "text", "source", "target", "root", "quad"} a line, in its order."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            row = json.loads(line)
            label = YIELD if row["root"] in ("CONCEDE", "RETREAT") else row["root"]
            source, target = (tuple((int(a), int(b)) for a, b in row[role]) for role in ("source", "target"))
            yield Coded(str(row["id"]), row["text"], source, target, label, int(row.get("quad") or quad_of(label)))
