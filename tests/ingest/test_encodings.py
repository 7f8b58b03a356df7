"""A wrong encoding turns a name into another one; a lost newline moves every span after it."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from .samples import LAST, MORE, PROSE
from .taking import report, unread

WESTERN = f"“{PROSE}” – said Ambassador José Müller.\r\n{MORE}\r{LAST}\n"
CYRILLIC = "Совет горцев заявил в пятницу, что перемирие в четырёх зонах соблюдается и что наблюдатели это видят. " * 4
ARABIC = "قال المجلس يوم الجمعة إن الهدنة في المناطق الأربع صامدة وإن المراقبين يرون ذلك كل يوم في الوادي. " * 4

ENCODED = [
    (WESTERN, "utf-8", b""),
    (WESTERN, "utf-8", codecs.BOM_UTF8),
    (WESTERN, "utf-16-le", codecs.BOM_UTF16_LE),
    (WESTERN, "utf-16-be", codecs.BOM_UTF16_BE),
    (WESTERN, "utf-32-le", codecs.BOM_UTF32_LE),
    (WESTERN, "utf-16-le", b""),
    (WESTERN, "utf-16-be", b""),
    (WESTERN, "cp1252", b""),
    (PROSE + " So said the envoy, José Müller.", "iso-8859-1", b""),
    (CYRILLIC, "cp1251", b""),
    (CYRILLIC, "koi8-r", b""),
    (ARABIC, "cp1256", b""),
]


@pytest.mark.parametrize(("text", "encoding", "mark"), ENCODED)
def test_the_text_is_decoded_and_otherwise_unchanged(tmp_path: Path, text: str, encoding: str, mark: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(mark + text.encode(encoding))
    assert report(path).text == text


def test_one_broken_byte_does_not_spoil_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WESTERN.encode()[:-1] + " — “Velisk” — “Drenko”".encode() + b"\xe2\x80")
    text = report(path).text
    assert "José Müller" in text
    assert text.endswith("“Drenko”\ufffd")


def test_a_page_is_decoded_as_it_declares(tmp_path: Path) -> None:
    body = f"<p>{CYRILLIC}</p>"
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=koi8-r"></head>{body}</html>'
    (tmp_path / "a.html").write_bytes(page.encode("koi8-r"))
    assert CYRILLIC.strip() in report(tmp_path / "a.html").text


@pytest.mark.parametrize("charset", ["hex", "rot13", "no-such-thing", "utf-16", "unicode_escape"])
def test_a_page_that_declares_nonsense_is_still_read(tmp_path: Path, charset: str) -> None:
    page = f'<html><head><meta charset="{charset}"></head><body><p>{PROSE} José</p></body></html>'
    (tmp_path / "a.html").write_bytes(page.encode("cp1252"))
    assert f"{PROSE} José" in report(tmp_path / "a.html").text


def test_null_bytes_are_refused_and_not_dropped(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(PROSE.encode() + b"\0" + MORE.encode())
    assert "null bytes" in unread(tmp_path / "a.txt").error
