"""The situation report on incidents: who alleges, who denies, what that makes of each."""

from __future__ import annotations

from typing import Any

import pytest

from communique.domain.incident import Graded, InScope, Party, Placing
from communique.truce.sitrep.bearing import bears_on

from .sitreps import VELM, report, told
from .words import cited, claim, incident, memorandum


def test_an_incident_tells_who_alleges_it_who_denies_it_and_what_that_makes_of_it() -> None:
    lines = told(report(VELM), "In the agreement's scope")
    assert (
        "Claimed: Pavel Drenko alleges it and accuses Highland Guard. Dara Velisk denies it for Highland Guard. "
        "Samir Lask alleges it and accuses Highland Guard."
    ) in lines
    assert "Severity: Stated as serious by Pavel Drenko. Assessed as serious: somebody was killed." in lines
    assert "At odds: Denial: Dara Velisk denies it." in lines
    assert any(line.startswith("Known: Corroborated: three independent origins") for line in lines)
    assert any(line.endswith("Nobody has decided on this grouping yet.") for line in lines)
    assert any("inside Lower Morrad" in line for line in lines)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            {"accused": (Party("Varenian army"), Party("Selmarkan army")), "either": True},
            "Claimed: Samir Lask alleges it and accuses either Varenian army or Selmarkan army.",
        ),
        ({"retracted": True, "taking_back": True}, "Claimed: Samir Lask took the claim back."),
        ({"retracted": True}, "Claimed: Samir Lask told it before it was taken back."),
        ({"mention": True}, "Claimed: Samir Lask speaks of it as known."),
        ({"polarity": "not confirmed"}, "Claimed: Samir Lask cannot confirm it."),
        ({"anonymous": True}, "Claimed: An unnamed source (Meridian) alleges it and accuses Highland Guard."),
        (
            {"anonymous": True, "accused": (), "cited": cited("doctor at the town hospital")},
            "Claimed: Doctor at the town hospital (unnamed, Meridian) alleges it.",
        ),
        (
            {"anonymous": True, "accused": (), "cited": cited("unspecified source")},
            "Claimed: An unnamed source (Meridian) alleges it.",
        ),
        ({"accused": (), "stance": "accuses"}, "Claimed: Samir Lask alleges it."),
        ({"accused": ()}, "Claimed: Samir Lask reports it."),
    ],
)
def test_a_claim_is_told_as_it_was_made(more: dict[str, Any], expected: str) -> None:
    assert expected in told(report(incident("Velm", claim("Samir Lask", **more))), "In the agreement's scope")


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("Joint Monitoring Mission", "reports it and names Highland Guard as responsible"),
        ("VNA", "alleges it and accuses Highland Guard"),
    ],
)
def test_monitors_report_what_they_saw_and_a_partys_own_agency_alleges_it(who: str, expected: str) -> None:
    found = report(incident("Velm", claim(who, own=True)))
    assert f"Claimed: {who} {expected}." in told(found, "In the agreement's scope")


def test_incidents_are_sorted_by_whether_the_agreement_speaks_of_them() -> None:
    listed = incident("Black Banner", claim("Oren Halvik"), scope=InScope(False, ("the Black Banner is excluded",)))
    edge = incident(
        "Edge",
        claim("Irena Sollos"),
        scope=InScope(None, ("the place is not known",)),
        placing=Placing("unclear", "port-adel"),
    )
    found = report(VELM, listed, edge)
    titles = [one.title for one in found.sections]
    assert "Scope: Not in scope: the Black Banner is excluded." in told(found, "Not in the agreement's scope")
    assert "Scope: Open: the place is not known." in told(found, "Scope open")
    assert (
        titles.index("In the agreement's scope")
        < titles.index("Scope open")
        < titles.index("Not in the agreement's scope")
    )


def test_a_claim_without_a_day_belongs_to_the_period_in_which_it_appeared() -> None:
    told_in = incident("Undated", claim("Dara Velisk", None, published="2031-03-20"))
    before = incident("Long ago", claim("Dara Velisk", None, published="2031-02-20"))
    assert [one.name for one in report(told_in, before).incidents] == ["Undated"]


def test_what_rests_on_one_origin_is_said_to_be_unconfirmed() -> None:
    alone = incident("Shelling, Karsk, 15 March 2031", claim("Dara Velisk", "2031-03-15"))
    lines = told(report(VELM, alone), "What nobody has confirmed")
    assert lines == ["Shelling, Karsk, 15 March 2031 | one origin | Dara Velisk"]


@pytest.mark.parametrize(
    ("more", "reports", "expected"),
    [
        ({"placing": Placing("inside", "port-adel")}, (), True),
        ({"placing": Placing("near", "port-adel", 2.0)}, (), True),
        ({"placing": Placing("outside")}, (), False),
        ({"placing": Placing("outside")}, ("meridian-2031-03-14.txt",), True),
        ({"placing": Placing("unclear")}, (), False),
    ],
)
def test_an_incident_of_another_conflict_is_not_in_the_report(
    more: Any, reports: tuple[str, ...], expected: bool
) -> None:
    elsewhere = incident("Elsewhere", claim("Meridian", accused=(Party("Coast Guard", "coast-guard"),)), **more)
    assert bears_on(elsewhere, memorandum(), reports) is expected


@pytest.mark.parametrize("key", ["highland-guard", "varenian-army", "black-banner", "XV:foreign-ministry"])
def test_whoever_belongs_to_a_party_or_is_excluded_makes_an_incident_bear_on_the_truce(key: str) -> None:
    outside = incident("Outside", claim("Meridian", accused=(Party("Somebody", key),)), placing=Placing("outside"))
    assert bears_on(outside, memorandum(), ())


def test_what_somebody_else_says_of_the_gravity_is_footnoted() -> None:
    graded = Graded("minor", claim("Yusuf Tamer", quotation="called it minor").cited)
    one = incident("Velm", claim("Samir Lask", graded=(graded,)), severity_stated=(("Yusuf Tamer", "minor"),))
    said = [s for s in report(one).sentences() if s.text == "Stated as minor by Yusuf Tamer."]
    assert [cited.quotation for s in said for cited in s.cited] == ["called it minor"]


def test_a_grouping_of_many_links_shows_a_few_and_counts_the_rest() -> None:
    reasons = tuple(f"reason {number}" for number in range(1, 8))
    one = incident("Velm", claim("Samir Lask"), claim("Pavel Drenko"), reasons=reasons)
    (known,) = [line for line in told(report(one), "In the agreement's scope") if line.startswith("Known")]
    assert "reason 1; reason 2; reason 3; and four more such links." in known
    assert "reason 4" not in known
