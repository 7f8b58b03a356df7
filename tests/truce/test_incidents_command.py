"""`communique incidents`: what is listed, what people decide, and that nothing of it is lost."""

from __future__ import annotations

import csv
import io
import json
import shlex
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.cli import main
from communique.domain.actor import Actor
from communique.domain.attribution import Statement
from communique.domain.incident import Citation, IncidentClaim, Party, Range, Site
from communique.domain.provenance import Provenance
from communique.domain.reading import Findings, Reading
from communique.domain.report import Published, Report
from communique.domain.span import Span
from communique.domain.truce import Count, ViolationClaim
from communique.domain.when import DateMention
from communique.domain.where import Place
from communique.record import Store
from communique.settings import RECORD

HAND = Provenance("hand@1")
PLACES = {
    "Velm": Place("p", "Velm", HAND, "XV", -48.69, -30.19, "varenia:velm", "village"),
    "Karsk": Place("p", "Karsk", HAND, "XV", -48.44, -29.93, "varenia:karsk", "town"),
}


def told(
    source: str, speaker: str, words: str, type_: str, place: str, day: str | None, killed: int | None = None
) -> Reading:
    """A report in which one speaker tells of one violation."""
    text = f"{speaker} said {words}."
    content = Span(text.index(words), len(text) - 1)
    report = Report(
        source,
        f"wire/{source}.txt",
        source,
        text,
        outlet="Meridian",
        published=Published(date(2031, 3, 15), "day", "given"),
    )
    violation = ViolationClaim(
        "v1", content, type_, HAND, date="d1", place="p", said_in="s1", alleged_party=("a2",),
        killed=None if killed is None else Count(str(killed), content, killed, killed),
    )  # fmt: skip
    return Reading(
        report,
        Findings(
            actors=(
                Actor("a1", speaker, "person", HAND),
                Actor("a2", "Highland Guard", "armed group", HAND, known="highland-guard"),
            ),
            places=(PLACES[place],),
            dates=(DateMention("d1", content, day or "one day", "day" if day else "unknown", HAND, day),),
            statements=(
                Statement(
                    "s1",
                    (content,),
                    (),
                    (Span(0, len(speaker)),),
                    ("a1",),
                    "indirect",
                    "asserts",
                    ("Meridian", speaker),
                    HAND,
                ),
            ),
            violations=(violation,),
        ),
    )


@pytest.fixture(autouse=True)
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "record.sqlite"
    with Store.open(path).writer() as writer:
        for reading in (
            told("1", "Pavel Drenko", "mortars killed two at Velm", "fire/mortar", "Velm", "2031-03-14", 2),
            told("2", "Samir Lask", "mortar fire on Velm killed five", "fire/mortar", "Velm", "2031-03-14", 5),
            told("3", "Dara Velisk", "=shells fell on Karsk", "fire/artillery", "Karsk", "2031-03-20"),
            told("4", "Ruta Sandvik", "a drone crossed Karsk", "posture/overflight", "Karsk", None),
            told(
                "5",
                "Irena Sollos",
                "an explosion was heard in Velm",
                "fire/undetermined explosion",
                "Velm",
                "2031-03-14",
            ),
        ):
            writer.keep(reading, "hand@1")
    settings = tmp_path / "settings.toml"
    settings.write_text(f"packs = ['{Path(__file__).parents[2] / 'samples' / 'pack'}']\n")
    monkeypatch.setenv("COMMUNIQUE_SETTINGS", str(settings))
    monkeypatch.setenv(RECORD, str(path))
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["incidents", *arguments])


def keys() -> dict[str, str]:
    """Each incident's key by its place and the beginning of its name."""
    found = [json.loads(line)["incident"] for line in run("--format", "jsonl").stdout.splitlines()]
    return {one["name"]: one["key"] for one in found}


VELM, KARSK, OVERFLIGHT = (
    "Mortar fire, Velm, 14 March 2031",
    "Shelling, Karsk, 20 March 2031",
    "Overflight, Karsk, day unknown",
)
BLAST = "Explosion, Velm, 14 March 2031"


def test_incidents_are_listed_by_day_with_support_harm_place_and_severity() -> None:
    result = run("--agreement", "Brunnhal Memorandum")
    assert result.exit_code == 0
    assert [line for line in result.stdout.splitlines() if line and not line.startswith(" ")] == [
        f"{keys()[BLAST][:8]}  {BLAST}",
        f"{keys()[VELM][:8]}  {VELM}  [2 claims, proposed grouping]",
        f"{keys()[KARSK][:8]}  {KARSK}",
        f"{keys()[OVERFLIGHT][:8]}  {OVERFLIGHT}",
    ]
    for line in (
        "    corroborated (2 origins: Pavel Drenko; Samir Lask)",
        "    killed 2 to 5 (“2; 5”)",
        "    inside Lower Morrad, in scope (clause 1)",
        "    assessed serious: somebody was killed",
        "    contradicted in: count",
    ):
        assert line in result.stdout.splitlines()
    assert "1 pair may be one" in result.stderr


@pytest.mark.parametrize(
    ("options", "names"),
    [
        (["--type", "fire/mortar"], [VELM]),
        (["--type", "posture"], [OVERFLIGHT]),
        (["--min-origins", "2"], [VELM]),
        (["--status", "Corroborated"], [VELM]),
        (["--from", "2031-03-15"], [KARSK]),
        (["--to", "2031-03-14"], [BLAST, VELM]),
        (["--agreement", "brunnhal-memorandum", "--zone", "Northern Karsk"], [KARSK, OVERFLIGHT]),
        (["--from", "2032"], []),
    ],
)
def test_each_condition_is_an_option(options: list[str], names: list[str]) -> None:
    out = run(*options).stdout
    assert [line[10:].split("  ")[0] for line in out.splitlines() if line and not line.startswith(" ")] == names


def test_what_no_day_is_known_of_is_left_out_by_dates_and_counted() -> None:
    assert "1 more are left out because nobody says when they happened." in run("--from", "2031").stderr
    assert "left out" not in run("--from", "2031", "--type", "fire").stderr


def test_every_claim_is_shown_with_chain_words_and_place() -> None:
    out = run("show", keys()[VELM][:8]).stdout
    assert "2031-03-15  Meridian › Samir Lask" in out
    assert "“mortar fire on Velm killed five”" in out
    assert "wire/2.txt:16-47" in out
    assert "count: killed: 2 (Pavel Drenko), 5 (Samir Lask)" in out
    assert f"Perhaps also {keys()[BLAST][:8]} {BLAST}" in out


def test_a_person_merges_splits_renames_and_takes_back() -> None:
    velm, karsk = keys()[VELM], keys()[KARSK]
    done = run("merge", velm, karsk, "--by", "Mila", "--reason", "one barrage")
    assert done.exit_code == 0
    assert "Mila joined 3 claims: one barrage (decision 1)" in done.stdout
    assert "communique incidents undo 1 --by Mila" in done.stdout
    assert len(keys()) == 3
    assert run("split", velm, karsk[:8], "--by", "Joren").exit_code == 0
    assert run("rename", velm, "Velm post", "--by", "Mila").exit_code == 0
    assert set(keys()) == {"Velm post", KARSK, OVERFLIGHT, BLAST}
    for number in (3, 2, 1):
        assert run("undo", str(number), "--by", "Mila").exit_code == 0
    assert keys() == {VELM: velm, KARSK: karsk, OVERFLIGHT: keys()[OVERFLIGHT], BLAST: keys()[BLAST]}
    history = run("show", velm).stdout.partition("History:")[2]
    assert history.count("undone by Mila") == 3


def test_a_proposal_is_a_proposal_until_it_is_accepted() -> None:
    assert "proposed grouping" in run().stdout
    assert run("accept", keys()[VELM], "--by", "Mila").exit_code == 0
    assert "proposed grouping" not in run().stdout


def test_proposals_come_with_their_reasons_and_the_command_to_accept_them() -> None:
    out = run("proposals").stdout
    assert "the same day, both in Velm" in out
    assert "communique incidents merge " in out
    assert run("split", keys()[VELM], keys()[VELM], "--by", "Mila").exit_code == 0


def test_a_status_is_set_by_a_person_with_a_reason() -> None:
    assert (
        run("verify", keys()[VELM], "Verified, attributed", "--by", "Mila", "--reason", "craters seen").exit_code == 0
    )
    assert "verified, attributed (2 origins" in run("--status", "verified, attributed").stdout
    assert "--reason" in run("verify", keys()[VELM], "alleged", "--by", "Mila").stderr


def test_a_row_a_claim_with_its_source_and_no_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(run("--format", "csv", "--agreement", "brunnhal-memorandum").stdout)))
    assert len(rows) == 5
    first = next(row for row in rows if row["source"] == "wire/1.txt")
    assert (first["name"], first["grouping"], first["zone"], first["in_scope"]) == (
        VELM,
        "proposed",
        "lower-morrad",
        "yes",
    )
    assert (first["killed_low"], first["killed_high"], first["claim_killed"]) == ("2", "5", "2")
    assert (first["chain"], first["quotation"], first["spans"]) == (
        "Meridian › Pavel Drenko",
        "mortars killed two at Velm",
        "18-44",
    )
    shells = next(row for row in rows if row["source"] == "wire/3.txt")
    assert shells["quotation"] == "'=shells fell on Karsk"
    assert float(shells["lat"]) == -48.44


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["show", "ffffffff"], "There is no incident 'ffffffff'"),
        (["show", "f"], "too short"),
        (["--zone", "Lower Morrad"], "--zone needs --agreement"),
        (["--agreement", "brunhal-memorandum"], "Did you mean brunnhal-memorandum?"),
        (["--type", "bananas"], "There is no type 'bananas'"),
        (["--type", "fire/bananas"], "there are: fire/small arms"),
        (["--status", "true"], "There is no status 'true'"),
        (["--from", "last week"], "Write 2031-03-14, 2031-03 or 2031"),
        (["undo", "7", "--by", "Mila"], "There is no decision 7"),
        (["undo", "9" * 30, "--by", "Mila"], "none has been made yet"),
        (["undo", "--by", "Mila", "--", "-" + "9" * 30], "none has been made yet"),
        (["--type", "mortar"], "Did you mean fire/mortar?"),
        (["--from", "2031-03-20", "--to", "2031-03-10"], "give the earlier date first"),
        (["--record", "nowhere.sqlite"], "There is no record at nowhere.sqlite"),
    ],
)
def test_what_cannot_be_done_is_told(arguments: list[str], reason: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert reason in result.stderr


def test_counts_weapons_and_how_it_is_known_are_shown_and_exported(record: Path) -> None:
    heard = IncidentClaim(
        "JMM:7", "fire/heavy machine gun", Citation("JMM:7", "jmm.csv", "14 bursts", ("JMM",), row=7), "2031-03-17",
        site=Site("Karsk", -48.44, -29.93, 2.0), count=Range(14, 14, "14"), unit="burst", weapon="HMG", means="heard",
        parties=(Party("Varenian army"), Party("Highland Guard")), rule="Article 1",
    )  # fmt: skip
    with Store.open(record).writer() as writer:
        writer.keep_rows("JMM", [heard])
    told = "parties to it Varenian army and Highland Guard; counted 14 (“14”), unit: burst; weapon HMG; known by heard; invokes"
    assert told in run("show", "JMM:7").stdout
    row = next(csv.DictReader(io.StringIO(run("show", "JMM:7", "--format", "csv").stdout)))
    names = ("count", "unit", "weapon", "means", "parties", "clause_invoked")
    assert [row[name] for name in names] == [
        "14",
        "burst",
        "HMG",
        "heard",
        "Varenian army; Highland Guard",
        "Article 1",
    ]


def test_the_command_to_take_back_can_be_pasted_whatever_the_author_is_called() -> None:
    done = run("accept", keys()[VELM], "--by", 'O\'Hara "$(id)"')
    line = next(line for line in done.stdout.splitlines() if "To take it back" in line)
    assert shlex.split(line)[-1] == 'O\'Hara "$(id)"'


def test_one_claim_is_no_grouping_and_a_whole_incident_is_not_split_off() -> None:
    karsk = keys()[KARSK]
    assert "one claim only" in run("accept", karsk, "--by", "Mila").stderr
    assert "some of its claims, not all" in run("split", karsk, karsk, "--by", "Mila").stderr
    assert "these keys name one" in run("merge", karsk, karsk, "--by", "Mila").stderr


def test_the_record_may_be_named_before_or_behind_the_command(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(RECORD)
    assert VELM in run("--record", str(record), "proposals").stdout
    assert VELM in run("proposals", "--record", str(record)).stdout
