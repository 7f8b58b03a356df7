from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.cli.show import show
from communique.record import Query, Store, Verdict

from .plain_reader import reading, report

READOUT = (
    "Varenian Foreign Ministry: Irena Sollos and Anselm Rook stressed the need to extend the Brunnhal Memorandum.\n"
)
WHISPER = "a diplomat said the round may fail.\n"
APPEAL = "Dara Velisk said the Highland Guard is holding\n"


@pytest.fixture(autouse=True)
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COMMUNIQUE_RECORD", raising=False)
    path = tmp_path / "communique.sqlite"
    with Store.open(path).writer() as writer:
        writer.keep(reading(report(READOUT + WHISPER)), "plain@1")
        writer.keep(reading(report(APPEAL, outlet=None, published=None, source="voice/2.txt")), "plain@1")
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(show, arguments)


EVERYTHING = """\
2031-03-14  VNA › Varenian Foreign Ministry › Irena Sollos and Anselm Rook
    stresses: the need to extend the Brunnhal Memorandum.
    wire/1.txt:65-108  [{0} proposed]

2031-03-14  VNA › unnamed: a diplomat
    asserts: the round may fail.
    wire/1.txt:125-144  [{1} proposed]

date unknown  Dara Velisk
    asserts: the Highland Guard is holding
    voice/2.txt:17-46  [{2} proposed]

"""


def test_every_statement_is_printed_with_its_chain_its_words_and_where_they_stand() -> None:
    result = run()
    keys = [json.loads(line)["finding"][:8] for line in run("--format", "jsonl").stdout.splitlines()]
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == EVERYTHING.format(*keys)
    assert (READOUT + WHISPER)[65:108] == "the need to extend the Brunnhal Memorandum."


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        (["--speaker", "sollos"], ["Memorandum"]),
        (["--chain", "VNA > Foreign Ministry"], ["Memorandum"]),
        (["--instrument", "Brunnhal"], ["Memorandum"]),
        (["--words", "rounds fail"], ["round"]),
        (["--from", "2031-03"], ["Memorandum", "round"]),
        (["--to", "2031"], ["Memorandum", "round"]),
        (["--from", "2031-03-15"], []),
        (["--from", "2031-3-14", "--to", "2031-03-14", "--speaker", "diplomat"], ["round"]),
    ],
)
def test_each_condition_is_an_option(options: list[str], shown: list[str]) -> None:
    out = run(*options).stdout
    assert [word for word in ("Memorandum", "round", "holding") if word in out] == shown


def test_what_a_limit_leaves_out_is_counted() -> None:
    result = run("--limit", "1")
    assert result.stdout.count("wire/1.txt") == 1
    assert result.stderr == "2 more meet the conditions and are left out by --limit 1.\n"


def test_what_dates_leave_out_because_nothing_dates_it_is_counted() -> None:
    assert "1 more are left out because nothing says when" in run("--from", "2031").stderr
    assert run("--from", "2031", "--speaker", "Sollos").stderr == ""


def test_nothing_found_is_said() -> None:
    result = run("--speaker", "Halvik")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "No statement" in result.stderr


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--from", "last week"], "Write 2031-03-14, 2031-03 or 2031"),
        (["--to", "2031-02-30"], "day is out of range"),
        (["--from", "2031-04", "--to", "2031-03"], "earlier date first"),
        (["--limit", "0"], "at least 1"),
        (["--chain", "VNA >"], "no letter or digit"),
        (["--record", "nowhere.sqlite"], "There is no record at nowhere.sqlite"),
    ],
)
def test_what_cannot_be_asked_is_told(options: list[str], reason: str) -> None:
    result = run(*options)
    assert result.exit_code == 1
    assert reason in result.stderr


def test_lines_of_json_hold_the_same_and_the_key_to_judge_it(record: Path) -> None:
    first = json.loads(run("--format", "jsonl", "--speaker", "Sollos").stdout)
    assert first["format"] == "communique-statement/1"
    assert first["report"]["source"] == "wire/1.txt"
    assert "text" not in first["report"]
    assert first["quotation"] == "the need to extend the Brunnhal Memorandum."
    assert first["chain"] == [["VNA"], ["Varenian Foreign Ministry"], ["Irena Sollos", "Anselm Rook"]]
    assert first["statement"]["content"] == {"spans": [[65, 108]]}
    assert first["verdict"] == "proposed"
    with Store.open(record).writer() as writer:
        writer.judge(first["finding"], Verdict.REJECTED, author="Mila", reason="of another round")
    assert first["judgement"] is None
    judged = json.loads(run("--format", "jsonl", "--speaker", "Sollos").stdout)
    assert judged["verdict"] == "rejected"
    assert judged["judgement"] | {"at": ""} == {"number": 1, "author": "Mila", "at": "", "reason": "of another round"}
    assert f"  [{first['finding'][:8]} rejected by Mila]" in run("--speaker", "Sollos").stdout


def test_a_quotation_in_pieces_shows_every_piece_and_all_its_spans(record: Path) -> None:
    text = "Dara Velisk said “we hold fire,” and then added “for now.”\n"
    whole = reading(report(text, source="voice/3.txt"))
    (statement,) = whole.findings.statements
    start, end = text.index("“we"), text.index(" and")
    last = text.index("“for")
    pieces = tuple(
        dataclasses.replace(statement.content[0], start=s, end=e) for s, e in ((start, end), (last, last + 10))
    )
    findings = dataclasses.replace(whole.findings, statements=(dataclasses.replace(statement, content=pieces),))
    with Store.open(record).writer() as writer:
        writer.keep(dataclasses.replace(whole, findings=findings), "plain@1")
    out = run("--words", "fire").stdout
    assert "“we hold fire,” […] “for now.”" in out
    assert f"voice/3.txt:{start}-{end},{last}-{last + 10}" in out


def test_a_report_cannot_give_orders_to_the_terminal(record: Path) -> None:
    with Store.open(record).writer() as writer:
        writer.keep(
            reading(report("Black Banner said \x1b]0;owned\x07 \x1b[2J \u202eok.\n", source="b\x1b[1m.txt")), "plain@1"
        )
    out = run("--speaker", "banner").stdout
    assert "owned" in out
    assert not {"\x1b", "\x07", "\u202e"} & set(out)


def test_all_of_a_large_record_is_printed(record: Path) -> None:
    with Store.open(record).writer() as writer:
        writer.keep(reading(report("".join(f"Samir Lask said count {n} was made.\n" for n in range(1500)))), "plain@1")
    result = run("--speaker", "Lask", "--format", "jsonl")
    assert len(result.stdout.splitlines()) == 1500
    with Store.open(record).view() as view:
        assert view.count(Query(speaker="Lask")) == 1500


def test_pages_of_the_record_say_where_each_statement_stands(record: Path, tmp_path: Path) -> None:
    first = json.loads(run("--format", "jsonl", "--speaker", "Sollos").stdout)["finding"]
    with Store.open(record).writer() as writer:
        writer.judge(first, Verdict.ACCEPTED, author="Mila")
    result = run("--format", "html", "--out", "pages")
    assert (result.exit_code, result.stdout) == (0, "pages/index.html\n")
    pages = sorted(path.name for path in (tmp_path / "pages").iterdir())
    assert [name.rpartition("-")[0] for name in pages] == ["1", "2", ""]
    assert "accepted by Mila" in (tmp_path / "pages" / pages[0]).read_text(encoding="utf-8")
    assert "accepted by Mila" not in (tmp_path / "pages" / pages[1]).read_text(encoding="utf-8")


def test_a_page_is_printed_for_the_report_that_holds_such_a_statement() -> None:
    result = run("--format", "html", "--speaker", "Velisk")
    assert result.exit_code == 0
    assert "voice/2.txt" in result.stdout
    assert "wire/1.txt" not in result.stdout


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--out", "pages"], "--out takes pages"),
        (["--format", "html"], "2 reports make 2 pages"),
        (["--format", "html", "--limit", "1"], "--limit counts statements"),
    ],
)
def test_pages_that_cannot_be_made_are_refused(options: list[str], reason: str) -> None:
    result = run(*options)
    assert result.exit_code == 2
    assert reason in result.stderr
