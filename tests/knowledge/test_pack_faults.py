"""A pack with a fault: the person who wrote it is told the file, the entry and what is allowed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from communique.errors import KnowledgeError
from communique.knowledge import Knowledge, Pack, check_pack

PACK = """key = "harbour"
name = "Harbour"
about = "A quarrel over an invented harbour."
countries = ["XH"]
sources = ["Invented for this test"]
"""
STATES = "key,name,adjective,source\nXH,Harbouria,Harbourian,Invented for this test\n"
ACTORS = "key,name,kind,aliases,from,to,source\nport-union,Port Union,organisation,PU,2030,2031,Invented for tests\n"
AGREEMENTS = """[[agreement]]
key = "pier-accord"
kind = "agreement"
name = "Pier Accord"
adopted = "2031-02-03"
parties = ["XH", "port-union"]
source = "Invented for this test"

[[agreement.term]]
effect = "bans"
text = "Nobody blocks the pier."
zones = ["pier"]
"""
ZONES = """{"type": "FeatureCollection", "features": [{"type": "Feature",
"properties": {"key": "pier", "name": "Pier", "agreement": "pier-accord", "precision": "sketch", "source": "Invented for this test"},
"geometry": {"type": "Polygon", "coordinates": [[[1, 1], [2, 1], [2, 2], [1, 1]]]}}]}"""
FILES = {
    "pack.toml": PACK,
    "states.csv": STATES,
    "actors.csv": ACTORS,
    "agreements.toml": AGREEMENTS,
    "zones.geojson": ZONES,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_pack_of_these_tests_is_right_before_it_is_broken(folder: Path) -> None:
    assert check_pack(folder) == ()
    pack = Pack.load(folder)
    assert pack.instruments[0].terms[0].zones == ("pier",)
    assert Knowledge.load(packs=(folder,)).names.longest(["Port", "Union"], 0) is not None


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("actors.csv", "organisation", "committee", ["actors.csv: line 2 (port-union)", "kind", "armed group"]),
        ("actors.csv", ",Invented for tests", ",", ["line 2 (port-union)", "source is missing"]),
        ("actors.csv", "aliases", "alias", ["line 1", "alias is not known here", "Did you mean aliases?"]),
        ("actors.csv", "port-union,", "Port Union,", ["key is not right", "small letters, digits and single hyphens"]),
        ("actors.csv", "2030", "spring 2030", ["from is not right", "2017-05-04"]),
        ("actors.csv", "2030,2031", "2031,2030", ["it ends (2030) before it begins (2031)"]),
        ("actors.csv", "2030,2031", "2030-02-30,2031", ["a day that does not exist"]),
        ("actors.csv", "Port Union,", "Port, Union,", ["8 cells under 7 columns", "quotes"]),
        ("actors.csv", "kind,aliases", "kind,kind", ["column kind appears twice"]),
        ("agreements.toml", '"port-union"]', '"dock-union"]', ["pier-accord", "dock-union", "not known"]),
        ("agreements.toml", 'zones = ["pier"]', 'zones = ["dock"]', ["pier-accord", "dock", "zones.geojson"]),
        ("agreements.toml", '"bans"', '"forbids"', ["agreement 1 (pier-accord), term 1", "effect", "requires"]),
        ("agreements.toml", "source =", "sources =", ["pier-accord", "source"]),
        ("agreements.toml", '"2031-02-03"', '"3 February 2031"', ["adopted is not right", "2017-05-04"]),
        ("agreements.toml", "[[agreement]]", "[[agreement]", ["not valid TOML"]),
        ("agreements.toml", "[[agreement.term]]", "[[agreements.term]]", ["agreements is not known here", "agreement"]),
        ("pack.toml", "about", "abuot", ["pack.toml", "about"]),
        ("zones.geojson", "[2, 2], [1, 1]]", "[2, 2], [1, 2]]", ["pier", "a ring is not closed"]),
        ("zones.geojson", "[2, 1], [2, 2], [1, 1]", "[1, 1]", ["features 1 (pier)", "at least four points"]),
        ("zones.geojson", "[2, 1]", "[2, 91]", ["features 1 (pier)"]),
        ("zones.geojson", '"sketch"', '"rough"', ["precision", "sketch, published, surveyed"]),
        ("zones.geojson", '"pier-accord"', '"quay-accord"', ["pier", "quay-accord"]),
        ("zones.geojson", '"features"', "features", ["not valid JSON"]),
        ("states.csv", "XH,", "HARB,", ["two-letter country code"]),
    ],
)
def test_a_fault_is_named_with_its_place_and_what_is_allowed(
    folder: Path, file: str, old: str, new: str, says: list[str]
) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    told = "\n".join(str(problem) for problem in check_pack(folder))
    for words in says:
        assert words in told
    with pytest.raises(KnowledgeError):
        Knowledge.load(packs=(folder,))


def test_all_faults_are_told_at_once(folder: Path) -> None:
    (folder / "actors.csv").write_text(ACTORS + "Bad Key,Name,organisation,,,,x\nother,Other,,,,,\n", encoding="utf-8")
    (folder / "pack.toml").write_text(PACK.replace('"XH"', '"harbouria"'), encoding="utf-8")
    assert {problem.file for problem in check_pack(folder)} == {"actors.csv", "pack.toml"}
    assert len([problem for problem in check_pack(folder) if problem.file == "actors.csv"]) == 3


def test_a_key_used_twice_is_told(folder: Path) -> None:
    (folder / "actors.csv").write_text(ACTORS + ACTORS.splitlines()[1] + "\n", encoding="utf-8")
    (told,) = check_pack(folder)
    assert "line 3" in told.entry
    assert "key appears once" in told.message


def test_a_misspelt_file_name_is_not_passed_over_in_silence(folder: Path) -> None:
    shutil.move(folder / "zones.geojson", folder / "zone.geojson")
    assert any(problem.file == "zone.geojson" and "zones.geojson" in problem.message for problem in check_pack(folder))


def test_a_file_in_another_encoding_is_told(folder: Path) -> None:
    (folder / "actors.csv").write_bytes(ACTORS.replace("Port Union", "Port Uniôn").encode("latin-1"))
    assert any("UTF-8" in problem.message for problem in check_pack(folder))


def test_a_spreadsheet_s_byte_order_mark_does_no_harm(folder: Path) -> None:
    (folder / "actors.csv").write_text(ACTORS, encoding="utf-8-sig")
    assert check_pack(folder) == ()


def test_a_binary_or_empty_file_is_told(folder: Path) -> None:
    (folder / "actors.csv").write_bytes(b"")
    assert any(problem.file == "actors.csv" and "empty" in problem.message for problem in check_pack(folder))
    (folder / "actors.csv").write_bytes(bytes(range(256)))
    assert any(problem.file == "actors.csv" for problem in check_pack(folder))


def test_a_pack_that_does_not_exist_names_those_that_do() -> None:
    with pytest.raises(KnowledgeError, match=r"no pack atlantis.*syria, ukraine"):
        Pack.load("atlantis")


def test_a_folder_without_pack_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"the pack .+ cannot be used:\n(?s:.)*pack\.toml"):
        Pack.load(tmp_path)
