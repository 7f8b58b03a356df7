"""The event gold set, typed: `sentences("build")`, `reports("held")`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec

from .kinds import Part, Reality

FOLDER = Path(__file__).parent

Extent = tuple[int, int]
"""[start, end) in code points of the text."""
Range = tuple[int, int | None]
"""The least and the most people; None where the text sets no upper bound."""


class _Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of all: a misspelt field in the gold is an error, never ignored."""


class Event(_Shape, frozen=True):
    """One deed, as the guidelines have it; `speaker` None means the text itself says so."""

    type: str
    mode: str | None
    span: Extent
    initiators: tuple[str, ...]
    targets: tuple[str, ...]
    initiator_spans: tuple[Extent, ...]
    target_spans: tuple[Extent, ...]
    place: str | None
    place_span: Extent | None
    date: str | None
    date_span: Extent | None
    reality: Reality
    speaker: str | None
    speaker_span: Extent | None
    killed: Range | None
    injured: Range | None
    n: int | None = None  # its number in its report; none in sentences
    same_as: str | None = None  # "r01/2": the same deed, told in an earlier report

    def quoted(self) -> Iterator[tuple[str, Extent]]:
        """Every piece of text the annotation repeats, with the place it is said to stand at."""
        yield from zip(self.initiators, self.initiator_spans, strict=True)
        yield from zip(self.targets, self.target_spans, strict=True)
        for words, span in (
            (self.place, self.place_span),
            (self.date, self.date_span),
            (self.speaker, self.speaker_span),
        ):
            if words is not None and span is not None:
                yield words, span

    @property
    def by_another(self) -> bool:
        """Whether somebody says so who is not one of the doers."""
        return self.speaker is not None and self.speaker_span not in self.initiator_spans


class Sentence(_Shape, frozen=True):
    id: str
    part: Part
    text: str
    events: tuple[Event, ...]


class Report(_Shape, frozen=True):
    id: str
    part: Part
    outlet: str
    published: str
    text: str
    events: tuple[Event, ...]


def sentences(part: Part) -> list[Sentence]:
    """The sentences of one half, in order; msgspec.ValidationError where a line is not of this shape."""
    return [msgspec.json.decode(line, type=Sentence) for line in _lines(part, "sentences.jsonl")]


def reports(part: Part) -> list[Report]:
    """The reports of one half, in order; msgspec.ValidationError where a line is not of this shape."""
    return [msgspec.json.decode(line, type=Report) for line in _lines(part, "reports.jsonl")]


def _lines(part: Part, name: str) -> list[bytes]:
    folder = FOLDER / "held" if part == "held" else FOLDER
    return (folder / name).read_bytes().splitlines()
