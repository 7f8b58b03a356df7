"""A reading in the terminal: the text with its attributions marked, then the record; the same words as on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from communique.domain.reading import Findings, Reading
from communique.domain.report import Report, Unread
from communique.exports import wording
from communique.exports.blocks import blocks
from communique.exports.listing import TITLES, Entry, entries
from communique.exports.marks import Mark, Segment, segments
from communique.exports.prose import SPACE, Indented, block_line, one_line
from communique.exports.visible import plain

WIDEST = 96  # a longer line of prose is hard to read, however wide the window
_LONGEST = 60_000  # characters of text: some thirty screens; a page shows all of a longer report


def show(item: Reading | Unread, *, console: Console) -> None:
    """Prints a reading, or one line for what was not read. No character of a report reaches the terminal unchecked."""
    if isinstance(item, Unread):
        console.print(one_line(f"{item.source}: could not be read: {item.error}", "yellow"), highlight=False)
        return
    if item.report.skipped:
        console.print(one_line(f"{item.report.source}: skipped: {item.report.skipped}", "yellow"), highlight=False)
        return
    width = min(console.width, WIDEST)
    bare = is_bare(console)
    for part in (*_head(item.report), *_prose(item, bare), *_record(item)):
        console.print(Indented(part, 0) if isinstance(part, Text) else part, width=width, highlight=False)


def is_bare(console: Console) -> bool:
    """Whether the console shows neither colour nor underline, so that marks need signs."""
    return not console.is_terminal or console.is_dumb_terminal or console.no_color


def _head(report: Report) -> Iterator[Text]:
    outlet = (report.outlet,) if report.outlet else ()
    yield one_line(" · ".join((*outlet, f"published {wording.published(report.published)}")), "bold")
    yield one_line(f"{report.source} · sha256 {report.sha256[:12]}", "dim")
    if not report.anatomy.headline and report.title:
        yield one_line(report.title, "bold")
    yield Text()


def _prose(reading: Reading, bare: bool) -> Iterator[Text]:
    text, parts = reading.report.text, blocks(reading.report)
    edges = [Mark(block.span, "block", "") for block in parts]
    covered = segments(text, [*edges, *_marks(reading.findings)])
    seen: set[str] = set()
    at = hidden = 0
    for block in parts:
        begins = at
        while at < len(covered) and covered[at].end <= block.span.end:
            at += 1
        if block.kind == "furniture":
            hidden += 1
        elif block.kind != "gap":
            yield from _folded(hidden)
            hidden = 0
            yield block_line(block, _within_reach(covered[begins:at]), text, seen, bare)
            yield Text()
        if block.span.end > _LONGEST:
            yield one_line(f"({len(text) - _LONGEST:,} more characters: a page shows them all)", "dim italic")
            yield Text()
            return
    yield from _folded(hidden)


def _within_reach(inside: Sequence[Segment]) -> list[Segment]:
    return [Segment(s.start, min(s.end, _LONGEST), s.marks) for s in inside if s.start < _LONGEST]


def _folded(pieces: int) -> Iterator[Text]:
    if pieces:
        noun = "piece" if pieces == 1 else "pieces"
        yield one_line(f"(around the article: {pieces} {noun}, not read)", "dim italic")
        yield Text()


def _marks(found: Findings) -> Iterator[Mark]:
    for number, statement in enumerate(found.statements, 1):
        layers = (("content", statement.content), ("source", statement.source_spans), ("cue", statement.cue))
        for layer, spans in layers:
            for span in spans:
                yield Mark(span, layer, str(number))


def _record(reading: Reading) -> Iterator[Text | Indented]:
    for kind, title in TITLES.items():
        listed = entries(reading, kind)
        if not listed:
            continue
        yield Text(title, "bold underline")
        for entry in listed:
            yield from entry_lines(entry, 2 + 4 * entry.depth)
        yield Text()


def entry_lines(entry: Entry, left: int) -> Iterator[Indented]:
    """The head of an entry and its details below it, `left` columns from the margin."""
    head = Text().append(f"{entry.label:>3} " if entry.label else "", "green")
    for words, style in entry.head:
        head.append(SPACE.sub(" ", plain(words)), style)
    yield Indented(head, left, hanging=4)
    for detail in entry.details:
        yield Indented(one_line(detail, "dim"), left + 4)
