"""The page on the record's formats says all of it, and what it shows works."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from communique.record import Store
from communique.record.document import shapes
from communique.record.document.statements import SaidLine

from .plain_reader import reading, report

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "record-format.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`(\w+)`", PAGE))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.sqlite"
    with Store.open(path).writer() as writer:
        writer.keep(reading(report("Foreign Ministry: Irena Sollos said the crossing is open.\n")), "plain@1")
    return path


def keys(shape: type[msgspec.Struct]) -> set[str]:
    return {field.encode_name for field in msgspec.structs.fields(shape)}


def test_every_key_of_both_lines_is_on_the_page() -> None:
    printed = [s for s in vars(shapes).values() if isinstance(s, type) and issubclass(s, msgspec.Struct)]
    inner = {"Published", "Dateline"}  # shown by the contract's example, named as keys of the report
    wanted = set().union(*(keys(s) for s in [*printed, SaidLine] if s.__name__ not in inner))
    assert wanted - NAMED - {"by", "confidence", "skipped", "error"} == set()
    assert all(f'"{key}"' in PAGE for key in ("by", "confidence", "skipped", "error"))


def test_every_table_is_on_the_page(record: Path) -> None:
    with closing(sqlite3.connect(record)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall()
    assert {name for (name,) in rows if not name.startswith("statement_words_")} - NAMED == set()


def test_the_query_on_the_page_answers(record: Path) -> None:
    (query,) = re.findall(r"```sql\n(.*?)```", PAGE, re.S)
    with closing(sqlite3.connect(record)) as connection:
        assert connection.execute(query).fetchall() == [("Irena Sollos", 1)]
