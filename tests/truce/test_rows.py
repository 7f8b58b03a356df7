"""Whom the names in an imported table stand for."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.domain.incident import Citation, IncidentClaim, Party
from communique.knowledge import Knowledge
from communique.truce.rows import key_of, known_rows
from communique.truce.sides import Sides

PACK = Path(__file__).parents[2] / "samples" / "pack"
SIDES = tuple(Sides.of(pack) for pack in Knowledge.load(packs=(PACK,)).packs)

NAMES = [
    ("KHC", "khc"),
    ("KHC: Kesh Highlands Council", "khc"),
    ("Black Banner", "black-banner"),
    ("Military Forces of Varenia (2027-)", "XV"),
    ("Government of Varenia", "XV"),
    ("Police Forces of the Republic of Varenia (2027-)", "XV"),
    ("Varenian army", "varenian-army"),
    ("Civilians (Varenia)", None),
    ("Protesters (Varenia)", None),
    ("Black", None),
]


@pytest.mark.parametrize(("name", "key"), NAMES)
def test_a_party_of_a_table_is_the_packs_party_of_that_name_and_no_other(name: str, key: str | None) -> None:
    assert key_of(name, SIDES) == key


def test_a_key_that_the_table_gives_stands() -> None:
    row = IncidentClaim(
        "VOC:1",
        "fire/mortar",
        Citation("VOC", "voc.csv", "", ("VOC",), row=2),
        accused=(Party("KHC", "highland-guard"),),
        parties=(Party("Black Banner"), Party("herders")),
    )
    (found,) = known_rows([row], SIDES)
    assert found.accused == (Party("KHC", "highland-guard"),)
    assert found.parties == (Party("Black Banner", "black-banner"), Party("herders"))
