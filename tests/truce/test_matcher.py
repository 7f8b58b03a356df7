"""Which claims the matcher puts together at once, which it proposes, and which it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from time import process_time
from typing import Any

import pytest

from communique.domain.incident import Citation, IncidentClaim, Party, Range, Site
from communique.record.groups import Link, grouped
from communique.truce.matcher import labels, match

VELM = Site("Velm", -48.69, -30.19, 1.0)
KARSK = Site("Karsk", -48.44, -29.93, 2.0)
VALLEY = Site("Tessel valley", -48.75, -29.74, 40.0, "Tessel valley")
TESSEL = Site("Tessel", -48.73, -29.71, 2.0)


def claim(key: str, *, report: str | None = None, words: str = "it was hit", **more: Any) -> IncidentClaim:
    """A claim of mortar fire on Velm on 14 March, by default each in a report of its own."""
    chain = more.pop("chain", ("Meridian", f"speaker {key}"))
    at = more.pop("at", 0)
    cited = Citation(
        report or f"report-{key}",
        "wire.txt",
        words,
        chain,
        ((at, at + 40),),
        published=more.pop("published", "2031-03-15"),
    )
    made = IncidentClaim(key, "fire/mortar", cited, "2031-03-14", "2031-03-14", VELM)
    return replace(made, **more)


def row(key: str, **more: Any) -> IncidentClaim:
    """A row of a table, keyed DATASET:ID."""
    made = claim(key, **more)
    return replace(made, cited=replace(made.cited, report=key.partition(":")[0], row=1, spans=()))


def people(low: int, high: int | None = None) -> Range:
    return Range(low, low if high is None else high)


def linked(one: IncidentClaim, other: IncidentClaim) -> Link | None:
    return next(iter(match([one, other]).links), None)


def verdict(one: IncidentClaim, other: IncidentClaim) -> str:
    link = linked(one, other)
    return "none" if link is None else "sure" if link.sure else "proposed"


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        # The same town, day and weapon: one happening, whatever the sides say of the dead.
        ({}, "sure"),
        ({"killed": people(2)}, "sure"),
        ({"killed": people(5)}, "sure"),
        ({"type": "fire/artillery", "killed": people(3)}, "sure"),
        # Another kind of weapon needs more than day and town.
        ({"type": "fire/artillery"}, "proposed"),
        ({"type": "fire/artillery", "victims": (Party("Varenian army", "varenian-army"),)}, "sure"),
        ({"type": "fire/undetermined explosion"}, "proposed"),
        # One side says a drone, the other a mortar: never joined unasked.
        ({"type": "fire/drone"}, "proposed"),
        ({"type": "posture/ground taken"}, "none"),
        ({"type": "mechanism/monitor denied"}, "none"),
        # Days.
        ({"start": "2031-03-15", "end": "2031-03-15"}, "proposed"),
        ({"start": "2031-03-16", "end": "2031-03-16"}, "none"),
        ({"start": "2031-03-01", "end": "2031-03-31"}, "none"),
        ({"start": None, "end": None}, "proposed"),
        ({"start": None, "end": None, "killed": people(3)}, "sure"),
        ({"start": None, "end": None, "published": "2031-04-15"}, "none"),
        # Places.
        ({"site": KARSK}, "none"),
        ({"site": Site("Velm", -48.70, -30.19, 1.0)}, "sure"),
        ({"site": Site("Lower Morrad", -48.66, -30.27, 40.0)}, "proposed"),
        ({"site": Site("Lower Morrad", -48.66, -30.27, 40.0), "killed": people(3)}, "sure"),
        ({"site": Site("VELM")}, "sure"),
        ({"site": None}, "proposed"),
        # Somewhere in the country, and numbers far apart, are two happenings until more agrees.
        ({"site": Site("Varenia", -49.0, -30.0, 500.0)}, "proposed"),
        ({"killed": people(30)}, "proposed"),
    ],
)
def test_two_reports_of_one_happening_are_told_from_two_happenings(fields: dict[str, Any], expected: str) -> None:
    one = claim("one", killed=people(3), victims=(Party("Varenian army", "varenian-army"),))
    assert verdict(one, claim("other", **fields)) == expected


def test_a_bakery_and_a_school_of_one_town_and_day_are_not_one() -> None:
    bakery = claim("a", words="a drone hit a bakery", type="fire/drone")
    school = claim("b", words="the drone struck a school yard", type="fire/drone")
    assert verdict(bakery, school) == "proposed"
    assert verdict(bakery, claim("c", words="a drone on the bakery", type="fire/drone")) == "sure"


def test_a_night_has_two_dates() -> None:
    one = claim("a", words="fire from Monday evening until dawn", type="fire/heavy machine gun")
    other = claim(
        "b",
        words="in the night to Tuesday shots fell",
        type="fire/heavy machine gun",
        start="2031-03-15",
        end="2031-03-15",
    )
    assert verdict(one, other) == "sure"


def test_the_same_words_in_two_papers_are_one_happening_even_without_a_place() -> None:
    words = "The Highland Guard fired four mortar rounds at a post of the army near the crossing, wounding two soldiers"
    one, other = claim("a", words=words, site=None), claim("b", words=words.replace("four", "4"), site=None)
    assert verdict(one, other) == "sure"


def test_the_reasons_are_in_words() -> None:
    link = linked(claim("a", killed=people(2)), claim("b", killed=people(2)))
    assert link is not None
    assert link.reason == "the same day, both in Velm, the same number killed, both mortar"


# ------------------------------------------------------------------------------------------------ within a report


def told(key: str, **more: Any) -> IncidentClaim:
    return claim(key, report="r", chain=("Meridian", "Samir Lask"), **more)


def test_a_headline_finds_the_sentence_it_sums_up() -> None:
    headline = told("a", start=None, end=None, site=None, killed=people(2))
    assert verdict(headline, told("b", killed=people(2), at=200)) == "sure"


def test_a_report_of_several_days_tells_of_several_happenings() -> None:
    claims = [
        told("a"),
        told("b", start="2031-03-15", end="2031-03-15", at=100),
        told("c", at=200, site=None, start=None, end=None),
    ]
    sure = {frozenset((link.one, link.other)) for link in match(claims).links if link.sure}
    assert sure == set()


def test_one_voice_that_counts_two_and_three_dead_tells_of_two_happenings() -> None:
    morning, evening = told("a", killed=people(2)), told("b", killed=people(3), at=100)
    assert verdict(morning, evening) == "none"


def test_a_third_claim_does_not_join_what_its_source_tells_apart() -> None:
    claims = [told("a", killed=people(2)), told("b", killed=people(3), at=100), claim("c")]
    found = match(claims)
    groups = grouped([one.key for one in claims], found.links, (), apart=found.apart)
    assert {group.members for group in groups} == {("a",), ("b",), ("c",)}
    assert all("another fits as well" in link.reason for link in found.links)


def test_what_is_told_beside_a_withdrawal_is_not_what_is_withdrawn() -> None:
    back = told("a", retracted=True, killed=people(2))
    assert verdict(back, told("b", start=None, end=None, killed=people(2), at=60)) == "none"
    assert verdict(back, claim("c", killed=people(2))) == "sure"


# ---------------------------------------------------------------------------------------------------------- tables


def test_rows_of_one_table_are_never_put_together_and_rows_of_two_are() -> None:
    assert verdict(row("ACLED:1"), row("ACLED:2")) == "none"
    assert verdict(row("ACLED:1"), row("UCDP:7")) == "sure"


def test_a_report_that_fits_two_rows_equally_is_left_to_a_person() -> None:
    claims = [row("ACLED:1"), row("ACLED:2"), claim("c")]
    found = match(claims)
    assert [link.sure for link in found.links] == [False, False]
    groups = grouped([one.key for one in claims], found.links, (), apart=found.apart, labels=labels(claims))
    assert len(groups) == 3


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_each_pair_is_linked_once_whatever_came_first(order: tuple[int, int]) -> None:
    claims = [claim("a"), row("UCDP:1"), row("ACLED:1"), row("ACLED:2", site=KARSK)]
    found = match([claims[order[0]], claims[order[1]], *claims[2:]])
    pairs = [frozenset((link.one, link.other)) for link in found.links]
    assert len(pairs) == len(set(pairs)) == 3


def test_a_large_table_costs_no_more_than_what_is_compared_with_it() -> None:
    days = [f"2031-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
    rows = [row(f"ACLED:{n}", start=days[n % 336], end=days[n % 336]) for n in range(20_000)]
    start = process_time()
    found = match([*rows, claim("a")])
    # Compared with each other, twenty thousand rows would take half an hour.
    assert process_time() - start < 30
    assert {link.other for link in found.links if link.one == "a"} == {
        r.key for r in rows if r.start and "03-13" <= r.start[5:] <= "03-15"
    }
