"""Which text of a page is the article, as trafilatura sees it: offline, from the tree alone."""

from __future__ import annotations

import logging
from copy import deepcopy

import trafilatura
from lxml.html import HtmlElement

# Its notes on single pages say nothing that a reader of reports could act on.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


# The extractor takes about a millisecond an element; news pages have 500 to 5,000. A larger page is a list or an
# attack: all of it outside navigation and footers is read instead.
MOST_ELEMENTS = 6_000


def main_lines(tree: HtmlElement) -> list[str]:
    """The article's paragraphs as the extractor gives them, in order; empty where none is found or looked for."""
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        return []
    found = trafilatura.bare_extraction(
        deepcopy(tree), include_comments=False, include_tables=True, with_metadata=False, favor_recall=True
    )
    body = getattr(found, "body", None)
    if body is None:
        return []
    return [line for element in body.iter() for line in _own_lines(element)]


def _own_lines(element: HtmlElement) -> list[str]:
    # Only the outermost text blocks: their inner elements are inside their text already.
    if element.tag not in ("p", "head", "item", "quote", "cell", "code"):
        return []
    return ["".join(element.itertext())]
