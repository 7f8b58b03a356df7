"""The processes stage: the series of talks a report names, with the round it counts."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.agreement import Process
from communique.domain.span import Span
from communique.language.processes.counted import find_counted
from communique.language.processes.headed import find_headed
from communique.language.processes.joining import KnownProcess, KnownProcesses, join
from communique.language.processes.lexicon import load_lexicon
from communique.language.processes.naming import Naming
from communique.language.tokens import Token, tokenise

__all__ = ["KnownProcess", "KnownProcesses", "find_processes"]


def find_processes(text: str, passages: Sequence[Span], *, known: KnownProcesses | None = None) -> tuple[Process, ...]:
    """The processes that the passages name, in order of first mention, with ids t1, t2, ….

    `passages` are the stretches of `text` that are read; nothing outside them is. `known` matches names to the
    knowledge packs.
    """
    lexicon = load_lexicon()
    namings: list[Naming] = []
    for passage in passages:
        tokens = tokenise(text, passage)
        namings.extend(find_headed(tokens, _is_titled(tokens), lexicon))
        namings.extend(find_counted(tokens, lexicon))
    return join(sorted(namings, key=lambda n: n.span), known)


def _is_titled(tokens: Sequence[Token]) -> bool:
    """Whether it is a headline in which nearly every word is capitalised, so that a capital says nothing."""
    words = [t for t in tokens if t.is_word and len(t.text) > 3 and not t.text.isdigit()]
    return len(words) >= 4 and sum(t.is_capital for t in words) >= 0.75 * len(words)
