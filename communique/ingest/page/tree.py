"""HTML → a tree, within bounds."""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from communique.errors import UnreadableSource
from communique.ingest.intake import Intake
from communique.ingest.page.tags import MOST_ATTRIBUTES, most_attributes


def parse(page: str, options: Intake) -> HtmlElement:
    """The page's root element. `UnreadableSource` where tags nest deeper than any page's or are too many.

    The parser reads no DTD, expands no entity a page defines and fetches nothing.
    """
    if not page.strip():
        raise UnreadableSource("is a page without visible text")
    if count := most_attributes(page):
        raise UnreadableSource(f"has a tag with {count:,} attributes; at most {MOST_ATTRIBUTES:,} are read of one tag")
    parser = HTMLParser(
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        default_doctype=False,
        encoding="utf-8",
        no_network=True,
    )
    try:
        tree = document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError as error:
        raise UnreadableSource("is a page without visible text") from error
    # The parser stops at its own bound and drops the rest; half a page would be read as if it were whole.
    if any("depth" in entry.message for entry in parser.error_log if entry.level >= 2):
        raise UnreadableSource("nests its tags more than 256 deep, which no page needs; it is not read")
    if (count := sum(1 for _ in tree.iter())) > options.max_elements:
        raise UnreadableSource(f"has {count:,} elements; at most {options.max_elements:,} are read of one page")
    return tree
