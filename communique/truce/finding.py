"""Which incident a person means by a key, and which of many a person asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.domain.incident import Incident, IncidentClaim
from communique.errors import SettingsError
from communique.knowledge.violations import covers
from communique.record.periods import Period
from communique.truce.agreements import Agreement

FEWEST = 4  # characters of a key that a person may type
SHOWN = 6  # keys that a message lists
WIDTH = 8  # characters of a key that are shown where they suffice


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
        if self.since is None and self.until is None:
            return True
        start, end = incident.start, incident.end or incident.start
        if start is None or end is None:
            return False
        # ISO dates of any precision are in order as text; a longer bound is cut to what the incident's date says.
        after = self.since is None or end >= self.since.first.isoformat()[: len(end)]
        return after and (self.until is None or start <= self.until.last.isoformat()[: len(start)])


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
    keys = {claim.key for incident in incidents for claim in incident.claims if ":" not in claim.key}
    width = WIDTH
    while width < 24 and len({key[:width] for key in keys}) < len(keys):
        width += 1
    return width


def incident_of(incidents: Sequence[Incident], text: str) -> Incident:
    """The incident whose key, or one of whose claims' keys, begins with `text`; `SettingsError` if it is not one."""
    wanted = text.strip()
    exact = [one for one in incidents if any(claim.key == wanted for claim in one.claims)]
    if exact:
        return exact[0]
    if len(wanted) < FEWEST:
        raise SettingsError(f"The key {text!r} is too short: give at least {FEWEST} characters of it.")
    by_key = [one for one in incidents if one.key.startswith(wanted)]
    found = by_key or [one for one in incidents if any(claim.key.startswith(wanted) for claim in one.claims)]
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(one.key for one in found[:SHOWN])
        raise SettingsError(f"{len(found)} incidents begin with {text!r}: {several}. Give more of the key.")
    raise SettingsError(f"There is no incident {text!r}. `communique incidents` lists them with their keys.")


def claims_of(incident: Incident, texts: Sequence[str]) -> tuple[IncidentClaim, ...]:
    """The claims of the incident whose keys begin so, in the incident's order; `SettingsError` if one is none."""
    chosen: set[str] = set()
    for text in texts:
        found = [claim.key for claim in incident.claims if claim.key.startswith(text.strip())]
        if len(found) != 1:
            there = ", ".join(claim.key for claim in incident.claims)
            what = "no claim" if not found else "more than one claim"
            raise SettingsError(f"The incident {incident.key} has {what} {text!r}; its claims are: {there}.")
        chosen.add(found[0])
    return tuple(claim for claim in incident.claims if claim.key in chosen)
