"""The list of a folder of pages."""

from __future__ import annotations

from collections.abc import Iterable

from communique.domain.reading import Reading
from communique.domain.report import Unread
from communique.exports import wording
from communique.exports.edition.escape import esc
from communique.exports.edition.sheet import sheet


def contents(items: Iterable[tuple[Reading | Unread, str]]) -> str:
    """One HTML document: a row for each report, linked to the name given with it, with its counts, and the sums."""
    rows = []
    reports = statements = 0
    for item, name in items:
        rows.append(_read(item, name) if isinstance(item, Reading) else _unread(item))
        reports += 1
        statements += len(item.findings.statements) if isinstance(item, Reading) else 0
    noun = "report" if reports == 1 else "reports"
    said = "statement" if statements == 1 else "statements"
    body = (
        f'<header><h1 class="title">Reports</h1><p class="sum">{reports} {noun}, {statements} {said}</p></header>'
        f'<main><ol class="contents">{"".join(rows)}</ol></main>'
    )
    return sheet("Reports", body, kind="listing")


def _read(reading: Reading, name: str) -> str:
    report, found = reading.report, reading.findings
    day = wording.day(report.published) if report.published else "date unknown"
    slug = " · ".join(filter(None, (esc(report.outlet or ""), esc(day))))
    counts = (
        ("statement", "statements", len(found.statements)),
        ("speaker", "speakers", len({key for one in found.statements for key in one.source_actors})),
        ("instrument", "instruments", len(found.instruments)),
        ("truce claim", "truce claims", len(found.truce)),
        ("violation alleged", "violations alleged", len(found.violations)),
        ("event", "events", len(found.events)),
    )
    listed = ", ".join(f"{count} {one if count == 1 else many}" for one, many, count in counts if count)
    said = f"not read: {esc(report.skipped)}" if report.skipped else listed or "nothing found"
    return (
        f'<li><p class="slug">{slug}</p><h2 dir="auto"><a href="{esc(name)}">{esc(wording.title(report))}</a></h2>'
        f'<p class="counts">{said}</p><p class="from">{esc(report.source)}</p></li>'
    )


def _unread(item: Unread) -> str:
    return (
        f'<li class="unread"><h2>{esc(item.source)}</h2><p class="counts">could not be read: {esc(item.error)}</p></li>'
    )
