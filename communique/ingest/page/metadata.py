"""What a page says of itself: title, author, outlet, address and date, from its head and its declared elements."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from urllib.parse import urlsplit

from htmldate import find_date
from lxml.html import Element, HtmlElement
from trafilatura.metadata import extract_metadata

from communique.domain.report import Published
from communique.ingest.page.article import MOST_ELEMENTS
from communique.ingest.published import given

# The finder would refuse dates after today's; what a page says must not depend on when it is read.
EARLIEST, LATEST = "1990-01-01", "2199-12-31"
# Elements that declare a date. Running text is not searched: a date in it is when something happened.
_DECLARED = (
    "//time[@datetime or @pubdate] | //abbr[@class='published' or @data-utime]"
    " | //*[@itemprop='datePublished' or @itemprop='dateCreated' or @itemprop='dateModified']"
)
_AROUND = "ancestor::nav or ancestor::aside or ancestor::footer"
MOST_DECLARED = 40
MOST_HEAD = 300
_TRAILING_NAME = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}\Z")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """None where the page does not say."""

    title: str | None
    author: str | None
    outlet: str | None
    url: str | None
    published: Published | None


def facts_of(tree: HtmlElement) -> PageFacts:
    """The facts of a page; `published` has the basis "metadata"."""
    # Author and title are looked for all over a page, in a time that grows with its square; on a long list or an
    # attack the head alone has to say.
    said = deepcopy(tree) if sum(1 for _ in tree.iter()) <= MOST_ELEMENTS else _head_only(tree)
    found = extract_metadata(
        said, date_config={"extensive_search": False, "original_date": True, "min_date": EARLIEST, "max_date": LATEST}
    )
    title = _clean(found.title)
    outlet = _outlet(tree)
    return PageFacts(
        title=_without(outlet, title),
        author=_clean(found.author),
        outlet=outlet,
        url=_address(tree) or _clean(found.url),
        published=_published(tree),
    )


def _outlet(tree: HtmlElement) -> str | None:
    for query in ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content"):
        if name := next((_clean(str(value)) for value in tree.xpath(query)), None):
            return name
    host = urlsplit(_address(tree) or "").hostname
    return host.removeprefix("www.") if host else None


def _address(tree: HtmlElement) -> str | None:
    for query in ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content"):
        for value in tree.xpath(query):
            if str(value).startswith(("http://", "https://")) and len(value) <= 2_000:
                return str(value)
    return None


def _published(tree: HtmlElement) -> Published | None:
    page = _head_only(tree)
    declared = tree.xpath(f"({_DECLARED})[not({_AROUND})]")[:MOST_DECLARED]
    page[1].extend(_bare(element) for element in declared)
    found = find_date(
        page,
        extensive_search=False,
        original_date=True,
        min_date=EARLIEST,
        max_date=LATEST,
        deferred_url_extractor=True,
    )
    value = given(found) if found else None
    return Published(value.value, value.precision, "metadata") if value else None


def _head_only(tree: HtmlElement) -> HtmlElement:
    """A page of the same metadata with an empty body; without its address, which is a weaker sign of the date."""
    page, head, body = Element("html"), Element("head"), Element("body")
    page.extend((head, body))
    head.extend(_bare(element) for element in tree.xpath("//head//meta | //meta[@itemprop] | //head/title")[:MOST_HEAD])
    head.extend(_bare(script) for script in tree.xpath("//script[@type='application/ld+json']")[:MOST_DECLARED])
    return page


def _bare(element: HtmlElement) -> HtmlElement:
    copy = deepcopy(element)
    copy.tail = None
    return copy


def _without(outlet: str | None, title: str | None) -> str | None:
    """The title without the name of the site that pages add to it."""
    if title and outlet and (found := _TRAILING_NAME.search(title)) and outlet.lower() in found.group().lower():
        return title[: found.start()]
    return title


def _clean(value: str | None) -> str | None:
    return " ".join(value.split())[:1_000] or None if value else None
