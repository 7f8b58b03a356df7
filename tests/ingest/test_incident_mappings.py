"""A table of any shape by a mapping, and what is said of a mapping that is not right."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from communique.domain.incident import IncidentClaim, Party, Range, Site
from communique.errors import SettingsError
from communique.ingest.incidents import IncidentTable, RowFault, Shape, load_mapping, named
from communique.ingest.incidents.shape import FIELDS

ROOT = Path(__file__).parents[2]
TABLES = ROOT / "samples" / "tables"

LEAST = 'dataset = "VOC"\n[columns]\ndate = "Day"\n'


def mapping(tmp_path: Path, text: str) -> Shape:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return load_mapping(path)


def read(shape: Shape, table: str) -> list[IncidentClaim | RowFault]:
    return list(IncidentTable("table.csv", table.encode(), shape).rows())


def test_the_sample_mapping_reads_its_table_in_its_own_language() -> None:
    table = IncidentTable(
        "observatory.csv", (TABLES / "observatory.csv").read_bytes(), load_mapping(TABLES / "observatory.toml")
    )
    mortar, convoy, harbour = (one for one in table.rows() if isinstance(one, IncidentClaim))
    assert (mortar.key, mortar.type, mortar.start) == ("VOC:VOC-31/7", "fire/mortar", "2031-03-14")
    assert mortar.site == Site("Velm", -48.69, -30.19, 3.0)
    assert (mortar.killed, mortar.injured) == (Range(2, 2, "2"), Range(5, None, "5+"))
    assert mortar.cited.chain == ("VOC", "Krankenhaus Morrad")
    assert convoy.either
    assert convoy.accused == (Party("Varenian army", "varenian-army"), Party("Highland Guard", "highland-guard"))
    assert harbour.site == Site("Port Adel") and not harbour.either


def test_a_mapping_needs_no_more_than_a_name_and_a_date(tmp_path: Path) -> None:
    (found,) = read(mapping(tmp_path, LEAST), "Day,Town\n2031-03-14,Velm\n")
    assert isinstance(found, IncidentClaim)
    assert (found.type, found.start, found.site, found.cited.chain) == ("unclear", "2031-03-14", None, ("VOC",))


def test_a_mapping_can_build_on_a_known_shape(tmp_path: Path) -> None:
    shape = mapping(tmp_path, 'like = "osce"\ndataset = "JMM"\n[constants]\nyear = 2031\n[columns]\nplace = "Post"\n')
    table = "Post,Event location,Means,No.,Observation,Description,Weapon,Date,Time\n" + (
        'Karsk,3km N,Heard,2,Burst,,"Small arms","18-Mar, 19:32",\n'
    )
    (found,) = read(shape, table)
    assert isinstance(found, IncidentClaim), found
    assert (found.start, found.type, found.cited.chain) == ("2031-03-18", "fire/small arms", ("JMM",))
    assert found.site == Site("3km N of Karsk")


def test_words_of_the_table_become_words_of_the_record(tmp_path: Path) -> None:
    shape = mapping(
        tmp_path,
        LEAST
        + 'type = "Type"\nseverity = "Grade"\npolarity = "Status"\nkilled_high = "Up to"\n'
        + '[values.severity]\n"Grave" = "serious"\n[values.polarity]\n"Refuted" = "denied"\n[values.type]\n"panzer" = "fire/tank"\n',
    )
    table = "Day,Type,Grade,Status,Up to\n2031-03-14,fire/tank,grave,REFUTED,4\n2031-03-15,Fire/Sniper,minor,,\n2031-03-16,Panzer,,,\n"
    first, second, third = (one for one in read(shape, table) if isinstance(one, IncidentClaim))
    assert (first.type, first.severity, first.polarity) == ("fire/tank", "serious", "denied")
    assert first.killed == Range(None, 4, "? to 4")
    assert (second.type, second.severity, second.polarity) == ("fire/sniper", "minor", "asserted")
    assert third.type == "fire/tank"


def test_a_word_that_the_mapping_does_not_translate_is_told(tmp_path: Path) -> None:
    shape = mapping(tmp_path, LEAST + 'severity = "Grade"\n')
    (found,) = read(shape, "Day,Grade\n2031-03-14,grave\n")
    assert 'severity "grave" is unknown (allowed are none, not a violation, minor' in str(found)


DECIMALS = [(",", "1.900", 1900), (".", "1,900", 1900), (".", "1 900", 1900)]


@pytest.mark.parametrize(("decimal", "cell", "expected"), DECIMALS)
def test_the_decimal_sign_settles_which_sign_parts_thousands(
    tmp_path: Path, decimal: str, cell: str, expected: int
) -> None:
    text = LEAST.replace("[columns]", f'[table]\ndecimal = "{decimal}"\ndelimiter = ";"\n[columns]')
    (found,) = read(mapping(tmp_path, text + 'count = "N"\n'), f"Day;N\n2031-03-14;{cell}\n")
    assert isinstance(found, IncidentClaim) and found.count is not None, found
    assert found.count.low == expected


def test_coordinates_and_kilometres_of_ones_own(tmp_path: Path) -> None:
    columns = (
        'lat = "Lat"\nlon = "Lon"\nwithin_km = "Radius"\nplace_precision = "Code"\n[kilometres]\nA = 1\nB = "unknown"\n'
    )
    table = "Day,Lat,Lon,Radius,Code\n" + "".join(
        f'2031-03-14,-48.5,-30.{n},"{radius}",{code}\n'
        for n, (radius, code) in enumerate((("2,5", ""), ("", "A"), ("", "B")))
    )
    found = [one.site for one in read(mapping(tmp_path, LEAST + columns), table) if isinstance(one, IncidentClaim)]
    assert found == [Site("", -48.5, -30.0, 2.5), Site("", -48.5, -30.1, 1.0), None]


WRONG = [
    ("dataset = [", "it is not TOML"),
    ('[columns]\ndate = "Day"\n', 'it has no dataset: give the table a short name, such as dataset = "VOC"'),
    ('dataset = "V:C"\n[columns]\ndate = "Day"\n', "A dataset cannot be called 'V:C'"),
    ('dataset = "VOC"\n', "it names no column for the date"),
    (LEAST + 'lattitude = "Lat"\n', "[columns] lattitude is no field: did you mean"),
    (LEAST + "[constant]\nyear = 2031\n", "constant is unknown: did you mean constants?"),
    (LEAST + "[table]\ndelimeter = ';'\n", "[table] delimeter is unknown: did you mean delimiter?"),
    (LEAST + "[table]\ndelimiter = '::'\n", "delimiter '::' is not allowed"),
    (LEAST + "[table]\ndecimal = ';'\n", "Invalid enum value ';'"),
    (LEAST + "[table]\ndates = ['MM/YYYY']\n", "it needs a day (D) and a month (M"),
    (LEAST + "[table]\ndates = ['DD.MM.YY']\n", "whose century would have to be guessed"),
    (LEAST + "[table]\ndates = ['DD.DD.YYYY']\n", "it needs a day (D) and a month (M"),
    (LEAST + "[[kind]]\ntype = 'x'\ngives = 'fire/motar'\n", "did you mean fire/mortar?"),
    (LEAST + "[[kind]]\ntype = 'x'\ngives = 'shelling'\n", "It begins with one of fire, posture"),
    (LEAST + "[[kind]]\ntipe = 'x'\ngives = 'fire'\n", "[[kind]] tipe is unknown: did you mean type?"),
    (LEAST + "[values.type]\nx = 'shelling'\n", "It begins with one of fire, posture"),
    (LEAST + "[kilometres]\n1 = -4\n", "is no number of kilometres"),
    (LEAST + "[days]\n1 = 'fortnight'\n", "Invalid enum value 'fortnight'"),
    (LEAST + "[values.polarity]\nno = 'refuted'\n", 'polarity "refuted" is unknown; allowed are asserted'),
    ("like = 'aclid'\n", "There is no shape 'aclid'. There are acled, osce, ucdp-ged"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_a_mapping_that_is_not_right_is_told_with_what_to_change(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsError) as raised:
        mapping(tmp_path, text)
    assert message in str(raised.value)
    assert "mine.toml" in str(raised.value)


def test_a_table_given_as_its_own_mapping_is_told(tmp_path: Path) -> None:
    table = tmp_path / "table.toml"
    table.write_bytes("Länge;Breite\n".encode("cp1252"))
    with pytest.raises(SettingsError, match="is it the table itself"):
        load_mapping(table)
    with pytest.raises(SettingsError, match="cannot be read: No such file"):
        load_mapping(tmp_path / "nowhere.toml")


def test_a_shape_that_is_not_known_is_told_with_those_that_are() -> None:
    assert named("ACLED").key == "acled"
    with pytest.raises(SettingsError, match="There are acled, osce, ucdp-ged, tally, and mappings"):
        named("gdelt")


def test_every_field_of_a_mapping_is_on_the_page() -> None:
    page = (ROOT / "docs" / "how-to" / "import.md").read_text(encoding="utf-8")
    assert [field for field in FIELDS if f"`{field}`" not in page] == []


def test_the_mappings_on_the_page_are_right(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "how-to" / "import.md").read_text(encoding="utf-8")
    year, whole = re.findall(r"```toml\n(.*?)```", page, re.S)
    assert mapping(tmp_path, year).constants["year"] == "2031"
    shown, sample = mapping(tmp_path, whole), load_mapping(TABLES / "observatory.toml")
    assert shown == replace(sample, key="mine", values={"accused": sample.values["accused"]}, kinds=sample.kinds[:1])
