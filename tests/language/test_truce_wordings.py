"""Wordings in which reports say where a truce stands; none of them is in a lexicon, each shows a rule of English."""

from __future__ import annotations

import pytest

from .truce_reading import truce_in

HOLDING = [
    "For the fourth day running, no shots were fired across the Tessel valley.",
    "Compliance with the ceasefire remains high, the mission noted.",
    "The second night of the ceasefire passed off peacefully.",
    "There have been no violations so far, the spokesman said.",
    "The truce survived a weekend of clashes.",
    "The lull has extended into a second week.",
    "Selmark: no ceasefire violations in past day",
    "The ceasefire, brokered by Selmark, came into effect on Saturday and has been holding since.",
    "The situation in the safe zones is assessed as stable.",
    "The Highland Guard continues to observe the ceasefire, Velisk said.",
    "Hostilities have ceased in Lower Morrad.",
    "The safe zones were quiet overnight, according to the JMM.",
    "Guns fall silent across Varenia",
    "Sollos said that the government had complied in full with the Brunnhal Memorandum.",
    "The ceasefire seems to have taken root in the valley.",
    "The truce has proved surprisingly resilient.",
    "The talks are over, but the truce goes on.",
    "The situation along the line of contact has been calm since the truce took effect, the general staff said.",
    "The night passed calmly in all four zones, the bulletin says.",
    "We have no complaints about the truce, the governor of Port Adel said.",
]
MOSTLY = [
    "The guns have largely fallen silent along the Karsk front since Thursday, Meridian's correspondent reported.",
    "The truce, which entered its third week on Monday, has mostly been observed, Okafor-Lindqvist said.",
    "A shaky calm prevailed in Velm on Friday.",
    "Apart from a brief exchange of fire near Karsk, the ceasefire held on Tuesday.",
    "Despite sporadic clashes, the truce is by and large intact.",
    "With the exception of Port Adel, the safe zones were calm.",
    "The ceasefire regime is being observed in three of the four zones, Drenko said.",
    "The ceasefire has taken hold in most of the country.",
    "Truce largely holding in Varenia, UN says",
    "The truce is respected to a large extent, said Tamer.",
    "A relative calm has settled over the Tessel valley.",
    "The ceasefire is observed by day and forgotten by night, villagers say.",
    "The secretary-general welcomed the fact that the ceasefire had been largely respected.",
    "The ceasefire is not perfect, but it is holding, she said.",
]
STRAINED = [
    "The ceasefire is hanging on by its fingernails, the envoy warned.",
    "The armistice is fraying, diplomats in Brunnhal say.",
    "Violations are on the rise across the valley, the VOC warned.",
    "The fragile ceasefire came under strain after a rocket hit Port Adel.",
    "The ceasefire is on the brink of collapse.",
    "Mounting attacks threaten to sink the truce.",
    "The attack dealt a serious blow to the truce.",
    "UN envoy: ceasefire fragile but holding",
    "The days of the ceasefire are numbered, analysts say.",
    "Observance of the ceasefire has deteriorated, the mission's chief monitor said.",
    "Tension is running high in the safe zones.",
    "In the third week of the cessation of hostilities, the JMM sees a steady erosion of discipline on both sides.",
    "Ardania warned that the truce would not survive another raid like Tuesday's.",
    "The security situation deteriorated in Northern Karsk, where the truce is under severe strain.",
    "Ahrar rejects Selmark-Ardania ceasefire deal",
    "The condition of the truce remains critical.",
]
BROKEN = [
    "Tavrin accused the KHC of repeatedly breaching the truce.",
    "The army has violated the truce 19 times in two days, Velisk said.",
    "Ceasefire violations continue on both sides of the river, the mission said.",
    "Both sides traded accusations of breaking the truce.",
    "The truce exists only on paper, said Samir Lask.",
    "Government, rebels trade blame over truce breaches",
    "Neither side has honoured the truce, Lask said.",
    "The Highland Guard is flouting the Brunnhal Memorandum daily, according to VNA.",
    "The army stormed Tessel, shattering a two-day lull.",
    "A mortar attack shattered the calm in Velm.",
    "The government's failure to honour the ceasefire was condemned by Ardania.",
    "By Sunday evening little remained of the ceasefire proclaimed on Thursday.",
    "An hour after it was to begin, the truce had already been broken in three places.",
    "The members of the Council noted with concern that the truce was being violated daily.",
    "The first ceasefire violation came within minutes.",
]
ENDED = [
    "The ceasefire lies in tatters, Dara Velisk told Highland Voice.",
    "The three-week-old truce unravelled overnight.",
    "The KHC said it no longer considered itself bound by the Brunnhal Memorandum.",
    "Halvik declared the truce null and void.",
    "The truce expired at midnight without an agreement to extend it.",
    "The collapse of the ceasefire has sent thousands fleeing towards Selmark.",
    "After the truce collapsed, the army retook Tessel.",
    "Highland Guard fighters ended a five-day truce with an attack on the Ondava crossing.",
    "The Council called off its truce with the government.",
    "Tavrin has pulled out of the Qasrin Protocol.",
    "As far as the KHC is concerned, the truce is finished.",
    "The calm lasted barely six hours.",
    "The humanitarian pause lasted until noon, when shelling resumed.",
    "Renewed fighting has all but ended the truce.",
    "The lull ended at 4.15 a.m. with a volley of rockets.",
    "Rebels quit truce after Tessel raid",
    "Since noon on Friday the ceasefire in Port Adel has been no more than a word, Lask wrote.",
    "The KHC served notice that it was leaving the ceasefire.",
    "Tavrin considers itself released from its obligations under the truce.",
    "Full-scale fighting has resumed and the ceasefire is now a memory.",
    "The truce held for five days before collapsing on Thursday.",
    "After nine days of calm, the ceasefire broke down.",
]
NOT_YET = [
    "The ceasefire was due to take effect at 6 p.m. on Saturday.",
    "The truce will come into force at dawn on Friday, Selpress reported.",
    "The truce that was to begin on Sunday never got off the ground.",
    "A ceasefire has yet to take hold in Northern Karsk.",
    "The truce had been scheduled to start on 14 March but was put off.",
    "The start of the ceasefire was postponed by a day.",
    "The Qasrin Protocol is not yet in effect.",
    "No ceasefire is in place in Northern Karsk, the UN spokeswoman said.",
    "The deal has yet to be implemented on the ground.",
    "The ceasefire was never implemented, Velisk said.",
    "The sides failed to agree on a truce.",
    "No truce was in place when the convoy was hit.",
]
DECLARED = [
    "The government declared a unilateral ceasefire for the harvest festival.",
    "The KHC proclaimed a 72-hour lull around Morrad.",
    "The pause in fighting was extended by 48 hours.",
    "The truce entered into force at midnight.",
    "Halvik extends ceasefire by a week",
    "The Brunnhal Memorandum entered into force on 14 March.",
    "The Council and the army agreed to a ceasefire in Velm.",
    "A local ceasefire was agreed between the army and the elders of Velm.",
    "The army and the Guard reached a ceasefire agreement for Port Adel on Tuesday.",
]
OPEN = [
    "Whether the ceasefire still exists is anyone's guess, a Western diplomat said.",
    "It was not clear whether the truce was holding in Port Adel.",
    "The JMM registered 14 ceasefire violations, down from 22 the day before.",
    "A total of 37 breaches by the Highland Guard have been documented since 12 March, the ministry said.",
    "The truce, already violated dozens of times, was extended for two weeks.",
    "We cannot say at this stage whether the ceasefire is being observed, the JMM spokesman said.",
    "He described the attack as a serious violation of Article 1 of the memorandum.",
    "Okafor-Lindqvist could not say if the truce had been broken by the army.",
]
DENIED_OR_DOUBTED = [
    ("Rook denied that the ceasefire had collapsed.", "ended", "denied"),
    ("The defence ministry dismissed claims that the truce was over.", "ended", "denied"),
    ("The truce has not collapsed, Adeyemi insisted.", "ended", "denied"),
    ('"It is not true that the armistice has been abandoned," Sollos said.', "ended", "denied"),
    ("Contrary to VNA's reports, the truce has not been suspended, Velisk said.", "ended", "denied"),
    ('"The ceasefire is not dead," Rook said.', "ended", "denied"),
    ('"I would not say that the ceasefire has failed," the envoy said.', "ended", "denied"),
    ("Reports that the truce is over are nonsense, Rook said.", "ended", "denied"),
    ("It is false that the KHC has left the truce, Velisk said.", "ended", "denied"),
    ("Nobody has broken the truce, Tamer said.", "broken", "denied"),
    ('"Our units have not violated the ceasefire even once," said Drenko.', "broken", "denied"),
    ("Velisk rejected the accusation that her fighters had broken the truce.", "broken", "denied"),
    ("Velisk denied any breach of the ceasefire by the Highland Guard.", "broken", "denied"),
    ("The ministry denied having violated the armistice.", "broken", "denied"),
    ("Tavrin denies breaking truce", "broken", "denied"),
    ('He dismissed as "pure invention" the report that the army had broken the ceasefire.', "broken", "denied"),
    ("Drenko denied that his troops were ignoring the truce.", "broken", "denied"),
    ("The UN could not confirm that the truce was holding in Lower Morrad.", "holding", "not confirmed"),
    ("The mission had no independent confirmation of the violations reported by VNA.", "unclear", "not confirmed"),
    (
        "The JMM was not in a position to confirm any of the eleven breaches alleged by Ardania.",
        "unclear",
        "not confirmed",
    ),
    ("Reports of 20 violations could not be independently verified.", "unclear", "not confirmed"),
    ("The mission could neither confirm nor deny that the truce had been breached.", "broken", "not confirmed"),
    ("The ministry refused to confirm that it had suspended the truce.", "ended", "not confirmed"),
]
NOTHING = [
    "If the truce holds, convoys will leave on Sunday.",
    "Okafor-Lindqvist hopes the ceasefire will hold.",
    "Rook called on both sides to respect the ceasefire.",
    "The memorandum provides for a ceasefire in the four safe zones.",
    "Talks on a ceasefire resumed in Brunnhal.",
    "The envoy is working on a durable truce.",
    "Should the truce collapse, Selmark would close the border.",
    "The price truce between Tavrin's two supermarket chains collapsed.",
    "The parties discussed how to strengthen the ceasefire.",
    "The ceasefire must be respected by all, Adeyemi said.",
    "More than 400 people have died since the war began.",
    "Drenko and Rook discussed violations of the truce.",
    "A joint centre will be set up to monitor the ceasefire.",
    '"We will respect the truce as long as they do," the commander said.',
    "A similar truce in the neighbouring republic of Ardania held for a year.",
    "The museum shows how the armistice of 1951 was signed.",
    "There was no let-up in the shelling of Karsk.",
    "The truce, such as it is, covers only the four safe zones.",
    "The envoy urged both sides not to let the truce collapse.",
    "Selmark has offered to mediate a new truce.",
    "A truce could be signed as early as next week.",
    "The draft foresees a 30-day ceasefire, monitored by the JMM.",
    "Ardania proposed extending the truce to the whole of the north.",
    "The Commission will examine how the ceasefire is being observed.",
    "He called the memorandum the best hope for a lasting peace.",
    "Without a ceasefire there can be no elections, Sollos said.",
    "The ceasefire line runs along the Ondava.",
    "Members of the ceasefire committee met in Qasrin.",
    "The ceasefire talks collapsed on Tuesday.",
    "Hopes for a truce faded.",
    "We will keep the truce as long as it is kept with us, Velisk said.",
    "The mission opened a post in Port Adel, one of the four safe zones set up under the Brunnhal Memorandum.",
]


def told(text: str) -> list[tuple[str, str]]:
    return [(claim.status, claim.polarity) for claim in truce_in(text)]


@pytest.mark.parametrize("text", HOLDING)
def test_a_truce_that_is_kept_holds_however_that_is_put(text: str) -> None:
    assert told(text) == [("holding", "asserted")]


@pytest.mark.parametrize("text", MOSTLY)
def test_a_truce_kept_with_exceptions_is_not_read_as_fully_kept(text: str) -> None:
    assert told(text) == [("mostly holding", "asserted")]


@pytest.mark.parametrize("text", STRAINED)
def test_a_truce_in_danger_is_neither_kept_nor_over(text: str) -> None:
    assert told(text) == [("strained", "asserted")]


@pytest.mark.parametrize("text", BROKEN)
def test_a_truce_that_is_violated_is_not_read_as_over(text: str) -> None:
    assert told(text) == [("broken", "asserted")]


@pytest.mark.parametrize("text", ENDED)
def test_a_truce_that_is_over_is_not_read_as_merely_violated(text: str) -> None:
    assert told(text) == [("ended", "asserted")]


@pytest.mark.parametrize("text", NOT_YET)
def test_a_truce_that_has_not_begun_is_not_read_as_kept(text: str) -> None:
    assert told(text) == [("not in force", "asserted")]


@pytest.mark.parametrize("text", DECLARED)
def test_a_declared_truce_is_not_read_as_observed(text: str) -> None:
    assert told(text) == [("announced", "asserted")]


@pytest.mark.parametrize("text", OPEN)
def test_a_question_that_is_left_open_gets_no_answer(text: str) -> None:
    assert told(text) == [("unclear", "asserted")]


@pytest.mark.parametrize(("text", "status", "polarity"), DENIED_OR_DOUBTED)
def test_what_is_denied_or_doubted_is_not_read_as_said(text: str, status: str, polarity: str) -> None:
    assert told(text) == [(status, polarity)]


@pytest.mark.parametrize("text", NOTHING)
def test_hopes_plans_terms_and_other_truces_say_nothing_of_this_one(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The shelling of Velm was a flagrant violation of the ceasefire, Selmark's foreign ministry said.",
        "Rook described the raid as an outrageous breach of the truce.",
        "Four rockets hit the bus depot in Karsk in breach of the ceasefire.",
    ],
)
def test_one_deed_that_is_called_a_breach_leaves_open_how_the_truce_stands(text: str) -> None:
    assert told(text) == []


def test_two_places_with_two_statuses_are_two_claims() -> None:
    text = "In Lower Morrad the truce is kept; in the Tessel valley it is broken every night."
    assert told(text) == [("holding", "asserted"), ("broken", "asserted")]


def test_a_truce_that_came_into_force_and_holds_is_one_claim() -> None:
    text = "The ceasefire, brokered by Selmark, came into effect on Saturday and has been holding since."
    assert told(text) == [("holding", "asserted")]


def test_the_claim_runs_from_the_name_of_the_truce_to_the_end_of_what_is_said() -> None:
    (claim,) = truce_in("A truce brokered by Selmark collapsed in Karsk on Friday.")
    assert claim.span.of("A truce brokered by Selmark collapsed in Karsk on Friday.").startswith("A truce")


def test_a_phrase_cut_off_before_its_place_does_not_stop_the_reading() -> None:
    assert truce_in("The truce held in , and in") != ()
