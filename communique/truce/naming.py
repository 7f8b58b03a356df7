"""Which agreement a truce claim is about: the one its words name, never one that is only likely."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from communique.domain.incident import Opinion
from communique.domain.reading import Reading
from communique.domain.truce import TruceClaim
from communique.truce.agreements import Agreement

DAY = 10
ZONES = re.compile(r"\b(?:zones?|areas?|belts?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Concern:
    """The agreement and what names it, its zones by their own names, and agreements that it may be about if none."""

    agreement: Agreement | None
    named_by: str | None = None
    zones: tuple[str, ...] = ()
    perhaps: tuple[str, ...] = ()


class Naming:
    """The agreements of the packs as one reading names them."""

    def __init__(self, reading: Reading, agreements: Sequence[Agreement]) -> None:
        self._agreements = tuple(agreements)
        self._by_key = {one.key: one for one in self._agreements}
        self._instruments = {one.id: one.known for one in reading.findings.instruments}
        self._actors = {actor.id: actor for actor in reading.findings.actors}
        self._places = {place.name.casefold() for place in reading.findings.places}
        self._places |= {zone.casefold() for one in reading.findings.truce for zone in one.zones}
        self._zones: dict[str, list[tuple[Agreement, str]]] = {}
        for agreement in self._agreements:
            for zone in agreement.zones:
                for name in {zone.name, *zone.aliases}:
                    self._zones.setdefault(name.casefold(), []).append((agreement, zone.name))
        countries = {place.country for place in reading.findings.places if place.country}
        self._present = {key for actor in self._actors for key in self._keys_of(actor)} | countries

    def concern(self, claim: TruceClaim, day: str | None) -> Concern:
        """What the claim is about; `day` is the ISO day as of which it speaks."""
        agreement, named_by = self._named(claim, day)
        if agreement is not None:
            own = [(a, z) for name in claim.zones for a, z in self._zones.get(name.casefold(), ()) if a is agreement]
            known = tuple(dict.fromkeys(zone for _, zone in own))
            return Concern(agreement, named_by, known or claim.zones)
        return Concern(None, None, claim.zones, self._perhaps(day))

    def names(self, agreement: Agreement) -> bool:
        """Whether the report names the agreement, a zone of it, or a party to it or its country."""
        if agreement.key in self._instruments.values() or self._names_a_party(agreement):
            return True
        return any(one is agreement for name in self._places for one, _ in self._zones.get(name, ()))

    def side(self, actor: str, agreement: Agreement) -> str | None:
        """The part that an actor, or whom the actor speaks for, has in the agreement: party, guarantor or None."""
        return part_in(self._keys_of(actor), agreement)

    def voice(self, speakers: Sequence[str]) -> tuple[str, ...]:
        """The knowledge keys of speakers and of those they speak for, as far as the report says, the speakers first."""
        own = [self._actors[one].known for one in speakers if one in self._actors]
        for_whom = [key for one in speakers for key in self._keys_of(one)]
        return tuple(dict.fromkeys(key for key in (*own, *for_whom) if key))

    def _keys_of(self, actor: str) -> tuple[str, ...]:
        """The knowledge keys of an actor and of the bodies in which the report gives it an office."""
        found = self._actors.get(actor)
        if found is None:
            return ()
        bodies = [self._actors[role.of].known for role in found.roles if role.of in self._actors]
        return tuple(dict.fromkeys(key for key in (found.known, *bodies) if key))

    def _named(self, claim: TruceClaim, day: str | None) -> tuple[Agreement | None, str | None]:
        own = self._by_key.get(self._instruments.get(claim.instrument or "") or "")
        if own is not None:
            return own, "the claim"
        if claim.instrument is not None:
            return None, None  # it names another agreement, one that no pack holds
        zoned = {a.key for name in claim.zones for a, _ in self._zones.get(name.casefold(), ()) if _may_hold(a, day)}
        if len(zoned) == 1:
            return self._by_key[zoned.pop()], "a zone"
        candidates = self._of_report(claim, day)
        return (candidates[0], "the report") if len(candidates) == 1 else (None, None)

    def _of_report(self, claim: TruceClaim, day: str | None) -> list[Agreement]:
        """The truces named in the report that the claim may be about: those with zones, if it speaks of zones."""
        keys = {key for key in self._instruments.values() if key in self._by_key}
        named = [self._by_key[key] for key in sorted(keys) if _may_hold(self._by_key[key], day)]
        truces = [one for one in named if is_truce(one)]
        if not ZONES.search(claim.scope_text or ""):
            return truces
        # "All four safe zones", in a report that names the memorandum by nothing but its zones.
        return [one for one in truces if one.zones] or [one for one in self._by_zones() if _may_hold(one, day)]

    def _by_zones(self) -> list[Agreement]:
        """The truces whose zones the report names."""
        found = [one for name in self._places for one, _ in self._zones.get(name, ())]
        return [one for one in {one.key: one for one in found}.values() if is_truce(one)]

    def _perhaps(self, day: str | None) -> tuple[str, ...]:
        truces = [one for one in self._agreements if is_truce(one) and _may_hold(one, day)]
        return tuple(one.key for one in truces if self._names_a_party(one))

    def _names_a_party(self, agreement: Agreement) -> bool:
        parties = set(agreement.parties)
        return any(parties & set(agreement.sides.above(key)) for key in self._present)


def placed(row: Opinion, agreements: Sequence[Agreement]) -> Opinion:
    """A row of an imported table as an opinion on the agreement whose zone it names; on any that may be, else."""
    if row.agreement is not None:
        return row
    truces = [one for one in agreements if is_truce(one) and _may_hold(one, row.as_of)]
    named = {name.casefold() for name in (*row.zones, row.scope or "")}
    zoned = [
        (agreement, zone.name)
        for agreement in truces
        for zone in agreement.zones
        if named & {name.casefold() for name in (zone.name, zone.key, *zone.aliases)}
    ]
    if len({agreement.key for agreement, _ in zoned}) == 1:
        zones = tuple(dict.fromkeys(zone for _, zone in zoned))
        return replace(row, agreement=zoned[0][0].key, zones=zones, named_by="a zone")
    return replace(row, perhaps=tuple(one.key for one in truces))


def part_in(keys: Iterable[str], agreement: Agreement) -> str | None:
    """The part that those of these keys have in the agreement: party, guarantor or None."""
    above = {up for key in keys for up in agreement.sides.above(key)}
    if above & set(agreement.parties):
        return "party"
    return "guarantor" if above & set(agreement.guarantors) else None


def is_truce(agreement: Agreement) -> bool:
    """Whether one of its terms makes fire a breach: a resolution or a protocol on talks may be named beside it."""
    return any(breach.startswith("fire") for term in agreement.terms for breach in term.breaches)


def _may_hold(agreement: Agreement, day: str | None) -> bool:
    """Whether no voice's dates rule that day out; an agreement without dates may hold on any day."""
    if day is None or len(day) != DAY or not agreement.in_force:
        return True
    return any(one.period.may_hold(date.fromisoformat(day)) for one in agreement.in_force)
