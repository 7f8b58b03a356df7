"""`communique sitrep` and `communique status`, from a record on disk to what a person gets."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime
from pathlib import Path

import docx as word
import pytest
from click.testing import CliRunner, Result

from communique.cli import main
from communique.domain.actor import Actor, Role
from communique.domain.agreement import Instrument
from communique.domain.attribution import Statement
from communique.domain.provenance import Provenance
from communique.domain.reading import Findings, Reading
from communique.domain.report import Published, Report
from communique.domain.span import Span
from communique.domain.truce import TruceClaim, ViolationClaim
from communique.domain.where import Place
from communique.record import Store, Verdict

from ..truce.words import PACK

HAND = Provenance("hand@1")
TEXT = (
    "Defence Minister Pavel Drenko said the truce in Lower Morrad was holding under the Brunnhal Memorandum. "
    "The Highland Guard shelled Velm, he said."
)
PERIOD = ("--agreement", "brunnhal-memorandum", "--from", "2031-03-13", "--to", "2031-03-26")


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span(at, at + len(words))


def reading() -> Reading:
    return Reading(
        Report(
            "r1",
            "reports/vna.txt",
            "a" * 64,
            TEXT,
            outlet="VNA",
            published=Published(date(2031, 3, 14), "day", "dateline"),
        ),
        Findings(
            actors=(
                Actor(
                    "a1",
                    "Pavel Drenko",
                    "person",
                    HAND,
                    (Role("Defence Minister", span("Defence Minister"), of="a2"),),
                    known="pavel-drenko",
                ),
                Actor("a2", "Varenia", "government", HAND, known="XV", country="XV"),
                Actor("a3", "Highland Guard", "armed group", HAND, known="highland-guard"),
            ),
            places=(Place("p1", "Velm", HAND, "XV", -48.69, -30.19, "varenia:velm", "village"),),
            statements=(
                Statement(
                    "s1",
                    (span("the truce in Lower Morrad was holding"),),
                    (span("said"),),
                    (span("Pavel Drenko"),),
                    ("a1",),
                    "indirect",
                    "asserts",
                    ("VNA", "Pavel Drenko"),
                    HAND,
                ),
                Statement(
                    "s2",
                    (span("The Highland Guard shelled Velm"),),
                    (span("he said"),),
                    (span("Pavel Drenko"),),
                    ("a1",),
                    "indirect",
                    "accuses",
                    ("VNA", "Pavel Drenko"),
                    HAND,
                ),
            ),
            instruments=(
                Instrument(
                    "i1",
                    "memorandum",
                    "Brunnhal Memorandum",
                    (span("Brunnhal Memorandum"),),
                    HAND,
                    known="brunnhal-memorandum",
                ),
            ),
            truce=(
                TruceClaim(
                    "c1",
                    span("the truce in Lower Morrad was holding"),
                    "holding",
                    HAND,
                    "Lower Morrad",
                    span("Lower Morrad"),
                    ("Lower Morrad",),
                    "i1",
                    said_in="s1",
                ),
            ),
            violations=(
                ViolationClaim(
                    "v1",
                    span("The Highland Guard shelled Velm"),
                    "fire/artillery",
                    HAND,
                    place="p1",
                    alleged_party=("a3",),
                    said_in="s2",
                ),
            ),
        ),
    )


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.sqlite"
    with Store.open(path, clock=lambda: datetime(2031, 3, 27, tzinfo=UTC)).writer() as writer:
        writer.keep(reading(), "hand@1")
    return path


def run(command: str, record: Path, *more: str) -> Result:
    settings = record.with_name("settings.toml")
    settings.write_text(f"packs = [{json.dumps(str(PACK))}]\n", "utf-8")
    arguments = [command, "--record", str(record), "--settings", str(settings), *more]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def test_a_report_says_what_was_claimed_with_its_chain_and_its_words(record: Path) -> None:
    result = run("sitrep", record, *PERIOD)
    assert result.exit_code == 0, result.output
    assert "Said to be holding: Pavel Drenko (a party, 14 March)." in result.output
    assert (
        "VNA › Pavel Drenko: “the truce in Lower Morrad was holding” (reports/vna.txt, characters 35–72; published 14 March 2031)"
        in result.output
    )
    assert "Pavel Drenko alleges it and accuses Highland Guard." in result.output


@pytest.mark.parametrize("name", ["report.md", "report.html", "report.docx", "report.csv"])
def test_the_name_of_the_file_says_which_format_it_has(record: Path, name: str) -> None:
    out = record.with_name(name)
    result = run("sitrep", record, *PERIOD, "--out", str(out))
    assert result.exit_code == 0, result.output
    made = out.read_bytes()
    opened = {
        "report.md": lambda: made.decode().startswith("# Situation report: Brunnhal Memorandum"),
        "report.html": lambda: made.decode().startswith("<!doctype html>"),
        "report.docx": lambda: (
            word.Document(io.BytesIO(made)).paragraphs[0].text == "Situation report: Brunnhal Memorandum"
        ),
        "report.csv": lambda: next(csv.DictReader(io.StringIO(made.decode())))["Zone"] == "lower-morrad",
    }
    assert opened[name]()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (
            ("--agreement", "brunhal-memorandum", "--from", "2031-03-13", "--to", "2031-03-26"),
            "Did you mean brunnhal-memorandum?",
        ),
        (
            ("--agreement", "brunnhal-memorandum", "--from", "2031-03-26", "--to", "2031-03-13"),
            "give the earlier date first",
        ),
        (("--agreement", "brunnhal-memorandum", "--from", "1900", "--to", "2031"), "more than ten years"),
        ((*PERIOD, "--since-report", "2031-04-01"), "after the period"),
        ((*PERIOD, "--from", "soon"), "'soon' is no date"),
        ((*PERIOD, "--out", "report.pdf"), "names no format"),
        ((*PERIOD, "--out", "no/such/folder/report.md"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said_with_what_is_allowed(record: Path, options: tuple[str, ...], message: str) -> None:
    result = run("sitrep", record, *options)
    assert result.exit_code == 1
    assert message in result.output


def test_a_finding_that_a_person_rejected_is_in_no_report(record: Path) -> None:
    store = Store.open(record, clock=lambda: datetime(2031, 3, 27, tzinfo=UTC))
    with store.view() as view:
        keys = view.keys(reading().report)
    with store.writer() as writer:
        writer.judge(keys["truce", "c1"], Verdict.REJECTED, author="R. Moreau", reason="of another valley")
    assert "Said to be holding" not in run("sitrep", record, *PERIOD).output
    assert "no word was read" in run("status", record, *PERIOD).output


def test_status_prints_who_says_what_since_when(record: Path) -> None:
    result = run("status", record, *PERIOD, "--zone", "lower-morrad")
    assert result.exit_code == 0, result.output
    assert "  14 March 2031\n    holding Pavel Drenko, a party\n" in result.output
    assert "Port Adel" not in result.output


def test_status_by_day_is_there_for_other_programs(record: Path) -> None:
    lines = run("status", record, *PERIOD, "--zone", "Lower Morrad", "--format", "jsonl").output.splitlines()
    days = {one["day"]: [s["age_days"] for s in one["standing"]] for one in map(json.loads, lines)}
    assert (days["2031-03-13"], days["2031-03-14"], days["2031-03-20"]) == ([], [0], [6])
    rows = list(csv.DictReader(io.StringIO(run("status", record, *PERIOD, "--format", "csv").output)))
    assert {row["said_by"] for row in rows} == {"Pavel Drenko"}
    assert len(rows) == 13


@pytest.mark.parametrize("style", ["csv", "jsonl"])
def test_a_table_in_which_nobody_speaks_says_so_beside_it(record: Path, style: str) -> None:
    result = run("status", record, *PERIOD, "--zone", "Port Adel", "--format", style)
    words = "No word on the Brunnhal Memorandum in Port Adel stands on a day of 13–26 March 2031"
    assert words in result.stderr
    assert words not in result.stdout
    assert "No word" not in run("status", record, *PERIOD, "--format", style).stderr


def test_a_zone_that_the_agreement_has_not_is_answered_with_those_it_has(record: Path) -> None:
    result = run("status", record, *PERIOD, "--zone", "Tavrin")
    assert result.exit_code == 1
    assert "Lower Morrad, Tessel valley, Northern Karsk, Port Adel" in result.output
