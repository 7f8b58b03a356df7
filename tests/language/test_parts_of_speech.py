"""Parts of speech kept by a pipeline's own rules are those that the pipeline gives."""

from __future__ import annotations

import importlib
from typing import Any

import pytest

from communique.ingest import take_text
from communique.language.parse import DEFAULT_MODEL, Parser, passages_of
from communique.language.parts_of_speech import Kind, Labels, PartsOfSpeech, UnknownRule

TEXTS = [
    "The truce that held in Velm was broken when mortars hit the mill.",
    "There's a house; there was nobody in it, and it's theirs to have been doing what they do.",
    "All of this had to be said, hadn't it? \"Those who know don't tell,\" he said, 'cause nobody'd asked.",
    "Two  spaces,\n\n\ta tab and a line \n here. Which one? Any, no: both. 23 of 40 weren't counted.",
]


@pytest.fixture(scope="module")
def pipeline() -> Any:
    return importlib.import_module(DEFAULT_MODEL).load()


@pytest.mark.parametrize("text", TEXTS)
def test_the_parse_has_the_labels_that_the_whole_pipeline_gives(pipeline: Any, text: str) -> None:
    report = take_text(text, id="t")
    read = [(w.text, w.pos, w.tag, w.dep) for w in Parser().parse(report).words]
    whole = [t for passage in passages_of(report) for t in pipeline(passage.span.of(report.text))]
    assert read == [(t.text, t.pos_, t.tag_, t.dep_) for t in whole]


def test_a_later_rule_prevails_and_one_over_two_words_counts_among_them() -> None:
    rules = PartsOfSpeech(
        [
            {"patterns": [[{"TAG": "VBD"}]], "attrs": {"POS": "VERB"}, "index": 0},
            {"patterns": [[{"DEP": "expl"}, {"LOWER": {"IN": ["was"]}}]], "attrs": {"POS": "NOUN"}, "index": 1},
            {
                "patterns": [[{"TAG": "VBD", "LOWER": "was"}]],
                "attrs": {"POS": "AUX", "MORPH": "Tense=Past"},
                "index": 0,
            },
        ]
    )
    there, was, ran = (
        Kind("EX", "there", "expl", False),
        Kind("VBD", "was", "ROOT", False),
        Kind("VBD", "ran", "x", False),
    )
    assert rules.of([there, was, ran]) == [
        Labels("", "EX", "expl"),
        Labels("AUX", "VBD", "ROOT"),
        Labels("VERB", "VBD", "x"),
    ]


@pytest.mark.parametrize("test", [{"LEMMA": "be"}, {"LOWER": {"REGEX": "^a"}}], ids=str)
def test_a_rule_that_asks_more_of_a_word_is_left_to_the_pipeline(test: dict[str, Any]) -> None:
    with pytest.raises(UnknownRule):
        PartsOfSpeech([{"patterns": [[test]], "attrs": {"POS": "X"}, "index": 0}])
