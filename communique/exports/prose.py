"""A stretch of a report's text for the terminal, with its marks as colours, or as signs where there are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from communique.exports.blocks import Block
from communique.exports.marks import Mark, Segment
from communique.exports.visible import plain

NARROWEST = 16  # columns that are left for words, however deep they stand
SPACE = re.compile(r"\s+")
_STYLES = {"headline": "bold", "subhead": "bold", "byline": "italic dim"}
_LAYERS = {"source": "bold cyan", "cue": "italic magenta"}
# Signs for where neither colour nor underline can be shown; a content has its brackets everywhere.
_SIGNS = {"source": ("{", "}"), "cue": ("/", "/")}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Indented:
    """A text wrapped `left` columns from the margin, further lines `hanging` columns more; no line ends in spaces."""

    text: Text
    left: int
    hanging: int = 0

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines, none wider than the console."""
        left = min(self.left, max(0, options.max_width - NARROWEST))
        hanging = min(self.hanging, max(0, options.max_width - left - NARROWEST))
        for number, line in enumerate(self.text.wrap(console, max(1, options.max_width - left - hanging))):
            line.rstrip()
            yield Text.assemble(" " * (left + hanging * bool(number)), line)


def one_line(words: str, style: str = "") -> Text:
    """The words on one line, without anything that gives orders to a terminal."""
    return Text(SPACE.sub(" ", plain(words)).strip(), style)


def block_line(block: Block, inside: Sequence[Segment], text: str, seen: set[str], bare: bool) -> Text:
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
        line.append(SPACE.sub(" ", plain(segment.of(text))), _style(now))
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


def _opening(mark: Mark, seen: set[str], bare: bool) -> Text:
    if mark.layer != "content":
        return Text(_SIGNS[mark.layer][0] if bare else "")
    again = "…" if mark.id and mark.id in seen else ""  # without a number nothing says what is taken up again
    seen.add(mark.id)
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
