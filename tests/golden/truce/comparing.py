"""Expected against found, field by field: each difference in words, by the name of the field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from communique.domain.incident import Incident, IncidentClaim, Opinion, Range
from communique.truce.status import status_over_time
from communique.truce.tallies import counted

from ..agreement import same
from . import expected as wanted
from .finding import Weeks, cites, keys
from .passages import passages
from .weeks import name_of

Differences = dict[str, str]
# To announce a truce is not to say that it holds.
DECLARED = {"unclear", "announced"}
ANSWERS = {True: "yes", False: "no", None: "open"}


def incident(one: wanted.Incident, weeks: Weeks) -> Differences:
    """What is otherwise in the incident that holds most of the wanted claims."""
    found = [claim for claim in map(weeks.claim, one.claim) if claim is not None]
    if not found:
        return {"found": "none of its claims is found"}
    homes = [weeks.home(claim) for claim in found]
    home = max(homes, key=lambda h: sum(other.key == h.key for other in homes))
    return {name: words for name, words in _of_incident(one, home, weeks) if words}


def claim(one: wanted.Claim, weeks: Weeks) -> Differences:
    """What is otherwise in the claim at those words."""
    found = weeks.claim(one)
    return {"found": "no violation is read there"} if found is None else dict(_of_claim(one, found))


def opinion(one: wanted.Opinion, weeks: Weeks) -> Differences:
    """What is otherwise in the opinion at those words."""
    found = weeks.opinion(one)
    if found is None:
        return {"found": "no word on the truce is read there"}
    pairs = [("status", one.status, found.status), ("as_of", one.as_of, found.as_of)]
    differing = {name: _unlike(want, got) for name, want, got in pairs if want != got}
    if not same(one.by, found.cited.origin):
        differing["by"] = _unlike(one.by, found.cited.origin)
    every = {zone.name for zone in weeks.agreement.zones}
    zones = every if found.everywhere and not found.zones else set(found.zones)
    want_zones = every if one.zones == "all" else set(one.zones or ())
    if zones != want_zones and not (one.zones is None and zones == every):
        differing["zones"] = _unlike(sorted(want_zones), sorted(zones))
    return differing


def standing(one: wanted.Standing, weeks: Weeks) -> Differences:
    """Which voices are missing or too many among those that stand on a zone on a day."""
    day = date.fromisoformat(one.day)
    over = status_over_time(weeks.opinions, weeks.agreement, day, day, zone=one.zone)
    area = over.area(one.zone)
    stands = [s.opinion for s in area.on(day)] if area else []
    found = {f"{s.cited.origin}: {s.status}" for s in stands if s.status not in DECLARED}
    missing, extra = sorted(set(one.opinions) - found), sorted(found - set(one.opinions))
    return {name: "; ".join(those) for name, those in (("missing", missing), ("extra", extra)) if those}


def tally(one: wanted.Tally, weeks: Weeks) -> Differences:
    """What is otherwise in the count at those words."""
    found = weeks.opinion(one, counting=True)
    if found is None or found.tally is None:
        return {"found": "no count is read there"}
    tallied = found.tally
    by = tallied.by or found.cited.origin
    pairs = [
        ("count", _bounds(one.count), (tallied.low, tallied.high)),
        ("polarity", one.polarity, found.polarity),
        ("cumulative", one.cumulative, bool(tallied.cumulative)),
        ("sums", one.sums, _sums(found, weeks)),
    ]
    differing = {name: _unlike(want, got) for name, want, got in pairs if want != got}
    if one.unit is not None and one.unit != tallied.unit:
        differing["unit"] = _unlike(one.unit, tallied.unit)
    if not same(one.by, by):
        differing["by"] = _unlike(one.by, by)
    return differing


def step(one: wanted.Step, weeks: Weeks) -> Differences:
    """What is otherwise in the step told at those words."""
    there = weeks.steps(one)
    if not there:
        return {"found": "no step is read there"}
    best = max(there, key=lambda told: (told.step.rung == one.rung, told.step.fact == one.fact))
    pairs = [("rung", one.rung, best.step.rung), ("fact", one.fact, best.step.fact)]
    differing = {name: _unlike(want, got) for name, want, got in pairs if want != got}
    if not same(one.by, best.by):
        differing["by"] = _unlike(one.by, best.by)
    return differing


def silent(one: wanted.Silent, weeks: Weeks) -> Differences:
    """What was read where nothing must be."""
    findings, span = weeks.readings[one.report].findings, weeks.span(one)
    if one.list == "truce":
        found = [c.status for c in findings.truce if c.status not in DECLARED and c.span.overlaps(span)]
    else:
        found = [c.type for c in findings.violations if c.polarity == "asserted" and c.span.overlaps(span)]
    return {"found": ", ".join(found)} if found else {}


def sentence(one: wanted.Sentence, weeks: Weeks) -> Differences:
    """Whether a passage of the report on both weeks has the words, and a note to the report that it must cite."""
    found = [p for p in passages(weeks.whole) if all(w.lower() in p.text.lower() for w in one.words)]
    if not found:
        return {"found": f"no passage has {list(one.words)}"}
    if not any(cites(cited, one.cites) for passage in found for cited in passage.cited):
        return {"cites": f"expected {one.cites}, found {found[0].text[:80]}"}
    return {}


def stray(weeks: Weeks) -> Iterator[str]:
    """Incidents in which no wanted claim is: made of words that tell of no happening of these weeks, or left apart."""
    found = (weeks.claim(claim) for one in wanted.load().incident for claim in one.claim)
    held = {claim.key for claim in found if claim is not None}
    for one in weeks.incidents:
        if held.isdisjoint(claim.key for claim in one.claims):
            cited = one.claims[0].cited
            yield f"{name_of(cited.source, cited.report)}: {one.type}: {cited.quotation[:120]}"


def _of_incident(one: wanted.Incident, home: Incident, weeks: Weeks) -> Iterator[tuple[str, str]]:
    yield "claims", _apart(one, home, weeks)
    yield "others", _mixed(one, home, weeks)
    accused, clauses = tuple(sorted(one.accused)), home.scope.clauses
    pairs: list[tuple[str, object, object]] = [
        ("start", one.start, home.start),
        ("end", one.end, home.end or home.start),
        ("relation", one.relation, home.placing.relation),
        ("zone", one.zone, home.placing.zone if home.placing.relation == "inside" else None),
        ("in_scope", one.in_scope, ANSWERS[home.scope.answer]),
        ("clauses", one.clauses and sorted(one.clauses), one.clauses and sorted(clauses)),
        ("accused", accused, keys(home.claims)),
        ("either", one.either, one.either and any(c.either for c in home.claims)),
        ("killed", _bounds(one.killed), _range(home.killed)),
        ("injured", _bounds(one.injured), _range(home.injured)),
        ("origins", one.origins, len(home.origins)),
        ("verification", one.verification, home.verification),
        ("assessed", one.assessed, one.assessed and home.assessed.severity),
    ]
    yield from ((name, _unlike(want, got) if want != got else "") for name, want, got in pairs)
    yield "type", "" if home.type in one.type.split(" | ") else _unlike(one.type, home.type)
    lacking = set(one.contradictions) - {c.kind for c in home.contradictions}
    yield "contradictions", f"lacks {sorted(lacking)}" if lacking else ""
    unsaid = [f"{who}: {what}" for who, what in one.stated if not _stated(who, what, home)]
    yield "stated", _unlike(unsaid, home.severity_stated) if unsaid else ""


def _of_claim(one: wanted.Claim, found: IncidentClaim) -> Iterator[tuple[str, str]]:
    if not same(one.by, found.cited.origin):
        yield "by", _unlike(one.by, found.cited.origin)
    if one.polarity != found.polarity and not (one.polarity == "denied" and found.retracted):
        yield "polarity", _unlike(one.polarity, found.polarity)
    if one.either and not found.either:
        yield "either", _unlike(True, False)
    if one.accused is not None and tuple(sorted(one.accused)) != keys([found]):
        yield "accused", _unlike(one.accused, keys([found]))


def _apart(one: wanted.Incident, home: Incident, weeks: Weeks) -> str:
    """The wanted claims that are elsewhere; those that are not read at all are a fault of the claim."""
    inside = {claim.key for claim in home.claims}
    found = [(claim, weeks.claim(claim)) for claim in one.claim]
    out = [want.words[:60] for want, claim in found if claim is not None and claim.key not in inside]
    return f"apart: {out}" if out else ""


def _mixed(one: wanted.Incident, home: Incident, weeks: Weeks) -> str:
    """Other wanted incidents whose claims are in this one."""
    inside = {claim.key for claim in home.claims}
    others = [
        other.key
        for other in wanted.load().incident
        if other.key != one.key
        and any((found := weeks.claim(c)) is not None and found.key in inside for c in other.claim)
    ]
    return f"taken for one with {others}" if others else ""


def _stated(who: str, what: str, home: Incident) -> bool:
    return any(same(who, name) and what == severity for name, severity in home.severity_stated)


def _sums(found: Opinion, weeks: Weeks) -> str:
    count = counted(found, weeks.agreement)
    if count is None or count.sums is None:
        return "no parts"
    return {"more than the total": "does not add up"}.get(count.sums.verdict, count.sums.verdict)


def _bounds(bounds: wanted.Bounds | None) -> tuple[int | None, int | None] | None:
    return None if bounds is None else (bounds[0], bounds[1] if bounds[1] >= bounds[0] else None)


def _range(found: Range | None) -> tuple[int | None, int | None] | None:
    return None if found is None else (found.low, found.high)


def _unlike(want: object, got: object) -> str:
    return f"expected {want}, found {got}"
