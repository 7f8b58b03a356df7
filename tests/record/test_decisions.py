from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.domain.report import Unread
from communique.errors import RecordError
from communique.record import Act, Decision, Store
from communique.record.decisions import standing
from communique.record.groups import Link, grouped, parted, proposals, stale

KEYS = ("a", "b", "c", "d", "e")
AT = datetime(2031, 3, 20, tzinfo=UTC)


def decision(number: int, act: Act, members: str = "", apart: str = "", **more: object) -> Decision:
    return Decision(number, "incidents", act, tuple(members), "Mila", AT, apart_from=tuple(apart), **more)  # type: ignore[arg-type]


def join(number: int, members: str) -> Decision:
    return decision(number, Act.JOIN, members)


def part(number: int, members: str, apart: str = "") -> Decision:
    return decision(number, Act.PART, members, apart)


def undo(number: int, undoes: int) -> Decision:
    return decision(number, Act.UNDO, undoes=undoes)


def sure(pair: str, strength: float = 0.9) -> Link:
    return Link(pair[0], pair[1], strength, f"{pair} alike", True)


def unsure(pair: str, strength: float = 0.5) -> Link:
    return Link(pair[0], pair[1], strength, f"{pair} perhaps", False)


def groups(links: Sequence[Link] = (), decisions: Sequence[Decision] = ()) -> str:
    return " ".join("".join(group.members) for group in grouped(KEYS, links, decisions))


@pytest.mark.parametrize(
    ("links", "decisions", "expected"),
    [
        ([], [], "a b c d e"),
        ([sure("ab"), sure("bc")], [], "abc d e"),
        ([unsure("ab")], [], "a b c d e"),
        ([], [join(1, "bd")], "a bd c e"),
        ([sure("ab")], [join(1, "bd")], "abd c e"),
        ([sure("ab")], [part(1, "a", "b")], "a b c d e"),
        # What came later does not bring together what was parted, by whatever way round.
        ([sure("ac"), sure("bc", 0.95)], [part(1, "a", "b")], "a bc d e"),
        ([sure("ab"), sure("bc"), sure("cd")], [part(1, "cd", "ab")], "ab cd e"),
        # Parted from all: nothing the matcher finds joins it.
        ([sure("ab"), sure("ac")], [part(1, "a")], "a b c d e"),
        # The last word wins.
        ([], [part(1, "a", "b"), join(2, "ab")], "ab c d e"),
        ([], [join(1, "abc"), part(2, "c", "ab")], "ab c d e"),
        ([], [join(1, "abcd"), part(2, "cd", "ab")], "ab cd e"),
        ([sure("ab")], [part(1, "a", "b"), undo(2, 1)], "ab c d e"),
        ([sure("ab")], [part(1, "a", "b"), undo(2, 1), undo(3, 2)], "a b c d e"),
        # A claim that a newer reader no longer finds takes nothing with it.
        ([sure("ax")], [join(1, "xbd"), part(2, "x", "a")], "a bd c e"),
    ],
)
def test_people_decide_and_the_matcher_fills_in(
    links: Sequence[Link], decisions: Sequence[Decision], expected: str
) -> None:
    assert groups(links, decisions) == expected


def test_only_what_the_matcher_alone_holds_together_is_proposed() -> None:
    alone, joined, both = (
        grouped(KEYS, links, decisions)[0]
        for links, decisions in (
            ([sure("ab")], []),
            ([sure("ab")], [join(1, "ab")]),
            ([sure("bc")], [join(1, "ab")]),
        )
    )
    assert (alone.proposed, alone.reasons) == (True, ("ab alike",))
    assert (joined.proposed, joined.reasons) == (False, ())
    assert (both.proposed, both.members) == (True, ("a", "b", "c"))
    assert not grouped(KEYS, [], [])[0].proposed


def test_a_group_keeps_its_key_while_its_first_claim_stays_and_takes_the_last_name() -> None:
    names = [decision(n, Act.RENAME, who, name=name) for n, who, name in ((2, "b", "Velm shelling"), (3, "b", "Velm"))]
    (first, *_) = grouped(KEYS, [], [join(1, "ab"), *names])
    assert (first.key, first.name) == ("a", "Velm")
    (first, *_) = grouped(KEYS, [], [join(1, "ab"), *names, undo(4, 3)])
    assert first.name == "Velm shelling"
    assert [d.number for d in first.decided] == [1, 2]


def test_what_the_matcher_is_unsure_of_is_listed_once_for_each_two_groups_strongest_first() -> None:
    links = [unsure("ac", 0.4), unsure("bc", 0.6), unsure("de", 0.7), sure("ab"), unsure("ab")]
    found = grouped(KEYS, links, [])
    assert [link.one + link.other for link in proposals(links, found)] == ["de", "bc"]


def test_what_a_person_parted_is_not_proposed_again() -> None:
    links = [unsure("ab"), unsure("cd")]
    found = grouped(KEYS, links, [part(1, "a", "b"), part(2, "c")])
    assert proposals(links, found) == ()
    a, b, c, *_ = found
    assert parted(b, a)
    assert parted(c, b)
    found = grouped(KEYS, links, [part(1, "a", "b"), undo(2, 1)])
    assert len(proposals(links, found)) == 2


def test_decisions_about_claims_that_are_gone_are_told() -> None:
    assert [d.number for d in stale([join(1, "ab"), join(2, "ax"), join(3, "xy"), undo(4, 3)], KEYS)] == [2]


@given(st.lists(st.sampled_from("jpu"), max_size=12), st.randoms(use_true_random=False), st.data())
def test_every_claim_is_in_exactly_one_group_whatever_was_decided(
    acts: list[str], _: object, data: st.DataObject
) -> None:
    made: list[Decision] = []
    for number, act in enumerate(acts, 1):
        some = "".join(data.draw(st.lists(st.sampled_from(KEYS), min_size=1, max_size=4, unique=True)))
        if act == "u" and number > 1:
            made.append(undo(number, data.draw(st.integers(1, number - 1))))
        else:
            made.append(join(number, some) if act == "j" else part(number, some, data.draw(st.sampled_from("abcde"))))
    links = [sure("ab"), sure("bc"), sure("cd"), sure("de"), unsure("ae")]
    found = grouped(KEYS, links, made)
    assert sorted(member for group in found for member in group.members) == list(KEYS)
    assert {d.number for d in standing(made)} <= {d.number for d in made if d.act is not Act.UNDO}


def test_the_log_keeps_every_decision_with_author_time_and_reason(store: Store) -> None:
    with store.writer() as writer:
        first = writer.decide("incidents", Act.JOIN, ["a", "b"], author="Mila", reason="same blast")
        other = writer.decide("events", Act.JOIN, ["x", "y"], author="Mila")
        last = writer.decide("incidents", Act.PART, ["b"], author="Joren", apart_from=["a"])
        gone = writer.decide("incidents", Act.UNDO, [], author="Mila", undoes=last.number)
    with store.view() as view:
        assert view.decisions("incidents") == (first, last, gone)
        assert view.decisions("events") == (other,)
    assert first.at < last.at
    assert (last.members, last.apart_from, gone.undoes) == (("b",), ("a",), 3)


@pytest.mark.parametrize(
    ("act", "members", "options", "reason"),
    [
        (Act.JOIN, ["a"], {}, "at least two"),
        (Act.JOIN, ["a", "b"], {"author": " "}, "needs an author"),
        (Act.PART, [], {}, "at least one claim"),
        (Act.PART, ["a"], {"apart_from": ["a"]}, "parted from itself"),
        (Act.RENAME, ["a"], {}, "needs a name"),
        (Act.VERIFY, ["a"], {"name": " "}, "needs a name"),
        (Act.UNDO, [], {}, "number of the decision"),
        (Act.UNDO, [], {"undoes": 7}, "no decision 7 about incidents: none has been made"),
        (Act.JOIN, ["a", "b"], {"undoes": 7}, "Only an undo"),
    ],
)
def test_a_decision_that_says_too_little_is_refused(
    store: Store, act: Act, members: list[str], options: dict[str, object], reason: str
) -> None:
    said: dict[str, object] = {"author": "Mila"} | options
    with store.writer() as writer:
        writer.keep_unread(Unread("7", "wire/7.pdf", "it is empty"))
        with pytest.raises(RecordError, match=reason):
            writer.decide("incidents", act, members, **said)  # type: ignore[arg-type]
    with store.view() as view:
        assert view.decisions("incidents") == ()


def test_a_decision_about_events_is_not_undone_among_incidents(store: Store) -> None:
    with store.writer() as writer:
        writer.decide("events", Act.JOIN, ["x", "y"], author="Mila")
        with pytest.raises(RecordError, match="no decision 1 about incidents"):
            writer.decide("incidents", Act.UNDO, [], author="Mila", undoes=1)
