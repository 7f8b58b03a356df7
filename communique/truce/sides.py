"""Who belongs to whom: from an accused's key up to the party, the guarantor or the listed group it is part of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from communique.knowledge.entries import Outlet
from communique.knowledge.general import General, read_general
from communique.knowledge.pack import Pack
from communique.knowledge.shelf import Shelf
from communique.record.names import folded


@dataclass(frozen=True, slots=True)
class Sides:
    """Names, what each key is part of, what it came out of and which side it is counted to, by key."""

    names: Mapping[str, str] = field(default_factory=dict)
    part_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    follows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    side: Mapping[str, str] = field(default_factory=dict)
    below: Mapping[str, frozenset[str]] = field(default_factory=dict)  # the sides of all that is part of a key
    called: Mapping[str, str] = field(default_factory=dict)  # keys of states and bodies by every folded name

    @staticmethod
    def of(pack: Pack) -> Sides:
        """What the general knowledge and one pack know; the pack's word stands where both have one."""
        general = _general()
        shelves = (general.shelf, pack.shelf)
        part_of = _part_of(shelves)
        side = {body.key: body.side for shelf in shelves for body in shelf.bodies if body.side}
        return Sides(
            names=_names(shelves, general),
            part_of=part_of,
            follows={body.key: body.follows for shelf in shelves for body in shelf.bodies if body.follows},
            members={body.key: body.members for shelf in shelves for body in shelf.bodies if body.members},
            side=side,
            below=_below(part_of, side),
            called=_called(shelves),
        )

    def knows(self, key: str) -> bool:
        """Whether the key stands for somebody the knowledge has."""
        return key in self.names or (":" in key and key.partition(":")[0] in self.names)

    def name(self, key: str) -> str:
        """The name behind a key, "Army of Varenia" for an office; the key itself where nothing is known."""
        if key in self.names:
            return self.names[key]
        state, _, office = key.partition(":")
        named = self.names.get(f":{office}", office.replace("-", " "))
        return f"{named} of {self.names[state]}" if office and state in self.names else key

    def above(self, key: str) -> tuple[str, ...]:
        """The key and everything it is part of, nearest first."""
        return _climb(key, (self.part_of,))

    def lineage(self, key: str) -> tuple[str, ...]:
        """The key, everything it is part of and every group it came out of, nearest first."""
        return _climb(key, (self.part_of, self.follows))

    def sides_of(self, key: str) -> frozenset[str]:
        """The sides a key is counted to: its own, or those of what is part of it (a state's army and militias)."""
        own = next((self.side[k] for k in self.above(key) if k in self.side), None)
        return self.below.get(key, frozenset()) if own is None else frozenset({own})


def _climb(key: str, ways: tuple[Mapping[str, tuple[str, ...]], ...]) -> tuple[str, ...]:
    found = [key]
    for at in found:  # grows while it is walked; what was found once is not walked again
        state = (at.partition(":")[0],) if ":" in at else ()
        for up in (*state, *(k for way in ways for k in way.get(at, ()))):
            if up not in found:
                found.append(up)
    return tuple(found)


def _below(part_of: Mapping[str, tuple[str, ...]], side: Mapping[str, str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for key, own in side.items():
        for up in _climb(key, (part_of,)):
            found[up] = found.get(up, frozenset()) | {own}
    return found


@cache
def _general() -> General:
    return read_general()[0]


def _names(shelves: Iterable[Shelf], general: General) -> dict[str, str]:
    # An office is held under ":key", which no key of a body can be.
    names = {f":{office.key}": office.name for office in general.offices}
    for shelf in shelves:
        names |= {state.key: state.name for state in shelf.states}
        names |= {outlet.key: outlet.name for outlet in shelf.outlets}
        names |= {body.key: body.name for body in shelf.bodies}
        names |= {person.key: person.name for person in shelf.officials}
    return names


def _called(shelves: Iterable[Shelf]) -> dict[str, str]:
    """Keys by name; a name that one shelf gives to two is nobody's."""
    found: dict[str, str] = {}
    for shelf in shelves:
        named: dict[str, set[str]] = {}
        for state in shelf.states:
            for name in (state.name, state.official or state.name, *state.aliases):
                named.setdefault(folded(name), set()).add(state.key)
        for body in shelf.bodies:
            for name in (body.name, *body.aliases):
                named.setdefault(folded(name), set()).add(body.key)
        found |= {name: next(iter(keys)) for name, keys in named.items() if len(keys) == 1}
    return found


def _part_of(shelves: Iterable[Shelf]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for shelf in shelves:
        found |= {body.key: (body.of,) for body in shelf.bodies if body.of}
        # Somebody who held offices of several owners speaks for all of them as far as is known here.
        found |= {person.key: tuple(dict.fromkeys(t.of for t in person.tenures)) for person in shelf.officials}
        found |= {outlet.key: owners for outlet in shelf.outlets if (owners := _owners(outlet, shelf))}
    return found


def _owners(outlet: Outlet, shelf: Shelf) -> tuple[str, ...]:
    """Whose voice an outlet is: its state, or the party that owns it; nobody's where it is its own."""
    if outlet.owner_kind == "state" and outlet.country:
        return (outlet.country,)
    return tuple(b.key for b in shelf.bodies if outlet.owner_kind == "party" and outlet.owner in (b.name, *b.aliases))
