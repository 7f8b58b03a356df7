"""What is taken out of a record: readings that speak of the truce, rows up to a day, and nothing a person rejected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from communique.domain.provenance import Provenance
from communique.domain.reading import Findings, Reading
from communique.domain.report import Anatomy, Report
from communique.domain.span import Span
from communique.domain.truce import TruceClaim
from communique.record import Store, Verdict
from communique.record.intake import take_in
from communique.truce.opinions import recorded

from .words import agreements, says

HAND = Provenance("hand@1")
TEXT = "The truce is holding."


@dataclass(frozen=True)
class ByHand:
    """A reader that finds a word on the truce in every report with one, and nothing in the others."""

    version: str = "hand@1"

    def read(self, report: Report) -> Reading:
        found = (TruceClaim("t1", Span(0, 20), "holding", HAND),) if report.text.startswith(TEXT) else ()
        return Reading(report, Findings(truce=found))


def reports() -> Iterator[Report]:
    for number, text in enumerate((TEXT, "Snow fell on Velm.", f"{TEXT} Snow fell."), start=1):
        yield Report(f"r{number}", f"r{number}.txt", str(number), text, Anatomy(body=(Span(0, len(text)),)), "Meridian")


def test_only_words_on_the_truce_that_nobody_rejected_are_taken_out(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "record.sqlite")
    with store.writer() as writer:
        take_in(reports(), reader=ByHand(), writer=writer)
    with store.view() as view:
        first, second = recorded(view, agreements())
    assert {first.cited.report, second.cited.report} == {"r1", "r3"}
    with store.writer() as writer:
        writer.judge(first.key, Verdict.REJECTED, author="A. Analyst")
    with store.view() as view:
        assert [one.key for one in recorded(view, agreements())] == [second.key]


def test_rows_of_later_days_are_left_in_the_file(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "record.sqlite")
    rows = [says("Anselm Rook", "holding", f"2031-03-{day}") for day in (14, 20)]
    with store.writer() as writer:
        writer.keep_rows("VOICES", rows)
    with store.view() as view:
        assert len(recorded(view, agreements())) == 2
        assert [one.as_of for one in recorded(view, agreements(), until=date(2031, 3, 15))] == ["2031-03-14"]
