"""Incidents as rows and lines: one row a claim with its incident's fields, one JSON object an incident."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from communique.domain.incident import Incident, IncidentClaim, Range
from communique.exports.cells import Cell, cell
from communique.exports.incidents.listing import numbered
from communique.record.chain import ARROW

FORMAT = "communique-incident/1"
COLUMNS = (
    "incident", "name", "grouping", "type", "from", "to", "place", "lat", "lon", "within_km", "zone_relation", "zone",
    "zone_km", "in_scope", "clauses", "killed_low", "killed_high", "injured_low", "injured_high", "severity_assessed",
    "rule", "verification", "origins", "contradictions", "claim", "claim_type", "claim_from", "claim_to", "polarity",
    "accused", "victims", "parties", "claim_killed", "claim_injured", "count",
    "unit", "weapon", "means", "severity_stated", "step", "clause_invoked", "speaker", "chain", "quotation",
    "source", "spans", "row", "published", "outlet", "url",
)  # fmt: skip


class Line(msgspec.Struct, frozen=True):
    """One JSON object."""

    format: str
    incident: Incident


def as_line(incident: Incident) -> str:
    """The incident as one line of JSON, its fields by their names in the code."""
    return msgspec.json.encode(Line(FORMAT, incident)).decode()


def as_rows(incident: Incident) -> Iterator[list[Cell]]:
    """A row of `COLUMNS` for each claim; text that a spreadsheet would take for a formula begins with an apostrophe."""
    shared = list(_shared(incident))
    for claim in incident.claims:
        yield [cell(value) for value in (*shared, *_own(claim))]


def _shared(incident: Incident) -> Iterator[Cell | None]:
    site, placing, scope = incident.site, incident.placing, incident.scope
    yield from (incident.key, incident.name, "proposed" if incident.proposed else "", incident.type)
    yield from (incident.start, incident.end)
    yield from (site.name, site.lat, site.lon, site.within_km) if site else (None,) * 4
    yield from (placing.relation, placing.zone, placing.km)
    yield {True: "yes", False: "no", None: "open"}[scope.answer]
    yield "; ".join(scope.clauses)
    yield from (*_bounds(incident.killed), *_bounds(incident.injured))
    yield from (incident.assessed.severity, incident.assessed.rule, incident.verification)
    yield "; ".join(incident.origins)
    yield "; ".join(f"{found.kind}: {found.says}" for found in incident.contradictions)


def _own(claim: IncidentClaim) -> Iterator[Cell | None]:
    cited = claim.cited
    yield from (claim.key, claim.type, claim.start, claim.end)
    yield "taken back" if claim.retracted else claim.polarity
    yield (" or " if claim.either else "; ").join(party.name for party in claim.accused)
    yield "; ".join(party.name for party in claim.victims)
    yield "; ".join(party.name for party in claim.parties)
    yield from (_words(claim.killed), _words(claim.injured), _words(claim.count), claim.unit, claim.weapon, claim.means)
    yield from (claim.severity, claim.step, claim.rule)
    yield from (cited.origin, ARROW.join(cited.chain), cited.quotation, cited.source)
    yield ",".join(f"{start}-{end}" for start, end in cited.spans)
    yield from (cited.row, cited.published, cited.outlet, cited.url)


def _bounds(count: Range | None) -> tuple[int | None, int | None]:
    return (None, None) if count is None else (count.low, count.high)


def _words(count: Range | None) -> str | None:
    return None if count is None else count.text or numbered(count)
