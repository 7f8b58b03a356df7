"""Words that point back, "the attack on the convoy": of the one such deed that other reports tell of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.record.groups import Link
from communique.truce.traits import Traits

ONLY = "and no other such deed is told of"


def pointed(links: Sequence[Link], traits: Sequence[Traits]) -> Iterator[Link]:
    """The links, with the strongest of a mention made sure where all its links lead to one happening.

    A reader who is told of "the attack on the convoy" takes it for the one attack on a convoy that is in the news.
    """
    known = {one.claim.key: one for one in traits if one.dataset is None}
    mentions = {key for key, one in known.items() if one.claim.mention}
    leading: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links if mentions else ():
        for key, other in ((link.one, link.other), (link.other, link.one)):
            if key in mentions and other in known and _same_thing(known[key], known[other]):
                leading[key].append(link)
    heaps = _heaps(links) if leading else {}
    sure = set()
    for key, several in leading.items():
        ends = {link.other if link.one == key else link.one for link in several}
        if len({heaps.get(end, end) for end in ends - mentions} or {""}) == 1:
            sure.add(id(max(several, key=lambda link: link.strength)))
    for link in links:
        yield replace(link, sure=True, reason=f"{link.reason}, {ONLY}") if id(link) in sure and not link.sure else link


def _same_thing(one: Traits, other: Traits) -> bool:
    """Whether both name one target or one place, and the one told of had happened when the other pointed to it."""
    if one.published is not None and other.first is not None and other.first > one.published:
        return False
    return bool(one.targets & other.targets) or (one.place is not None and one.place == other.place)


def _heaps(links: Sequence[Link]) -> dict[str, str]:
    """By each key that a sure link holds: one key that stands for all that hang together by sure links."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for link in links:
        if link.sure:
            parent[root(link.one)] = root(link.other)
    return {key: root(key) for key in list(parent)}
