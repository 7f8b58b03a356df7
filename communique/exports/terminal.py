"""A reading in the terminal: the text with its attributions marked, then the record; the same words as on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from communique.domain.reading import Findings, Reading
from communique.domain.report import Report, Unread
from communique.exports import wording
from communique.exports.blocks import Block, blocks
from communique.exports.listing import sections, statements
from communique.exports.marks import Mark, Segment, segments
from communique.exports.visible import plain

_WIDEST = 96  # a longer line of prose is hard to read, however wide the window
_LONGEST = 60_000  # characters of text: some thirty screens; a page shows all of a longer report
_SPACE = re.compile(r"\s+")
_STYLES = {"headline": "bold", "subhead": "bold", "byline": "italic dim"}
_LAYERS = {"source": "bold cyan", "cue": "italic magenta"}
# Signs for where neither colour nor underline can be shown; a content has its brackets everywhere.
_SIGNS = {"source": ("{", "}"), "cue": ("/", "/")}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def show(item: Reading | Unread, *, console: Console) -> None:
    """Prints a reading, or one line for what was not read. No character of a report reaches the terminal unchecked."""
    if isinstance(item, Unread):
        console.print(_line(f"{item.source}: could not be read: {item.error}", "yellow"), highlight=False)
        return
    if item.report.skipped:
        console.print(_line(f"{item.report.source}: skipped: {item.report.skipped}", "yellow"), highlight=False)
        return
    width = min(console.width, _WIDEST)
    bare = not console.is_terminal or console.is_dumb_terminal or console.no_color
    for part in (*_head(item.report), *_prose(item, bare), *_record(item)):
        console.print(part, width=width, highlight=False)


def _line(words: str, style: str = "") -> Text:
    return Text(_SPACE.sub(" ", plain(words)).strip(), style)


def _head(report: Report) -> Iterator[Text]:
    outlet = (report.outlet,) if report.outlet else ()
    yield _line(" · ".join((*outlet, f"published {wording.published(report.published)}")), "bold")
    yield _line(f"{report.source} · sha256 {report.sha256[:12]}", "dim")
    if not report.anatomy.headline and report.title:
        yield _line(report.title, "bold")
    yield Text()


def _prose(reading: Reading, bare: bool) -> Iterator[Text]:
    text, parts = reading.report.text, blocks(reading.report)
    edges = [Mark(block.span, "block", "") for block in parts]
    covered = segments(text, [*edges, *_marks(reading.findings)])
    seen: set[int] = set()
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
            yield _block(block, _within_reach(covered[begins:at]), text, seen, bare)
            yield Text()
        if block.span.end > _LONGEST:
            yield _line(f"({len(text) - _LONGEST:,} more characters: a page shows them all)", "dim italic")
            yield Text()
            return
    yield from _folded(hidden)


def _within_reach(inside: Sequence[Segment]) -> list[Segment]:
    return [Segment(s.start, min(s.end, _LONGEST), s.marks) for s in inside if s.start < _LONGEST]


def _folded(pieces: int) -> Iterator[Text]:
    if pieces:
        noun = "piece" if pieces == 1 else "pieces"
        yield _line(f"(around the article: {pieces} {noun}, not read)", "dim italic")
        yield Text()


def _marks(found: Findings) -> Iterator[Mark]:
    for number, statement in enumerate(found.statements, 1):
        layers = (("content", statement.content), ("source", statement.source_spans), ("cue", statement.cue))
        for layer, spans in layers:
            for span in spans:
                yield Mark(span, layer, str(number))


def _block(block: Block, inside: Sequence[Segment], text: str, seen: set[int], bare: bool) -> Text:
    """One block as a line to be wrapped; what is open at its end is closed there and opened again in the next."""
    line = Text(style=_STYLES.get(block.kind, ""))
    before: tuple[Mark, ...] = ()
    for segment in (*inside, Segment(block.span.end, block.span.end)):
        now = tuple(_without_twins(mark for mark in segment.marks if mark.layer != "block"))
        for mark in reversed([mark for mark in before if mark not in now]):
            nested = sum(other.layer == "content" for other in before) > 1
            line.append_text(_closing(mark, bare, nested))
        for mark in now:
            if mark not in before:
                line.append_text(_opening(mark, seen, bare))
        line.append(_SPACE.sub(" ", plain(segment.of(text))), _style(now))
        before = now
    return line


def _without_twins(marks: Iterator[Mark]) -> Iterator[Mark]:
    """One source may speak twice: its words are marked once."""
    seen: set[tuple[int, int, str]] = set()
    for mark in marks:
        place = (mark.span.start, mark.span.end, mark.layer)
        if mark.layer == "content" or place not in seen:
            seen.add(place)
            yield mark


def _opening(mark: Mark, seen: set[int], bare: bool) -> Text:
    if mark.layer != "content":
        return Text(_SIGNS[mark.layer][0] if bare else "")
    again = "…" if int(mark.id) in seen else ""
    seen.add(int(mark.id))
    return Text(f"[{again}{raised(mark.id)}", "green")


def _closing(mark: Mark, bare: bool, nested: bool) -> Text:
    if mark.layer != "content":
        return Text(_SIGNS[mark.layer][1] if bare else "")
    return Text(f"]{raised(mark.id) if nested else ''}", "green")


def raised(number: str) -> str:
    """The digits of a number as superscripts."""
    return number.translate(_RAISED)


def _style(marks: tuple[Mark, ...]) -> str:
    contents = any(mark.layer == "content" for mark in marks)
    under = ("underline",) if contents else ()  # how deep, the brackets say: few terminals draw a second line
    voices = [_LAYERS[mark.layer] for mark in marks if mark.layer in _LAYERS]
    return " ".join((*voices[-1:], *under))


def _record(reading: Reading) -> Iterator[Text | Padding]:
    listed = [("Statements", statements(reading)), *sections(reading)]
    for name, entries in listed:
        if not entries:
            continue
        yield Text(name, "bold underline")
        for entry in entries:
            head = Text().append(f"{entry.label:>3} " if entry.label else "", "green")
            for words, style in entry.head:
                head.append(_SPACE.sub(" ", plain(words)), style)
            yield Padding(head, (0, 0, 0, 2 + 4 * entry.depth), expand=False)
            for detail in entry.details:
                yield Padding(_line(detail, "dim"), (0, 0, 0, 6 + 4 * entry.depth), expand=False)
        yield Text()
