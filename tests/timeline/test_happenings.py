"""Two reports of one meeting are one event with two origins, or a proposal; what they tell apart stays apart."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from communique.record import Act, Decision
from communique.timeline.happenings import gathered
from communique.timeline.telling import Telling

from .telling import ENVOY, KHC, ROOK, SOLLOS, telling


def test_two_outlets_on_one_meeting_are_one_event_with_two_origins() -> None:
    (one,) = gathered([telling(), telling("vna-1", outlet="VNA", words="held talks")]).happenings
    assert one.origins == ("Meridian", "VNA")
    assert one.proposed
    assert one.reasons == ("both name Anselm Rook, Irena Sollos; on 2031-03-14; at Brunnhal",)


def test_who_is_named_first_makes_no_second_meeting() -> None:
    other = telling("vna-1", outlet="VNA", initiators=(ROOK,), targets=(SOLLOS,))
    assert len(gathered([telling(), other]).happenings) == 1


@pytest.mark.parametrize(
    "other",
    [
        telling("b", start="2031-03-20", end="2031-03-20"),
        telling("b", place="Qasrin", place_key="varenia:qasrin"),
        telling("b", initiators=(ENVOY, KHC)),
        telling("b", type="AGREE"),
        telling("b", reality="hypothetical"),
    ],
    ids=["another day", "another town", "others met", "another deed", "only supposed"],
)
def test_what_the_words_tell_apart_is_not_even_proposed(other: Telling) -> None:
    found = gathered([telling(), other])
    assert len(found.happenings) == 2
    assert found.proposed == ()


@pytest.mark.parametrize(
    "other",
    [
        telling("b", start=None, end=None),
        telling("b", initiators=(SOLLOS,)),
        telling("b", reality="planned"),
    ],
    ids=["day not told", "one of two named", "announced only"],
)
def test_what_is_likely_is_proposed_with_its_reason_and_never_joined(other: Telling) -> None:
    found = gathered([telling(), other])
    assert len(found.happenings) == 2
    (link,) = found.proposed
    assert "both name" in link.reason


COPY = "fired four mortar rounds at a post of the Varenian army near the Ondava crossing"


@pytest.mark.parametrize(
    ("fields", "events"),
    [
        ({}, 1),
        ({"report": "meridian-1"}, 2),  # one report that says it twice
        ({"words": "fired four mortar rounds"}, 2),
        ({"start": "2031-03-15", "end": "2031-03-15"}, 2),
        ({"reality": "planned"}, 2),
    ],
)
def test_a_text_that_a_paper_copied_is_no_second_event(fields: dict[str, str], events: int) -> None:
    fired = {"type": "ASSAULT", "initiators": (KHC,), "place": None, "place_key": None}
    one = telling(words=COPY, **fired)
    other = telling(**{"report": "courier-1", "outlet": "Karsk Courier", "words": COPY, **fired, **fields})  # type: ignore[arg-type]
    assert len(gathered([one, other]).happenings) == events


def test_two_rounds_are_two_events() -> None:
    first, second = (telling(f"r{n}", process="Brunnhal talks", round=n) for n in (1, 2))
    found = gathered([first, second])
    assert len(found.happenings) == 2
    assert not found.proposed


def test_a_denial_of_the_same_meeting_stands_beside_it() -> None:
    denied = telling("khc-1", outlet="Highland Voice", reality="denied")
    (one,) = gathered([telling(), denied]).happenings
    assert one.realities == (("happened", ("Meridian",)), ("denied", ("Highland Voice",)))
    assert one.differences == ("reality: happened, denied",)


def test_a_person_parts_what_the_matcher_joined_and_joins_what_it_left() -> None:
    same, other = [telling(), telling("vna-1", outlet="VNA")], telling("late", start=None, end=None)
    at = datetime(2031, 4, 1, tzinfo=UTC)
    part = Decision(1, "events", Act.PART, (same[1].key,), "Mila", at, apart_from=(same[0].key,))
    join = Decision(2, "events", Act.JOIN, (same[0].key, other.key), "Mila", at)
    found = gathered([*same, other], [part, join])
    members = [{told.cited.report for told in one.tellings} for one in found.happenings]
    assert members == [{"meridian-1", "late"}, {"vna-1"}]


def test_two_bridges_without_a_name_are_not_taken_for_one_place() -> None:
    same = {"type": "ASSAULT", "initiators": (), "start": None, "end": None, "place": "bridge", "place_key": None}
    assert gathered([telling("a", **same), telling("b", **same)]).proposed == ()
    assert len(gathered([telling("a", **same), telling("b", **same)]).happenings) == 2
