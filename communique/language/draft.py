"""The working state of one reading: what the stages have found so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.domain.actor import Actor, Mention
from communique.domain.agreement import Instrument, Process
from communique.domain.attribution import Statement, Unsaid
from communique.domain.event import Event
from communique.domain.reading import Findings
from communique.domain.report import Report
from communique.domain.truce import TruceClaim, ViolationClaim
from communique.domain.when import DateMention
from communique.domain.where import Place
from communique.language.cast import Cast
from communique.language.words import Parse


@dataclass(frozen=True, slots=True)
class Draft:
    """One report on its way through the stages; every stage returns a new draft with its fields filled."""

    report: Report
    parse: Parse = field(default_factory=lambda: Parse("", (), (), (), ()))
    cast: Cast = field(default_factory=lambda: Cast(Parse("", (), (), (), ())))
    statements: tuple[Statement, ...] = ()
    unsaid: tuple[Unsaid, ...] = ()
    actors: tuple[Actor, ...] = ()
    actor_mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    places: tuple[Place, ...] = ()
    place_mentions: tuple[Mention, ...] = ()
    instruments: tuple[Instrument, ...] = ()
    processes: tuple[Process, ...] = ()
    events: tuple[Event, ...] = ()
    truce: tuple[TruceClaim, ...] = ()
    violations: tuple[ViolationClaim, ...] = ()

    def findings(self) -> Findings:
        """What the record keeps of it: mentions of every kind in reading order, numbered."""
        mentions = [*self.actor_mentions, *self.place_mentions]
        mentions += [Mention("", d.span, "date", d.made) for d in self.dates]
        mentions += [Mention("", s, "instrument", i.made) for i in self.instruments for s in i.spans]
        mentions += [Mention("", s, "process", p.made) for p in self.processes for s in p.spans]
        return Findings(
            mentions=_numbered(mentions),
            actors=self.actors,
            places=self.places,
            dates=self.dates,
            statements=self.statements,
            events=self.events,
            instruments=self.instruments,
            processes=self.processes,
            truce=self.truce,
            violations=self.violations,
            unsaid=self.unsaid,
        )


def _numbered(mentions: list[Mention]) -> tuple[Mention, ...]:
    ordered = sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.kind))
    return tuple(Mention(f"m{n}", m.span, m.kind, m.made, m.actor, m.place, m.reason) for n, m in enumerate(ordered, 1))
