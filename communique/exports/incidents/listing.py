"""An incident as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from communique.domain.incident import Incident, IncidentClaim, Placing, Range, Site
from communique.exports.visible import plain
from communique.record.chain import ARROW
from communique.truce.agreements import Agreement
from communique.truce.labels import when

SHORT = 8  # characters of a finding's key: enough for a record of a million claims, and lengthened where it is not
INDENT = "    "
ANSWERS = {True: "in scope", False: "out of scope", None: "scope open"}


def as_summary(incident: Incident, agreement: Agreement | None = None, *, width: int = SHORT) -> list[str]:
    """The incident in a few lines: its key and name, how well it is supported, harm, place, severity, contradictions.

    Keys are cut to `width` characters.
    """
    return [line for line in _summary(incident, agreement, width) if line.strip()]


def as_entry(incident: Incident, agreement: Agreement | None = None, *, width: int = SHORT) -> list[str]:
    """All of the incident: the summary, why it is in scope and why its claims are together, the claims, its history."""
    lines = as_summary(incident, agreement, width=width)
    if agreement is not None:
        lines += [f"{INDENT}{one_line(reason)}" for reason in incident.scope.reasons]
    if incident.reasons:
        lines += ["", "  Why these claims are together (the matcher's proposal):"]
        lines += [f"{INDENT}{one_line(reason)}" for reason in incident.reasons]
    if incident.contradictions:
        lines += ["", "  Contradictions:"]
        lines += [f"{INDENT}{found.kind}: {one_line(found.says)}" for found in incident.contradictions]
    lines += ["", "  Claims:"]
    for claim in incident.claims:
        lines += [*_claim(claim, width), ""]
    if incident.history:
        lines += ["  History:", *(f"{INDENT}{one_line(entry)}" for entry in incident.history), ""]
    return lines


def short(key: str, width: int = SHORT) -> str:
    """A finding's key cut to `width` characters; an imported row's key whole."""
    return key if ":" in key else key[:width]


def one_line(text: str) -> str:
    """The text on one line, without anything that gives orders to a terminal."""
    return " ".join(plain(text).split())


def numbered(count: Range) -> str:
    """A range in words: "2", "2 to 5", "at least 2", "at most 5", with the words that give it."""
    bounds = {
        (True, True): f"{count.low}" if count.low == count.high else f"{count.low} to {count.high}",
        (True, False): f"at least {count.low}",
        (False, True): f"at most {count.high}",
        (False, False): "an unknown number",
    }[count.low is not None, count.high is not None]
    return f"{bounds} (“{one_line(count.text)}”)" if count.text else bounds


def placed(placing: Placing, agreement: Agreement | None) -> str:
    """Where it lies to the zones: "inside Northern Karsk", "near Port Adel, 3.2 km from it"."""
    if agreement is None or not agreement.zones:
        return ""
    zone = agreement.zone(placing.zone)
    if zone is None:
        return "outside all zones" if placing.relation == "outside" else "unclear whether in a zone"
    if placing.relation == "near" and placing.km is not None:
        return f"near {zone.name}, {placing.km:.1f} km from it"
    return f"unclear whether in {zone.name}" if placing.relation == "unclear" else f"{placing.relation} {zone.name}"


def _summary(incident: Incident, agreement: Agreement | None, width: int) -> Iterator[str]:
    count = len(incident.claims)
    group = f"  [{count} claims, proposed grouping]" if incident.proposed else f"  [{count} claims]" * (count > 1)
    yield f"{short(incident.key, width)}  {one_line(incident.name)}{group}"
    origins = "; ".join(one_line(origin) for origin in incident.origins) or "nobody asserts it"
    number = f"{len(incident.origins)} origins: " if len(incident.origins) > 1 else ""
    yield f"{INDENT}{incident.verification} ({number}{origins})"
    counts = (("killed", incident.killed), ("injured", incident.injured))
    harm = [f"{what} {numbered(count)}" for what, count in counts if count and _says(count)]
    yield f"{INDENT}{', '.join(harm)}"
    if agreement is not None:
        clauses = f" ({', '.join(incident.scope.clauses)})" if incident.scope.clauses else ""
        where = placed(incident.placing, agreement)
        yield f"{INDENT}{', '.join(filter(None, (where, ANSWERS[incident.scope.answer] + clauses)))}"
    stated = "; ".join(f"{severity} ({one_line(origin)})" for origin, severity in incident.severity_stated)
    yield f"{INDENT}assessed {incident.assessed.severity}: {one_line(incident.assessed.rule)}"
    yield f"{INDENT}stated {stated}" if stated else ""
    kinds = ", ".join(dict.fromkeys(found.kind for found in incident.contradictions))
    yield f"{INDENT}contradicted in: {kinds}" if kinds else ""


def _says(count: Range) -> bool:
    """Whether it says more than that there may have been some: tables have 0 where nobody told a number."""
    return bool(count.low) or count.high is not None


def _claim(claim: IncidentClaim, width: int) -> Iterator[str]:
    cited = claim.cited
    chain = one_line(ARROW.join(cited.chain)) or "unnamed"
    told = "" if claim.polarity == "asserted" else f" [{claim.polarity}]"
    back = " [taken back]" if claim.retracted else ""
    yield f"{INDENT}{short(claim.key, width)}  {cited.published or 'date unknown'}  {chain}{told}{back}"
    yield f"{INDENT * 2}{'; '.join(_said(claim))}"
    yield f"{INDENT * 2}“{one_line(cited.quotation)}”"
    yield f"{INDENT * 2}{one_line(cited.source)}{_where(claim)}"
    if cited.url:
        yield f"{INDENT * 2}{one_line(cited.url)}"


def _said(claim: IncidentClaim) -> Iterator[str]:
    yield claim.type
    yield when(claim.start, claim.end)
    yield _site(claim.site)
    if claim.accused:
        joined = " or " if claim.either else " and "
        yield f"by {one_line(joined.join(party.name for party in claim.accused))}"
    if claim.victims:
        yield f"against {one_line(' and '.join(party.name for party in claim.victims))}"
    if claim.parties:
        yield f"parties to it {one_line(' and '.join(party.name for party in claim.parties))}"
    for what, count in (("killed", claim.killed), ("injured", claim.injured)):
        if count is not None and _says(count):
            yield f"{what} {numbered(count)}"
    if claim.count is not None and _says(claim.count):
        yield f"counted {numbered(claim.count)}{f', unit: {one_line(claim.unit)}' if claim.unit else ''}"
    if claim.weapon:
        yield f"weapon {one_line(claim.weapon)}"
    if claim.means:
        yield f"known by {one_line(claim.means)}"
    if claim.rule:
        yield f"invokes {one_line(claim.rule)}"
    if claim.severity:
        yield f"stated {claim.severity}"
    if claim.step:
        yield claim.step


def _site(site: Site | None) -> str:
    if site is None:
        return "place unknown"
    if site.lat is None or site.lon is None:
        return one_line(site.name)
    within = f", within {site.within_km:g} km" if site.within_km else ""
    return f"{one_line(site.name)} ({site.lat:.3f}, {site.lon:.3f}{within})"


def _where(claim: IncidentClaim) -> str:
    if claim.cited.row is not None:
        return f", row {claim.cited.row}"
    spans = ",".join(f"{start}-{end}" for start, end in claim.cited.spans)
    return f":{spans}" if spans else ""
