"""Which incidents of a record bear on an agreement: a record may hold several conflicts."""

from __future__ import annotations

from collections.abc import Collection

from communique.domain.incident import Incident
from communique.truce.agreements import Agreement

NEAR = frozenset({"inside", "near"})


def bears_on(incident: Incident, agreement: Agreement, reports: Collection[str]) -> bool:
    """Whether it lies in or near a zone, somebody it names is of the agreement, or a report on it speaks of that.

    `reports` are the ids of those that name the agreement, a zone of it or a party to it. Whether the agreement covers
    the incident is another question: fire outside all zones bears on the truce as well.
    """
    if incident.placing.relation in NEAR:
        return True
    if any(claim.cited.report in reports for claim in incident.claims if claim.cited.row is None):
        return True
    named = {party.known for claim in incident.claims for party in (*claim.accused, *claim.victims, *claim.parties)}
    wanted = {*agreement.parties, *agreement.excluded}
    return any(wanted & set(agreement.sides.lineage(key)) for key in named if key)
