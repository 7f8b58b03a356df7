"""What makes two findings the same, across readings and readers.

A finding's key is made of what it says and of the characters it says it from, not of its running number or of the
stage that made it. So a person's verdict on a statement still stands when a newer reader finds that same statement,
and a statement whose speaker changed is a new finding that nobody has judged yet.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator, Mapping

import msgspec

from communique.domain.reading import Findings, Reading
from communique.domain.report import Report
from communique.domain.span import Span

# Neither the running number nor how, and how surely, a finding was made is part of what it says.
NOT_SAID = frozenset({"id", "made", "confidences", "reason"})

# Fields that hold the ids of other findings, and the list in which those stand.
REFERENCES = {
    "actor": "actors",
    "of": "actors",
    "members": "actors",
    "source_actors": "actors",
    "initiators": "actors",
    "targets": "actors",
    "alleged_party": "actors",
    "victims": "actors",
    "place": "places",
    "date": "dates",
    "period": "dates",
    "parties": "actors",
    "instrument": "instruments",
    "process": "processes",
    "within": "statements",
    "said_in": "statements",
}

Labels = Mapping[tuple[str, str], object]


@dataclasses.dataclass(frozen=True, slots=True)
class Keyed:
    """One finding of a reading: the list it stands in, its id there, its key, and who made it how surely."""

    list: str
    finding: str
    key: str
    made_by: str
    confidence: float | None


def content_of(report: Report) -> str:
    """The SHA-256 of the report's text in UTF-8, in hexadecimal; of its bytes where no text could be had."""
    return hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest() if report.text else report.sha256


def keyed(reading: Reading) -> Iterator[Keyed]:
    """Every finding of the reading with its key (24 hexadecimal digits), list by list."""
    labels = _labels(reading.findings)
    report = content_of(reading.report)
    for field in dataclasses.fields(Findings):
        for finding in getattr(reading.findings, field.name):
            said = msgspec.json.encode([report, field.name, _said(finding, labels)], order="sorted")
            key = hashlib.sha256(said).hexdigest()[:24]
            yield Keyed(field.name, finding.id, key, finding.made.by, finding.made.confidence)


def _labels(findings: Findings) -> Labels:
    """What a reference stands for: a name, or the characters of a date or of a statement."""
    named: dict[tuple[str, str], object] = {("actors", a.id): a.name for a in findings.actors}
    named |= {("places", p.id): p.name for p in findings.places}
    named |= {("instruments", i.id): i.name for i in findings.instruments}
    named |= {("processes", p.id): p.name for p in findings.processes}
    named |= {("dates", d.id): _plain(d.span, {}) for d in findings.dates}
    return named | {("statements", s.id): _plain(s.content, {}) for s in findings.statements}


def _said(noun: object, labels: Labels) -> dict[str, object]:
    """The noun's fields that say something, by name: what is unset is left out, so a new field keeps old keys."""
    said = {}
    for field in dataclasses.fields(noun):  # type: ignore[arg-type]
        value = getattr(noun, field.name)
        if field.name in NOT_SAID or value is None or value in ((), False) or _by_default(field, value):
            continue
        target = REFERENCES.get(field.name)
        said[field.name] = _plain(value, labels) if target is None else _referred(value, target, labels)
    return said


def _by_default(field: dataclasses.Field[object], value: object) -> bool:
    """Whether the value is what the field has where nothing is said of it: a claim is "asserted"."""
    return isinstance(value, str) and value == field.default


def _referred(value: str | tuple[str, ...], target: str, labels: Labels) -> object:
    if isinstance(value, str):
        return labels.get((target, value), value)
    return [labels.get((target, item), item) for item in value]


def _plain(value: object, labels: Labels) -> object:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [_plain(item, labels) for item in value]
    return _said(value, labels) if dataclasses.is_dataclass(value) else value
