"""Namings to instruments: which namings are one text, and what a bare "the memorandum" can only mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from communique.domain.agreement import Instrument
from communique.domain.provenance import Provenance
from communique.domain.span import Span
from communique.domain.when import DateMention
from communique.language.instruments.phrase import Phrase

BY = "instruments@1"
MOST = 300
"""Instruments a report may have: beyond it is a list or an attack, and comparing each with each would take its time."""


class KnownInstrument(Protocol):
    """What a knowledge pack says of an instrument that this stage uses: its key and its canonical name."""

    @property
    def key(self) -> str: ...

    @property
    def name(self) -> str: ...


class KnownInstruments(Protocol):
    """The instruments of the packs."""

    def match(self, words: str, number: int | None, year: int | None) -> KnownInstrument | None:
        """The one instrument that `words` name, given the number of a resolution and the year if the text has them."""


@dataclass(slots=True)
class _Group:
    """The namings of one instrument so far."""

    first: Phrase
    name: str
    keys: set[frozenset[str]]
    known: KnownInstrument | None
    date: DateMention | None
    spans: list[Span] = field(default_factory=list)
    confidence: float = 0.0

    def take(self, phrase: Phrase, date: DateMention | None, known: KnownInstrument | None) -> None:
        """Add a naming; the fullest one gives the name, the first date stands."""
        self.spans.append(phrase.span)
        self.confidence = max(self.confidence, phrase.confidence)
        self.date = self.date or date
        self.known = self.known or known
        if phrase.bare:
            return
        if len(phrase.key) > len(max(self.keys, key=len)):
            self.name = phrase.name
        self.keys.add(frozenset(phrase.key))


def join(
    namings: Sequence[tuple[Phrase, DateMention | None]],
    stands_for: Mapping[str, frozenset[str]],
    known: KnownInstruments | None,
) -> tuple[Instrument, ...]:
    """The instruments of a report, in the order of their first naming."""
    groups: list[_Group] = []
    for phrase, date in namings:
        if not phrase.bare:
            _add(groups, phrase, date, known)
    for phrase, date in namings:
        if phrase.bare:
            _point_back(groups, phrase, date, stands_for)
    groups.sort(key=lambda g: min(g.spans))
    return tuple(_instrument(f"i{n}", group) for n, group in enumerate(groups, start=1))


def _add(groups: list[_Group], phrase: Phrase, date: DateMention | None, known: KnownInstruments | None) -> None:
    if phrase.by_date and date is None:
        return
    year = phrase.year or (int(date.start[:4]) if date and date.start else None)
    match = known.match(phrase.name, phrase.number, year) if known else None
    group = _same(groups, phrase, date, match)
    if group is None:
        if len(groups) >= MOST:
            return
        group = _Group(phrase, phrase.name, {frozenset(phrase.key)}, match, date)
        groups.append(group)
    group.take(phrase, date, match)


def _same(
    groups: Sequence[_Group], phrase: Phrase, date: DateMention | None, match: KnownInstrument | None
) -> _Group | None:
    """The group this naming belongs to: the same in the pack, the same words, or the only one it abbreviates."""
    if match:
        for group in groups:
            if group.known and group.known.key == match.key:
                return group
    fitting = [g for g in groups if _may_be(g, phrase, date, match)]
    key = frozenset(phrase.key)
    exact = [g for g in fitting if key in g.keys]
    if exact:
        return exact[0]
    if phrase.kind == "resolution":
        return None
    near = [g for g in fitting if any(key < k or k < key for k in g.keys)]
    return near[0] if len(near) == 1 else None


def _may_be(group: _Group, phrase: Phrase, date: DateMention | None, match: KnownInstrument | None) -> bool:
    if phrase.other or group.first.kind != phrase.kind:
        return False
    if match and group.known and match.key != group.known.key:
        return False
    return not _conflict(group.date, date)


def _conflict(one: DateMention | None, other: DateMention | None) -> bool:
    return bool(one and other and one.start and other.start and one.start != other.start)


def _point_back(
    groups: list[_Group], phrase: Phrase, date: DateMention | None, stands_for: Mapping[str, frozenset[str]]
) -> None:
    """Join a bare naming to the one instrument it can only mean; with a date of its own it may found a new one."""
    widest = stands_for.get(phrase.kind, frozenset({phrase.kind}))
    for kinds in (frozenset({phrase.kind}), widest):
        candidates = [g for g in groups if g.first.kind in kinds]
        if len(candidates) > 1:
            break
        if candidates and not phrase.other and not _conflict(candidates[0].date, date):
            if min(candidates[0].spans) < phrase.span:
                candidates[0].take(phrase, date, None)
            return
    if phrase.by_date and date is not None:
        group = _Group(phrase, phrase.name, {frozenset(phrase.key)}, None, date)
        group.take(phrase, date, None)
        groups.append(group)


def _instrument(identity: str, group: _Group) -> Instrument:
    return Instrument(
        id=identity,
        kind=group.first.kind,
        name=group.known.name if group.known else group.name,
        spans=tuple(sorted(set(group.spans))),
        made=Provenance(BY, group.confidence),
        date=group.date.id if group.date else None,
        known=group.known.key if group.known else None,
    )
