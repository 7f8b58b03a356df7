"""Situation reports for tests, and what stands in them."""

from __future__ import annotations

from datetime import date
from typing import Any

from communique.domain.incident import Assessment, Range
from communique.truce.sitrep import Material, Period, SituationReport, situation_report
from communique.truce.sitrep.content import Entry, Listed, Paragraph, Section, Table

from .words import at_odds, claim, incident, memorandum

PERIOD = Period(date(2031, 3, 13), date(2031, 3, 26), date(2031, 3, 12))


DRENKO = claim("Pavel Drenko", killed=Range(3, 3, "three"), severity="serious")


VELISK = claim("Dara Velisk", polarity="denied")


LASK = claim("Samir Lask", killed=Range(2, None, "at least two"), injured=Range(5, 5, "five"))


VELM = incident(
    "Mortar fire, Velm, 14 March 2031",
    DRENKO,
    VELISK,
    LASK,
    contradictions=(at_odds("denial", DRENKO, VELISK, "Dara Velisk denies it"),),
    severity_stated=(("Pavel Drenko", "serious"),),
    assessed=Assessment("serious", "somebody was killed"),
)


def report(*incidents: Any, period: Period = PERIOD, **more: Any) -> SituationReport:
    opinions = tuple(more.pop("opinions", ()))
    return situation_report(Material(memorandum(), opinions, tuple(incidents), **more), period, made="by hand")


def section(found: SituationReport, title: str) -> Section:
    return next(one for one in found.sections if one.title == title)


def told(found: SituationReport, title: str) -> list[str]:
    """Every sentence under a heading, that of each cell and line included."""
    lines: list[str] = []
    for part in section(found, title).parts:
        match part:
            case Paragraph(sentences):
                lines += [one.text for one in sentences]
            case Listed(items):
                lines += [" ".join(one.text for one in item) for item in items]
            case Table(_, rows):
                lines += [" | ".join(" ".join(one.text for one in cell) for cell in row) for row in rows]
            case Entry():
                lines += [f"{label}: {' '.join(one.text for one in sentences)}" for label, sentences in part.lines]
    return lines
