from __future__ import annotations

from datetime import date

import pytest

from communique.domain.report import Precision, Published
from communique.errors import SettingsError
from communique.record.periods import Period, of_publication, period, written


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2031-03-14", "2031-03-14", "2031-03-14"),
        (" 2031-3-4 ", "2031-03-04", "2031-03-04"),
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031", "2031-01-01", "2031-12-31"),
    ],
)
def test_a_partial_date_stands_for_all_its_days(text: str, first: str, last: str) -> None:
    assert period(text) == Period(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text", ["", "14 March", "2031-13", "2031-02-30", "0000", "2031-", "20310314", "2031-03-14T10:00"]
)
def test_what_is_no_date_is_told_how_to_write_one(text: str) -> None:
    with pytest.raises(SettingsError, match="Write 2031-03-14, 2031-03 or 2031"):
        period(text)


@pytest.mark.parametrize(
    ("precision", "shown", "days"),
    [
        ("day", "2031-03-14", Period(date(2031, 3, 14), date(2031, 3, 14))),
        ("month", "2031-03", Period(date(2031, 3, 1), date(2031, 3, 31))),
        ("year", "2031", Period(date(2031, 1, 1), date(2031, 12, 31))),
        ("unknown", "", None),
    ],
)
def test_no_more_of_a_publication_date_is_used_than_is_known(
    precision: Precision, shown: str, days: Period | None
) -> None:
    published = Published(date(2031, 3, 14), precision, "metadata")
    assert (written(published), of_publication(published)) == (shown, days)
