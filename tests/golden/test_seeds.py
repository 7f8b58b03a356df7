"""The two seed reports, which lie beside the checkout, yield what the contract lists. The expectation holds offsets only."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from communique.domain.reading import Reading
from communique.domain.report import Report
from communique.domain.span import Span
from communique.flow.reading import Reader
from communique.ingest import take

HERE = Path(__file__).parent
SEEDS = HERE.parents[2] / "shared" / "seeds"
EXPECTED: list[dict[str, Any]] = json.loads((HERE / "seeds.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed reports are not beside this checkout")


@pytest.fixture(scope="module", params=EXPECTED, ids=lambda seed: str(seed["file"])[:3])
def seed(request: pytest.FixtureRequest, real_reader: Reader) -> tuple[dict[str, Any], Reading]:
    path = SEEDS / request.param["file"]
    assert hashlib.sha256(path.read_bytes()).hexdigest() == request.param["sha256"], "the seed itself has changed"
    (report,) = take([path])
    assert isinstance(report, Report)
    return request.param, real_reader.read(report)


def span_of(pair: list[int] | None) -> Span | None:
    return Span(*pair) if pair else None


def test_the_anatomy_is_that_of_the_contract(seed: tuple[dict[str, Any], Reading]) -> None:
    expected, reading = seed
    anatomy = reading.report.anatomy
    assert anatomy.dateline is not None
    assert {"place": anatomy.dateline.place, "agency": anatomy.dateline.agency} == expected["dateline"]
    assert anatomy.headline == span_of(expected["headline"])
    assert anatomy.byline == span_of(expected["byline"])
    assert [[s.start, s.end] for s in anatomy.subheads] == expected["subheads"]
    starts = expected["furniture_from"]
    assert (min(s.start for s in anatomy.furniture) if anatomy.furniture else None) == starts
    assert starts is None or all(s.end <= starts for s in anatomy.body)


def test_every_statement_of_the_contract_is_there_with_its_chain(seed: tuple[dict[str, Any], Reading]) -> None:
    expected, reading = seed
    missing = []
    for wanted in expected["statements"]:
        span = Span(*wanted["content"])
        near = [s for s in reading.findings.statements if _shared(span, s.content) >= 0.8]
        right = [s for s in near if list(s.chain) == wanted["chain"]]
        told = [s for s in right if wanted["told_to"] in {None, s.told_to}]
        if not told:
            words = span.of(reading.report.text)
            missing.append((words[:40], wanted["chain"], [(s.chain, s.told_to) for s in near]))
    assert not missing


def test_nested_statements_lie_within_the_one_that_reports_them(seed: tuple[dict[str, Any], Reading]) -> None:
    expected, reading = seed
    by_id = {s.id: s for s in reading.findings.statements}
    for wanted in (w for w in expected["statements"] if w["within"] is not None):
        holder = Span(*expected["statements"][wanted["within"]]["content"])
        inner = [
            s
            for s in reading.findings.statements
            if _shared(Span(*wanted["content"]), s.content) >= 0.8 and list(s.chain) == wanted["chain"]
        ]
        assert inner and inner[0].within is not None
        assert _shared(holder, by_id[inner[0].within].content) >= 0.8


def test_nothing_is_read_out_of_the_furniture(seed: tuple[dict[str, Any], Reading]) -> None:
    expected, reading = seed
    start = expected["furniture_from"]
    if start is not None:
        found = reading.findings
        spans = [m.span for m in found.mentions] + [s for x in found.statements for s in x.content]
        spans += [e.span for e in found.events]
        assert all(s.end <= start for s in spans)


def test_the_events_are_those_of_the_contract_and_no_others(seed: tuple[dict[str, Any], Reading]) -> None:
    expected, reading = seed
    found = reading.findings
    names = {a.id: a.name for a in found.actors}
    places, dates = {p.id: p.name for p in found.places}, {d.id: d.span for d in found.dates}
    chains = {s.id: list(s.chain) for s in found.statements}
    assert len(found.events) == len(expected["events"]), [
        (e.type, e.span.of(reading.report.text)) for e in found.events
    ]
    for wanted, event in zip(expected["events"], found.events, strict=True):
        assert (event.type, event.reality) == (wanted["type"], wanted["reality"])
        assert Span(*wanted["span"]).overlaps(event.span)
        assert sorted(names[a] for a in event.initiators + event.targets) == wanted["actors"]
        assert places.get(event.place or "") == wanted["place"]
        assert dates.get(event.date or "") == span_of(wanted["date"])
        assert chains.get(event.said_in or "") == wanted["by"], "an event stands on the word of who tells it"


def test_instruments_processes_and_unknown_years(seed: tuple[dict[str, Any], Reading]) -> None:
    expected, reading = seed
    found = reading.findings
    dates = {d.id: d for d in found.dates}
    for wanted in expected["instruments"]:
        near = [i for i in found.instruments if any(Span(*wanted["span"]).overlaps(s) for s in i.spans)]
        assert [i.kind for i in near] == [wanted["kind"]]
        date = dates[near[0].date].span if near[0].date else None
        assert date == span_of(wanted["date"])
    assert sorted(p.name for p in found.processes) == sorted(expected["processes"])
    for pair in expected["unknown_dates"]:
        (date,) = [d for d in found.dates if d.span == Span(*pair)]
        assert (date.start, date.precision) == (None, "unknown"), "a year the text does not say was made up"


def _shared(a: Span, content: tuple[Span, ...]) -> float:
    common = sum(max(0, min(a.end, s.end) - max(a.start, s.start)) for s in content)
    size = len(a) + sum(len(s) for s in content) - common
    return common / size if size else 0.0
