"""`communique judge`: what waits, what people say of it, and that nothing they said is lost."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.cli import main
from communique.domain.incident import Citation, IncidentClaim
from communique.record import Store
from communique.settings import RECORD

from .plain_reader import reading, report

READOUT = "Foreign Ministry: Irena Sollos stressed the need to extend the Brunnhal Memorandum.\na diplomat said no.\n"
APPEAL = "Dara Velisk denied any shelling of Velm.\n"
ROW = IncidentClaim("VOC:7", "fire/mortar", Citation("VOC", "march.csv", "Shells fell.", ("VOC",), row=3), "2031-03-14")


@pytest.fixture(autouse=True)
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "record.sqlite"
    with Store.open(path).writer() as writer:
        writer.keep(reading(report(READOUT, source="wire/sollos.txt")), "plain@1")
        writer.keep(reading(report(APPEAL, source="voice/velisk.txt", published=None)), "plain@1")
        writer.keep_rows("VOC", [ROW])
    monkeypatch.setenv(RECORD, str(path))
    monkeypatch.delenv("COMMUNIQUE_SETTINGS", raising=False)
    return path


def run(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(main, ["judge", *arguments], input=typed)


def keys() -> dict[str, str]:
    """The statements' keys by the first word of their content."""
    lines = CliRunner().invoke(main, ["show", "--format", "jsonl"]).stdout.splitlines()
    return {(one := json.loads(line))["quotation"].split()[0]: one["finding"] for line in lines}


def states() -> list[str]:
    """Where each statement stands, in the order of the list."""
    return re.findall(r"statement \d+, (.*)", run().stdout)


def test_findings_are_listed_report_by_report_with_their_keys_and_how_many_wait() -> None:
    result = run()
    need, no, any_ = (keys()[word][:8] for word in ("the", "no.", "any"))
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "wire/sollos.txt · VNA · 2031-03-14",
        f"  {need}  statement 1, proposed",
        "      VNA › Foreign Ministry › Irena Sollos",
        "      stresses “stressed” · indirect · confidence 0.50",
        "      «the need to extend the Brunnhal Memorandum.»",
        f"  {no}  statement 2, proposed",
        "      VNA › “a diplomat”",
        "      unnamed source · asserts “said” · indirect · confidence 0.50",
        "      «no.»",
        "voice/velisk.txt · VNA · date unknown",
        f"  {any_}  statement 1, proposed",
        "      VNA › Dara Velisk",
        "      denies “denied” · indirect · confidence 0.50",
        "      «any shelling of Velm.»",
    ]
    assert result.stderr == "3 findings, 3 of them waiting for a judgement.\n"


def test_what_is_listed_can_be_chosen() -> None:
    run("accept", keys()["the"], "--by", "Mila")
    assert states() == ["accepted by Mila", "proposed", "proposed"]
    assert run("--judged").stdout.count("statement") == 1
    assert run("--pending").stdout.count("statement") == 2
    assert run("--report", "velisk").stdout.count("statement") == 1
    assert run("--report", "voice/velisk.txt").stdout.count("statement") == 1
    actors = run("--kind", "actors", "--kind", "instruments")
    assert re.findall(r"  (\w+), proposed\n +(.*)", actors.stdout) == [
        ("actor", "Irena Sollos · person"),
        ("instrument", "Brunnhal Memorandum · text"),
        ("actor", "Dara Velisk · person"),
    ]


def test_accepting_and_rejecting_tell_what_was_taken_down_and_the_way_back() -> None:
    key, other = keys()["the"], keys()["any"]
    result = run("accept", key[:8], "--by", "Mila K", "--reason", "heard it myself")
    assert result.exit_code == 0
    first, second, third = result.stdout.splitlines()
    assert first.endswith(f" Mila K accepted {key[:8]}: heard it myself (judgement 1)")
    assert second.strip() == (
        f"{key[:8]}  statement 1, accepted by Mila K: VNA › Foreign Ministry › Irena Sollos "
        "«the need to extend the Brunnhal Memorandum.»"
    )
    assert third == "    To take it back: communique judge undo 1 --by 'Mila K'"
    assert run("reject", key[:6], other[:6], "--by", "Joren").stdout.splitlines()[-1].endswith("undo 2 3 --by Joren")
    assert states() == ["rejected by Joren", "proposed", "rejected by Joren"]
    assert run("undo", "2", "3", "--by", "Mila K", "--reason", "a slip").exit_code == 0
    assert states() == ["accepted by Mila K", "proposed", "proposed"]


def test_the_history_of_a_finding_keeps_every_word_of_everybody() -> None:
    key = keys()["any"]
    run("accept", key, "--by", "Mila")
    run("reject", key, "--by", "Joren", "--reason", "she spoke of Karsk")
    run("undo", "2", "--by", "Ruta")
    shown = run("show", key[:8])
    assert shown.stdout.startswith(f"voice/velisk.txt · VNA · date unknown\n\n{key}  statement 1, accepted by Mila\n")
    assert "    {Dara Velisk} /denied/ [any shelling of Velm.]" in shown.stdout
    history = shown.stdout.partition("  History:\n")[2].splitlines()
    assert [line.split(maxsplit=2)[2] for line in history] == [
        f"Mila accepted {key[:8]} (judgement 1)",
        f"Joren rejected {key[:8]}: she spoke of Karsk (judgement 2)",
        "Ruta took judgement 2 back (judgement 3)",
    ]


def test_the_same_judgement_twice_is_taken_down_once() -> None:
    key = keys()["the"]
    run("accept", key, "--by", "Mila", "--reason", "heard it")
    assert run("accept", key, "--by", "Mila").stdout.startswith("Nothing to do: ")
    run("accept", key, "--by", "Joren")
    run("accept", key, "--by", "Joren", "--reason", "I did too")
    assert run("show", key).stdout.count("(judgement ") == 3


def test_a_judgement_of_what_a_newer_reader_no_longer_finds_is_kept_and_can_be_taken_back(record: Path) -> None:
    key = keys()["any"]
    run("reject", key, "--by", "Mila")
    with Store.open(record).writer() as writer:
        again = reading(report(APPEAL, source="voice/velisk.txt", published=None), "plain@2")
        said = replace(again.findings.statements[0], stance="asserts")
        writer.keep(replace(again, findings=replace(again.findings, statements=(said,))), "plain@2")
    assert states() == ["proposed", "proposed", "proposed"]
    assert f"{key[:8]}  of an older reading" in run("undo", "1", "--by", "Mila").stdout


def test_a_row_of_a_table_is_judged_by_its_whole_key(record: Path) -> None:
    result = run("reject", "VOC:7", "--by", "Mila")
    assert "VOC:7  row of a table  march.csv, row 3  “Shells fell.”" in result.stdout
    with Store.open(record).view() as view:
        assert list(view.rows()) == []
    assert "march.csv, row 3" in run("show", "VOC:7").stdout


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("accept", "{typo}", "--by", "Mila"), "There is no finding '{typo}'. Did you mean {key}"),
        (("accept", "zzzzzz", "--by", "Mila"), "`communique judge` lists the findings with their keys"),
        (("accept", "ab", "--by", "Mila"), "The key 'ab' is too short: give at least 4 characters"),
        (("accept", "", "--by", "Mila"), "The key '' is too short"),
        (("accept", "{key}", "--by", "  "), "A judgement needs an author"),
        (("undo", "7", "--by", "Mila"), "There is no judgement 7: none has been made yet."),
        (
            ("--report", "sollo"),
            "The record holds no report 'sollo': give the id or the source of one. Did you mean sollos?",
        ),
        (("--record", "nowhere.sqlite"), "There is no record at nowhere.sqlite"),
        (("undo", "1", "--by", "Mila", "--record", "nowhere.sqlite"), "There is no record at nowhere.sqlite"),
        (("walk", "--by", "Mila"), "The walk asks its questions at a terminal, and standard input is none."),
    ],
)
def test_what_cannot_be_done_is_said_with_what_is_allowed(arguments: tuple[str, ...], reason: str) -> None:
    key = keys()["the"][:8]
    names = {"key": key, "typo": key[:5] + ("0" if key[5] != "0" else "1") + key[6:]}
    result = run(*(one.format(**names) for one in arguments))
    assert result.exit_code == 1
    assert reason.format(**names) in result.stderr
    assert not Path("nowhere.sqlite").exists()


def test_a_slip_in_one_key_leaves_all_findings_as_they_were() -> None:
    assert run("accept", keys()["the"], "zzzzzz", "--by", "Mila").exit_code == 1
    assert states() == ["proposed", "proposed", "proposed"]


def test_a_beginning_that_several_keys_have_is_refused_with_those_keys(record: Path) -> None:
    with Store.open(record).writer() as writer:
        writer.keep_rows("VOC", [ROW.__class__(f"VOC:1{n}", "fire/mortar", ROW.cited) for n in range(8)])
    result = run("reject", "VOC:1", "--by", "Mila")
    assert "8 findings begin with 'VOC:1': VOC:10, VOC:11, VOC:12, VOC:13, VOC:14, VOC:15 …" in result.stderr
    with Store.open(record).writer() as writer:
        writer.keep_rows("VOC", [ROW.__class__("VOC:1", "fire/mortar", ROW.cited)])
    assert "Mila rejected VOC:1 " in run("reject", "VOC:1", "--by", "Mila").stdout


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if somebody sat at the terminal."""
    monkeypatch.setattr("communique.cli.judge.walking.at_a_terminal", lambda: True)


@pytest.mark.usefixtures("watched")
@pytest.mark.parametrize(
    ("typed", "expected", "end"),
    [
        (
            "y\nn\ns\n",
            ["accepted by Mila", "rejected by Mila", "proposed"],
            "1 accepted, 1 rejected; 1 left as they were.",
        ),
        ("s\nq\n", ["proposed"] * 3, "0 accepted, 0 rejected; 3 left as they were."),
        ("Y\n", ["accepted by Mila", "proposed", "proposed"], "1 accepted, 0 rejected; 2 left as they were."),
        ("y\nu\nn\nq\n", ["rejected by Mila", "proposed", "proposed"], "0 accepted, 1 rejected; 2 left as they were."),
        (
            "what\n\ny\nq\n",
            ["accepted by Mila", "proposed", "proposed"],
            "1 accepted, 0 rejected; 2 left as they were.",
        ),
        ("u\nq\n", ["proposed"] * 3, "0 accepted, 0 rejected; 3 left as they were."),
    ],
)
def test_a_walk_takes_every_answer_down_at_once(typed: str, expected: list[str], end: str) -> None:
    result = run("walk", "--by", "Mila", typed=typed)
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == end
    assert states() == expected


@pytest.mark.usefixtures("watched")
def test_a_walk_shows_each_finding_with_its_words_in_their_paragraph() -> None:
    out = " ".join(run("walk", "--by", "Mila", typed="q\n").stdout.split())
    assert f"1 of 3 {keys()['the'][:8]} statement 1, proposed" in out
    assert "{Irena Sollos} /stressed/ [the need to extend the Brunnhal Memorandum.]" in out
    assert "VNA › Foreign Ministry › Irena Sollos" in out


@pytest.mark.usefixtures("watched")
def test_a_walk_goes_on_where_the_last_one_was_left_and_takes_reasons() -> None:
    run("walk", "--by", "Mila", typed="n he asked, he did not say\nq\n")
    assert "1 of 2" in run("walk", "--by", "Mila", typed="q\n").stdout
    assert "1 of 3" in run("walk", "--by", "Mila", "--all", typed="q\n").stdout
    assert "Mila rejected" in (shown := run("show", keys()["the"]).stdout)
    assert ": he asked, he did not say (judgement 1)" in shown


@pytest.mark.usefixtures("watched")
def test_a_walk_with_nothing_to_judge_says_so() -> None:
    run("accept", *keys().values(), "--by", "Mila")
    assert run("walk", "--by", "Mila").stdout == "Nothing waits for a judgement.\n"


def test_a_walk_at_a_real_terminal_asks_and_takes_down(record: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "communique", "judge", "walk", "--by", "Mila", "--record", str(record)]
    with subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        os.write(ours, b"y\nq\n")
        out, _ = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)
    assert b"1 accepted, 0 rejected; 2 left as they were." in out
    assert states() == ["accepted by Mila", "proposed", "proposed"]


def test_a_report_cannot_give_orders_to_the_terminal(record: Path) -> None:
    with Store.open(record).writer() as writer:
        writer.keep(
            reading(report("Black Banner said \x1b]0;owned\x07 \x1b[2J \u202eok.\n", source="b\x1b[1m.txt")), "plain@1"
        )
    key = keys()["\x1b]0;owned\x07"]
    run("accept", key, "--by", "M\x1b[2Jila")
    for arguments in ((), ("show", key), ("reject", key, "--by", "M\x1b[2Jila")):
        out = run(*arguments).stdout
        assert "owned" in out
        assert not {"\x1b", "\x07", "\u202e"} & set(out)
