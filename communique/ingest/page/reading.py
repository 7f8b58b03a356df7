"""Page → draft: which blocks are the article, in which order the text holds them, and what the page says of itself."""

from __future__ import annotations

import re

from communique.errors import UnreadableSource
from communique.ingest.draft import Block, BlockKind, Draft
from communique.ingest.intake import Intake
from communique.ingest.page.article import main_lines
from communique.ingest.page.blocks import PageBlock, blocks_of
from communique.ingest.page.metadata import facts_of
from communique.ingest.page.sorting import sort_blocks
from communique.ingest.page.tree import parse

_NULLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")


def draft_of(page: str, sha256: str, options: Intake) -> Draft:
    """The draft of a decoded page: headline, article, then furniture, each block a paragraph of its own."""
    tree = parse(_NULLS.sub(" ", page), options)
    visible = blocks_of(tree)
    if not visible:
        raise UnreadableSource("is a page without visible text")
    if (size := sum(len(block.text) + 2 for block in visible)) > options.max_chars:
        raise UnreadableSource(
            f"holds a text of {size:,} characters; at most {options.max_chars:,} are read of one report"
        )
    facts = facts_of(tree)
    sorted_blocks = sort_blocks(visible, main_lines(tree), facts.title)
    text, blocks = _laid_out(sorted_blocks)
    return Draft(
        text=text,
        sha256=sha256,
        blocks=blocks,
        outlet=facts.outlet,
        url=facts.url,
        published=facts.published,
        title=_headline(sorted_blocks) or facts.title,
        author=facts.author,
    )


def _laid_out(blocks: list[tuple[PageBlock, BlockKind]]) -> tuple[str, tuple[Block, ...]]:
    pieces: list[str] = []
    placed: list[Block] = []
    at = 0
    for block, kind in blocks:
        placed.append(Block(at, at + len(block.text), kind))
        pieces.append(block.text)
        at += len(block.text) + 2
    return "\n\n".join(pieces), tuple(placed)


def _headline(blocks: list[tuple[PageBlock, BlockKind]]) -> str | None:
    return next((block.text for block, kind in blocks if kind == "headline"), None)
