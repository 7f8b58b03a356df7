"""Namings to processes: one process a name, and its round where the text counts one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from communique.domain.agreement import Process
from communique.domain.provenance import Provenance
from communique.domain.span import Span
from communique.language.processes.naming import Naming

BY = "processes@1"
_CONFIDENCE = {"firm": 0.9, "weak": 0.7, "bare": 0.6}


class KnownProcess(Protocol):
    """What a knowledge pack says of a process that this stage uses: its key and its canonical name."""

    @property
    def key(self) -> str: ...

    @property
    def name(self) -> str: ...


class KnownProcesses(Protocol):
    """The processes of the packs."""

    def match(self, words: str) -> KnownProcess | None:
        """The one process that `words` ("Brunnhal talks") name."""


@dataclass(slots=True)
class _Group:
    """The namings of one process."""

    known: KnownProcess | None
    namings: list[Naming] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.known.name if self.known else self.namings[0].name


def join(namings: Sequence[Naming], known: KnownProcesses | None) -> tuple[Process, ...]:
    """The processes of a report in the order of their first naming; several rounds of one are several."""
    matches = {n.name: known.match(n.name) for n in namings if n.label} if known else {}
    firm = {n.key for n in namings if n.strength == "firm"}
    groups: dict[str, _Group] = {}
    for naming in namings:
        match = matches.get(naming.name)
        if naming.strength == "bare" or not (match or naming.key in firm):
            continue
        key = f"known:{match.key}" if match else naming.key
        groups.setdefault(key, _Group(match)).namings.append(naming)
    _merge_by_label(groups)
    _point_back(groups, [n for n in namings if n.strength == "bare"])
    rows = sorted((row for group in groups.values() for row in _rounds(group)), key=lambda row: row[1][0].span)
    return tuple(_process(f"t{n}", *row) for n, row in enumerate(rows, start=1))


def _merge_by_label(groups: dict[str, _Group]) -> None:
    """A naming the pack does not have joins the known process that goes by the same place."""
    hosts: dict[str, set[str]] = {}
    for identity, group in groups.items():
        for naming in group.namings if group.known else ():
            hosts.setdefault(naming.key, set()).add(identity)
    for key, able in hosts.items():
        if len(able) == 1 and key in groups:
            host = groups[next(iter(able))]
            host.namings = sorted(host.namings + groups.pop(key).namings, key=lambda n: n.span)


def _point_back(groups: dict[str, _Group], bare: Sequence[Naming]) -> None:
    """ "the fourth round of talks" is of the one process the report names, if it names one only and before."""
    if len(groups) != 1:
        return
    group = next(iter(groups.values()))
    opening = group.namings[0].span
    group.namings.extend(n for n in bare if n.span > opening)


def _rounds(group: _Group) -> Iterator[tuple[_Group, list[Naming], int | None]]:
    """The process as a whole, or one row a round where the report counts several."""
    numbers = {n.round for n in group.namings if n.round is not None}
    if len(numbers) <= 1:
        yield group, group.namings, next(iter(numbers), None)
        return
    for number in (None, *sorted(numbers)):
        of_round = [n for n in group.namings if n.round == number]
        if of_round:
            yield group, of_round, number


def _process(identity: str, group: _Group, namings: Sequence[Naming], number: int | None) -> Process:
    spans: tuple[Span, ...] = tuple(sorted({n.span for n in namings}))
    confidence = max(_CONFIDENCE[n.strength] for n in namings)
    known = group.known.key if group.known else None
    return Process(identity, group.name, spans, Provenance(BY, confidence), number, known)
