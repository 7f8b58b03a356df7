"""The expectations of `expected.toml`: typed, their words found in the reports, and checked.

python -m golden.truce.expected     (in tests/) checks the file and prints each fault; status 1 if there is one
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from communique.domain.incident import CONTRADICTIONS, RELATIONS, VERIFICATIONS
from communique.domain.span import Span
from communique.domain.truce import POLARITIES, STATUSES, STEP_FACTS

from ..expectation import Shape

EXPECTED = Path(__file__).with_name("expected.toml")
Bounds = tuple[int, int]


class Quoted(Shape, frozen=True, kw_only=True):
    """Words that stand once in a report, and where they do not come out as wanted: field by field, why.

    A field of `known_miss` named "found" says that nothing is found there at all.
    """

    report: str
    words: str
    known_miss: dict[str, str] = msgspec.field(default_factory=dict)


class Claim(Quoted, frozen=True, kw_only=True):
    """`accused` where it matters whom this voice accuses: nobody, if it is empty."""

    by: str
    polarity: str = "asserted"
    either: bool = False
    accused: tuple[str, ...] | None = None


class Incident(Shape, frozen=True, kw_only=True):
    """One happening. Fields that are left out are not compared; `in_scope` "open" is what nothing decides."""

    key: str
    what: str
    type: str
    claim: tuple[Claim, ...]
    start: str
    end: str
    relation: str
    zone: str | None = None
    in_scope: Literal["yes", "no", "open"]
    clauses: tuple[str, ...] | None = None
    accused: tuple[str, ...]
    victims: tuple[str, ...] | None = None
    either: bool = False
    killed: Bounds | None = None
    injured: Bounds | None = None
    origins: int
    verification: str
    contradictions: tuple[str, ...] = ()
    stated: tuple[tuple[str, str], ...] = ()
    assessed: str | None = None
    known_miss: dict[str, str] = msgspec.field(default_factory=dict)


class Opinion(Quoted, frozen=True, kw_only=True):
    """`zones` "all" where the words mean all of them; left out where they say nothing of zones."""

    by: str
    status: str
    as_of: str
    zones: tuple[str, ...] | Literal["all"] | None = None


class Standing(Shape, frozen=True, kw_only=True):
    day: str
    zone: str
    opinions: tuple[str, ...]
    known_miss: dict[str, str] = msgspec.field(default_factory=dict)


class Tally(Quoted, frozen=True, kw_only=True):
    by: str
    count: Bounds  # an upper bound of 0 above a lower one: unknown
    sums: Literal["adds up", "partial", "does not add up", "no parts"]
    unit: str | None = None
    polarity: str = "asserted"
    cumulative: bool = False


class Step(Quoted, frozen=True, kw_only=True):
    by: str
    fact: str
    rung: str


class Silent(Quoted, frozen=True, kw_only=True):
    list: Literal["truce", "violations"]
    why: str


class Sentence(Shape, frozen=True, kw_only=True):
    about: str
    words: tuple[str, ...]
    cites: str
    known_miss: dict[str, str] = msgspec.field(default_factory=dict)


class Expected(Shape, frozen=True):
    incident: tuple[Incident, ...]
    opinion: tuple[Opinion, ...]
    standing: tuple[Standing, ...]
    tally: tuple[Tally, ...]
    step: tuple[Step, ...]
    silent: tuple[Silent, ...]
    sentence: tuple[Sentence, ...]

    def quoted(self) -> Iterator[Quoted]:
        """Everything that quotes a report."""
        for incident in self.incident:
            yield from incident.claim
        yield from (*self.opinion, *self.tally, *self.step, *self.silent)

    def named(self, key: str) -> Incident:
        """The incident with this key."""
        return next(one for one in self.incident if one.key == key)


@cache
def load() -> Expected:
    """The expectations."""
    return msgspec.toml.decode(EXPECTED.read_bytes(), type=Expected)


def located(quoted: Quoted, texts: Mapping[str, str]) -> Span:
    """Where the words stand in their report; ValueError where that cannot be told."""
    text = texts.get(quoted.report)
    if text is None:
        raise ValueError(f"there is no report {quoted.report}")
    if text.count(quoted.words) != 1:
        raise ValueError(f"{quoted.report}: stands {text.count(quoted.words)} times, not once: {quoted.words!r}")
    start = text.index(quoted.words)
    return Span(start, start + len(quoted.words))


def faults(expected: Expected, texts: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the expectations, in words."""
    for one in expected.quoted():
        try:
            located(one, texts)
        except ValueError as why:
            yield str(why)
    for report in (one.cites for one in expected.sentence):
        if report not in texts:
            yield f"there is no report {report}"
    yield from _unknown("relation", (one.relation for one in expected.incident), RELATIONS)
    yield from _unknown("verification", (one.verification for one in expected.incident), VERIFICATIONS)
    yield from _unknown(
        "contradiction", (kind for one in expected.incident for kind in one.contradictions), CONTRADICTIONS
    )
    yield from _unknown("polarity", (claim.polarity for one in expected.incident for claim in one.claim), POLARITIES)
    yield from _unknown("status", (one.status for one in expected.opinion), STATUSES)
    yield from _unknown("fact", (one.fact for one in expected.step), STEP_FACTS)


def _unknown(what: str, values: Iterator[str], known: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{what} {value!r} is none of {', '.join(known)}" for value in values if value not in known)


if __name__ == "__main__":
    from .weeks import report_texts

    found = list(faults(load(), report_texts()))
    print("\n".join(found) or "no fault")
    sys.exit(1 if found else 0)
