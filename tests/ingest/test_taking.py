"""What a user hands in comes out one line each, in order, and nothing stops the others."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path

import pytest

from communique.domain.report import Report, Unread
from communique.errors import UnreadableSource
from communique.ingest import Intake, take, take_text

from .samples import MORE, PAGE, PROSE
from .taking import report, unread


def test_a_folder_is_read_in_name_order_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(PROSE)
    (tmp_path / "a.txt").write_text(MORE)
    (tmp_path / ".hidden").write_text(PROSE)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.html").write_text(PAGE)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "d.txt").write_text(PROSE)
    assert [found.id for found in take([tmp_path])] == ["a", "b", "c"]


def test_a_file_that_cannot_be_read_has_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 ...")
    (tmp_path / "b.txt").write_text(PROSE)
    (tmp_path / "c.txt").write_bytes(b"")
    first, second, third, fourth = take([tmp_path, tmp_path / "gone.txt"])
    assert isinstance(first, Unread)
    assert "is a PDF document; HTML, JSONL and text can be read" in first.error
    assert isinstance(second, Report)
    assert isinstance(third, Unread)
    assert "is empty" in third.error
    assert isinstance(fourth, Unread)
    assert "does not exist" in fourth.error


UNREADABLE = [
    ("a.txt", b"", "is empty"),
    ("a.txt", b" \r\n\t\n", "is empty"),
    ("a.txt", bytes(range(256)) * 40, "binary"),
    ("a.txt", b"PK\x03\x04" + b"\x00" * 40, "ZIP archive or an office document"),
    ("a.txt", b"\x89PNG\r\n\x1a\n", "an image"),
    ("a.xml", b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", "a news feed"),
    ("a.csv", b"date,place\n2031-03-18,Karsk\n", "a table (CSV)"),
    ("a.json", b'{\n  "text": "x"\n}\n', "not one report a line"),
    ("a.html", b"<html><head><script>var x = 1;</script></head><body></body></html>", "without visible text"),
    ("a.jsonl", b"\n\n", "is empty"),
]


@pytest.mark.parametrize(("name", "data", "why"), UNREADABLE)
def test_what_is_no_report_is_refused_with_the_reason(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    (tmp_path / name).write_bytes(data)
    found = unread(tmp_path / name)
    assert why in found.error
    assert name in found.error


def test_a_folder_with_nothing_in_it_says_so(tmp_path: Path) -> None:
    assert "holds no files" in unread(tmp_path).error


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_does_not_hang_the_reading(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "not a regular file" in unread(tmp_path / "pipe").error


def test_two_files_of_one_name_have_two_ids(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "wire.txt").write_text(PROSE)
    assert [found.id for found in take([tmp_path])] == ["wire", "wire-2"]


@pytest.mark.parametrize("content", [PROSE, PAGE, json.dumps({"id": "j", "text": PROSE})])
def test_standard_input_is_read_whatever_its_format(content: str) -> None:
    (found,) = take(["-"], stdin=io.BytesIO(content.encode()))
    assert isinstance(found, Report)
    assert PROSE in found.text
    assert found.source == "stdin"


def test_a_bad_line_of_jsonl_names_file_and_line_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    lines = [
        json.dumps(
            {"id": "one", "text": PROSE, "outlet": "Meridian", "published": "2031-03-18T10:00:00Z", "url": "u:1"}
        ),
        "{broken",
        json.dumps({"id": "three"}),
        json.dumps({"id": "four", "text": "  "}),
        "",
        json.dumps({"text": MORE, "published": "18 March 2031", "extra": [1, 2]}),
    ]
    path.write_bytes(b"\xef\xbb\xbf" + "\n".join(lines).encode())
    one, two, three, four, six = take([path])
    assert isinstance(one, Report)
    assert (one.id, one.outlet, one.url) == ("one", "Meridian", "u:1")
    assert one.published is not None
    assert (str(one.published.value), one.published.precision, one.published.basis) == ("2031-03-18", "day", "given")
    for bad, line, why in ((two, 2, "not JSON"), (three, 3, "text"), (four, 4, "empty")):
        assert isinstance(bad, Unread)
        assert f"wire.jsonl, line {line}" in bad.error
        assert why in bad.error
    assert isinstance(six, Report)
    assert six.id == "wire"
    assert six.published is not None
    assert str(six.published.value) == "2031-03-18"


@pytest.mark.parametrize(
    ("given", "value", "precision"),
    [("2031-03", "2031-03-01", "month"), ("2031", "2031-01-01", "year"), ("20310318", "2031-03-18", "day")],
)
def test_a_given_date_keeps_the_precision_it_has(given: str, value: str, precision: str) -> None:
    published = take_text(PROSE, id="r", published=given).published
    assert published is not None
    assert (str(published.value), published.precision) == (value, precision)


def test_a_published_that_is_no_date_loses_neither_the_line_nor_the_printed_date(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(json.dumps({"id": "a", "text": f"18 March 2031\n{PROSE}\n{MORE}", "published": "last week"}))
    found = report(path).published
    assert found is not None
    assert (str(found.value), found.basis) == ("2031-03-18", "dateline")


@pytest.mark.parametrize(
    ("text", "published", "why"),
    [("", None, "empty"), ("a\0b", None, "null"), ("a\ud800b", None, "surrogate"), (PROSE, "last week", "2031-03-18")],
)
def test_a_text_in_memory_that_cannot_be_kept_is_refused_with_the_reason(
    text: str, published: str | None, why: str
) -> None:
    with pytest.raises(UnreadableSource, match=why):
        take_text(text, id="r", published=published)


def test_a_report_is_known_by_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "b.txt").write_text(PROSE)
    (tmp_path / "c.txt").write_text(MORE)
    a, b, c = (found.sha256 for found in take([tmp_path]))
    assert a == b != c


def test_bounds_that_cannot_hold_anything_are_refused() -> None:
    with pytest.raises(ValueError, match="max_chars is 0"):
        Intake(max_chars=0)
