"""Groups of claims as incidents: what they say together, without averaging anything away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from communique.domain.incident import (
    Contradiction,
    Incident,
    IncidentClaim,
    InScope,
    Placing,
    Range,
    Site,
)
from communique.record.decisions import Decision
from communique.record.groups import Group
from communique.truce.agreements import Agreement
from communique.truce.clauses import against_clauses
from communique.truce.contradictions import contradictions
from communique.truce.history import History
from communique.truce.kinship import VAGUE
from communique.truce.labels import label
from communique.truce.origins import Copies, Origin, Voices, origins, withdrawn
from communique.truce.scope import in_scope
from communique.truce.severity import assess
from communique.truce.verification import BARRED, asserts, ruled, verification
from communique.truce.zones import ZoneMap

NOWHERE = Placing("unclear")
Keys = tuple[str | None, ...]
Asked = tuple[str | None, str | None, Placing, Keys, Keys, Keys, str, bool, str | None]


def incidents(
    claims: Sequence[IncidentClaim],
    groups: Sequence[Group],
    agreement: Agreement | None = None,
    *,
    voices: Voices | None = None,
    copies: Copies | None = None,
    decisions: Sequence[Decision] = (),
) -> tuple[Incident, ...]:
    """One incident a group, in the groups' order.

    With an agreement each is placed towards its zones and said to be in its scope or not; without one both stay open.
    `voices` tells who speaks for whom, by default as the agreement's pack has it; `copies` which reports are copies;
    `decisions` is the whole log, undone ones too, for the history.
    """
    known = {claim.key: claim for claim in claims}
    voices = voices or Voices.of([agreement.sides] if agreement else ())
    told = [withdrawn([known[key] for key in group.members if key in known], voices) for group in groups]
    sites = [_site(heap) for heap in told]
    placings = _placed(sites, agreement)
    maker = _Maker(agreement, voices, copies, History(decisions))
    return tuple(
        maker.incident(group, heap, site, placing)
        for group, heap, site, placing in zip(groups, told, sites, placings, strict=True)
        if heap
    )


def _placed(sites: Sequence[Site | None], agreement: Agreement | None) -> list[Placing]:
    """All sites at once: one by one, a hundred thousand would take a minute."""
    if agreement is None or not agreement.zones:
        return [NOWHERE] * len(sites)
    zones = ZoneMap.of(agreement.zones)
    nan = float("nan")
    drawn = zones.place_all(
        [nan if s is None or s.lat is None else s.lat for s in sites],
        [nan if s is None or s.lon is None else s.lon for s in sites],
        [0.0 if s is None or s.within_km is None else s.within_km for s in sites],
    )
    # What a source says of the zone is weighed against the map, one site at a time: only few sources say it.
    return [zones.place_site(s) if s and s.zone else found for s, found in zip(sites, drawn, strict=True)]


@dataclass(slots=True)
class _Maker:
    agreement: Agreement | None
    voices: Voices
    copies: Copies | None
    history: History
    _scopes: dict[Asked, InScope] = field(default_factory=dict)

    def incident(self, group: Group, told: Sequence[IncidentClaim], site: Site | None, placing: Placing) -> Incident:
        standing = [claim for claim in told if not claim.retracted]
        asserted = [claim for claim in standing if asserts(claim)]
        # Of what was taken back wholly, or only denied, what was said is still told.
        said = asserted or standing or [claim for claim in told if asserts(claim)] or list(told)
        type_, (start, end) = _type(said), _days(said)
        scope = self._scope(said, type_, start, end, placing)
        vouching = [claim for claim in said if asserts(claim)]
        # That monitors were kept away is no word for what they were to see.
        heard = self._origins([claim for claim in vouching if claim.type not in BARRED] or vouching)
        return Incident(
            key=group.key,
            name=group.name or label(type_, site, start, end),
            claims=tuple(told),
            proposed=group.proposed,
            reasons=group.reasons,
            type=type_,
            start=start,
            end=end,
            site=site,
            placing=placing,
            scope=scope,
            killed=_spanned([claim.killed for claim in said]),
            injured=_spanned([claim.injured for claim in said]),
            severity_stated=_stated(told, heard),
            assessed=assess(told, scope, placing),
            verification=verification(told, heard, given=ruled(group.decided)),
            origins=tuple(origin.name for origin in heard),
            contradictions=self._contradictions(told, heard),
            history=self.history.of(group.members),
        )

    def _contradictions(self, told: Sequence[IncidentClaim], heard: Sequence[Origin]) -> tuple[Contradiction, ...]:
        among = contradictions(told, heard, self.voices.sides) if len(told) > 1 else ()
        return (*among, *against_clauses(told, self.agreement)) if self.agreement else among

    def _origins(self, asserted: Sequence[IncidentClaim]) -> tuple[Origin, ...]:
        if len(asserted) == 1 and asserted[0].cited.row is not None:
            return (Origin(asserted[0].cited.origin, (asserted[0].key,)),)
        return origins(asserted, self.voices, self.copies)

    def _scope(
        self, said: Sequence[IncidentClaim], type_: str, start: str | None, end: str | None, placing: Placing
    ) -> InScope:
        if self.agreement is None:
            return InScope(None, ("no agreement was named",))
        accused = _accusations(said)
        victims = tuple(dict.fromkeys(party.known for claim in said for party in claim.victims))
        # Claims that accuse others are alternatives, as the "or" of one claim is.
        either = len(set(accused)) > 1 or any(claim.either for claim in said)
        everybody = tuple(dict.fromkeys(key for keys in accused for key in keys))
        # By name too: two that no pack knows are two.
        taking = dict.fromkeys(party for claim in said for party in claim.parties)
        involved = () if everybody else tuple(party.known for party in taking)
        word = _word_of(said)
        asked: Asked = (start, end, placing, everybody, victims, involved, type_, either, word)
        if asked not in self._scopes:
            found = in_scope(
                self.agreement,
                start=start,
                end=end,
                placing=placing,
                accused=everybody,
                victims=victims,
                type=type_,
                either=either,
                involved=involved,
            )
            self._scopes[asked] = replace(found, reasons=(*found.reasons, word)) if word else found
        return self._scopes[asked]


def _accusations(said: Sequence[IncidentClaim]) -> list[tuple[str | None, ...]]:
    """The keys of those whom each claim accuses; "gunmen" are nobody in particular once somebody names them."""
    found = [(claim, tuple(p.known for p in claim.accused if not p.described)) for claim in said if claim.accused]
    named = [keys for _, keys in found if keys]
    return named or [tuple(party.known for party in claim.accused) for claim, _ in found]


def _word_of(said: Sequence[IncidentClaim]) -> str | None:
    """Whose word it is who did it, or who took part: it may decide the scope, and is no more than a word."""
    accusers = dict.fromkeys(claim.cited.origin for claim in said if claim.accused)
    if accusers:
        return f"who is accused is the word of {', '.join(accusers)}"
    tellers = dict.fromkeys(claim.cited.origin for claim in said if claim.parties)
    return f"who took part is the word of {', '.join(tellers)}" if tellers else None


def _stated(told: Sequence[IncidentClaim], heard: Sequence[Origin]) -> tuple[tuple[str, str], ...]:
    """Each origin's word on the severity: a paper that copies a minister has it from him."""
    names = {key: origin.name for origin in heard for key in origin.claims}
    found = [(names.get(claim.key, claim.cited.origin), claim.severity) for claim in told if not claim.retracted]
    for claim in told:  # who took back that it happened has not taken back what others said of it
        own = {claim.cited.origin: names.get(claim.key, claim.cited.origin)}
        found += [(own.get(word.cited.origin, word.cited.origin), word.severity) for word in claim.graded]
    return tuple(dict.fromkeys((name, severity) for name, severity in found if severity))


def _site(told: Sequence[IncidentClaim]) -> Site | None:
    """The site that is known most exactly, of those that claims assert; the first of equals."""
    asserted = [c for c in told if c.site and asserts(c) and not c.retracted]
    sites = [claim.site for claim in asserted or told if claim.site]
    placed = [site for site in sites if site.lat is not None]
    return min(placed, key=lambda site: site.within_km or 0.0) if placed else next(iter(sites), None)


def _type(said: Sequence[IncidentClaim]) -> str:
    """The type most claims give that tell of it, one that says something before one that is vague."""
    if len(said) == 1:
        return said[0].type
    counted: Mapping[str, int] = _counted([one for one in said if not (one.mention or one.heading)] or said)
    return max(counted, key=lambda type_: (type_.rpartition("/")[2] not in VAGUE, counted[type_]))


def _counted(said: Sequence[IncidentClaim]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for claim in said:
        counted[claim.type] = counted.get(claim.type, 0) + 1
    return counted


def _days(said: Sequence[IncidentClaim]) -> tuple[str | None, str | None]:
    """From the first to the last day that any claim gives; a claim of a month does not widen one of a day."""
    dated = [(claim.start, claim.end or claim.start) for claim in said if claim.start]
    exact = [(start, end) for start, end in dated if start == end] or dated
    if not exact:
        return None, None
    return min(start or "" for start, _ in exact), max(end or "" for _, end in exact)


def _spanned(counts: Sequence[Range | None]) -> Range | None:
    """From the lowest to the highest that anybody says; open where somebody leaves it open."""
    given = [count for count in counts if count is not None]
    if not given:
        return None
    lows = [count.low for count in given if count.low is not None]
    highs = [count.high for count in given if count.high is not None]
    high = max(highs) if len(highs) == len(given) else None
    texts = tuple(dict.fromkeys(count.text for count in given if count.text))
    return Range(min(lows) if lows else None, high, "; ".join(texts))
