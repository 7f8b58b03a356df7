"""The words that one finding was taken from, marked in the paragraph around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from communique.domain.actor import Actor
from communique.domain.agreement import Instrument, Process
from communique.domain.attribution import Statement, Unsaid
from communique.domain.event import Event
from communique.domain.span import Span
from communique.domain.truce import TruceClaim, ViolationClaim
from communique.domain.when import DateMention
from communique.domain.where import Place
from communique.exports.blocks import Block, blocks
from communique.exports.marks import Mark, Segment, segments
from communique.exports.prose import block_line
from communique.record import Found

REACH = 400  # characters that are shown before and after the marked words of a paragraph
MOST = 4  # places that are shown of what is named again and again


def passage(found: Found, *, bare: bool) -> list[Text]:
    """The paragraphs that hold the finding's words, each on a line, with who says it, how, and what marked.

    Of a long paragraph the part around the words is given, with an ellipsis where it is cut. `bare` marks with signs
    instead of colours. Empty for a finding that has no place in the text.
    """
    text, marks = found.reading.report.text, list(_marks(found))
    seen: set[str] = set()
    lines = []
    for block in blocks(found.reading.report):
        inside = [mark for mark in marks if mark.span.overlaps(block.span)]
        if block.kind != "gap" and inside:
            shown = _around(text, block, inside)
            covered = segments(text, [Mark(shown, "block", ""), *inside])
            pieces = [_clipped(one, shown) for one in covered if one.start < shown.end and one.end > shown.start]
            line = block_line(Block(block.kind, shown), pieces, text, seen, bare)
            lines.append(
                Text.assemble("… " * (shown.start > block.span.start), line, " …" * (shown.end < block.span.end))
            )
    return lines


def _marks(found: Found) -> Iterator[Mark]:
    noun = found.noun
    findings = found.reading.findings
    match noun:
        case Statement() | Unsaid():
            yield from _said(noun)
        case Event() | TruceClaim() | ViolationClaim():
            yield Mark(noun.span, "content", "")
            voice = next((one for one in findings.statements if one.id == noun.said_in), None)
            if voice is not None:
                yield from _voiced(voice)
        case Instrument() | Process():
            yield from (Mark(span, "content", "") for span in noun.spans[:MOST])
        case Actor():
            yield from _named(one.span for one in findings.mentions if one.actor == noun.id)
        case Place():
            yield from _named(one.span for one in findings.mentions if one.place == noun.id)
        case DateMention():
            yield Mark(noun.span, "content", "")
        case mention:
            yield Mark(mention.span, "content", "")


def _said(noun: Statement | Unsaid) -> Iterator[Mark]:
    yield from (Mark(span, "content", "") for span in noun.content)
    yield from _voiced(noun)


def _voiced(noun: Statement | Unsaid) -> Iterator[Mark]:
    yield from (Mark(span, "source", "") for span in noun.source_spans)
    yield from (Mark(span, "cue", "") for span in noun.cue)


def _named(spans: Iterable[Span]) -> Iterator[Mark]:
    for number, span in enumerate(spans):
        if number == MOST:
            return
        yield Mark(span, "content", "")


def _around(text: str, block: Block, marks: Iterable[Mark]) -> Span:
    """The part of the block that is shown: from REACH characters before the marks to REACH after, at a word's ends."""
    own = [mark.span for mark in marks]
    start = max(block.span.start, min(span.start for span in own) - REACH)
    end = min(block.span.end, max(span.end for span in own) + REACH)
    while block.span.start < start and not text[start - 1].isspace():
        start -= 1
    while end < block.span.end and not text[end].isspace():
        end += 1
    return Span(start, end)


def _clipped(one: Segment, shown: Span) -> Segment:
    return Segment(max(one.start, shown.start), min(one.end, shown.end), one.marks)
