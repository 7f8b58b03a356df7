"""Steps of the response ladder that were taken or refused, in many wordings."""

from __future__ import annotations

import pytest

from .truce_reading import scene

DONE = [
    ("Observers rushed to Karsk within the hour of the shelling.", "send a team"),
    (
        "A patrol of the mission went to the scene after the shelling of Velm and photographed two craters.",
        "send a team",
    ),
    (
        "Following the mortar attack on Tessel, JMM monitors arrived at the village at noon and interviewed residents.",
        "send a team",
    ),
    ("Monitors have been deployed to the Ondava crossing since the shooting there.", "send a team"),
    ("The army has opened a criminal case over the shooting of the shepherd at Velm.", "preliminary inquiry"),
    (
        "“We are looking into what happened at Velm,” the mission's spokesman said of the shelling.",
        "preliminary inquiry",
    ),
    ("The mission is looking into reports that tanks shelled Tessel.", "preliminary inquiry"),
    ("An inquiry is under way into the bombing of the bakery at Velm.", "preliminary inquiry"),
    ("The circumstances of the blast in Morrad are being examined by the mission.", "preliminary inquiry"),
    ("The mission completed its inquiry into the attack on the Tessel clinic.", "preliminary inquiry"),
    ("The matter of the Velm shelling was put before the joint commission.", "technical or joint committee"),
    (
        "The working group on the truce met in Brunnhal on Tuesday to go through the 14 violations.",
        "technical or joint committee",
    ),
    ("The violations were passed to the technical committee for a ruling.", "technical or joint committee"),
    ("The mission submitted its report on the Velm shelling to the guarantors on Friday.", "formal report"),
    ("Tavrin wrote to the Security Council about the rocket fire on Port Adel.", "ministers or the Security Council"),
    ("Sollos raised the shelling of Velm with her Selmarkan counterpart.", "ministers or the Security Council"),
    (
        "An emergency session of the Security Council was held on Sunday on the bombing of the school.",
        "ministers or the Security Council",
    ),
    ("Ardania imposed an asset freeze on two commanders over the shelling of Velm.", "loss of protection, sanctions"),
    ("The brigade that shelled Karsk was struck off the list of protected groups.", "loss of protection, sanctions"),
    (
        "The Kesh Highlands Council put its participation in the Brunnhal talks on hold over the shelling.",
        "suspension or end",
    ),
    ("The army has frozen its withdrawal of guns in reply to the shelling of Karsk.", "suspension or end"),
    (
        "Ardania has used its contacts in Morrad to stop the rocket fire on Karsk.",
        "ask guarantors to use their influence",
    ),
    ("The army gave the mission free passage to Velm after the shelling.", "ask for information or access"),
    ("Selmark sent Tavrin a list of questions about the shelling of Velm.", "ask for information or access"),
    ("The two commands spoke on the hotline within minutes of the shooting at Velm.", "hotline or liaison"),
    ("Officers of both sides were in contact by radio after the shelling of Velm.", "hotline or liaison"),
    ("The mission alerted both liaison officers to the shelling at Tessel.", "hotline or liaison"),
    ("The incident at Velm was settled over the military hotline, Drenko said.", "hotline or liaison"),
    ("The mission phoned the duty officers of both sides after the mortar fire on Velm.", "hotline or liaison"),
    ("The mission noted the complaint about the shelling of Velm.", "log"),
    ("The shelling of Velm has been entered in the mission's incident log.", "log"),
    ("Tavrin lodged a formal protest with the mission over the rocket fire on Port Adel.", "log"),
    ("Selmark protested to Tavrin over the shelling of the border post at Ondava.", "log"),
    ("The case of the Velm shelling was registered with the mission under number 114.", "log"),
    ("Two JMM officers drove to Tessel on Tuesday to see the damage done by the mortar bombs.", "send a team"),
    ("The mission closed its inquiry into the mortar attack without a finding.", "preliminary inquiry"),
    ("The shelling of Velm is under investigation.", "preliminary inquiry"),
    ("The mission began examining fragments from the shelling of Velm.", "preliminary inquiry"),
    ("The commission sat for four hours on Friday over the shelling of Tessel.", "technical or joint committee"),
    ("The mission sent the guarantors a written account of the shelling of Velm.", "formal report"),
    ("Selmark imposed a travel ban on the commander whose guns shelled Velm.", "loss of protection, sanctions"),
    ("The Highland Guard walked out of the truce after the bombing of Morrad.", "suspension or end"),
    ("The Council suspended its cooperation with the mission after the shelling.", "suspension or end"),
    ("The two sides set up a hotline in Karsk after the shooting.", "hotline or liaison"),
    ("The shooting was reported at once through the liaison channel.", "hotline or liaison"),
    ("The Council filed a complaint about the shelling with the mission.", "log"),
]


@pytest.mark.parametrize(("text", "rung"), DONE)
def test_what_was_done_is_told_as_done(text: str, rung: str) -> None:
    assert _steps(text) == [(rung, "done")]


REFUSED = [
    ("No patrol will go to Velm after the shelling, Aust said.", "send a team"),
    ("The mission declined to dispatch observers to Karsk after the air strike.", "send a team"),
    (
        "The Highland Guard ruled out any outside investigation of the strike on the depot in Tavrin.",
        "preliminary inquiry",
    ),
    ("There will be no inquiry into the raid on Sel Harad, Drenko said.", "preliminary inquiry"),
    ("The joint committee refused to take up the Guard's shelling of Velm.", "technical or joint committee"),
    (
        "Ardania saw no point in bringing the shelling of Velm before the Security Council.",
        "ministers or the Security Council",
    ),
    (
        "The EU-style sanctions that Lask proposed over the shelling were rejected by Selmark.",
        "loss of protection, sanctions",
    ),
    ("Velisk said the Highland Guard would not leave the truce despite the air strikes.", "suspension or end"),
    (
        "The government has no intention of walking out of the ceasefire over the Velm shelling, Halvik said.",
        "suspension or end",
    ),
    ("The army refused to hand over the radar data on the strike at Karsk.", "ask for information or access"),
    ("The Guard refuses to answer the hotline since the air strike on Karsk.", "hotline or liaison"),
    ("The mission has no plans to send anybody to Velm, Aust said of the shelling.", "send a team"),
    ("Ardania will not hear of sanctions over the shelling of Velm.", "loss of protection, sanctions"),
]


@pytest.mark.parametrize(("text", "rung"), REFUSED)
def test_a_refusal_is_kept_and_is_no_request(text: str, rung: str) -> None:
    assert _steps(text) == [(rung, "ruled out")]


def _steps(text: str) -> list[tuple[str, str]]:
    return [(found.step.rung, found.step.fact) for found in scene(text).steps]
