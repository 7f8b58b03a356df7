"""A reading as a page for people: self-contained, printable, without scripts and without the network."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import fields

from communique.domain.reading import Findings, Reading
from communique.domain.report import Report, Unread
from communique.exports import wording
from communique.exports.edition.anchors import Anchors
from communique.exports.edition.article import article
from communique.exports.edition.contents import contents
from communique.exports.edition.escape import esc, web_link
from communique.exports.edition.ledger import ledger
from communique.exports.edition.sheet import pairing, sheet
from communique.exports.edition.states import States

# A reading that is in no record: nobody could have judged it.
UNJUDGED = States()

_KEY = (
    '<p class="key note"><span class="source">who says it</span>, <span class="cue">the word that says so</span>, '
    '<span class="content h1"><i class="ref" data-n="1"></i>what is said</span>, and '
    '<span class="content h2"><i class="ref" data-n="2"></i>within it <span class="content h1">'
    '<i class="ref" data-n="3"></i>what somebody else said</span></span>. '
    "The numbers lead to the statements beside the text, theirs lead back.</p>"
)


def page(reading: Reading, states: States = UNJUDGED) -> str:
    """One HTML document: the report's text with its attributions marked, a card beside each, and the record below.

    `states` says where each finding stands in a record that people judge; without it, nothing is said of that.
    Needs no script and loads nothing. Raises ValueError when a finding lies outside the report's text.
    """
    report, found = reading.report, reading.findings
    anchors = Anchors.of(found)
    text = article(reading, anchors, states)
    body = (
        f"<header>{_head(report)}{_KEY if found.statements else ''}</header>{_title(report)}"
        f'<main><article lang="{_language(report)}">{text.html}</article></main>'
        f'<section class="record">{ledger(reading, anchors, states)}</section>'
        f"<footer>{_makers(found, states)}</footer>"
    )
    rules = pairing(len(found.statements), text.cut)
    return sheet(wording.title(report), body, rules=rules, kind="reading")


def index(readings: Iterable[Reading | Unread]) -> str:
    """One HTML document that lists reports in the order given, with what was found in each; links go to `page_name`."""
    return contents((item, page_name(item)) for item in readings)


def page_name(item: Reading | Unread) -> str:
    """The file name of a report's page: its id in letters safe on every system, the digest of its bytes, `.html`."""
    report = item.report if isinstance(item, Reading) else item
    safe = re.sub(r"[^A-Za-z0-9_-]+", "-", report.id[:80]).strip("-") or "report"
    return f"{safe}-{re.sub(r'[^0-9a-f]', '', report.sha256 or '')[:8] or 'x'}.html"


def _head(report: Report) -> str:
    outlet = f'<p class="outlet">{esc(report.outlet)}</p>' if report.outlet else ""
    link = web_link(report.url)
    address = f'<a href="{link}" rel="noreferrer noopener">{link}</a>' if link else esc(report.url or "")
    facts = (
        ("published", esc(wording.published(report.published))),
        ("author", esc(report.author or "")),
        ("source", esc(report.source)),
        ("address", address if report.url != report.source else ""),
        ("sha256", f'<abbr title="{esc(report.sha256)}">{esc(report.sha256[:12])}</abbr>'),
    )
    origin = "".join(f"<dt>{name}</dt><dd>{fact}</dd>" for name, fact in facts if fact)
    return f'<div class="head">{outlet}<dl class="origin">{origin}</dl></div>'


def _title(report: Report) -> str:
    skipped = f'<p class="skipped">Not read: {esc(report.skipped)}</p>' if report.skipped else ""
    if report.anatomy.headline:  # it stands in the text, and is set there
        return skipped
    made_up = "" if report.title else " untitled"
    return f'<h1 class="title{made_up}" dir="auto">{esc(wording.title(report))}</h1>{skipped}'


def _makers(found: Findings, states: States) -> str:
    every = [finding for field in fields(found) for finding in getattr(found, field.name)]
    made = Counter(finding.made.by for finding in every)
    listed = ", ".join(f"{esc(by)} ({count})" for by, count in sorted(made.items()))
    return f'<p class="makers">Read by machine: {listed}. {_judges(states)}</p>' if listed else ""


def _judges(states: States) -> str:
    judged = states.judged()
    if not judged:
        return "No person has reviewed this record." + states.way()
    authors = ", ".join(esc(name) for name in dict.fromkeys(one.author for one in judged))
    findings = "1 finding has" if len(judged) == 1 else f"{len(judged)} findings have"
    return f"{findings} been judged by {authors}; the others are proposals that no person has reviewed.{states.way()}"


def _language(report: Report) -> str:
    known = report.language or ""
    return known if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})?", known) else "und"
