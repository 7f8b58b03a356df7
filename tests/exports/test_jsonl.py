from __future__ import annotations

import dataclasses
import json
from datetime import date
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.domain.actor import Actor, Mention, Role
from communique.domain.agreement import Instrument, Process
from communique.domain.attribution import Statement, Unsaid
from communique.domain.event import Event
from communique.domain.provenance import Provenance
from communique.domain.reading import Findings, Reading
from communique.domain.report import Anatomy, Dateline, Published, Report, Unread
from communique.domain.span import Span
from communique.domain.truce import Count, Part, Step, TruceClaim, ViolationClaim
from communique.domain.when import DateMention
from communique.domain.where import Place
from communique.errors import RecordError
from communique.exports.jsonl import as_line, from_line

FIELDS = ("source", "cue", "content", "speaker", "link")

sure = st.floats(0, 1)
drawn_as: dict[object, st.SearchStrategy[Any]] = {
    float: st.floats(allow_nan=False, allow_infinity=False),
    Span: st.builds(lambda start, length: Span(start, start + length), st.integers(0, 9999), st.integers(1, 999)),
    Provenance: st.builds(Provenance, st.text(), st.none() | sure),
    tuple[tuple[str, float], ...]: st.dictionaries(st.sampled_from(FIELDS), sure).map(lambda d: tuple(d.items())),
}


def drawn(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a noun's type: every field is drawn, those with a default too, and a new one without a word here."""
    if kind in drawn_as:
        return drawn_as[kind]
    if get_origin(kind) is tuple:
        return st.lists(drawn(get_args(kind)[0]), max_size=2).map(tuple)
    if get_origin(kind) in (Union, UnionType):
        return st.one_of(*map(drawn, get_args(kind)))
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{field.name: drawn(hints[field.name]) for field in dataclasses.fields(kind)})
    return st.from_type(kind)


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(Findings)])
@settings(max_examples=20, deadline=None, derandomize=True)
@given(data=st.data())
def test_findings_survive_their_line_whole(name: str, data: st.DataObject) -> None:
    found = Findings(**{name: data.draw(drawn(get_type_hints(Findings)[name]))})
    line = as_line(Reading(WHOLE.report, found))
    assert "\n" not in line
    assert from_line(line) == Reading(WHOLE.report, found)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(drawn(Report))
def test_a_report_survives_its_line_whole(report: Report) -> None:
    assert from_line(as_line(Reading(report))) == Reading(report)


@settings(max_examples=30, deadline=None, derandomize=True)
@given(drawn(Unread))
def test_a_failure_survives_its_line_whole(unread: Unread) -> None:
    assert from_line(as_line(unread)) == unread


TEXT = "Tavrin, VNA – Irena Sollos said the truce holds in Lower Morrad.\n"
MADE = Provenance("stage@1", 0.5)
WHOLE = Reading(
    Report(
        id="a",
        source="wire/a.txt",
        sha256="ff",
        text=TEXT,
        anatomy=Anatomy(body=(Span(0, 64),), dateline=Dateline(Span(0, 13), "Tavrin", "VNA")),
        outlet="VNA",
        published=Published(date(2031, 3, 14), "day", "given"),
    ),
    Findings(
        mentions=(Mention("m1", Span(14, 26), "person", MADE, actor="a1"),),
        actors=(Actor("a1", "Irena Sollos", "person", MADE, (Role("Foreign Minister", Span(0, 6), "a2"),)),),
        places=(Place("p1", "Tavrin", MADE),),
        dates=(DateMention("d1", Span(0, 6), "14 March", "unknown", MADE),),
        statements=(
            Statement(
                id="s1",
                content=(Span(32, 63),),
                cue=(Span(27, 31),),
                source_spans=(Span(14, 26),),
                source_actors=("a1",),
                mode="indirect",
                stance="asserts",
                chain=("VNA", "Irena Sollos"),
                made=MADE,
                confidences=(("cue", 0.9),),
            ),
        ),
        events=(Event("e1", "CONSULT", Span(0, 6), "happened", Provenance("stage@1")),),
        instruments=(Instrument("i1", "agreement", "Qasrin Protocol", (Span(0, 6),), MADE),),
        processes=(Process("t1", "Qasrin process", (Span(0, 6),), MADE, round=4),),
        truce=(
            TruceClaim(
                "c1",
                Span(32, 63),
                "holding",
                MADE,
                violations=Count("several", Span(0, 6), 2),
                step=Step("none", "no step", Span(0, 6), "ruled out", ("a1",)),
                breakdown=(Part("Lower Morrad", Span(0, 6), Count("two", Span(0, 6), 2, 2, "violation")),),
                parties=("a1",),
                period="d1",
            ),
        ),
        violations=(ViolationClaim("v1", Span(0, 6), "fire", MADE, killed=Count("three", Span(0, 6), 3, 3)),),
        unsaid=(Unsaid("u1", (Span(32, 63),), (Span(27, 31),), (), MADE),),
    ),
)

# The contract's keys, in the order in which it prints them; what stands behind the bar was added to them.
CONTRACT = {
    "report": "id source sha256 outlet url language published headline dateline byline body subheads furniture"
    " | title author | text",
    "mentions": "id span kind actor place | reason",
    "actors": "id name kind roles country known | members",
    "places": "id name | kind | country lat lon gazetteer",
    "dates": "id span from to precision text",
    "statements": "id source cue content mode stance anonymous told_to within chain",
    "events": "id type mode span initiators targets place date | killed injured about process instrument | reality said_in",
    "instruments": "id kind name date spans known",
    "processes": "id name round spans known",
    "truce": "id span status | polarity | scope instrument | rule | violations | breakdown period period_text cumulative"
    " parties | severity severity_span step said_in",
    "violations": "id span type | polarity | weapon | count | date place | zone | alleged_party | either | victims"
    " killed injured | severity severity_span rule step | said_in",
    "unsaid": "| id source cue content",
}


def test_every_line_holds_every_list_and_every_key_of_the_contract_in_its_order() -> None:
    line = json.loads(as_line(WHOLE))
    assert list(line) == ["format", *CONTRACT]
    for name, keys in CONTRACT.items():
        expected = keys.replace("|", "").split()
        if name != "report":
            expected += ["by", *(["confidence"] if name != "events" else [])]
        assert list(line[name] if name == "report" else line[name][0]) == expected, name
    empty = json.loads(as_line(Reading(WHOLE.report)))
    assert [empty[name] for name in CONTRACT if name != "report"] == [[]] * 11


def test_values_have_the_shapes_of_the_contract() -> None:
    line = json.loads(as_line(WHOLE))
    assert line["format"] == "communique/1"
    assert line["report"]["published"] == {"value": "2031-03-14", "precision": "day", "basis": "given"}
    assert line["report"]["dateline"] == {"span": [0, 13], "place": "Tavrin", "agency": "VNA"}
    assert line["report"]["body"] == [[0, 64]]
    assert line["actors"][0]["roles"] == [
        {"title": "Foreign Minister", "of": "a2", "span": [0, 6], "since": None, "until": None}
    ]
    statement = line["statements"][0]
    assert statement["source"] == {"spans": [[14, 26]], "actors": ["a1"]}
    assert statement["cue"] == {"spans": [[27, 31]]}
    assert statement["content"] == {"spans": [[32, 63]]}
    assert statement["confidence"] == {"cue": 0.9, "overall": 0.5}
    assert (statement["anonymous"], statement["within"], statement["chain"]) == (False, None, ["VNA", "Irena Sollos"])
    assert line["mentions"][0]["confidence"] == 0.5
    claim = line["truce"][0]
    assert claim["scope"] == {"text": None, "span": None, "zones": []}
    assert claim["violations"] == {"count_text": "several", "low": 2, "high": None, "unit": None, "span": [0, 6]}
    assert claim["step"] == {"rung": "none", "text": "no step", "span": [0, 6], "fact": "ruled out", "of": ["a1"]}
    assert claim["breakdown"] == [
        {
            "place": "Lower Morrad",
            "span": [0, 6],
            "count": {"low": 2, "high": 2, "text": "two", "unit": "violation", "span": [0, 6]},
        }
    ]
    assert line["violations"][0]["killed"] == {"low": 3, "high": 3, "text": "three", "unit": None, "span": [0, 6]}
    assert line["report"]["text"] == TEXT


def test_a_line_written_before_claims_had_a_polarity_is_still_read() -> None:
    line = json.loads(as_line(WHOLE))
    for claim in (line["truce"][0], line["violations"][0]):
        for key in ("polarity", "breakdown", "parties", "either", "rule"):
            claim.pop(key, None)
    line["truce"][0]["step"] = {"rung": "none", "text": "no step", "span": [0, 6]}
    found = from_line(json.dumps(line))
    assert isinstance(found, Reading)
    (claim,) = found.findings.truce
    assert (claim.polarity, claim.parties, claim.step and claim.step.fact) == ("asserted", (), "called for")


def test_a_reason_stands_in_the_line_only_where_there_is_one() -> None:
    assert "skipped" not in json.loads(as_line(WHOLE))
    skipped = dataclasses.replace(WHOLE.report, skipped="not in English")
    assert json.loads(as_line(Reading(skipped)))["skipped"] == "not in English"
    assert json.loads(as_line(Unread("b", "wire/b.pdf", "the file is empty"))) == {
        "format": "communique/1",
        "report": {"id": "b", "source": "wire/b.pdf", "sha256": None},
        "error": "the file is empty",
    }


@pytest.mark.parametrize(
    "text", ["a\u2028b", "a\x85b", "a\u2029b", "half \ud83d", "nul \0 bell \x07", "“Ōkafor” 🕊 \U0010ffff", '\r\n\t"\\']
)
def test_no_character_of_a_report_breaks_its_line(text: str) -> None:
    reading = Reading(dataclasses.replace(WHOLE.report, text=text))
    line = as_line(reading)
    assert len(line.splitlines()) == 1
    line.encode()
    assert from_line(line) == reading


def test_a_count_that_no_machine_word_holds_survives() -> None:
    claim = dataclasses.replace(WHOLE.findings.violations[0], killed=Count("many", Span(0, 6), 10**30, 10**30))
    reading = Reading(WHOLE.report, Findings(violations=(claim,)))
    assert from_line(as_line(reading)) == reading


GOOD = as_line(WHOLE)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("", "no line of the format"),
        ("[]", "no line of the format"),
        ("{}", "its format is ''"),
        (GOOD.replace("communique/1", "communique/2"), "its format is 'communique/2'"),
        (GOOD[:-40], "no line of the format"),
        (GOOD.replace('"span":[14,26]', '"span":[26,14]'), r"0 <= start < end"),
        (GOOD.replace('"span":[14,26]', '"span":"here"'), "Expected"),
        (GOOD.replace('"mentions"', '"mentioned"'), "missing required field `mentions`"),
        ("[" * 100_000, "no line of the format"),
    ],
    ids=["empty", "list", "object", "other format", "cut off", "backward span", "no span", "list missing", "nested"],
)
def test_any_other_line_is_refused_with_the_reason(line: str, reason: str) -> None:
    with pytest.raises(RecordError, match=reason):
        from_line(line)
