"""The register: every incident that the record's claims come to, with what the matcher proposes beside it."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from communique.domain.incident import Incident, IncidentClaim
from communique.record import Decision, View
from communique.record.groups import Group, Link, grouped, proposals, stale
from communique.truce.agreements import Agreement
from communique.truce.claims import recorded_claims
from communique.truce.incidents import incidents
from communique.truce.matcher import labels, match
from communique.truce.origins import Copies, Voices
from communique.truce.rows import known_rows

ABOUT = "incidents"


@dataclass(frozen=True, slots=True)
class Register:
    """The incidents of a record and how they came about.

    `proposed` are links between incidents that a person may accept; `stale` are decisions about claims that the
    current readings no longer hold.
    """

    incidents: tuple[Incident, ...]
    groups: tuple[Group, ...]
    proposed: tuple[Link, ...]
    stale: tuple[Decision, ...]


def register(
    view: View, agreements: Sequence[Agreement], agreement: Agreement | None = None, *, copies: Copies | None = None
) -> tuple[Incident, ...]:
    """Every incident in the record, towards one agreement where one is given; see `survey` for the rest."""
    return survey(view, agreements, agreement, copies=copies).incidents


def survey(
    view: View, agreements: Sequence[Agreement], agreement: Agreement | None = None, *, copies: Copies | None = None
) -> Register:
    """The register of the record: claims of readings and rows of imported tables, matched, and decided by people."""
    sides = [one.sides for one in (*((agreement,) if agreement else ()), *agreements)]
    claims = [*recorded_claims(view, agreements), *known_rows(view.rows(), sides)]
    return registered(claims, view.decisions(ABOUT), agreements, agreement, copies=copies)


def registered(
    claims: Sequence[IncidentClaim],
    decisions: Sequence[Decision],
    agreements: Sequence[Agreement] = (),
    agreement: Agreement | None = None,
    *,
    copies: Copies | None = None,
) -> Register:
    """The register of these claims and decisions."""
    found = match(claims)
    keys = [claim.key for claim in claims]
    groups = grouped(keys, found.links, decisions, apart=found.apart, labels=labels(claims))
    # The agreement in question first: what its own pack says of a name goes before what others say.
    packs = {id(one.sides): one.sides for one in (*([agreement] if agreement else ()), *agreements)}
    voices = Voices.of(packs.values())
    made = incidents(claims, groups, agreement, voices=voices, copies=copies, decisions=decisions)
    proposed = proposals(found.links, groups)
    linked = {key for link in proposed for key in (link.one, link.other)}
    told = tuple(one for one in made if _tells(one, linked))
    return Register(told, groups, proposed, stale(decisions, keys))


def _tells(incident: Incident, linked: Set[str]) -> bool:
    """Whether it is more than a denial that names no deed: "the army did not return fire" tells of none.

    A denial with a day, a place, people or a link to what others tell stands, whoever may have asserted it.
    """
    return (
        bool(incident.history)
        or any(
            claim.polarity == "asserted" or claim.start or claim.site or claim.victims or claim.killed or claim.injured
            for claim in incident.claims
        )
        or any(claim.key in linked for claim in incident.claims)
    )
