"""The figures of `bench.truce` count what they say: a slip here would hide a fault of the reading, or make one up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bench.truce.claims import marks
from bench.truce.errors import table
from bench.truce.incidents import DATA, load, pairs_of
from bench.truce.marks import Card, Mark, Tally
from bench.truce.rows import table as rows_table
from bench.truce.vocabulary import kind, rung
from communique.domain.actor import Actor, Mention
from communique.domain.attribution import Statement
from communique.domain.provenance import Provenance
from communique.domain.reading import Findings, Reading
from communique.domain.report import Report
from communique.domain.span import Span
from communique.domain.truce import Count, Step, TruceClaim, ViolationClaim

from .gold import Count as GoldCount
from .gold import Item, Severity, Truce, Violation
from .gold import Step as GoldStep

MADE = Provenance("test@1")
TEXT = "The truce is holding in Port Adel, Dara Velisk said. Shells hit Velm, killing at least two, and the army denied it."
HOLDS = "The truce is holding in Port Adel"
HIT = "Shells hit Velm, killing at least two"


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


TRUCE = TruceClaim("c1", at(HOLDS), "holding", MADE, zones=("Port Adel",), said_in="s1")
SHELLS = ViolationClaim("v1", at(HIT), "fire/artillery", MADE, killed=Count("at least two", at("at least two"), 2))
SAID = Statement("s1", (at(HOLDS),), (at("said"),), (at("Dara Velisk"),), ("a1",), "indirect", "asserts", (), MADE)
GOLD_TRUCE = Truce(HOLDS, "holding", by="Velisk", zones=("Port Adel",))
GOLD_SHELLS = Violation(HIT, "fire/artillery", killed=GoldCount("at least two", 2, None))


def reading(*found: TruceClaim | ViolationClaim) -> Reading:
    return Reading(
        Report("r", "r", "", TEXT),
        Findings(
            mentions=(Mention("m1", at("the army"), "organisation", MADE, actor="a2"),),
            actors=(Actor("a1", "Dara Velisk", "person", MADE), Actor("a2", "Varenian army", "organisation", MADE)),
            statements=(SAID,),
            truce=tuple(claim for claim in found if isinstance(claim, TruceClaim)),
            violations=tuple(claim for claim in found if isinstance(claim, ViolationClaim)),
        ),
    )


def gold(*claims: Truce | Violation, maybe: tuple[str, ...] = ()) -> Item:
    return Item(
        *("x", "build", "passage", TEXT),
        truce=tuple(claim for claim in claims if isinstance(claim, Truce)),
        violations=tuple(claim for claim in claims if isinstance(claim, Violation)),
        maybe=maybe,
    )


def tallied(item: Item, read: Reading) -> dict[str, tuple[int, int, int]]:
    card = Card()
    card.add(marks(item, read))
    return {name: (t.gold, t.found, t.right) for name, t in card.tallies.items()}


def test_a_reading_like_the_gold_is_right_in_every_field() -> None:
    counted = tallied(gold(GOLD_TRUCE, GOLD_SHELLS), reading(TRUCE, SHELLS))
    assert counted["truce claims"] == counted["violation claims"] == counted["killed"] == (1, 1, 1)
    assert all(gold == found == right for gold, found, right in counted.values())


def test_a_missed_claim_costs_recall_and_one_too_many_precision() -> None:
    assert tallied(gold(GOLD_TRUCE), reading())["status"] == (1, 0, 0)
    assert tallied(gold(), reading(TRUCE))["status"] == (0, 1, 0)
    assert tallied(gold(GOLD_SHELLS), reading())["killed"] == (1, 0, 0)


WRONG = [
    ("status", replace(TRUCE, status="broken"), (1, 1, 0)),
    ("status, where one is stated", replace(TRUCE, status="unclear"), (1, 0, 0)),
    ("speaker of the claims found", replace(TRUCE, said_in=None), (1, 1, 0)),
    ("zones of a truce claim", replace(TRUCE, zones=("Velm", "Port Adel")), (1, 2, 1)),
    ("polarity (denied, not confirmed)", replace(TRUCE, polarity="denied"), (0, 1, 0)),
    ("severity", replace(TRUCE, severity="minor"), (0, 1, 0)),
    ("step", replace(TRUCE, step=Step("send a team", "said", at("said"))), (0, 1, 0)),
]


@pytest.mark.parametrize(("field", "found", "expected"), WRONG, ids=[field for field, _, _ in WRONG])
def test_a_wrong_field_of_a_truce_claim_is_seen(field: str, found: TruceClaim, expected: tuple[int, int, int]) -> None:
    assert tallied(gold(GOLD_TRUCE), reading(found))[field] == expected


def test_who_counts_may_be_the_speaker_or_the_text_itself_but_not_somebody_else() -> None:
    told = replace(TRUCE, said_in=None)
    either = Truce(HOLDS, "holding", by="the monitors | the text", zones=("Port Adel",))
    assert tallied(gold(either), reading(told))["speaker of the claims found"] == (1, 1, 1)
    assert tallied(gold(either), reading(TRUCE))["speaker of the claims found"] == (1, 1, 0)


def test_a_bound_that_the_text_does_not_give_must_stay_open() -> None:
    exact = replace(SHELLS, killed=Count("two", at("two"), 2, 2))
    assert tallied(gold(GOLD_SHELLS), reading(exact))["killed"] == (1, 1, 0)


def test_a_party_is_right_under_any_of_its_names_and_an_invented_one_is_wrong() -> None:
    accusing = Violation(HIT, "fire/artillery", accused=("the army",))
    found = replace(SHELLS, alleged_party=("a2", "a1"))
    assert tallied(gold(accusing), reading(found))["accused"] == (1, 2, 1)


def test_a_step_called_for_is_not_a_step_done() -> None:
    asked = Truce(HOLDS, "holding", step=GoldStep("send a team", "called for", "said"))
    done = replace(TRUCE, step=Step("send a team", "said", at("said"), "done"))
    counted = tallied(gold(asked), reading(done))
    assert (counted["step"], counted["step, rung"], counted["step, fact"]) == ((1, 1, 0), (1, 1, 1), (1, 1, 0))


def test_where_annotators_may_differ_a_claim_is_neither_asked_for_nor_wrong() -> None:
    assert tallied(gold(maybe=(HIT,)), reading(SHELLS)) == {}
    assert tallied(gold(GOLD_TRUCE), reading(TRUCE, replace(SHELLS, type="unspecified", span=at(HOLDS)))) == tallied(
        gold(GOLD_TRUCE), reading(TRUCE)
    )
    ruled = Violation(HIT, "fire/artillery", severity=Severity("serious", "hit"))
    assert "truce claims" not in tallied(gold(ruled), reading(SHELLS, replace(TRUCE, status="broken", span=at(HIT))))


def test_a_truce_claim_read_out_of_a_plain_violation_is_wrong() -> None:
    told = replace(TRUCE, status="broken", span=at(HIT))
    assert tallied(gold(GOLD_SHELLS), reading(SHELLS, told))["truce claims"] == (0, 1, 0)


def test_a_span_elsewhere_is_no_match_and_the_closest_of_two_is_taken() -> None:
    assert tallied(gold(GOLD_SHELLS), reading(replace(SHELLS, span=at("Dara Velisk"))))["violation claims"] == (1, 1, 0)
    rough = replace(SHELLS, id="v2", span=Span(0, len(TEXT)), type="fire/drone")
    assert tallied(gold(GOLD_SHELLS), reading(rough, SHELLS))["type, level 2"] == (1, 2, 1)


def test_f1_is_of_what_both_have() -> None:
    tally = Tally(gold=8, found=4, right=3)
    assert (tally.precision, tally.recall, tally.f1) == (75.0, 37.5, 50.0)
    assert Tally().f1 == 0


def test_the_errors_of_the_held_half_are_shown_to_nobody() -> None:
    held = Item("t1", "held", "broken", TEXT)
    with pytest.raises(ValueError, match="held half"):
        table([(held, Mark("status", 1, 1, 0))])
    assert "| t1 |" in table([(Item("t1", "build", "broken", TEXT), Mark("status", 1, 1, 0, "broken", "holding"))])


def test_spellings_of_open_vocabularies_do_not_count_as_errors() -> None:
    assert rung("ask guarantors to use their influence") == rung("guarantors use influence")
    assert kind("mechanism/monitor denied") == kind("mechanism/denied") != kind("mechanism/delayed")


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.parent.name)
def test_constructed_incidents_are_enough_and_hard_enough(path: Path) -> None:
    told = load(path)
    names = [one.incident for one in told]
    days = {one.claim.start for one in told}
    assert len(told) >= 40 and len(set(names)) >= 15
    assert len({one.claim.key for one in told}) == len(told)
    assert any(names.count(name) == 1 for name in names) and max(map(names.count, names)) >= 4
    assert None in days and any(one.claim.polarity == "denied" for one in told)
    # On one day and at one place two happenings: a matcher that looks at nothing else joins what does not belong together.
    here = {(one.claim.start, one.claim.site.name if one.claim.site else None, one.incident) for one in told}
    assert len(here) - len({(start, site) for start, site, _ in here}) >= 3


def test_pairs_of_a_group_are_all_its_pairs() -> None:
    assert pairs_of([("b", "a", "c"), ("d",)]) == {("a", "b"), ("a", "c"), ("b", "c")}


def test_generated_rows_are_the_same_each_time() -> None:
    assert rows_table(50) == rows_table(50) != rows_table(50, seed=1)
    assert rows_table(50).count(b"\n") == 51
