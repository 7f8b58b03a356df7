"""The record as short lines, entry by entry, for places without links: a terminal, a log, a mail."""

from __future__ import annotations

from dataclasses import dataclass

from communique.domain.actor import Actor
from communique.domain.attribution import Unsaid
from communique.domain.event import Event
from communique.domain.reading import Reading
from communique.domain.truce import Count, Step, TruceClaim, ViolationClaim
from communique.exports import wording

# The lists of the record that people read, in their order.
TITLES = {
    "statements": "Statements",
    "actors": "Actors",
    "truce": "Truce",
    "violations": "Violations alleged",
    "unsaid": "Not said",
    "events": "Events",
    "instruments": "Instruments",
    "processes": "Processes",
    "places": "Places",
    "dates": "Dates",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its number if any, its head in pieces with a style each, lines of detail, how deep it stands."""

    head: tuple[tuple[str, str], ...]
    details: tuple[str, ...] = ()
    label: str = ""
    depth: int = 0


def statements(reading: Reading) -> list[Entry]:
    """Every statement: its chain of authority, how it was said, and its content shortened."""
    found, text = reading.findings.statements, reading.report.text
    numbers = {one.id: number for number, one in reversed(list(enumerate(found, 1)))}
    depth: dict[int, int] = {}
    listed = []
    for number, one in enumerate(found, 1):
        parent = numbers.get(one.within or "")
        depth[number] = min(depth.get(parent, -1) + 1, 5) if parent else 0
        *outer, speaker = wording.voices(one, text)
        cue = f" “{wording.quoted(one.cue, text, 40)}”" if one.cue else ""
        sure = wording.confidences(one)
        how = (
            "unnamed source" if one.anonymous else "",
            f"{one.stance}{cue}",
            one.mode,
            f"told to {one.told_to}" if one.told_to else "",
            f"within {parent}" if parent else "",
            f"confidence {sure}" if sure else "",
        )
        head = (("".join(f"{name} › " for name in outer), ""), (speaker, "bold cyan"))
        content = f"«{wording.quoted(one.content, text, 110)}»" if one.content else ""
        listed.append(Entry(head, _told(" · ".join(filter(None, how)), content), str(number), depth[number]))
    return listed


def entries(reading: Reading, kind: str) -> list[Entry]:
    """The entries of one list of the record, in its order; `kind` is a key of TITLES."""
    found, lists = reading.findings, _Lists(reading)
    match kind:
        case "statements":
            return statements(reading)
        case "actors":
            return [lists.actor(one) for one in found.actors]
        case "truce":
            return [lists.truce(one) for one in found.truce]
        case "violations":
            return [lists.violation(one) for one in found.violations]
        case "unsaid":
            return [_unsaid(one, reading.report.text) for one in found.unsaid]
        case "events":
            return [lists.event(one) for one in found.events]
        case "instruments":
            return [_named(one.name, one.kind, lists.date(one.date)) for one in found.instruments]
        case "processes":
            return [_named(one.name, f"round {one.round}" if one.round else "") for one in found.processes]
        case "places":
            return [
                _named(p.name, p.country or "", wording.coordinates(p) or "coordinates unknown") for p in found.places
            ]
        case _:
            return [_named(f"“{wording.shortened(one.text, 60)}”", wording.when(one)) for one in found.dates]


def _named(name: str, *parts: str) -> Entry:
    return Entry(((name, "bold"), ("".join(f" · {part}" for part in parts if part), "")))


def _unsaid(one: Unsaid, text: str) -> Entry:
    spans = sorted((*one.source_spans, *one.cue, *one.content))
    return Entry((("negated or supposed: ", ""),), (f"«{wording.quoted(tuple(spans), text, 110)}»",))


def _told(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)


def _counted(label: str, value: Count | None) -> str:
    if value is None:
        return ""
    return f"{label}: {wording.counted(value)} “{value.text}”"


class _Lists:
    """Writes the entries of one reading, looking up by id what they name."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.report.text
        self._outlet = reading.report.outlet
        self._actors = {one.id: one.name for one in reading.findings.actors}
        self._places = {one.id: one.name for one in reading.findings.places}
        self._dates = {one.id: one for one in reading.findings.dates}
        self._instruments = {one.id: one.name for one in reading.findings.instruments}
        self._processes = {one.id: one.name for one in reading.findings.processes}
        self._statements = {one.id: (n, one) for n, one in enumerate(reading.findings.statements, 1)}

    def actor(self, one: Actor) -> Entry:
        """An actor with his roles in the report's words."""
        roles = []
        for role in one.roles:
            of = f" of {self._actors[role.of]}" if role.of in self._actors else ""
            term = wording.term(role)
            roles.append(
                f"{role.title}{of}{f' ({term})' if term else ''} “{wording.quoted((role.span,), self._text, 60)}”"
            )
        members = ", ".join(self._actors.get(key, "") for key in one.members)
        entry = _named(one.name, one.kind, one.country or "")
        return Entry(entry.head, _told("; ".join(roles), f"made up of {members}" if members else ""))

    def truce(self, one: TruceClaim) -> Entry:
        """A claim about the truce, and on whose word."""
        facts = (
            f"scope: {one.scope_text}" if one.scope_text else "",
            _counted("violations", one.violations),
            f"of these: {wording.parts(one.breakdown)}" if one.breakdown else "",
            f"laid to: {self._who(one.parties)}" if one.parties else "",
            self._period(one),
            f"severity: {one.severity}" if one.severity else "",
            self._step(one.step),
            f"rule: {one.rule}" if one.rule else "",
            f"under {self._instruments[one.instrument]}" if one.instrument in self._instruments else "",
        )
        head = ((wording.told(one.status, one.polarity), "bold"), (f" · {self._word(one.said_in)}", ""))
        return Entry(head, _told(" · ".join(filter(None, facts)), self._passage(one)))

    def _period(self, one: TruceClaim) -> str:
        known = {True: ", from the beginning on"}.get(one.cumulative or False, "")
        words = f"“{wording.shortened(one.period_text, 60)}”" if one.period_text else ""
        return f"counted over {words or 'the whole time'}{known}" if words or known else ""

    def _step(self, one: Step | None) -> str:
        if one is None:
            return ""
        of = f" ({self._who(one.of)})" if self._who(one.of) else ""
        return f"step: {wording.step(one)}{of} “{wording.shortened(one.text, 80)}”"

    def violation(self, one: ViolationClaim) -> Entry:
        """An alleged violation, and on whose word."""
        party = " or ".join(filter(None, map(self._one, one.alleged_party))) if one.either else ""
        facts = (
            f"alleged party: {party or self._who(one.alleged_party)}" if one.alleged_party else "",
            f"against: {self._who(one.victims)}" if one.victims else "",
            f"at {self._places[one.place]}" if one.place in self._places else "",
            f"in the zone {one.zone}" if one.zone else "",
            self.date(one.date),
            _counted("how many", one.count),
            _counted("killed", one.killed),
            _counted("injured", one.injured),
            f"severity: {one.severity}" if one.severity else "",
            f"rule: {one.rule}" if one.rule else "",
            self._step(one.step),
        )
        head = ((wording.told(one.type, one.polarity), "bold"), (f" · {self._word(one.said_in)}", ""))
        return Entry(head, _told(" · ".join(filter(None, facts)), self._passage(one)))

    def _one(self, key: str) -> str:
        return self._actors.get(key, "")

    def event(self, one: Event) -> Entry:
        """An event, how real it is, and on whose word."""
        who = " → ".join(filter(None, (self._who(one.initiators), self._who(one.targets))))
        where = f"at {self._places[one.place]}" if one.place in self._places else ""
        process = self._processes.get(one.process or "")
        more = (
            f"about “{wording.quoted((one.about,), self._text, 80)}”" if one.about else "",
            f"under {process}" if process else "",
            f"under {self._instruments[one.instrument]}" if one.instrument in self._instruments else "",
            _counted("killed", one.killed),
            _counted("injured", one.injured),
        )
        kind = one.type.lower() + (f", {one.mode}" if one.mode else "")
        head = ((kind, "bold"), (f" · {one.reality} · {self._word(one.said_in)}", ""))
        facts = " · ".join(filter(None, (who, where, self.date(one.date), *more)))
        return Entry(head, _told(facts, self._passage(one)))

    def date(self, key: str | None) -> str:
        """A date's value, with its words where the value is unknown."""
        one = self._dates.get(key or "")
        if one is None:
            return ""
        return wording.when(one) if one.start else f"“{wording.shortened(one.text, 40)}”, {wording.UNKNOWN}"

    def _who(self, keys: tuple[str, ...]) -> str:
        return ", ".join(self._actors[key] for key in keys if key in self._actors)

    def _word(self, key: str | None) -> str:
        number, one = self._statements.get(key or "", (0, None))
        if one is None:
            return f"on the report's own word{f' ({self._outlet})' if self._outlet else ''}"
        return f"on the word of {' › '.join(wording.voices(one, self._text))} (statement {number})"

    def _passage(self, one: TruceClaim | ViolationClaim | Event) -> str:
        return f"«{wording.quoted((one.span,), self._text, 110)}»"
