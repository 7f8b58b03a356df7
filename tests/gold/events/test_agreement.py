"""The agreement printed in the guidelines is that of the two annotations: whoever reads a score by it relies on it."""

from __future__ import annotations

import re
from dataclasses import astuple
from pathlib import Path

import msgspec
import pytest

from .agreement import SECOND, Incomparable, actors, alike, beside, events, load, main, matched, report
from .gold import FOLDER, Event, Extent, Sentence

LINE = (
    "A second annotator, a language model, did {sentences} sentences from this page without seeing the first annotation. "
    "Event or not: F1 {events}. On the {events both} events both have: type {type} % alike (kappa {type kappa}), "
    "reality {reality} % ({reality kappa}), mode {mode} % ({mode kappa}), "
    "speaker {speaker} %, place {place} %, date {date} %; initiators F1 {initiators}, targets F1 {targets}."
)


def event(trigger: Extent, *, by: tuple[Extent, ...] = (), place: Extent | None = None, kind: str = "CONSULT") -> Event:
    """An event of which only what is compared is filled in; the words of a span do not matter here."""
    return Event(
        type=kind,
        mode=None,
        span=trigger,
        initiators=("x",) * len(by),
        targets=(),
        initiator_spans=by,
        target_spans=(),
        place="x" if place else None,
        place_span=place,
        date=None,
        date_span=None,
        reality="happened",
        speaker=None,
        speaker_span=None,
        killed=None,
        injured=None,
    )


def sentence(*told: Event) -> Sentence:
    return Sentence("s000", "build", "The text does not matter where only spans are compared.", told)


def test_the_guidelines_state_the_agreement_that_the_two_annotations_have() -> None:
    figures: dict[str, object] = {"sentences": len(load())}
    for line in report(load()):
        name, _, values = line.strip().partition(": ")
        found = re.search(r"(\d+\.\d)(?: \((\d+) in both|.*kappa (-?\d\.\d\d))?", values)
        assert found, line
        figures |= {name: found[1], f"{name} both": found[2], f"{name} kappa": found[3]}
    guide = (FOLDER / "GUIDELINES.md").read_text(encoding="utf-8")
    assert LINE.format_map(figures) in " ".join(guide.split())


def test_the_figures_beside_the_second_annotation_are_those_the_command_prints() -> None:
    page = (SECOND.parent / "README.md").read_text(encoding="utf-8")
    assert [line for line in report(load()) if f"    {line}\n" not in page] == []


def test_the_second_annotation_is_of_sentences_of_the_gold_and_names_the_words_it_marks() -> None:
    second = load()
    assert len(beside(second)) == len({one.id for one in second}) == 60
    for one in second:
        for told in one.events:
            assert one.text[slice(*told.span)].strip()
            assert all(one.text[slice(*span)] == words for words, span in told.quoted()), one.id


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ([(0, 9)], [(5, 20)], (1, 1, 1)),
        ([(0, 9)], [(9, 20)], (0, 1, 1)),
        ([(0, 9), (10, 20)], [(0, 20)], (1, 2, 1)),
        ([], [(0, 9)], (0, 0, 1)),
        ([], [], (0, 0, 0)),
    ],
)
def test_one_trigger_is_never_counted_as_two_events(
    first: list[Extent], second: list[Extent], expected: tuple[int, int, int]
) -> None:
    tally = events([(sentence(*map(event, first)), sentence(*map(event, second)))])
    assert astuple(tally) == expected


def test_of_two_overlapping_triggers_the_larger_overlap_is_the_match() -> None:
    first = [event((0, 12), kind="REQUEST"), event((12, 30), kind="RETREAT")]
    assert [one.type for one, _ in matched(first, [event((10, 30))])] == ["RETREAT"]


def test_an_actor_only_one_annotator_names_lowers_the_agreement_on_actors() -> None:
    pairs = [(event((0, 9), by=((10, 20), (30, 40))), event((0, 9), by=((14, 20),)))]
    assert astuple(actors(pairs, lambda told: told.initiator_spans)) == (1, 2, 1)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [(None, None, 1), (None, (3, 9), 0), ((3, 9), None, 0), ((0, 9), (3, 9), 1), ((0, 3), (3, 9), 0)],
)
def test_a_place_only_one_annotator_gives_is_a_disagreement(
    first: Extent | None, second: Extent | None, same: int
) -> None:
    pair = event((0, 9), place=first), event((0, 9), place=second)
    assert alike([pair], lambda told: told.place_span) == same


def test_annotators_without_a_common_event_get_a_figure_not_a_crash() -> None:
    assert "events: F1 0.0" in "\n".join(report([msgspec.structs.replace(one, events=()) for one in load()]))


def test_a_sentence_whose_text_was_changed_is_refused_with_its_id(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = msgspec.structs.replace(load()[0], text="Another text.", events=())
    with pytest.raises(Incomparable, match=changed.id):
        beside([changed])
    path = tmp_path / "second.jsonl"
    path.write_bytes(msgspec.json.encode(changed))
    assert main([str(path)]) == 1
    assert changed.id in capsys.readouterr().err
    assert main([str(SECOND)]) == 0
