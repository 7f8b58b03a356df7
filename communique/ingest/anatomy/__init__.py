"""Text → the anatomy of a wire report: passes over disjoint parts, so that no two of its spans can overlap."""

from __future__ import annotations

from communique.domain.report import Anatomy
from communique.domain.span import Span
from communique.ingest.anatomy.byline import mark_byline, mark_credit
from communique.ingest.anatomy.dateline import mark_dateline
from communique.ingest.anatomy.dissection import Dissection
from communique.ingest.anatomy.furniture import mark_furniture
from communique.ingest.anatomy.glued import cut_glued
from communique.ingest.anatomy.headings import mark_headline, mark_subheads
from communique.ingest.anatomy.parts import Kind, Part, part_of, split
from communique.ingest.anatomy.stamps import mark_stamps
from communique.ingest.draft import Block

__all__ = ["dissect"]


def dissect(text: str, blocks: tuple[Block, ...] = (), *, title: str | None, outlet: str | None) -> Dissection:
    """The anatomy of `text`. `blocks` say what a page's markup shows; without them only the characters count.

    What is not certainly something else is body: a reader loses more by a sentence that is not read than by a
    heading that is.
    """
    parts = tuple(part for block in blocks if (part := part_of(text, block))) if blocks else split(text)
    parts, stamped = mark_stamps(text, parts)
    parts, glued = cut_glued(text, parts)
    parts = mark_furniture(text, parts)
    parts = mark_byline(text, parts)
    parts = mark_headline(text, parts, title)
    parts, dateline, written = mark_dateline(text, parts, outlet)
    parts = mark_credit(text, parts)
    parts = mark_subheads(text, parts)
    anatomy = Anatomy(
        body=_spans(parts, "body"),
        headline=next(iter(_spans(parts, "headline")), None),
        dateline=dateline,
        byline=next(iter(_spans(parts, "byline")), None),
        subheads=_spans(parts, "subhead"),
        furniture=_spans(parts, "furniture"),
    )
    return Dissection(anatomy, written or stamped or glued)


def _spans(parts: tuple[Part, ...], kind: Kind) -> tuple[Span, ...]:
    return tuple(part.span for part in parts if part.kind == kind)
