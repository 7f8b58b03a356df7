"""Which incident a person means by a key, and which of many a person asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.domain.incident import Incident, IncidentClaim
from communique.errors import SettingsError
from communique.knowledge.violations import covers
from communique.record import keys
from communique.record.periods import Period, in_order, touched
from communique.truce.agreements import Agreement


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which incidents: all that meet every condition that is set.

    `since` and `until` are periods of which the first day and the last count; `zone` is a zone's key; `type` is a
    level 1 or a whole type; `status` one of the verification statuses.
    """

    since: Period | None = None
    until: Period | None = None
    zone: str | None = None
    status: str | None = None
    type: str | None = None
    min_origins: int = 0

    def __post_init__(self) -> None:
        in_order(self.since, self.until)

    def meets(self, incident: Incident) -> bool:
        """Whether the incident meets everything but the dates."""
        return (
            (self.zone is None or incident.placing.zone == self.zone)
            and (self.status is None or incident.verification == self.status)
            and (self.type is None or covers(self.type, incident.type))
            and len(incident.origins) >= self.min_origins
        )

    def within(self, incident: Incident) -> bool:
        """Whether one of its days may lie within the dates; an incident without a day meets no date."""
        return touched(incident.start, incident.end, self.since, self.until)


def zone_key(agreement: Agreement, name: str) -> str:
    """The key of the agreement's zone of that key, name or alias; `SettingsError` lists the zones."""
    wanted = name.casefold()
    for zone in agreement.zones:
        if wanted in {known.casefold().removesuffix("?") for known in (zone.key, zone.name, *zone.aliases)}:
            return zone.key
    known = ", ".join(zone.name for zone in agreement.zones) or "it has none"
    raise SettingsError(f"The {agreement.name} has no zone {name!r}; its zones are: {known}.")


def width_of(incidents: Iterable[Incident]) -> int:
    """How many characters of a finding's key tell every claim from the others, 8 at least."""
    return keys.width_of(claim.key for incident in incidents for claim in incident.claims)


def incident_of(incidents: Sequence[Incident], text: str) -> Incident:
    """The incident whose key, or one of whose claims' keys, begins with `text`; `SettingsError` if it is not one."""
    by_key = {one.key: one for one in incidents}
    return by_key[keys.group_of({one.key: [claim.key for claim in one.claims] for one in incidents}, text, "incident")]


def claims_of(incident: Incident, texts: Sequence[str]) -> tuple[IncidentClaim, ...]:
    """The claims of the incident whose keys begin so, in the incident's order; `SettingsError` if one is none."""
    there = [claim.key for claim in incident.claims]
    chosen = keys.members_of(there, texts, f"incident {incident.key}", "claim")
    return tuple(claim for claim in incident.claims if claim.key in chosen)
