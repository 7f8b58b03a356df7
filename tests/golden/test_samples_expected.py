"""The expectations themselves hold: a piece that is not in its report would make every golden test say nothing."""

from __future__ import annotations

import pytest

from .samples_expected import EXPECTED, faults, load_all, load_sentences, sentence_faults, unexpected

NAMES = sorted(path.stem for path in EXPECTED.glob("*.json"))


@pytest.mark.parametrize("name", NAMES)
def test_every_expected_piece_stands_in_its_report(name: str) -> None:
    assert list(faults(load_all()[name])) == []


def test_every_expected_piece_stands_in_its_sentence() -> None:
    assert [fault for row in load_sentences() for fault in sentence_faults(row)] == []


def test_no_sample_report_goes_unchecked() -> None:
    assert list(unexpected()) == []
    assert len(NAMES) == 20
