"""A finding as the record gives it to be judged, and which of them are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from communique.domain.actor import Actor, Mention
from communique.domain.agreement import Instrument, Process
from communique.domain.attribution import Statement, Unsaid
from communique.domain.event import Event
from communique.domain.reading import Findings, Reading
from communique.domain.truce import TruceClaim, ViolationClaim
from communique.domain.when import DateMention
from communique.domain.where import Place
from communique.errors import RecordError
from communique.record.judgement import Judgement, Verdict

Noun = (
    Mention
    | Actor
    | Place
    | DateMention
    | Statement
    | Event
    | Instrument
    | Process
    | TruceClaim
    | ViolationClaim
    | Unsaid
)

# Every list of findings, and those in which somebody claims something: what people judge first.
KINDS = tuple(field.name for field in fields(Findings))
CLAIMS = ("statements", "events", "truce", "violations")


@dataclass(frozen=True, slots=True)
class Sought:
    """Which findings of current readings: of these kinds, in reports of this id or source, judged or not."""

    kinds: tuple[str, ...] = CLAIMS
    report: str | None = None
    judged: bool | None = None  # True: accepted or rejected; False: waiting; None: both


@dataclass(frozen=True, slots=True)
class Found:
    """One finding of a current reading: its key, its kind and id there, and the judgement of it that counts, if any."""

    key: str
    kind: str  # one of KINDS
    id: str
    reading: Reading
    judgement: Judgement | None = None

    @property
    def verdict(self) -> Verdict:
        """Where it stands."""
        return Verdict.PROPOSED if self.judgement is None else self.judgement.verdict

    @property
    def place(self) -> int:
        """Its place in the list it stands in, from 0."""
        listed: Sequence[Noun] = getattr(self.reading.findings, self.kind)
        for place, one in enumerate(listed):
            if one.id == self.id:
                return place
        raise RecordError(f"The record names a finding {self.id} of the {self.kind} that its reading does not hold.")

    @property
    def noun(self) -> Noun:
        """The finding itself."""
        listed: Sequence[Noun] = getattr(self.reading.findings, self.kind)
        return listed[self.place]
