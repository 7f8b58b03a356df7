"""The agreement printed in the guidelines is that of the two annotations: whoever reads a score by it relies on it."""

from __future__ import annotations

import re

from .agreement import report
from .faults import faults
from .gold import FOLDER, load, read
from .kinds import PARTS

SECOND = FOLDER / "second" / "sentences.jsonl"
GOLD = [item for part in PARTS for item in load(part)]
LINE = (
    "A second annotator, a language model, did {texts} texts from this page without seeing the first annotation. "
    "Truce claims: F1 {truce}; of the {truce both} both have, status {truce status} % alike (kappa {truce status kappa}), "
    "counts {truce count} %. Violation claims: F1 {violation}; of the {violation both} both have, type {violation status} % alike (kappa {violation status kappa})."
)


def test_the_guidelines_state_the_agreement_that_the_two_annotations_have() -> None:
    figures: dict[str, object] = {"texts": len(read(SECOND))}
    claims = ""
    for line in report(GOLD, read(SECOND)):
        name, _, values = line.strip().partition(": ")
        found = re.search(r"(\d+\.\d)(?: % alike, kappa (-?\d\.\d\d)| \((\d+) in both)", values)
        assert found, line
        first = name.split()[0]
        claims = claims if line.startswith(" ") else first
        key = f"{claims} {first}" if line.startswith(" ") else first
        figures |= {key: found[1], f"{key} kappa": found[2], f"{key} both": found[3]}
    guide = (FOLDER / "GUIDELINES.md").read_text(encoding="utf-8")
    assert LINE.format_map(figures) in " ".join(guide.split())


def test_the_figures_beside_the_second_annotation_are_those_the_command_prints() -> None:
    page = (SECOND.parent / "README.md").read_text(encoding="utf-8")
    assert [line for line in report(GOLD, read(SECOND)) if f"    {line}\n" not in page] == []


def test_the_second_annotation_is_of_texts_of_the_gold_and_quotes_what_stands_there() -> None:
    texts = {(item.id, item.part, item.text) for item in GOLD}
    second = read(SECOND)
    assert len({item.id for item in second} & {key for key, _, _ in texts}) == len(second) == 30
    assert {(item.id, item.part, item.text) for item in second} <= texts
    assert [fault for item in second for fault in faults(item)] == []
