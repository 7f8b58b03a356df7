"""Turns of phrase for where a truce stands: silence, praise, figures of speech, attacks in spite of it, others' truces."""

from __future__ import annotations

import pytest

from .truce_reading import truce_in

STATED = {
    "holding": [
        "No weapon has been raised in the Tessel valley since Sunday's ceasefire, elders said.",
        "The guns have been silent around Karsk for three nights, Meridian reported.",
        "Both parties deserve praise for their scrupulous observance of the truce, Okafor-Lindqvist said.",
        "The envoy commended the army and the Guard for standing by the ceasefire.",
        "The truce has lasted longer than anyone dared to hope, Rook said.",
        "The cessation of hostilities goes from strength to strength, Tamer said.",
        "The truce passed its hundredth hour without bloodshed.",
        "Farmers are back in their fields for the first time since the ceasefire took effect, and not one shell has landed.",
        "The sides are abiding by the letter of the truce, Selpress reported.",
        "The armistice is alive and kicking, the Ardanian minister joked.",
        "The truce enjoys the full support of both sides and is being implemented without a hitch, Sollos said.",
        '"The ceasefire works," Rook said.',
        "Rook applauded the parties' respect for the ceasefire.",
        "The Secretary-General welcomed the continued adherence of both sides to the truce.",
        "Not one rocket has landed in Port Adel since the ceasefire took effect, the mayor said.",
        "Since the truce began, no artillery has been heard in Morrad, residents said.",
        "The parties have laid down their arms along the Ondava since the truce began, VNA said.",
        "It is a solid truce, Tamer said.",
    ],
    "mostly holding": [
        "Save for a few stray rounds, the truce was kept on Monday, the JMM reported.",
        "The ceasefire has been respected in the main, with hiccups around Karsk.",
        "Three weeks on, the truce is holding better than expected, if not flawlessly.",
        "Fighting has dropped sharply since the ceasefire began, the UN said.",
        "The level of violence has fallen by 80 per cent since the truce came into force.",
        "Bar the odd burst of gunfire, quiet reigned in the safe zones.",
        "The truce holds everywhere except Velm.",
        "For the greater part of the day the ceasefire was observed.",
        "Violence has eased markedly since the ceasefire, the VOC said.",
        "Attacks have declined since the truce took effect, the UN said.",
    ],
    "strained": [
        "The truce is one rocket away from collapse, a diplomat said.",
        "The ceasefire is bleeding from a hundred small cuts, Lask said.",
        "Each new shelling chips another piece off the truce.",
        "The truce is entering a dangerous phase, the envoy told the Council.",
        "Patience with the ceasefire is wearing thin in Morrad.",
        "The UN sounded the alarm over the state of the ceasefire.",
        "The ceasefire has never looked so vulnerable.",
        "Cracks have appeared in the ceasefire.",
        "The truce is living on borrowed time.",
        "The future of the truce hangs in the balance after the killing of the commander.",
        "The situation along the ceasefire line remains tense.",
        "The UN fears for the truce.",
        "A flare-up in Karsk has put the week-old truce in peril.",
        "It remains a fragile truce, the envoy said.",
        "What we have is a very shaky ceasefire, a diplomat said.",
        "The envoy is worried about the ceasefire.",
        "The truce has never been closer to collapse, Okafor-Lindqvist warned.",
        "Confidence in the truce is fading, diplomats say.",
        "The truce is two incidents away from failure, Lask said.",
        "Fresh cracks appeared in the truce on Monday.",
    ],
    "broken": [
        "A day after declaring a truce, the army shelled Morrad.",
        "The broken truce left both sides trading fire across the Ondava.",
        "Hours into the ceasefire, mortars were falling on Velm again.",
        "Despite the ceasefire, jets bombed Tessel on Tuesday.",
        "The Guard has made a habit of violating the truce, Drenko said.",
        "Heavy fighting raged around Karsk in spite of the truce.",
        "The army treats the truce as if it did not exist, Velisk said.",
        "The ceasefire did not stop the army from shelling Velm.",
        "The Highland Guard fired first, violating the ceasefire, VNA said.",
        "There is a truce in Varenia, but nobody keeps it.",
        "Notwithstanding the truce, government artillery shelled the outskirts of Tessel.",
        "Two hours after signing the ceasefire, the Guard attacked an army post near Velm.",
        "The truce has done nothing to stop the shelling of Karsk, residents said.",
        "The shattered truce has driven 4,000 people from Velm.",
        "The Guard has made a practice of ignoring the truce, VNA said.",
        "Despite the truce, clashes erupted near Karsk on Monday, Meridian reported.",
    ],
    "ended": [
        "Tavrin does not feel bound by its own ceasefire, Velisk charged.",
        "The guns are roaring again and the truce is history.",
        "Morrad announced that it was ending its participation in the truce with immediate effect.",
        "The truce did not live to see its second week.",
        "The government has formally notified the UN that it is terminating the ceasefire.",
        "The Guard's commander ordered his fighters to resume operations, bringing the ceasefire to an end.",
        "The ceasefire had died long before it was buried on Friday.",
        "Fighting resumed after the truce ran out at midnight.",
        "We have returned to war, and there is no truce any more, said the commander.",
        "The week-long truce is up, and shells are falling again.",
        "There is nothing left of the truce, Velisk said.",
        "The truce did not outlive its first night.",
    ],
    "not in force": [
        "The guns were to fall silent at noon on Friday.",
        "The truce is set to begin at midnight.",
        "Neither party has so far signed the truce.",
        "There is no truce to speak of, said Velisk.",
        "The start of the truce, planned for Monday, slipped to Wednesday.",
        "The ceasefire will enter into force 48 hours after signature.",
        "The ceasefire does not apply until it has been signed by both commanders.",
        "Only after the exchange of prisoners will the truce take effect, Tamer said.",
        "The start of the ceasefire was moved to Friday.",
    ],
    "announced": [
        "The two sides shook hands on a truce in Brunnhal on Saturday.",
        "A truce has been brokered between the garrison and the villagers of Sel Harad.",
        "From midnight on, a ceasefire is in effect across Varenia, Halvik told the nation.",
        "The KHC gave its consent to a month-long ceasefire.",
        "A new truce was signed in Qasrin.",
        "Both sides put their signatures to a ceasefire in Qasrin.",
        "As of Monday a ceasefire is in force in the valley, the ministry said.",
    ],
}
DENIED_OR_DOUBTED = [
    ("The truce is far from dead, Rook said.", "ended", "denied"),
    ("Talk of the end of the ceasefire is premature, the envoy said.", "ended", "denied"),
    ("The ceasefire is anything but over, Sollos said.", "ended", "denied"),
    ("The ceasefire is not a dead letter, Rook said.", "ended", "denied"),
    ("Rumours of the collapse of the truce are unfounded, Tamer said.", "ended", "denied"),
    ("We have never fired first since the truce began, Velisk said; we did not break it.", "broken", "denied"),
    ('"We are not the ones who broke the truce," Drenko said.', "broken", "denied"),
    ("It was not the army that violated the truce, Sollos said.", "broken", "denied"),
    ("The accusation that we broke the ceasefire is baseless, Velisk said.", "broken", "denied"),
    ("We are not the side that broke the truce, Velisk said.", "broken", "denied"),
    ("I would not call this a broken truce, the envoy said.", "broken", "denied"),
    ("We have no way of verifying that the truce is being observed, the JMM said.", "holding", "not confirmed"),
    ("Nobody in Brunnhal could tell whether the truce had survived the night.", "unclear", "asserted"),
    ("The violations were isolated and of a local nature.", "unclear", "asserted"),
    ("The JMM has 23 breaches on its books for the week.", "unclear", "asserted"),
    ("It is an open question how long the truce will last.", "unclear", "asserted"),
]
NOTHING = [
    "A ceasefire between Selmark's rival unions collapsed.",
    "During the truce in Ardania two years ago, the same method was used.",
    "The truce monitors arrived in Port Adel on Monday.",
    "Halvik and Rook spoke about the truce by telephone.",
    "Both sides are interested in a truce.",
    "He was killed on the day the truce was signed.",
    "Rook travelled to Tavrin to shore up the truce.",
    "The truce was the fruit of months of talks in Brunnhal.",
    "Every day of truce saves lives, said the doctor.",
    "The army shelled Velm on Monday, before the truce.",
    "A bill on the truce was put before parliament.",
    "The ceasefire has allowed aid to reach Port Adel.",
    "The text of the truce has not been published.",
    "Under the truce, heavy guns must be withdrawn by 20 March.",
    "Families have begun to go home under the ceasefire.",
    "The mission's mandate is to observe the ceasefire.",
    "Okafor-Lindqvist pressed for a truce that would last.",
    "A truce without guarantees is worth nothing, Sollos said.",
    "The ceasefire between the two broadcasters collapsed.",
    "He was born on the day the truce was signed.",
    "The mission, which records violations of the truce, has 40 monitors.",
    "How long has the truce been violated?",
    "The memorandum lapses in March unless it is renewed.",
    "A rocket landed near the bus depot in Tavrin.",
    "The army moved to Karsk on Sunday.",
    "Shares fell on Monday.",
    "The weapon was used in three robberies.",
    "The 1954 armistice was broken within weeks.",
    "The envoy praised the harvest in the Tessel valley.",
    "The minister welcomed calls for respect for the truce.",
    "The truce committee applauded the speech.",
    "The government is concerned about the price of bread under the truce.",
    "The mission was asked how it would verify the truce.",
    "Despite the truce, aid has not reached Velm.",
    "After the truce, the families returned.",
    "The truce is dead if they shell us again, Velisk said.",
    "Selmark raised concerns about the truce monitors' pay.",
    "The envoy fears for her staff.",
    "Arms were found in a lorry at the Ondava crossing.",
]


def told(text: str) -> list[tuple[str, str]]:
    return [(claim.status, claim.polarity) for claim in truce_in(text)]


@pytest.mark.parametrize(("status", "text"), [(status, text) for status, texts in STATED.items() for text in texts])
def test_a_turn_of_phrase_says_where_the_truce_stands(status: str, text: str) -> None:
    assert told(text) == [(status, "asserted")]


@pytest.mark.parametrize(("text", "status", "polarity"), DENIED_OR_DOUBTED)
def test_a_turn_of_phrase_that_denies_is_not_read_as_said(text: str, status: str, polarity: str) -> None:
    assert told(text) == [(status, polarity)]


@pytest.mark.parametrize("text", NOTHING)
def test_words_about_other_truces_and_other_things_are_no_claim(text: str) -> None:
    assert told(text) == []


def test_two_words_on_one_truce_in_one_breath_are_one_claim() -> None:
    assert told("The truce was shaken. It is bruised, but it is standing.")[-1] == ("strained", "asserted")
