"""Denials and doubts in many wordings: what is denied or unconfirmed must not stand in the record as told."""

from __future__ import annotations

import pytest

from .truce_reading import claims

DENIED = [
    "The army denied shelling Velm.",
    "The army denied having opened fire at Ondava.",
    "Drenko denied any shelling of Velm.",
    "“Our men did not fire a single shot at Velm,” Drenko said.",
    "The Guard insisted that it had not opened fire at Ondava.",
    "Not one of its guns had fired on Velm, the army said.",
    "There was no air strike on Karsk, Tavrin said.",
    "The army rejected claims that its jets had bombed Karsk.",
    "Allegations that the Guard mined the Velm road are false, Velisk said.",
    "It is untrue that our guns shelled Tessel, Drenko said.",
    "The report of an air strike on Morrad is a lie, VNA wrote.",
    "The Guard disputes that it shelled Velm.",
    "The Council disclaimed responsibility for the rocket attack on Port Adel.",
    "The government denied responsibility for the bombing of the clinic.",
    "The army disputed that it was behind the mortar fire on Velm.",
    "“We never shelled Velm,” Drenko said.",
    "Neither the army nor the air force attacked Karsk on Friday, Drenko said.",
    "None of our aircraft bombed Karsk, the air force said.",
    "The Guard has shelled nobody, Velisk said.",
    "The army refuted reports of shelling at Velm.",
    "Contrary to reports, Velm was not shelled, the mission said.",
]


@pytest.mark.parametrize("text", DENIED)
def test_a_denial_is_no_assertion(text: str) -> None:
    assert [claim.polarity for claim in claims(text)[1]] == ["denied"]


UNCONFIRMED = [
    "The mission could not verify that shells had hit Velm.",
    "The mission was unable to confirm the shelling of Velm.",
    "The mission had no confirmation of the shelling of Velm.",
    "The reported air strike on Karsk could not be independently verified.",
    "The report that jets bombed Karsk could not be verified.",
    "It was not possible to confirm that the Guard had shelled Velm, the mission said.",
    "Monitors found no evidence of the shelling of Velm that the Council reported.",
    "The mission has not been able to establish whether Velm was shelled.",
    "Meridian was unable to check the claim that drones struck Karsk.",
    "The shelling of Velm remains unconfirmed.",
    "There was no independent confirmation of the shelling at Velm.",
    "The army neither confirmed nor denied the air strike on Karsk.",
]


@pytest.mark.parametrize("text", UNCONFIRMED)
def test_what_nobody_could_confirm_is_no_assertion(text: str) -> None:
    assert [claim.polarity for claim in claims(text)[1]] == ["not confirmed"]


ASSERTED = [
    "Shells fell on Velm, the Council said. The mission could not confirm this.",
    "Drenko did not deny that the army had shelled Velm.",
    "The mission confirmed that shells had hit Velm.",
    "The army admitted shelling Velm.",
    "Nobody was hurt when shells hit Velm.",
    "The Guard, which denies any link with the Black Banner, shelled Velm.",
]


@pytest.mark.parametrize("text", ASSERTED)
def test_an_admission_or_another_denial_leaves_the_deed_told(text: str) -> None:
    assert [claim.polarity for claim in claims(text)[1]] == ["asserted"]
