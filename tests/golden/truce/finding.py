"""What the two weeks came to in the record, and how an expectation finds its part of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.domain.incident import Citation, Incident, IncidentClaim, Opinion
from communique.domain.reading import Reading
from communique.domain.span import Span
from communique.domain.truce import Step, TruceClaim, ViolationClaim
from communique.truce.agreements import Agreement
from communique.truce.citing import Citing
from communique.truce.shortened import Shortened, cited_step
from communique.truce.sitrep import Material, SituationReport

from . import expected as wanted
from .weeks import name_of

LEAST = 0.5  # of the shorter of two spans: from here on they are about one thing


@dataclass(frozen=True, slots=True)
class Told:
    """A step on the ladder as a reading has it, and who tells of it."""

    step: Step
    by: str


@dataclass(frozen=True, slots=True)
class Weeks:
    """The record of the thirty reports: readings by the reports' names, and what was made of them."""

    readings: Mapping[str, Reading]
    incidents: tuple[Incident, ...]
    opinions: tuple[Opinion, ...]
    agreement: Agreement
    material: Material
    whole: SituationReport  # on both weeks
    by_hand: int = 0  # pairs of incidents that a person had to join

    @property
    def texts(self) -> dict[str, str]:
        """Every report's text by its name."""
        return {name: reading.report.text for name, reading in self.readings.items()}

    def span(self, quoted: wanted.Quoted) -> Span:
        """Where the words of an expectation stand."""
        return wanted.located(quoted, self.texts)

    def claim(self, quoted: wanted.Claim) -> IncidentClaim | None:
        """The claim at those words, one of the wanted polarity first; None where nothing is found there."""
        span = self.span(quoted)
        there = [
            (claim.polarity == quoted.polarity, shared(claim.cited, span), claim)
            for incident in self.incidents
            for claim in incident.claims
            if claim.cited.row is None and cites(claim.cited, quoted.report) and shared(claim.cited, span) >= LEAST
        ]
        return max(there, key=lambda one: one[:2])[2] if there else None

    def home(self, claim: IncidentClaim) -> Incident:
        """The incident that holds a claim."""
        return next(one for one in self.incidents if any(claim.key == other.key for other in one.claims))

    def opinion(self, quoted: wanted.Quoted, *, counting: bool = False) -> Opinion | None:
        """The opinion at those words, or the one that gives a count there; None where nothing is found there."""
        span = self.span(quoted)
        there = [
            (shared(one.cited, span), one)
            for one in self.opinions
            if cites(one.cited, quoted.report)
            and shared(one.cited, span) >= LEAST
            and (one.tally is not None) >= counting
        ]
        # Of a sentence's several opinions the one that says what is wanted is meant.
        status = quoted.status if isinstance(quoted, wanted.Opinion) else None
        return max(there, key=lambda one: (one[1].status == status, one[0]))[1] if there else None

    def steps(self, quoted: wanted.Step) -> list[Told]:
        """The steps that are told at those words."""
        reading, span = self.readings[quoted.report], self.span(quoted)
        return [told for told in told_in(reading, (self.agreement,)) if overlap(told.step.span, span) >= LEAST]


def told_in(reading: Reading, agreements: Sequence[Agreement]) -> Iterator[Told]:
    """Every step of a reading, with the innermost voice that tells of it."""
    citing, shortened = Citing(reading), Shortened(reading.findings.actors, agreements)
    claims: tuple[TruceClaim | ViolationClaim, ...] = (*reading.findings.truce, *reading.findings.violations)
    for claim in claims:
        if claim.step is not None:
            yield Told(claim.step, cited_step(claim.step, citing, shortened).origin)


def cites(cited: Citation, report: str) -> bool:
    """Whether a citation is of the report of that name."""
    return name_of(cited.source, cited.report) == report


def shared(cited: Citation, span: Span) -> float:
    """How much of the shorter one a citation shares with a span."""
    return max((overlap(Span(start, end), span) for start, end in cited.spans), default=0.0)


def overlap(one: Span, other: Span) -> float:
    """The share of the shorter span that both cover."""
    common = min(one.end, other.end) - max(one.start, other.start)
    return max(0, common) / max(1, min(len(one), len(other)))


def keys(claims: Iterable[IncidentClaim]) -> tuple[str, ...]:
    """Who is accused, by key or name, where a claim does not deny it; "gunmen" are nobody in particular."""
    accused = [party for one in claims if one.polarity == "asserted" for party in one.accused if not party.described]
    return tuple(sorted({party.known or party.name for party in accused}))
