"""Entries for what is claimed: truce, violations, events. Each says on whose word it stands."""

from __future__ import annotations

from communique.domain.attribution import Unsaid
from communique.domain.event import Event
from communique.domain.truce import Count, Step, TruceClaim, ViolationClaim
from communique.exports import wording
from communique.exports.edition.escape import esc
from communique.exports.edition.lines import Lines, entry, joined, value


def truce(lines: Lines, number: int, claim: TruceClaim) -> str:
    """A claim about the truce: its status for a name."""
    stem = f"c{number}"
    scope = esc(claim.scope_text or "")
    if claim.scope_span:
        scope = lines.words(claim.scope_span, f"{stem}-scope")
    zones = ", ".join(esc(zone) for zone in claim.zones)
    return entry(
        stem,
        esc(wording.told(claim.status, claim.polarity)),
        "",
        value("on the word of", lines.said_in(claim.said_in)),
        value("scope", joined(scope, zones)),
        value("violations", _count(lines, claim.violations, f"{stem}-count")),
        value("of these", esc(wording.parts(claim.breakdown))),
        value("laid to", lines.actors(claim.parties)),
        value("counted over", _period(lines, claim)),
        value("severity", _severity(lines, claim, stem)),
        value("step", _step(lines, claim.step, stem)),
        value("rule", esc(claim.rule or "")),
        value("under", lines.instrument(claim.instrument)),
        value("passage", lines.words(claim.span, stem, 200)),
        state=lines.states.of("truce", claim.id),
    )


def _period(lines: Lines, claim: TruceClaim) -> str:
    words = f"“{esc(wording.shortened(claim.period_text, 60))}”" if claim.period_text else ""
    return joined(words, lines.date(claim.period), "from the beginning on" if claim.cumulative else "")


def _step(lines: Lines, step: Step | None, stem: str) -> str:
    if step is None:
        return ""
    return joined(f"{esc(wording.step(step))} {lines.words(step.span, f'{stem}-step', 120)}", lines.actors(step.of))


def _severity(lines: Lines, claim: TruceClaim | ViolationClaim, stem: str) -> str:
    if claim.severity is None:
        return ""
    words = f" {lines.words(claim.severity_span, f'{stem}-severity')}" if claim.severity_span else ""
    return esc(claim.severity) + words


def violation(lines: Lines, number: int, claim: ViolationClaim) -> str:
    """An alleged violation: its type for a name."""
    stem = f"v{number}"
    return entry(
        stem,
        esc(wording.told(claim.type, claim.polarity)),
        esc(claim.weapon or ""),
        value("on the word of", lines.said_in(claim.said_in)),
        value("alleged party", lines.actors(claim.alleged_party)),
        value("which of them", "one or the other" if claim.either else ""),
        value("against", lines.actors(claim.victims)),
        value("where", joined(lines.place(claim.place), esc(claim.zone or ""))),
        value("when", lines.date(claim.date)),
        value("how many", _count(lines, claim.count, f"{stem}-count")),
        value("killed", _count(lines, claim.killed, f"{stem}-killed")),
        value("injured", _count(lines, claim.injured, f"{stem}-injured")),
        value("severity", _severity(lines, claim, stem)),
        value("rule", esc(claim.rule or "")),
        value("step", _step(lines, claim.step, stem)),
        value("passage", lines.words(claim.span, stem, 200)),
        state=lines.states.of("violations", claim.id),
    )


def event(lines: Lines, number: int, one: Event) -> str:
    """An event: its type and mode for a name, who did it to whom, and how real it is."""
    stem = f"e{number}"
    who = ' <span class="via" aria-label="to">→</span> '.join(
        filter(None, (lines.actors(one.initiators), lines.actors(one.targets)))
    )
    return entry(
        stem,
        esc(one.type.lower()) + (f", {esc(one.mode)}" if one.mode else ""),
        esc(one.reality),
        value("who", who),
        value("where", lines.place(one.place)),
        value("when", lines.date(one.date)),
        value("about", lines.words(one.about, f"{stem}-about", 120) if one.about else ""),
        value("under", joined(lines.process(one.process), lines.instrument(one.instrument))),
        value("killed", _count(lines, one.killed, f"{stem}-killed")),
        value("injured", _count(lines, one.injured, f"{stem}-injured")),
        value("on the word of", lines.said_in(one.said_in)),
        value("passage", lines.words(one.span, stem, 200)),
        state=lines.states.of("events", one.id),
    )


def unsaid(lines: Lines, number: int, one: Unsaid) -> str:
    """What was not said: the words by which it was not for a name, and what a reader might take for said."""
    stem = f"u{number}"
    return entry(
        stem,
        lines.pieces(one.cue, f"{stem}-word") or "said by nobody",
        "",
        value("who", lines.pieces(one.source_spans, f"{stem}-who", 120)),
        value("what", lines.pieces(one.content, stem, 200)),
        state=lines.states.of("unsaid", one.id),
    )


def _count(lines: Lines, number: Count | None, stem: str) -> str:
    if number is None:
        return ""
    return f"{esc(wording.counted(number))} {lines.words(number.span, stem)}"
