"""Findings that speak of one thing, put together: by links a matcher made, and by people's decisions over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from communique.record.decisions import Act, Decision, standing


@dataclass(frozen=True, slots=True)
class Link:
    """The matcher's word that two findings speak of one thing: `strength` in 0–1, and why.

    A `sure` link joins them until a person parts them; any other is a proposal that a person accepts or not.
    """

    one: str
    other: str
    strength: float
    reason: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Findings taken for one thing. `key` is that of the member that came first into the record.

    `proposed` is true while only the matcher holds some of its members together; `reasons` are those of the links that
    do. `decided` are the decisions that count and name a member, oldest first.
    """

    key: str
    members: tuple[str, ...]
    name: str | None
    proposed: bool
    reasons: tuple[str, ...]
    decided: tuple[Decision, ...] = ()


def grouped(
    keys: Sequence[str],
    links: Sequence[Link],
    decisions: Sequence[Decision],
    *,
    apart: Iterable[tuple[str, str]] = (),
    labels: Mapping[str, str] | None = None,
) -> tuple[Group, ...]:
    """Every key in exactly one group, groups and members in the order of `keys`.

    People's decisions come first and the later one wins; then sure links join, the strongest first, unless that would
    bring together what people parted. Nor do links join the pairs in `apart`, or two keys with one label in `labels`:
    their source tells them apart. Keys that links or decisions name and `keys` does not hold are passed over.
    """
    counted = standing(decisions)
    sets = _decided(keys, counted)
    by_hand = {key: sets.root(key) for key in keys}
    sets.tell_apart(apart, labels or {})
    used = _joined(sets, links)
    return _groups(keys, sets, by_hand, used, counted)


def proposals(links: Iterable[Link], groups: Iterable[Group]) -> tuple[Link, ...]:
    """Links between different groups, the strongest of each two groups, strongest first; none that people parted."""
    home = {member: group for group in groups for member in group.members}
    best: dict[tuple[str, str], Link] = {}
    for link in links:
        one, other = home.get(link.one), home.get(link.other)
        if one is None or other is None or one.key == other.key or parted(one, other):
            continue
        pair = (min(one.key, other.key), max(one.key, other.key))
        if pair not in best or link.strength > best[pair].strength:
            best[pair] = link
    return tuple(sorted(best.values(), key=lambda link: (-link.strength, link.one, link.other)))


def parted(one: Group, other: Group) -> bool:
    """Whether a person said that the two groups are not of one thing."""
    return any(
        decision.act is Act.PART and _parts(decision, first, second)
        for first, second in ((one, other), (other, one))
        for decision in first.decided
    )


def stale(decisions: Iterable[Decision], keys: Iterable[str]) -> tuple[Decision, ...]:
    """The decisions that count and name a finding that is not among `keys` any more: a newer reader did not find it."""
    there = set(keys)
    return tuple(d for d in standing(decisions) if not there.issuperset(d.members))


class _Sets:
    """Disjoint sets of keys, and which keys must not come into one set."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._parent = {key: key for key in keys}
        self._members = {key: [key] for key in self._parent}
        self._foes: defaultdict[str, set[str]] = defaultdict(set)
        self._alone: set[str] = set()
        self._labels: Mapping[str, str] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._parent

    def root(self, key: str) -> str:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def together(self, key: str) -> list[str]:
        return self._members[self.root(key)]

    def join(self, one: str, other: str) -> None:
        big, small = sorted((self.root(one), self.root(other)), key=lambda r: -len(self._members[r]))
        if big != small:
            self._parent[small] = big
            self._members[big] += self._members.pop(small)

    def take_out(self, keys: Sequence[str]) -> None:
        """Makes a set of its own of the keys; what they leave behind stays together."""
        taken = set(keys)
        for root in {self.root(key) for key in keys}:
            old = self._members.pop(root)
            for part in ([k for k in old if k in taken], [k for k in old if k not in taken]):
                for key in part:
                    self._parent[key] = part[0]
                if part:
                    self._members[part[0]] = part
        for key in keys[1:]:
            self.join(keys[0], key)

    def keep_apart(self, ones: Iterable[str], others: Sequence[str]) -> None:
        """No `ones` with `others`; with nobody at all that the matcher would add, where `others` is empty."""
        for one in ones:
            if not others:
                self._alone.add(one)
            for other in others:
                self._foes[one].add(other)
                self._foes[other].add(one)

    def tell_apart(self, pairs: Iterable[tuple[str, str]], labels: Mapping[str, str]) -> None:
        """What nobody but a person may join: pairs of keys, unless they are one set already, and keys of one label."""
        self._labels = labels
        for one, other in pairs:
            if one in self and other in self and self.root(one) != self.root(other):
                self.keep_apart([one], [other])

    def reconcile(self, key: str) -> None:
        """Forgets what kept the members of the key's set from each other: a later word has joined them."""
        members = set(self.together(key))
        for member in members & self._foes.keys():
            self._foes[member] -= members

    def may_join(self, one: str, other: str) -> bool:
        if self._alone and any(m in self._alone for k in (one, other) for m in self.together(k)):
            return False
        small, big = sorted((self.together(one), self.together(other)), key=len)
        if self._labels and not _labelled(small, self._labels).isdisjoint(_labelled(big, self._labels)):
            return False
        if not self._foes:
            return True
        there = self.root(big[0])
        return not any(self.root(foe) == there for m in small if m in self._foes for foe in self._foes[m])


def _labelled(keys: Iterable[str], labels: Mapping[str, str]) -> set[str]:
    return {labels[key] for key in keys if key in labels}


def _decided(keys: Sequence[str], counted: Sequence[Decision]) -> _Sets:
    sets = _Sets(keys)
    for decision in counted:
        members = list(dict.fromkeys(key for key in decision.members if key in sets))
        if not members:
            continue
        if decision.act is Act.JOIN:
            for key in members[1:]:
                sets.join(members[0], key)
            sets.reconcile(members[0])
        elif decision.act is Act.PART:
            sets.take_out(members)
            sets.keep_apart(members, [key for key in decision.apart_from if key in sets])
    return sets


def _joined(sets: _Sets, links: Iterable[Link]) -> list[Link]:
    """The sure links that joined two sets."""
    used = []
    sure = (link for link in links if link.sure and link.one in sets and link.other in sets)
    for link in sorted(sure, key=lambda link: (-link.strength, link.one, link.other)):
        if sets.root(link.one) != sets.root(link.other) and sets.may_join(link.one, link.other):
            sets.join(link.one, link.other)
            used.append(link)
    return used


def _groups(
    keys: Sequence[str], sets: _Sets, by_hand: dict[str, str], used: Sequence[Link], counted: Sequence[Decision]
) -> tuple[Group, ...]:
    members: dict[str, list[str]] = {}
    for key in dict.fromkeys(keys):
        members.setdefault(sets.root(key), []).append(key)
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for link in used:
        reasons[sets.root(link.one)].append(link.reason)
    decided: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in counted:
        for root in dict.fromkeys(sets.root(key) for key in decision.members if key in sets):
            decided[root].append(decision)
    return tuple(
        Group(
            key=found[0],
            members=tuple(found),
            name=_name(found, decided[root]) if root in decided else None,
            proposed=len({by_hand[key] for key in found}) > 1,
            reasons=tuple(dict.fromkeys(reasons[root])) if root in reasons else (),
            decided=tuple(decided[root]) if root in decided else (),
        )
        for root, found in members.items()
    )


def _name(members: Sequence[str], decided: Iterable[Decision]) -> str | None:
    names = list(_names(members, decided))
    return names[-1] if names else None


def _names(members: Sequence[str], decided: Iterable[Decision]) -> Iterator[str]:
    for decision in decided:
        if decision.act is Act.RENAME and decision.name and decision.members[0] in members:
            yield decision.name


def _parts(decision: Decision, one: Group, other: Group) -> bool:
    if set(one.members).isdisjoint(decision.members):
        return False
    return not decision.apart_from or not set(other.members).isdisjoint(decision.apart_from)
