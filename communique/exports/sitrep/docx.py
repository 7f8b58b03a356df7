"""A situation report as a Word document: headings, tables and numbered notes with links to and fro."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph as WordParagraph

from communique.domain.incident import Citation
from communique.exports.sitrep.lines import key, letter, line, note
from communique.truce.sitrep.content import (
    Cell,
    Entry,
    Listed,
    Paragraph,
    Part,
    Sentences,
    SituationReport,
    Strip,
    Table,
)
from communique.truce.sitrep.notes import Notes
from communique.truce.sitrep.words import short

FONT, SIZE = "Georgia", 10.5
QUIET = RGBColor(0x6A, 0x64, 0x5A)
TONES = {"holding": "D3E5D0", "mostly holding": "D3E5D0", "strained": "F3E2B3", "broken": "EFC4B8"}
OTHER, NOTHING = "DCC7DC", "EFEDE6"


def docx(report: SituationReport) -> bytes:
    """The report as the bytes of a DOCX file; its notes stand at the end, each mark leads to its note."""
    return _Writer(report).written()


class _Writer:
    def __init__(self, report: SituationReport) -> None:
        self._report, self._notes = report, Notes.of(report)
        self._document: Any = Document()
        self._last: Any = self._document.element.body.sectPr  # every paragraph goes before it
        self._styles: dict[str, str] = {}
        self._bookmarks = 0

    def written(self) -> bytes:
        self._frame()
        report = self._report
        self._heading(report.title, 0)
        self._paragraph("Subtitle").add_run(line(report.subtitle))
        for label, fact in report.facts:
            self._labelled(label, line(fact))
        for section in report.sections:
            self._heading(section.title, section.level - 1)
            for part in section.parts:
                self._part(part, section.level)
        self._end()
        out = io.BytesIO()
        self._document.save(out)
        return out.getvalue()

    def _frame(self) -> None:
        """Type, and the document's properties without the template's: no author, no day of making."""
        normal = self._document.styles["Normal"]
        normal.font.name, normal.font.size = FONT, Pt(SIZE)
        for name in ("Title", *(f"Heading {level}" for level in (1, 2, 3)), "Subtitle"):
            style = self._document.styles[name]
            style.font.name, style.font.color.rgb = FONT, RGBColor(0x24, 0x21, 0x1D)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
        properties = self._document.core_properties
        properties.title = line(f"{self._report.title}, {self._report.subtitle}")
        properties.author, properties.comments = "", ""
        properties.created = properties.modified = datetime(
            self._report.until.year, self._report.until.month, self._report.until.day, tzinfo=UTC
        )

    def _paragraph(self, style: str = "Normal") -> Any:
        """A new paragraph at the end; the library's own way looks through all others for each, and there are many."""
        made = OxmlElement("w:p")
        self._last.addprevious(made)
        if style != "Normal":
            if style not in self._styles:
                self._styles[style] = self._document.styles[style].style_id
            made.style = self._styles[style]
        return WordParagraph(made, self._document._body)

    def _heading(self, text: str, level: int) -> None:
        self._paragraph(f"Heading {level}" if level else "Title").add_run(line(text))

    def _part(self, part: Part, level: int) -> None:
        match part:
            case Paragraph(sentences):
                self._tell(self._paragraph(), sentences)
            case Listed(items):
                for item in items:
                    self._tell(self._paragraph("List Bullet"), item)
            case Table():
                self._table(part)
            case Strip():
                self._strip(part)
            case Entry():
                self._heading(part.title, level)
                self._quiet(" · ".join(part.tags))
                for label, told in part.lines:
                    self._labelled(label, told)

    def _labelled(self, label: str, told: str | Sentences) -> None:
        paragraph = self._paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        head = paragraph.add_run(f"{label}: ")
        head.italic, head.font.color.rgb = True, QUIET
        if isinstance(told, str):
            paragraph.add_run(told)
        else:
            self._tell(paragraph, told)

    def _tell(self, paragraph: Any, sentences: Sentences) -> None:
        for number, sentence in enumerate(sentences):
            paragraph.add_run(f"{' ' if number else ''}{line(sentence.text)}")
            self._marks(paragraph, sentence.cited)

    def _marks(self, paragraph: Any, cited: Iterable[Citation]) -> None:
        for place, number in enumerate(self._notes.numbered(cited)):
            if place:
                paragraph.add_run(" ").font.superscript = True
            paragraph._p.append(_link(str(number), f"note{number}"))

    def _quiet(self, text: str) -> None:
        run = self._paragraph().add_run(line(text))
        run.italic, run.font.color.rgb, run.font.size = True, QUIET, Pt(SIZE - 1.5)

    def _table(self, table: Table) -> None:
        made = self._grid(len(table.columns), table.columns)
        for row in table.rows:
            cells = made.add_row().cells
            for number, told in enumerate(row):
                paragraph = cells[number].paragraphs[0]
                self._tell(paragraph, told)
                if number in table.numbers:
                    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _smaller(made, SIZE - 2)
        self._paragraph()

    def _strip(self, strip: Strip) -> None:
        days = [short(day) if not n or day.day == 1 else str(day.day) for n, day in enumerate(strip.days)]
        made = self._grid(len(days) + 1, ("voice", *days))
        for voice, row in strip.rows:
            cells = made.add_row().cells
            cells[0].text = line(voice)
            for number, cell in enumerate(row, 1):
                cells[number].text = letter(cell)
                _shade(cells[number], _tone(cell))
        _smaller(made, SIZE - 3)
        self._quiet(key(strip))

    def _grid(self, columns: int, heads: Iterable[str]) -> Any:
        made = self._document.add_table(rows=1, cols=columns)
        made.style = "Table Grid"
        for cell, head in zip(made.rows[0].cells, heads, strict=True):
            cell.text = line(head)
        return made

    def _end(self) -> None:
        if not self._notes.cited:
            return
        self._heading("Notes", 1)
        for number, citation in enumerate(self._notes.cited, 1):
            voices, words, where = note(citation)
            paragraph = self._paragraph()
            paragraph.paragraph_format.space_after = Pt(2)
            self._bookmark(paragraph, f"note{number}")
            paragraph.add_run(f"{number}. ")
            paragraph.add_run(voices).bold = True
            paragraph.add_run(f": “{words}” ")
            last = paragraph.add_run(f"({where}){f' {line(citation.url)}' if citation.url else ''}")
            last.font.color.rgb = QUIET

    def _bookmark(self, paragraph: Any, name: str) -> None:
        self._bookmarks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(tag)
            mark.set(qn("w:id"), str(self._bookmarks))
            if tag == "w:bookmarkStart":
                mark.set(qn("w:name"), name)
            paragraph._p.append(mark)


def _link(text: str, anchor: str) -> Any:
    """A raised figure that leads to a bookmark of the document."""
    link, run, style, words = (OxmlElement(f"w:{tag}") for tag in ("hyperlink", "r", "rPr", "t"))
    link.set(qn("w:anchor"), anchor)
    raised = OxmlElement("w:vertAlign")
    raised.set(qn("w:val"), "superscript")
    words.text = text
    style.append(raised)
    run.extend((style, words))
    link.append(run)
    return link


def _tone(cell: Cell) -> str:
    return NOTHING if cell.status is None else TONES.get(cell.status, OTHER)


def _shade(cell: Any, colour: str) -> None:
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour)):
        shading.set(qn(f"w:{name}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def _smaller(table: Any, size: float) -> None:
    for row in table.rows:
        for cell in row.cells:
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(0)
                for run in paragraph.runs:
                    run.font.size = Pt(size)
