"""Violation claims of readings, taken out of them so that those of many reports can be set side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from communique.domain.actor import Actor
from communique.domain.attribution import Statement
from communique.domain.incident import Graded, IncidentClaim, Party, Range, Site
from communique.domain.reading import Reading
from communique.domain.truce import Count, ViolationClaim
from communique.domain.when import DateMention
from communique.record import View
from communique.truce.agreements import Agreement
from communique.truce.citing import Citing
from communique.truce.held import unrejected
from communique.truce.narrative import Narrative
from communique.truce.shortened import Shortened, cited_step, said_by
from communique.truce.sites import Sites

Keys = Mapping[tuple[str, str], str]
# Cues by which a speaker takes words back; "withdrew its guns" is no cue and has no words behind it.
TAKING_BACK = re.compile(
    r"\b(?:withdr[ae]ws?|withdrawn|withdrawing|retract\w{0,4}|disown\w{0,3}|(?:takes?|took) back|"
    r"no longer (?:stands? by|maintains?))\b",
    re.IGNORECASE,
)
DESCRIBED = frozenset({"people", "unknown"})  # kinds of actors that only a description names


def incident_claims(reading: Reading, keys: Keys, agreements: Sequence[Agreement] = ()) -> tuple[IncidentClaim, ...]:
    """The claim of each violation in the reading, in reading order, denials too.

    `keys` are the findings' keys in the record by list and id; a claim without one has "REPORT:ID". The agreements'
    zones and parties are known by their names. What the words do not say is None.
    """
    if not reading.findings.violations:
        return ()
    maker = _Maker(reading, keys, agreements)
    return tuple(maker.claim(one) for one in reading.findings.violations)


def recorded_claims(view: View, agreements: Sequence[Agreement] = ()) -> Iterator[IncidentClaim]:
    """The claims of every current reading but those a person rejected, in the order in which the reports came in."""
    judged = view.verdicts()
    for reading in view.readings():
        if reading.findings.violations:
            yield from unrejected(incident_claims(reading, view.keys(reading.report), agreements), judged)


class _Maker:
    def __init__(self, reading: Reading, keys: Keys, agreements: Sequence[Agreement]) -> None:
        found = reading.findings
        self._report, self._keys, self._agreements = reading.report, keys, agreements
        anatomy = reading.report.anatomy
        self._heads = (*((anatomy.headline,) if anatomy.headline else ()), *anatomy.subheads)
        self._citing, self._narrative = Citing(reading), Narrative(reading)
        self._actors = {one.id: one for one in found.actors}
        self._dates = {one.id: one for one in found.dates}
        self._sites = Sites(found.places, agreements)
        self._shortened = Shortened(found.actors, agreements)
        self._verdicts = list(self._narrative.verdicts(self._citing))

    def claim(self, one: ViolationClaim) -> IncidentClaim:
        statement = self._citing.statement(one.said_in)
        speakers = statement.source_actors if statement else ()
        body = self._shortened.speaking(statement)
        own = statement is None or self._citing.by_own_people(statement)
        severity, graded = self._severity(one, statement)
        date = self._date(one)
        start = date.start if date else None
        taking_back = statement is not None and self._takes_back(statement)
        return IncidentClaim(
            key=self._keys.get(("violations", one.id)) or f"{self._report.id}:{one.id}",
            type=one.type,
            cited=said_by(body, self._citing.of((one.span,), one.said_in)),
            start=start,
            end=(date.end or start) if date else None,
            site=self._site(one),
            accused=self._accused(one),
            either=one.either,
            victims=self._parties(one.victims),
            killed=_range(one.killed),
            injured=_range(one.injured),
            count=_range(one.count),
            unit=one.count.unit if one.count else None,
            weapon=one.weapon,
            polarity=one.polarity,
            severity=severity,
            step=f"{one.step.fact}: {one.step.rung}" if one.step else None,
            step_cited=cited_step(one.step, self._citing, self._shortened) if one.step else None,
            retracted=taking_back,
            taking_back=taking_back,
            voice=(body.known,) if body and body.known else self._voice(speakers),
            anonymous=statement is not None and statement.anonymous,
            own=own,
            rule=one.rule,
            heading=any(head.covers(one.span) for head in self._heads),
            stance=statement.stance if statement and not own else None,
            graded=graded,
            mention=self._narrative.mentions(one),
        )

    def _date(self, one: ViolationClaim) -> DateMention | None:
        return self._dates.get(one.date or "") or self._narrative.day(one)

    def _severity(self, one: ViolationClaim, statement: Statement | None) -> tuple[str | None, tuple[Graded, ...]]:
        """The severity in the claim's own speaker's words, and those that others give it."""
        others = [graded for claim, graded in self._verdicts if claim is one]
        span = one.severity_span
        if one.severity is None or span is None or one.span.covers(span):
            return one.severity, tuple(others)
        speaker = self._citing.told_in(span)
        if speaker is statement or not self._citing.chain(speaker.id if speaker else None):
            return one.severity, tuple(others)
        return None, (Graded(one.severity, self._citing.of((span,), speaker.id if speaker else None)), *others)

    def _takes_back(self, statement: Statement) -> bool:
        return any(TAKING_BACK.search(span.of(self._report.text)) for span in statement.cue)

    def _site(self, one: ViolationClaim) -> Site | None:
        pair = self._narrative.between(one)
        if pair is not None:
            return self._sites.between(*pair)
        if self._narrative.brought_to(one):
            return self._sites.of(None, None)
        before = self._narrative.same_place(one)
        placed = before if before is not None else one
        return self._sites.of(placed.place or self._narrative.the_town(one), placed.zone)

    def _accused(self, one: ViolationClaim) -> tuple[Party, ...]:
        """The accused; of a body and what is part of it, named together, the part: "its wing, the Guard" is one."""
        found = self._parties([actor for actor in one.alleged_party if self._narrative.accuses(one, actor)])
        if one.either or len(found) < 2:
            return found
        above = {
            up
            for party in found
            if party.known
            for sides in (agreement.sides for agreement in self._agreements)
            for up in sides.above(party.known)[1:]
        }
        return tuple(party for party in found if party.known not in above)

    def _parties(self, ids: Sequence[str]) -> tuple[Party, ...]:
        found = (self._actors[one] for one in ids if one in self._actors)
        return tuple(dict.fromkeys(self._party(actor) for actor in found))

    def _party(self, actor: Actor) -> Party:
        body = self._shortened.body(actor)
        described = actor.known is None and (actor.kind in DESCRIBED or actor.name[:1].islower())
        return body or Party(actor.name, actor.known, described)

    def _voice(self, speakers: Sequence[str]) -> tuple[str, ...]:
        """Keys of the speakers and of the bodies they hold an office in, the speakers first."""
        named = [self._actors[one] for one in speakers if one in self._actors]
        bodies = [self._actors[role.of] for actor in named for role in actor.roles if role.of in self._actors]
        return tuple(dict.fromkeys(key for actor in (*named, *bodies) for key in _keys(actor)))


def _keys(actor: Actor) -> Iterator[str]:
    if actor.known:
        yield actor.known
    # An armed group in a country is not its government: only who speaks for the state stands for it.
    if actor.kind == "government" and actor.country:
        yield actor.country


def _range(count: Count | None) -> Range | None:
    return None if count is None else Range(count.low, count.high, count.text)
