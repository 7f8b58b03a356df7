"""Whether an agreement speaks of a happening: by time, by place and by party, each with its reason."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from communique.domain.incident import InScope, Placing
from communique.knowledge.accords import Term
from communique.knowledge.violations import covers, is_type
from communique.truce.agreements import Agreement
from communique.truce.answer import Answer
from communique.truce.force import by_time
from communique.truce.nesting import around
from communique.truce.standing import by_part, by_party

UNSPECIFIED = "unspecified"  # the type of a violation of which a text says no more


def in_scope(
    agreement: Agreement,
    *,
    start: str | None,
    end: str | None,
    placing: Placing,
    accused: Sequence[str | None],
    victims: Sequence[str | None],
    type: str,  # noqa: A002 - the domain's own word
    either: bool = False,
    involved: Sequence[str | None] = (),
) -> InScope:
    """True where time, place and party all lie within the agreement, False where one of them lies outside it.

    None where what is known does not decide one of them. `start` and `end` are partial ISO dates, both inclusive;
    `accused` and `victims` are keys of the knowledge base, None for somebody it does not know. `either` says that the
    accused are alternatives; `involved` are those who took part, asked for where nobody is accused. `clauses` are those
    that such a violation would breach, empty where the answer is False.
    """
    terms = terms_on(agreement, type)
    time = by_time(agreement, start, end)
    place = _by_place(agreement, placing, terms)
    if involved and not accused:
        party = by_part(agreement, involved, victims)
    else:
        party = by_party(agreement, accused, victims, either=either)
    answers = [time.answer, place.answer, party.answer]
    answer = False if False in answers else None if None in answers else True
    clauses = () if answer is False else _breached(agreement, terms, placing, party.keys)
    reasons = [time.reason, place.reason, party.reason]
    if not terms:
        reasons.append(_no_term(agreement, type))
    against = tuple(one.reason for one in (time, place, party) if one.answer is False)
    return InScope(answer, tuple(reasons), agreement.key, clauses, against)


@lru_cache(maxsize=1024)
def terms_on(agreement: Agreement, type: str) -> tuple[Term, ...]:  # noqa: A002 - as above
    """The terms of which a violation of that type would be a breach."""
    return tuple(term for term in agreement.terms if any(covers(breach, type) for breach in term.breaches))


def clause_label(term: Term) -> str:
    """How a term is cited: "clause 2", or its text where it has no number."""
    return f"clause {term.clause}" if term.clause else term.text


def _no_term(agreement: Agreement, kind: str) -> str:
    if kind == UNSPECIFIED:
        return "what kind of violation it was is not known, so no clause is named"
    if not is_type(kind):
        return f"no clause is asked for what is told as {kind}"
    return f"no term of the {agreement.name} names {kind} as a breach"


def _by_place(agreement: Agreement, placing: Placing, terms: Sequence[Term]) -> Answer:
    """The zones asked for are those of the terms in question; a term without zones holds everywhere."""
    if not agreement.zones:
        return Answer(True, f"the {agreement.name} holds wherever its parties are: the pack gives it no zones")
    everywhere = next((term for term in terms if not term.zones), None)
    if everywhere is not None:
        return Answer(True, f"{clause_label(everywhere)} holds wherever the parties are")
    zones = {key for term in terms for key in term.zones} or {zone.key for zone in agreement.zones}
    zone = agreement.zone(placing.zone)
    name = zone.name if zone else ""
    if placing.relation == "unclear":
        why = f"whether it was inside {name}" if zone else "where it was"
        return Answer(None, f"what is known does not decide {why}")
    if placing.relation == "inside" and zone:
        if zones & _zones_at(agreement, placing):
            return Answer(True, f"inside {name}")
        return Answer(False, f"inside {name}, of which no term about such a violation speaks")
    away = f", {placing.km:.1f} km from {name}" if zone and placing.km is not None else ""
    return Answer(False, f"outside the zones of the {agreement.name}{away}")


def _breached(agreement: Agreement, terms: Sequence[Term], placing: Placing, parties: Sequence[str]) -> tuple[str, ...]:
    """The clauses that hold there and bind one of the parties; a party that is not known rules no clause out."""
    here = _zones_at(agreement, placing)
    found = [
        clause_label(term)
        for term in terms
        if (not term.zones or not here or here & set(term.zones))
        and (not term.parties or not parties or set(parties) & set(term.parties))
    ]
    return tuple(dict.fromkeys(found))


def _zones_at(agreement: Agreement, placing: Placing) -> frozenset[str]:
    """The zone of the placing and those around it; none where the site is near no zone."""
    return around(agreement.zones).get(placing.zone or "", frozenset())
