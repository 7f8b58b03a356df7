"""A situation report in Markdown with footnotes, as GitHub and pandoc read them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.domain.incident import Citation
from communique.exports.sitrep.lines import key, letter, line, note
from communique.truce.sitrep.content import Entry, Listed, Paragraph, Part, Sentences, SituationReport, Strip, Table
from communique.truce.sitrep.notes import Notes, permalink
from communique.truce.sitrep.words import short

WIDEST = 16  # days
# Quotations are other people's text: nothing in them may become a heading, a link, an image, a table or HTML.
SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#!&$])")
OPENING = re.compile(r"^(\s*)([-+=>]|\d+[.)])")


def markdown(report: SituationReport) -> str:
    """The report as one Markdown document; every citation is a footnote, numbered as the sentences name them."""
    return "\n".join(_Writer(Notes.of(report)).lines(report)) + "\n"


def escaped(text: str) -> str:
    """The text on one line with everything escaped that Markdown would take for its own."""
    return OPENING.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", line(text)))


class _Writer:
    def __init__(self, notes: Notes) -> None:
        self._notes = notes

    def lines(self, report: SituationReport) -> Iterator[str]:
        yield from (f"# {escaped(report.title)}", "", f"**{escaped(report.subtitle)}**", "")
        yield from (f"- {label}: {escaped(fact)}" for label, fact in report.facts)
        for section in report.sections:
            yield from ("", f"{'#' * section.level} {escaped(section.title)}")
            for part in section.parts:
                yield ""
                yield from self._part(part, section.level)
        if self._notes.cited:
            yield from ("", "## Notes", "")
        for number, citation in enumerate(self._notes.cited, 1):
            yield f"[^{number}]: {_note(citation)}"

    def _part(self, part: Part, level: int) -> Iterator[str]:
        match part:
            case Paragraph(sentences):
                yield self._told(sentences)
            case Listed(items):
                yield from (f"- {self._told(item)}" for item in items)
            case Table():
                yield from self._table(part)
            case Strip() if len(part.days) <= WIDEST:
                yield from self._strip(part)
            case Strip():  # wider than a screen of text; what it shows is told below it as well
                return
            case Entry():
                yield from (f"{'#' * (level + 1)} {escaped(part.title)}", "", f"*{escaped(' · '.join(part.tags))}*", "")
                yield from (f"- {label}: {self._told(told)}" for label, told in part.lines)

    def _told(self, sentences: Sentences) -> str:
        return " ".join(f"{escaped(one.text)}{self._marks(one.cited)}" for one in sentences)

    def _marks(self, cited: tuple[Citation, ...]) -> str:
        return "".join(f"[^{number}]" for number in self._notes.numbered(cited))

    def _table(self, table: Table) -> Iterator[str]:
        yield f"| {' | '.join(escaped(column) for column in table.columns)} |"
        rules = ("---:" if number in table.numbers else "---" for number in range(len(table.columns)))
        yield f"|{'|'.join(rules)}|"
        for row in table.rows:
            yield f"| {' | '.join(self._told(cell) for cell in row)} |"

    def _strip(self, strip: Strip) -> Iterator[str]:
        yield f"| voice | {' | '.join(_day(strip, number) for number in range(len(strip.days)))} |"
        yield f"|---|{'|'.join(':-:' for _ in strip.days)}|"
        for voice, cells in strip.rows:
            marked = (f"{letter(cell)}{self._marks(cell.cited) if not cell.age else ''}" for cell in cells)
            yield f"| {escaped(voice)} | {' | '.join(marked)} |"
        yield from ("", f"*{escaped(key(strip))}*")


def _day(strip: Strip, number: int) -> str:
    """The first day and each first of a month with its month, the others as a figure."""
    day = strip.days[number]
    return short(day) if number == 0 or day.day == 1 else str(day.day)


def _note(citation: Citation) -> str:
    voices, words, where = note(citation)
    link = permalink(citation)
    address = f" <{line(link)}>" if re.fullmatch(r"https?://[^\s<>]+", link) else ""
    return f"{escaped(voices)}: “{escaped(words)}” ({escaped(where)}){address}"
