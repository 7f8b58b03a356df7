"""What a reader of the record asks for, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.domain.attribution import Statement
from communique.domain.reading import Reading
from communique.errors import SettingsError
from communique.record.judgement import Judgement, Verdict
from communique.record.names import words
from communique.record.speakers import Speaker

# A chain of authority has three or four links; each further link of a path costs the search a join.
LONGEST_PATH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Which statements: all that meet every condition that is set.

    `speaker`, `instrument` and the links of `chain` are parts of names, whatever their case and diacritics; `chain`
    holds neighbouring links, outermost first. `since` and `until` bound the day of publication, both inclusive; a
    report known to have appeared in March may have appeared on any day of March. `words` must all occur in the
    quotation, in any form ("violation" finds "violations"); what stands in double quotation marks, as a phrase.
    `limit` is the most statements to give, None for all of them.
    """

    speaker: str | None = None
    chain: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    instrument: str | None = None
    words: str | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        names = {"speaker": self.speaker, "instrument": self.instrument, "words": self.words}
        asked = [(option, text) for option, text in names.items() if text is not None]
        for option, text in [*asked, *(("chain", link) for link in self.chain)]:
            if not words(text):
                raise SettingsError(
                    f"{option} {text!r} has no letter or digit to search for: give a name or part of one."
                )
        if len(self.chain) > LONGEST_PATH:
            raise SettingsError(f"The chain has {len(self.chain)} links; at most {LONGEST_PATH} are allowed.")
        if self.since and self.until and self.since > self.until:
            raise SettingsError(f"No day lies from {self.since} to {self.until}: give the earlier date first.")
        if self.limit is not None and self.limit < 1:
            raise SettingsError(f"The limit is {self.limit}; it must be at least 1. Leave it out to have everything.")


def path(text: str) -> tuple[str, ...]:
    """The links of a path that is written "VNA > Foreign Ministry" or "VNA › Foreign Ministry"."""
    return tuple(link.strip() for link in text.replace("›", ">").split(">"))


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as the record gives it: its reading, its key, the judgement that counts, how its chain is drawn."""

    key: str
    reading: Reading
    statement: Statement
    judgement: Judgement | None
    speakers: tuple[Speaker, ...]
    chain_levels: tuple[int, ...]

    @property
    def verdict(self) -> Verdict:
        """Where it stands; a proposal while nobody has judged it."""
        return Verdict.PROPOSED if self.judgement is None else self.judgement.verdict

    @property
    def quotation(self) -> str:
        """The characters of the content, its pieces joined by an ellipsis in brackets."""
        return " […] ".join(span.of(self.reading.report.text) for span in self.statement.content)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place where a report was found: its source and the SHA-256 of the bytes read there."""

    source: str
    sha256: str
    name: str
    url: str | None
    outlet: str | None
