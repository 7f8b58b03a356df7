"""Communiqué from Python and from the command line, as a user meets it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import communique
from communique.settings import load_settings

ROOT = Path(__file__).parent.parent
TEXT = 'TAVRIN, VNA - The truce is holding in all safe zones, Defence Minister Pavel Drenko said. "It holds," he added.'


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "communique", *arguments]
    return subprocess.run(command, cwd=ROOT, input=stdin, capture_output=True, check=False)


def test_a_text_is_read_into_typed_nouns() -> None:
    settings = load_settings(ROOT / "samples" / "settings.toml")
    settings = type(settings)(
        **{f: getattr(settings, f) for f in settings.__struct_fields__} | {"packs": (str(ROOT / "samples" / "pack"),)}
    )
    reading = communique.read(TEXT, settings=settings)
    first = reading.findings.statements[0]
    assert first.chain == ("VNA", "Pavel Drenko")
    assert first.content[0].of(reading.report.text) == "The truce is holding in all safe zones"
    assert [(c.status, c.said_in) for c in reading.findings.truce] == [("holding", "s1"), ("holding", "s2")]


def test_a_path_is_read_as_a_file_and_several_reports_are_refused(tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": TEXT}) for n in range(2)]
    (tmp_path / "two.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(communique.CommuniqueError, match="holds 2 reports"):
        communique.read(tmp_path / "two.jsonl")


def test_one_bad_file_stops_no_other_and_sets_the_status(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01\x02" * 400)
    (tmp_path / "c.txt").write_text("", encoding="utf-8")
    (tmp_path / "d.txt").write_text(TEXT.replace("holding", "over"), encoding="utf-8")
    done = run("read", "--format", "jsonl", str(tmp_path))
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 1
    assert [bool(line.get("error")) for line in lines] == [False, True, True, False]
    assert all(line["statements"] for line in lines if "error" not in line)
    assert b"b.txt" in done.stderr and b"c.txt" in done.stderr


def test_standard_input_is_read_and_spans_land_on_its_characters() -> None:
    done = run("read", "--settings", "samples/settings.toml", "--format", "jsonl", "-", stdin=TEXT.encode())
    (line,) = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert line["report"]["text"] == TEXT
    (start, end), *_ = line["statements"][0]["content"]["spans"]
    assert TEXT[start:end] == "The truce is holding in all safe zones"


def test_pages_go_to_a_folder_with_an_index(tmp_path: Path) -> None:
    done = run(
        "read", "--format", "html", "--out", str(tmp_path), "samples/reports/01-meridian-truce-mostly-holding.txt"
    )
    assert done.returncode == 0
    names = sorted(p.name for p in tmp_path.iterdir())
    assert "index.html" in names and len(names) == 2


MISTAKES = [
    (["read", "no-such-file.txt"], "no-such-file.txt"),
    (["read", "--out", "x", "samples/reports"], "--format html"),
    (["read", "--settings", "pyproject.toml", "samples/reports/01-meridian-truce-mostly-holding.txt"], "allowed keys"),
    (["show", "--record", "no-such-record.sqlite"], "no-such-record.sqlite"),
]


@pytest.mark.parametrize(("arguments", "said"), MISTAKES)
def test_a_mistake_is_answered_with_what_is_allowed(arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert done.returncode != 0
    assert said in (done.stderr + done.stdout).decode()
    assert b"Traceback" not in done.stderr
