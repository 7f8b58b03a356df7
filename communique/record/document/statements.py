"""One statement out of the record as one line of JSON: the format "communique-statement/1"."""

from __future__ import annotations

from msgspec import Struct

from communique.record.chain import grouped
from communique.record.document import shapes, writing
from communique.record.document.codec import dumped
from communique.record.judgement import Judgement
from communique.record.query import Said

FORMAT = "communique-statement/1"


class Origin(Struct, frozen=True):
    id: str
    source: str
    sha256: str
    outlet: str | None
    url: str | None
    published: shapes.Published | None


class Judged(Struct, frozen=True):
    number: int
    author: str
    at: str
    reason: str | None


class SaidLine(Struct, frozen=True):
    format: str
    finding: str
    verdict: str
    judgement: Judged | None
    report: Origin
    speakers: tuple[str, ...]
    chain: tuple[tuple[str, ...], ...]
    quotation: str
    statement: shapes.Statement


def statement_line(said: Said) -> str:
    """The statement with its key, the verdict on it, its report without the text, and its chain by levels."""
    report = said.reading.report
    published = writing.published(report.published)
    line = SaidLine(
        format=FORMAT,
        finding=said.key,
        verdict=said.verdict.value,
        judgement=_judged(said.judgement),
        report=Origin(report.id, report.source, report.sha256, report.outlet, report.url, published),
        speakers=tuple(speaker.name for speaker in said.speakers),
        chain=grouped(said.statement.chain, said.chain_levels),
        quotation=said.quotation,
        statement=writing.statement(said.statement),
    )
    return dumped(line)


def _judged(last: Judgement | None) -> Judged | None:
    return None if last is None else Judged(last.number, last.author, last.at.isoformat(), last.reason)
