"""What a violation says besides who did what to whom: how many, how grave, where, under which rule, either or."""

from __future__ import annotations

import pytest

from communique.domain.truce import ViolationClaim

from .truce_reading import claims


def violation(text: str) -> ViolationClaim:
    """The one violation claim of the text."""
    (claim,) = claims(text)[1]
    return claim


@pytest.mark.parametrize(
    ("text", "words", "low", "unit"),
    [
        ("The monitors heard 14 undetermined explosions near Velm.", "14", 14, "explosion"),
        ("The team heard 40 bursts of heavy machine-gun fire.", "40", 40, "burst"),
        ("The guard fired three missiles at Tavrin.", "three", 3, "projectile"),
    ],
)
def test_several_alike_are_one_claim_with_a_number(text: str, words: str, low: int, unit: str) -> None:
    count = violation(text).count
    assert count is not None and (count.text, count.low, count.unit) == (words, low, unit)


def test_a_shell_that_was_not_fired_is_not_counted() -> None:
    assert violation("No shells were fired at Velm.").count is None


EITHER = [
    ("Either the Varenian army or the Highland Guard shelled Velm.", {"army", "guard"}, True),
    ("The Varenian army and the Highland Guard shelled Velm.", {"army", "guard"}, False),
    ("The Varenian army shelled Velm.", {"army"}, False),
]


@pytest.mark.parametrize(("text", "parties", "either"), EITHER)
def test_either_or_stays_either_or(text: str, parties: set[str], either: bool) -> None:
    claim = violation(text)
    assert (set(claim.alleged_party), claim.either) == (parties, either)


DENIERS = [
    ("The Varenian army denied shelling Velm.", ("army",)),
    ("The Varenian army denied any part in the attack on the convoy.", ("army",)),
    ("Ardania denied that the Highland Guard had shelled Velm.", ("guard",)),
    ("Ardania denied that Velm had been shelled.", ()),
]


@pytest.mark.parametrize(("text", "parties"), DENIERS)
def test_who_denies_for_another_is_not_accused(text: str, parties: tuple[str, ...]) -> None:
    assert violation(text).alleged_party == parties


def test_the_severity_stated_comes_with_its_words() -> None:
    text = "The attack on Velm was a grave violation of the truce."
    claim = violation(text)
    assert claim.severity == "serious"
    assert claim.severity_span is not None and claim.severity_span.of(text) == "grave"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The raid on Velm breached Article 4 of the memorandum.", "Article 4"),
        ("The guard shelled Velm on Friday.", None),
    ],
)
def test_a_violation_keeps_the_clause_it_is_said_to_break(text: str, rule: str | None) -> None:
    assert violation(text).rule == rule


ZONES = [
    ("The army shelled a farm in Northern Karsk.", "Northern Karsk"),
    ("The army shelled the harbour of Port Adel.", None),
    ("The army shelled a farm in the Port Adel safe zone.", "Port Adel"),
]


@pytest.mark.parametrize(("text", "zone"), ZONES)
def test_a_town_that_gave_a_zone_its_name_is_no_zone(text: str, zone: str | None) -> None:
    assert violation(text).zone == zone


def test_a_woman_of_sixty_is_one_woman() -> None:
    injured = violation("A woman of sixty was wounded when a shell fell on Velm.").injured
    assert injured is not None and injured.low == 1
