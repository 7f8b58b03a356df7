"""Documents made to crash, hang or fill the memory of whoever reads them: each is refused with a clear line."""

from __future__ import annotations

import itertools
import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.domain.report import Report, Unread
from communique.domain.span import Span
from communique.ingest import Intake, take, take_text

from .samples import PROSE
from .taking import report, unread

# Far above what any of them takes on a busy machine, far below what the attack would take if it worked.
PATIENCE = 60.0


def test_a_file_of_200_mb_is_refused_before_it_is_read(tmp_path: Path) -> None:
    for name in ("a.txt", "a.html"):
        with (tmp_path / name).open("wb") as stream:
            stream.write(b"<html>" if name == "a.html" else b"The ")
            stream.truncate(200_000_000)
    for found in take([tmp_path]):
        assert isinstance(found, Unread)
        assert "has 200,000,000 bytes; at most" in found.error


HOSTILE = [
    ("deep.html", "<html><body>" + "<div>" * 100_000 + PROSE, "nests its tags more than 256 deep"),
    ("bold.html", "<html><body>" + "<b>" * 100_000 + PROSE, "nests its tags more than 256 deep"),
    ("attributes.html", "<html><p " + " ".join(f"a{n}=1" for n in range(60_000)) + ">x", "at most 500 are read"),
    ("hidden.html", "<html><p " + " ".join(f"a{n}='<'" for n in range(60_000)) + ">x", "at most 500 are read"),
    ("elements.html", "<html><body>" + "<p>a</p>" * 70_000, "elements; at most 60,000 are read"),
    ("line.txt", "The truce is holding. " * 250_000, "characters; at most 1,000,000 are read"),
    ("line.html", "<html><p>" + "The truce is holding. " * 250_000, "characters; at most 1,000,000 are read"),
    ("nested.jsonl", '{"text":"x","a":' * 200_000, "not JSON"),
    ("comments.html", "<html>" + "<!--" * 400_000, "without visible text"),
]


@pytest.mark.parametrize(("name", "content", "why"), HOSTILE, ids=[row[0] for row in HOSTILE])
def test_an_attack_is_refused_with_its_reason_in_bounded_time(
    tmp_path: Path, name: str, content: str, why: str
) -> None:
    (tmp_path / name).write_text(content)
    begun = time.monotonic()
    assert why in unread(tmp_path / name).error
    assert time.monotonic() - begun < PATIENCE


def test_entities_that_a_page_defines_are_not_expanded(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    page = f'<!DOCTYPE html [<!ENTITY e0 "boom">{levels}]><html><body><p>{PROSE} &e11;</p></body></html>'
    (tmp_path / "a.html").write_text(page)
    assert len(report(tmp_path / "a.html").text) < 2 * len(page)


LONG_RUNS = [
    "TAVRIN, ",
    "- ",
    "(",
    "A/",
    "“",
    "Source A and ",
    "12 March 2031 ",
    " Twitter",
    "a > ",
    "By Jana Doe, ",
    "1 ",
]


@pytest.mark.parametrize("run", LONG_RUNS)
def test_no_run_of_characters_makes_the_anatomy_slow(run: str) -> None:
    for text in (run * (300_000 // len(run)), (run * 12 + "\n") * (60_000 // len(run) // 12), PROSE + run * 20_000):
        begun = time.monotonic()
        take_text(text, id="r")
        assert time.monotonic() - begun < PATIENCE


def test_a_line_longer_than_allowed_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "long", "text": "' + "a" * 200_000 + '"}\n{"id": "next", "text": "Truce holds."}\n')
    long, after = take([path], options=Intake(max_bytes=100_000))
    assert isinstance(long, Unread)
    assert "line 1: the line has more than 100,000 bytes" in long.error
    assert isinstance(after, Report)
    assert after.id == "next"


def _spans(found: Report) -> list[Span]:
    anatomy = found.anatomy
    single = [anatomy.headline, anatomy.byline, anatomy.dateline.span if anatomy.dateline else None]
    return [*anatomy.body, *anatomy.subheads, *anatomy.furniture, *(span for span in single if span)]


def _sound(found: Report) -> None:
    spans = sorted(_spans(found))
    assert all(span.end <= len(found.text) for span in spans)
    assert all(one.end <= two.start for one, two in itertools.pairwise(spans)), "parts overlap"
    covered = "".join(span.of(found.text) for span in spans)
    assert "".join(covered.split()) == "".join(found.text.split()), "characters are in no part"


PIECES = [
    PROSE,
    "TAVRIN (Meridian) – ",
    "Tavrin, VNA –",
    "18 March 2031",
    "You might also like",
    "Get short URL 0 67",
    "By Jana Holt",
    "--Meridian",
    "Related News a | b",
    " Twitter",
    "\r\n",
    "\n\n",
    "\u2028",
    "\u00a0",
    "“",
    "é",
    "𝔸",
]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), min_size=1, max_size=14))
def test_the_parts_of_any_text_lie_inside_it_apart_from_each_other_and_lose_nothing(pieces: list[str]) -> None:
    text = "".join(pieces).replace("\0", "").encode("utf-8", "ignore").decode()
    if text.strip():
        _sound(take_text(text, id="r"))


TAGS = [
    "<p>",
    "</p>",
    "<div>",
    "<nav>",
    "</nav>",
    "<h1>",
    "<b>",
    "<br>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<a href='",
]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.one_of(st.sampled_from(TAGS), st.sampled_from(PIECES), st.text(max_size=6)), max_size=14))
def test_the_parts_of_any_page_lie_inside_it_apart_from_each_other_and_lose_nothing(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str]
) -> None:
    path = tmp_path_factory.mktemp("page") / "a.html"
    path.write_text("<html><body>" + "".join(pieces), encoding="utf-8", errors="ignore")
    for found in take([path]):
        if isinstance(found, Report):
            _sound(found)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(
    st.sampled_from([b"", b"\xff\xfe", b"\xef\xbb\xbf", b"<html>", b'{"text": "', b"\xfe\xff", b"<?xml ?>"]),
    st.binary(max_size=400),
    st.sampled_from([".txt", ".html", ".jsonl", ".json", ""]),
)
def test_no_bytes_raise(tmp_path_factory: pytest.TempPathFactory, start: bytes, rest: bytes, suffix: str) -> None:
    path = tmp_path_factory.mktemp("bytes") / f"a{suffix}"
    path.write_bytes(start + rest)
    for found in take([path]):
        assert isinstance(found, Unread) or (found.text and found.sha256)


def test_noise_gives_one_line_and_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.bin").write_bytes(random.Random(1).randbytes(200_000))
    assert "binary" in unread(tmp_path / "a.bin").error
