"""Incidents: claims about one happening set side by side, and what can be said of them together.

A claim is one speaker's words, taken out of its reading so that claims of many reports can be compared. An incident is
a grouping of claims that a matcher proposed or a person made; an opinion is one speaker's word on a truce as of a day.
"""

from __future__ import annotations

from dataclasses import dataclass

RELATIONS = ("inside", "near", "outside", "unclear")
VERIFICATIONS = (
    "alleged",
    "one origin",
    "corroborated",
    "under inquiry",
    "access denied",
    "verified, attributed",
    "verified, not attributable",
    "not confirmed by the other side",
    "denied or contradicted",
    "ruled not a violation",
    "retracted or superseded",
)
CONTRADICTIONS = ("count", "date", "actor", "place", "denial", "cannot confirm", "report v. treaty text", "status")
NOBODY = "unspecified source"  # as a chain ends where the report says only that somebody said so
AS_OF_BASES = ("the claim's date", "the day it was said", "publication")


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim stands: the report, the characters, and who vouches for it, outermost first.

    `spans` are `[start, end)` pairs in the report's text, empty for a row of an imported table, which has a `row`.
    """

    report: str
    source: str
    quotation: str
    chain: tuple[str, ...]
    spans: tuple[tuple[int, int], ...] = ()
    published: str | None = None  # partial ISO date
    outlet: str | None = None
    row: int | None = None
    url: str | None = None

    @property
    def origin(self) -> str:
        """Who said it first: the innermost link of the chain, "unnamed" where nobody is named."""
        return self.chain[-1] if self.chain else "unnamed"

    @property
    def described(self) -> str | None:
        """What the report calls a speaker without a name, "doctor at the town hospital"; None where it does not say."""
        last = self.chain[-1] if self.chain else ""
        return last if last[:1].islower() and last != NOBODY else None


@dataclass(frozen=True, slots=True)
class Range:
    """A number between bounds, a bound nobody gives None, with the words that give it."""

    low: int | None
    high: int | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """Where: WGS84 degrees with the radius in kilometres within which it may really be; None where unknown."""

    name: str
    lat: float | None = None
    lon: float | None = None
    within_km: float | None = None
    zone: str | None = None  # a zone the source itself names


@dataclass(frozen=True, slots=True)
class Party:
    """Someone accused or harmed, by the report's name and the knowledge base's key."""

    name: str
    known: str | None = None
    described: bool = False  # by what they are and no name: "gunmen", "a patrol"


@dataclass(frozen=True, slots=True)
class Graded:
    """How grave somebody says it was, who is not the one who tells it."""

    severity: str
    cited: Citation


@dataclass(frozen=True, slots=True)
class IncidentClaim:
    """One speaker's words about one happening. `key` is the finding's key in the record, or "DATASET:ID" of a row.

    `start` and `end` are ISO dates, both inclusive, None where unknown.
    """

    key: str
    type: str
    cited: Citation
    start: str | None = None
    end: str | None = None
    site: Site | None = None
    accused: tuple[Party, ...] = ()
    either: bool = False
    victims: tuple[Party, ...] = ()
    killed: Range | None = None
    injured: Range | None = None
    count: Range | None = None
    weapon: str | None = None
    polarity: str = "asserted"
    severity: str | None = None  # as stated
    step: str | None = None  # "called for: send a team"
    step_cited: Citation | None = None  # whose word the step is: often another sentence's and another speaker's
    retracted: bool = False
    unit: str | None = None  # of `count`: one of domain.truce.UNITS, or the word of an imported table
    means: str | None = None  # how it became known, in the source's word: "heard", "saw", "camera"
    parties: tuple[Party, ...] = ()  # who took part, where the source does not say who did it to whom
    voice: tuple[str, ...] = ()  # knowledge keys of the speaker and of those it speaks for, nearest first
    anonymous: bool = False  # the speaker has no name: two such speakers cannot be told apart
    own: bool = False  # the report's own words, on nobody else's authority
    rule: str | None = None  # the clause invoked, as it stands
    heading: bool = False  # it stands in a headline, which sums up what the report tells below
    stance: str | None = None  # of the statement that carries it: "accuses", "denies"; None for the report's own words
    graded: tuple[Graded, ...] = ()  # the words of others in the same report
    taking_back: bool = False  # these words take it back; `retracted` is also what they take back
    mention: bool = False  # it points back to what is known, "the attack of 20 March", and tells of nothing itself


@dataclass(frozen=True, slots=True)
class Tallied:
    """A count of violations as one side gives it, with what it is made of."""

    low: int | None
    high: int | None
    text: str
    unit: str | None = None
    period: str | None = None  # as it stands
    start: str | None = None
    end: str | None = None
    cumulative: bool | None = None
    parts: tuple[tuple[str, Range], ...] = ()
    accused: tuple[Party, ...] = ()
    by: str | None = None  # who counted, where the words name it; else it is the speaker's count


@dataclass(frozen=True, slots=True)
class Opinion:
    """One speaker's word on whether a truce holds, as of a day (ISO, None where unknown)."""

    key: str
    status: str
    cited: Citation
    as_of: str | None
    agreement: str | None = None  # a pack's key, None where the text names none that is known
    zones: tuple[str, ...] = ()  # the zones' names; empty: the words do not say, or say "all"
    scope: str | None = None  # the words
    polarity: str = "asserted"
    severity: str | None = None
    tally: Tallied | None = None
    step: str | None = None  # "ruled out: none", "called for: send a team"
    step_text: str | None = None
    step_of: tuple[str, ...] = ()  # the names of those it is asked of or taken by
    step_cited: Citation | None = None  # whose word the step is
    basis: str | None = None  # what `as_of` rests on: one of AS_OF_BASES
    named_by: str | None = None  # what names the agreement: "the claim", "a zone", "the report"
    perhaps: tuple[str, ...] = ()  # where none is named: the agreements whose parties or zones the report names
    everywhere: bool = False  # the words say that all zones are meant
    side: str | None = None  # "party" or "guarantor" of the agreement, where the speaker holds an office of one
    anonymous: bool = False  # the speaker has no name
    voice: tuple[str, ...] = ()  # knowledge keys of the speaker and of those it speaks for, nearest first
    own: bool = False  # the report's own words, on nobody else's authority
    heading: bool = False  # it stands in a headline, which sums up what the report tells below
    rule: str | None = None  # the clause that is said to be broken, as it stands


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims that cannot both be so, as they stand."""

    kind: str  # one of CONTRADICTIONS
    one: str  # the claims' keys
    other: str
    says: str  # in words, both values named


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a site lies towards the zones of an agreement: the zone's key, None where it is near none."""

    relation: str  # one of RELATIONS
    zone: str | None = None
    km: float | None = None  # to the zone's edge, 0 inside


@dataclass(frozen=True, slots=True)
class InScope:
    """Whether an agreement speaks of a happening: None where what is known does not decide it; why, in words."""

    answer: bool | None
    reasons: tuple[str, ...]
    agreement: str | None = None
    clauses: tuple[str, ...] = ()  # that would be breached
    against: tuple[str, ...] = ()  # of the reasons, those for which the answer is no


@dataclass(frozen=True, slots=True)
class Assessment:
    """A severity with the rule that gave it, in words."""

    severity: str
    rule: str


@dataclass(frozen=True, slots=True)
class Incident:
    """Claims about one happening and what they amount to.

    `proposed` is true while only the matcher put them together; `reasons` say why, link by link. `origins` are the
    independent ones. `key` stays the same while the claim it was first seen in stays with it.
    """

    key: str
    name: str
    claims: tuple[IncidentClaim, ...]
    proposed: bool
    reasons: tuple[str, ...]
    type: str
    start: str | None
    end: str | None
    site: Site | None
    placing: Placing
    scope: InScope
    killed: Range | None
    injured: Range | None
    severity_stated: tuple[tuple[str, str], ...]  # (origin, severity)
    assessed: Assessment
    verification: str
    origins: tuple[str, ...]
    contradictions: tuple[Contradiction, ...] = ()
    history: tuple[str, ...] = ()
