"""A situation report as a page for people: self-contained, printable, without scripts and without the network."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from communique.domain.incident import Citation
from communique.exports.edition.escape import esc, web_link
from communique.exports.edition.sheet import sheet
from communique.exports.sitrep.lines import LETTERS, key, letter, note, title_of
from communique.truce.sitrep.content import (
    Cell,
    Entry,
    Listed,
    Paragraph,
    Part,
    Section,
    Sentences,
    SituationReport,
    Strip,
    Table,
)
from communique.truce.sitrep.notes import ARROW, Notes
from communique.truce.sitrep.words import short

TONES = {status: number for number, status in enumerate(LETTERS, 1)}


def page(report: SituationReport) -> str:
    """One HTML document: the head, a table of contents, the sections and the notes with their quotations.

    Needs no script and loads nothing; whatever a report quotes is text and nothing else.
    """
    return sheet(f"{report.title}, {report.subtitle}", _Page(report).body(), rules=_style(), kind="sitrep")


@cache
def _style() -> str:
    return files("communique.exports.sitrep").joinpath("page.css").read_text("utf-8")


class _Page:
    def __init__(self, report: SituationReport) -> None:
        self._report = report
        self._notes = Notes.of(report)
        self._used: set[int] = set()  # notes whose first mark, to which the note leads back, is set

    def body(self) -> str:
        report = self._report
        sections = "".join(self._section(number, one) for number, one in enumerate(report.sections, 1))
        return (
            f"<header>{_head(report)}</header>{_contents(report)}<main>{sections}</main>"
            f'<section class="notes" id="notes"><h2>Notes</h2><ol>{"".join(self._listed())}</ol></section>'
            f"<footer><p>Every sentence that rests on a source has its notes: who vouches for it, outermost first, "
            f"the words, and the characters of the source where they stand.</p></footer>"
        )

    def _section(self, number: int, section: Section) -> str:
        parts = "".join(self._part(part, section.level) for part in section.parts)
        heading = _heading(section.title, section.level)
        return f'<section class="l{section.level}" id="s{number}">{heading}{parts}</section>'

    def _part(self, part: Part, level: int) -> str:
        match part:
            case Paragraph(sentences):
                return f"<p>{self._told(sentences)}</p>"
            case Listed(items):
                return f"<ul>{''.join(f'<li>{self._told(item)}</li>' for item in items)}</ul>"
            case Table():
                return self._table(part)
            case Strip():
                return self._strip(part)
            case Entry():
                return self._entry(part, level + 1)

    def _told(self, sentences: Sentences) -> str:
        return " ".join(f"{esc(one.text)}{self._marks(one.cited)}" for one in sentences)

    def _marks(self, cited: tuple[Citation, ...]) -> str:
        found = [self._mark(number) for number in self._notes.numbered(cited)]
        return f'<sup class="marks">{", ".join(found)}</sup>' if found else ""

    def _mark(self, number: int) -> str:
        anchor = "" if number in self._used else f' id="m{number}"'
        self._used.add(number)
        return f'<a href="#n{number}"{anchor}>{number}</a>'

    def _table(self, table: Table) -> str:
        head = "".join(f'<th scope="col"{_right(table, n)}>{esc(name)}</th>' for n, name in enumerate(table.columns))
        rows = "".join(
            f"<tr>{''.join(f'<td{_right(table, n)}>{self._told(cell)}</td>' for n, cell in enumerate(row))}</tr>"
            for row in table.rows
        )
        return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'

    def _strip(self, strip: Strip) -> str:
        head = "".join(_day(strip, number) for number in range(len(strip.days)))
        rows = "".join(
            f'<tr><th scope="row">{esc(voice)}</th>{"".join(self._cell(cell) for cell in cells)}</tr>'
            for voice, cells in strip.rows
        )
        return (
            f'<div class="wide"><table class="strip"><thead><tr><td></td>{head}</tr></thead>'
            f'<tbody>{rows}</tbody></table><p class="legend">{esc(key(strip, "pale"))}</p></div>'
        )

    def _cell(self, cell: Cell) -> str:
        if cell.status is None:
            return "<td></td>"
        tone = f"t{TONES.get(cell.status, 0)}{' old' if cell.age else ''}{' no' if cell.polarity != 'asserted' else ''}"
        shown = esc(letter(cell).strip("()"))
        if not cell.age:
            numbers = self._notes.numbered(cell.cited)
            shown = f'<a href="#n{numbers[0]}">{shown}</a>' if numbers else shown
        return f'<td class="{tone}" title="{esc(title_of(cell))}">{shown}</td>'

    def _entry(self, entry: Entry, level: int) -> str:
        tags = "".join(f'<li class="{_tone(tag)}">{esc(tag)}</li>' for tag in entry.tags)
        lines = "".join(f"<dt>{esc(label)}</dt><dd>{self._sentences(told)}</dd>" for label, told in entry.lines)
        heading = _heading(entry.title, level)
        return f'<article class="incident">{heading}<ul class="tags">{tags}</ul><dl>{lines}</dl></article>'

    def _sentences(self, sentences: Sentences) -> str:
        """One a line: what each voice says is told apart at a glance."""
        if len(sentences) == 1:
            return self._told(sentences)
        return "".join(f"<p>{self._told((one,))}</p>" for one in sentences)

    def _listed(self) -> Iterator[str]:
        for number, citation in enumerate(self._notes.cited, 1):
            voices, words, where = note(citation)
            *outer, last = voices.split(ARROW)
            led = "".join(f"{esc(name)}{ARROW}" for name in outer)
            link = web_link(citation.url)
            address = f' <a href="{link}" rel="noreferrer noopener">{link}</a>' if link else ""
            back = f' <a class="back" href="#m{number}" aria-label="back">↑</a>' if number in self._used else ""
            yield (
                f'<li id="n{number}"><span class="chain">{led}<b>{esc(last)}</b></span> <q>{esc(words)}</q> '
                f'<span class="where">{esc(where)}{address}</span>{back}</li>'
            )


def _head(report: SituationReport) -> str:
    facts = "".join(f"<dt>{esc(label)}</dt><dd>{esc(fact)}</dd>" for label, fact in report.facts)
    kind, _, name = report.title.partition(": ")
    return (
        f'<p class="kind">{esc(kind)}</p><h1>{esc(name or kind)}</h1>'
        f'<p class="period">{esc(report.subtitle)}</p><dl class="facts">{facts}</dl>'
    )


def _contents(report: SituationReport) -> str:
    listed = [(number, one) for number, one in enumerate(report.sections, 1) if one.level == 2]
    items = "".join(f'<li><a href="#s{number}">{esc(one.title)}</a></li>' for number, one in listed)
    return f'<nav aria-label="contents"><ol>{items}<li><a href="#notes">Notes</a></li></ol></nav>'


def _heading(title: str, level: int) -> str:
    return f"<h{level}>{esc(title)}</h{level}>"


def _right(table: Table, column: int) -> str:
    return ' class="figure"' if column in table.numbers else ""


def _day(strip: Strip, number: int) -> str:
    """The first day and each first of a month with its month, the others as a figure."""
    day = strip.days[number]
    figure, _, month = short(day).partition(" ")
    named = f"<br><i>{esc(month[:3])}</i>" if number == 0 or day.day == 1 else ""
    return f'<th scope="col">{figure}{named}</th>'


def _tone(tag: str) -> str:
    if tag == "new":
        return "new"
    return "grave" if tag == "assessed serious" else "sure" if tag.startswith(("corroborated", "verified")) else "plain"
