"""What is to follow a violation: called for, announced, done and ruled out are four different facts."""

from __future__ import annotations

import pytest

from communique.language.truce.lexicon import truce_words

from .truce_reading import claims, scene

STEPS = [
    ("Rook urged the guarantors to use their influence.", "ask guarantors to use their influence", "called for",
     ("guarantors",)),
    ("Rook called on Ardania to bring its influence to bear.", "ask guarantors to use their influence", "called for",
     ("ardania",)),
    ("The Kesh Highlands Council demanded that the Joint Monitoring Mission send a team to Velm.", "send a team",
     "called for", ("jmm",)),
    ("The Joint Monitoring Mission should dispatch a patrol to Velm.", "send a team", "called for", ("jmm",)),
    ("The Joint Monitoring Mission will dispatch a patrol to Velm.", "send a team", "announced", ("jmm",)),
    ("The Joint Monitoring Mission sent a team to Velm.", "send a team", "done", ("jmm",)),
    ("A team was sent to Velm.", "send a team", "done", ()),
    ("The Joint Monitoring Mission refused to send a team.", "send a team", "ruled out", ("jmm",)),
    ("The Joint Monitoring Mission will not send a team.", "send a team", "ruled out", ("jmm",)),
    ("Selmark plans to take the matter to the Security Council.", "ministers or the Security Council", "announced",
     ("selmark",)),
    ("Ardania called for an independent inquiry.", "preliminary inquiry", "called for", ()),
    ("The Joint Monitoring Mission opened an inquiry.", "preliminary inquiry", "done", ("jmm",)),
    ("The matter was referred to the Joint Commission.", "technical or joint committee", "done", ()),
    ("Monitors must be granted access to the depot.", "ask for information or access", "called for", ()),
    ("Ardania asked both armies to open the liaison line again.", "hotline or liaison", "called for", ()),
    ("The Secretary-General appealed to all sides for maximum restraint.", "call for restraint", "called for", ()),
    ("The Highland Guard suspended its participation in the truce.", "suspension or end", "done", ("guard",)),
    ("Ardania threatened to impose sanctions on the army.", "loss of protection, sanctions", "announced",
     ("ardania",)),
    ("The Varenian army lodged a complaint with the mission.", "log", "done", ("army",)),
    ("The Joint Monitoring Mission sent a flying squad to Velm.", "send a team", "done", ("jmm",)),
    ("The guarantors would ask both parties what they meant to do.", "board or guarantors ask the party to act",
     "announced", ("guarantors",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rung", "fact", "of"), STEPS)
def test_a_step_is_not_done_before_it_is(text: str, rung: str, fact: str, of: tuple[str, ...]) -> None:
    (found,) = scene(text).steps
    assert (found.step.rung, found.step.fact, found.step.of) == (rung, fact, of)
    assert found.step.span.of(text) == found.step.text


NONE = [
    ("The violations are minor and do not oblige the army to take any steps.", "do not oblige the army to take any steps"),
    ("We see no reason for any measure on our side.", "no reason for any measure on our side"),
    ("No step was required of the mission.", "No step was required of the mission"),
    ("The few violations call for no response whatsoever.", "call for no response whatsoever"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), NONE)
def test_that_nothing_is_to_be_done_is_a_step_too(text: str, words: str) -> None:
    (claim,) = claims("Several violations of the truce were recorded. " + text)[0]
    assert claim.step is not None
    assert (claim.step.rung, claim.step.fact, claim.step.text) == ("none", "ruled out", words)


NO_STEP = [
    "The Joint Commission recorded 15 violations.",
    "The Security Council heard the envoy's report.",
    "The mission could send a team.",
    "The mission did not send a team.",
    "None of them requires us to send a team.",
    "The museum opened a show on the inquiry of 1911.",
    "The team visited its supporters.",
]


@pytest.mark.parametrize("text", NO_STEP)
def test_a_body_or_a_possibility_is_no_step(text: str) -> None:
    assert [f.step.rung for f in scene(text).steps if f.step.rung != "none"] == []


def test_a_step_goes_to_the_violation_it_answers_and_not_to_the_truce() -> None:
    text = (
        "The truce is holding. Shells fell on Velm on Friday. The Joint Monitoring Mission sent a team to the village."
    )
    truce, violations = claims(text)
    assert truce[0].step is None
    assert violations[0].step is not None and violations[0].step.rung == "send a team"


def test_a_step_told_with_the_truce_answers_a_word_on_the_truce() -> None:
    text = "Shells fell on Velm. The truce is under strain, and Rook urged the guarantors to use their influence."
    truce, violations = claims(text)
    assert truce[0].step is not None and violations[0].step is None


def test_every_status_that_is_read_is_one_the_record_knows() -> None:
    from communique.domain.truce import STATUSES

    assert set(truce_words().statuses) <= set(STATUSES)
