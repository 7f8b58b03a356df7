"""Violation claims of readings, taken out of them so that those of many reports can be set side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from communique.domain.actor import Actor
from communique.domain.attribution import Statement
from communique.domain.incident import IncidentClaim, Party, Range, Site
from communique.domain.reading import Reading
from communique.domain.truce import Count, ViolationClaim
from communique.record import Verdict, View
from communique.truce.agreements import Agreement
from communique.truce.citing import Citing
from communique.truce.sites import site_of, zone_names

Keys = Mapping[tuple[str, str], str]
# Cues by which a speaker takes words back; "withdrew its guns" is no cue and has no words behind it.
TAKING_BACK = re.compile(
    r"\b(?:withdr[ae]ws?|withdrawn|withdrawing|retract\w{0,4}|disown\w{0,3}|(?:takes?|took) back|"
    r"no longer (?:stands? by|maintains?))\b",
    re.IGNORECASE,
)


def incident_claims(reading: Reading, keys: Keys, agreements: Sequence[Agreement] = ()) -> tuple[IncidentClaim, ...]:
    """The claim of each violation in the reading, in reading order, denials too.

    `keys` are the findings' keys in the record by list and id; a claim without one has "REPORT:ID". The agreements'
    zones are known by their names. What the words do not say is None.
    """
    if not reading.findings.violations:
        return ()
    maker = _Maker(reading, keys, zone_names(agreements))
    return tuple(maker.claim(one) for one in reading.findings.violations)


def recorded_claims(view: View, agreements: Sequence[Agreement] = ()) -> Iterator[IncidentClaim]:
    """The claims of every current reading but those a person rejected, in the order in which the reports came in."""
    for reading in view.readings():
        if reading.findings.violations:
            found = incident_claims(reading, view.keys(reading.report), agreements)
            yield from (one for one in found if view.verdict(one.key) is not Verdict.REJECTED)


class _Maker:
    def __init__(self, reading: Reading, keys: Keys, zones: Mapping[str, str]) -> None:
        found = reading.findings
        self._report, self._keys, self._zones = reading.report, keys, zones
        anatomy = reading.report.anatomy
        self._heads = (*((anatomy.headline,) if anatomy.headline else ()), *anatomy.subheads)
        self._citing = Citing(reading)
        self._actors = {one.id: one for one in found.actors}
        self._places = {one.id: one for one in found.places}
        self._dates = {one.id: one for one in found.dates}

    def claim(self, one: ViolationClaim) -> IncidentClaim:
        statement = self._citing.statement(one.said_in)
        date = self._dates.get(one.date or "")
        start = date.start if date else None
        return IncidentClaim(
            key=self._keys.get(("violations", one.id)) or f"{self._report.id}:{one.id}",
            type=one.type,
            cited=self._citing.of((one.span,), one.said_in),
            start=start,
            end=(date.end or start) if date else None,
            site=self._site(one),
            accused=self._parties(one.alleged_party),
            either=one.either,
            victims=self._parties(one.victims),
            killed=_range(one.killed),
            injured=_range(one.injured),
            count=_range(one.count),
            unit=one.count.unit if one.count else None,
            weapon=one.weapon,
            polarity=one.polarity,
            severity=one.severity,
            step=f"{one.step.fact}: {one.step.rung}" if one.step else None,
            retracted=statement is not None and self._takes_back(statement),
            voice=self._voice(statement.source_actors if statement else ()),
            anonymous=statement is not None and statement.anonymous,
            own=statement is None,
            rule=one.rule,
            heading=any(head.covers(one.span) for head in self._heads),
            stance=statement.stance if statement else None,
        )

    def _takes_back(self, statement: Statement) -> bool:
        return any(TAKING_BACK.search(span.of(self._report.text)) for span in statement.cue)

    def _site(self, one: ViolationClaim) -> Site | None:
        return site_of(self._places.get(one.place or ""), one.zone, self._zones)

    def _parties(self, ids: Sequence[str]) -> tuple[Party, ...]:
        found = (self._actors[one] for one in ids if one in self._actors)
        return tuple(Party(actor.name, actor.known) for actor in found)

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
