"""Blocks of a page → the article's, in its order, and the furniture around it."""

from __future__ import annotations

from communique.ingest.draft import BlockKind
from communique.ingest.page.blocks import PageBlock

Sorted = list[tuple[PageBlock, BlockKind]]

SUBHEADS = frozenset({"h2", "h3", "h4", "h5", "h6"})
# A shorter block found inside a longer paragraph may be there by chance ("Karsk").
CERTAIN_LENGTH = 30
# Characters that looking for blocks inside the article may compare, on the worst of pages.
SEARCH_BUDGET = 2_000_000_000


def sort_blocks(blocks: list[PageBlock], main: list[str], title: str | None) -> Sorted:
    """The headline, the article's blocks, then every other block as furniture, each group in the page's order."""
    wanted = _Wanted(main)
    article = [not _aside(block) and wanted.holds(block) for block in blocks]
    if not any(article):
        # No article was found: what is not in navigation or the footer is read, rather than nothing.
        article = [not _aside(block) for block in blocks]
    headline = _headline_at(blocks, article, title)
    first: Sorted = [(blocks[headline], "headline")] if headline is not None else []
    body: Sorted = [(block, _kind(block)) for at, block in enumerate(blocks) if article[at] and at != headline]
    rest: Sorted = [(block, "furniture") for at, block in enumerate(blocks) if not article[at] and at != headline]
    return first + body + rest


def _aside(block: PageBlock) -> bool:
    """Whether a block cannot be the article's, whatever the extractor says: in a menu, or links without a sentence."""
    return block.around or (block.linked and block.tag != "h1" and not block.text.endswith((".", "!", "?", "”", '"')))


class _Wanted:
    """The article's text, to ask of each block whether it is in it."""

    def __init__(self, main: list[str]) -> None:
        self._lines = {line for paragraph in main if (line := _squeezed(paragraph))}
        self._all = "\n".join(_squeezed(paragraph) for paragraph in main)
        self._budget = SEARCH_BUDGET

    def holds(self, block: PageBlock) -> bool:
        line = _squeezed(block.text)
        if line in self._lines:
            return True
        if len(line) < CERTAIN_LENGTH or self._budget < len(self._all):
            return False
        self._budget -= len(self._all)
        return line in self._all


def _headline_at(blocks: list[PageBlock], article: list[bool], title: str | None) -> int | None:
    named = _squeezed(title or "")
    first = next((at for at, inside in enumerate(article) if inside), 0)
    headings = [at for at, block in enumerate(blocks) if block.tag == "h1" and not block.around]
    for at in headings:
        if named and (_squeezed(blocks[at].text) in named or named in _squeezed(blocks[at].text)):
            return at
    if headings:
        return min(headings, key=lambda at: (at > first, abs(first - at)))
    same = (at for at, block in enumerate(blocks) if named and _squeezed(block.text) == named)
    return next(same, None)


def _kind(block: PageBlock) -> BlockKind:
    heading = block.tag in SUBHEADS or (block.bold and block.tag in ("p", "div"))
    # A bold standfirst is a sentence, and is read as one.
    return "subhead" if heading and len(block.text) <= 160 and not block.text.endswith((".", ":", ",")) else "paragraph"


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()
