"""The truce gold is what its guidelines promise: a figure measured on it would mislead otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec
import pytest

from communique.domain.truce import POLARITIES, STATUSES, STEP_FACTS

from .agreement import drawn, kappa, report
from .faults import faults
from .gold import FOLDER, Count, Item, Severity, Step, Truce, Violation, alternatives, counts, load, read
from .kinds import PARTS, RUNGS
from .quoting import Misquoted, place

ITEMS = [item for part in PARTS for item in load(part)]
WIDER = {path.stem: read(path) for path in sorted(FOLDER.glob("wider_*.jsonl"))}
OTHER = {name: read(FOLDER / "held" / f"{name}.jsonl") for name in ("fresh", "consensus", "later")}


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_everything_quoted_stands_in_the_text_and_every_word_is_of_the_vocabulary(item: Item) -> None:
    assert list(faults(item)) == []


@pytest.mark.parametrize("name", [*WIDER, *OTHER])
def test_so_it_is_in_the_texts_for_training_and_in_the_other_held_ones(name: str) -> None:
    assert [fault for item in {**WIDER, **OTHER}[name] for fault in faults(item)] == []


def test_the_consensus_has_the_texts_of_the_held_half_and_the_others_are_new() -> None:
    assert [item.text for item in OTHER["consensus"]] == [item.text for item in load("held")]
    new = {item.text for name in ("fresh", "later") for item in OTHER[name]}
    assert len(new) == len(OTHER["fresh"]) + len(OTHER["later"])
    assert new.isdisjoint(item.text for items in (ITEMS, *WIDER.values()) for item in items)


def test_the_halves_are_equal_kind_by_kind_and_share_no_text() -> None:
    assert len(ITEMS) >= 160
    assert all(build == held for build, held in counts(ITEMS).values())
    assert all(item.part == part for part in PARTS for item in load(part))
    assert len({item.id for item in ITEMS}) == len({item.text for item in ITEMS}) == len(ITEMS)


def test_no_held_text_is_a_build_text_in_other_words() -> None:
    assert _alike(load("held"), load("build")) == []


def test_the_wider_texts_are_for_building_and_none_is_a_held_one_in_other_words() -> None:
    wider = [item for items in WIDER.values() for item in items]
    assert len(wider) >= 10_000 and {item.part for item in wider} == {"build"}
    assert _alike((*load("held"), *OTHER["fresh"], *OTHER["later"]), wider) == []


def _alike(held: Sequence[Item], build: Sequence[Item]) -> list[tuple[str, str]]:
    """The pairs of texts more than six tenths of whose words are common."""
    known = [(item.id, _words(item)) for item in build]
    return [(one.id, name) for one in held for name, words in known if _likeness(_words(one), words) > 0.6]


@cache
def _words(item: Item) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", item.text.lower()))


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    both = len(one & other)
    return both / (len(one) + len(other) - both)


@pytest.mark.parametrize("part", PARTS)
def test_each_half_can_score_every_status_polarity_and_fact(part: str) -> None:
    items = [item for item in ITEMS if item.part == part]
    truce = [claim for item in items for claim in item.truce]
    every = [claim for item in items for claim in item.claims]
    # A truce that is declared is no status that is observed: the guidelines leave "announced" out.
    assert {one for claim in truce for one in alternatives(claim.status)} == set(STATUSES) - {"announced"}
    assert {claim.polarity for claim in every} == set(POLARITIES)
    assert {claim.step.fact for claim in every if claim.step} == set(STEP_FACTS)
    assert any(claim.either for item in items for claim in item.violations)
    assert sum(not item.claims for item in items) >= 9


def test_the_guidelines_explain_every_status_fact_and_polarity() -> None:
    guide = (FOLDER / "GUIDELINES.md").read_text(encoding="utf-8")
    assert [word for word in (*STATUSES, *STEP_FACTS, *POLARITIES[1:]) if word not in guide] == []


TEXT = "Two shells hit Velm. Two more hit Karsk, the army said."
FAULTY = [
    (Violation("Three shells hit Velm", "fire/mortar"), "'Three shells hit Velm' stands 0 times"),
    (Violation("Two", "fire/mortar"), "stands 2 times"),
    (Violation("Two shells hit Velm", "fire/catapult"), "'fire/catapult' is none of"),
    (Violation("Two shells hit Velm", "fire/mortar", place="Vel"), "'Vel' stands 0 times"),
    (Violation("Two shells hit Velm", "fire/mortar", accused=("navy",)), "the party 'navy'"),
    (Violation("Two shells hit Velm", "fire/mortar", by="navy"), "no name of the speaker"),
    (Violation("Two shells hit Velm", "fire/mortar", either=True), "needs two parties"),
    (Violation("Two shells hit Velm", "fire/mortar", count=Count("Two", 3, 2)), "the wrong way round"),
    (Violation("Two shells hit Velm", "fire/mortar", count=Count("Two", 2, 2, "shell")), "'shell' is not a unit"),
    (Violation("Two shells hit Velm", "fire/mortar", severity=Severity("bad", "hit")), "'bad' is none of"),
    (Violation("Two shells hit Velm", "fire/mortar", step=Step("war", "done", "Velm")), "'war' is none of"),
    (Truce("Two shells hit Velm", "wobbly"), "'wobbly' is none of"),
    (Truce("Two shells hit Velm", "broken", zones=("Velm",)), "'Velm' is none of"),
]


@pytest.mark.parametrize(("claim", "said"), FAULTY, ids=[said for _, said in FAULTY])
def test_a_wrong_annotation_is_named(claim: Truce | Violation, said: str) -> None:
    made = {"truce": (claim,)} if isinstance(claim, Truce) else {"violations": (claim,)}
    assert said in "\n".join(faults(Item("x", "build", "fire", TEXT, **made)))


def test_words_that_stand_twice_mean_the_ones_in_the_claim_or_the_ones_numbered() -> None:
    assert place("Two", TEXT, (21, 39)) == (21, 24)
    assert place(("Two", 1), TEXT) == (0, 3)
    with pytest.raises(Misquoted, match="there is no number 3"):
        place(("Two", 3), TEXT)


def test_a_misspelt_field_of_the_gold_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError, match="stauts"):
        msgspec.json.decode(b'{"span": "x", "status": "broken", "stauts": "broken"}', type=Truce)


def test_what_a_second_annotator_is_given_holds_no_claims() -> None:
    texts = drawn(ITEMS, 30)
    assert len({item.id for item in texts}) == 30
    assert not any(item.claims or item.maybe or item.kind for item in texts)


def test_annotators_agree_wholly_with_themselves_and_by_chance_not_at_all() -> None:
    lines = list(report(ITEMS, ITEMS))
    assert [line for line in lines if "claims" in line and "F1 100.0" not in line] == []
    assert [line for line in lines if "alike" in line and "100.0 % alike, kappa 1.00" not in line] == []
    assert kappa([("a", "a"), ("a", "b"), ("b", "a"), ("b", "b")]) == 0
    assert kappa([("a", "a"), ("b", "b"), ("a", "b"), ("b", "b")]) == pytest.approx(0.5)


def test_every_rung_asked_for_is_one_of_the_ladder() -> None:
    used = {one for i in ITEMS for c in i.claims if c.step for one in alternatives(c.step.rung)}
    assert used <= set(RUNGS) and len(used) >= 10
