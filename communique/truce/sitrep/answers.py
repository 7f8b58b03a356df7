"""What monitors were refused, and what is asked for, announced and done about breaches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.domain.incident import Citation, Incident, Opinion
from communique.domain.truce import STEP_FACTS
from communique.truce.ladder import rung_number
from communique.truce.sitrep.claimed import accused
from communique.truce.sitrep.content import Listed, Paragraph, Section, Sentence, Sentences
from communique.truce.sitrep.happenings import called
from communique.truce.sitrep.words import names, number, plain, short, speaker, upper

MECHANISM = "mechanism"
TITLES = {
    "called for": "Called for",
    "announced": "Announced",
    "done": "Done",
    "ruled out": "Ruled out",
}


def access(incidents: Sequence[Incident]) -> Section:
    """The section on monitors who were refused, delayed or fired on, by the party that is accused of it."""
    found: dict[str, list[Incident]] = {}
    for incident in incidents:
        if incident.type.partition("/")[0] == MECHANISM:
            found.setdefault(_party(incident), []).append(incident)
    title = "Access of monitors"
    if not found:
        none = "No claim was read that monitors were refused, delayed or fired on."
        return Section(title, (Paragraph(plain(none)),))
    return Section(title, (Listed(tuple(_refused(party, alike) for party, alike in sorted(found.items()))),))


def _party(incident: Incident) -> str:
    accusing = [claim for claim in incident.claims if claim.polarity == "asserted"]
    named = [accused(claim) for claim in accusing if any(not party.described for party in claim.accused)]
    return names(named) or "nobody named"


def _refused(party: str, incidents: Sequence[Incident]) -> Sentences:
    head = f"Laid to {party}: {number(len(incidents), 'incident')}."
    told = [
        Sentence(
            f"{upper(called(one))}: {one.type.partition('/')[2] or one.type}; {one.verification}.",
            tuple(claim.cited for claim in one.claims),
        )
        for one in incidents
    ]
    return (Sentence(head, tuple(c for one in told for c in one.cited)), *told)


def steps(opinions: Sequence[Opinion], incidents: Sequence[Incident]) -> tuple[Section, ...]:
    """A section on the response ladder: what is called for, announced, done and ruled out, lowest rung first."""
    found: dict[str, list[tuple[int, str, Sentences]]] = {}
    for fact, rung, sentences in (*_of_opinions(opinions), *_of_incidents(incidents)):
        found.setdefault(fact, []).append((rung_number(rung) or 0, rung, sentences))
    if not found:
        none = "Nobody whose words were read called for a step, announced one, or ruled one out."
        return (Section("Steps", (Paragraph(plain(none)),)),)
    sections = [Section("Steps", (Paragraph(plain("Asked for, announced and done are three different facts.")),))]
    for fact in sorted(found, key=lambda one: STEP_FACTS.index(one) if one in STEP_FACTS else len(STEP_FACTS)):
        listed = sorted(found[fact], key=lambda one: one[:2])
        sections.append(Section(TITLES.get(fact, upper(fact)), (Listed(tuple(one[2] for one in listed)),), 3))
    return tuple(sections)


def _of_opinions(opinions: Sequence[Opinion]) -> Iterator[tuple[str, str, Sentences]]:
    for one in opinions:
        if one.step:
            fact, rung = _parted(one.step)
            of = f", of {names(one.step_of)}" if one.step_of else ""
            words = f": “{one.step_text}”" if one.step_text else ""
            told = f"{fact}: {_rung(rung)}{of}{words}"
            yield fact, rung, _step(one.step_cited or one.cited, one.anonymous and not one.step_cited, one.as_of, told)


def _of_incidents(incidents: Sequence[Incident]) -> Iterator[tuple[str, str, Sentences]]:
    for incident in incidents:
        for claim in incident.claims:
            if claim.step:
                fact, rung = _parted(claim.step)
                words = f": “{claim.step_cited.quotation}”" if claim.step_cited else ""
                told = f"{fact}: {_rung(rung)}{words}; {incident.name}"
                cited = claim.step_cited or claim.cited
                yield fact, rung, _step(cited, claim.anonymous and not claim.step_cited, cited.published, told)


def _step(cited: Citation, anonymous: bool, day: str | None, what: str) -> Sentences:
    return plain(f"{upper(speaker(cited, anonymous=anonymous))} ({short(day)}), {what}.", (cited,))


def _parted(step: str) -> tuple[str, str]:
    fact, _, rung = step.partition(": ")
    return fact, rung


def _rung(rung: str) -> str:
    return "no step is needed" if rung == "none" else rung
