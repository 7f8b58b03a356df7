"""Entry into force: the day a report gives, held against what the agreement's own voices say."""

from __future__ import annotations

from typing import Any

import pytest

from communique.domain.agreement import Instrument
from communique.domain.provenance import Provenance
from communique.domain.reading import Findings, Reading
from communique.domain.report import Report
from communique.domain.span import Span
from communique.domain.when import DateMention
from communique.truce.commencing import against_text, commencements

from .words import agreements, memorandum

HAND = Provenance("hand@1")
NAMES = {
    "Brunnhal Memorandum": "brunnhal-memorandum",
    "resolution 3107": "resolution-3107",
    "memorandum": "brunnhal-memorandum",
}
DAYS = {
    "12 March": "2031-03-12",
    "13 March": "2031-03-13",
    "14 March": "2031-03-14",
    "March 2031": "2031-03",
    "Friday": None,
}


def read(text: str) -> Reading:
    """A report in which the names and days above are found where they stand."""
    instruments, dates = [], []
    for name, key in NAMES.items():
        if name in text and not any(name in other.name for other in instruments):
            at = text.index(name)
            instruments.append(Instrument(f"i{at}", "memorandum", name, (Span(at, at + len(name)),), HAND, known=key))
    for day, iso in DAYS.items():
        if day in text:
            at = text.index(day)
            precision = "unknown" if iso is None else "day" if len(iso) == 10 else "month"
            dates.append(DateMention(f"d{at}", Span(at, at + len(day)), day, precision, HAND, iso))
    report = Report("r1", "r1.txt", "0" * 64, text, outlet="Karsk Courier")
    return Reading(report, Findings(instruments=tuple(instruments), dates=tuple(dates)))


def told(text: str) -> list[tuple[str, str]]:
    return [(one.agreement, one.day) for one in commencements(read(text), agreements())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Brunnhal Memorandum entered into force on 14 March.", "2031-03-14"),
        ("The memorandum, which came into effect at midnight on 13 March, lasts three months.", "2031-03-13"),
        ("On 14 March the Brunnhal Memorandum took effect.", "2031-03-14"),
        ("The memorandum has been in force since 12 March.", "2031-03-12"),
        ("The truce took effect on 14 March. It is part of the Brunnhal Memorandum.", "2031-03-14"),
        ("The Brunnhal Memorandum entered into force on Friday.", None),
        ("The Brunnhal Memorandum entered into force in March 2031.", None),
        ("The truce took effect on 14 March.", None),
        ("The Brunnhal Memorandum stands. Sanctions under resolution 3107 took effect on 14 March.", None),
        ("The Brunnhal Memorandum entered into force. Two men were hurt on 14 March.", None),
        ("On 14 March two men were hurt; the Brunnhal Memorandum is in force.", None),
    ],
)
def test_a_day_of_entry_into_force_is_read_where_the_words_give_one(text: str, expected: str | None) -> None:
    assert told(text) == ([("brunnhal-memorandum", expected)] if expected else [])


@pytest.mark.parametrize(("day", "contradicts"), [("12 March", False), ("13 March", False), ("14 March", True)])
def test_a_day_that_no_voice_of_the_agreement_gives_contradicts_its_text(day: str, contradicts: bool) -> None:
    said = commencements(read(f"The Brunnhal Memorandum entered into force on {day}."), agreements())
    found = against_text(said, memorandum())
    assert bool(found) is contradicts
    for contradiction, cited in found:
        assert contradiction.kind == "report v. treaty text"
        assert "2031-03-13 according to Selmark and Ardania" in contradiction.says
        assert cited.quotation == f"entered into force on {day}"


def test_a_long_line_without_a_full_stop_costs_no_time() -> None:
    text: Any = "in force " * 2_000 + "The Brunnhal Memorandum is in force since 13 March"
    assert len(told(text)) <= 1
