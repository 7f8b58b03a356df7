"""The thirty reports read, kept in a record, and what that record says: once for all tests that ask."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from communique.flow.reading import Reader
from communique.knowledge import Knowledge
from communique.record import Store
from communique.record.intake import take_in
from communique.truce.agreements import agreements_of, named
from communique.truce.register import register
from communique.truce.sitrep import Period, gather, situation_report

from .finding import Weeks
from .weeks import FIRST, LAST, ROOT, name_of, reports

PACK = ROOT / "samples" / "pack"


def recorded_weeks(reader: Reader, where: Path) -> Weeks:
    """What a fresh record at `where` says after the reports were added, as `communique add` adds them."""
    store = Store.open(where, clock=lambda: datetime(2031, 3, 27, tzinfo=UTC))
    with store.writer() as writer:
        tally = take_in(reports(), reader=reader, writer=writer)
    if tally.failed or tally.skipped:
        first = [*tally.failed, *tally.skipped][0]
        raise ValueError(f"{len(tally.failed)} failed, {len(tally.skipped)} skipped; first: {first}")
    agreements = agreements_of(Knowledge.load(packs=[PACK]).packs)
    agreement = named(agreements, "brunnhal-memorandum")
    with store.view() as view:
        incidents = register(view, agreements, agreement)
        material = gather(view, agreements, agreement, incidents)
        return Weeks(
            readings={name_of(one.report.source, one.report.id): one for one in view.readings()},
            incidents=incidents,
            opinions=material.opinions,
            agreement=agreement,
            material=material,
            whole=situation_report(material, Period(FIRST, LAST, FIRST), made="a test"),
        )
