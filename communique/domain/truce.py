"""Claims about a truce and about violations of it: one speaker's words, each field with its own span."""

from __future__ import annotations

from dataclasses import dataclass

from communique.domain.provenance import Provenance
from communique.domain.span import Span

STATUSES = ("holding", "mostly holding", "strained", "broken", "ended", "not in force", "unclear", "announced")
POLARITIES = ("asserted", "denied", "not confirmed")
STEP_FACTS = ("called for", "announced", "done", "ruled out")
SEVERITIES = ("none", "not a violation", "minor", "serious", "unclear")
UNITS = ("violation", "incident", "explosion", "burst", "projectile", "case")


@dataclass(frozen=True, slots=True)
class Count:
    """A number as the text gives it; a bound it does not give is None ("several": low 2, high None)."""

    text: str
    span: Span
    low: int | None = None
    high: int | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a breakdown: where (the words, as they stand) and how many."""

    place: str
    span: Span
    count: Count


@dataclass(frozen=True, slots=True)
class Step:
    """A step on the response ladder; rung "none" where a source rules every step out.

    `fact` is one of STEP_FACTS: what is called for, what is announced and what is done are three different facts. `of`
    are the ids of the actors it is asked of or taken by.
    """

    rung: str
    text: str
    span: Span
    fact: str = "called for"
    of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TruceClaim:
    """One opinion on whether a truce holds, tied to the statement that carries it."""

    id: str
    span: Span
    status: str
    made: Provenance
    scope_text: str | None = None
    scope_span: Span | None = None
    zones: tuple[str, ...] = ()
    instrument: str | None = None
    violations: Count | None = None
    severity: str | None = None
    severity_span: Span | None = None
    step: Step | None = None
    said_in: str | None = None
    polarity: str = "asserted"
    period: str | None = None  # the id of the date over which the violations were counted
    period_text: str | None = None  # "in the past 24 hours", as it stands
    cumulative: bool | None = None  # "since the truce began": None where the text does not say
    breakdown: tuple[Part, ...] = ()
    parties: tuple[str, ...] = ()  # ids of the actors to whom the counted violations are laid
    rule: str | None = None  # the clause invoked, as it stands: "Article 2"


@dataclass(frozen=True, slots=True)
class ViolationClaim:
    """One alleged violation as one speaker tells it."""

    id: str
    span: Span
    type: str
    made: Provenance
    weapon: str | None = None
    date: str | None = None
    place: str | None = None
    alleged_party: tuple[str, ...] = ()
    victims: tuple[str, ...] = ()
    killed: Count | None = None
    injured: Count | None = None
    said_in: str | None = None
    polarity: str = "asserted"
    count: Count | None = None  # how many such violations, where one claim tells of several
    either: bool = False  # "Syrian or Russian aircraft": the parties are alternatives, not a sum
    severity: str | None = None
    severity_span: Span | None = None
    zone: str | None = None  # the zone the text puts it in, in the pack's name
    rule: str | None = None
    step: Step | None = None
