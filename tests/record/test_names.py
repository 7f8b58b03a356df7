from __future__ import annotations

import pytest

from communique.record.names import folded, words


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Lena Ōkafor-Lindqvist", ("lena", "okafor", "lindqvist")),
        ("Straße", ("strasse",)),
        ("Şükrü Işık", ("sukru", "isik")),
        ("Łódź-Ørsted", ("lodz", "orsted")),
        ("O’Brien", ("obrien",)),
        ("Al-Sha'ir", ("al", "shair")),
        ("U.N. Secretary-General", ("u", "n", "secretary", "general")),
        ("Ирена Соллос", ("ирена", "соллос")),
        ("أورين", ("اورين",)),
        ("%_\\", ()),
    ],
)
def test_a_name_is_found_without_its_accents_case_and_punctuation(name: str, expected: tuple[str, ...]) -> None:
    assert words(name) == expected
    assert folded(name).split() == list(expected)
