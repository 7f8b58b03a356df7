"""How well an incident is supported: what is counted, and what only a person can say."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from communique.domain.incident import IncidentClaim, Site
from communique.errors import SettingsError
from communique.record import Act, Decision
from communique.truce.verification import allowed

from .test_incidents import DRENKO, VELISK, VOC, claim, made, unnamed

SOURCE = ("Meridian", "a source")


def decided(number: int, act: Act, **more: Any) -> Decision:
    at = datetime(2031, 3, 20, tzinfo=UTC)
    return Decision(number, "incidents", act, () if act is Act.UNDO else ("a",), "Mila", at, **more)


@pytest.mark.parametrize(
    ("claims", "status"),
    [
        ([claim("a", stance="accuses")], "alleged"),
        ([unnamed("a", SOURCE)], "alleged"),
        ([claim("a", stance="asserts")], "one origin"),
        ([claim("a", stance="accuses"), claim("b", stance="asserts")], "one origin"),
        ([claim("a"), claim("b", ("Selpress", "Pavel Drenko"))], "one origin"),
        ([claim("a"), claim("b", VOC)], "corroborated"),
        ([claim("a"), unnamed("b", SOURCE)], "corroborated"),
        ([claim("a"), claim("b", VELISK, polarity="denied")], "denied or contradicted"),
        ([claim("a", polarity="denied")], "denied or contradicted"),
        ([claim("a"), claim("b", VELISK, polarity="not confirmed")], "not confirmed by the other side"),
        # Two voices stand against one denial; the denial is told among the contradictions.
        ([claim("a"), claim("b", VOC), claim("c", VELISK, polarity="denied")], "corroborated"),
        ([claim("a", retracted=True)], "retracted or superseded"),
    ],
)
def test_the_status_is_what_the_claims_come_to(claims: list[IncidentClaim], status: str) -> None:
    assert made(*claims).verification == status


def test_a_happening_that_monitors_could_not_reach_is_told_so() -> None:
    barred = claim("b", ("JMM",), type="mechanism/monitor denied", own=True)
    join = decided(1, Act.JOIN)
    join = Decision(1, "incidents", Act.JOIN, ("a", "b"), "Mila", join.at)
    assert made(claim("a"), barred, decisions=(join,)).verification == "access denied"
    assert made(barred).verification == "one origin"


def test_an_outlet_that_withdraws_its_report_takes_its_unnamed_source_back_too() -> None:
    site = Site("Port Adel", -49.02, -29.18, 2.0)
    first = unnamed("a", ("VNA", "a source"), site=site, published="2031-03-22")
    back = claim("b", ("VNA",), site=site, retracted=True, published="2031-03-24")
    found = made(first, back)
    assert found.verification == "retracted or superseded"
    assert found.assessed.severity == "none"
    assert all(one.retracted for one in found.claims)
    assert found.origins, "who told it first is still told"


def test_a_withdrawal_takes_back_nobody_elses_word() -> None:
    back = claim("b", ("VNA",), retracted=True, published="2031-03-24")
    assert made(claim("a", VOC), back).verification == "one origin"
    later = claim("c", ("VNA",), own=True, published="2031-03-26")
    assert made(later, back).verification == "one origin"


def test_a_persons_word_stands_before_any_count_until_it_is_undone() -> None:
    verified = decided(1, Act.VERIFY, name="verified, not attributable", reason="crater analysis")
    pair = (claim("a"), claim("b", VOC))
    found = made(*pair, decisions=(verified,))
    assert found.verification == "verified, not attributable"
    assert "Mila set the status “verified, not attributable”: crater analysis" in found.history[0]
    last = decided(2, Act.VERIFY, name="ruled not a violation")
    assert made(*pair, decisions=(verified, last)).verification == "ruled not a violation"
    undo = [decided(3, Act.UNDO, undoes=2), decided(4, Act.UNDO, undoes=1)]
    assert made(*pair, decisions=(verified, last, undo[0])).verification == "verified, not attributable"
    assert made(*pair, decisions=(verified, last, *undo)).verification == "corroborated"


@pytest.mark.parametrize("text", ["Verified, attributed", "verified  attributed", "VERIFIED, ATTRIBUTED"])
def test_a_status_is_found_however_it_is_typed(text: str) -> None:
    assert allowed(text) == "verified, attributed"


def test_an_unknown_status_is_told_with_those_there_are() -> None:
    with pytest.raises(SettingsError, match="no status 'true'; the statuses are: alleged; one origin; corroborated"):
        allowed("true")


def test_voices_are_told_apart_by_whom_they_speak_for() -> None:
    assert made(claim("a", DRENKO), claim("b", ("VNA",), own=True)).verification == "one origin"
