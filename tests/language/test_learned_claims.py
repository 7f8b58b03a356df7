"""What the trained model marks, and how it is made one with what the grammar finds."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from communique.domain.span import Span
from communique.domain.truce import TruceClaim, ViolationClaim
from communique.language.truce.learned.decoding import marked
from communique.language.truce.learned.labels import LABELS, LAYERS, ROLES
from communique.language.truce.learned.model import MODEL, Told
from communique.language.truce.learned.passages import SHORT, all_passages, passages_near_truce
from communique.language.truce.learned.shelf import Shelf
from communique.language.truce.learned.weaving import woven as made_one

from ..conftest import ROOT
from .heard import hearing, told
from .truce_reading import parsed, scene


def woven(
    text: str, *found: Told, read: bool = True, chance: float = 0.0, whole: bool = True
) -> tuple[tuple[TruceClaim, ...], tuple[ViolationClaim, ...]]:
    """The claims of a text of which the model marks these spans, every word being one of a claim with this chance."""
    return made_one(replace(scene(text), hearing=hearing(text, *found, read=read, chance=chance, whole=whole)))


LIMPS = (
    "The whole edifice limps into June, and the Highland Guard frogmarched a master from Velm, bruising at least three."
)


def test_a_truce_claim_that_the_model_alone_sees_is_kept_with_its_probability() -> None:
    words = "The whole edifice limps into June"
    claims, _ = woven(LIMPS, told(LIMPS, "truce", words, status="strained", polarity="asserted"))
    assert [(c.span.of(LIMPS), c.status, c.polarity) for c in claims] == [(words, "strained", "asserted")]
    assert claims[0].made.by == "claims@1" and claims[0].made.confidence == pytest.approx(0.81)


def test_a_violation_that_the_model_alone_sees_has_its_type_and_toll() -> None:
    words = "the Highland Guard frogmarched a master from Velm, bruising at least three"
    found = told(LIMPS, "violation", words, type="civilians/abduction", polarity="asserted")
    _, violations = woven(LIMPS, found, told(LIMPS, "injured", "at least three"))
    (claim,) = violations
    assert (claim.span.of(LIMPS), claim.type) == (words, "civilians/abduction")
    assert claim.injured is not None and (claim.injured.low, claim.injured.high) == (3, None)
    assert claim.alleged_party == ("guard",) and claim.place == "velm"


def test_what_the_model_is_not_sure_of_makes_no_claim() -> None:
    unsure = told(LIMPS, "truce", "The whole edifice limps into June", 0.3, status="strained", polarity="asserted")
    assert woven(LIMPS, unsure) == ((), ())


HOLDS = "The truce is holding in Port Adel."


def test_a_truce_claim_of_the_grammar_of_which_the_model_sees_nothing_is_dropped() -> None:
    assert woven(HOLDS)[0] == ()


def test_it_is_kept_where_the_model_wavers_or_did_not_read() -> None:
    assert [c.status for c in woven(HOLDS, chance=0.4)[0]] == ["holding"]
    assert [c.status for c in woven(HOLDS, read=False)[0]] == ["holding"]


def test_in_parts_of_a_longer_report_the_grammar_is_doubted_less_and_the_model_believed_less() -> None:
    assert woven(HOLDS, chance=0.1)[0] == ()
    assert [c.status for c in woven(HOLDS, chance=0.1, whole=False)[0]] == ["holding"]
    limps = told(LIMPS, "truce", "The whole edifice limps into June", 0.85, status="strained", polarity="asserted")
    assert [len(woven(LIMPS, limps, whole=whole)[0]) for whole in (True, False)] == [1, 0]


def test_a_declared_truce_in_a_longer_report_is_the_grammars_to_tell() -> None:
    text = "The guarantors announced that the truce takes effect on Friday."
    assert [c.status for c in woven(text, whole=False)[0]] == ["announced"]
    assert woven(text)[0] == ()


def test_what_the_grammar_took_for_one_claim_and_the_model_for_two_are_two() -> None:
    text = "The JMM recorded nine violations of the truce in Velm, eleven in Karsk."
    halves = [
        told(text, "truce", words, 0.99, status="unclear", polarity="asserted")
        for words in ("The JMM recorded nine violations of the truce in Velm", "eleven in Karsk")
    ]
    counts = [told(text, "count", words, 0.99, unit="violation") for words in ("nine", "eleven")]
    found = woven(text, *halves, *counts, chance=0.9)[0]
    assert [c.violations and c.violations.low for c in found] == [9, 11]
    assert [c.violations and c.violations.low for c in woven(text, chance=0.9)[0]] == [9]


def test_statuses_that_the_grammar_parts_stay_apart() -> None:
    text = "The truce was holding in Port Adel and mostly holding in the Tessel valley."
    one = told(text, "truce", text.rstrip("."), 0.99, status="mostly holding", polarity="asserted")
    assert [c.status for c in woven(text, one, chance=0.9)[0]] == ["holding", "mostly holding"]


def test_a_claim_read_whole_has_the_words_that_the_model_is_sure_of() -> None:
    text = "The barber of Velm is glad of it: the truce is holding in Port Adel."
    sure = told(text, "truce", text, 0.99, status="holding", polarity="asserted")
    assert [c.span.of(text) for c in woven(text, sure, chance=0.9)[0]] == [text.rstrip(".")]
    assert [c.span.of(text) for c in woven(text, sure, chance=0.9, whole=False)[0]] == [
        "the truce is holding in Port Adel"
    ]


def test_of_an_excused_deed_the_type_stays_that_of_the_deed() -> None:
    text = "Mortars hit Velm on Friday."
    excused = "expressly no violation/exercise"
    found = told(text, "violation", text.rstrip("."), 0.99, type=excused, polarity="asserted")
    assert [c.type for c in woven(text, found)[1]] == ["fire/mortar"]


def test_a_violation_of_the_grammar_of_which_the_model_sees_nothing_is_dropped_where_it_read() -> None:
    text = "The strike at the tram depot goes on."
    assert [c.type for c in woven(text, read=False)[1]] == ["fire/unspecified"]
    assert woven(text)[1] == ()


ACCUSED = "Loiterers from the Highland Guard were on the ridge when the mill of the Harn family went up in flames."
DEED = "the mill of the Harn family went up in flames"


def test_parties_that_the_model_alone_sees_are_actors_of_the_report() -> None:
    whole = told(ACCUSED, "violation", ACCUSED.rstrip("."), type="fire/unspecified", polarity="asserted")
    (claim,) = woven(ACCUSED, whole, told(ACCUSED, "accused", "the Highland Guard"))[1]
    assert claim.alleged_party == ("guard",)


def test_parties_outside_the_words_of_a_claim_are_not_its_own() -> None:
    part = told(ACCUSED, "violation", DEED, type="fire/unspecified", polarity="asserted")
    (claim,) = woven(ACCUSED, part, told(ACCUSED, "accused", "the Highland Guard"))[1]
    assert claim.alleged_party == ()


def test_a_count_of_breaches_is_laid_to_whom_the_model_marks() -> None:
    text = "On the ledger of the Highland Guard stand nine breaches of the truce."
    claim = told(text, "truce", text.rstrip("."), status="unclear", polarity="asserted")
    marks = (claim, told(text, "count", "nine", unit="violation"))
    assert [c.parties for c in woven(text, *marks, chance=0.9)[0]] == [()]
    assert [c.parties for c in woven(text, *marks, told(text, "accused", "the Highland Guard"))[0]] == [("guard",)]


def test_a_fragment_is_put_to_the_span_that_it_stands_beside() -> None:
    text = "Zero: that is what the tally of lapses comes to."
    parts = [told(text, "truce", words, status="holding", polarity="asserted") for words in ("Zero", text[6:-1])]
    assert [c.span.of(text) for c in woven(text, *parts, chance=0.9)[0]] == [text[:-1]]


def test_what_the_grammar_told_already_is_not_told_again() -> None:
    text = "Mortars hit Velm and the mill on Friday."
    part = told(text, "violation", "hit Velm", type="fire/mortar", polarity="asserted")
    whole = told(text, "violation", "Mortars hit Velm and the mill on Friday", type="fire/mortar", polarity="asserted")
    assert len(woven(text, part, whole)[1]) == 1


STATUSES = [
    # the model's status, its probability, what the claim says
    ("mostly holding", 0.97, "mostly holding"),
    ("mostly holding", 0.8, "holding"),
    ("holding", 0.97, "holding"),
]


@pytest.mark.parametrize(("status", "probability", "expected"), STATUSES)
def test_of_two_statuses_the_models_is_taken_where_it_is_sure(status: str, probability: float, expected: str) -> None:
    found = told(HOLDS, "truce", "The truce is holding in Port Adel", probability, status=status, polarity="asserted")
    assert [c.status for c in woven(HOLDS, found)[0]] == [expected]


def test_a_declared_truce_stays_announced() -> None:
    text = "The guarantors announced that the truce takes effect on Friday."
    found = told(text, "truce", "the truce takes effect on Friday", 0.99, status="unclear", polarity="asserted")
    assert [c.status for c in woven(text, found)[0]] == ["announced"]


COUNTS = [
    # the text, the words that the model marks as its number, the bounds
    ("By the office's own reckoning the week brought a dozen lapses.", "a dozen", (12, 12)),
    ("By the office's own reckoning the week brought at least nine lapses.", "at least nine", (9, None)),
    ("By the office's own reckoning the week brought nil lapses.", "nil", (0, 0)),
    ("By the office's own reckoning the week brought fifteen or more lapses.", "fifteen or more", (15, None)),
    ("By the office's own reckoning the army lapsed twice.", "twice", (2, 2)),
]


@pytest.mark.parametrize(("text", "number", "bounds"), COUNTS)
def test_a_number_that_the_model_marks_is_the_claims_count(
    text: str, number: str, bounds: tuple[int, int | None]
) -> None:
    claim = told(text, "truce", text.rstrip("."), status="unclear", polarity="asserted")
    (found,), _ = woven(text, claim, told(text, "count", number, unit="violation"))
    assert found.violations is not None
    assert (found.violations.low, found.violations.high, found.violations.unit) == (*bounds, "violation")


def test_a_truce_that_is_over_counts_nothing() -> None:
    text = "By the office's own reckoning nothing is agreed, and no paper signed."
    for status, expected in (("not in force", None), ("holding", 0)):
        claim = told(text, "truce", text.rstrip("."), status=status, polarity="asserted")
        (found,) = woven(text, claim, told(text, "count", "no", unit="violation"))[0]
        assert (found.violations and found.violations.low) == expected


def test_how_many_times_as_many_is_no_number() -> None:
    text = "Twice as many lapses came in as the week before."
    claim = told(text, "truce", text.rstrip("."), status="unclear", polarity="asserted")
    assert [c.violations for c in woven(text, claim, told(text, "count", "Twice", unit="violation"))[0]] == [None]


def test_a_count_outside_the_words_that_the_model_cuts_is_not_the_claims() -> None:
    text = "The truce is holding by day, when nine violations were recorded in Velm."
    found = told(text, "truce", "The truce is holding by day", 0.99, status="holding", polarity="asserted")
    assert [c.violations for c in woven(text, found, chance=0.9)[0]] == [None]
    assert [c.violations and c.violations.low for c in woven(text, found, chance=0.9, whole=False)[0]] == [9]


def test_a_step_that_the_model_alone_sees_is_given_to_its_claim() -> None:
    text = "The truce is holding in Port Adel. Ardania put its roving surveyors on the road."
    step = "put its roving surveyors on the road"
    found = told(text, "step", step, rung="send a team", fact="done")
    claim = told(text, "truce", "The truce is holding in Port Adel", status="holding", polarity="asserted")
    (kept,), _ = woven(text, claim, found)
    assert kept.step is not None
    assert (kept.step.rung, kept.step.fact, kept.step.text, kept.step.of) == ("send a team", "done", step, ("ardania",))


MARKET = "The market was full of apples, and the mayor dined with his aunt. "
PASSAGES = [
    # sentences before the one that counts, that one, and how many before it are read with it
    ("The truce is holding.", 1),
    ("Both sides accused each other of violations.", 1),
    ("An incident was reported.", 0),
    ("The deal is off.", None),  # of which truce, nobody says
    ("A bus fell into the river.", None),
]


@pytest.mark.parametrize(("sentence", "before"), PASSAGES)
def test_of_a_long_report_what_speaks_of_a_truce_is_read_with_its_neighbours(sentence: str, before: int | None) -> None:
    text = MARKET * 12 + sentence
    assert len(parsed(text).words) > SHORT
    expected = [] if before is None else [MARKET * before + sentence]
    assert [p.of(text) for p in passages_near_truce(parsed(text))] == expected


def test_what_may_be_a_truce_is_read_where_the_report_speaks_of_one() -> None:
    text = "The truce is holding. " + MARKET * 12 + "The deal is off."
    read = [p.of(text) for p in passages_near_truce(parsed(text))]
    assert read == ["The truce is holding. " + MARKET.strip(), "The deal is off."]


def test_a_short_report_is_read_whole_and_paragraphs_apart() -> None:
    text = "A bus fell into the river.\n\nNobody was hurt."
    assert [p.of(text) for p in passages_near_truce(parsed(text))] == ["A bus fell into the river.", "Nobody was hurt."]
    assert passages_near_truce(parsed(text)) == all_passages(parsed(text))


def scores(rows: list[str], role: str) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Scores of words that are all but sure to have these labels ("O", "B", "I") in the role's layer."""
    made = np.zeros((len(rows), LABELS), np.float32)
    for layer in LAYERS:
        made[:, layer.first] = 5
        if role in layer.roles:
            begin = layer.first + 1 + 2 * layer.roles.index(role)
            for at, label in enumerate(rows):
                made[at, layer.first] = 5 * (label == "O")
                made[at, begin] = 5 * (label == "B")
                made[at, begin + 1] = 5 * (label == "I")
    return made


SPANS = [
    ("OBIIO", [(1, 3)]),
    ("BIBIO", [(0, 1), (2, 3)]),
    ("OOOOO", []),
    ("OBOBI", [(1, 1), (3, 4)]),
]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("labels", "expected"), SPANS)
def test_scores_become_spans(role: str, labels: str, expected: list[tuple[int, int]]) -> None:
    found = marked(scores(list(labels), role))
    assert [(m.first, m.last) for m in found] == expected
    assert {m.role for m in found} <= {role}


def test_no_inside_label_begins_a_span() -> None:
    assert [(m.first, m.last) for m in marked(scores(list("OIOBO"), "truce"))] == [(3, 3)]


def test_the_less_an_unmarked_word_counts_the_more_is_marked() -> None:
    made = scores(list("OOO"), "truce")
    made[1, LAYERS[0].first + 1] = 4
    assert marked(made) == []
    assert [(m.first, m.last) for m in marked(made, 1.5)] == [(1, 1)]


NEAR = [
    # a span, how far, the places of the spans beside it
    (Span(5, 8), 0, [0]),
    (Span(10, 12), 0, []),
    (Span(10, 12), 1, [0]),
    (Span(28, 31), 0, [1, 3]),
    (Span(0, 100), 0, [0, 1, 2, 3]),
]


@pytest.mark.parametrize(("span", "reach", "expected"), NEAR)
def test_spans_beside_another_are_found_in_any_order(span: Span, reach: int, expected: list[int]) -> None:
    shelf = Shelf([Span(0, 10), Span(20, 30), Span(40, 50), Span(20, 60)])
    assert sorted(shelf.near(span, reach)) == expected


def test_the_model_speaks_the_records_words() -> None:
    page = (ROOT / "docs" / "reference" / "truce.md").read_text(encoding="utf-8")
    said = {row["name"]: row["values"] for row in json.loads((MODEL / "settings.json").read_text("utf-8"))["qualities"]}
    words = [word for name in ("status", "type", "rung", "fact", "unit", "value") for word in said[name] if word]
    assert [word for word in words if any(f"`{part}`" not in page for part in word.split("/"))] == []
