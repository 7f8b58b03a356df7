"""A situation report as sentences, lists and tables: what it says, whatever file it becomes.

Every sentence carries the citations it rests on. One without any speaks of the record itself: what was read, what was
not, what nobody said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from communique.domain.incident import Citation, Incident


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and what it rests on, in the order in which the footnotes are to stand."""

    text: str
    cited: tuple[Citation, ...] = ()


Sentences = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences in a row."""

    sentences: Sentences


@dataclass(frozen=True, slots=True)
class Listed:
    """A list with a dot before each item."""

    items: tuple[Sentences, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Cells of sentences under column heads; `numbers` are the columns that hold figures."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Sentences, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What one voice's word is on one day: None where it has said nothing yet; `age` in days since it was said."""

    status: str | None = None
    polarity: str = "asserted"
    age: int = 0
    cited: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Strip:
    """The days of the period in columns, one row a voice: a cell for each day."""

    days: tuple[date, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One incident: its name, a few words on how it stands, and lines with a label each."""

    title: str
    tags: tuple[str, ...]
    lines: tuple[tuple[str, Sentences], ...]
    key: str


Part = Paragraph | Listed | Table | Strip | Entry


@dataclass(frozen=True, slots=True)
class Section:
    """A heading (`level` 2 or 3) and what stands under it."""

    title: str
    parts: tuple[Part, ...]
    level: int = 2


@dataclass(frozen=True, slots=True)
class SituationReport:
    """The whole report: title and subtitle, what it was made from, its sections, and the incidents it tells of."""

    title: str
    subtitle: str
    agreement: str
    since: date
    until: date
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]
    incidents: tuple[Incident, ...] = ()

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence in reading order."""
        for section in self.sections:
            for part in section.parts:
                yield from _sentences(part)


def _sentences(part: Part) -> Iterator[Sentence]:
    match part:
        case Paragraph(sentences):
            yield from sentences
        case Listed(items):
            for item in items:
                yield from item
        case Table(_, rows):
            for row in rows:
                for cell in row:
                    yield from cell
        case Entry():
            for _, sentences in part.lines:
                yield from sentences
        case Strip():
            for voice, cells in part.rows:
                for one in cells:
                    if one.age == 0 and one.cited:
                        yield Sentence(f"{voice}: {one.status}", one.cited)
