from __future__ import annotations

import dataclasses

import pytest

from communique.domain.reading import Findings, Reading
from communique.domain.report import Unread
from communique.record import Kept, NotKept, Query, Store

from ..plain_reader import reading, report

TEXT = "Varenian Foreign Ministry: Irena Sollos said the crossing at Ondava stays open.\n"
FOUND = reading(report(TEXT))


def quotations(store: Store) -> list[str]:
    with store.view() as view:
        return [said.quotation for said in view.statements(Query())]


def test_a_reading_comes_back_as_it_was_kept(store: Store) -> None:
    with store.writer() as writer:
        assert writer.keep(FOUND, "plain@1") is Kept.NEW
    with store.view() as view:
        assert list(view.readings()) == [FOUND]
        assert view.history(FOUND.report) == (("plain@1", FOUND),)


def test_the_same_bytes_again_add_nothing(store: Store) -> None:
    for expected in (Kept.NEW, Kept.THERE, Kept.THERE):
        with store.writer() as writer:
            assert writer.keep(FOUND, "plain@1") is expected
    assert quotations(store) == ["the crossing at Ondava stays open."]
    with store.view() as view:
        assert len(view.occurrences(FOUND.report)) == 1


def test_the_same_text_at_another_source_is_an_occurrence_and_no_second_report(store: Store) -> None:
    copy = dataclasses.replace(FOUND.report, source="portal/7.html", sha256="0" * 64, outlet="Selpress")
    with store.writer() as writer:
        writer.keep(FOUND, "plain@1")
        assert writer.recognise(copy, "plain@1") is Kept.OCCURRENCE
        assert writer.recognise(copy, "plain@1") is Kept.THERE
    assert quotations(store) == ["the crossing at Ondava stays open."]
    with store.view() as view:
        found = view.occurrences(FOUND.report)
        assert [(o.source, o.outlet) for o in found] == [("wire/1.txt", "VNA"), ("portal/7.html", "Selpress")]


def test_the_daily_bulletin_that_repeats_its_words_is_a_report_of_each_day(store: Store) -> None:
    text = "JMM: Joint Monitoring Mission said no violation was recorded.\n"
    days = [reading(report(text, published=day, source=f"jmm/{day}.txt")) for day in ("2031-03-14", "2031-03-15")]
    with store.writer() as writer:
        assert [writer.keep(day, "plain@1") for day in days] == [Kept.NEW, Kept.NEW]
    assert len(quotations(store)) == 2


def test_a_report_is_to_be_read_until_this_reader_has_read_it(store: Store) -> None:
    with store.writer() as writer:
        assert writer.recognise(FOUND.report, "plain@1") is None
        writer.keep(FOUND, "plain@1")
        assert writer.recognise(FOUND.report, "plain@1") is Kept.THERE
        assert writer.recognise(FOUND.report, "plain@2") is None


def test_a_newer_reader_supersedes_and_the_older_reading_stays(store: Store) -> None:
    newer = dataclasses.replace(FOUND, findings=Findings())
    with store.writer() as writer:
        writer.keep(FOUND, "plain@1")
        assert writer.keep(newer, "plain@2") is Kept.REREAD
        assert writer.keep(FOUND, "plain@1") is Kept.THERE  # going back to the older reader does not bring it back
    assert quotations(store) == []
    with store.view() as view:
        assert list(view.readings()) == [newer]
        assert view.history(FOUND.report) == (("plain@1", FOUND), ("plain@2", newer))


def test_a_skipped_report_is_in_the_record_with_its_reason(store: Store) -> None:
    skipped = Reading(report("", skipped="the page holds no article"))
    with store.writer() as writer:
        writer.keep(skipped, "plain@1")
    with store.view() as view:
        assert [r.report.skipped for r in view.readings()] == ["the page holds no article"]


def test_two_skipped_reports_without_text_are_two_reports(store: Store) -> None:
    first, second = (report("", source=f"{n}.html", skipped="no article") for n in (1, 2))
    with store.writer() as writer:
        assert writer.keep(Reading(first), "plain@1") is Kept.NEW
        assert writer.keep(Reading(dataclasses.replace(second, sha256="1" * 64)), "plain@1") is Kept.NEW


def test_a_failure_is_kept_once_with_its_reason(store: Store) -> None:
    unread = Unread("7", "wire/7.pdf", "the file is empty")
    with store.writer() as writer:
        assert [writer.keep_unread(unread) for _ in range(2)] == [Kept.NEW, Kept.THERE]
        assert writer.keep_unread(dataclasses.replace(unread, error="the file is locked")) is Kept.NEW
    with store.view() as view:
        assert [u.error for u in view.unread()] == ["the file is empty", "the file is locked"]


TWICE = dataclasses.replace(FOUND, findings=Findings(statements=FOUND.findings.statements * 2))


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        (Reading(report("half \udc80 a character")), "half of a surrogate pair"),
        (Reading(report("text", source="wire/\udcff.txt")), "its source holds half"),
        (TWICE, "contradicts itself"),
    ],
    ids=["text", "source", "two statements of one id"],
)
def test_a_reading_that_cannot_be_kept_leaves_nothing_and_the_next_one_is_kept(
    store: Store, broken: Reading, reason: str
) -> None:
    other = reading(report("Dara Velisk said the road is closed.\n"))
    with store.writer() as writer:
        with pytest.raises(NotKept, match=reason):
            writer.keep(broken, "plain@1")
        writer.keep(other, "plain@1")
    with store.view() as view:
        assert list(view.readings()) == [other]
        assert view.occurrences(broken.report) == ()


def test_a_file_name_that_is_no_text_can_still_be_reported_as_unread(store: Store) -> None:
    with store.writer() as writer:
        writer.keep_unread(Unread("x", "wire/\udcff.txt", "not text"))
    with store.view() as view:
        assert [u.source for u in view.unread()] == ["wire/\\udcff.txt"]


def test_a_view_sees_what_is_added_while_it_is_open_and_never_half_a_report(store: Store) -> None:
    with store.writer() as writer:
        writer.keep(FOUND, "plain@1")
        with store.view() as view:
            before = view.count(Query())
            writer.keep(reading(report("Dara Velisk said the road is closed.\n")), "plain@1")
            assert (before, view.count(Query())) == (1, 2)
