"""What a person is shown before judging: the right words marked, in enough of their paragraph."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.domain.reading import Findings, Reading
from communique.domain.report import Anatomy, Report
from communique.domain.span import Span
from communique.exports.passage import passage
from communique.record import Found
from communique.record.found import KINDS

from .readings import statement, voice, wire


def told(reading: Reading, kind: str, name: str) -> str:
    return "\n".join(line.plain for line in passage(Found("0" * 24, kind, name, reading), bare=True))


@pytest.mark.parametrize(
    ("reading", "kind", "name", "expected"),
    [
        (voice(), "statements", "s7", "{Tavrin} /denied/ [the report]. “No unit"),
        (
            voice(),
            "statements",
            "s3",
            "[“This was not a mistake,”] {spokeswoman Dara Velisk} /told Meridian/. [“The guns",
        ),
        (
            voice(),
            "violations",
            "v1",
            "[Government artillery struck the village of Velm in the Tessel valley overnight], k",
        ),
        (voice(), "violations", "v1", "{the Kesh Highlands Council} /said/ on Monday."),
        (voice(), "unsaid", "u1", "{It} /did not say/ [where the guns of the brigade had stood that night]."),
        (voice(), "actors", "a2", "spokeswoman [Dara Velisk] told Meridian."),
        (voice(), "actors", "a2", "every one of them,” [she] went on"),
        (voice(), "places", "p1", "the village of [Velm] in"),
        (voice(), "dates", "d2", "in the Tessel valley [overnight], killing"),
        (wire(), "instruments", "i1", "hope that [the memorandum signed on March 12] would"),
    ],
)
def test_the_words_of_a_finding_are_marked_with_who_says_them(
    reading: Reading, kind: str, name: str, expected: str
) -> None:
    assert expected in told(reading, kind, name)


@pytest.mark.parametrize("reading", [wire(), voice(), statement()], ids=["wire", "voice", "statement"])
def test_every_finding_with_a_place_in_the_text_is_shown_in_it(reading: Reading) -> None:
    for kind in KINDS:
        for one in getattr(reading.findings, kind):
            has_place = kind not in ("actors", "places") or any(
                one.id in (mention.actor, mention.place) for mention in reading.findings.mentions
            )
            assert ("[" in told(reading, kind, one.id)) == has_place, (kind, one.id)


def test_of_a_paragraph_without_end_only_the_part_around_the_words_is_shown() -> None:
    text = "far away " * 5000 + "Dara Velisk said the road is open" + " and so on" * 5000
    start = text.index("the road")
    (said,) = (one for one in voice().findings.statements if one.id == "s1")
    said = replace(said, content=(Span(start, start + 16),), cue=(), source_spans=())
    shown = told(
        Reading(Report("r", "r.txt", "0", text, Anatomy(body=(Span(0, len(text)),))), Findings(statements=(said,))),
        "statements",
        "s1",
    )
    assert "Dara Velisk said [the road is open] and so on" in shown
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert len(shown) < 1000
