from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import communique.flow
from communique.cli.add import add
from communique.record import Query, Store

from .plain_reader import PlainReader

BRIEFING = "Irena Sollos said the Ondava crossing stays open to all convoys from the north.\n"
DENIAL = "Dara Velisk denied that the Highland Guard had fired on the market in Velm.\n"


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> PlainReader:
    fake = PlainReader()
    monkeypatch.setattr(communique.flow, "reader", lambda settings=None: fake)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMMUNIQUE_RECORD", raising=False)
    (tmp_path / "wire").mkdir()
    (tmp_path / "wire" / "a.txt").write_text(BRIEFING)
    (tmp_path / "wire" / "b.txt").write_text(DENIAL)
    return fake


def run(*arguments: str, **options: str) -> Result:
    return CliRunner().invoke(add, arguments, **options)  # type: ignore[arg-type]


def count(record: str = "communique.sqlite") -> int:
    with Store.open(record).view() as view:
        return view.count(Query())


def test_a_folder_is_kept_and_the_summary_says_so(reader: PlainReader) -> None:
    result = run("wire")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "2 read, 0 already there; 0 skipped, 0 could not be read. Record: communique.sqlite\n"
    assert count() == 2


def test_what_is_in_is_not_read_again(reader: PlainReader) -> None:
    run("wire/a.txt")
    result = run("wire")
    assert "1 read, 1 already there" in result.stdout
    assert len(reader.read_so_far) == 2


def test_a_copy_at_another_source_is_told_and_not_read(reader: PlainReader) -> None:
    Path("copy.txt").write_text(BRIEFING)
    assert "2 read, 0 already there, 1 found at another source;" in run("wire", "copy.txt").stdout
    assert len(reader.read_so_far) == 2


def test_a_newer_reader_reads_the_record_again(reader: PlainReader) -> None:
    run("wire")
    reader.version = "plain@2"
    assert "0 read, 2 read again by another reader version, 0 already there" in run("wire").stdout


def test_what_cannot_be_read_is_named_kept_and_makes_the_exit_status_1(reader: PlainReader) -> None:
    Path("wire/aa.txt").write_text("UNREADABLE by our reader, though it is text enough for anybody else.\n")
    result = run("wire", "nowhere.txt")
    assert result.exit_code == 1
    assert "2 read, 0 already there; 0 skipped, 2 could not be read" in result.stdout
    first, second = result.stderr.splitlines()
    assert first.startswith("error: wire/aa.txt: The reader failed (ValueError: no such grammar)")
    assert second.startswith("error: nowhere.txt: ")
    with Store.open("communique.sqlite").view() as view:
        assert [u.source for u in view.unread()] == ["wire/aa.txt", "nowhere.txt"]
    assert count() == 2


def test_the_record_in_the_folder_that_is_read_is_no_report(reader: PlainReader) -> None:
    for _ in range(2):
        result = run("wire", "--record", "wire/record.sqlite")
        assert (result.exit_code, result.stderr) == (0, "")
    assert count("wire/record.sqlite") == 2


def test_the_environment_names_the_record_and_the_option_goes_first(
    reader: PlainReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_RECORD", "mine.sqlite")
    run("wire/a.txt")
    run("wire/a.txt", "wire/b.txt", "--record", "other.sqlite")
    assert (count("mine.sqlite"), count("other.sqlite")) == (1, 2)


def test_standard_input_is_added(reader: PlainReader) -> None:
    assert "1 read" in run("-", input=BRIEFING).stdout
    assert count() == 1


def test_a_record_that_cannot_be_used_is_told_before_anything_is_read(reader: PlainReader) -> None:
    result = run("wire", "--record", "wire/a.txt")
    assert result.exit_code == 1
    assert "not an SQLite file" in result.stderr
    assert reader.read_so_far == []
    assert Path("wire/a.txt").read_text() == BRIEFING


def test_a_file_name_cannot_give_orders_to_the_terminal(reader: PlainReader) -> None:
    Path("wire/\x1b[2Jgone.txt").write_text("")
    result = run("wire")
    assert "gone.txt" in result.stderr
    assert "\x1b" not in result.stderr
