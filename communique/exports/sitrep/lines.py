"""The words that all files of a situation report share: a note, a cell of a strip, the key to its letters."""

from __future__ import annotations

from communique.domain.incident import Citation
from communique.exports.visible import plain
from communique.truce.sitrep.content import Cell, Strip
from communique.truce.sitrep.notes import chain, place
from communique.truce.sitrep.words import day

LETTERS = {
    "holding": "H",
    "mostly holding": "M",
    "strained": "S",
    "broken": "B",
    "ended": "E",
    "not in force": "N",
    "unclear": "U",
}
NONCHARACTERS = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}  # no XML file may hold them, and a DOCX file is one
NEGATED = {"denied": "¬", "not confirmed": "?"}


def line(text: str) -> str:
    """The text on one line, without what could deceive or take over a terminal or an editor."""
    return " ".join(plain(text).translate(NONCHARACTERS).split())


def note(citation: Citation) -> tuple[str, str, str]:
    """A footnote in three pieces: the chain, the quotation, and where it stands with the day it appeared."""
    appeared = f"; published {day(citation.published)}" if citation.published else ""
    return line(chain(citation)), line(citation.quotation), line(f"{place(citation)}{appeared}")


def letter(cell: Cell) -> str:
    """ "B" said that day, "(B)" standing from an earlier one, "¬B" denied, "?B" not confirmed; empty for nothing."""
    if cell.status is None:
        return ""
    sign = NEGATED.get(cell.polarity, "") + LETTERS.get(cell.status, cell.status[:1].upper())
    return f"({sign})" if cell.age else sign


def key(strip: Strip, aged: str = "in brackets") -> str:
    """What the letters of a strip mean, those that it has; `aged` is how words of an earlier day are shown."""
    cells = [cell for _, row in strip.rows for cell in row if cell.status]
    told = [f"{LETTERS.get(one, one[:1].upper())} {one}" for one in dict.fromkeys(cell.status or "" for cell in cells)]
    polarities = {cell.polarity for cell in cells}
    told += [f"{sign} {polarity}" for polarity, sign in NEGATED.items() if polarity in polarities]
    if any(cell.age for cell in cells):
        told.append(f"{aged}: said before, not taken up again since")
    return " · ".join(told)


def title_of(cell: Cell) -> str:
    """A cell in words: "broken, said 3 days before"."""
    if cell.status is None:
        return "no word yet"
    said = "said that day" if not cell.age else f"said {cell.age} day{'s' if cell.age > 1 else ''} before"
    polarity = "" if cell.polarity == "asserted" else f"{cell.polarity}: "
    return f"{polarity}{cell.status}, {said}"
