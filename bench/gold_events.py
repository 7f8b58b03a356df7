"""Scores the reading of events, as a user gets it, on the gold set's sentences and reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from bench.figures import Sheet
from communique.domain.event import Event
from communique.domain.reading import Reading
from communique.domain.span import Span
from communique.domain.truce import Count
from communique.flow.reading import Reader
from communique.ingest import take_text
from communique.settings import load_settings
from tests.gold.events import gold
from tests.gold.events.kinds import Part

ROOT = Path(__file__).resolve().parents[1]
PACK = ROOT / "samples" / "pack"


@dataclass
class Hits:
    """Right ones, given ones, wanted ones."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, right: int, given: int, wanted: int) -> None:
        self.right, self.given, self.wanted = self.right + right, self.given + given, self.wanted + wanted

    @property
    def f1(self) -> float:
        total = self.given + self.wanted
        return 200 * self.right / total if total else 0.0

    @property
    def precision(self) -> float:
        return 100 * self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return 100 * self.right / self.wanted if self.wanted else 0.0


@dataclass
class Score:
    """All counts of one half."""

    events: Hits = field(default_factory=Hits)
    typed: Hits = field(default_factory=Hits)
    roles: Hits = field(default_factory=Hits)
    doers: Hits = field(default_factory=Hits)
    places: Hits = field(default_factory=Hits)
    dates: Hits = field(default_factory=Hits)
    harm: Hits = field(default_factory=Hits)
    same: Counter[str] = field(default_factory=Counter)

    def add(self, reading: Reading, wanted: Sequence[gold.Event]) -> None:
        """One text's events against the gold's."""
        found = reading.findings.events
        pairs = list(paired(wanted, found))
        self.events.add(len(pairs), len(found), len(wanted))
        self.typed.add(sum(w.type == e.type for w, e in pairs), len(found), len(wanted))
        for want, event in pairs:
            self.same["pairs"] += 1
            self.same["type"] += want.type == event.type
            self.same["mode"] += want.mode == event.mode
            self.same["reality"] += want.reality == event.reality
            self._speaker(reading, want, event)
            self._fields(reading, want, event)

    def _speaker(self, reading: Reading, want: gold.Event, event: Event) -> None:
        statement = next((s for s in reading.findings.statements if s.id == event.said_in), None)
        by = Span(*want.speaker_span) if want.speaker_span else None
        named = statement is not None and by is not None and any(s.overlaps(by) for s in statement.source_spans)
        self.same["speaker"] += named if by else statement is None
        if want.by_another and by:
            self.same["by another"] += 1
            self.same["named"] += named
            self.same["apart"] += not any(_is_speaker(reading, actor, by, want) for actor in event.initiators)

    def _fields(self, reading: Reading, want: gold.Event, event: Event) -> None:
        doers = _shared(reading, want.initiator_spans, event.initiators)
        targets = _shared(reading, want.target_spans, event.targets)
        for hits in (self.roles, self.doers):
            hits.add(*doers)
        self.roles.add(*targets)
        place = [m.span for m in reading.findings.mentions if event.place and m.place == event.place]
        self.places.add(*_one(want.place_span, place, event.place))
        date = [d.span for d in reading.findings.dates if d.id == event.date]
        self.dates.add(*_one(want.date_span, date, event.date))
        for wanted, count in ((want.killed, event.killed), (want.injured, event.injured)):
            self.harm.add(wanted is not None and _range(count) == wanted, count is not None, wanted is not None)


def paired(wanted: Sequence[gold.Event], found: Sequence[Event]) -> Iterator[tuple[gold.Event, Event]]:
    """Events whose characters overlap, one to one: those of the same type first, then by how much they share."""
    near = []
    for i, want in enumerate(wanted):
        for j, event in enumerate(found):
            common = min(want.span[1], event.span.end) - max(want.span[0], event.span.start)
            if common > 0:
                near.append((want.type == event.type, common, -i, -j))
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, _, i, j in sorted(near, reverse=True):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield wanted[-i], found[-j]


def score(part: Part) -> Score:
    """Reads every sentence and report of a half with the samples' pack, and counts."""
    reader = Reader(msgspec.structs.replace(load_settings(), packs=(str(PACK),)))
    counted = Score()
    for sentence in gold.sentences(part):
        counted.add(reader.read(take_text(sentence.text, id=sentence.id)), sentence.events)
    for report in gold.reports(part):
        taken = take_text(report.text, id=report.id, outlet=report.outlet, published=report.published)
        counted.add(reader.read(taken), report.events)
    return counted


def report(part: Part) -> None:
    """Prints the figures of one half."""
    folder = gold.FOLDER / "held" if part == "held" else gold.FOLDER
    sheet = Sheet("events", folder / "sentences.jsonl")
    counted = score(part)
    pairs = counted.same["pairs"]
    sheet.line("event or not: F1", counted.events.f1, "%", f"{counted.events.wanted} events, overlap of the words")
    sheet.line("event or not: precision", counted.events.precision, "%")
    sheet.line("event or not: recall", counted.events.recall, "%")
    sheet.line("event of its type: F1", counted.typed.f1, "%")
    for name in ("type", "mode", "reality", "speaker"):
        sheet.line(f"{name}: accuracy", 100 * counted.same[name] / max(pairs, 1), "%", f"{pairs} events found")
    told = counted.same["by another"]
    sheet.line("speaker kept apart from the doers", 100 * counted.same["apart"] / max(told, 1), "%", f"{told} events")
    sheet.line("speaker apart and named", 100 * counted.same["named"] / max(told, 1), "%", f"{told} events")
    rows = (("doers", counted.doers), ("roles", counted.roles), ("place", counted.places), ("date", counted.dates))
    for name, hits in (*rows, ("killed and injured", counted.harm)):
        sheet.line(f"{name}: F1", hits.f1, "%", f"{hits.wanted} wanted, {hits.given} given")
    sheet.close()


def _mentions(reading: Reading, actors: Iterable[str]) -> list[Span]:
    wanted = set(actors)
    return [m.span for m in reading.findings.mentions if m.actor in wanted]


def _is_speaker(reading: Reading, actor: str, by: Span, want: gold.Event) -> bool:
    """Whether the actor is the one who says so, and none of the doers: "she" of "Velisk denied she had met him" is."""
    mentions = _mentions(reading, [actor])
    doer = any(Span(*s).overlaps(m) for s in want.initiator_spans for m in mentions)
    return not doer and any(by.overlaps(m) for m in mentions)


def _shared(reading: Reading, spans: Sequence[tuple[int, int]], actors: Sequence[str]) -> tuple[int, int, int]:
    """Gold phrases that an actor given is mentioned in; actors given; phrases wanted."""
    right, left = 0, list(spans)
    for actor in actors:
        mentions = _mentions(reading, [actor])
        hit = next((s for s in left if any(Span(*s).overlaps(m) for m in mentions)), None)
        if hit is not None:
            left.remove(hit)
            right += 1
    return right, len(actors), len(spans)


def _one(wanted: tuple[int, int] | None, spans: Sequence[Span], given: str | None) -> tuple[int, int, int]:
    right = wanted is not None and any(Span(*wanted).overlaps(s) for s in spans)
    return int(right), int(given is not None), int(wanted is not None)


def _range(count: Count | None) -> tuple[int, int | None] | None:
    return None if count is None else (count.low or 0, count.high)
