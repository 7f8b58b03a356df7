"""Who claims an incident, in a sentence a voice: who reports it, alleges it, denies it or cannot confirm it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from communique.domain.incident import Citation, Incident, IncidentClaim, Party
from communique.truce.agreements import Agreement
from communique.truce.origins import Voices
from communique.truce.sitrep.content import Sentence
from communique.truce.sitrep.words import names, speaker, upper
from communique.truce.verification import alleges


def claimed(incident: Incident, agreement: Agreement, voices: Voices) -> Iterator[Sentence]:
    """A sentence for each voice and what it says, with all its words; a headline is left to what it sums up."""
    below = {claim.cited.report for claim in incident.claims if not claim.heading}
    said: dict[str, list[Citation]] = {}
    for claim in incident.claims:
        if not (claim.heading and claim.cited.report in below):
            told = f"{upper(voiced(claim))} {_says(claim, voices, agreement.parties)}."
            said.setdefault(told, []).append(claim.cited)
    yield from (Sentence(told, tuple(cited)) for told, cited in said.items())


def voiced(claim: IncidentClaim) -> str:
    """Who says it."""
    return speaker(claim.cited, anonymous=claim.anonymous)


def _says(claim: IncidentClaim, voices: Voices, parties: Collection[str]) -> str:
    if claim.taking_back:
        return "took the claim back"
    if claim.retracted:
        return "told it before it was taken back"
    if claim.polarity == "denied":
        return f"denies it for {accused(claim)}" if accused(claim) else "denies it"
    if claim.polarity == "not confirmed":
        return "cannot confirm it"
    if claim.mention:
        return "speaks of it as known"
    who = accused(claim)
    if not who:
        return "alleges it" if alleges(claim) else "reports it"
    if _observes(claim, voices, parties):
        return f"reports it and names {who} as responsible"
    return f"alleges it and accuses {who}"


def _observes(claim: IncidentClaim, voices: Voices, parties: Collection[str]) -> bool:
    """Whether somebody who is no party tells in its own report what it saw or found, and accuses in no word."""
    return claim.own and not alleges(claim) and voices.root(claim) not in parties


def accused(claim: IncidentClaim) -> str:
    """Who is accused: "A and B", or "either A or B" where the words leave it open; empty for nobody."""
    return either(claim.accused) if claim.either else names(party.name for party in claim.accused)


def either(parties: Sequence[Party]) -> str:
    """ "either A or B"."""
    listed = [party.name for party in parties]
    return f"either {' or '.join(listed)}" if len(listed) > 1 else "".join(listed)
