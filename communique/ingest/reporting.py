"""Draft → Report: anatomy, publication date with its basis, language."""

from __future__ import annotations

from communique.domain.report import Published, Report
from communique.errors import UnreadableSource
from communique.ingest.anatomy import dissect
from communique.ingest.anatomy.dissection import Dissection
from communique.ingest.draft import Draft
from communique.ingest.intake import Intake
from communique.ingest.published import from_url
from communique.ingest.tongue import language_of


def report_of(draft: Draft, *, id: str, source: str, options: Intake) -> Report:  # noqa: A002
    """The report of a draft, with `skipped` where it is not in English; `UnreadableSource` if its text is too long."""
    if len(draft.text) > options.max_chars:
        raise UnreadableSource(
            f"holds a text of {len(draft.text):,} characters; at most {options.max_chars:,} are read of one report: "
            "split it into its reports"
        )
    found = dissect(draft.text, draft.blocks, title=draft.title, outlet=draft.outlet)
    language = language_of(_prose(draft.text, found))
    skipped = None if language in (None, "en") else f"language is {language}, only English is read"
    return Report(
        id=id,
        source=source,
        sha256=draft.sha256,
        text=draft.text,
        anatomy=found.anatomy,
        outlet=draft.outlet,
        url=draft.url,
        language=language,
        published=_published(draft, found),
        title=draft.title or (found.anatomy.headline.of(draft.text) if found.anatomy.headline else None),
        author=draft.author,
        skipped=skipped,
    )


def _published(draft: Draft, found: Dissection) -> Published | None:
    # Given, then the page's own metadata, then what is printed in the text, then the address.
    return draft.published or found.printed or from_url(draft.url)


def _prose(text: str, found: Dissection) -> str:
    body = "\n".join(span.of(text) for span in found.anatomy.body[:40])
    return body or text
