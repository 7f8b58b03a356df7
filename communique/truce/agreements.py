"""Agreements as data: an instrument of a pack with its zones, its response ladder and who belongs to its parties."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.errors import KnowledgeError
from communique.knowledge.accords import InForce, KnownInstrument, Rung, Term, Zone
from communique.knowledge.pack import Pack
from communique.truce.ladder import rungs_for
from communique.truce.sides import Sides


# One of its kind, compared and hashed by identity, so that what was worked out about it can be kept.
@dataclass(frozen=True, slots=True, eq=False)
class Agreement:
    """One instrument of a pack.

    `zones` are those drawn for it and those its terms name; `ladder` has at most one entry a rung, lowest first;
    `sides` knows who belongs to whom. `pack` is the key of the pack it comes from.
    """

    known: KnownInstrument
    pack: str
    zones: tuple[Zone, ...] = ()
    ladder: tuple[Rung, ...] = ()
    sides: Sides = field(default_factory=Sides, repr=False)

    @property
    def key(self) -> str:
        """The instrument's key, as findings carry it in `known`."""
        return self.known.key

    @property
    def name(self) -> str:
        """The instrument's name."""
        return self.known.name

    @property
    def parties(self) -> tuple[str, ...]:
        """Keys of those it binds: its parties, and the parties that single terms name."""
        return tuple(dict.fromkeys((*self.known.parties, *(key for term in self.terms for key in term.parties))))

    @property
    def guarantors(self) -> tuple[str, ...]:
        """Keys of its guarantors."""
        return self.known.guarantors

    @property
    def excluded(self) -> tuple[str, ...]:
        """Keys of those it does not cover."""
        return tuple(dict.fromkeys((*self.known.excluded, *(key for term in self.terms for key in term.excluded))))

    @property
    def in_force(self) -> tuple[InForce, ...]:
        """When it held, voice by voice."""
        return self.known.in_force

    @property
    def terms(self) -> tuple[Term, ...]:
        """What it bans, requires, allows and excludes."""
        return self.known.terms

    def zone(self, key: str | None) -> Zone | None:
        """The zone of that key, None where it has none."""
        return next((zone for zone in self.zones if zone.key == key), None)

    def called(self, key: str) -> str:
        """The name behind an actor's key."""
        return self.sides.name(key)


def agreements_of(packs: Sequence[Pack]) -> tuple[Agreement, ...]:
    """Every instrument of the packs as an agreement, in the packs' order."""
    found = []
    for pack in packs:
        sides = Sides.of(pack)
        found += [
            Agreement(known, pack.key, _zones_of(known, pack.zones), rungs_for(known.key, pack.ladder), sides)
            for known in pack.instruments
        ]
    return tuple(found)


def named(agreements: Sequence[Agreement], text: str) -> Agreement:
    """The agreement of that key, name or alias, whatever its case; KnowledgeError lists the nearest and the known."""
    wanted = _plain(text)
    by_name: dict[str, list[Agreement]] = {}
    for agreement in agreements:
        names = (agreement.key, agreement.name, *agreement.known.aliases)
        for name in dict.fromkeys(_plain(name) for name in names):
            by_name.setdefault(name, []).append(agreement)
    # A key is unique in its pack: it wins over another agreement's alias.
    found = [one for one in agreements if one.key == text.strip()] or by_name.get(wanted, [])
    if len(found) == 1:
        return found[0]
    if found:
        keys = ", ".join(f"{one.key} (pack {one.pack})" for one in found)
        raise KnowledgeError(f"{text} is the name of several agreements: {keys}; give the key of one of them")
    near = difflib.get_close_matches(wanted, list(by_name), n=1)
    hint = f" Did you mean {by_name[near[0]][0].key}?" if near else ""
    known = ", ".join(agreement.key for agreement in agreements) or "none: no pack in use has an agreement"
    raise KnowledgeError(f"there is no agreement {text}.{hint} The packs in use know {known}")


def _zones_of(known: KnownInstrument, zones: Sequence[Zone]) -> tuple[Zone, ...]:
    named_in_terms = {key for term in known.terms for key in term.zones}
    return tuple(zone for zone in zones if zone.agreement == known.key or zone.key in named_in_terms)


def _plain(name: str) -> str:
    return " ".join(name.removesuffix("?").casefold().replace("-", " ").split())
