"""What a situation report is made from: everything in the record that bears on one agreement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from communique.domain.incident import Incident, Opinion
from communique.domain.reading import Reading
from communique.domain.report import Unread
from communique.knowledge.entries import first_day, last_day
from communique.record import View
from communique.record.periods import written
from communique.truce.agreements import Agreement
from communique.truce.citing import Citing
from communique.truce.commencing import Commencement, commencements
from communique.truce.held import unrejected
from communique.truce.naming import Naming, placed
from communique.truce.opinions import opinions
from communique.truce.sitrep.bearing import bears_on
from communique.truce.sitrep.notes import found_at


@dataclass(frozen=True, slots=True)
class Period:
    """The days a report is about, and the last day that the report before it knew of."""

    since: date
    until: date
    last_report: date

    def holds(self, start: str | None, end: str | None) -> bool:
        """Whether something of these days (partial ISO dates) lies in the period; False where no day is known."""
        if start is None and end is None:
            return False
        first, last = start or end or "", end or start or ""
        return first_day(first) <= self.until and last_day(last) >= self.since

    def new(self, published: str | None) -> bool:
        """Whether it appeared after the last report and not after the period; False where nothing says when."""
        return published is not None and self.last_report < first_day(published) and first_day(published) <= self.until

    def knew(self, published: str | None) -> bool:
        """Whether it had appeared by the last report; False where nothing says when."""
        return published is not None and first_day(published) <= self.last_report


@dataclass(frozen=True, slots=True)
class Material:
    """The agreement, the opinions on it or that may be on it, its incidents, and what was read and not read.

    `reports` are the reports of the record without their text; `datasets` are imported tables with their rows;
    `commencements` are the days of entry into force that reports give; `earlier` are the incidents as they stood at
    the last report, of the claims that had appeared by then.
    """

    agreement: Agreement
    opinions: tuple[Opinion, ...]
    incidents: tuple[Incident, ...]
    reports: tuple[Read, ...] = ()
    unread: tuple[Unread, ...] = ()
    datasets: tuple[tuple[str, int], ...] = ()
    commencements: tuple[Commencement, ...] = ()
    earlier: tuple[Incident, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """A report of the record: where it came from, when it appeared, and why it was skipped if it was.

    `claims` are how many truce and violation claims it has; `bears` tells whether it names the agreement, a zone of it
    or a party to it.
    """

    source: str
    outlet: str | None
    published: str | None
    claims: int
    skipped: str | None = None
    id: str = ""
    bears: bool = True


def gather(
    view: View,
    agreements: Sequence[Agreement],
    agreement: Agreement,
    incidents: Iterable[Incident],
    *,
    earlier: Iterable[Incident] = (),
) -> Material:
    """Everything in the record on the agreement; `incidents` are those of the register, `earlier` as they stood.

    What bears on another conflict of the record is left out.
    """
    judged = view.verdicts()
    reports: list[Read] = []
    opined: list[Opinion] = []
    began: list[Commencement] = []
    # Each reading is taken out of the file once: that is what takes the time.
    for reading in view.readings():
        reports.append(_read(reading, agreement))
        began += commencements(reading, agreements)
        if reading.findings.truce:
            opined += unrejected(opinions(reading, view.keys(reading.report), agreements), judged)
    bearing = {one.id for one in reports if one.bears}
    return Material(
        agreement=agreement,
        opinions=(*opined, *(placed(row, agreements) for row in view.tallies())),
        incidents=tuple(one for one in incidents if bears_on(one, agreement, bearing)),
        reports=tuple(reports),
        unread=view.unread(),
        earlier=tuple(earlier),
        commencements=tuple(began),
        datasets=tuple((one.name, one.incidents + one.tallies) for one in view.datasets()),
    )


def _read(reading: Reading, agreement: Agreement) -> Read:
    report, found = reading.report, reading.findings
    claims = len(found.truce) + len(found.violations)
    outlet = report.outlet or next(iter(Citing(reading).chain(None)), None)
    return Read(
        source=found_at(report.source, report.id),
        outlet=outlet,
        published=written(report.published) or None,
        claims=claims,
        skipped=report.skipped,
        id=report.id,
        bears=Naming(reading, (agreement,)).names(agreement),
    )
