"""`communique events` over a record of two reports, as a user types it."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.cli import main
from communique.domain.actor import Actor
from communique.domain.agreement import Process
from communique.domain.event import Event
from communique.domain.provenance import Provenance
from communique.domain.reading import Findings, Reading
from communique.domain.report import Published
from communique.domain.span import Span
from communique.domain.when import DateMention
from communique.ingest import take_text
from communique.record import Store

MADE = Provenance("given@1", 0.9)
PACK = 'packs = ["{}"]\n'
ROOT = Path(__file__).parents[2]


def reading(name: str, text: str, day: str | None, deed: str) -> Reading:
    report = take_text(text, id=name, source=f"{name}.txt", outlet=name)
    report = type(report)(**{f: getattr(report, f) for f in report.__slots__} | {"published": Published(date(2031, 3, 15), "day", "given")})  # fmt: skip
    span = Span(text.index(deed), text.index(deed) + len(deed))
    when = (DateMention("d1", span, deed, "day", MADE, start=day),) if day else ()
    return Reading(
        report,
        Findings(
            actors=(
                Actor("a1", "Irena Sollos", "person", MADE, known="irena-sollos"),
                Actor("a2", "Anselm Rook", "person", MADE, known="anselm-rook"),
            ),
            dates=when,
            processes=(Process("t1", "Brunnhal talks", (span,), MADE, known="brunnhal-talks"),),
            events=(
                Event("e1", "CONSULT", span, "happened", MADE, mode="visit", initiators=("a1", "a2"), process="t1",
                      date="d1" if day else None),
            ),
        ),
    )  # fmt: skip


@pytest.fixture
def asked(tmp_path: Path) -> list[str]:
    record, settings = tmp_path / "record.sqlite", tmp_path / "settings.toml"
    settings.write_text(PACK.format(ROOT / "samples" / "pack"), encoding="utf-8")
    with Store.open(record).writer() as writer:
        writer.keep(reading("Meridian", "Irena Sollos met Anselm Rook on 14 March.", "2031-03-14", "met"), "given@1")
        writer.keep(reading("VNA", "Minister Sollos and Minister Rook held talks.", None, "held talks"), "given@1")
    return ["--record", str(record), "--settings", str(settings)]


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["events", *words])


def keys(asked: list[str]) -> list[str]:
    return [json.loads(line)["key"] for line in run(*asked, "--format", "jsonl").stdout.splitlines()]


def test_events_are_listed_with_who_says_so_and_their_words(asked: list[str]) -> None:
    shown = run(*asked).stdout
    assert "2031-03-14  CONSULT (visit)  Irena Sollos, Anselm Rook" in shown
    assert "day unknown (reported 2031-03-15)" in shown
    assert "“held talks”" in shown
    assert "happened: VNA" in shown


def test_likely_pairs_are_proposed_merged_by_a_person_and_taken_back(asked: list[str]) -> None:
    assert "both name Anselm Rook, Irena Sollos" in run("proposals", *asked).stdout
    one, other = keys(asked)
    merged = run("merge", one, other, "--by", "Mila", *asked)
    assert merged.exit_code == 0, merged.output
    assert len(keys(asked)) == 1
    assert "2 tellings, 2 independent: Meridian, VNA" in run(*asked).stdout
    undone = run("undo", "1", "--by", "Mila", *asked)
    assert undone.exit_code == 0, undone.output
    assert len(keys(asked)) == 2


def test_a_name_that_a_person_gave_is_shown_and_every_decision_stays_in_the_history(asked: list[str]) -> None:
    one, other = keys(asked)
    assert "Mila joined 2 tellings (decision 1)" in run("merge", one, other, "--by", "Mila", *asked).stdout
    assert "The Tavrin visit: 2 tellings" in run("rename", one, "The Tavrin visit", "--by", "Mila", *asked).stdout
    assert "    named The Tavrin visit" in run(*asked).stdout.splitlines()
    rows = list(csv.DictReader(io.StringIO(run(*asked, "--format", "csv").stdout)))
    assert {row["name"] for row in rows} == {"The Tavrin visit"}
    parted = run("split", one, other, "--by", "Mila", *asked).stdout
    assert ": 1 telling" in parted.splitlines()[1]
    history = run("show", one, *asked).stdout.partition("History:")[2]
    assert [entry.strip().split("Mila ")[1] for entry in history.split("\n") if entry.strip()] == [
        "joined 2 tellings (decision 1)",
        "named it “The Tavrin visit” (decision 2)",
        "parted 1 telling from the others (decision 3)",
    ]


def test_a_telling_that_is_not_there_is_not_passed_over(asked: list[str]) -> None:
    one, other = keys(asked)
    assert run("merge", one, other, "--by", "Mila", *asked).exit_code == 0
    refused = run("split", one, other, "ffffffff", "--by", "Mila", *asked)
    assert refused.exit_code == 1
    assert f"The event {one} has no telling 'ffffffff'; its tellings are: {one}, {other}." in refused.stderr
    assert len(keys(asked)) == 1


@pytest.mark.parametrize(
    ("option", "value", "found"),
    [
        ("--type", "consult", 2),
        ("--type", "ASSAULT", 0),
        ("--actor", "rook", 2),
        ("--actor", "Halvik", 0),
        ("--reality", "denied", 0),
        ("--from", "2031-03", 1),
        ("--to", "2031-03-13", 0),
    ],
)
def test_events_are_filtered(asked: list[str], option: str, value: str, found: int) -> None:
    assert len(run(*asked, option, value, "--format", "jsonl").stdout.splitlines()) == found


def test_the_timeline_of_a_process_goes_by_rounds(asked: list[str]) -> None:
    shown = run(*asked, "--process", "Brunnhal talks").stdout
    assert shown.startswith("Round 1")
    assert "Round not told" in shown


def test_every_row_of_the_table_has_its_source_and_words(asked: list[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(run(*asked, "--format", "csv").stdout)))
    assert [(row["source"], row["characters"], row["quotation"]) for row in rows] == [
        ("Meridian.txt", "13-16", "met"),
        ("VNA.txt", "34-44", "held talks"),
    ]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--process", "Geneva talks"), "There is no process 'Geneva talks'"),
        (("--reality", "maybe"), "There is no reality 'maybe'"),
        (("show", "ffffffff"), "There is no event 'ffffffff'"),
        (("--type", "MEETING"), "There is no type 'MEETING'; there are: AGREE, CONSULT"),
        (("--from", "2031-04", "--to", "2031-03"), "give the earlier date first"),
        (("undo", "9" * 30, "--by", "Mila"), "none has been made yet"),
    ],
)
def test_a_wrong_word_is_answered_with_what_is_allowed(asked: list[str], words: tuple[str, ...], message: str) -> None:
    result = run(*words, *asked)
    assert result.exit_code == 1
    assert message in result.output
