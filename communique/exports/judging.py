"""Findings and judgements as lines for people who judge."""

from __future__ import annotations

from collections.abc import Iterator

from communique.domain.reading import Reading
from communique.exports.incidents.listing import one_line, short
from communique.exports.listing import Entry, entries
from communique.exports.wording import stands
from communique.record import Found, Judgement, Verdict
from communique.record.keys import WIDTH
from communique.record.periods import written

INDENT = "    "
NOUNS = {
    "statements": "statement",
    "actors": "actor",
    "truce": "truce claim",
    "violations": "violation",
    "unsaid": "not said",
    "events": "event",
    "instruments": "instrument",
    "processes": "process",
    "places": "place",
    "dates": "date",
    "mentions": "mention",
}


class Entries:
    """The entries of findings; those of one list of one reading are made once."""

    def __init__(self) -> None:
        self._reading: Reading | None = None
        self._made: dict[str, list[Entry]] = {}

    def of(self, found: Found) -> Entry:
        """The finding as an entry of the record, without its running number."""
        if found.kind == "mentions":
            return Entry(())
        if found.reading is not self._reading:
            self._reading, self._made = found.reading, {}
        if found.kind not in self._made:
            self._made[found.kind] = entries(found.reading, found.kind)
        entry = self._made[found.kind][found.place]
        return Entry(entry.head, entry.details)


def as_lines(found: Found, entry: Entry, width: int = WIDTH) -> Iterator[str]:
    """The finding in a few lines: its key, what it is and where it stands, then what it says and from which words."""
    yield f"{short(found.key, width)}  {titled(found)}"
    yield f"{INDENT}{one_line(''.join(words for words, _ in entry.head))}"
    yield from (f"{INDENT}{one_line(detail)}" for detail in entry.details)


def titled(found: Found) -> str:
    """What the finding is and where it stands: "statement 6, rejected by Mila"."""
    number = f" {found.place + 1}" if found.kind == "statements" else ""  # other findings name it by its number
    return f"{NOUNS[found.kind]}{number}, {one_line(stands(found.judgement))}"


def report_line(reading: Reading) -> str:
    """The report on one line: its source, its outlet, when it appeared."""
    report = reading.report
    return one_line(
        " · ".join(filter(None, (report.source, report.outlet, written(report.published) or "date unknown")))
    )


def told(made: Judgement) -> str:
    """A judgement as an entry of the history: when, who, what, why and its number."""
    why = f": {made.reason}" if made.reason else ""
    return one_line(f"{made.at:%Y-%m-%d %H:%M} {made.author} {_deed(made)}{why} (judgement {made.number})")


def _deed(made: Judgement) -> str:
    if made.undoes is not None:
        return f"took judgement {made.undoes} back"
    key = short(made.finding)
    return f"made {key} a proposal again" if made.verdict is Verdict.PROPOSED else f"{made.verdict.value} {key}"
