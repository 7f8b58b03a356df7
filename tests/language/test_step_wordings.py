"""Steps of the response ladder asked for or announced, in many wordings."""

from __future__ import annotations

import pytest

from .truce_reading import scene

ASKED = [
    ("Rook wants JMM inspectors on the ground in Velm after the shelling.", "send a team"),
    (
        "The council asked for monitors to be sent to Sel Harad, which came under rocket fire overnight.",
        "send a team",
    ),
    ("The shelling of Velm must be thoroughly investigated, Rook said.", "preliminary inquiry"),
    (
        "Velisk demanded an independent, impartial inquiry into the killing of four farmers at Sel Harad.",
        "preliminary inquiry",
    ),
    (
        "The Council called for those behind the shelling of Velm to be brought before an inquiry.",
        "preliminary inquiry",
    ),
    ("Selmark proposed that the Joint Monitoring Mission establish who shelled Velm.", "preliminary inquiry"),
    (
        "Ardania suggested that the Velm shelling be dealt with in the joint commission.",
        "technical or joint committee",
    ),
    (
        "The guard wants the joint military commission convened at once after the air strikes on Karsk.",
        "technical or joint committee",
    ),
    ("The envoy asked the mission for a written report on the air strike at Karsk.", "formal report"),
    ("Lask wants the findings on the Velm shelling made public.", "formal report"),
    (
        "Selmark asked for an urgent session of the Security Council after the bombing of Karsk.",
        "ministers or the Security Council",
    ),
    (
        "Velisk urged the UN Security Council to act on the air strikes against Morrad.",
        "ministers or the Security Council",
    ),
    (
        "The opposition wants punitive measures against Tavrin over the 40 violations.",
        "loss of protection, sanctions",
    ),
    ("Hardliners want the Council to abandon the truce after the strike on Morrad.", "suspension or end"),
    ("Okafor-Lindqvist called for calm after the shelling of Velm.", "call for restraint"),
    (
        "The envoy appealed to the parties not to respond to provocations after rockets hit Karsk.",
        "call for restraint",
    ),
    (
        "The Secretary-General urges everyone to step back from the brink after the strike on Karsk.",
        "call for restraint",
    ),
    ("“Hold your fire,” the mission told both sides after the exchange at Ondava.", "call for restraint"),
    ("All parties must immediately cease hostilities, the envoy said after the strike.", "call for restraint"),
    ("Rook: “Stop the shelling now.”", "call for restraint"),
    (
        "The guarantors reminded the parties of their obligations under the memorandum after the shelling.",
        "board or guarantors ask the party to act",
    ),
    (
        "The parties should abstain from any step that could endanger the truce, which is fragile, the envoy said.",
        "call for restraint",
    ),
    (
        "Lask appealed to Selmark to lean on its allies in Morrad after the shelling of Velm.",
        "ask guarantors to use their influence",
    ),
    ("Tavrin expects Ardania to make the Guard stop shelling Velm.", "ask guarantors to use their influence"),
    (
        "The envoy hopes that the guarantors will put their weight behind the truce, which is fraying.",
        "ask guarantors to use their influence",
    ),
    (
        "It is up to Ardania to restrain the Highland Guard after the rocket attack, Sollos said.",
        "ask guarantors to use their influence",
    ),
    (
        "The mission asked the army for the flight logs of the jets that bombed Karsk.",
        "ask for information or access",
    ),
    (
        "Aust urged the Guard to let monitors into the depot at Morrad, where rockets had been seen.",
        "ask for information or access",
    ),
    ("Selmark demanded an explanation from Tavrin over the air strike on Karsk.", "ask for information or access"),
    (
        "The mission requested clarification from both commands about the 14 explosions.",
        "ask for information or access",
    ),
    (
        "The gates of the depot must be opened to monitors without delay, Rook said after the rocket fire.",
        "ask for information or access",
    ),
    (
        "Lask called for the line between the two headquarters to be restored after the shelling.",
        "hotline or liaison",
    ),
    (
        "The Guarantors have given the Guard three days to say what it will do about the shelling of Velm.",
        "board or guarantors ask the party to act",
    ),
    (
        "The guarantors called on the army to pull its howitzers back after the shelling of Karsk.",
        "board or guarantors ask the party to act",
    ),
    (
        "The board told the Highland Guard to withdraw the battery that shelled Velm.",
        "board or guarantors ask the party to act",
    ),
    (
        "The guarantor states asked Tavrin what it intended to do about the pilots who bombed Karsk.",
        "board or guarantors ask the party to act",
    ),
    ("Sollos asked that observers be stationed at the Ondava crossing, where shots had been fired.", "send a team"),
    ("The opposition demands the dispatch of monitors to Sel Harad after the raid.", "send a team"),
    ("Lask said the killings at Sel Harad cried out for an inquiry.", "preliminary inquiry"),
    ("Ardania wants the shelling of Karsk discussed in the ceasefire committee.", "technical or joint committee"),
    (
        "Sollos appealed to the Security Council to condemn the rocket fire on Port Adel.",
        "ministers or the Security Council",
    ),
    ("Velisk called for an arms embargo on Tavrin after the bombing of Karsk.", "loss of protection, sanctions"),
    ("The Secretary-General implored the parties to show restraint after the rocket fire.", "call for restraint"),
    (
        "Tavrin must rein in its air force, Rook said after the strike on Karsk.",
        "ask guarantors to use their influence",
    ),
    (
        "Sollos called upon Ardania, as guarantor, to restrain the Highland Guard.",
        "ask guarantors to use their influence",
    ),
    (
        "The envoy asked Qasrin to bring its weight to bear on Morrad after the shelling.",
        "ask guarantors to use their influence",
    ),
    (
        "Monitors requested permission to enter the depot where rockets had been seen.",
        "ask for information or access",
    ),
    ("Aust called on the army to open the road to Velm to her monitors.", "ask for information or access"),
    (
        "The guarantors demanded that the army withdraw its howitzers after the shelling of Karsk.",
        "board or guarantors ask the party to act",
    ),
]


@pytest.mark.parametrize(("text", "rung"), ASKED)
def test_what_is_asked_for_is_not_taken_for_done(text: str, rung: str) -> None:
    assert _steps(text) == [(rung, "called for")]


ANNOUNCED = [
    (
        "Shells hit the bakery in Velm; the Joint Monitoring Mission said it was putting together a team to go there on Monday.",
        "send a team",
    ),
    ("Both sides accepted a joint probe of the mortar attack on Velm.", "preliminary inquiry"),
    ("An investigation has been ordered into the sniper fire at Ondava.", "preliminary inquiry"),
    ("The army promised to look into the shelling of Velm.", "preliminary inquiry"),
    (
        "The ceasefire commission will take up the shelling of Velm at its next meeting.",
        "technical or joint committee",
    ),
    (
        "Rook called an emergency meeting of the commission over the shelling of Karsk.",
        "technical or joint committee",
    ),
    ("The mission will publish a full report on the shelling of Velm within ten days.", "formal report"),
    ("A detailed report on the breaches is being prepared, the mission said.", "formal report"),
    (
        "The Security Council will meet behind closed doors on Monday over the shelling of Tavrin.",
        "ministers or the Security Council",
    ),
    (
        "The foreign ministers of the guarantor states will discuss the shelling of Velm by telephone.",
        "ministers or the Security Council",
    ),
    (
        "Selmark has threatened sanctions against those who break the truce, after rockets hit Karsk.",
        "loss of protection, sanctions",
    ),
    (
        "Groups that fire on Velm will no longer be covered by the truce, Drenko said.",
        "loss of protection, sanctions",
    ),
    ("The Highland Guard said it was suspending its part in the truce after the air strike.", "suspension or end"),
    (
        "The Council no longer considers itself bound by the ceasefire after the bombing of Morrad.",
        "suspension or end",
    ),
    ("The army said it would resume operations unless the shelling of Velm stopped.", "suspension or end"),
    ("Tavrin threatened to tear up the Brunnhal Memorandum if Velm was shelled again.", "suspension or end"),
    (
        "Selmark promised to work on its partners in Morrad after the shelling of Karsk.",
        "ask guarantors to use their influence",
    ),
    ("Drenko promised the mission unhindered access to the site of the shelling.", "ask for information or access"),
    (
        "Ardania offered to set up a direct telephone line between the commands after the shooting.",
        "hotline or liaison",
    ),
    ("The Council said it would file a complaint with the mission about the air strike.", "log"),
    (
        "Selmark and Ardania as guarantors will demand that the Guard discipline those who shelled Velm.",
        "board or guarantors ask the party to act",
    ),
    ("The mission intends to put a second patrol into Karsk after the weekend's shelling.", "send a team"),
    ("Tavrin agreed to an inquiry by the mission into the air strike on Karsk.", "preliminary inquiry"),
    ("The 12 breaches are on the agenda of the joint commission for Monday.", "technical or joint committee"),
    (
        "Tamer told reporters that the joint commission would deal with the 14 violations.",
        "technical or joint committee",
    ),
    ("A report on the violations will go to the guarantors on Friday, Aust said.", "formal report"),
    (
        "Selmark will raise the bombing of the clinic at the United Nations Security Council.",
        "ministers or the Security Council",
    ),
    ("The Council threatened to withdraw from the ceasefire unless the shelling stopped.", "suspension or end"),
    ("We are leaving the memorandum, Velisk said after the bombing of Morrad.", "suspension or end"),
    ("The Council has offered monitors access to the crater.", "ask for information or access"),
    ("The two colonels agreed to reopen the hotline cut after the air strike.", "hotline or liaison"),
    ("Tavrin will lodge a protest over the rocket fire.", "log"),
    (
        "The guarantors will ask Tavrin to ground its jets after the strike on Karsk.",
        "board or guarantors ask the party to act",
    ),
]


@pytest.mark.parametrize(("text", "rung"), ANNOUNCED)
def test_what_is_only_announced_is_not_taken_for_done(text: str, rung: str) -> None:
    assert _steps(text) == [(rung, "announced")]


def _steps(text: str) -> list[tuple[str, str]]:
    return [(found.step.rung, found.step.fact) for found in scene(text).steps]
