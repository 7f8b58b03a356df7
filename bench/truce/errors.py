"""A table of what the build half shows to be wrong. There is none for the held half: its errors are nobody's to see."""

from __future__ import annotations

from collections.abc import Iterable

from bench.truce.marks import Mark
from tests.gold.truce.gold import Item

HEAD = "| sentence | text | field | expected | found |\n|---|---|---|---|---|"


def table(rows: Iterable[tuple[Item, Mark]]) -> str:
    """Markdown, one row a wrong field; raises ValueError for an item of the held half."""
    lines = [HEAD]
    for item, mark in rows:
        if item.part != "build":
            raise ValueError(f"{item.id} belongs to the held half, whose errors are not shown")
        if mark.wrong:
            lines.append(f"| {item.id} | {item.text} | {mark.field} | {mark.expected} | {mark.got} |")
    return "\n".join(lines) + "\n"
