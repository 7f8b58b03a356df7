"""The thirty reports read, kept in a record, and what that record says: once for all tests that ask."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from communique.domain.incident import Incident
from communique.flow.reading import Reader
from communique.knowledge import Knowledge
from communique.record import Act, Store, View
from communique.record.intake import take_in
from communique.truce.agreements import Agreement, agreements_of, named
from communique.truce.register import ABOUT, register, survey
from communique.truce.sitrep import Period, gather, situation_report

from .deciding import joins
from .finding import Weeks
from .weeks import FIRST, LAST, ROOT, name_of, reports

PACK = ROOT / "samples" / "pack"


def recorded_weeks(reader: Reader, where: Path) -> Weeks:
    """What a fresh record at `where` says after the reports were added, as `communique add` adds them.

    Of the pairs that the matcher then proposes, a person has joined those that are one happening.
    """
    store = Store.open(where, clock=lambda: datetime(2031, 3, 27, tzinfo=UTC))
    with store.writer() as writer:
        tally = take_in(reports(), reader=reader, writer=writer)
    if tally.failed or tally.skipped:
        first = [*tally.failed, *tally.skipped][0]
        raise ValueError(f"{len(tally.failed)} failed, {len(tally.skipped)} skipped; first: {first}")
    agreements = agreements_of(Knowledge.load(packs=[PACK]).packs)
    agreement = named(agreements, "brunnhal-memorandum")
    with store.view() as view:
        found = survey(view, agreements, agreement)
        undecided = _weeks(view, agreements, agreement, found.incidents)
    decisions = tuple(joins(undecided, found.proposed))
    with store.writer() as writer:
        for members in decisions:
            writer.decide(ABOUT, Act.JOIN, members, author="analyst", reason="one happening")
    with store.view() as view:
        made = register(view, agreements, agreement)
        return replace(_weeks(view, agreements, agreement, made), by_hand=len(decisions))


def _weeks(view: View, agreements: Sequence[Agreement], agreement: Agreement, incidents: tuple[Incident, ...]) -> Weeks:
    material = gather(view, agreements, agreement, incidents)
    return Weeks(
        readings={name_of(one.report.source, one.report.id): one for one in view.readings()},
        incidents=incidents,
        opinions=material.opinions,
        agreement=agreement,
        material=material,
        whole=situation_report(material, Period(FIRST, LAST, FIRST), made="a test"),
    )
