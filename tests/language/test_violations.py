"""Alleged violations: sentences and what must be read from them."""

from __future__ import annotations

import pytest

from .truce_reading import said, violations_in

# The sentence, and for each claim its words, killed and injured as (low, high).
Toll = tuple[int | None, int | None] | None
CLAIMS: list[tuple[str, list[tuple[str, Toll, Toll]]]] = [
    ("A drone strike on a bakery in Karsk killed five people and wounded eleven on Thursday.",
     [("A drone strike on a bakery in Karsk killed five people and wounded eleven on Thursday", (5, 5), (11, 11))]),
    ("Mortar fire on Sel Harad killed at least six people.", [("Mortar fire on Sel Harad killed at least six people", (6, None), None)]),
    ("At least 12 civilians were killed when warplanes bombed the market of Velm.",
     [("At least 12 civilians were killed when warplanes bombed the market of Velm", (12, None), None)]),
    ("Five medics were killed and a nurse was wounded in an air strike on a clinic.",
     [("Five medics were killed and a nurse was wounded in an air strike on a clinic", (5, 5), (1, 1))]),
    ("The army shelled Port Adel, killing three aid workers and a driver.",
     [("The army shelled Port Adel, killing three aid workers and a driver", (4, 4), None)]),
    ("A shell killed a customs officer at the crossing.", [("A shell killed a customs officer at the crossing", (1, 1), None)]),
    ("Rockets hit Velm on Friday, wounding dozens of people.",
     [("Rockets hit Velm on Friday, wounding dozens of people", None, (24, None))]),
    ("A blast in the harbour left nine people dead and about 30 injured.",
     [("A blast in the harbour left nine people dead and about 30 injured", (9, 9), (30, 30))]),
    ("Nine members of the guard who were at the post were also killed in the raid on Velm.",
     [("Nine members of the guard who were at the post were also killed in the raid on Velm", (9, 9), None)]),
    ("Three villagers were killed in Velm and two others died in Karsk.",
     [("Three villagers were killed in Velm", (3, 3), None), ("two others died in Karsk", (2, 2), None)]),
    ("The guard has shelled Tavrin and the army has bombed Morrad.",
     [("The guard has shelled Tavrin", None, None), ("the army has bombed Morrad", None, None)]),
    ("The members condemned the attack of 20 March on a humanitarian convoy near Port Adel.",
     [("the attack of 20 March on a humanitarian convoy near Port Adel", None, None)]),
    ("Halvik blamed the Black Banner for the bombing.", [("the Black Banner for the bombing", None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CLAIMS)
def test_each_attack_is_one_claim_with_its_own_toll(text: str, expected: list[tuple[str, Toll, Toll]]) -> None:
    found = [
        (
            c.span.of(text),
            (c.killed.low, c.killed.high) if c.killed else None,
            (c.injured.low, c.injured.high) if c.injured else None,
        )
        for c in violations_in(text)
    ]
    assert found == expected


TYPES = [
    ("Warplanes bombed the market of Velm.", "fire/air strike", "warplanes"),
    ("The army shelled the old town.", "fire/artillery", None),
    ("The guard fired mortar rounds at an army post.", "fire/mortar", "mortar"),
    ("The guard fired rockets at a farm near Velm.", "fire/MLRS", "rockets"),
    ("A drone struck a bus near Karsk.", "fire/drone", "drone"),
    ("A car bomb exploded in the harbour.", "fire/IED or mine", "car bomb"),
    ("A sniper shot at villagers and hit a shepherd.", "fire/sniper", "sniper"),
    ("Varenian aircraft had overflown the Tessel valley on 16 March.", "posture/overflight", None),
    ("Fighters abducted two drivers at the crossing.", "civilians/abduction", None),
    ("The army has besieged Lower Morrad since March.", "protected objects and aid/siege", None),
    ("The guard blocked an aid convoy at the Ondava crossing.", "protected objects and aid/aid blocked", None),
    ("Soldiers prevented the evacuation of the wounded from Velm.", "protected objects and aid/movement restricted", None),
    ("The only road out of Velm has been cut.", "protected objects and aid/movement restricted", None),
    ("Half of Karsk remains without water.", "protected objects and aid/water or power", None),
    ("The army turned back the monitors at the bridge.", "mechanism/monitor denied", None),
    ("The armed groups have breached the ceasefire 30 times.", "unspecified", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "weapon"), TYPES)
def test_a_violation_has_the_type_and_the_weapon_its_words_give(text: str, kind: str, weapon: str | None) -> None:
    (claim,) = violations_in(text)
    assert (claim.type, claim.weapon) == (kind, weapon)


NO_CLAIM = [
    ("The war has killed 280,000 people since 2011.", "a war's toll"),
    ("The civil war has killed more than 280,000 people.", "a war's toll"),
    ("At least 40,000 people have been killed since the conflict began.", "a war's toll"),
    ("Hundreds of thousands of people have been killed by both sides.", "a war's toll"),
    ("Varenia was hit by a wave of unrest and by drought.", "no attack at all"),
    ("Rook wished those injured in the attack a quick recovery.", "an attack told before"),
    ("The guard threatened to shell Tavrin.", "a threat"),
    ("If the army attacks the post, the talks will end.", "a condition"),
    ("Rook warned that the army could bomb the pass.", "a possibility"),
    ("The guard stopped shelling Tavrin on Friday.", "an end to attacks"),
    ("The parties agreed to stop the shelling of Karsk.", "an end to attacks"),
    ("The two ministers struck a deal on prisoners.", "a figure of speech"),
    ("No one has claimed responsibility for the attack.", "nothing told of an attack"),
    ("Sollos and Rook met in Brunnhal on Friday.", "no attack at all"),
]


@pytest.mark.parametrize(("text", "why"), NO_CLAIM)
def test_what_did_not_happen_is_no_violation(text: str, why: str) -> None:
    assert violations_in(text) == (), why


def test_a_violation_belongs_to_the_speaker_whose_words_tell_it() -> None:
    text = "Shells fell on Velm on Friday, the mission said, but the ministry said that drones bombed Karsk."
    statements = [
        said("s1", text, "Shells fell on Velm on Friday", cue="said", source="the mission"),
        said("s2", text, "that drones bombed Karsk", cue="but the ministry said", source="the ministry"),
    ]
    assert [(c.span.of(text), c.said_in) for c in violations_in(text, *statements)] == [
        ("Shells fell on Velm on Friday", "s1"),
        ("drones bombed Karsk", "s2"),
    ]


def test_a_number_the_claim_does_not_give_stays_unknown() -> None:
    (claim,) = violations_in("Rockets struck Velm, killing villagers.")
    assert claim.killed is None and claim.injured is None


def test_a_sentence_without_end_is_read_all_the_same() -> None:
    text = "shelling of the army of the guard " * 300 + "killed " * 50 + "and " * 50 + "a a a a a."
    for claim in violations_in(text):
        assert claim.span.end <= len(text)
