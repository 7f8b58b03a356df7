"""How well two annotators agree on events.

    python -m tests.gold.events.agreement [FILE]     the second annotation; `second/sentences.jsonl` where none is named

An event is in both annotations where the triggers overlap; each trigger is matched once, the largest overlap first.
Everything else is counted on the matched events. Kappa takes out what two annotators who only guess would agree on.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tests.gold.truce.agreement import kappa

from .gold import FOLDER, Event, Extent, Sentence, sentences
from .kinds import PARTS

SECOND = FOLDER / "second" / "sentences.jsonl"
Pair = tuple[Event, Event]


class Incomparable(ValueError):
    """A sentence of the second annotation is not one of the first's, or its text is another."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many things both annotators have, and how many each has."""

    both: int
    first: int
    second: int

    @property
    def f1(self) -> float:
        """F1 in 0 to 100; 100 where neither has any."""
        return 200 * self.both / (self.first + self.second) if self.first + self.second else 100.0


def load(path: Path = SECOND) -> list[Sentence]:
    """The sentences of a second annotation, in order; msgspec.ValidationError where a line is not of the gold's shape."""
    return [msgspec.json.decode(line, type=Sentence) for line in path.read_bytes().splitlines()]


def beside(second: Iterable[Sentence]) -> list[tuple[Sentence, Sentence]]:
    """Each sentence as the first annotator has it and as the second has it; Incomparable where the first lacks it."""
    firsts = {sentence.id: sentence for part in PARTS for sentence in sentences(part)}
    return [(_first_of(firsts, other), other) for other in second]


def _first_of(firsts: dict[str, Sentence], other: Sentence) -> Sentence:
    first = firsts.get(other.id)
    if first is None or (first.part, first.text) != (other.part, other.text):
        raise Incomparable(
            f"{other.id}: not a sentence of the gold, or its half or text was changed; copy them unchanged"
        )
    return first


def matched(one: Sequence[Event], other: Sequence[Event]) -> list[Pair]:
    """The events both have: those whose triggers overlap most come first, and each is matched once."""
    return [(one[i], other[j]) for i, j in _joined([e.span for e in one], [e.span for e in other])]


def _joined(one: Sequence[Extent], other: Sequence[Extent]) -> list[tuple[int, int]]:
    shared = [(_overlap(a, b), i, j) for i, a in enumerate(one) for j, b in enumerate(other)]
    pairs: list[tuple[int, int]] = []
    left, right = set(range(len(one))), set(range(len(other)))
    for width, i, j in sorted(shared, key=lambda found: (-found[0], found[1:])):
        if width > 0 and i in left and j in right:
            pairs.append((i, j))
            left.remove(i)
            right.remove(j)
    return sorted(pairs)


def _overlap(one: Extent, other: Extent) -> int:
    return min(one[1], other[1]) - max(one[0], other[0])


def events(both: Iterable[tuple[Sentence, Sentence]]) -> Tally:
    """Event or not: the triggers both have."""
    return _tally([(_triggers(a), _triggers(b)) for a, b in both])


def _triggers(sentence: Sentence) -> list[Extent]:
    return [event.span for event in sentence.events]


def actors(pairs: Iterable[Pair], of: Callable[[Event], Sequence[Extent]]) -> Tally:
    """The actors of one role, on matched events: noun phrases that overlap."""
    return _tally([(of(a), of(b)) for a, b in pairs])


def _tally(spans: Sequence[tuple[Sequence[Extent], Sequence[Extent]]]) -> Tally:
    return Tally(
        both=sum(len(_joined(one, other)) for one, other in spans),
        first=sum(len(one) for one, _ in spans),
        second=sum(len(other) for _, other in spans),
    )


def alike(pairs: Sequence[Pair], of: Callable[[Event], Extent | None]) -> int:
    """On how many matched events the words overlap, or neither annotator has any."""
    return sum(_same(of(a), of(b)) for a, b in pairs)


def _same(one: Extent | None, other: Extent | None) -> bool:
    if one is None or other is None:
        return one == other
    return _overlap(one, other) > 0


def report(second: Sequence[Sentence]) -> Iterator[str]:
    """The agreement in lines of text; Incomparable where a sentence is not one of the first's."""
    both = beside(second)
    pairs = [pair for a, b in both for pair in matched(a.events, b.events)]
    yield f"sentences with an event or none: {_labelled([(_any(a), _any(b)) for a, b in both])}"
    yield f"events: {_found(events(both))}"
    if not pairs:
        return
    for name, label in LABELS.items():
        yield f"  {name}: {_labelled([(label(a), label(b)) for a, b in pairs])}"
    for name, role in ROLES.items():
        yield f"  {name}: {_found(actors(pairs, role))}"
    for name, field in FIELDS.items():
        yield f"  {name}: {_share(alike(pairs, field), len(pairs))}"


def _any(sentence: Sentence) -> str:
    return "event" if sentence.events else "none"


def _found(tally: Tally) -> str:
    return f"F1 {tally.f1:.1f} ({tally.both} in both, {tally.first} by the first, {tally.second} by the second)"


def _labelled(labels: Sequence[tuple[str, str]]) -> str:
    return f"{_share(sum(a == b for a, b in labels), len(labels))}, kappa {kappa(labels):.2f}"


def _share(same: int, total: int) -> str:
    return f"{100 * same / total:.1f} % alike ({same} of {total})"


LABELS: dict[str, Callable[[Event], str]] = {
    "type": lambda event: event.type,
    "reality": lambda event: event.reality,
    "mode": lambda event: event.mode or "none",
}
ROLES: dict[str, Callable[[Event], Sequence[Extent]]] = {
    "initiators": lambda event: event.initiator_spans,
    "targets": lambda event: event.target_spans,
}
FIELDS: dict[str, Callable[[Event], Extent | None]] = {
    "speaker": lambda event: event.speaker_span,
    "place": lambda event: event.place_span,
    "date": lambda event: event.date_span,
}


def main(arguments: Sequence[str]) -> int:
    try:
        print("\n".join(report(load(Path(arguments[0]) if arguments else SECOND))))
    except (OSError, msgspec.DecodeError, Incomparable) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
