"""Short names: whom "the Council" is, in a report that names one, none or two bodies that may be meant."""

from __future__ import annotations

import pytest

from communique.domain.actor import Actor
from communique.domain.provenance import Provenance
from communique.truce.shortened import Shortened

from .words import agreements

HAND = Provenance("hand@1")
KHC = Actor("a1", "Kesh Highlands Council", "organisation", HAND, known="khc")
VELISK = Actor("a2", "Dara Velisk", "person", HAND, known="dara-velisk")
UNSC = Actor("a3", "UN Security Council", "organisation", HAND, known="un-security-council")
ARMY = Actor("a4", "Varenian army", "organisation", HAND, known="varenian-army")


@pytest.mark.parametrize(
    ("present", "name", "kind", "expected"),
    [
        ((KHC,), "Council", "organisation", "khc"),
        ((VELISK, ARMY), "Council", "organisation", "khc"),
        ((KHC, VELISK, UNSC), "Council", "organisation", None),
        ((KHC, VELISK, UNSC), "Security Council", "organisation", "un-security-council"),
        ((ARMY,), "Council", "organisation", None),
        ((KHC,), "Highlands", "organisation", None),
        ((KHC,), "Council", "person", None),
        ((KHC,), "", "organisation", None),
    ],
)
def test_a_short_name_is_the_one_body_whose_name_ends_so(
    present: tuple[Actor, ...], name: str, kind: str, expected: str | None
) -> None:
    short = Actor("a9", name, kind, HAND)
    found = Shortened((*present, short), agreements()).body(short)
    assert (found.known if found else None) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Council’s medical office", "khc"),
        ("the Council's press service", "khc"),
        ("Kesh Highlands Council’s spokeswoman", "khc"),
        ("Council", "khc"),
        ("Council’s enemies", None),
        ("ministry's press service", None),
        ("medical office", None),
    ],
)
def test_a_bodys_office_speaks_for_the_body(name: str, expected: str | None) -> None:
    speaker = Actor("a9", name, "organisation", HAND)
    found = Shortened((KHC, VELISK, speaker), agreements()).speaker(speaker)
    assert (found.known if found else None) == expected
