"""Imported rows in the record: once, in their last version, and nothing deleted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.cli import main
from communique.domain.incident import Citation, IncidentClaim, Opinion, Party, Range, Site, Tallied
from communique.errors import RecordError
from communique.record import ImportedRow, Landed, Store, Verdict
from communique.record.sqlite.migrate import APPLICATION, steps

TABLES = Path(__file__).parents[2] / "samples" / "tables"
HEADER = "event_id_cnty,event_date,event_type,sub_event_type,latitude,longitude,fatalities\n"


def row(number: int, **changes: object) -> IncidentClaim:
    cited = Citation("VOC", "march.csv", "Shells fell at Velm.", ("VOC", "Samir Lask"), row=number)
    claim = IncidentClaim(
        f"VOC:{number}",
        "fire/mortar",
        cited,
        "2031-03-14",
        "2031-03-15",
        Site("Velm", -48.69, -30.19, 1.0),
        accused=(Party("Varenian army", "varenian-army"),),
        killed=Range(0, None, "0"),
    )
    return replace(claim, **changes)  # type: ignore[arg-type]


def tally(number: int) -> Opinion:
    counted = Tallied(
        15, 15, "15", "violation", start="2031-03-13", end="2031-03-14", parts=(("Karsk", Range(9, 9, "9")),)
    )
    return Opinion(
        f"VOC:{number}", "unclear", Citation("VOC", "tally.csv", "15", ("VOC",)), "2031-03-14", tally=counted
    )


def keep(store: Store, *rows: ImportedRow) -> Landed:
    with store.writer() as writer:
        return writer.keep_rows("VOC", rows)


def stored(store: Store) -> list[IncidentClaim]:
    with store.view() as view:
        return list(view.rows())


def test_a_row_comes_back_as_it_was_kept(store: Store) -> None:
    kept = [row(7), row(8, killed=None, site=None, start=None, end=None, either=True)]
    assert keep(store, *kept) == Landed(new=2)
    assert stored(store) == kept


def test_the_same_row_in_another_file_is_the_same_row(store: Store) -> None:
    keep(store, row(7))
    again = replace(row(7), cited=replace(row(7).cited, source="april.csv", row=99))
    assert keep(store, again) == Landed(there=1)
    assert stored(store) == [row(7)]


def test_a_row_with_other_content_supersedes_and_deletes_nothing(store: Store) -> None:
    changed = row(7, killed=Range(2, 2, "2"))
    keep(store, row(7), row(8))
    assert keep(store, changed, row(8)) == Landed(changed=1, there=1)
    assert stored(store) == [row(8), changed]
    with store.view() as view:
        assert view.versions("VOC:7") == (row(7), changed)
        assert view.versions("VOC:9") == ()


def test_a_row_that_goes_back_to_what_it_was_is_a_third_version(store: Store) -> None:
    for version in (row(7), row(7, type="fire/tank"), row(7)):
        keep(store, version)
    assert stored(store) == [row(7)]
    with store.view() as view:
        assert len(view.versions("VOC:7")) == 3


def test_tallies_are_kept_apart_from_incidents(store: Store) -> None:
    keep(store, row(7), tally(1))
    with store.view() as view:
        assert list(view.rows()) == [row(7)]
        assert list(view.tallies()) == [tally(1)]
        assert [(d.name, d.incidents, d.tallies) for d in view.datasets()] == [("VOC", 1, 1)]


def test_a_row_that_a_person_rejects_is_no_longer_given_until_it_is_accepted(store: Store) -> None:
    keep(store, row(7), row(8))
    for verdict, left in ((Verdict.REJECTED, [row(8)]), (Verdict.ACCEPTED, [row(7), row(8)])):
        with store.writer() as writer:
            writer.judge("VOC:7", verdict, author="Mila", reason="the place is another Velm")
        assert stored(store) == left
        with store.view() as view:
            assert view.versions("VOC:7") == (row(7),)


PERIODS = [
    (date(2031, 3, 15), None, [7, 9]),
    (None, date(2031, 3, 14), [7, 9]),
    (date(2031, 3, 16), None, [8, 9]),
    (None, date(2031, 3, 13), [9]),
    (date(2031, 3, 10), date(2031, 3, 20), [7, 9]),
]


@pytest.mark.parametrize(("since", "until", "numbers"), PERIODS)
def test_a_period_asks_for_what_may_have_happened_in_it(
    store: Store, since: date | None, until: date | None, numbers: list[int]
) -> None:
    keep(store, row(7), row(8, start="2031-03-21", end="2031-03-21"), row(9, start=None, end=None))
    with store.view() as view:
        found = [one.key for one in view.rows(since=since, until=until)]
    expected = [f"VOC:{n}" for n in numbers]
    assert found == (expected if (since, until) != (date(2031, 3, 15), None) else ["VOC:7", "VOC:8", "VOC:9"])


def test_a_batch_with_a_row_that_cannot_be_kept_keeps_none_of_it(store: Store) -> None:
    keep(store, row(6))
    with pytest.raises(RecordError, match="no text"):
        keep(store, row(7), row(8, weapon="\ud800"))
    assert stored(store) == [row(6)]


def test_a_record_from_before_there_were_imports_takes_them_and_keeps_what_it_has(tmp_path: Path) -> None:
    path = tmp_path / "record.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        (first, script), *_ = steps()
        connection.executescript(f"{script} PRAGMA user_version = {first}; PRAGMA application_id = {APPLICATION};")
        connection.execute(
            "INSERT INTO unread (name, source, error, added) VALUES ('7', 'wire/7.pdf', 'it is empty', '')"
        )
        connection.commit()
    store = Store.open(path)
    assert keep(store, row(7)) == Landed(new=1)
    with store.view() as view:
        assert [one.source for one in view.unread()] == ["wire/7.pdf"] and list(view.rows()) == [row(7)]


def run(*arguments: str | Path, record: Path, text: str = "") -> Result:
    return CliRunner().invoke(main, ["import", "--record", str(record), *map(str, arguments)], input=text)


def test_good_rows_land_once_and_bad_ones_are_told_with_their_numbers(tmp_path: Path) -> None:
    table, record = tmp_path / "march.csv", tmp_path / "record.sqlite"
    good = [f"XVA{n},2031-03-14,Battles,Armed clash,-48.6,-30.2,1\n" for n in range(3)]
    bad = "XVA9,2031-03-14,Battles,Armed clash,95.2,-30.2,1\n"
    table.write_text(HEADER + good[0] + bad + good[1] + good[2])
    first, second = run(table, record=record), run(table, record=record)
    assert (first.exit_code, second.exit_code) == (1, 1)
    assert "march.csv, row 3: latitude 95.2 lies outside -90..90; the row was left out" in first.stderr
    assert "read as acled: 3 new, 0 already there; 1 left out." in first.stdout
    assert "read as acled: 0 new, 3 already there; 1 left out." in second.stdout
    table.write_text(HEADER + good[0].replace(",1\n", ",2\n") + good[1])
    third = run(table, record=record)
    assert third.exit_code == 0 and "0 new, 1 changed, 1 already there; 0 left out." in third.stdout
    assert len(stored(Store.open(record))) == 3


def test_a_table_of_nothing_but_bad_rows_does_not_flood_the_terminal(tmp_path: Path) -> None:
    rows = "".join(f"XVA{n},no date,Battles,Armed clash,-48.6,-30.2,1\n" for n in range(50))
    found = run("-", record=tmp_path / "record.sqlite", text=HEADER + rows)
    assert found.exit_code == 1
    assert len(found.stderr.splitlines()) == 21
    assert "stdin: 30 more rows were left out" in found.stderr.replace("-: ", "stdin: ")


def test_a_file_that_is_no_table_keeps_the_others_out_of_nothing(tmp_path: Path) -> None:
    record, sheet = tmp_path / "record.sqlite", tmp_path / "sheet.csv"
    sheet.write_bytes(b"PK\x03\x04 a spreadsheet")
    found = run(sheet, tmp_path, tmp_path / "nowhere.csv", TABLES / "acled-shaped.csv", record=record)
    assert found.exit_code == 1
    told = found.stderr.splitlines()
    assert [line.startswith("error: ") for line in told] == [True] * 3
    assert "save the table as CSV" in told[0] and "is a folder" in told[1] and "does not exist" in told[2]
    assert len(stored(Store.open(record))) == 5


@pytest.mark.parametrize("text", ["a,b\n1,2\n", HEADER, HEADER + "XVA9,no date,Battles,Armed clash,-48.6,-30.2,1\n"])
def test_a_first_import_that_comes_to_nothing_leaves_no_record(tmp_path: Path, text: str) -> None:
    found = run("-", record=tmp_path / "record.sqlite", text=text)
    assert f"Nothing was imported; no record was made at {tmp_path / 'record.sqlite'}." in found.stdout
    assert list(tmp_path.iterdir()) == []
    assert run(TABLES / "acled-shaped.csv", record=tmp_path / "record.sqlite").exit_code == 0
    run("-", record=tmp_path / "record.sqlite", text=text)
    assert len(stored(Store.open(tmp_path / "record.sqlite"))) == 5


def test_a_table_may_be_told_whose_it_is(tmp_path: Path) -> None:
    record = tmp_path / "record.sqlite"
    assert run("--dataset", "JMM", TABLES / "monitors-osce-style.csv", record=record).exit_code == 0
    found = stored(Store.open(record))
    assert {one.key.split(":")[0] for one in found} == {"JMM"} and found[0].cited.chain == ("JMM",)
    refused = run("--dataset", "a:b", TABLES / "monitors-osce-style.csv", record=record)
    assert refused.exit_code == 1 and "without a colon" in refused.stderr


def test_a_table_of_tallies_is_known_by_its_columns_and_kept_as_tallies(tmp_path: Path) -> None:
    record = tmp_path / "record.sqlite"
    for expected in ("4 new, 0 already there", "0 new, 4 already there"):
        found = run(TABLES / "two-sided-tally.csv", record=record)
        assert found.exit_code == 0 and f"read as tally: {expected}" in found.stdout, found.output
    with Store.open(record).view() as view:
        told = [(one.cited.origin, one.as_of, one.tally.low) for one in view.tallies() if one.tally]
        assert list(view.rows()) == []
    assert ("Selmarkan part of the Joint Commission", "2031-03-14", 15) in told and len(told) == 4


def test_the_commands_on_the_page_work(tmp_path: Path) -> None:
    record = tmp_path / "record.sqlite"
    found = run(*(TABLES / f for f in ("acled-shaped.csv", "ucdp-ged-shaped.csv")), record=record)
    assert found.exit_code == 0, found.output
    found = run("--as", TABLES / "observatory.toml", TABLES / "observatory.csv", record=record)
    assert found.exit_code == 0, found.output
    assert len(stored(Store.open(record))) == 11
