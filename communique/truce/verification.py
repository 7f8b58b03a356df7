"""How well an incident is supported, on the ladder of the monitoring missions.

What can be counted is counted: voices, denials, refused access. To verify, to rule and to attribute is for people,
whose word, once given, stands before any count until it is undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.domain.incident import VERIFICATIONS, IncidentClaim
from communique.errors import SettingsError
from communique.record.decisions import Act, Decision
from communique.truce.origins import Origin

# Types by which a claim tells that monitors could not see for themselves.
BARRED = frozenset({"mechanism/monitor denied", "mechanism/denied", "mechanism/delayed"})
ACCUSING = frozenset({"accuses", "blames"})
# What only a person can give; the others may be given by hand too.
BY_HAND = ("under inquiry", "verified, attributed", "verified, not attributable", "ruled not a violation")


def asserts(claim: IncidentClaim) -> bool:
    """Whether the claim says that it happened, rather than denying it or saying that it cannot be confirmed."""
    return claim.polarity == "asserted"


def allowed(text: str) -> str:
    """The status of that name, whatever its case; `SettingsError` lists the statuses."""
    wanted = " ".join(text.casefold().split())
    found = [status for status in VERIFICATIONS if status.replace(",", "") == wanted.replace(",", "")]
    if not found:
        raise SettingsError(f"There is no status {text!r}; the statuses are: {'; '.join(VERIFICATIONS)}.")
    return found[0]


def ruled(decisions: Iterable[Decision]) -> str | None:
    """The last status that a person gave, of decisions that count; None where nobody did."""
    given = [decision.name for decision in decisions if decision.act is Act.VERIFY]
    return given[-1] if given else None


def verification(
    claims: Sequence[IncidentClaim],
    origins: Sequence[Origin],
    *,
    given: str | None = None,
) -> str:
    """The status of the claims of one incident: `given` by a person, or else by what they come to.

    `origins` are those of the claims that assert it. It is alleged while it is only an accusation, or somebody's
    without a name, and nobody has told it as a fact.
    """
    if given is not None:
        return given
    standing = [claim for claim in claims if not claim.retracted]
    if not standing:
        return "retracted or superseded"
    if len(origins) > 1:
        return "corroborated"
    polarities = {claim.polarity for claim in standing}
    if any(claim.type in BARRED for claim in standing) and any(claim.type not in BARRED for claim in standing):
        return "access denied"
    if "denied" in polarities:
        return "denied or contradicted"
    if "not confirmed" in polarities:
        return "not confirmed by the other side"
    return "alleged" if all(alleges(claim) for claim in standing) else "one origin"


def alleges(claim: IncidentClaim) -> bool:
    """Whether it only accuses or blames, or somebody without a name tells it."""
    return (claim.anonymous and not claim.voice) or claim.stance in ACCUSING
