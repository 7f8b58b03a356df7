"""What would break for a reader in the terminal: marks told apart by nothing, text that takes the terminal over."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from communique.domain.reading import Reading
from communique.domain.report import Anatomy, Report, Unread
from communique.domain.span import Span
from communique.exports.terminal import show

from .readings import statement, voice, wire

# What comes out must not depend on the terminal that the tests run in.
QUIET = {"TERM": "xterm-256color"}


def shown(item: Reading | Unread, *, width: int = 200, tty: bool = False, no_color: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=tty,
        no_color=no_color,
        color_system="standard" if tty else None,
        _environ=QUIET,
    )
    show(item, console=console)
    return out.getvalue()


def unwrapped(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (
            wire(),
            "{The Varenian Foreign Ministry} /said in a readout/ [²that {the envoy} “/welcomed/ [³the calm in the",
        ),
        (wire(), "[³the calm in the safe zones]³ and /considered/ [⁴that the Qasrin process"),
        (wire(), "[⁸“The truce is holding in all four safe zones,”] {Defence Minister Pavel Drenko} /said/ after"),
        (wire(), "[…⁸“and the handful of breaches we have logged are trivial.”] [⁹They do not oblige"),
        (
            voice(),
            "[⁵{a Highland Guard commander} /announce over the radio/ [⁶that his men would answer in kind]⁶]⁵]⁴.",
        ),
        (statement(), "lengthens it.] […³“I ask the Council"),
    ],
)
def test_without_colour_source_cue_and_content_are_told_apart(reading: Reading, expected: str) -> None:
    assert expected in unwrapped(shown(reading))


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (wire(), "4 VNA › Varenian Foreign Ministry › Lena Okafor-Lindqvist"),
        (wire(), "asserts “considered” · direct · within 2 · confidence 0.81 (content 0.95, speaker 0.84)"),
        (wire(), "holding · on the word of VNA › Pavel Drenko (statement 8)"),
        (wire(), "scope: all four safe zones · violations: at least 2 breaches “handful” · severity: minor"),
        (wire(), "step: none “do not oblige the monitors to act” · under Brunnhal Memorandum on safe zones"),
        (wire(), "consult, visit · happened · on the report's own word (VNA)"),
        (wire(), "Brunnhal · XS · 48.21° N 16.37° E"),
        (wire(), "Tavrin · coordinates unknown"),
        (wire(), "“March 12” · unknown"),
        (wire(), "Brunnhal talks · round 3"),
        (voice(), "accuses “told Meridian … she went on” · direct · told to Meridian"),
        (voice(), "4 Highland Voice › “A resident of Velm, who asked not to be named” unnamed source · asserts"),
        (voice(), "fire/artillery · on the word of Highland Voice › Kesh Highlands Council (statement 2)"),
        (voice(), "at Velm · 8–9 June 2031 · killed: 3 “three people” · injured: at least 5 “at least five”"),
        (voice(), "(around the article: 2 pieces, not read) [¹Three die"),
        (statement(), "published unknown samples/un-statement.txt"),
    ],
)
def test_the_record_says_each_value_and_on_whose_word(reading: Reading, expected: str) -> None:
    assert expected in unwrapped(shown(reading))


def test_furniture_is_counted_and_not_printed_among_the_text() -> None:
    assert "Ondava crossing shut" not in shown(voice())


def test_a_terminal_gets_styles_and_a_pipe_gets_none() -> None:
    assert "\x1b[" in shown(wire(), tty=True)
    assert "{The Varenian Foreign Ministry}" not in unwrapped(shown(wire(), tty=True))
    assert "\x1b[" not in shown(wire())


def test_no_color_keeps_signs_and_sends_no_colour() -> None:
    out = shown(wire(), tty=True, no_color=True)
    assert "\x1b[36" not in out and "\x1b[1;36" not in out and "\x1b[32" not in out
    assert "{" in out


@pytest.mark.parametrize("width", [30, 60, 200])
def test_no_line_is_wider_than_the_window(width: int) -> None:
    for reading in (wire(), voice(), statement()):
        assert max(len(line.rstrip()) for line in shown(reading, width=width).splitlines()) <= width


def test_a_file_gets_no_padding_and_a_wrapped_chain_stays_under_its_beginning() -> None:
    lines = shown(wire(), width=48).splitlines()
    assert [line for line in lines if line != line.rstrip()] == []
    first = next(n for n, line in enumerate(lines) if line.lstrip().startswith("3 VNA › Varenian Foreign Ministry ›"))
    begins = lines[first].index("VNA")
    assert lines[first + 1][:begins].isspace() and not lines[first + 1][begins].isspace()


def test_escape_sequences_and_bidirectional_orders_of_a_report_do_not_reach_the_terminal() -> None:
    hostile = "\x1b]0;owned\x07 The truce \u202eholds\u202c \x1b[2J\x9b31m[red]markup[/red]\r\nend"
    reading = wire()
    report = Report("x\x1b", hostile, "\x1b[1m", hostile, Anatomy(), outlet=hostile, title=hostile)
    found = replace(
        reading.findings.statements[0],
        content=(Span(0, len(hostile)),),
        cue=(),
        source_spans=(),
        source_actors=(),
        chain=(hostile,),
        stance=hostile,
        told_to=hostile,
    )
    actor = replace(reading.findings.actors[4], name=hostile)
    findings = replace(Reading(report).findings, statements=(found,), actors=(actor,))
    for item in (Reading(report, findings), Reading(replace(report, skipped=hostile)), Unread("x", hostile, hostile)):
        out = shown(item)
        assert not set(out) & {"\x1b", "\x07", "\x9b", "\u202e", "\u202c", "\r"}
        assert "[red]markup[/red]" in unwrapped(out)


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (Unread("u", "a.pdf", "it holds\nno text"), "a.pdf: could not be read: it holds no text"),
        (
            Reading(Report("r", "b.txt", "00", "bonjour", skipped="French: only English")),
            "b.txt: skipped: French: only English",
        ),
    ],
)
def test_what_was_not_read_is_one_line(item: Reading | Unread, expected: str) -> None:
    assert shown(item) == expected + "\n"


def test_a_very_long_report_says_how_much_is_left_out() -> None:
    out = shown(Reading(Report("r", "b.txt", "00", "word " * 200_000)))
    assert "(940,000 more characters: a page shows them all)" in out
    assert len(out) < 70_000
