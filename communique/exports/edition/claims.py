"""Entries for what is claimed: truce, violations, events. Each says on whose word it stands."""

from __future__ import annotations

from communique.domain.event import Event
from communique.domain.truce import Count, TruceClaim, ViolationClaim
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
    step = claim.step
    return entry(
        stem,
        esc(claim.status),
        "",
        value("on the word of", lines.said_in(claim.said_in)),
        value("scope", joined(scope, zones)),
        value("violations", _count(lines, claim.violations, f"{stem}-count")),
        value("severity", _severity(lines, claim, stem)),
        value("step", f"{esc(step.rung)} {lines.words(step.span, f'{stem}-step', 120)}" if step else ""),
        value("under", lines.instrument(claim.instrument)),
        value("passage", lines.words(claim.span, stem, 200)),
    )


def _severity(lines: Lines, claim: TruceClaim, stem: str) -> str:
    if claim.severity is None:
        return ""
    words = f" {lines.words(claim.severity_span, f'{stem}-severity')}" if claim.severity_span else ""
    return esc(claim.severity) + words


def violation(lines: Lines, number: int, claim: ViolationClaim) -> str:
    """An alleged violation: its type for a name."""
    stem = f"v{number}"
    return entry(
        stem,
        esc(claim.type),
        esc(claim.weapon or ""),
        value("on the word of", lines.said_in(claim.said_in)),
        value("alleged party", lines.actors(claim.alleged_party)),
        value("against", lines.actors(claim.victims)),
        value("where", lines.place(claim.place)),
        value("when", lines.date(claim.date)),
        value("killed", _count(lines, claim.killed, f"{stem}-killed")),
        value("injured", _count(lines, claim.injured, f"{stem}-injured")),
        value("passage", lines.words(claim.span, stem, 200)),
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
        value("on the word of", lines.said_in(one.said_in)),
        value("passage", lines.words(one.span, stem, 200)),
    )


def _count(lines: Lines, number: Count | None, stem: str) -> str:
    if number is None:
        return ""
    unit = f" {esc(number.unit)}" if number.unit else ""
    return f"{esc(wording.count(number))}{unit} {lines.words(number.span, stem)}"
