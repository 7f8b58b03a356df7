"""The types of the field: what the reading calls a violation is what a monitor would call it."""

from __future__ import annotations

import pytest

from communique.knowledge.violations import is_type

from .truce_reading import claims, violations_in

TYPES = [
    ("The army shelled Velm with howitzers.", "fire/artillery"),
    ("Small-arms fire was exchanged near the crossing.", "fire/small arms"),
    ("The guard opened up with a heavy machine gun on the post.", "fire/heavy machine gun"),
    ("Mortars hit the market.", "fire/mortar"),
    ("Grad rockets landed on the gardens of Velm.", "fire/MLRS"),
    ("An army tank fired four rounds at a farm.", "fire/tank"),
    ("Warplanes bombed a row of houses.", "fire/air strike"),
    ("A helicopter gunship fired on a fishing boat.", "fire/helicopter"),
    ("A quadcopter dropped a grenade on a checkpoint.", "fire/drone"),
    ("The guard launched a ballistic missile at Tavrin.", "fire/missile"),
    ("An explosive device went off under a bus.", "fire/IED or mine"),
    ("A sniper fired at villagers.", "fire/sniper"),
    ("The monitors heard 14 undetermined explosions north of Velm.", "fire/undetermined explosion"),
    ("The army moved two battalions into the Tessel valley.", "posture/movement or reinforcement"),
    ("Guard units seized the hill of Sarn.", "posture/ground taken"),
    ("The guard dug new trenches near Velm.", "posture/new position"),
    ("The army kept its howitzers at Karsk.", "posture/weapons past withdrawal lines"),
    ("Government aircraft flew over Lower Morrad.", "posture/overflight"),
    ("The guard is enlisting young men in the villages.", "posture/recruitment"),
    ("Soldiers detained 22 men in Velm.", "civilians/detention"),
    ("A woman was raped by soldiers at a checkpoint.", "civilians/sexual violence"),
    ("The guard recruited boys of fifteen in Tessel.", "civilians/child recruitment"),
    ("Some 300 families were forced to leave their homes.", "civilians/displacement"),
    ("Troops looted shops in Sel Harad.", "civilians/looting"),
    ("Soldiers beat two journalists.", "civilians/harassment"),
    ("The clinic in Velm was hit by a rocket.", "protected objects and aid/hospital"),
    ("Shells fell on the primary school of Velm.", "protected objects and aid/school"),
    ("Government troops have encircled Karsk.", "protected objects and aid/siege"),
    ("Gunmen fired on a Red Crescent convoy.", "protected objects and aid/convoy"),
    ("Aid trucks were turned back at the crossing.", "protected objects and aid/aid blocked"),
    ("The council has barred the observers from the depot.", "mechanism/monitor denied"),
    ("The monitors were denied access to the depot.", "mechanism/monitor denied"),
    ("The patrol was held up for three hours at a checkpoint.", "mechanism/delayed"),
    ("Shots were fired at a patrol of the mission near Velm.", "mechanism/fired on"),
    ("The government has failed to release the prisoners.", "obligations unmet/prisoners"),
    ("The guard refuses to hand over its minefield maps.", "obligations unmet/maps"),
    ("The army did not notify the mission of the rotation.", "obligations unmet/notification"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind"), TYPES)
def test_a_violation_is_of_the_type_a_monitor_would_give_it(text: str, kind: str) -> None:
    (claim,) = violations_in(text)
    assert claim.type == kind
    assert is_type(kind), "the packs and the reading must speak one language"


EXPRESSLY = [
    ("The 30 explosions heard at Sarn were part of a live-fire exercise and are no violation.", "exercise"),
    ("The blasts were caused by a controlled demolition.", "controlled demolition"),
    ("The strike on the Black Banner camp is no breach of the truce, since the group is not covered by it.",
     "non-signatory or listed group"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "why"), EXPRESSLY)
def test_what_is_expressly_no_violation_is_kept_with_the_reason(text: str, why: str) -> None:
    (claim,) = claims(text)[1]
    assert claim.type == f"expressly no violation/{why}"


HARMLESS = [
    "The tank museum opened in Tavrin.",
    "The army held a parade with tanks and howitzers.",
    "The mission received new vehicles.",
    "The government did not hand over the draft budget.",
    "Farmers moved their cattle into the valley.",
    "Selmark donated 40 ambulances and a mobile hospital.",
    "The memorandum lists four safe zones.",
]


@pytest.mark.parametrize("text", HARMLESS)
def test_a_weapon_alone_makes_no_violation(text: str) -> None:
    assert violations_in(text) == ()
