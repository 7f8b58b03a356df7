"""The incidents of a situation report as a table, one row an incident, as monitoring missions annex them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from communique.domain.incident import Incident, IncidentClaim, Range
from communique.exports.cells import Cell, cell
from communique.truce.sitrep.claimed import accused
from communique.truce.sitrep.content import SituationReport
from communique.truce.sitrep.notes import chain, permalink, place
from communique.truce.sitrep.words import amount, names, speaker

COLUMNS = (
    *("No", "Incident", "Agreement", "Date from", "Date to", "Place", "Latitude", "Longitude", "Within km"),
    *("Zone relation", "Zone", "Type", "Weapon", "Means", "Count", "Accused", "Victims", "Killed", "Injured"),
    *("In scope", "Clauses", "Severity stated", "Severity assessed", "Rule", "Verification", "Origins"),
    *("Origin names", "Claims", "Contradictions", "Grouping", "Source", "Permalink", "Chain", "Quotation"),
)
PARTED = " | "  # between the claims of one incident, in the same order in every column


def table_csv(report: SituationReport) -> str:
    """The table with its header line, in UTF-8 without a byte order mark; a report without incidents has no rows."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for number, incident in enumerate(report.incidents, 1):
        writer.writerow([cell(value) for value in _row(number, incident, report.agreement)])
    return out.getvalue()


def _row(number: int, one: Incident, agreement: str) -> Sequence[Cell | None]:
    site, claims = one.site, one.claims
    return (
        *(number, one.name, agreement, one.start, one.end or one.start, site.name if site else None),
        *((site.lat, site.lon, site.within_km) if site else (None, None, None)),
        *(one.placing.relation, one.placing.zone, one.type),
        _each(claim.weapon for claim in claims),
        _each(claim.means for claim in claims),
        _given(claims, "count"),
        _each(accused(claim) for claim in claims),
        _each(names(party.name for party in claim.victims) for claim in claims),
        *(_given(claims, "killed"), _given(claims, "injured")),
        {True: "yes", False: "no", None: "open"}[one.scope.answer],
        names(one.scope.clauses),
        _each(f"{severity} ({origin})" for origin, severity in one.severity_stated),
        *(one.assessed.severity, one.assessed.rule, one.verification, len(one.origins), PARTED.join(one.origins)),
        len(claims),
        _each(f"{found.kind}: {found.says}" for found in one.contradictions),
        "proposed" if one.proposed else "",
        PARTED.join(place(claim.cited) for claim in claims),
        PARTED.join(permalink(claim.cited) for claim in claims),
        PARTED.join(chain(claim.cited) for claim in claims),
        PARTED.join(f"“{claim.cited.quotation}”" for claim in claims),
    )


def _each(values: Iterable[str | None]) -> str:
    return PARTED.join(dict.fromkeys(value for value in values if value))


def _given(claims: Sequence[IncidentClaim], field: str) -> str:
    """Each figure with who gives it: "3 (VNA) | at least 5 (Varenia Observatory for Civilians)"."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        value: Range | None = getattr(claim, field)
        if value is not None and claim.polarity == "asserted" and not claim.retracted:
            found.setdefault(amount(value), []).append(speaker(claim.cited, anonymous=claim.anonymous))
    return PARTED.join(f"{figure} ({names(who)})" for figure, who in found.items())
