from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from communique.domain.actor import Actor
from communique.domain.provenance import Provenance
from communique.domain.reading import Findings, Reading
from communique.errors import SettingsError
from communique.record import Query, Store, View
from communique.record.query import path

from ..plain_reader import reading, report

BRIEFING = """\
Varenian Foreign Ministry: Irena Sollos and Anselm Rook stressed the need to extend the Brunnhal Memorandum.
Lena Ōkafor-Lindqvist said several violations were recorded on 12 March 2031.
a diplomat close to the talks said the round may fail.
"""
READOUT = """\
Pavel Drenko denied any air strike on Sel Harad.
Meridian: Irena Sollos said resolution 3107 binds “all sides” to the truce.
"""
APPEAL = "Dara Velisk said the Highland Guard is holding fire.\n"

SIGNED, VIOLATIONS, FAIL = (
    "the need to extend the Brunnhal Memorandum.",
    "several violations were recorded on 12 March 2031.",
    "the round may fail.",
)
STRIKE, BINDS, FIRE = (
    "any air strike on Sel Harad.",
    "resolution 3107 binds “all sides” to the truce.",
    "the Highland Guard is holding fire.",
)


@pytest.fixture
def view(store: Store) -> Iterator[View]:
    with store.writer() as writer:
        writer.keep(reading(report(APPEAL, outlet="Highland Voice", published=None)), "plain@1")
        writer.keep(reading(report(READOUT, published="2031-04-01", precision="month")), "plain@1")
        writer.keep(reading(report(BRIEFING)), "plain@1")
    with store.view() as opened:
        yield opened


def found(view: View, query: Query) -> list[str]:
    return [said.quotation for said in view.statements(query)]


def test_all_statements_come_by_publication_with_the_undated_last(view: View) -> None:
    assert found(view, Query()) == [SIGNED, VIOLATIONS, FAIL, STRIKE, BINDS, FIRE]


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Sollos", [SIGNED, BINDS]),
        ("IRENA", [SIGNED, BINDS]),
        ("sollos irena", [SIGNED, BINDS]),
        ("Okafor", [VIOLATIONS]),
        ("okafor-lindqvist", [VIOLATIONS]),
        ("Lindqvist, Léna", [VIOLATIONS]),
        ("Soll", []),  # part of a name, not part of a word: "Ali" must not find "Khalid"
        ("VNA", []),  # an outlet that passes it on is not its speaker
        ("diplomat", [FAIL]),
        ("%", None),
        ("", None),
    ],
)
def test_a_speaker_is_found_by_any_part_of_the_name(view: View, speaker: str, expected: list[str] | None) -> None:
    if expected is None:
        with pytest.raises(SettingsError, match="no letter or digit"):
            Query(speaker=speaker)
    else:
        assert found(view, Query(speaker=speaker)) == expected


@pytest.mark.parametrize(
    ("chain", "expected"),
    [
        ("vna", [SIGNED, VIOLATIONS, FAIL, STRIKE, BINDS]),
        ("Foreign Ministry", [SIGNED]),
        ("VNA > Varenian Foreign Ministry", [SIGNED]),
        ("VNA › Foreign Ministry › Rook", [SIGNED]),
        ("VNA > Foreign Ministry > Sollos", [SIGNED]),  # joint speakers stand side by side
        ("Sollos > Rook", []),
        ("Meridian > Sollos", [BINDS]),
        ("VNA > Sollos", []),  # VNA has her words from the ministry and from Meridian only
        ("Foreign Ministry > VNA", []),
        ("Highland Voice > Velisk", [FIRE]),
        ("Selpress", []),
    ],
)
def test_a_path_of_authority_is_found_link_by_link(view: View, chain: str, expected: list[str]) -> None:
    assert found(view, Query(chain=path(chain))) == expected


@pytest.mark.parametrize(
    ("since", "until", "expected", "undated"),
    [
        ("2031-03-14", "2031-03-14", [SIGNED, VIOLATIONS, FAIL], 1),
        ("2031-03-15", None, [STRIKE, BINDS], 1),
        (None, "2031-03-13", [], 1),
        ("2031-04-30", None, [STRIKE, BINDS], 1),  # known to be of April: may be of its last day
        ("2031-05-01", None, [], 1),
        (None, "2031-04-01", [SIGNED, VIOLATIONS, FAIL, STRIKE, BINDS], 1),
        (None, None, [SIGNED, VIOLATIONS, FAIL, STRIKE, BINDS, FIRE], 0),
    ],
)
def test_dates_bound_the_day_of_publication_and_the_undated_are_counted(
    view: View, since: str | None, until: str | None, expected: list[str], undated: int
) -> None:
    query = Query(since=since and date.fromisoformat(since), until=until and date.fromisoformat(until))
    assert found(view, query) == expected
    assert view.undated(query) == undated


def test_undated_statements_that_fail_the_other_conditions_are_not_counted(view: View) -> None:
    assert view.undated(Query(speaker="Sollos", since=date(2031, 1, 1))) == 0


@pytest.mark.parametrize(
    ("instrument", "expected"),
    [("3107", [BINDS]), ("brunnhal memorandum", [SIGNED]), ("Memorandum", [SIGNED]), ("2254", [])],
)
def test_an_instrument_is_found_in_what_speaks_of_it(view: View, instrument: str, expected: list[str]) -> None:
    assert found(view, Query(instrument=instrument)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("violation", [VIOLATIONS]),
        ("truce binding", [BINDS]),
        ("truce strike", []),
        ('"holding fire"', [FIRE]),
        ("“holding fire”", [FIRE]),
        ('"fire holding"', []),
        ("AND", []),  # a word like any other, not an operator
        ("NEAR(holding fire)", []),
        ("strike*", [STRIKE]),
        ("quotation: strike", []),
        ('strike "', [STRIKE]),
        ("'; DROP TABLE reports; --", []),
    ],
)
def test_words_are_searched_for_as_words_and_never_as_commands(view: View, words: str, expected: list[str]) -> None:
    assert found(view, Query(words=words)) == expected
    assert view.count(Query()) == 6


def test_conditions_add_up_and_the_limit_is_not_part_of_the_count(view: View) -> None:
    query = Query(speaker="sollos", chain=path("VNA"), limit=1)
    assert found(view, query) == [SIGNED]
    assert view.count(query) == 2


def test_the_two_sides_are_found_by_the_name_of_either(store: Store) -> None:
    made = Provenance("plain@1")
    base = reading(report("the two sides stressed the need for talks.\n"))
    sides = Actor("a0", "the two sides", "unknown", made, members=("a1", "a2"))
    people = (Actor("a1", "Irena Sollos", "person", made), Actor("a2", "Anselm Rook", "person", made))
    found_sides = Findings(actors=(sides, *people), statements=base.findings.statements)
    with store.writer() as writer:
        writer.keep(Reading(base.report, found_sides), "plain@1")
    with store.view() as view:
        assert [view.count(Query(speaker=name)) for name in ("Sollos", "Rook", "two sides", "Velisk")] == [1, 1, 1, 0]


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"limit": 0}, "at least 1"),
        ({"since": date(2031, 2, 1), "until": date(2031, 1, 1)}, "earlier date first"),
        ({"chain": ("VNA", "")}, "no letter or digit"),
        ({"chain": ("x",) * 13}, "at most 12"),
        ({"words": '""'}, "no letter or digit"),
    ],
)
def test_a_query_that_can_find_nothing_says_what_is_allowed(asked: dict[str, object], reason: str) -> None:
    with pytest.raises(SettingsError, match=reason):
        Query(**asked)  # type: ignore[arg-type]
