"""Cells of tables: nothing that somebody wrote in a report runs in a spreadsheet or hides in it."""

from __future__ import annotations

import pytest

from communique.exports.cells import cell


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'=1+1"),
        ("\u200e=1+1", "'=1+1"),
        ("\uff1d1+1", "'\uff1d1+1"),
        ("two\r\nlines\x1b[31m", "two lines[31m"),
        ("a \u202eb", "a b"),
        (-48.44, -48.44),
        (0, 0),
        (None, ""),
    ],
)
def test_a_cell_is_one_line_that_no_spreadsheet_runs(written: str | float | None, expected: str | float) -> None:
    assert cell(written) == expected
