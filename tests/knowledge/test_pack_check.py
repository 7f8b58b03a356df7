"""`communique pack check`: somebody who does not program puts a pack right with what it says."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from communique.cli.pack import pack
from communique.knowledge import check_pack

SAMPLES = Path(__file__).parents[2] / "samples" / "pack"
RING = [[-30.0, -48.2], [-29.7, -48.2], [-29.7, -48.0], [-30.0, -48.0], [-30.0, -48.2]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLES, tmp_path / "pack"))


def told(folder: Path) -> str:
    return "\n".join(str(problem) for problem in check_pack(folder))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(pack, arguments)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        # A misspelt field, value or key: what is allowed, and what was meant.
        ("agreements.toml", "guarantors =", "guarantor =", ["line 12", "guarantor is not known", "mean guarantors?"]),
        ("agreements.toml", '"bans"', '"ban"', ["line 18", "effect", "bans, requires, allows", "Did you mean bans?"]),
        (
            "agreements.toml",
            '"XV", "khc"',
            '"XV", "kch"',
            ["line 11 (brunnhal-memorandum)", "parties names kch", "is a row of actors.csv missing", "mean khc?"],
        ),
        ("agreements.toml", '"XS", "XD"', '"XS", "selmarc"', ["guarantors names selmarc", "a state, an office"]),
        (
            "agreements.toml",
            '"lower-morrad", "tessel',
            '"lower-morad", "tessel',
            ["line 20 (brunnhal-memorandum, term 1)", "zones names lower-morad", "Did you mean lower-morrad?"],
        ),
        (
            "agreements.toml",
            'breaches = ["fire", "civilians", ',
            'breaches = ["shooting", ',
            ["term 1", "shooting, which is no type", "fire, posture, civilians", "such as fire/mortar"],
        ),
        ("agreements.toml", '"fire", "civilians"', '"fire", "civilans"', ["civilans", "Did you mean civilians?"]),
        ("agreements.toml", '"fire", "civilians"', '"fire", "fire/morter"', ["no kind of fire", "Did you mean fire/mortar?"]),
        # A missing or empty source.
        (
            "agreements.toml",
            'excluded = ["black-banner"]\nsource = "Invented for the samples"',
            'excluded = ["black-banner"]\nsource = "  "',
            ["line 14", "source is not right", "a citation that a colleague can look up, such as"],
        ),
        ("actors.csv", "opposition,XV,,2029,,,Invented for the samples", "opposition,XV,,2029,,,", ["(khc)", "source"]),
        # Dates.
        ("agreements.toml", 'to = "2031-06-12"', 'to = "2031-03-01"', ["it ends (2031-03-01) before it begins"]),
        ("agreements.toml", 'to = "2031-06-12"', 'to = "12 June 2031"', ["line 7", "to is not right", "2017-05-04"]),
        ("agreements.toml", 'adopted = "2031-03-12"', 'adopted = "2031-02-30"', ["a day that does not exist"]),
        # Keys.
        ("agreements.toml", '"qasrin-protocol"', '"resolution-3107"', ["(resolution-3107)", "appears more than once"]),
        ("agreements.toml", 'excluded = ["black-banner"]', 'excluded = ["khc"]', ["khc is both a party and excluded"]),
        ("actors.csv", "highland-guard,Highland Guard,armed group,,khc", "highland-guard,Highland Guard,armed group,,highland-guard", ["(highland-guard)", "it is part of itself"]),
        # The ladder.
        ("ladder.toml", "rung = 5", "rung = 15", ["rung 6", "a whole number from 0 (log) to 12"]),
        ("ladder.toml", '"send a team"\n', '"dispatch inspectors"\n', ["rung 5", "'send a team' in the record", "phrases"]),
        ("ladder.toml", 'rung = 4\nname = "ask for information or access"', 'rung = 5\nname = "send a team"', ["rung 5", "appears 2 times for brunnhal-memorandum"]),
        ("ladder.toml", 'who = ["guarantors"]', 'who = ["guarantor"]', ["rung 9", "who names guarantor", "mean guarantors?"]),
        # The form of a table.
        ("actors.csv", "key,name,kind,aliases", "key;name;kind;aliases", ["line 1"]),
        ("actors.csv", "key,name,kind", "key,name,sort", ["line 1", "column sort is not known", "column kind is missing"]),
        ("places.csv", "-49.21,-29.62", "-29.62,-49.21", ["line 2 (tavrin)", "lat and lon look exchanged"]),
        ("places.csv", "-49.21,-29.62", "-149.21,-29.62", ["line 2 (tavrin)", "lat is not right", "degrees north, from -90 to 90"]),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line_and_what_is_allowed(
    folder: Path, file: str, old: str, new: str, says: list[str]
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    words = told(folder)
    assert file in words
    for part in says:
        assert part in words


@pytest.mark.parametrize(
    ("ring", "says"),
    [
        ([*RING[:-1], [-30.1, -48.2]], "a ring is not closed: repeat its first point [-30, -48.2] as its last point"),
        ([RING[0], RING[2], RING[1], RING[3], RING[0]], "a ring crosses or touches itself at [-29.85, -48.1]"),
        ([RING[0], RING[1], [-29.85, -48.2], RING[0]], "crosses or touches itself at [-29.85, -48.2]"),
        ([[north, east] for east, north in RING], "longitude and latitude look exchanged"),
        ([[-170.0, 1.0], [170.0, 1.0], [170.0, 2.0], [-170.0, 1.0]], "divide a zone across the 180th meridian"),
        ([*RING[:2], [-29.7, -98.0], *RING[3:]], "each [degrees east, degrees north] and nothing more"),
        ([[*point, 120.0] for point in RING], "each [degrees east, degrees north] and nothing more"),
        (RING[:2], "at least four points"),
    ],
)
def test_a_line_that_makes_no_zone_is_told_with_the_point(folder: Path, ring: list[list[float]], says: str) -> None:
    zones = json.loads((folder / "zones.geojson").read_text(encoding="utf-8"))
    zones["features"][3]["geometry"]["coordinates"] = [ring]
    (folder / "zones.geojson").write_text(json.dumps(zones, indent=1), encoding="utf-8")
    words = told(folder)
    assert says in words
    assert "port-adel" in words
    # The agreement that names the zone is not called wrong for the zone's fault.
    assert "agreements.toml" not in words


def test_a_hole_outside_its_ring_is_told(folder: Path) -> None:
    zones = json.loads((folder / "zones.geojson").read_text(encoding="utf-8"))
    zones["features"][0]["geometry"]["coordinates"].append([[0, 0], [1, 0], [1, 1], [0, 0]])
    (folder / "zones.geojson").write_text(json.dumps(zones), encoding="utf-8")
    assert "a hole begins at [0, 0], outside the ring" in told(folder)


def test_what_drawing_programs_add_to_a_zone_file_does_no_harm(folder: Path) -> None:
    zones = json.loads((folder / "zones.geojson").read_text(encoding="utf-8"))
    zones |= {"name": "zones", "crs": {"type": "name"}, "bbox": [0, 0, 1, 1]}
    zones["features"][0] |= {"id": 7, "bbox": [0, 0, 1, 1]}
    (folder / "zones.geojson").write_text(json.dumps(zones), encoding="utf-8")
    assert check_pack(folder) == ()


def test_every_fault_of_a_file_is_told_at_once_and_not_only_the_first(folder: Path) -> None:
    text = (folder / "agreements.toml").read_text(encoding="utf-8")
    wrong = (
        text.replace('"bans"', '"ban"').replace('adopted = "2031-01-20"', 'adopted = "January"').replace("kind", "sort")
    )
    (folder / "agreements.toml").write_text(wrong, encoding="utf-8")
    problems = check_pack(folder)
    assert len([one for one in problems if "effect is not right" in one.message]) == 2
    assert len([one for one in problems if "kind is missing" in one.message]) == 3
    assert len([one for one in problems if "adopted is not right" in one.message]) == 1
    assert {one.file for one in problems} == {"agreements.toml"}


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        ("zones.geojson", '{"type": "Feature"}', "zones.geojson"),
        ("zones.geojson", "[]", "zones.geojson"),
        ("zones.geojson", '{"type": "FeatureCollection", "features": [7]}', "zones.geojson"),
        ("zones.geojson", "[" * 100_000, "not valid JSON"),
        ("agreements.toml", "agreement = 3", "agreement is not right"),
        ("agreements.toml", "agreement = [3]", "agreement"),
        ("agreements.toml", "a = " + "[" * 20_000, "not valid TOML"),
        ("ladder.toml", "[[rung]]\n" * 500, "rung is missing"),
        ("actors.csv", "key,name,kind,source\n" + '"' + "x" * 200_000 + '"\n', "cannot be read as CSV"),
        ("actors.csv", "key;name;kind;source\na;b;c;d\n", "semicolons"),
        ("pack.toml", "", "key is missing"),
    ],
)
def test_a_file_of_any_shape_is_told_and_never_crashes(folder: Path, file: str, text: str, says: str) -> None:
    (folder / file).write_text(text, encoding="utf-8")
    words = told(folder)
    assert says in words
    assert len(words) < 100_000


def test_what_may_be_right_is_told_as_a_doubt_and_keeps_nobody_from_the_pack(folder: Path) -> None:
    text = (folder / "agreements.toml").read_text(encoding="utf-8")
    early = text.replace('from = "2031-03-13"', 'from = "2031-03-10"').replace('excluded = ["black-banner"]\n\n', "\n")
    (folder / "agreements.toml").write_text(early, encoding="utf-8")
    zones = (folder / "zones.geojson").read_text(encoding="utf-8")
    lone = zones.replace('"port-adel"', '"port-bel"').replace('"agreement": "brunnhal-memorandum"', '"aliases": []', 0)
    (folder / "zones.geojson").write_text(lone, encoding="utf-8")
    (folder / "agreements.toml").write_text(early.replace(', "port-adel"', ""), encoding="utf-8")
    done = run("check", str(folder))
    assert done.exit_code == 0, done.output
    assert "before it was adopted (2031-03-12): is that so?" in done.output
    assert "`excluded` names nobody" in done.output
    assert "may be right" in done.output


def test_a_good_pack_is_summed_up_and_the_exit_status_is_zero() -> None:
    done = run("check", str(SAMPLES))
    assert done.exit_code == 0
    assert done.output.splitlines()[:4] == [
        "Varenia (varenia): no problem",
        "  12 actors, 11 officials, 7 outlets, 3 states, 13 places, 2 processes with 3 rounds of talks",
        "  3 agreements, 4 zones:",
        "    brunnhal-memorandum: 8 terms, 4 zones, 2 voices on when it held",
    ]


def test_a_faulty_pack_is_listed_and_the_exit_status_is_one(folder: Path) -> None:
    (folder / "zone.geojson").write_text("{}", encoding="utf-8")
    done = run("check", str(folder))
    assert done.exit_code == 1
    assert ": 1 problem\n  zone.geojson: no file of a pack has this name" in done.output


def test_a_built_in_pack_is_checked_by_its_name() -> None:
    done = run("check", "syria")
    assert done.exit_code == 0
    assert "Syria (syria): no problem" in done.output


def test_a_file_in_place_of_a_folder_is_told(folder: Path) -> None:
    done = run("check", str(folder / "pack.toml"))
    assert done.exit_code == 1
    assert "is a file; a pack is a folder" in done.output


def test_an_agreement_is_shown_with_who_says_when_it_held_and_who_answers_a_breach() -> None:
    done = run("show", str(SAMPLES), "--agreement", "Brunnhal Memorandum")
    assert done.exit_code == 0
    for line in (
        "  parties: Varenia, Kesh Highlands Council",
        "  in force from 2031-03-12, says Kesh Highlands Council [Invented for the samples]",
        "  bans 1: No use of any weapon, aircraft included, inside the four safe zones. (a breach: fire, civilians,"
        " protected objects and aid/hospital, protected objects and aid/school, protected objects and aid/water or power)",
        "  zone Port Adel (port-adel): 222 km², sketch, edge ± 2 km",
        "  rung 5, send a team: Joint Monitoring Mission",
    ):
        assert line in done.output.splitlines()
    assert "Qasrin Protocol (" not in done.output


def test_a_pack_cannot_take_over_the_terminal_it_is_checked_in(folder: Path) -> None:
    text = (folder / "pack.toml").read_text(encoding="utf-8")
    (folder / "pack.toml").write_text(text.replace('"Varenia"', '"Vare\\u001b[31mnia"'), encoding="utf-8")
    assert "\x1b" not in run("check", str(folder)).output
