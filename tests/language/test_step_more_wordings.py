"""Steps asked for and announced, in wordings that the lists were not made from."""

from __future__ import annotations

import pytest

from .truce_reading import scene

ASKED = [
    ("Rook said a fact-finding party ought to head for Velm straight away after the shelling.", "send a team"),
    ("Lask appealed for international monitors to be stationed in Karsk after the air strike.", "send a team"),
    ("Selmark insisted that the facts behind the Karsk bombing be established.", "preliminary inquiry"),
    ("An inquiry into the Velm shelling is needed, Lask argued.", "preliminary inquiry"),
    ("Lask pressed the mission to publish what it had found on the Karsk bombing.", "formal report"),
    (
        "Selmark wants a direct telephone link between the two commands after the shelling of Velm.",
        "hotline or liaison",
    ),
    ("Adeyemi begged both sides to keep their heads after the shelling of Velm.", "call for restraint"),
    (
        "Both sides must pull back from the abyss, Okafor-Lindqvist said after the shelling of Velm.",
        "call for restraint",
    ),
    ("Selmark called on the army to silence its guns after the shelling of Velm.", "call for restraint"),
    (
        "The envoy reminded both parties of their duty to respect the truce after the shelling of Velm.",
        "call for restraint",
    ),
    (
        '"We implore all those carrying arms to stay their hand," the envoy said after the shelling of Velm.',
        "call for restraint",
    ),
    ("Velisk asked Ardania to rein in the army after the shelling of Velm.", "ask guarantors to use their influence"),
    (
        "Okafor-Lindqvist said those with sway over the Guard ought to bring it to bear after the shelling of Velm.",
        "ask guarantors to use their influence",
    ),
    (
        "It falls to the guarantors to restrain their allies, Lask said after the shelling of Velm.",
        "ask guarantors to use their influence",
    ),
    (
        "The mission requested flight logs from the air force after the bombing of Karsk.",
        "ask for information or access",
    ),
    ("The JMM wants Tavrin to explain the shelling of Velm.", "ask for information or access"),
    (
        "The guarantors told the army to withdraw its guns from Velm after the shelling.",
        "board or guarantors ask the party to act",
    ),
    (
        "The Joint Commission ordered the Guard to hand over those who shelled Velm.",
        "board or guarantors ask the party to act",
    ),
    ("Lask wants those who shelled Velm put on trial.", "loss of protection, sanctions"),
    ("Hawks in Tavrin are clamouring for an end to the truce after the shelling of Velm.", "suspension or end"),
    ("The envoy's office has asked for a thorough examination of the shelling of Velm.", "preliminary inquiry"),
    ("“We want to know who gave the order to shell Velm, and we want an inquiry,” Velisk said.", "preliminary inquiry"),
    ("Rook expects a written account of the shelling of Velm from both sides.", "formal report"),
    ("The mission urged the two commands to make use of the hotline after the shelling of Velm.", "hotline or liaison"),
    ("Adeyemi called for cool heads after the shelling of Velm.", "call for restraint"),
    ("The envoy urged both sides to show maximum self-control after the shelling of Velm.", "call for restraint"),
    ("The guns must fall silent now, Okafor-Lindqvist said after the shelling of Velm.", "call for restraint"),
    ("Lask said it was time for both sides to stop the shooting around Velm.", "call for restraint"),
    ("Selmark advised both camps against any retaliation for the shelling of Velm.", "call for restraint"),
    (
        "Tavrin expects Selmark to put the Guard on a shorter leash after the shelling of Velm.",
        "ask guarantors to use their influence",
    ),
    ("The mission has demanded unhindered access to Velm after the shelling.", "ask for information or access"),
    ("Tavrin asked for the shelling of Velm to go on the commission's agenda.", "technical or joint committee"),
    (
        "Selmark and Ardania, as guarantors, have called on the army to quit the hill above Velm after the shelling.",
        "board or guarantors ask the party to act",
    ),
    (
        "The guarantors gave the Guard until noon to pull back from Velm after the shelling.",
        "board or guarantors ask the party to act",
    ),
    (
        "Velisk demanded that the shelling of Velm be brought to the attention of the Security Council.",
        "ministers or the Security Council",
    ),
    ("Whoever shelled Velm must face justice, Lask said.", "loss of protection, sanctions"),
    ("Field commanders urged Velisk to tear up the truce after the shelling of Velm.", "suspension or end"),
]

ANNOUNCED = [
    ("After the shelling of Velm the JMM is dispatching a patrol at first light.", "send a team"),
    ("Monitors will visit the site of the Karsk bombing on Thursday.", "send a team"),
    ("The Guard has offered to look into the shelling of Velm.", "preliminary inquiry"),
    ("The mission undertook to examine the crater left by the shelling of Velm.", "preliminary inquiry"),
    ("The JMM will set out the details of the Karsk bombing in writing by Friday.", "formal report"),
    ("The two commands will set up a round-the-clock line after the shelling of Velm.", "hotline or liaison"),
    (
        "Rook promised to have a word with the Guard's leaders about the shelling of Velm.",
        "ask guarantors to use their influence",
    ),
    (
        "The Velm shelling will be on the agenda when the Joint Commission sits next week.",
        "technical or joint committee",
    ),
    (
        "Ambassadors on the Security Council will discuss the Karsk bombing behind closed doors.",
        "ministers or the Security Council",
    ),
    ("Rook threatened the army with sanctions over the shelling of Velm.", "loss of protection, sanctions"),
    ("The Guard threatened to walk away from the truce if the shelling of Velm goes on.", "suspension or end"),
    ("An inquiry into the shelling of Velm will be opened next week, Drenko promised.", "preliminary inquiry"),
    ("The mission is to investigate Sunday's shelling of Velm.", "preliminary inquiry"),
    (
        "Ardania will use its good offices with Tavrin after the shelling of Velm.",
        "ask guarantors to use their influence",
    ),
    ("The Joint Commission will take up the shelling of Velm on Wednesday.", "technical or joint committee"),
    ("Sollos will raise the shelling of Velm with her Ardanian counterpart.", "ministers or the Security Council"),
    (
        "The union is weighing and is likely to adopt sanctions over the shelling of Velm.",
        "loss of protection, sanctions",
    ),
    ("The Guard declared itself no longer party to the truce after the shelling of Velm.", "suspension or end"),
]


@pytest.mark.parametrize(("text", "rung"), ASKED)
def test_what_somebody_asks_for_is_no_deed(text: str, rung: str) -> None:
    assert _steps(text) == [(rung, "called for")]


@pytest.mark.parametrize(("text", "rung"), ANNOUNCED)
def test_what_is_to_come_has_not_been_done(text: str, rung: str) -> None:
    assert _steps(text) == [(rung, "announced")]


def _steps(text: str) -> list[tuple[str, str]]:
    return [(found.step.rung, found.step.fact) for found in scene(text).steps]
