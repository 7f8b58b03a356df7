"""Violations in the words of other people: what is done, moved, taken, withheld, and the harm it did."""

from __future__ import annotations

import pytest

from communique.domain.truce import Count

from .truce_reading import claims

FIRE = [
    ("Velm came under mortar fire again overnight, residents said.", "fire/mortar"),
    ("Heavy shelling rocked the outskirts of Karsk on Tuesday morning.", "fire/artillery"),
    ("Gunfire crackled along the Tessel road until dawn.", "fire/small arms"),
    ("Warplanes pounded the hills above Morrad for two hours.", "fire/air strike"),
    ("Drones rained grenades on a Guard position near Karsk.", "fire/drone"),
    ("Army gunners lobbed some thirty shells into Sel Harad, the Council's military wing said.", "fire/artillery"),
    (
        "A tank round slammed into the upper floor of a block of flats in Karsk and claimed the lives of a "
        "couple and their son.",
        "fire/tank",
    ),
    (
        "The Guard opened up with heavy machine guns on the checkpoint at the Ondava crossing, Drenko said.",
        "fire/heavy machine gun",
    ),
    ("Under cover of darkness, rockets were launched at Tavrin from the Kesh foothills.", "fire/MLRS"),
    (
        "At 03:20 the patrol heard 12 undetermined explosions 3–5 km north-east of Velm.",
        "fire/undetermined explosion",
    ),
    (
        "Positioned in Tessel, the JMM team heard bursts of automatic fire and two explosions to the south.",
        "fire/small arms",
    ),
    ("Two blasts shook central Karsk shortly after midnight.", "fire/undetermined explosion"),
    ("Eight Grads hit the airfield at Sel Harad, none of them causing casualties.", "fire/MLRS"),
    ("Varenian or Selmarkan aircraft bombed the pass at Kesh, according to the Observatory.", "fire/air strike"),
    ("It was the army, not the Guard, that shelled the mill, Velisk insisted.", "fire/artillery"),
    ("Fire was exchanged across the river for twenty minutes on Sunday.", "fire/unspecified"),
    ("Soldiers traded fire with Guard fighters at Velm on Wednesday evening.", "fire/unspecified"),
    ("The army retaliated with howitzers, hitting the edge of Morrad.", "fire/artillery"),
    ("Some 400 families were driven out of the upper Tessel valley by the shelling.", "fire/artillery"),
    ("Residents of Velm spent the night in cellars as howitzers thundered from the ridge.", "fire/artillery"),
    ("Guard mortar crews dropped a dozen bombs on the ferry pier.", "fire/mortar"),
    ("Tracer fire lit up the sky above the Ondava crossing for most of the night.", "fire/unspecified"),
    ("Three drones exploded over the refinery at Tavrin, VNA said.", "fire/drone"),
    ("Karsk was rocked by a series of explosions late on Tuesday.", "fire/undetermined explosion"),
    ("Cluster munitions were used against the village of Sarn, the Observatory found.", "fire/air strike"),
    ("The Guard has been lobbing grenades across the river every evening, Drenko complained.", "fire/unspecified"),
    (
        "A machine-gun nest on the hill raked the road with bullets, pinning down a convoy of ours.",
        "fire/heavy machine gun",
    ),
    ("Government jets carried out five sorties over Lower Morrad, dropping bombs on two hamlets.", "fire/air strike"),
    ("Velm's only bakery was gutted by a shell on Thursday.", "fire/artillery"),
    ("Unknown attackers hurled a petrol bomb into the Red Crescent office in Port Adel.", "fire/unspecified"),
]
POSTURE = [
    (
        "The army has moved two armoured battalions up to the Ondava crossing, Velisk said.",
        "posture/movement or reinforcement",
    ),
    ("Guard fighters captured the ridge above Sel Harad on Sunday night.", "posture/ground taken"),
    (
        "Engineers of the Varenian army were seen digging trenches inside the Tessel valley zone.",
        "posture/new position",
    ),
    (
        "A JMM drone spotted five howitzers parked 4 km inside the withdrawal line.",
        "posture/weapons past withdrawal lines",
    ),
    ("Varenian jets overflew the safe zone at low altitude on Friday.", "posture/overflight"),
    (
        "Fresh troops and ammunition have been pouring into Velm from the capital.",
        "posture/movement or reinforcement",
    ),
    ("The Guard set up a new checkpoint on the Karsk road, contrary to the memorandum.", "posture/new position"),
    (
        "Armoured columns of the Varenian army rolled into the Tessel valley at dawn.",
        "posture/movement or reinforcement",
    ),
]
CIVILIANS = [
    (
        "Masked men took the mayor of Velm from his home on Monday and he has not been seen since.",
        "civilians/abduction",
    ),
    ("Soldiers ransacked shops in Sel Harad, traders said.", "civilians/looting"),
    (
        "Security men rounded up 17 villagers in Karsk on Friday and are holding them without charge.",
        "civilians/detention",
    ),
    (
        "Boys of fourteen and fifteen have been drafted into the Guard, the Observatory said.",
        "civilians/child recruitment",
    ),
    (
        "Women at the Ondava crossing were raped by men in army uniform, a lawyer told Meridian.",
        "civilians/sexual violence",
    ),
    ("Drivers are beaten and insulted at the checkpoint by soldiers, the union said.", "civilians/harassment"),
    (
        "No trace has been found of four engineers whom gunmen led away from the pumping station on Monday.",
        "civilians/abduction",
    ),
    ("Six men were executed in the yard of the school at Sarn, survivors said.", "civilians/killing"),
    ("Hundreds have fled Tessel since the bombing resumed, the UN said.", "civilians/displacement"),
]
OTHER = [
    (
        "The army has sealed off Sel Harad, letting neither food nor medicine through.",
        "protected objects and aid/aid blocked",
    ),
    (
        "Relief lorries bound for Velm were turned back at the Ondava crossing for the third time.",
        "protected objects and aid/aid blocked",
    ),
    ("Gunmen shot at an ambulance on the Karsk road, killing its driver.", "protected objects and aid/hospital"),
    (
        "The pumping station was put out of action by a shell, leaving Port Adel without water.",
        "protected objects and aid/water or power",
    ),
    (
        "Nobody may leave Karsk after dusk; the Guard has closed the bridge to traffic.",
        "protected objects and aid/movement restricted",
    ),
    ("A JMM patrol was turned away at gunpoint by soldiers near Velm.", "mechanism/monitor denied"),
    ("Warning shots were fired over the heads of observers at the Sarn bridge.", "mechanism/fired on"),
    ("The mission lost its long-range drone to jamming near Karsk on Sunday.", "mechanism/jammed"),
    (
        "The Council still holds 40 prisoners who should have gone home on 1 April, Drenko said.",
        "obligations unmet/prisoners",
    ),
    ("Tavrin has yet to hand over maps of the minefields around Karsk.", "obligations unmet/maps"),
    (
        "Lorries laden with flour have been stuck at the Ondava crossing for a week because the army will "
        "not open the barrier.",
        "protected objects and aid/aid blocked",
    ),
    (
        "The JMM said its observers had been barred from the depot at Karsk for the fourth time.",
        "mechanism/monitor denied",
    ),
    ("Bullets whistled past a JMM patrol near Tessel.", "mechanism/fired on"),
    (
        "The Guard is still refusing to give up the bodies and the prisoners it took in March, the ministry said.",
        "obligations unmet/prisoners",
    ),
]


@pytest.mark.parametrize(("text", "kind"), [*FIRE, *POSTURE, *CIVILIANS, *OTHER])
def test_a_violation_is_read_however_it_is_told(text: str, kind: str) -> None:
    (claim,) = claims(text)[1]
    assert (claim.type, claim.polarity) == (kind, "asserted")


HARM = [
    ("Snipers of the Highland Guard picked off two soldiers at the Ondava crossing, VNA reported.", (2, 2), None),
    ("A roadside bomb tore through a police pick-up outside Tavrin, leaving three officers dead.", (3, 3), None),
    ("Four people lost their lives when a shell crashed into a bakery in Sel Harad.", (4, 4), None),
    ("Either a mortar round or a rocket fell on the market in Velm, wounding a baker.", None, (1, 1)),
    ("A helicopter gunship strafed the ferry landing at Port Adel; no one was hurt.", None, (0, 0)),
    (
        "Clashes erupted between the army and Guard units on the edge of Velm, leaving at least five "
        "fighters dead and a dozen wounded.",
        (5, None),
        (12, 12),
    ),
    ("The shelling of Velm went on for a third day, with one woman reported killed.", (1, 1), None),
    (
        "The bodies of five farm workers were pulled from the rubble of a house hit by an air strike in Tessel.",
        (5, 5),
        None,
    ),
    (
        "Six wounded, among them a nurse, were brought to the clinic in Velm after the bombardment of the bus station.",
        None,
        (6, 6),
    ),
    ("The strike claimed eleven lives, the Red Crescent said, raising an earlier figure of eight.", (11, 11), None),
    ("Twelve soldiers fell in the attack on the Karsk garrison, the army admitted.", (12, 12), None),
    ("Booby traps left behind in the school at Karsk have maimed three children.", None, (3, 3)),
    ("A shepherd was found shot dead near Sarn; the Guard blames an army patrol.", (1, 1), None),
    ("Gunmen shot at an ambulance on the Karsk road, killing its driver.", (1, 1), None),
    (
        "A volley of rockets slammed into the harbour district of Port Adel, leaving a stevedore dead and "
        "nine others hurt.",
        (1, 1),
        (9, 9),
    ),
    ("At least 17 people perished in an air raid on the cattle market of Tessel.", (17, None), None),
    ("Bombardment of the town by government guns has killed 23 since Monday, medics said.", (23, 23), None),
    ("The death toll from Sunday's strike on Sel Harad has climbed to 19.", (19, 19), None),
    (
        "A school bus was riddled with bullets on the Karsk road, injuring five pupils and their teacher.",
        None,
        (6, 6),
    ),
    ("Two killed, six hurt as shells rain on Sel Harad", (2, 2), (6, 6)),
    ("Army shelling kills three in Velm despite truce", (3, 3), None),
    ("Six men were executed in the yard of the school at Sarn, survivors said.", (6, 6), None),
]


def bounds(count: Count | None) -> tuple[int | None, int | None] | None:
    return (count.low or 0, count.high) if count else None


@pytest.mark.parametrize(("text", "killed", "injured"), HARM)
def test_the_dead_and_the_hurt_are_counted_however_they_are_told(
    text: str, killed: tuple[int, int | None] | None, injured: tuple[int, int | None] | None
) -> None:
    (claim,) = claims(text)[1]
    assert (bounds(claim.killed), bounds(claim.injured)) == (killed, injured)


DENIED = [
    ("“Our gunners have not fired one shell since Friday,” the Guard's commander said.", "denied"),
    ("The JMM was unable to verify the alleged air raid on Sel Harad.", "not confirmed"),
    ("Monitors found no trace of the shelling Tavrin had reported at Karsk.", "not confirmed"),
    ("The Highland Guard denied having fired at the helicopter.", "denied"),
]


@pytest.mark.parametrize(("text", "polarity"), DENIED)
def test_what_is_denied_or_unconfirmed_is_no_assertion(text: str, polarity: str) -> None:
    (claim,) = claims(text)[1]
    assert claim.polarity == polarity


NOTHING = [
    "If the army opens fire on Velm, the Council will leave the talks, Velisk warned.",
    "More than 4,000 people have been killed since the war began in 2027.",
    "Two people were killed when a lorry overturned on the Karsk road.",
    "The envoy hopes that the guns will stay silent over the holiday.",
    "The mission has 60 observers and 14 vehicles.",
    "The Council demands an end to the shelling of the valley.",
    "Three million people live in the four safe zones.",
    "A new exhibition in Tavrin recalls the bombardment of 1944.",
    "Firemen put out a blaze in a warehouse in Port Adel; six were treated for smoke.",
    "The hospital in Velm treated 120 patients in March, most of them with flu.",
    "The general said the army could shell Morrad to rubble, but would not.",
    "The draft provides for 20 checkpoints along the line.",
    "Rook asked both sides to let aid convoys through.",
    "Tavrin has promised not to fly jets over the valley.",
    "Prices at the market in Velm have exploded since March.",
    "A stray dog attacked two children in Port Adel, police said.",
    "The minister came under fire from the opposition for his handling of the talks.",
    "The army will hold firing practice at Sarn next week, it announced.",
    "The Karsk striker fired a shot over the bar in the last minute.",
    "Selmark shelled out 40 million for the new bridge.",
    "Investors were hit by a wave of bad news from Qasrin.",
    "Doctors fear that shelling could resume at any time.",
    "The commission has three sub-committees and meets in Brunnhal on Mondays.",
    "A truck carrying medicine arrived in Velm on Friday.",
    "Twelve people died of typhus in the camp at Sarn.",
    "Families displaced by the flood have gone back to their homes.",
    "The museum shows rockets captured in the war of 1967.",
    "Police arrested two pickpockets at the market in Tavrin.",
    "The parties undertook to withdraw howitzers 15 km from the line.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_accidents_plans_sport_and_figures_of_speech_are_no_violations(text: str) -> None:
    assert claims(text) == ((), ())


ONE_DEED = [
    ("Drones hit the checkpoint at the mill. Three men were killed.", (3, 3)),
    ("At least four people died when mortar bombs fell on the old quarter of Karsk.", (4, None)),
]


@pytest.mark.parametrize(("text", "killed"), ONE_DEED)
def test_harm_told_beside_an_attack_is_no_second_deed(text: str, killed: tuple[int, int | None]) -> None:
    (claim,) = claims(text)[1]
    assert bounds(claim.killed) == killed


NO_DEED = [
    "A gas bottle exploded in a bakery in Tavrin; two were hurt.",
    "The stove in the barracks kitchen blew up, injuring a cook.",
    "The parties struck the disputed clause off the agenda.",
    "In the siege of 1944 the town was shelled for 90 days.",
    "The minister's car was hit by a lorry.",
    "Police shot a bear that had wandered into Velm.",
    "A round of talks was launched in Brunnhal.",
    "An explosion of joy greeted the signing.",
    "The opposition attacked the budget in parliament.",
    "No gunfire was heard in Velm on Sunday.",
    "Not a shot was fired all week along the Ondava.",
]


@pytest.mark.parametrize("text", NO_DEED)
def test_mishaps_words_and_silence_are_no_violations(text: str) -> None:
    assert not claims(text)[1]


DEEDS = [
    ("Soldiers fired over the heads of JMM observers near Velm.", "mechanism/fired on"),
    ("A bullet went through the windscreen of the ferry.", "fire/small arms"),
    ("Jets crossed the line in the Tessel valley without dropping anything.", "posture/overflight"),
    ("Jets broke the sound barrier over Lower Morrad for the second night.", "posture/overflight"),
    ("They put forty rounds into the orchard before breakfast.", "fire/unspecified"),
]


@pytest.mark.parametrize(("text", "type_"), DEEDS)
def test_what_is_fired_or_flown_needs_no_verb_of_attack(text: str, type_: str) -> None:
    (claim,) = claims(text)[1]
    assert claim.type == type_


def test_who_lets_nobody_through_is_the_party() -> None:
    text = "Eleven lorries of flour have been standing at Velm because the Highland Guard will not let them through."
    (claim,) = claims(text)[1]
    assert claim.alleged_party == ("guard",)


def test_hundreds_of_shells_are_counted() -> None:
    (claim,) = claims("Hundreds of shells have rained on Karsk since dawn.")[1]
    assert claim.count and (claim.count.low, claim.count.high) == (200, None)
