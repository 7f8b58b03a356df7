"""Steps taken, refused or ruled out, and sentences without any, in wordings that the lists were not made from."""

from __future__ import annotations

import pytest

from .truce_reading import claims, scene

TAKEN = [
    ("Two JMM officers drove out to Velm on Monday to see the shelled mill for themselves.", "send a team"),
    ("A verification team left Tavrin for Velm, which was shelled on Sunday.", "send a team"),
    ("Prosecutors have opened a case over the shelling of Velm.", "preliminary inquiry"),
    ("Drenko said his ministry had begun checking the claims that jets bombed Karsk.", "preliminary inquiry"),
    ("A joint investigation of the Velm shelling got under way on Tuesday.", "preliminary inquiry"),
    ("The mission handed its findings on the Velm shelling to both parties.", "formal report"),
    ("The mission filed a report on the Velm shelling.", "formal report"),
    ("Officers of the two sides talked the Velm shelling over on the deconfliction line.", "hotline or liaison"),
    ("Selmark has leaned on the Highland Guard to stop shelling Velm.", "ask guarantors to use their influence"),
    ("The Velm shelling was put before the Joint Commission on Monday.", "technical or joint committee"),
    ("The Joint Commission gathered in emergency session over the shelling of Velm.", "technical or joint committee"),
    ("Sollos took the shelling of Velm to New York.", "ministers or the Security Council"),
    (
        "Tavrin has lodged a complaint with the Security Council over the shelling of Velm.",
        "ministers or the Security Council",
    ),
    (
        "The foreign ministers of the guarantors spoke by phone about the shelling of Velm.",
        "ministers or the Security Council",
    ),
    ("Selmark has blacklisted two commanders over the shelling of Velm.", "loss of protection, sanctions"),
    (
        "Velm forfeited its status as a safe zone after the Guard shelled the road from there.",
        "loss of protection, sanctions",
    ),
    ("Ardania has frozen military aid to the Guard because of the shelling of Velm.", "loss of protection, sanctions"),
    ("The KHC has put its part in the truce on ice after the shelling of Velm.", "suspension or end"),
    ("The mission noted the shelling of Velm in its daily register.", "log"),
    ("The shelling of Velm was entered in the commission's books.", "log"),
    ("An advance party of monitors got to Velm an hour after the shelling.", "send a team"),
    ("Military police are looking into who ordered the shelling of Velm.", "preliminary inquiry"),
    ("JMM experts were examining fragments found after the shelling of Velm.", "preliminary inquiry"),
    ("The mission's report on the shelling of Velm is with the guarantors.", "formal report"),
    ("The mission sent the guarantors a four-page report on the shelling of Velm.", "formal report"),
    (
        "The colonel got hold of the duty officer in Morrad by radio minutes after the shelling of Velm.",
        "hotline or liaison",
    ),
    ("Both commands kept the line open through the night after the shelling of Velm.", "hotline or liaison"),
    ("The shelling of Velm was passed to the working group on ceasefire matters.", "technical or joint committee"),
    ("The Security Council met behind closed doors over the shelling of Velm.", "ministers or the Security Council"),
    ("Travel bans were slapped on three officers over the shelling of Velm.", "loss of protection, sanctions"),
    ("Tavrin has halted its part of the withdrawal until the shelling of Velm stops.", "suspension or end"),
    ("The mission put the shelling of Velm on record.", "log"),
    ("The Guard lodged a protest with the mission over the shelling of Velm.", "log"),
]

RULED_OUT = [
    ("The mission said it had no plans to send anyone to Velm, where the shelling killed two.", "send a team"),
    ("Tavrin turned down an inquiry into the shelling of Velm.", "preliminary inquiry"),
    ("The army saw no need to trouble the Joint Commission with the shelling of Velm.", "technical or joint committee"),
    ("Ardania would veto any Security Council debate on the Karsk bombing.", "ministers or the Security Council"),
    ("Halvik has ruled out calling off the truce over the shelling of Velm.", "suspension or end"),
    (
        "The army barred no one, yet the mission decided against sending anyone to Velm after the shelling.",
        "send a team",
    ),
    ("Halvik dismissed demands for an inquiry into the shelling of Velm.", "preliminary inquiry"),
    ("Selmark will not take the shelling of Velm to the Security Council.", "ministers or the Security Council"),
    ("The guarantors ruled out sanctions over the shelling of Velm.", "loss of protection, sanctions"),
    ("The KHC will not let the shelling of Velm drive it out of the truce, Velisk said.", "suspension or end"),
]

NOTHING = [
    "The shelling of Velm will go unanswered, Drenko said.",
    "The mission sees no cause to act over the shelling of Velm.",
    "The shelling of Velm does not merit a response, Drenko said.",
    "The shelling of Velm calls for no reaction on our part, Drenko said.",
    "No steps are planned after the shelling of Velm.",
]

NO_STEP = [
    "The shelling of Velm killed two and the mission heard the blasts from its office.",
    "The Joint Commission said mortars had shelled Velm twice.",
    "A mission report says the army shelled Velm three times in a week.",
    "Shells fell on Velm as the envoy's team was packing to leave Tavrin.",
    "If the shelling of Velm goes on, sanctions might follow, analysts said.",
    "The army shelled Velm hours after ministers met in Brunnhal to review trade.",
    "Under the memorandum, a team is sent within a day of any shelling such as that of Velm.",
    "The mission's log for May lists nine shellings of Velm.",
    "The monitors heard the shelling of Velm from their base at Tessel.",
    "The committee of wounded veterans said the army had shelled Velm.",
    "A shell fell on Velm while the foreign minister was opening a school there.",
    "The report says the army shelled Velm from the hills.",
    "The commission counted nine shellings of Velm last week.",
    "Two observers were wounded when mortars hit their post near Velm.",
    "The team's car was hit by shrapnel as it left Velm.",
]


@pytest.mark.parametrize(("text", "rung"), TAKEN)
def test_a_step_that_was_taken_is_not_lost(text: str, rung: str) -> None:
    assert _steps(text) == [(rung, "done")]


@pytest.mark.parametrize(("text", "rung"), RULED_OUT)
def test_a_refusal_is_no_step_that_was_taken(text: str, rung: str) -> None:
    assert _steps(text) == [(rung, "ruled out")]


@pytest.mark.parametrize("text", NOTHING)
def test_that_a_source_will_do_nothing_is_told(text: str) -> None:
    assert _steps(text) == [("none", "ruled out")]


@pytest.mark.parametrize("text", NO_STEP)
def test_who_only_stands_by_takes_no_step(text: str) -> None:
    assert _steps(text) == []


REPORT = "The guns shelled Velm on Friday. Drones bombed Karsk on Saturday. "


def test_a_step_on_both_matters_answers_both_claims() -> None:
    both = claims(REPORT + "The mission will publish a full report on both incidents.")[1]
    assert [v.step.rung if v.step else None for v in both] == ["formal report", "formal report"]


def test_a_step_on_one_matter_answers_one_claim() -> None:
    both = claims(REPORT + "The mission will publish a full report.")[1]
    assert [v.step is not None for v in both] == [False, True]


def _steps(text: str) -> list[tuple[str, str]]:
    return [(found.step.rung, found.step.fact) for found in scene(text).steps]
