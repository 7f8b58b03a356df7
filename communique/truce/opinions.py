"""Opinions: the truce claims of readings, each as of a day, on an agreement and zones of the packs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from communique.domain.actor import Actor
from communique.domain.incident import Opinion, Party, Range, Tallied
from communique.domain.reading import Reading
from communique.domain.truce import Count, TruceClaim
from communique.record import View
from communique.truce.agreements import Agreement
from communique.truce.citing import Citing
from communique.truce.dating import Calendar, running
from communique.truce.held import readings_with, unrejected
from communique.truce.naming import Concern, Naming, part_in, placed
from communique.truce.shortened import Shortened, cited_step, said_by

ALL = re.compile(
    r"\b(?:all|every|each|any|whole|entire|overall|throughout|nationwide|countrywide|across the country|zones)\b",
    re.IGNORECASE,
)
# "three of the four safe zones" and "most zones" leave out some that they do not name.
SOME = re.compile(
    r"\b(?:(?:one|two|three|four|five|six|half|\d+)\s+(?:out\s+)?of|most|many|some|several|both|other|another|parts?|"
    r"outside|between)\b",
    re.IGNORECASE,
)
TIMES = re.compile(r"\b(?:hours?|days?|weeks?|months?|period|notes?|report|bulletin)\b", re.IGNORECASE)
COUNTER = re.compile(
    r"^(?:[^.;:]{0,40}?)\b(?:has|have|had)?\s*(?:recorded|registered|reported|counted|listed|logged|documented|noted|"
    r"observed|detected|confirmed|put|identified)\b[^.;:]{0,40}$",
    re.IGNORECASE,
)

Keys = Mapping[tuple[str, str], str]


def opinions(reading: Reading, keys: Keys, agreements: Sequence[Agreement]) -> tuple[Opinion, ...]:
    """The opinion of each truce claim in the reading, in reading order.

    `keys` are the findings' keys in the record by list and id; a claim without one keeps "REPORT:ID".
    """
    if not reading.findings.truce:
        return ()
    maker = _Maker(reading, keys, agreements)
    return tuple(maker.opinion(claim) for claim in reading.findings.truce)


def recorded(view: View, agreements: Sequence[Agreement], *, until: date | None = None) -> tuple[Opinion, ...]:
    """Every opinion in the record but those a person rejected: reports by their days, then imported tallies.

    With `until`, rows that begin after that day are left in the file; what reports say may be of any day.
    """
    return tuple(_recorded(view, agreements, until))


def _recorded(view: View, agreements: Sequence[Agreement], until: date | None) -> Iterator[Opinion]:
    judged = view.verdicts()
    for reading, found in readings_with(view, "truce"):
        yield from unrejected(opinions(reading, {(one.kind, one.id): one.key for one in found}, agreements), judged)
    yield from (placed(row, agreements) for row in view.tallies(until=until))


@dataclass(frozen=True, slots=True)
class _Who:
    """The actors of a reading by id."""

    actors: Mapping[str, Actor]

    def party(self, actor: str) -> Party:
        found = self.actors.get(actor)
        return Party(found.name, found.known) if found else Party(actor)

    def names(self, ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.party(one).name for one in ids)


class _Maker:
    def __init__(self, reading: Reading, keys: Keys, agreements: Sequence[Agreement]) -> None:
        self._reading, self._keys = reading, keys
        anatomy = reading.report.anatomy
        self._heads = (*((anatomy.headline,) if anatomy.headline else ()), *anatomy.subheads)
        self._citing, self._calendar = Citing(reading), Calendar(reading)
        self._naming = Naming(reading, agreements)
        self._shortened = Shortened(reading.findings.actors, agreements)
        self._who = _Who({actor.id: actor for actor in reading.findings.actors})

    def opinion(self, claim: TruceClaim) -> Opinion:
        statement = self._citing.statement(claim.said_in)
        as_of = self._calendar.as_of(claim, statement)
        concern = self._naming.concern(claim, as_of.day)
        scope = _area(claim.scope_text)
        speakers = statement.source_actors if statement else ()
        body = self._shortened.speaking(statement)
        return Opinion(
            key=self._keys.get(("truce", claim.id)) or f"{self._reading.report.id}:{claim.id}",
            status=claim.status,
            cited=said_by(body, self._citing.of((claim.span,), claim.said_in)),
            as_of=as_of.day,
            agreement=concern.agreement.key if concern.agreement else None,
            zones=concern.zones,
            scope=scope,
            polarity=claim.polarity,
            severity=claim.severity,
            tally=self._tally(claim),
            step=f"{claim.step.fact}: {claim.step.rung}" if claim.step else None,
            step_text=claim.step.text if claim.step else None,
            step_of=self._who.names(claim.step.of) if claim.step else (),
            step_cited=cited_step(claim.step, self._citing, self._shortened) if claim.step else None,
            basis=as_of.basis,
            named_by=concern.named_by,
            perhaps=concern.perhaps,
            everywhere=not concern.zones and _everywhere(scope or ""),
            anonymous=statement.anonymous if statement else not self._citing.chain(None),
            side=self._side(concern, speakers, body),
            voice=(body.known,) if body and body.known else self._naming.voice(speakers),
            own=statement is None,
            rule=claim.rule,
            heading=any(head.covers(claim.span) for head in self._heads),
        )

    def _side(self, concern: Concern, speakers: Sequence[str], body: Party | None) -> str | None:
        if concern.agreement is None:
            return None
        if body is not None and body.known is not None:
            return part_in((body.known,), concern.agreement)
        sides = {self._naming.side(actor, concern.agreement) for actor in speakers}
        return sides.pop() if len(sides) == 1 else None

    def _tally(self, claim: TruceClaim) -> Tallied | None:
        if claim.violations is None:
            return None
        count, period = claim.violations, self._calendar.period(claim)
        return Tallied(
            low=count.low,
            high=count.high,
            text=count.text,
            unit=count.unit,
            period=claim.period_text,
            start=period.start if period else None,
            end=(period.end or period.start) if period else None,
            cumulative=running(claim) or claim.cumulative,
            # A part of another kind ("including 31 explosions") is no part of the sum.
            parts=tuple((p.place, _range(p.count)) for p in claim.breakdown if p.count.unit in (None, count.unit)),
            accused=tuple(self._who.party(actor) for actor in claim.parties),
            by=self._counter(claim, count),
        )

    def _counter(self, claim: TruceClaim, count: Count) -> str | None:
        """Who counted, where the clause names it: "the Selmarkan part has recorded 11 violations"."""
        text = self._reading.report.text
        before = [
            one
            for one in self._reading.findings.mentions
            if one.actor in self._who.actors
            and one.actor not in claim.parties
            and one.kind in {"organisation", "group"}
            and claim.span.start <= one.span.start
            and one.span.end <= count.span.start
            and COUNTER.match(text[one.span.end : count.span.start])
        ]
        return self._who.party(before[0].actor or "").name if before else None


def _area(scope: str | None) -> str | None:
    """The scope where it is an area: "in the same period" says when and not where."""
    return None if scope is None or (TIMES.search(scope) and not ALL.search(scope)) else scope


def _everywhere(scope: str) -> bool:
    return ALL.search(scope) is not None and SOME.search(scope) is None


def _range(count: Count) -> Range:
    return Range(count.low, count.high, count.text)
