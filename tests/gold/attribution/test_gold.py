"""The gold set holds together: a wrong offset in it would blame the reader for what it read rightly."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from .gold import Attribution, Item, counts, faults, is_trap, load, marks

ITEMS = load()
README = (Path(__file__).parent / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_every_span_lies_in_its_text_and_every_nested_one_in_its_holder(item: Item) -> None:
    assert list(faults(item)) == []


def test_the_table_and_the_held_part_have_their_size_and_share_no_text() -> None:
    assert (len(load("table")), len(load("held"))) == (120, 80)
    assert len({item.id for item in ITEMS}) == len({item.text for item in ITEMS}) == len(ITEMS)
    assert [item.part for item in ITEMS] == ["table"] * 120 + ["held"] * 80


def test_every_form_is_in_the_table_and_in_the_held_part() -> None:
    assert [form for form, shares in counts(ITEMS).items() if 0 in shares] == []


def test_scraped_texts_have_lost_their_commas_and_apostrophes() -> None:
    assert [i.id for i in ITEMS if i.form.startswith("scraped") and set(i.text) & set(",'’“”")] == []


def test_hard_negatives_hold_no_statement() -> None:
    assert [i.id for i in ITEMS if i.form == "hard negative" and i.statements] == []
    assert [i.id for i in ITEMS if not i.statements and not is_trap(i)] == []


def test_the_readme_counts_what_the_file_holds() -> None:
    rows = [f"| {form} | {table} | {held} |" for form, (table, held) in counts(ITEMS).items()]
    rows += [f"| {name} | {number} |" for name, number in marks(ITEMS).items()]
    assert [row for row in rows if row not in README] == []


TEXT = "VNA said that Rook said no."
OUTER = Attribution(((9, 26),), ((4, 8),), (0, 3), "VNA", ("VNA",), "asserts", "indirect", None, None, False)
INNER = Attribution(
    ((24, 26),), ((19, 23),), (14, 18), "Anselm Rook", ("VNA", "Anselm Rook"), "asserts", "indirect", None, 0, False
)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({}, None),
        ({"content": ((24, 40),)}, "not inside the text"),
        ({"content": ((23, 26),)}, "not trimmed"),
        ({"content": ((24, 25),)}, "cuts a word"),
        ({"content": ((14, 26),)}, "overlap"),
        ({"content": ((4, 8),), "cue": ()}, "outside its holder's"),
        ({"within": 1}, "does not stand before it"),
        ({"chain": ("VNA",)}, "does not end with the speaker"),
        ({"chain": ("ANA", "Anselm Rook")}, "does not begin with its holder's"),
        ({"source": None}, "needs a source"),
    ],
)
def test_a_slip_in_the_gold_is_told(changes: dict[str, object], complaint: str | None) -> None:
    said = msgspec.structs.replace(INNER, **changes)
    told = list(faults(Item("x", "table", "x", TEXT, (OUTER, said))))
    assert any(complaint in fault for fault in told) if complaint else told == []
