"""Tables of tallies: what each side counted, and what is said of a row that is no good."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.domain.incident import Opinion, Party, Range
from communique.errors import UnreadableSource
from communique.ingest.incidents import RowFault
from communique.ingest.tallies import TallyTable, is_tally

TABLES = Path(__file__).parents[2] / "samples" / "tables"
HEADER = "from,day,side,area,count,unit,accused,cumulative\n"


def read(rows: str) -> list[Opinion | RowFault]:
    return list(TallyTable("tally.csv", (HEADER + rows).encode(), "JMM").rows())


def test_two_sides_of_one_day_are_two_tallies_with_their_parts() -> None:
    data = (TABLES / "two-sided-tally.csv").read_bytes()
    found = [one for one in TallyTable("two-sided-tally.csv", data).rows() if isinstance(one, Opinion)]
    told = [(one.cited.origin[:5], one.as_of, one.tally.low, one.tally.parts) for one in found if one.tally]
    areas = ("Northern Karsk", "Tessel valley", "Port Adel", "Lower Morrad")
    parts = tuple((area, Range(n, n, str(n))) for area, n in zip(areas, (9, 3, 2, 1), strict=True))
    assert told == [
        ("Selma", "2031-03-14", 15, parts),
        ("Ardan", "2031-03-14", 11, (("Northern Karsk", Range(7, 7, "7")),)),
        ("Selma", "2031-03-15", 18, ()),
        ("Ardan", "2031-03-15", 15, ()),
    ]
    first = found[0]
    assert (first.agreement, first.polarity, first.cited.row) == ("brunnhal-memorandum", "asserted", 2)
    assert first.tally is not None and first.tally.accused == (Party("KHC"),)
    assert first.cited.chain == ("Tallies", "Selmarkan part of the Joint Commission")


KINDS = [
    (",2031-03-14,KHC,,4,explosion,,\n,2031-03-14,KHC,,2,projectile,,\n", ["explosion", "projectile"]),
    (",2031-03-14,KHC,,4,,XV,\n,2031-03-14,KHC,,2,,XS,\n", ["violation", "violation"]),
    (",2031-03-14,KHC,,4,,,\n,2031-03-15,KHC,,2,,,\n", ["violation", "violation"]),
    (",2031-03-14,KHC,Karsk,4,,,\n,2031-03-14,KHC,total,6,,,\n", ["violation"]),
]


@pytest.mark.parametrize(("rows", "units"), KINDS)
def test_counts_of_different_things_are_never_one_tally(rows: str, units: list[str]) -> None:
    assert [one.tally.unit for one in read(rows) if isinstance(one, Opinion) and one.tally] == units


def test_a_period_and_a_running_total_are_kept_as_such() -> None:
    (found,) = read("2031-03-14,2031-03-16,Selmark,,11,,,yes\n")
    assert isinstance(found, Opinion) and found.tally is not None
    tally = found.tally
    assert (tally.start, tally.end, found.as_of, tally.cumulative) == ("2031-03-14", "2031-03-16", "2031-03-16", True)


FAULTS = [
    (",,KHC,,4,,,\n", "row 2: it has no day"),
    (",2031-03-14,,,4,,,\n", "it names no side"),
    (",2031-03-14,KHC,,many,,,\n", 'count "many" is no count'),
    ("2031-03-15,2031-03-14,KHC,,4,,,\n", "it begins on 2031-03-15, after it ends on 2031-03-14"),
    (",2031-03-14,KHC,,4,cheese,,\n", 'unit "cheese" is unknown'),
    (",2031-03-14,KHC,Karsk\n", "it has 4 cells where the header has 8"),
]


@pytest.mark.parametrize(("row", "message"), FAULTS)
def test_a_row_that_is_no_good_is_told(row: str, message: str) -> None:
    (found,) = [one for one in read(row) if isinstance(one, RowFault)]
    assert message in str(found)


def test_a_second_count_for_the_same_area_and_days_is_told_and_the_first_stands() -> None:
    fault, found = read(",2031-03-14,KHC,,4,,,\n,2031-03-14,KHC,total,5,,,\n")
    assert isinstance(fault, RowFault) and "row 3: " in str(fault) and "give it once" in str(fault)
    assert isinstance(found, Opinion) and found.tally is not None and found.tally.low == 4


def test_a_tally_is_known_by_its_columns() -> None:
    assert is_tally(["Day", "Side", "Area", "Count"])
    assert not is_tally(["day", "count"])
    with pytest.raises(UnreadableSource, match="lacks a column for side"):
        TallyTable("table.csv", b"day,count\n2031-03-14,4\n")
