"""CSV as it comes: any encoding, comma, semicolon or tab, quoted newlines; bounded, and no row costs another."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from communique.errors import UnreadableSource
from communique.ingest.decoding import decode
from communique.ingest.incidents.faults import RowFault

# The most that is read of one table: a hundred thousand rows with long notes are some 100 MB.
MAX_BYTES = 256_000_000
MAX_COLUMNS = 1_000
# A spreadsheet's own bound on a cell. What is longer is a quotation mark that was never closed.
MAX_CELL = 32_767
# How often a row that runs on over many lines is given up and its lines are read one by one.
MAX_REWINDS = 100

DELIMITERS = (",", ";", "\t", "|")
OFFICE = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: `number` as a spreadsheet counts, the header being row 1, and the file's `line` on which it begins."""

    number: int
    line: int
    cells: list[str]


class Table:
    """A table in memory: its header, and its rows one at a time."""

    def __init__(self, text: str, delimiter: str | None = None) -> None:
        """`delimiter` None: found from the header. Raises `UnreadableSource` for a text without a header."""
        declared, start = _declared(text)
        self.delimiter = delimiter or declared or _delimiter(text, start)
        self._text, self._start = text, start
        self._skipped = 0
        self.header = self._header()

    def rows(self) -> Iterator[Row | RowFault]:
        """Every row that is not blank, with as many cells as the header; a `RowFault` for one that has not."""
        for row in self._records():
            if isinstance(row, Row) and row.number > self._skipped:
                second = row.number == self._skipped + 1
                if any(map(str.strip, row.cells)) and not (second and _hashtags(row.cells)):
                    yield self._fitting(row)
            elif isinstance(row, RowFault):
                yield row

    def _fitting(self, row: Row) -> Row | RowFault:
        wanted, found = len(self.header), len(row.cells)
        if found != wanted:
            hint = "a line break or a missing quotation mark" if found < wanted else f"a {_named(self.delimiter)}"
            return RowFault(
                row.number,
                row.line,
                f"it has {found} cells where the header has {wanted} (is there {hint} in a cell without quotation "
                "marks around it?)",
            )
        if max(map(len, row.cells)) <= MAX_CELL:
            return row
        long = max(row.cells, key=len)
        return RowFault(row.number, row.line, f'the cell "{long[:20]}…" has more than {MAX_CELL:,} characters')

    def _header(self) -> tuple[str, ...]:
        for row in self._records():
            if isinstance(row, RowFault):
                raise UnreadableSource(f"has no header that can be read: {row.why}")
            self._skipped = row.number
            if any(cell.strip() for cell in row.cells):
                if len(row.cells) > MAX_COLUMNS:
                    raise UnreadableSource(f"has {len(row.cells):,} columns; at most {MAX_COLUMNS:,} are read")
                return tuple(cell.strip() for cell in row.cells)
        raise UnreadableSource("is empty: a table needs a first row with the names of its columns")

    def _records(self) -> Iterator[Row | RowFault]:
        """What the csv module gives, with its errors as faults. Strict: leniency would swallow rows in silence."""
        lines = _Lines(self._text, self._start)
        number, rewinds = 0, 0
        while True:
            first = lines.number + 1
            records = csv.reader(lines, delimiter=self.delimiter, strict=True)
            try:
                for cells in records:
                    number += 1
                    yield Row(number, first, cells)
                    first = lines.number + 1
                return
            except csv.Error as why:
                number += 1
                said, resume = _meaning(str(why)), first + 1
                if lines.number > resume and rewinds < MAX_REWINDS and lines.back_to(resume):
                    rewinds += 1
                elif lines.number >= resume:
                    said += f" (nothing is read up to line {lines.number})"
                yield RowFault(number, first, said)


class _Lines:
    """The lines of a text, one at a time, so that a reader that has run on can be set back."""

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        # Bare carriage returns end lines only in files that have no other line ends.
        self._end = "\n" if "\n" in text else "\r"
        self._at, self.number = start, text.count(self._end, 0, start)
        self._starts = {self.number + 1: start}

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        if self._at >= len(self._text):
            raise StopIteration
        start = self._at
        found = self._text.find(self._end, start)
        self._at = len(self._text) if found < 0 else found + 1
        self.number += 1
        self._starts[self.number + 1] = self._at
        if len(self._starts) > 10_000:
            # Only the lines of the present row can be gone back to.
            self._starts = {line: at for line, at in self._starts.items() if line > self.number - 5_000}
        return self._text[start : self._at]

    def back_to(self, number: int) -> bool:
        """Goes on with line `number`; False if that is too far behind."""
        if number not in self._starts:
            return False
        self._at, self.number = self._starts[number], number - 1
        return True


def text_of(data: bytes) -> str:
    """The characters of a table's bytes; `UnreadableSource` for a spreadsheet file and for what is no text."""
    if data.startswith(OFFICE):
        raise UnreadableSource("is a spreadsheet or office document; save the table as CSV (UTF-8) and import that")
    if not data.strip():
        raise UnreadableSource("is empty: a table needs a first row with the names of its columns")
    return decode(data)


def _declared(text: str) -> tuple[str | None, int]:
    """The delimiter of a first line "sep=;", which some spreadsheets write, and where the table begins."""
    first = text[:8].splitlines()[0] if text else ""
    if first.casefold().startswith("sep=") and len(first) == 5:
        after = text.find("\n")
        return first[4], len(text) if after < 0 else after + 1
    return None, 0


def _delimiter(text: str, start: int) -> str:
    """The one that parts the header into most cells."""
    first = next((line for line in _Lines(text, start) if line.strip()), "")[:100_000]
    return max(DELIMITERS, key=lambda sign: _parts(first, sign))


def _parts(line: str, sign: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=sign), []))
    except csv.Error:
        return 0


def _hashtags(cells: list[str]) -> bool:
    """A second header of "#event+type" and its like, which humanitarian data exchanges add."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    return all(cell.startswith("#") for cell in filled) and len(filled) > 1


def _named(delimiter: str) -> str:
    return {",": "comma", ";": "semicolon", "\t": "tab"}.get(delimiter, f'"{delimiter}"')


def _meaning(said: str) -> str:
    if "expected after" in said:
        return 'a quotation mark stands inside a quoted cell (inside, it is written twice: "")'
    if "field limit" in said or "unexpected end" in said:
        return "a quotation mark is opened and never closed"
    return f"it cannot be read as CSV: {said}"
