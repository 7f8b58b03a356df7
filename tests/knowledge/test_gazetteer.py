"""The gazetteer knows the places of the news under the spellings of the news, and nothing outside its file."""

from __future__ import annotations

import pickle
import sqlite3
from pathlib import Path

import pytest

from communique.errors import KnowledgeError
from communique.knowledge.gazetteer import DATA, Gazetteer, GazetteerPlace, by_key
from communique.knowledge.placename import place_key

ONE_KEY = [
    ("Ra's al-'Ayn", "Ras al-Ain"),
    ("Ar-Raqqah", "Raqqah"),
    ("Deir ez-Zor", "Dayr az Zawr", False),
    ("Tal Abyad", "Tell Abyad"),
    ("Jisr al-Shughur", "Jisr ash Shughūr"),
    ("Kafr Nabl", "Kafer Nabl", False),
    ("Khān Shaykhūn", "Khan Shaykhun"),
    ("Hassakeh", "Hasakeh"),
    ("The Hague", "Hague"),
    ("Kafr Zita", "Kafar Zita"),
    ("Mariupol'", "MARIUPOL"),
    ("Łódź", "Lodz"),
    ("Homs", "Hims", False),
    ("Aden", "Eden", False),
]


@pytest.mark.parametrize("case", ONE_KEY, ids=lambda case: f"{case[0]} / {case[1]}")
def test_usual_spellings_of_one_name_share_a_key_and_different_names_do_not(case: tuple[object, ...]) -> None:
    one, other, *rest = case
    assert (place_key(str(one)) == place_key(str(other))) is (not rest)


def test_a_name_that_is_only_an_article_still_has_a_key() -> None:
    assert place_key("As") == "as"
    assert place_key("’-–") == ""


FRONT_LINE = [
    ("Aleppo", "SY"),
    ("Idlib", "SY"),
    ("Khan Sheikhoun", "SY"),
    ("Deir Ezzor", "SY"),
    ("Hasakeh", "SY"),
    ("Kobani", "SY"),
    ("Jisr al-Shughour", "SY"),
    ("Maarat al-Numan", "SY"),
    ("Palmyra", "SY"),
    ("Deraa", "SY"),
    ("Al-Bab", "SY"),
    ("Azaz", "SY"),
    ("Debaltseve", "UA"),
    ("Avdiivka", "UA"),
    ("Stanytsia Luhanska", "UA"),
    ("Mariupol", "UA"),
    ("Gorlovka", "UA"),
    ("Kiev", "UA"),
    ("Hodeidah", "YE"),
    ("Marib", "YE"),
    ("El Fasher", "SD"),
    ("Benghazi", "LY"),
    ("Khan Younis", "PS"),
    ("Rafah", "PS"),
    ("Stepanakert", "AZ"),
    ("Fallujah", "IQ"),
    ("Geneva", "CH"),
    ("Astana", "KZ"),
    ("Minsk", "BY"),
    ("Lausanne", "CH"),
    ("The Hague", "NL"),
    ("Crimea", "UA"),
    ("Türkiye", "TR"),
    ("U.S.", "US"),
    ("Syrian Arab Republic", "SY"),
]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(("name", "country"), FRONT_LINE)
def test_places_that_reports_name_are_found_under_the_reports_spelling(
    gazetteer: Gazetteer, name: str, country: str
) -> None:
    key = place_key(name)
    assert country in [place.country for place in gazetteer.find([key])[key]]


def test_a_place_comes_with_what_a_map_needs(gazetteer: Gazetteer) -> None:
    place = next(p for p in gazetteer.find(["aleppo"])["aleppo"] if p.kind == "city")
    assert (place.id, place.name, place.country) == ("geonames:170063", "Aleppo", "SY")
    assert place.lat == pytest.approx(36.20, abs=0.01)
    assert place.lon == pytest.approx(37.16, abs=0.01)
    assert place.population > 1_000_000


def test_the_capital_is_the_capital_and_not_a_town_of_the_same_name(gazetteer: Gazetteer) -> None:
    places = gazetteer.find(["washington"])["washington"]
    assert [p.country for p in places if p.kind == "capital"] == ["US"]
    assert next(p for p in places if p.kind == "capital").lat == pytest.approx(38.9, abs=0.1)


def test_unknown_keys_are_left_out_and_hostile_ones_harm_nothing(gazetteer: Gazetteer) -> None:
    assert gazetteer.find(["nosuchplaceatall", "'; DROP TABLE place; --", ""]) == {}
    assert gazetteer.find([]) == {}
    assert gazetteer.find(["aleppo"])


def test_near_gives_only_the_countries_asked_for(gazetteer: Gazetteer) -> None:
    found = list(gazetteer.near("khansheikhn", ["SY"]))
    assert "khansheikhun" in [key for key, _ in found]
    assert {place.country for _, place in found} == {"SY"}
    assert list(gazetteer.near("khansheikhn", [])) == []


def test_a_copy_sent_to_another_process_answers_the_same(gazetteer: Gazetteer) -> None:
    assert pickle.loads(pickle.dumps(gazetteer)).find(["homs"]) == gazetteer.find(["homs"])


def test_reading_leaves_the_file_alone(gazetteer: Gazetteer) -> None:
    before = DATA.stat().st_mtime_ns
    gazetteer.find(["homs"])
    assert DATA.stat().st_mtime_ns == before
    assert [p.name for p in DATA.parent.iterdir() if p.name.startswith("gazetteer.sqlite-")] == []


def test_the_source_is_credited_beside_the_data_and_the_file_stays_small() -> None:
    assert "GeoNames" in (DATA.parent / "NOTICE.txt").read_text(encoding="utf-8")
    assert DATA.stat().st_size < 12_000_000


def test_a_missing_a_foreign_and_an_outdated_file_are_each_named(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no gazetteer at"):
        Gazetteer.open(tmp_path / "none.sqlite")
    (tmp_path / "text.sqlite").write_text("not a database at all, but long enough to be taken for one" * 20)
    with pytest.raises(KnowledgeError, match="is no gazetteer"):
        Gazetteer.open(tmp_path / "text.sqlite")
    old = sqlite3.connect(tmp_path / "old.sqlite")
    old.execute("CREATE TABLE place (id)")
    old.commit()
    old.close()
    with pytest.raises(KnowledgeError, match="format 0"):
        Gazetteer.open(tmp_path / "old.sqlite")


def test_a_packs_place_answers_to_each_of_its_names() -> None:
    camp = GazetteerPlace("varenia:velm", "Velm", "camp", aliases=("Velm camp", "Al-Velm"))
    assert by_key([camp]) == {"velm": (camp,), "velmcamp": (camp,)}
