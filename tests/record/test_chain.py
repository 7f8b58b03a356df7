from __future__ import annotations

from communique.domain.attribution import Statement
from communique.domain.provenance import Provenance
from communique.domain.span import Span
from communique.record.chain import drawn, levels

MADE = Provenance("plain@1")


def statement(key: str, *chain: str) -> Statement:
    return Statement(key, (Span(0, 1),), (), (), (), "indirect", "asserts", chain, MADE)


def test_joint_speakers_stand_on_one_level_and_whoever_they_quote_on_the_next() -> None:
    joint = statement("s1", "VNA", "Foreign Ministry", "Irena Sollos", "Anselm Rook")
    quoted = statement("s2", *joint.chain, "Dara Velisk")
    alone = statement("s3", "VNA", "Foreign Ministry", "Irena Sollos")
    spoken = {"s1": {"Irena Sollos", "Anselm Rook"}, "s2": {"Dara Velisk"}, "s3": {"Irena Sollos"}}
    found = levels([quoted, alone, joint], spoken)
    assert found == {"s1": (0, 1, 2, 2), "s2": (0, 1, 2, 2, 3), "s3": (0, 1, 2)}
    assert drawn(quoted.chain, found["s2"]) == "VNA › Foreign Ministry › Irena Sollos and Anselm Rook › Dara Velisk"


def test_a_chain_without_links_is_drawn_as_nothing() -> None:
    assert levels([statement("s1")], {}) == {"s1": ()}
    assert drawn((), ()) == ""


def test_speakers_that_the_chain_does_not_name_change_nothing() -> None:
    assert levels([statement("s1", "VNA", "Meridian")], {"s1": {"Irena Sollos"}}) == {"s1": (0, 1)}
