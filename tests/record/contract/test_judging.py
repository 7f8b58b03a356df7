from __future__ import annotations

import dataclasses

import pytest

from communique.domain.reading import Reading
from communique.errors import RecordError
from communique.record import Query, Sought, Store, Verdict, Writer

from ..plain_reader import reading, report

TEXT = "Irena Sollos said the crossing stays open.\nDara Velisk denied any shelling of Velm.\n"
FOUND = reading(report(TEXT))


def kept(store: Store, found: Reading = FOUND, version: str = "plain@1") -> dict[tuple[str, str], str]:
    with store.writer() as writer:
        writer.keep(found, version)
    with store.view() as view:
        return view.keys(found.report)


def verdicts(store: Store) -> list[Verdict]:
    with store.view() as view:
        return [said.verdict for said in view.statements(Query())]


def test_every_machine_finding_is_a_proposal_until_a_person_says_otherwise(store: Store) -> None:
    keys = kept(store)
    assert {kind for kind, _ in keys} == {"actors", "statements"}
    with store.view() as view:
        assert {view.verdict(key) for key in keys.values()} == {Verdict.PROPOSED}
    assert verdicts(store) == [Verdict.PROPOSED, Verdict.PROPOSED]


def test_the_last_verdict_counts_and_every_one_stays_with_author_time_and_reason(store: Store) -> None:
    key = kept(store)["statements", "s1"]
    with store.writer() as writer:
        writer.judge(key, Verdict.ACCEPTED, author="Mila")
        last = writer.judge(key, Verdict.REJECTED, author="Joren", reason="she spoke of Karsk")
    with store.view() as view:
        entries = view.judgements(key)
    assert [(j.verdict, j.author, j.reason) for j in entries] == [
        (Verdict.ACCEPTED, "Mila", None),
        (Verdict.REJECTED, "Joren", "she spoke of Karsk"),
    ]
    assert entries[1] == last
    assert entries[0].at < entries[1].at
    assert verdicts(store) == [Verdict.PROPOSED, Verdict.REJECTED]


def test_a_verdict_can_be_taken_back(store: Store) -> None:
    key = kept(store)["statements", "s0"]
    with store.writer() as writer:
        for verdict in (Verdict.ACCEPTED, Verdict.PROPOSED):
            writer.judge(key, verdict, author="Mila")
    assert verdicts(store) == [Verdict.PROPOSED, Verdict.PROPOSED]


def test_a_verdict_stands_when_a_newer_reader_finds_the_same_statement(store: Store) -> None:
    key = kept(store)["statements", "s1"]
    with store.writer() as writer:
        writer.judge(key, Verdict.ACCEPTED, author="Mila")
    renumbered = tuple(
        dataclasses.replace(s, id=f"t{s.id}") for s in reading(FOUND.report, "plain@2").findings.statements
    )
    findings = dataclasses.replace(FOUND.findings, statements=renumbered)
    assert kept(store, Reading(FOUND.report, findings), "plain@2")["statements", "ts1"] == key
    assert verdicts(store) == [Verdict.PROPOSED, Verdict.ACCEPTED]


@pytest.mark.parametrize(
    "change",
    [{"stance": "asserts"}, {"chain": ("VNA", "Irena Sollos")}, {"source_actors": ("a0",)}, {"anonymous": True}],
    ids=["stance", "chain", "speaker", "anonymous"],
)
def test_a_verdict_does_not_pass_to_a_statement_that_says_something_else(
    store: Store, change: dict[str, object]
) -> None:
    with store.writer() as writer:
        writer.keep(FOUND, "plain@1")
    with store.view() as view:
        key = view.keys(FOUND.report)["statements", "s1"]
    with store.writer() as writer:
        writer.judge(key, Verdict.ACCEPTED, author="Mila")
    first, second = FOUND.findings.statements
    other = dataclasses.replace(second, **change)  # type: ignore[arg-type]
    kept(store, Reading(FOUND.report, dataclasses.replace(FOUND.findings, statements=(first, other))), "plain@2")
    assert verdicts(store) == [Verdict.PROPOSED, Verdict.PROPOSED]


def test_the_same_words_in_another_report_are_judged_on_their_own(store: Store) -> None:
    key = kept(store)["statements", "s0"]
    other = reading(report(TEXT + "\n"))
    assert key not in kept(store, other).values()


@pytest.mark.parametrize(("finding", "author", "reason"), [("f" * 24, "Mila", "no finding"), (None, " ", "an author")])
def test_a_judgement_needs_a_finding_and_an_author(store: Store, finding: str | None, author: str, reason: str) -> None:
    key = finding or kept(store)["statements", "s0"]
    with store.writer() as writer, pytest.raises(RecordError, match=reason):
        writer.judge(key, Verdict.ACCEPTED, author=author)


ACCEPT, REJECT = (Verdict.ACCEPTED, "Mila"), (Verdict.REJECTED, "Joren")


def take(writer: Writer, key: str, steps: list[tuple[Verdict, str] | int]) -> None:
    """Judges as each pair says, and takes back the judgement with each number."""
    for step in steps:
        if isinstance(step, int):
            writer.take_back(step, author="Ruta")
        else:
            writer.judge(key, step[0], author=step[1])


@pytest.mark.parametrize(
    ("steps", "stands"),
    [
        ([ACCEPT, 1], None),
        ([ACCEPT, REJECT, 2], ACCEPT),
        ([ACCEPT, REJECT, 2, 3], REJECT),
        ([ACCEPT, REJECT, 2, 1], None),
        ([ACCEPT, REJECT, 2, 1, 4], ACCEPT),
        ([ACCEPT, 1, REJECT], REJECT),
        ([ACCEPT, 1, REJECT, 3], None),
    ],
)
def test_what_is_taken_back_leaves_the_judgement_before_it_with_its_author(
    store: Store, steps: list[tuple[Verdict, str] | int], stands: tuple[Verdict, str] | None
) -> None:
    key = kept(store)["statements", "s0"]
    with store.writer() as writer:
        take(writer, key, steps)
    with store.view() as view:
        found, counts = view.with_key(key), view.verdicts().of(key)
        assert len(view.judgements(key)) == len(steps)
        assert view.verdict(key) == (stands[0] if stands else Verdict.PROPOSED)
    assert found is not None
    assert found.judgement == counts
    assert (counts and (counts.verdict, counts.author)) == stands


@pytest.mark.parametrize(
    ("steps", "number", "reason"),
    [
        ([], 1, "no judgement 1: none has been made yet"),
        ([ACCEPT], 2, "no judgement 2: the last one is 1"),
        ([ACCEPT], 2**70, "the last one is 1"),
        ([ACCEPT, REJECT], 1, r"Judgement 1 counts no more: Joren judged the same finding again \(judgement 2\)"),
        ([ACCEPT, 1], 1, r"Judgement 1 counts no more: Ruta took a judgement of the same finding back \(judgement 2\)"),
    ],
)
def test_only_what_counts_is_taken_back(
    store: Store, steps: list[tuple[Verdict, str] | int], number: int, reason: str
) -> None:
    key = kept(store)["statements", "s0"]
    with store.writer() as writer:
        take(writer, key, steps)
        with pytest.raises(RecordError, match=reason):
            writer.take_back(number, author="Ruta")
    with store.view() as view:
        assert len(view.judgements(key)) == len(steps)


def test_findings_are_found_by_kind_report_and_whether_they_were_judged(store: Store) -> None:
    other = reading(report("Samir Lask said the mission counted.\n", source="wire/2.txt", published="2031-03-13"))
    kept(store, other)
    key = kept(store)["statements", "s1"]
    with store.writer() as writer:
        writer.judge(key, Verdict.REJECTED, author="Mila")

    def ids(sought: Sought) -> list[tuple[str, str]]:
        with store.view() as view:
            found = list(view.found(sought))
            assert view.keys_of(sought) == tuple(one.key for one in found)
            return [(one.reading.report.source, one.id) for one in found]

    assert ids(Sought()) == [("wire/2.txt", "s0"), ("wire/1.txt", "s0"), ("wire/1.txt", "s1")]
    assert ids(Sought(("actors",))) == [("wire/2.txt", "a0"), ("wire/1.txt", "a0"), ("wire/1.txt", "a1")]
    assert ids(Sought(judged=True)) == [("wire/1.txt", "s1")]
    assert ids(Sought(judged=False)) == [("wire/2.txt", "s0"), ("wire/1.txt", "s0")]
    assert ids(Sought(report="2")) == ids(Sought(report="wire/2.txt")) == [("wire/2.txt", "s0")]


def test_a_finding_of_an_older_reading_is_not_asked_about(store: Store) -> None:
    old = kept(store)["statements", "s1"]
    first, second = FOUND.findings.statements
    findings = dataclasses.replace(FOUND.findings, statements=(first, dataclasses.replace(second, stance="asserts")))
    kept(store, Reading(FOUND.report, findings), "plain@2")
    with store.view() as view:
        assert old not in {found.key for found in view.found(Sought())}
        assert view.with_key(old) is None
        assert view.keys_from(old, 9) == ()
