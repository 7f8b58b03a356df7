"""The timeline of a process: by the round the words give, by the pack's days where they give none."""

from __future__ import annotations

import pytest

from communique.errors import SettingsError
from communique.knowledge.accords import KnownProcess, Round
from communique.knowledge.entries import Period
from communique.timeline.happenings import gathered
from communique.timeline.rounds import process_named, stages

from .telling import telling

TALKS = KnownProcess(
    "brunnhal-talks",
    "Brunnhal talks",
    "invented",
    aliases=("Brunnhal process",),
    rounds=(
        Round(1, Period("2031-03-13", "2031-03-16"), "Brunnhal", "invented"),
        Round(2, Period("2031-04-02", "2031-04-05"), "Brunnhal", "invented"),
    ),
)


def test_an_event_stands_in_the_round_its_words_name_or_its_day_falls_in() -> None:
    by_words = telling("a", process_known="brunnhal-talks", round=2, start="2031-04-03", end="2031-04-03")
    by_day = telling("b", process_known="brunnhal-talks")
    neither = telling("c", process_known="brunnhal-talks", start="2031-05-01", end="2031-05-01")
    happenings = gathered([by_words, by_day, neither]).happenings
    first, second, rest = stages(happenings, "brunnhal-talks", TALKS)
    assert [told.cited.report for one in first.happenings for told in one.tellings] == ["b"]
    assert first.by_day == (by_day.key,)
    assert [told.cited.report for one in second.happenings for told in one.tellings] == ["a"]
    assert second.by_day == ()
    assert rest.number is None
    assert [told.cited.report for one in rest.happenings for told in one.tellings] == ["c"]


def test_a_round_the_record_tells_nothing_of_is_shown_empty() -> None:
    first, second = stages((), "brunnhal-talks", TALKS)
    assert (first.number, first.happenings, second.number) == (1, (), 2)


def test_a_process_is_found_by_any_of_its_names_and_a_wrong_one_lists_them() -> None:
    assert process_named([TALKS], (), "brunnhal PROCESS") == "brunnhal-talks"
    with pytest.raises(SettingsError, match="Brunnhal talks"):
        process_named([TALKS], (), "Geneva talks")
