"""What would break for somebody handed a page: a link to nowhere, a text changed, a report that takes the page over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest

from communique.domain.reading import Findings, Reading
from communique.domain.report import Anatomy, Dateline, Report, Unread
from communique.domain.span import Span
from communique.exports import html
from communique.exports.blocks import blocks
from communique.exports.edition.states import States
from communique.exports.visible import shown
from communique.record import Judgement, Verdict, Verdicts
from communique.record.identity import keyed

from .marker import HAND, Marker
from .readings import statement, voice, wire

READINGS = [wire, voice, statement]
_VOID = {"meta", "br"}


class Page(HTMLParser):
    """What a parser makes of a page: its elements, its anchors, its links, the text of the article."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.stack: list[tuple[str, dict[str, str]]] = []
        self.tags: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.attributes: set[str] = set()
        self.article = ""
        self.passages: dict[str, str] = {}
        self.feed(page)
        self.close()
        assert not self.stack, "every element that is opened is closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        assert not (tag == "a" and any(outer == "a" for outer, _ in self.stack)), "a link inside a link"
        self.tags[tag] += 1
        self.attributes |= set(found)
        if "id" in found:
            self.ids[found["id"]] += 1
        if "href" in found:
            self.links.append(found["href"])
        if tag not in _VOID:
            self.stack.append((tag, found))

    def handle_endtag(self, tag: str) -> None:
        assert self.stack and self.stack.pop()[0] == tag, f"</{tag}> closes what is not open"

    def handle_data(self, data: str) -> None:
        if any(tag == "article" for tag, _ in self.stack) and not any(
            "note" in found.get("class", "").split() for _, found in self.stack
        ):
            self.article += data
            for _, found in self.stack:
                for name in found.get("class", "").split():
                    self.passages[name] = self.passages.get(name, "") + data


@pytest.mark.parametrize("reading", READINGS)
def test_the_text_of_the_page_is_the_text_of_the_report(reading: Callable[[], Reading]) -> None:
    assert Page(html.page(reading())).article == reading().report.text


@pytest.mark.parametrize("reading", READINGS)
def test_every_link_leads_somewhere_and_every_anchor_is_one_place(reading: Callable[[], Reading]) -> None:
    page = Page(html.page(reading()))
    inside = [link[1:] for link in page.links if link.startswith("#")]
    assert set(inside) <= set(page.ids)
    assert max(page.ids.values()) == 1


@pytest.mark.parametrize("reading", READINGS)
def test_every_statement_has_a_card_and_a_passage_that_lead_to_each_other(reading: Callable[[], Reading]) -> None:
    page = Page(html.page(reading()))
    for number in range(1, len(reading().findings.statements) + 1):
        assert {f"t-s{number}", f"r-s{number}"} <= set(page.ids)
        assert f"#t-s{number}" in page.links and f"#r-s{number}" in page.links


def test_the_marked_words_are_the_words_of_the_record() -> None:
    passages = Page(html.page(wire())).passages
    assert passages["e1"] == "he received the envoy"
    assert passages["c1-severity"] == "trivial"
    assert passages["d2"] == "March 12"
    assert passages["i1-1"] == "the memorandum signed on March 12"
    assert passages["s9"] == "They do not oblige the monitors to acthe noted"
    assert passages["a1-1"] == "Foreign Minister"


def test_pieces_of_one_content_are_joined_by_its_number_and_paragraphs_take_it_up_again() -> None:
    assert re.findall(r'href="#r-s3" data-n="([^"]*)"', html.page(voice())) == ["3", "…3", "…3"]
    assert re.findall(r'href="#r-s3" data-n="([^"]*)"', html.page(statement())) == ["3", "…3"]


def test_a_content_cut_by_one_that_crosses_it_keeps_its_number_and_its_place_between_lines() -> None:
    text = "one two three four"
    mark = Marker(text)
    first = mark.says(1, (), (), ("one two three",), chain=("A",))
    second = mark.says(2, (), (), ("two three four",), chain=("B",))
    made = html.page(Reading(Report("r", "s", "00", text), Findings(statements=(first, second))))
    assert Page(made).article == text
    assert re.findall(r'data-n="([^"]*)"', made.split("<article")[1]) == ["1", "2"]
    assert Page(made).passages["s1"] == "one two three"
    assert Page(made).passages["s2"] == "two three four"


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (wire, "VNA › Varenian Foreign Ministry › Lena Okafor-Lindqvist"),
        (wire, "asserts “considered” · direct · within 2 · confidence 0.81 (content 0.95, speaker 0.84)"),
        (wire, "published 14 May 2031, as given source samples/vna-brunnhal.txt sha256 7d1f7d1f7d1f"),
        (wire, "Foreign Minister of Varenia “Foreign Minister”"),
        (wire, "(since 2030-09-01)"),
        (wire, "holding on the word of 8 VNA › Pavel Drenko"),
        (wire, "violations at least 2 breaches “handful”"),
        (wire, "severity minor “trivial” step none “do not oblige the monitors to act”"),
        (wire, "unknown in the text “March 12”"),
        (wire, "consult, visit happened who Pavel Drenko → Lena Okafor-Lindqvist where Tavrin when 13 May 2031"),
        (wire, "on the word of the report itself (VNA)"),
        (wire, "“the envoy” (again 2)"),
        (wire, "Brunnhal city · XS at 48.21° N 16.37° E"),
        (wire, "Read by machine: attribution@1 (10), by hand@1 (27). No person has reviewed this record."),
        (voice, "unnamed source · asserts “said” · indirect · confidence 0.73"),
        (voice, "accuses “told Meridian … she went on” · direct · told to Meridian"),
        (voice, "around the article: 4 pieces, kept here and not read"),
        (voice, "killed 3 “three people” injured at least 5 “at least five”"),
        (voice, "when 8–9 June 2031"),
        (
            voice,
            "or lays to nobody; no statement. “did not say” who “It” what “where the guns of the brigade had stood that night”",
        ),
        (statement, "published unknown"),
    ],
)
def test_a_reader_finds_each_value_and_on_whose_word(reading: Callable[[], Reading], expected: str) -> None:
    assert expected in words(html.page(reading()))


def words(page: str) -> str:
    """What a page says, on one line."""
    lines = re.sub(r"<style>.*?</style>", "", page, flags=re.S)
    lines = " ".join(re.sub(r"</?(?:p|h\d|d[tdl]|section|div|aside|summary)\b[^>]*>", " ", lines).split())
    return " ".join(re.sub(r"<[^>]*>", "", lines).split())


def judged(reading: Reading, *judgements: tuple[str, str, Verdict, str, str | None]) -> States:
    """The states of a reading of which people judged some findings, given by list and id."""
    keys = {(found.list, found.finding): found.key for found in keyed(reading)}
    at = datetime(2031, 6, 10, 8, 30, tzinfo=UTC)
    made = [Judgement(keys[kind, name], verdict, by, at, why) for kind, name, verdict, by, why in judgements]
    return States(keys, Verdicts(made))


MILA = ("statements", "s2", Verdict.ACCEPTED, "Mila", None)
JOREN = ("violations", "v1", Verdict.REJECTED, "Joren <b>", "the village is another Velm")
PLACE = ("places", "p1", Verdict.ACCEPTED, "Mila", None)


@pytest.mark.parametrize(
    "expected",
    [
        "The code in a finding is its key: communique judge accept KEY --by NAME.",
        "asserts “says” · indirect proposed {statements s1}",
        "accuses “said” · indirect · confidence 0.97 accepted by Mila {statements s2}",
        "fire/artillery artillery rejected by Joren &lt;b&gt;: the village is another Velm {violations v1} on the word of",
        "assault, artillery happened proposed {events e1} who",
        "“did not say” proposed {unsaid u1} who",
        "Velm village · XV accepted by Mila {places p1} at",
        "Sel Harad country unknown at",  # nobody is asked about every place, so that it says nothing
        "3 findings have been judged by Mila, Joren &lt;b&gt;; the others are proposals that no person has reviewed.",
    ],
)
def test_a_page_of_a_record_says_where_each_finding_stands_and_by_which_key_it_is_judged(expected: str) -> None:
    states = judged(voice(), MILA, JOREN, PLACE)
    keys = {f"{{{found.list} {found.finding}}}": found.key[:8] for found in keyed(voice())}
    wanted = re.sub(r"\{\w+ \w+\}", lambda found: keys[found[0]], expected)
    assert wanted in words(html.page(voice(), states))


def test_a_page_of_no_record_says_nothing_of_judgements() -> None:
    assert not {"proposed", "accepted", "rejected"} & set(words(html.page(voice())).split())


def test_a_judgement_taken_back_leaves_a_proposal() -> None:
    page = words(html.page(voice(), judged(voice(), ("statements", "s2", Verdict.PROPOSED, "Mila", "a slip"))))
    assert "accepted" not in page
    assert "No person has reviewed this record." in page


def test_what_was_not_said_leads_to_its_words_and_is_marked_as_nobodys_statement() -> None:
    page = Page(html.page(voice()))
    assert {"#t-u1", "#t-u1-who", "#t-u1-word"} <= set(page.links)
    assert page.passages["u1"] == "where the guns of the brigade had stood that night"
    assert page.passages["u1-word"] == "did not say"


def test_furniture_is_folded_away_and_nothing_else_is() -> None:
    folded = "".join(re.findall(r"(?s)<details.*?</details>", html.page(voice())))
    for words in ("Home | Front", "Ondava crossing shut", "Share 214"):
        assert words in folded
    assert "This was not a mistake" not in folded


HOSTILE = (
    "</style></title></p><script>alert(1)</script><img src=x onerror=alert(2)>\"'><!-- "
    "\u202eevil\u202c \x00\x1b &lt; ]]>"
)


def hostile() -> Reading:
    """A reading in which every string that can come from outside attacks the page."""
    text = f"{HOSTILE}\r\n{HOSTILE}"
    whole = (Span(0, len(text)),)
    base, other = wire().findings, voice().findings
    report = Report(
        HOSTILE,
        HOSTILE,
        HOSTILE,
        text,
        Anatomy(body=whole),
        outlet=HOSTILE,
        url=f"javascript:{HOSTILE}",
        language='en"><script>',
        title=HOSTILE,
        author=HOSTILE,
        skipped=HOSTILE,
    )
    spoken = replace(
        base.statements[0],
        id=HOSTILE,
        content=whole,
        cue=whole,
        source_spans=whole,
        chain=(HOSTILE, HOSTILE),
        stance=HOSTILE,
        told_to=HOSTILE,
        within=HOSTILE,
        made=replace(HAND, by=HOSTILE),
        confidences=((HOSTILE, 0.5),),
    )
    actor = replace(
        base.actors[1],
        name=HOSTILE,
        kind=HOSTILE,
        country=HOSTILE,
        roles=(replace(base.actors[1].roles[0], title=HOSTILE, span=whole[0], since=HOSTILE),),
    )
    violation = other.violations[0]
    count = replace(base.truce[0].violations, text=HOSTILE, span=whole[0], unit=HOSTILE)  # type: ignore[type-var]
    findings = Findings(
        mentions=(replace(base.mentions[1], span=whole[0]),),
        actors=(actor,),
        places=(replace(base.places[0], name=HOSTILE, country=HOSTILE, gazetteer=HOSTILE, kind=HOSTILE),),
        dates=(replace(base.dates[0], span=whole[0], text=HOSTILE, start=HOSTILE, precision=HOSTILE),),
        statements=(spoken,),
        events=(replace(base.events[0], span=whole[0], type=HOSTILE, mode=HOSTILE, reality=HOSTILE),),
        instruments=(replace(base.instruments[0], name=HOSTILE, kind=HOSTILE, spans=whole),),
        processes=(replace(base.processes[0], name=HOSTILE, spans=whole),),
        truce=(
            replace(
                base.truce[0],
                span=whole[0],
                status=HOSTILE,
                scope_text=HOSTILE,
                scope_span=None,
                zones=(HOSTILE,),
                violations=count,
                severity=HOSTILE,
                severity_span=None,
                step=replace(base.truce[0].step, rung=HOSTILE, span=whole[0]),  # type: ignore[type-var]
                said_in=HOSTILE,
            ),
        ),
        violations=(
            replace(
                violation, span=whole[0], type=HOSTILE, weapon=HOSTILE, killed=count, injured=None, said_in=HOSTILE
            ),
        ),
    )
    return Reading(report, findings)


def test_no_string_of_a_report_becomes_markup() -> None:
    reading = hostile()
    made = html.page(reading)
    page = Page(made)
    assert page.article == shown(reading.report.text)
    assert not {"script", "img"} & set(page.tags)
    assert page.tags["style"] == page.tags["title"] == 1
    assert not {name for name in page.attributes if name.startswith("on")}
    assert not [link for link in page.links if not link.startswith("#")]
    assert not set(made) & {"\u202e", "\u202c", "\x00", "\x1b"}


def test_a_list_of_hostile_reports_is_a_list() -> None:
    page = Page(html.index([hostile(), Unread(HOSTILE, HOSTILE, HOSTILE)]))
    assert not {"script", "img"} & set(page.tags)
    assert page.tags["li"] == 2


@pytest.mark.parametrize(
    ("url", "followed"),
    [
        ("https://voice.example/a?b=1&c=2", True),
        ("HTTP://voice.example/", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        (" https://voice.example", False),
        ("file:///etc/passwd", False),
    ],
)
def test_only_addresses_of_the_web_can_be_followed(url: str, followed: bool) -> None:
    reading = voice()
    page = Page(html.page(replace(reading, report=replace(reading.report, url=url))))
    assert (url in page.links) is followed


def test_a_page_names_nothing_to_load_and_forbids_the_rest() -> None:
    for made in (html.page(wire()), html.index([wire()])):
        assert "default-src 'none'; style-src 'unsafe-inline'" in made
        assert not re.search(r"\bsrc=|url\(|@import|<link\b|<script\b|<iframe\b", made)


@pytest.mark.parametrize(
    "text", ["", " \n\r\n ", "x", "word " * 5, "\u202e" * 9, "a\n" * 50, "&amp;<b>\n\n\u2028\x0b", "a\n\xa0\n\x0cb"]
)
def test_any_text_comes_out_whole(text: str) -> None:
    assert Page(html.page(Reading(Report("r", "s", "00", text)))).article == shown(text)


def test_anatomy_that_overlaps_or_leaves_gaps_loses_no_word() -> None:
    text = "Head line\nPara one by A. Tarn\n menu \nleft over"
    anatomy = Anatomy(
        body=(Span(5, 30), Span(10, 40)), headline=Span(0, 12), byline=Span(19, 29), furniture=(Span(29, 36),)
    )
    assert Page(html.page(Reading(Report("r", "s", "00", text, anatomy)))).article == text


def test_a_dateline_before_the_body_opens_its_first_paragraph() -> None:
    text = "Head\n\nMORRAD, ANA – The guns fell silent.\nMore.\n"
    anatomy = Anatomy(
        body=(Span(20, 41), Span(42, 47)), headline=Span(0, 4), dateline=Dateline(Span(6, 17), "Morrad", "ANA")
    )
    found = blocks(Report("r", "s", "00", text, anatomy))
    assert [(block.kind, block.span.of(text)) for block in found if block.kind != "gap"] == [
        ("headline", "Head"),
        ("paragraph", "MORRAD, ANA – The guns fell silent."),
        ("paragraph", "More."),
    ]


def test_a_finding_outside_the_text_is_refused() -> None:
    reading = wire()
    with pytest.raises(ValueError, match="but the text has 10 characters"):
        html.page(replace(reading, report=replace(reading.report, text="Much too s", anatomy=Anatomy())))


def test_a_megabyte_of_text_makes_a_page_not_much_larger() -> None:
    text = "The truce held in Karsk. " * 40_000
    made = html.page(Reading(Report("r", "s", "00", text, Anatomy(body=(Span(0, len(text)),)))))
    assert len(text) < len(made) < 1.1 * len(text) + 50_000


def test_statements_that_claim_to_be_within_each_other_are_all_shown_once() -> None:
    reading = voice()
    first, second, *rest = reading.findings.statements
    tangled = (replace(first, within="s2"), replace(second, within="s1"), *rest)
    page = Page(html.page(replace(reading, findings=replace(reading.findings, statements=tangled))))
    assert page.ids["r-s1"] == page.ids["r-s2"] == 1


def test_a_list_counts_what_each_report_holds_and_leads_to_its_page() -> None:
    unread = Unread("u", "samples/scan.pdf", "it holds no text")
    made = html.index([wire(), voice(), unread])
    page = Page(made)
    assert [unquote(link) for link in page.links] == [html.page_name(wire()), html.page_name(voice())]
    assert "3 reports, 18 statements" in made
    assert "10 statements, 4 speakers, 1 instrument, 1 truce claim, 2 events" in made
    assert "could not be read: it holds no text" in made


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("wire", "wire-7d1f7d1f.html"),
        ("../../etc/passwd", "etc-passwd-7d1f7d1f.html"),
        ("a b/ü?", "a-b-7d1f7d1f.html"),
        ("///", "report-7d1f7d1f.html"),
        ("x" * 300, f"{'x' * 80}-7d1f7d1f.html"),
    ],
)
def test_a_page_is_named_so_that_it_stays_in_its_folder(name: str, expected: str) -> None:
    reading = wire()
    assert html.page_name(replace(reading, report=replace(reading.report, id=name))) == expected
