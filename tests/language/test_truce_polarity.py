"""What is denied and what nobody can confirm is said all the same, and must not be read as asserted."""

from __future__ import annotations

import pytest

from .truce_reading import truce_in, violations_in

TRUCE = [
    ("Sollos denied that the ceasefire had collapsed.", "ended", "denied"),
    ("The ministry rejected claims that the truce was over.", "ended", "denied"),
    ("The army has not violated the truce.", "broken", "denied"),
    ("The army is not respecting the truce.", "broken", "asserted"),
    ("The truce did not last a day.", "ended", "asserted"),
    ("There is no ceasefire in Velm.", "not in force", "asserted"),
    ("The mission cannot confirm the alleged violations of the truce.", "unclear", "not confirmed"),
    ("None of the violations could be confirmed. The truce is a week old.", "unclear", "not confirmed"),
    ("No ceasefire violations were observed in Lower Morrad.", "holding", "asserted"),
    ("It was not clear whether the truce was still being observed.", "unclear", "asserted"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status", "polarity"), TRUCE)
def test_a_denied_end_of_the_truce_is_not_its_end(text: str, status: str, polarity: str) -> None:
    claim = truce_in(text)[0]
    assert (claim.status, claim.polarity) == (status, polarity)


def test_the_other_side_that_cannot_confirm_the_count_is_heard() -> None:
    text = "The Selmarkan part recorded 11 violations of the truce. Ardania cannot confirm any of the 11."
    counted, doubted = truce_in(text)
    assert (counted.polarity, doubted.polarity) == ("asserted", "not confirmed")
    assert doubted.violations is not None
    assert (doubted.violations.text, doubted.violations.unit) == ("11", "violation")
    assert doubted.span.of(text) == "Ardania cannot confirm any of the 11"


VIOLATIONS = [
    ("The army denied shelling Velm.", "fire/artillery", "denied"),
    ("The army did not shell the village.", "fire/artillery", "denied"),
    ("The army did not attack the convoy.", "protected objects and aid/convoy", "denied"),
    ("No shells were fired at Velm.", "fire/artillery", "denied"),
    ("No hospital was struck in Velm.", "protected objects and aid/hospital", "denied"),
    ("The Guard denied any involvement in the attack on the convoy.", "protected objects and aid/convoy", "denied"),
    ("The ministry rejected as baseless reports that its planes had bombed Karsk.", "fire/air strike", "denied"),
    ("The government has withdrawn its charge that the Guard shelled Velm.", "fire/artillery", "denied"),
    ("The mission could not confirm that Velm had been shelled.", "fire/artillery", "not confirmed"),
    ("There is no confirmation of an air strike on Karsk.", "fire/air strike", "not confirmed"),
    ("Unconfirmed reports spoke of an air strike on Karsk.", "fire/air strike", "not confirmed"),
    ("The army did not deny that its guns had shelled Velm.", "fire/artillery", "asserted"),
    ("The strike on the Black Banner camp does not count as a breach of the truce.", "fire/unspecified", "asserted"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "polarity"), VIOLATIONS)
def test_a_denied_attack_is_not_counted_as_an_attack(text: str, kind: str, polarity: str) -> None:
    (claim,) = violations_in(text)
    assert (claim.type, claim.polarity) == (kind, polarity)


NO_CLAIM = [
    "The ministry denied reports of a reshuffle.",
    "The army has not released figures.",
    "Nobody was hurt.",
    "The army would never shell the village.",
    "The road to Velm was closed by snow.",
    "Those who shell a hospital are criminals.",
]


@pytest.mark.parametrize("text", NO_CLAIM)
def test_a_denial_of_something_else_is_no_denied_attack(text: str) -> None:
    assert violations_in(text) == ()
