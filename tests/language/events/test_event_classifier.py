"""What type of event two actors are in: the parts, and the model that comes with the package."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
import pytest

from communique.domain.report import Anatomy, Report
from communique.domain.span import Span
from communique.errors import SettingsError
from communique.language.events.classifier import EventClassifier, Weights
from communique.language.events.clues import Dyad, clues_of
from communique.language.events.features import BUCKETS, hashed
from communique.language.events.stems import stem
from communique.language.events.told import Told
from communique.language.events.types import QUADS, is_conflict, quad_of, told_apart
from communique.language.parse import Parser
from communique.language.words import Parse


@cache
def _classifier() -> EventClassifier:
    return EventClassifier.load()


@cache
def _parser() -> Parser:
    return Parser()


def _coded(marked: str) -> tuple[Parse, Dyad]:
    """The parse of "[Source] deed [Target] …" without its brackets, and the two actors."""
    text, spans = "", []
    for piece in marked.split("["):
        actor, closing, rest = piece.partition("]")
        if closing:
            spans.append(Span(len(text), len(text) + len(actor)))
        text += actor + rest
    parse = _parser().parse(Report("r", "r", "", text, Anatomy(body=(Span(0, len(text)),))))
    source, target = (frozenset(parse.inside(span)) for span in spans)
    return parse, Dyad(0, len(parse.words), source, target)


SENTENCES = [
    ("[President Oren Halvik] met [Foreign Minister Anselm Rook] in Brunnhal on Monday.", "CONSULT"),
    ("[The Highland Guard] shelled [Port Adel] overnight, killing three people.", "ASSAULT"),
    ("[Selmark] expelled [the Varenian ambassador] and recalled its own.", "SANCTION"),
    ("[Ardania] sent 40 trucks of food and medicine to [displaced families in Morrad].", "AID"),
    ("[The Varenian government] released [sixty KHC prisoners].", "RETREAT"),
    ("[The Highland Guard] declared a ceasefire in [the Tessel valley].", "CONCEDE"),
    ("[Irena Sollos] accused [the Kesh Highlands Council] of breaking the memorandum.", "ACCUSE"),
    ("[Varenian police] arrested [four members of the council] in Tavrin.", "COERCE"),
    ("[The KHC] rejected [Selmark's] proposal to widen the safe zones.", "REJECT"),
    ("[Thousands of residents] marched through Tavrin in protest against [the government].", "PROTEST"),
    ("[Dara Velisk] urged [Ardania] to press for a halt to the air strikes.", "REQUEST"),
    ("[Pavel Drenko] threatened to attack [Morrad] unless its fighters disarm.", "THREATEN"),
]


@pytest.mark.parametrize(("marked", "kind"), SENTENCES)
def test_plain_deeds_of_the_field_get_their_type(marked: str, kind: str) -> None:
    parse, dyad = _coded(marked)
    (guess,) = _classifier().classify(parse, [dyad])
    assert guess.type == kind


MOODS = [
    ("[Ardania] will send forty trucks of flour to [the Council].", "AGREE"),
    ("[Selmark] is ready to receive [Irena Sollos] in Brunnhal.", "AGREE"),
    ("[The Highland Guard] will shell [the army] if the talks fail.", "THREATEN"),
    ("[The army] is ready to storm [Morrad].", "THREATEN"),
    ("[The Council] refused to release [the soldiers].", "REJECT"),
    ("[Selmark] will not recognise [the Council].", "REJECT"),
    ("[Highland Guard fighters] may have shelled [the convoy].", "ASSAULT"),
]


@pytest.mark.parametrize(("marked", "kind"), MOODS)
def test_a_deed_that_is_ahead_refused_or_supposed_is_coded_as_such_sentences_are(marked: str, kind: str) -> None:
    parse, dyad = _coded(marked)
    (guess,) = _classifier().classify(parse, [dyad])
    assert guess.type == kind


def test_what_the_lexicon_finds_is_a_clue_with_its_place_and_its_reality() -> None:
    parse, dyad = _coded("[Selmark] threatened to attack [Morrad].")
    clues = clues_of(parse, dyad, Told.of(parse)).deeds
    assert "top:THREATEN:happened" in clues
    assert "path:ASSAULT:swallowed" in clues
    quiet = clues_of(*_coded("[Selmark] is far from [Morrad]."), Told({}, {})).deeds
    assert quiet == ("nothing",)


def test_the_ranking_is_a_distribution_with_the_likeliest_first() -> None:
    parse, dyad = _coded("[Selmark] thanked [Ardania] for its help.")
    (guess,) = _classifier().classify(parse, [dyad])
    chances = [chance for _, chance in guess.ranking]
    assert chances == sorted(chances, reverse=True)
    assert sum(chances) == pytest.approx(1)
    assert guess.probability == chances[0]


def test_a_guess_does_not_depend_on_what_else_is_asked() -> None:
    parse, dyad = _coded("[Selmark] thanked [Ardania] for its help.")
    other = Dyad(dyad.first, dyad.last, dyad.target, dyad.source)
    assert _classifier().classify(parse, [dyad, other])[0] == _classifier().classify(parse, [dyad])[0]


def test_an_event_without_a_target_or_without_actors_is_still_given_a_type() -> None:
    parse, dyad = _coded("[Troops] opened fire on [Velm].")
    nobody: frozenset[int] = frozenset()
    guesses = _classifier().classify(
        parse, [Dyad(dyad.first, dyad.last, dyad.source, nobody), Dyad(dyad.first, dyad.last, nobody, nobody)]
    )
    assert [g.type for g in guesses] == ["ASSAULT", "ASSAULT"]


def test_no_dyads_are_no_guesses() -> None:
    parse, _ = _coded("[Troops] left [Velm].")
    assert _classifier().classify(parse, []) == ()


def test_the_names_of_the_actors_are_no_clue_to_the_deed() -> None:
    one, other = _coded("[Selmark] praised [Ardania]."), _coded("[Morrad] praised [Varenia].")
    told = [clues_of(parse, dyad, Told.of(parse)) for parse, dyad in (one, other)]
    assert told[0].words == told[1].words


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (("release", "releases", "released", "releasing"), "releas"),
        (("stop", "stops", "stopped", "stopping"), "stop"),
        (("kill", "kills", "killed", "killing"), "kill"),
        (("meet", "meets", "met", "meeting"), "meet"),
        (("deny", "denies", "denied", "denying"), "deny"),
        (("withdraw", "withdrew", "withdrawn", "withdrawing"), "withdraw"),
    ],
)
def test_the_forms_of_a_verb_are_one_clue(forms: tuple[str, ...], expected: str) -> None:
    assert {stem(form) for form in forms} == {expected}


def test_every_type_has_a_quadrant_and_conflict_is_the_upper_half() -> None:
    assert len(QUADS) == 16
    assert [quad_of(t) for t in ("AGREE", "AID", "ACCUSE", "SANCTION", "YIELD")] == [1, 2, 3, 4, 2]
    assert (is_conflict("REQUEST"), is_conflict("YIELD")) == (True, False)


def test_giving_ground_and_giving_way_are_told_apart_by_their_words() -> None:
    assert told_apart("YIELD", frozenset({stem("ceasefire")})) == "RETREAT"
    assert told_apart("YIELD", frozenset({stem("released")})) == "RETREAT"
    assert told_apart("YIELD", frozenset({stem("declared"), stem("ceasefire")})) == "CONCEDE"
    assert told_apart("YIELD", frozenset({stem("lifted")})) == "CONCEDE"
    assert told_apart("ASSAULT", frozenset({"withdraw"})) == "ASSAULT"


def test_a_clue_falls_in_the_same_bucket_on_every_machine() -> None:
    row = hashed(["top:meet", "top:meet", "path:sign"])
    assert row.buckets.tolist() == sorted(row.buckets.tolist())
    assert all(0 <= b < BUCKETS for b in row.buckets)
    assert hashed(["top:meet"]).buckets.tolist() == [23867]


def test_a_file_of_another_format_is_refused_with_the_way_out(tmp_path: Path) -> None:
    np.savez(tmp_path / "weights.npz", format=np.int32(99), words_rarity=np.zeros(3))
    with pytest.raises(SettingsError, match=r"train\.events"):
        Weights.load(tmp_path / "weights.npz")
