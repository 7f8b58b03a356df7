"""How grave a source says it was, in many wordings: in the clause, beside it, or in the next sentence."""

from __future__ import annotations

import pytest

from .truce_reading import claims

MINOR = [
    "The truce is holding; the 12 violations recorded were all of a minor character.",
    "Two rounds fell on Velm on Friday. The mission classed the incident as minor.",
    "Drenko played down the shelling of Velm as a trifle.",
    "The nine violations were negligible, Tamer said.",
    "The nine breaches were of low intensity.",
    "The truce was violated 14 times, mostly in minor incidents.",
    "Only insignificant violations of the truce were recorded.",
    "The truce is holding, with small incidents here and there.",
    "“A few shots were fired at Velm. Nothing dramatic,” Drenko said.",
    "Shots were fired at Ondava. The commission put the case down as a minor violation.",
    "Shots were fired at Ondava. Neither side regarded it as serious.",
]


@pytest.mark.parametrize("text", MINOR)
def test_a_small_breach_is_told_as_small(text: str) -> None:
    assert _severities(text) == {"minor"}


SERIOUS = [
    "The Guard committed a grave breach of the truce at Velm on Friday.",
    "Two rounds fell on Velm on Friday. It was a serious breach, the mission said.",
    "The mission rated the shelling of Velm a serious violation.",
    "Velisk condemned the shelling of Velm as a most serious violation of the truce.",
    "Sollos called the shelling of Velm the gravest breach since the truce began.",
    "Shells hit Velm, in what the envoy termed a major violation of the ceasefire.",
    "The shelling of Velm was a clear and serious infringement of the memorandum.",
    "The truce is under strain after a blatant violation at Karsk.",
    "The air strike at Karsk was a flagrant and unacceptable violation of the ceasefire.",
    "The envoy described the bombing of the clinic as an extremely serious violation.",
    "A shell hit a house in Velm; the mission considers this a severe violation.",
    "Rockets were fired at Karsk. Rook spoke of a massive breach of the truce.",
    "Rockets were fired at Karsk on Friday. This is a grave matter, and a violation of the memorandum.",
]


@pytest.mark.parametrize("text", SERIOUS)
def test_a_grave_breach_is_told_as_grave(text: str) -> None:
    assert _severities(text) == {"serious"}


EXCUSED = [
    "The firing at Sarn was no violation of the truce, the mission found.",
    "The explosions heard at Sarn were not considered a breach of the ceasefire.",
    "The shelling of the Black Banner camp falls outside the truce, Drenko said.",
    "The ceasefire does not cover the Black Banner, so the strike on its camp was legitimate, Drenko said.",
    "The commission ruled that the fire at Velm was not in breach of the memorandum.",
    "The blasts at Sarn did not amount to a violation, Aust said.",
]


@pytest.mark.parametrize("text", EXCUSED)
def test_what_is_no_violation_is_not_counted_among_them(text: str) -> None:
    assert _severities(text) == {"not a violation"}


UNSAID = [
    "The envoy expressed grave concern at the three violations of the truce.",
    "Nine violations were recorded and two people were seriously wounded.",
    "The truce was broken when mortar rounds hit a small village near Karsk.",
    "The truce is holding in the small town of Velm, where one violation was seen.",
    "Two violations by small arms fire were recorded.",
    "Five violations were recorded on the main road, where heavy fighting had raged in May.",
    "The Guard fired from small arms at a post near Velm.",
    "A major of the army was shot at Velm in breach of the truce.",
    "The mission could not say how serious the violations were.",
    "Major violations are rare, and the truce is holding.",
    "Shells hit Velm and caused serious damage, in breach of the truce.",
]


@pytest.mark.parametrize("text", UNSAID)
def test_a_grave_word_about_something_else_says_nothing_of_the_breach(text: str) -> None:
    assert _severities(text) == set()


def _severities(text: str) -> set[str]:
    truce, violations = claims(text)
    return {claim.severity for claim in (*truce, *violations) if claim.severity}
