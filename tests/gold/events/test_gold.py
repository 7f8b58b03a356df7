"""The event gold is what its guidelines promise: a figure measured on it would mislead otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from .gold import FOLDER, Event, Report, Sentence, reports, sentences
from .kinds import HARMFUL, MODES, PARTS, REALITIES

SENTENCES = [sentence for part in PARTS for sentence in sentences(part)]
REPORTS = [report for part in PARTS for report in reports(part)]
TEXTS: list[Sentence | Report] = [*SENTENCES, *REPORTS]
_LOOSE = re.compile(r"^\s|\s$|^$")


def _all_events() -> Iterator[tuple[Sentence | Report, Event]]:
    for text in TEXTS:
        for event in text.events:
            yield text, event


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.id)
def test_every_span_lands_on_the_words_it_names(text: Sentence | Report) -> None:
    for event in text.events:
        assert text.text[slice(*event.span)], event.span
        assert not _LOOSE.search(text.text[slice(*event.span)])
        assert "\n" not in text.text[slice(*event.span)]
        for words, (start, end) in event.quoted():
            assert text.text[start:end] == words
            assert not _LOOSE.search(words)


def test_no_field_has_a_text_without_a_span_or_a_span_without_a_text() -> None:
    for text, event in _all_events():
        for words, span in (
            (event.place, event.place_span),
            (event.date, event.date_span),
            (event.speaker, event.speaker_span),
        ):
            assert (words is None) == (span is None), text.id


def test_every_type_and_mode_is_one_of_the_ontology() -> None:
    strange = [(t.id, e.type, e.mode) for t, e in _all_events() if e.mode not in {None, *MODES[e.type]}]
    assert strange == []


def test_harm_is_a_range_and_belongs_to_a_deed_that_harms() -> None:
    for text, event in _all_events():
        for harm in (event.killed, event.injured):
            if harm is not None:
                assert event.type in HARMFUL, text.id
                assert harm[0] >= 0 and (harm[1] is None or harm[0] <= harm[1]), text.id


def test_no_two_events_of_a_text_are_the_same_annotation() -> None:
    for text in TEXTS:
        keys = Counter((event.type, event.span, event.speaker_span) for event in text.events)
        assert max(keys.values(), default=1) == 1, text.id


def test_the_halves_are_equal_and_no_text_stands_in_both() -> None:
    assert [len(sentences(part)) for part in PARTS] == [200, 200]
    assert [len(reports(part)) for part in PARTS] == [15, 15]
    assert all(sentence.part == part for part in PARTS for sentence in sentences(part))
    assert all(report.part == part for part in PARTS for report in reports(part))
    assert len({text.id for text in TEXTS}) == len(TEXTS)
    assert len({text.text for text in TEXTS}) == len(TEXTS)


def test_no_held_sentence_is_a_build_sentence_in_other_words() -> None:
    build = [(sentence.id, _words(sentence.text)) for sentence in sentences("build")]
    for held in sentences("held"):
        words = _words(held.text)
        close = [key for key, other in build if len(words & other) > 0.7 * len(words | other)]
        assert close == [], held.id


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower()))


@pytest.mark.parametrize(("part", "empty"), [("build", 45), ("held", 45)])
def test_each_half_has_enough_sentences_without_an_event(part: str, empty: int) -> None:
    assert sum(not sentence.events for sentence in SENTENCES if sentence.part == part) >= empty


@pytest.mark.parametrize("kind", MODES)
def test_every_type_can_be_scored(kind: str) -> None:
    assert sum(event.type == kind for sentence in SENTENCES for event in sentence.events) >= 12


@pytest.mark.parametrize("reality", [reality for reality in REALITIES if reality != "happened"])
def test_every_reality_can_be_scored(reality: str) -> None:
    assert sum(event.reality == reality for sentence in SENTENCES for event in sentence.events) >= 35


def test_speaker_and_actor_are_apart_often_enough_to_be_told_apart() -> None:
    apart = {s.part: 0 for s in SENTENCES}
    for sentence in SENTENCES:
        apart[sentence.part] += any(event.by_another for event in sentence.events)
    assert min(apart.values()) >= 40


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.id)
def test_a_report_is_of_the_promised_length_and_numbers_its_events(report: Report) -> None:
    assert 60 <= len(report.text.split()) <= 140
    assert [event.n for event in report.events] == list(range(1, len(report.events) + 1))


def test_an_event_told_twice_points_to_an_earlier_report_of_its_own_half() -> None:
    told = {f"{report.id}/{event.n}": (report, event) for report in REPORTS for event in report.events}
    pairs = [(report, event) for report in REPORTS for event in report.events if event.same_as]
    for report, event in pairs:
        other, first = told[event.same_as or ""]
        assert other.id < report.id and other.part == report.part
        assert first.type == event.type and first.same_as is None
    assert Counter(report.part for report, _ in pairs).keys() == set(PARTS)
    assert len(pairs) >= 8


def test_the_guidelines_explain_every_type_and_reality() -> None:
    guide = (FOLDER / "GUIDELINES.md").read_text(encoding="utf-8")
    assert [word for word in (*MODES, *REALITIES) if word not in guide] == []
