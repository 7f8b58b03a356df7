"""What is wrong with a knowledge file, in words that somebody who does not program can act on."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from communique.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: the file, the entry in it (a line, a key, or "" for the whole file), and what to do about it.

    `word` is what stands in the file and is wrong, by which its line is found. A `doubt` looks wrong and may be right:
    it is told, and keeps nobody from using the file.
    """

    file: str
    entry: str
    message: str
    word: str = ""
    doubt: bool = False

    def __str__(self) -> str:
        return ": ".join(part for part in (self.file, self.entry, self.message) if part)


def refuse(problems: Sequence[Problem], of: str = "") -> None:
    """Returns nothing where there are doubts at most; KnowledgeError lists the first ten faults otherwise.

    `of` names what they are the faults of.
    """
    faults = [problem for problem in problems if not problem.doubt]
    if not faults:
        return
    shown = [str(problem) for problem in faults[:10]]
    if len(faults) > len(shown):
        shown.append(f"… and {len(faults) - len(shown)} more")
    raise KnowledgeError("\n".join([f"{of} cannot be used:", *shown] if of else shown))


def meant(word: str, known: Collection[str]) -> str:
    """The words ". Did you mean X?" with the known word nearest to this one, nothing where none is near."""
    near = difflib.get_close_matches(word[:80], [one for one in known if one != word], n=1, cutoff=0.6)
    return f". Did you mean {near[0]}?" if near else ""
