"""Claims about one happening that cannot both be so, set side by side as they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.domain.incident import NOBODY, Contradiction, IncidentClaim, Range
from communique.truce.origins import Origin
from communique.truce.sides import Sides
from communique.truce.traits import Traits, disjoint, distance, names_of, of_one_night, traits_of

APART_KM = 2.0  # beyond what two places are rough, before they are called two places
EACH = 12  # claims of one origin that are compared with those of another: its first words and its later ones


def contradictions(
    claims: Sequence[IncidentClaim], origins: Sequence[Origin], sides: Sequence[Sides] = ()
) -> tuple[Contradiction, ...]:
    """What the claims of different origins contradict each other in, one of each kind for each two origins.

    A claim that was taken back contradicts nothing. Parties of which one is part of the other are no contradiction.
    """
    known = {claim.key: claim for claim in claims if not claim.retracted}
    heaps = [[traits_of(known[key]) for key in origin.claims if key in known][:EACH] for origin in origins]
    denials = [traits_of(claim) for claim in known.values() if claim.polarity != "asserted"]
    asserted = [one for heap in heaps for one in heap]
    found = [
        contradiction
        for at, heap in enumerate(heaps)
        for other in heaps[at + 1 :]
        for contradiction in _between(heap, other, sides)
    ]
    refused = {one.says: one for one in reversed(list(_refused(denials, asserted)))}
    return (*found, *reversed(refused.values()))


def _between(heap: Sequence[Traits], other: Sequence[Traits], sides: Sequence[Sides]) -> Iterator[Contradiction]:
    told: set[str] = set()
    for one in heap:
        for two in other:
            for kind, says in _differences(one, two, sides):
                if kind not in told:
                    told.add(kind)
                    yield Contradiction(kind, one.claim.key, two.claim.key, says)


def _differences(one: Traits, two: Traits, sides: Sequence[Sides]) -> Iterator[tuple[str, str]]:
    a, b = one.claim, two.claim
    for what, first, second in (("killed", a.killed, b.killed), ("injured", a.injured, b.injured)):
        if first is not None and second is not None and disjoint(first, second):
            yield "count", f"{what}: {_number(first)} ({_voice(a)}), {_number(second)} ({_voice(b)})"
    if one.first is not None and two.first is not None and _no_common_day(one, two):
        yield "date", f"{_days(a)} ({_voice(a)}), {_days(b)} ({_voice(b)})"
    if a.accused and b.accused and _other_actors(one, two, sides):
        yield "actor", f"{_accused(a)} ({_voice(a)}), {_accused(b)} ({_voice(b)})"
    if one.at and two.at and distance(one.at, two.at) > one.within + two.within + APART_KM:
        km = distance(one.at, two.at)
        yield "place", f"{_place(a)} ({_voice(a)}), {_place(b)} ({_voice(b)}), {km:.0f} km apart"


def _refused(denials: Sequence[Traits], asserted: Sequence[Traits]) -> Iterator[Contradiction]:
    """Each denial once, against the claim of another voice that comes first."""
    for one in denials:
        a = one.claim
        against = next((two.claim for two in asserted if two.voice != one.voice or two.report != one.report), None)
        if against is not None:
            kind = "denial" if a.polarity == "denied" else "cannot confirm"
            verb = "denies" if kind == "denial" else "cannot confirm"
            says = f"{_voice(a)} {verb} it: “{a.cited.quotation}”; {_voice(against)} says “{against.cited.quotation}”"
            yield Contradiction(kind, a.key, against.key, says)


def _no_common_day(one: Traits, two: Traits) -> bool:
    apart = max(one.first or 0, two.first or 0) > min(one.last or 0, two.last or 0)
    return apart and not of_one_night(one, two)


def _other_actors(one: Traits, two: Traits, sides: Sequence[Sides]) -> bool:
    """Whether none of the accused, or what one is part of, is the same: an army is not another than its state."""
    first, second = _named(one.claim), _named(two.claim)
    if not first or not second:
        return False  # "gunmen" may be anybody's
    return _widened(first, sides).isdisjoint(second) and first.isdisjoint(_widened(second, sides))


def _named(claim: IncidentClaim) -> frozenset[str]:
    return names_of(party for party in claim.accused if not party.described)


def _widened(keys: frozenset[str], sides: Sequence[Sides]) -> frozenset[str]:
    return keys | {up for one in sides for key in keys for up in one.above(key)}


def _voice(claim: IncidentClaim) -> str:
    return "an unnamed source" if claim.cited.origin == NOBODY else claim.cited.origin


def _number(count: Range) -> str:
    if count.text:
        return count.text
    if count.low == count.high:
        return str(count.low)
    if count.high is None:
        return f"{count.low} or more"
    return f"up to {count.high}" if count.low is None else f"{count.low} to {count.high}"


def _days(claim: IncidentClaim) -> str:
    return f"{claim.start}" if claim.end in (None, claim.start) else f"{claim.start} to {claim.end}"


def _accused(claim: IncidentClaim) -> str:
    return (" or " if claim.either else " and ").join(party.name for party in claim.accused)


def _place(claim: IncidentClaim) -> str:
    return claim.site.name if claim.site else "somewhere"
