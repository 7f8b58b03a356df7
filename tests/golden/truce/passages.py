"""A situation report in passages: what a reader takes in at once, with everything it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.domain.incident import Citation
from communique.truce.sitrep.content import Entry, Listed, Paragraph, Part, Sentence, SituationReport, Strip, Table


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, an item of a list, a row of a table, an incident, or a voice's word on a day."""

    section: str
    text: str
    cited: tuple[Citation, ...]


def passages(report: SituationReport) -> Iterator[Passage]:
    """Every passage, in reading order; section titles belong to what stands under them."""
    for section in report.sections:
        for part in section.parts:
            for text, sentences in _pieces(part):
                words = " ".join([text, *(one.text for one in sentences)]).strip()
                yield Passage(section.title, words, tuple(cited for one in sentences for cited in one.cited))


def _pieces(part: Part) -> Iterator[tuple[str, tuple[Sentence, ...]]]:
    match part:
        case Paragraph(sentences):
            yield "", sentences
        case Listed(items):
            yield from (("", item) for item in items)
        case Table(_, rows):
            yield from (("", _joined(row)) for row in rows)
        case Entry():
            title = " ".join([part.title, *part.tags])
            yield title, _joined(sentences for _, sentences in part.lines)
        case Strip(_, rows):
            for voice, cells in rows:
                said = (cell for cell in cells if cell.age == 0 and cell.cited)
                yield from ((f"{voice}: {cell.status}", (Sentence("", cell.cited),)) for cell in said)


def _joined(sentences: Iterable[tuple[Sentence, ...]]) -> tuple[Sentence, ...]:
    return tuple(one for group in sentences for one in group)
