"""Monitors kept from monitoring, in many wordings: turned back, kept waiting, jammed."""

from __future__ import annotations

import pytest

from .truce_reading import claims

BARRED = [
    "A JMM patrol was turned back at a Guard checkpoint near Velm.",
    "Guard fighters stopped a JMM patrol at the Velm bridge and made it turn round.",
    "The army did not let monitors through to Karsk.",
    "Monitors were refused entry to the depot in Morrad.",
    "The gate of the barracks stayed closed to the mission's inspectors.",
    "Soldiers at Karsk denied the mission access to the weapons store.",
    "The mission was again denied access to Northern Karsk.",
    "Access to the site was denied to the monitors.",
    "The Council withdrew the flight permit of the mission's drone.",
    "The commander at Velm would not admit the inspectors.",
    "Monitors were prevented from reaching the crater at Velm.",
    "The Guard prevented the mission from inspecting the depot.",
    "Our team was not allowed past the barrier at Ondava.",
]


@pytest.mark.parametrize("text", BARRED)
def test_a_patrol_that_was_not_let_through_is_in_the_record(text: str) -> None:
    assert [claim.type for claim in claims(text)[1]] == ["mechanism/monitor denied"]


DELAYED = [
    "Monitors were held up for three hours at the Ondava crossing.",
    "A patrol was kept waiting at the Karsk gate for ninety minutes.",
    "The inspectors were let through only after a two-hour wait.",
    "Guard members delayed the passage of a JMM convoy of vehicles.",
]


@pytest.mark.parametrize("text", DELAYED)
def test_a_patrol_that_was_kept_waiting_is_not_one_that_was_refused(text: str) -> None:
    assert [claim.type for claim in claims(text)[1]] == ["mechanism/delayed"]


JAMMED = [
    "An unarmed Mission drone was jammed over Karsk.",
    "The mission's drone lost its GPS signal over Tessel, presumably due to jamming.",
    "Signal interference forced the mission to abort a drone flight over Karsk.",
    "Electronic interference affected two JMM drone flights.",
]


@pytest.mark.parametrize("text", JAMMED)
def test_a_jammed_drone_is_a_hindrance_of_the_monitors(text: str) -> None:
    assert [claim.type for claim in claims(text)[1]] == ["mechanism/jammed"]


FREE = [
    "The monitors were allowed into the depot.",
    "The hosts insisted on coffee before the tour.",
    "Snow kept the patrol from reaching Velm.",
    "The mission closed its office in Tavrin.",
    "Monitors had free access to all sites.",
    "The gate of the stadium stayed closed.",
    "The monitors must not be denied access, Rook said.",
    "The memorandum says monitors shall not be hindered.",
    "Journalists were turned back at the border.",
]


@pytest.mark.parametrize("text", FREE)
def test_free_access_and_demands_for_it_are_no_hindrance(text: str) -> None:
    assert claims(text)[1] == ()
