"""Steps that are ruled out in many wordings, and what is no step at all."""

from __future__ import annotations

import pytest

from .truce_reading import scene

NOTHING = [
    "The violations are few and nothing needs to be done, Tamer said.",
    "The breaches do not warrant intervention, Tamer said.",
    "Tamer said the two violations were too minor to act upon.",
    "There is nothing in the 12 violations that would require us to act, the Ardanian command said.",
    "The 12 violations will have no consequences, Tamer said.",
    "The guarantors see no grounds to intervene over the nine violations.",
    "We will leave it at that, Tamer said of the two violations.",
    "The army will not retaliate for the shelling of Velm, Drenko said.",
    "The mission decided to take no action over the three violations.",
    "“No measures are envisaged,” Aust said of the seven breaches.",
    "There is no cause for countermeasures, the army said of the six breaches.",
    "The army sees no need to respond to the two shots.",
    "Ardania regards the matter as closed after the two violations.",
    "No action is planned over the five breaches.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_that_nothing_will_follow_is_not_lost(text: str) -> None:
    assert _steps(text) == [("none", "ruled out")]


NO_STEP = [
    "The Security Council adopted resolution 3107 in March.",
    "The monitors are stationed in four zones.",
    "The agreement provides that a team be sent to the place of every violation.",
    "Under the memorandum a violation is first reported on the hotline.",
    "The joint commission counted 15 violations.",
    "The hotline number is printed on every leaflet.",
    "If the truce breaks, sanctions could follow.",
    "The report on the economy was published on Monday.",
    "Tamer asked journalists for patience.",
    "The team sent flowers to the families of the dead.",
    "The mission's team in Karsk heard three explosions.",
    "Rook visited the market of Brunnhal.",
    "The mission has 120 monitors and two drones.",
    "The army sent tanks to Karsk.",
    "The monitors saw that the army had sent a second battery to Velm.",
    "The Security Council was told that 14 people had died.",
    "The ministers of agriculture met in Velm.",
    "The Guard asked villagers for bread.",
    "The mission said it had not investigated the shelling.",
    "It is not known whether an inquiry was opened.",
    "Military prosecutors have taken up the shooting of the shepherd at Velm.",
    "Who shelled Velm has to be cleared up, Rook said.",
    "The envoy wants to know who ordered the air strike on Karsk.",
    "Rook and Tamer conferred by telephone about the shelling of Velm.",
    "The guarantors are weighing sanctions after the 30 violations.",
    "Velisk said the Council remained committed to the truce despite the shelling.",
    "The mission demanded that Tavrin explain the flight over Tessel.",
    "The army would not be drawn into a response, Drenko said of the shelling.",
    "The Security Council, which met in May, has 15 members.",
    "The team of engineers repaired the pipe at Velm.",
    "The ministers left Brunnhal without a word.",
    "The army sent reinforcements to Karsk.",
    "Monitors counted 14 explosions in Karsk.",
    "The commission's bulletin lists 12 violations.",
    "The guarantors praised the parties.",
    "The report of the shelling reached the capital at noon.",
    "The delegation went to lunch.",
    "If the shelling goes on, the guarantors could use their influence.",
]


@pytest.mark.parametrize("text", NO_STEP)
def test_bodies_provisions_and_possibilities_are_no_steps(text: str) -> None:
    assert _steps(text) == []


def _steps(text: str) -> list[tuple[str, str]]:
    return [(found.step.rung, found.step.fact) for found in scene(text).steps]
