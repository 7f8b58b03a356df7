"""What is wrong with a knowledge file, in words that somebody who does not program can act on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the file, the entry in it (a line, a key, or "" for the whole file), and what to do about it."""

    file: str
    entry: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.entry, self.message) if part)


def refuse(problems: Sequence[Problem]) -> None:
    """Returns nothing when there is no problem; raises KnowledgeError that lists the first ten otherwise."""
    if not problems:
        return
    shown = [str(problem) for problem in problems[:10]]
    if len(problems) > len(shown):
        shown.append(f"… and {len(problems) - len(shown)} more")
    raise KnowledgeError("\n".join(shown))
