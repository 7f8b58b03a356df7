"""What becomes of a row of a table of incidents, and what is said of one that is no good."""

from __future__ import annotations

import csv
import io
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.domain.incident import IncidentClaim, Party, Range, Site
from communique.errors import UnreadableSource
from communique.ingest.incidents import IncidentTable, RowFault, named

TABLES = Path(__file__).parents[2] / "samples" / "tables"

ACLED = {
    "event_id_cnty": "XVA7",
    "event_date": "2031-03-14",
    "time_precision": "1",
    "event_type": "Explosions/Remote violence",
    "sub_event_type": "Shelling/artillery/missile attack",
    "actor1": "Military Forces of Varenia (2027-)",
    "actor2": "KHC: Kesh Highlands Council",
    "location": "Velm",
    "latitude": "-48.69",
    "longitude": "-30.19",
    "geo_precision": "1",
    "source": "Meridian",
    "notes": "Shells fell at the edge of Velm.",
    "fatalities": "2",
}
GED = {
    "id": "900001",
    "type_of_violence": "1",
    "side_a": "Government of Varenia",
    "side_b": "KHC",
    "where_prec": "1",
    "where_coordinates": "Karsk town",
    "latitude": "-48.44",
    "longitude": "-29.93",
    "date_start": "2031-03-14 00:00:00.000",
    "date_end": "2031-03-15 00:00:00.000",
    "source_office": "Meridian",
    "source_original": "Karsk hospital",
    "source_headline": "Shells hit the Karsk road",
    "best": "6",
    "low": "5",
    "high": "9",
}
MONITORS = {
    "Position": "South edge of Karsk",
    "Latitude": "-48.45",
    "Longitude": "-29.93",
    "Event location": "3-5km N",
    "Means": "Heard",
    "No.": "4",
    "Observation": "Explosion",
    "Description": "undetermined",
    "Weapon": "N/K",
    "Date, time": "14-Mar-2031, 09:10",
}
BASES = {"acled": ACLED, "ucdp-ged": GED, "osce": MONITORS}


def written(*rows: dict[str, str], delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def read(data: bytes, shape: str | None = None) -> list[IncidentClaim | RowFault]:
    return list(IncidentTable("table.csv", data, None if shape is None else named(shape)).rows())


def claim(shape: str, **changes: str) -> IncidentClaim:
    (found,) = read(written(BASES[shape] | {k.replace("__", " "): v for k, v in changes.items()}), shape)
    assert isinstance(found, IncidentClaim), found
    return found


def fault(shape: str, **changes: str) -> str:
    (found,) = read(written(BASES[shape] | changes), shape)
    assert isinstance(found, RowFault), found
    return str(found)


def test_an_acled_row_says_who_did_what_to_whom_where_and_who_reported_it() -> None:
    found = claim("acled")
    assert (found.key, found.type, found.start, found.end) == (
        "ACLED:XVA7",
        "fire/artillery",
        "2031-03-14",
        "2031-03-14",
    )
    assert found.site == Site("Velm", -48.69, -30.19, 5.0)
    assert found.accused == (Party("Military Forces of Varenia (2027-)"),)
    assert found.victims == (Party("KHC: Kesh Highlands Council"),)
    assert found.killed == Range(2, 2, "2")
    assert (found.cited.chain, found.cited.origin, found.cited.row) == (("ACLED", "Meridian"), "Meridian", 2)
    assert found.cited.quotation == "Shells fell at the edge of Velm."


def test_a_ged_row_keeps_the_bounds_of_the_dead_and_accuses_nobody_of_a_battle() -> None:
    found = claim("ucdp-ged")
    assert (found.key, found.type, found.start, found.end) == (
        "UCDP-GED:900001",
        "fire/unspecified",
        "2031-03-14",
        "2031-03-15",
    )
    assert found.killed == Range(5, 9, "6 (5 to 9)")
    assert (found.accused, found.victims) == ((), ())
    assert [party.name for party in found.parties] == ["Government of Varenia", "KHC"]
    assert found.cited.chain == ("UCDP-GED", "Meridian", "Karsk hospital")


def test_a_ged_row_of_one_sided_violence_accuses_the_side_that_did_it() -> None:
    for code in ("3", "3.0"):
        found = claim("ucdp-ged", type_of_violence=code, side_b="Civilians")
        assert (found.type, found.accused, found.victims) == (
            "civilians/killing",
            (Party("Government of Varenia"),),
            (Party("Civilians"),),
        )


def test_a_monitors_row_lies_where_they_heard_it_and_not_where_they_stood() -> None:
    found = claim("osce")
    assert (found.type, found.means, found.count, found.unit) == (
        "fire/undetermined explosion",
        "heard",
        Range(4, 4, "4"),
        "explosion",
    )
    assert found.weapon is None
    site = found.site
    assert site is not None and site.lat is not None and site.lon is not None and site.within_km is not None
    assert site.lat == pytest.approx(-48.45 + 4 / 111.32, abs=1e-4)
    assert site.lon == pytest.approx(-29.93)
    assert 1.0 <= site.within_km <= 3.0
    assert found.cited.quotation == "3-5km N; South edge of Karsk; Heard; 4; Explosion; undetermined; N/K"


TYPES = [
    ("Explosions/Remote violence", "Air/drone strike", "fire/air strike"),
    ("Explosions/Remote violence", "Remote explosive/landmine/IED", "fire/IED or mine"),
    ("Explosions/Remote violence", "Suicide bomb", "fire/IED or mine"),
    ("Explosions/Remote violence", "Chemical weapon", "fire/chemical"),
    ("Battles", "Armed clash", "fire/unspecified"),
    ("Battles", "Government regains territory", "posture/ground taken"),
    ("Violence against civilians", "Attack", "civilians/attack"),
    ("Violence against civilians", "Abduction/forced disappearance", "civilians/abduction"),
    ("Strategic developments", "Looting/property destruction", "civilians/looting"),
    ("Strategic developments", "Agreement", "unclear"),
    ("Protests", "Peaceful protest", "unclear"),
]


@pytest.mark.parametrize(("event", "sub", "expected"), TYPES)
def test_the_type_is_ours_and_what_has_none_is_unclear_in_its_own_words(event: str, sub: str, expected: str) -> None:
    found = claim("acled", event_type=event, sub_event_type=sub)
    assert found.type == expected
    assert (sub in found.cited.quotation) == (expected == "unclear")


WEAPONS = [
    ("Burst", "Small arms", "", "fire/small arms"),
    ("Burst", "HMG", "", "fire/heavy machine gun"),
    ("Explosion", "120mm mortar", "", "fire/mortar"),
    ("Projectile", "N/K", "", "fire/unspecified"),
    ("Explosion", "N/K", "", "fire/undetermined explosion"),
    ("Explosion", "", "assessed as live-fire exercise", "expressly no violation/exercise"),
    ("Explosion", "N/K", "in a government-controlled area", "fire/undetermined explosion"),
]


@pytest.mark.parametrize(("seen", "weapon", "notes", "expected"), WEAPONS)
def test_a_monitors_row_has_the_type_of_its_weapon_or_of_what_was_heard(
    seen: str, weapon: str, notes: str, expected: str
) -> None:
    found = read(written(MONITORS | {"Observation": seen, "Weapon": weapon, "Description": notes}), "osce")
    assert [one.type for one in found if isinstance(one, IncidentClaim)] == [expected]


def test_nobody_is_accused_where_the_table_names_nobody_or_only_who_fought_whom() -> None:
    assert claim("acled", actor1="Unidentified Armed Group (Varenia)").accused == ()
    battle = claim("acled", event_type="Battles", sub_event_type="Armed clash")
    assert battle.accused == () and len(battle.parties) == 2


OFFSETS = [
    ({"Event location": "500 m W"}, 0.0, -0.5),
    ({"Event location": "2–4 km to the south-east of the post"}, -3 / 2**0.5, 3 / 2**0.5),
    ({"Event location": "1,5km SSW of Karsk"}, -1.386, -0.574),
    ({"Event location": "", "Distance": "2-4", "Bearing": "north"}, 3.0, 0.0),
    ({"Event location": "", "Distance": "2.5 km", "Bearing": "E"}, 0.0, 2.5),
]


@pytest.mark.parametrize(("changes", "north", "east"), OFFSETS)
def test_a_place_is_so_far_from_the_observer_in_such_a_direction(
    changes: dict[str, str], north: float, east: float
) -> None:
    (found,) = read(written(MONITORS | changes), "osce")
    assert isinstance(found, IncidentClaim) and found.site is not None and found.site.lat is not None, found
    assert found.site.lon is not None
    assert (found.site.lat + 48.45) * 111.32 == pytest.approx(north, abs=0.01)
    assert (found.site.lon + 29.93) * 111.32 * 0.6633 == pytest.approx(east, abs=0.01)


DATES = [
    ("acled", {"event_date": "14 March 2031"}, ("2031-03-14", "2031-03-14")),
    ("acled", {"event_date": "14-Mar-2031"}, ("2031-03-14", "2031-03-14")),
    ("acled", {"time_precision": "2"}, ("2031-03-11", "2031-03-17")),
    ("acled", {"time_precision": "3.0"}, ("2031-03-01", "2031-03-31")),
    ("acled", {"time_precision": ""}, ("2031-03-14", "2031-03-14")),
    ("osce", {"Date, time": "14.03.2031 21:40-00:15"}, ("2031-03-14", "2031-03-15")),
    ("osce", {"Date, time": "14 Mar 2031, 21:40–23:15"}, ("2031-03-14", "2031-03-14")),
    ("osce", {"Date, time": "2031-03-14T09:10:00Z"}, ("2031-03-14", "2031-03-14")),
]


@pytest.mark.parametrize(("shape", "changes", "days"), DATES)
def test_a_date_is_as_long_as_the_table_is_sure_of_it(
    shape: str, changes: dict[str, str], days: tuple[str, str]
) -> None:
    (found,) = read(written(BASES[shape] | changes), shape)
    assert isinstance(found, IncidentClaim), found
    assert (found.start, found.end) == days


PLACES = [
    ("acled", {"geo_precision": "3.0"}, 100.0),
    ("acled", {"geo_precision": ""}, 25.0),
    ("acled", {"latitude": "-48,69", "longitude": "-30,19"}, 5.0),
    ("acled", {"latitude": "−48.69"}, 5.0),
    ("acled", {"latitude": "", "longitude": ""}, None),
    ("ucdp-ged", {"where_prec": "2"}, 25.0),
    ("ucdp-ged", {"where_prec": "4"}, 150.0),
    ("ucdp-ged", {"where_prec": "6"}, None),
    ("osce", {"Event location": "In vicinity"}, None),
]


@pytest.mark.parametrize(("shape", "changes", "within"), PLACES)
def test_a_place_is_as_sure_as_its_code_says_and_a_countrys_middle_is_no_place(
    shape: str, changes: dict[str, str], within: float | None
) -> None:
    (found,) = read(written(BASES[shape] | changes), shape)
    assert isinstance(found, IncidentClaim) and found.site is not None, found
    assert found.site.within_km == within
    assert (found.site.lat is None) == (within is None)


KILLED = [
    ("acled", {"fatalities": "0"}, Range(0, None, "0")),
    ("acled", {"fatalities": "3.0"}, Range(3, 3, "3.0")),
    ("acled", {"fatalities": "1 900"}, Range(1900, 1900, "1 900")),
    ("acled", {"fatalities": "10+"}, Range(10, None, "10+")),
    ("acled", {"fatalities": "2-3"}, Range(2, 3, "2-3")),
    ("acled", {"fatalities": ""}, None),
    ("ucdp-ged", {"low": "6", "high": "6"}, Range(6, 6, "6")),
    ("ucdp-ged", {"low": "0", "best": "0", "high": "4"}, Range(0, 4, "0 (0 to 4)")),
]


@pytest.mark.parametrize(("shape", "changes", "killed"), KILLED)
def test_the_dead_are_as_many_as_the_table_says_and_none_reported_is_not_none_killed(
    shape: str, changes: dict[str, str], killed: Range | None
) -> None:
    (found,) = read(written(BASES[shape] | changes), shape)
    assert isinstance(found, IncidentClaim), found
    assert found.killed == killed


FAULTS = [
    ("acled", {"latitude": "95,2"}, "row 2: latitude 95,2 lies outside -90..90; the row was left out"),
    ("acled", {"longitude": "200"}, "longitude 200 lies outside -180..180"),
    ("acled", {"latitude": "48°41'N"}, "is no number of degrees"),
    ("acled", {"latitude": "0", "longitude": "0.0"}, "what programs write for an unknown place"),
    ("acled", {"longitude": ""}, "it has a latitude and no longitude"),
    ("acled", {"event_date": ""}, "it has no date"),
    ("acled", {"event_date": "03/04/2031"}, "is not written YYYY-MM-DD or DD MMMM YYYY"),
    ("acled", {"event_date": "2031-02-30"}, "is no day of the calendar"),
    ("acled", {"event_date": "0031-03-14"}, "lies outside 1900 to 2200"),
    ("acled", {"time_precision": "9"}, 'date precision "9" is unknown (known are 1, 2, 3)'),
    ("acled", {"fatalities": "several"}, 'killed "several" is no count'),
    ("acled", {"fatalities": "-2"}, 'killed "-2" is no count'),
    ("acled", {"fatalities": "1,900"}, 'killed "1,900" may be 1 or 1900'),
    ("acled", {"event_id_cnty": ""}, "it has no id"),
    ("ucdp-ged", {"date_end": "2031-03-01"}, "it ends on 2031-03-01, before it begins on 2031-03-14"),
    ("ucdp-ged", {"low": "12"}, "killed runs from 12 to 9, backwards"),
    ("osce", {"Date, time": "14-Mar, 09:10"}, "names no year, and none is guessed"),
]


@pytest.mark.parametrize(("shape", "changes", "message"), FAULTS)
def test_a_row_that_is_no_good_is_told_with_its_number_and_what_is_wrong(
    shape: str, changes: dict[str, str], message: str
) -> None:
    assert message in fault(shape, **changes)


ENCODED = [
    ("utf-8-sig", ","),
    ("utf-8", ";"),
    ("utf-16", "\t"),
    ("cp1252", "|"),
]


@pytest.mark.parametrize(("encoding", "delimiter"), ENCODED)
def test_a_table_is_read_however_a_spreadsheet_saved_it(encoding: str, delimiter: str) -> None:
    text = written(ACLED | {"location": "Vélm"}, delimiter=delimiter).decode()
    for end in ("\n", "\r\n", "\r"):
        (found,) = read(text.replace("\n", end).encode(encoding))
        assert isinstance(found, IncidentClaim) and found.site is not None, found
        assert found.site.name == "Vélm"


def test_numbers_of_rows_are_those_a_spreadsheet_shows_whatever_stands_in_the_cells() -> None:
    rows = [ACLED | {"event_id_cnty": f"XVA{n}", "notes": "Two lines:\nhere and\nhere."} for n in range(4)]
    rows[3]["latitude"] = "x"
    data = written(*rows).replace(b"XVA2,", b"\n,XVA2,").replace(b"\n,XVA2", b"\nXVA2")
    *good, bad = read(data)
    assert [one.cited.row for one in good if isinstance(one, IncidentClaim)] == [2, 3, 5]
    assert isinstance(bad, RowFault) and (bad.row, bad.line) == (6, 12)


BROKEN_LINES = [
    ('XVA8,"Shells fell, and "more" fell', "a quotation mark stands inside a quoted cell"),
    ('XVA8,"Shells fell and nothing closes this', "a quotation mark is opened and never closed"),
    ("XVA8,2031-03-14", "it has 2 cells where the header has 14"),
    (",".join(["XVA8", *"abcdefghijklmnop"]), "(is there a comma in a cell without quotation marks around it?)"),
]


@pytest.mark.parametrize(("broken", "message"), BROKEN_LINES)
def test_a_broken_line_costs_no_other_row(broken: str, message: str) -> None:
    rows = [ACLED | {"event_id_cnty": f"XVA{n}"} for n in range(300)]
    lines = written(*rows).decode().split("\n")
    found = read("\n".join([*lines[:3], broken, *lines[3:]]).encode())
    faults = [one for one in found if isinstance(one, RowFault)]
    assert [one.row for one in faults] == [4] and message in faults[0].why
    assert len(found) == 301


def test_a_second_header_an_index_column_and_blank_rows_are_no_incidents() -> None:
    tagged = dict.fromkeys(ACLED, "") | {"event_id_cnty": "#event+id", "latitude": "#geo+lat", "longitude": "#geo+lon"}
    blank = dict.fromkeys(ACLED, " ")
    rows = [{"": n, **row} for n, row in (("#index", tagged), ("0", ACLED), ("", blank))]
    (found,) = read(written(*rows) + b"\n\n")
    assert isinstance(found, IncidentClaim) and found.cited.row == 3


def test_a_table_is_read_without_the_columns_it_can_do_without() -> None:
    few = {k: ACLED[k] for k in ("event_id_cnty", "event_date", "event_type", "sub_event_type")}
    (found,) = read(written(few))
    assert isinstance(found, IncidentClaim)
    assert (found.site, found.killed, found.accused, found.cited.chain) == (None, None, (), ("ACLED",))


def test_a_row_that_stands_twice_comes_once_and_one_that_takes_anothers_id_is_told() -> None:
    first, again, other = read(written(ACLED, ACLED, ACLED | {"fatalities": "3"}, ACLED | {"event_id_cnty": "XVA8"}))[
        :3
    ]
    assert isinstance(first, IncidentClaim) and first.cited.row == 2
    assert isinstance(again, RowFault) and str(again).startswith("row 4: it has the id of row 2, ACLED:XVA7")
    assert isinstance(other, IncidentClaim) and other.key == "ACLED:XVA8"


def test_rows_without_ids_are_known_by_what_they_say() -> None:
    once, twice = (claim("osce").key for _ in range(2))
    assert once == twice
    assert claim("osce", Means="Saw").key != once


UNKNOWN = [
    (b"", "is empty"),
    (b"\n \n", "is empty"),
    (b"PK\x03\x04spreadsheet", "save the table as CSV"),
    (b"Day,Town,Dead\n2031-03-14,Velm,2\n", "has the columns Day, Town, Dead, which are of no shape that is known"),
    (
        b"event_id_cnty,event_date,event_type,subevent_type\n",
        "nearest to acled, but lacks sub_event_type (is it subevent_type?)",
    ),
    (",".join([*ACLED, *GED]).encode() + b"\n", "may be of several shapes; say which with --as acled or --as ucdp-ged"),
    (",".join([*ACLED, "latitude"]).encode() + b"\n", "has the column 'latitude' twice"),
    (b"a," * 1_001 + b"\n", "has 1,002 columns; at most 1,000 are read"),
]


@pytest.mark.parametrize(("data", "message"), UNKNOWN)
def test_a_table_that_is_not_certain_is_asked_about_and_not_guessed_at(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableSource) as raised:
        read(data)
    assert message in str(raised.value)


SAMPLES = [
    ("acled-shaped.csv", "acled", 5),
    ("ucdp-ged-shaped.csv", "ucdp-ged", 3),
    ("monitors-osce-style.csv", "osce", 5),
]


@pytest.mark.parametrize(("file", "shape", "rows"), SAMPLES)
def test_the_sample_tables_are_recognised_and_every_row_of_them_is_good(file: str, shape: str, rows: int) -> None:
    table = IncidentTable(file, (TABLES / file).read_bytes())
    found = list(table.rows())
    assert table.shape.key == shape
    assert [type(one) for one in found] == [IncidentClaim] * rows


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.binary(max_size=400), st.text(alphabet='aX19-,;"\n\r\t \u00e9/', max_size=400).map(str.encode)))
def test_no_bytes_bring_an_import_down(rest: bytes) -> None:
    header = ",".join(ACLED).encode()
    for data in (rest, header + b"\n" + rest, written(ACLED) + rest):
        try:
            found = read(data)
        except UnreadableSource as why:
            assert str(why)
        else:
            assert all(isinstance(one, (IncidentClaim, RowFault)) for one in found)


def test_quotation_marks_that_are_never_closed_do_not_make_a_table_endless() -> None:
    data = written(ACLED) + b'XVA8,"' + b"\n".join(b'x,"' for _ in range(20_000))
    began = time.process_time()
    found = read(data)
    assert time.process_time() - began < 30  # reading on from every line anew would take hours
    assert isinstance(found[0], IncidentClaim) and all(isinstance(one, RowFault) for one in found[1:])
