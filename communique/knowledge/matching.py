"""Which known instrument or process the words of a report name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.knowledge.accords import KnownInstrument, KnownProcess
from communique.knowledge.register import Register

WORD = re.compile(r"[^\W_]+")
# Words that say nothing of which instrument is meant.
EMPTY = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "on",
        "in",
        "for",
        "to",
        "and",
        "at",
        "its",
        "un",
        "united",
        "nations",
        "security",
        "council",
        "international",
    ]
)


@dataclass(frozen=True, slots=True)
class InstrumentMatcher:
    """Matches descriptions of instruments against those of the packs."""

    known: Register[KnownInstrument]

    def match(self, words: str, number: int | None, year: int | None) -> KnownInstrument | None:
        """The one instrument that `words` name; None where none or several can be meant."""
        exact = self.known.find(words)
        if exact is not None:
            return exact
        if number is not None:
            return _only([i for i in self.known if i.kind == "resolution" and str(number) in _words(i.name)])
        said = _words(words)
        fitting = [i for i in self.known if any(_covered(alias, said) for alias in (i.name, *i.aliases))]
        in_year = [i for i in fitting if year is None or i.adopted is None or i.adopted.startswith(str(year))]
        return _only(in_year)


@dataclass(frozen=True, slots=True)
class ProcessMatcher:
    """Matches names of talks against those of the packs."""

    known: Register[KnownProcess]

    def match(self, words: str) -> KnownProcess | None:
        """The one process that `words` name; None where none or several can be meant."""
        return self.known.find(words.removeprefix("the "))


def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text.lower())) - EMPTY


def _covered(alias: str, said: frozenset[str]) -> bool:
    """Whether everything an alias says is said; one word alone ("memorandum") is too little to go by."""
    wanted = _words(alias)
    return len(wanted) > 1 and wanted <= said


def _only(found: list[KnownInstrument]) -> KnownInstrument | None:
    return found[0] if len(found) == 1 else None
