"""The matcher on constructed claims: pairs of claims of one happening, found and not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import msgspec

from bench.figures import Sheet
from bench.truce.marks import Tally
from communique.domain.incident import IncidentClaim
from communique.record.groups import Group, Link, grouped, proposals
from communique.truce.matcher import labels, match
from tests.gold.truce.gold import FOLDER

DATA = (FOLDER / "incidents.jsonl", FOLDER / "held" / "incidents.jsonl")
"""Claims on which the matcher may be worked, and claims that are only scored."""

Pairs = frozenset[tuple[str, str]]


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One claim and the happening it is of."""

    incident: str
    claim: IncidentClaim


def load(path: Path) -> tuple[Told, ...]:
    """The constructed claims; msgspec.ValidationError names the field that is wrong."""
    return tuple(msgspec.json.decode(line, type=Told) for line in path.read_bytes().splitlines())


def matched(sheet: Sheet, name: str, told: Sequence[Told]) -> None:
    """Prints pairwise F1: by the sure links alone, with every proposal accepted, with those a person would accept."""
    claims = [one.claim for one in told]
    found = match(claims)
    keys = [claim.key for claim in claims]

    def groups(links: Sequence[Link]) -> tuple[Group, ...]:
        return grouped(keys, links, (), apart=found.apart, labels=labels(claims))

    gold = pairs_of([tuple(t.claim.key for t in told if t.incident == name) for name in {t.incident for t in told}])
    sure = groups(found.links)
    offered = proposals(found.links, sure)
    right = [link for link in offered if ordered(link.one, link.other) in gold]
    _line(sheet, f"{name}: sure links", gold, sure)
    _line(sheet, f"{name}: every proposal accepted", gold, groups([replace(link, sure=True) for link in found.links]))
    _line(
        sheet,
        f"{name}: right proposals accepted",
        gold,
        groups([*found.links, *(replace(li, sure=True) for li in right)]),
    )
    share = 100 * len(right) / len(offered) if offered else 0.0
    sheet.line(f"{name}: proposals that are right", share, "%", f"{len(right)} of {len(offered)}")


def _line(sheet: Sheet, name: str, gold: Pairs, groups: Sequence[Group]) -> None:
    found = pairs_of([group.members for group in groups])
    tally = Tally(len(gold), len(found), len(gold & found))
    sheet.line(f"{name}, pairwise F1", tally.f1, "%", tally.note())


def pairs_of(groups: Sequence[Sequence[str]]) -> Pairs:
    """Every two keys that stand in one group."""
    return frozenset(ordered(one, other) for group in groups for one, other in combinations(group, 2))


def ordered(one: str, other: str) -> tuple[str, str]:
    """A pair without a direction."""
    return (one, other) if one < other else (other, one)
