"""A page's visible text, block by block, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import iterwalk
from lxml.html import HtmlElement

_HIDDEN_TAGS = """script style noscript template head title meta link iframe object embed svg math canvas audio video
    select option datalist textarea input map area base applet frame frameset noframes"""
_INLINE_TAGS = """a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby
    s samp small span strike strong sub sup time tt u var wbr"""
_HIDDEN = frozenset(_HIDDEN_TAGS.split())
_INLINE = frozenset(_INLINE_TAGS.split())
_BOLD = frozenset(["b", "strong"])
_AROUND = frozenset(["nav", "aside", "footer", "form", "button", "menu", "dialog"])
_SPACE = re.compile(r"\s+")
_SPACES = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True)
class PageBlock:
    """One run of text between block boundaries: `tag` of its block, whether all of it is bold, whether all of it is
    links, and whether it stands in a part of the page that is never the article (navigation, asides, the footer)."""

    text: str
    tag: str
    bold: bool
    linked: bool
    around: bool


@dataclass(slots=True)
class _Open:
    """The block being filled."""

    tag: str
    around: bool
    pieces: list[str]
    plain: bool = False  # holds characters that are not bold
    unlinked: bool = False  # holds characters outside links

    def closed(self) -> PageBlock | None:
        text = _SPACES.sub(" ", "".join(self.pieces).replace("\u200b", "")).strip()
        return PageBlock(text, self.tag, not self.plain, not self.unlinked, self.around) if text else None


def blocks_of(tree: HtmlElement) -> list[PageBlock]:
    """Every visible block of the page that holds a character; a line break ends a block as a new element does."""
    return [block for block in _walked(tree) if block]


def _walked(tree: HtmlElement) -> Iterator[PageBlock | None]:
    """Opens and closes blocks over the tree's events: no recursion, so that nesting costs no stack."""
    stack: list[tuple[str, bool]] = []  # (block tag, around) of the block elements that are open
    hidden = bold = linked = 0
    block = _Open("body", False, [])
    # An element's "end" comes before its tail, which belongs to the parent.
    for event, element in iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _HIDDEN or _invisible(element):
                hidden += 1
            elif not hidden:
                bold += tag in _BOLD
                linked += tag == "a"
                if tag not in _INLINE:
                    yield block.closed()
                    around = tag in _AROUND or (stack[-1][1] if stack else False)
                    if tag != "br":
                        stack.append((tag, around))
                    block = _Open(stack[-1][0] if stack else "body", around, [])
                _fill(block, element.text, bold > 0, linked > 0)
            continue
        if tag in _HIDDEN or _invisible(element):
            hidden -= 1
        elif not hidden:
            bold -= tag in _BOLD
            linked -= tag == "a"
            if tag not in _INLINE and tag != "br":
                yield block.closed()
                stack.pop()
                block = _Open(*(stack[-1] if stack else ("body", False)), [])
        if not hidden:
            _fill(block, element.tail, bold > 0, linked > 0)
    yield block.closed()


def _fill(block: _Open, text: str | None, bold: bool, linked: bool) -> None:
    if text:
        block.pieces.append(_SPACE.sub(" ", text))
        if not text.isspace():
            block.plain = block.plain or not bold
            block.unlinked = block.unlinked or not linked


def _invisible(element: HtmlElement) -> bool:
    style = element.get("style") or ""
    return element.get("hidden") is not None or "display:none" in style.replace(" ", "").lower()[:500]
