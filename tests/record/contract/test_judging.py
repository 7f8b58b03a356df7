from __future__ import annotations

import dataclasses

import pytest

from communique.domain.reading import Reading
from communique.errors import RecordError
from communique.record import Query, Store, Verdict

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
