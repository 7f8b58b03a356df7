"""Incidents: each with its claims, where it lies, whether the agreement speaks of it, how severe and how well known."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from communique.domain.incident import Citation, Incident, IncidentClaim
from communique.truce.agreements import Agreement
from communique.truce.origins import Voices
from communique.truce.sitrep.claimed import claimed, voiced
from communique.truce.sitrep.content import Entry, Paragraph, Section, Sentence, Sentences, Table
from communique.truce.sitrep.material import Period
from communique.truce.sitrep.words import amount, dated, day, names, number, plain, short, upper

DATED = re.compile(r"\b\d{4}\b|day unknown")
# Who says when it was in force stands once, at the head of the report.
AGREED = re.compile(r"^((?:not )?in force on \S+(?: to \S+)?) according to .+$", re.DOTALL)
REASONS = 3  # of a grouping; the rest is counted
SCOPES = ((True, "In the agreement's scope"), (None, "Scope open"), (False, "Not in the agreement's scope"))


def in_period(incidents: Iterable[Incident], period: Period) -> tuple[Incident, ...]:
    """Those of the period by day, then those of unknown day of which something appeared in the period."""
    dated = [one for one in incidents if period.holds(one.start, one.end)]
    undated = [one for one in incidents if one.start is None and one.end is None and _told_in(one, period)]
    return (*sorted(dated, key=lambda one: (one.start or one.end or "", one.name, one.key)), *undated)


def _told_in(incident: Incident, period: Period) -> bool:
    return any(period.holds(claim.cited.published, claim.cited.published) for claim in incident.claims)


def is_new(incident: Incident, period: Period) -> bool:
    """Whether nothing on it had appeared by the last report."""
    return all(period.new(claim.cited.published) for claim in incident.claims)


def happenings(
    incidents: Sequence[Incident], agreement: Agreement, voices: Voices, period: Period
) -> tuple[Section, ...]:
    """A section with the tables of how many there are, then one for each answer to the question of scope."""
    if not incidents:
        none = "No incident was read for this period; that is no finding that none happened."
        return (Section("Incidents", (Paragraph(plain(none)),)),)
    found = [Section("Incidents", (Paragraph(_intro(incidents, period)), _table(incidents)))]
    for answer, title in SCOPES:
        alike = [one for one in incidents if one.scope.answer is answer]
        if alike:
            entries = tuple(_entry(one, agreement, voices, new=is_new(one, period)) for one in alike)
            found.append(Section(title, entries, 3))
    return tuple(found)


def _intro(incidents: Sequence[Incident], period: Period) -> Sentences:
    new = sum(is_new(one, period) for one in incidents)
    proposed = sum(one.proposed for one in incidents)
    told = [f"{upper(number(len(incidents), 'incident'))} of this period stand in the record, {number(new, 'new one')}"]
    if proposed:
        told.append(f"for {number(proposed, 'of them', 'of them')} only the matcher has put the claims together")
    text = "; ".join(told) + ". An incident is a grouping of claims: it says that somebody claims it, not that it was."
    return plain(text)


def _table(incidents: Sequence[Incident]) -> Table:
    """How many incidents have which verification, and how severe they are assessed to be."""
    severities = sorted({one.assessed.severity for one in incidents})
    counted = Counter((one.verification, one.assessed.severity) for one in incidents)
    rows = []
    for verification in dict.fromkeys(one.verification for one in incidents):
        cells = [counted[verification, severity] for severity in severities]
        figures = [str(cell) if cell else "" for cell in cells]
        rows.append((plain(verification), *(plain(figure) for figure in figures), plain(str(sum(cells)))))
    columns = ("Verification", *(f"assessed {severity}" for severity in severities), "incidents")
    return Table(columns, tuple(rows), tuple(range(1, len(columns))))


def _entry(incident: Incident, agreement: Agreement, voices: Voices, *, new: bool) -> Entry:
    tags = (*(("new",) if new else ()), incident.verification, f"assessed {incident.assessed.severity}")
    lines = (
        ("What and where", _where(incident, agreement)),
        ("Claimed", tuple(claimed(incident, agreement, voices))),
        ("Harm", tuple(_harm(incident.claims))),
        ("Scope", _scope(incident)),
        ("Severity", tuple(_severity(incident))),
        ("Known", _known(incident)),
        ("At odds", tuple(_at_odds(incident))),
        ("Decided", tuple(Sentence(f"{dated(entry)}.") for entry in incident.history)),
    )
    return Entry(incident.name, tags, tuple((label, told) for label, told in lines if told), incident.key)


def when(incident: Incident) -> str:
    """The day or days of an incident: "14 March 2031", "14 March – 15 March 2031"."""
    if incident.start is None or incident.end in (None, incident.start):
        return day(incident.start or incident.end)
    return f"{short(incident.start)} – {day(incident.end)}"


def called(incident: Incident) -> str:
    """The incident's name, with its day where the name does not hold it."""
    return incident.name if DATED.search(incident.name) else f"{incident.name} ({when(incident)})"


def _cited(incident: Incident) -> tuple[Citation, ...]:
    return tuple(claim.cited for claim in incident.claims)


def _cited_for(incident: Incident, *, accusing: bool) -> tuple[Citation, ...]:
    """The words that say when and where, and with `accusing` those that say who; all where none says it."""
    found = [
        claim.cited
        for claim in incident.claims
        if claim.start or claim.site or (accusing and (claim.accused or claim.victims or claim.parties))
    ]
    return tuple(found) or _cited(incident)


def _where(incident: Incident, agreement: Agreement) -> Sentences:
    placing = incident.placing
    zone = agreement.zone(placing.zone)
    name = zone.name if zone else placing.zone or "any zone"
    relation = {
        "inside": f"inside {name}",
        "near": f"near {name}" + (f", {placing.km:.1f} km from its edge" if placing.km is not None else ""),
        "outside": "outside every zone",
        "unclear": f"inside or outside {name}: what is known of the place does not decide it",
    }.get(placing.relation, placing.relation)
    site = incident.site.name if incident.site else "a place that is not named"
    return plain(f"{upper(incident.type)}, {when(incident)}, {site}: {relation}.", _cited_for(incident, accusing=False))


def _harm(claims: Sequence[IncidentClaim]) -> Iterator[Sentence]:
    """Each figure with who gives it: figures that differ are never made into one."""
    for label, field in (("Killed", "killed"), ("Injured", "injured")):
        by_amount: dict[str, list[IncidentClaim]] = {}
        for claim in claims:
            value = getattr(claim, field)
            if value is not None and claim.polarity == "asserted" and not claim.retracted:
                by_amount.setdefault(amount(value), []).append(claim)
        told = [f"{figure} ({names(voiced(one) for one in said)})" for figure, said in by_amount.items()]
        if told:
            cited = (one.cited for said in by_amount.values() for one in said)
            yield Sentence(f"{label}: {'; '.join(told)}.", tuple(dict.fromkeys(cited)))


def _scope(incident: Incident) -> Sentences:
    answer = {True: "In scope", False: "Not in scope", None: "Open"}[incident.scope.answer]
    clauses = incident.scope.clauses
    breached = f" It would breach {names(clauses)}." if clauses else ""
    reasons = dated("; ".join(AGREED.sub(r"\1, as all agree", reason) for reason in incident.scope.reasons))
    cited = _cited_for(incident, accusing=True)
    return plain(f"{answer}{': ' + reasons if reasons else ''}.{breached}", cited)


def _severity(incident: Incident) -> Iterator[Sentence]:
    by_origin = {claim.cited.origin: claim.cited for claim in incident.claims if claim.severity}
    by_origin |= {word.cited.origin: word.cited for claim in incident.claims for word in claim.graded}
    for origin, severity in incident.severity_stated:
        cited = (by_origin[origin],) if origin in by_origin else ()
        yield Sentence(f"Stated as {severity} by {origin}.", cited)
    yield Sentence(f"Assessed as {incident.assessed.severity}: {incident.assessed.rule}.")


def _known(incident: Incident) -> Sentences:
    origins = number(len(incident.origins), "independent origin")
    named = f" ({names(incident.origins)})" if incident.origins else ""
    # "One origin: one independent origin" says it twice.
    counted = named if incident.verification == "one origin" and named else f": {origins}{named}"
    open_yet = " Nobody has decided on this grouping yet." if incident.proposed else ""
    return plain(f"{upper(incident.verification)}{counted}.{_grouping(incident)}{open_yet}", _cited(incident))


def _grouping(incident: Incident) -> str:
    if not incident.reasons:
        return ""
    more = len(incident.reasons) - REASONS
    rest = f"; and {number(more, 'more such link')}" if more > 0 else ""
    return f" Put together because: {'; '.join(incident.reasons[:REASONS])}{rest}."


def _at_odds(incident: Incident) -> Iterator[Sentence]:
    cited = {claim.key: claim.cited for claim in incident.claims}
    for one in incident.contradictions:
        pair = tuple(cited[key] for key in (one.one, one.other) if key in cited)
        yield Sentence(f"{upper(one.kind)}: {dated(one.says)}.", pair)
