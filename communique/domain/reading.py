"""What one reading of one report found."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.domain.actor import Actor, Mention
from communique.domain.agreement import Instrument, Process
from communique.domain.attribution import Statement, Unsaid
from communique.domain.event import Event
from communique.domain.report import Report
from communique.domain.truce import TruceClaim, ViolationClaim
from communique.domain.when import DateMention
from communique.domain.where import Place


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything the stages found, in reading order, list by list as the contract prints it."""

    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    processes: tuple[Process, ...] = ()
    truce: tuple[TruceClaim, ...] = ()
    violations: tuple[ViolationClaim, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and its findings."""

    report: Report
    findings: Findings = field(default_factory=Findings)
