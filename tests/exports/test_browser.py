"""What would break for somebody who opens a page in a real browser: Chromium, without a network and without scripts."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from communique.domain.reading import Reading
from communique.domain.report import Anatomy
from communique.domain.span import Span
from communique.exports import html
from communique.exports.visible import shown
from communique.record import Verdict

from .chromium import Browser
from .readings import statement, voice, wire
from .test_html import JOREN, MILA, hostile, judged

READINGS = [wire, voice, statement]
_TEXT = """(() => {
  const copy = document.querySelector("article").cloneNode(true);
  copy.querySelectorAll(".note").forEach(note => note.remove());
  return copy.textContent;
})()"""
_COLOUR = "getComputedStyle(document.querySelector({0})).{1}"


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Callable[..., Browser]:
    def open_(made: str, *, width: int = 1400, height: int = 900, dark: bool = False) -> Browser:
        path = tmp_path / "page.html"
        path.write_text(made, "utf-8")
        browser.open(path, width=width, height=height, dark=dark)
        return browser

    return open_


def seen(browser: Browser, selector: str, style: str) -> str:
    """A computed style of the first element that the selector finds."""
    value = browser.ask(_COLOUR.format(json.dumps(selector), style))
    assert isinstance(value, str)
    return value


@pytest.mark.parametrize("reading", [*READINGS, hostile])
def test_the_article_holds_the_reports_characters_and_no_others(
    reading: Callable[[], Reading], opened: Callable[..., Browser]
) -> None:
    assert opened(html.page(reading())).ask(_TEXT) == shown(reading().report.text)


@pytest.mark.parametrize("reading", [*READINGS, hostile])
def test_nothing_is_loaded_and_nothing_runs(reading: Callable[[], Reading], opened: Callable[..., Browser]) -> None:
    for made in (html.page(reading()), html.index([reading()])):
        page = opened(made)
        assert [url.rsplit("/", 1)[-1] for url in page.requests] == ["page.html"]
        assert page.complaints == []
        assert page.ask("document.scripts.length") == 0


def test_what_a_report_might_smuggle_in_would_still_not_be_loaded(opened: Callable[..., Browser]) -> None:
    smuggled = '<img src="https://voice.example/x.png"><script>document.title = "run"</script>'
    page = opened(html.page(wire()).replace("<main>", f"<main>{smuggled}"))
    assert page.ask("document.title") != "run"
    assert any("Content Security Policy" in complaint for complaint in page.complaints)


@pytest.mark.parametrize("reading", READINGS)
def test_no_width_makes_a_reader_scroll_sideways(
    reading: Callable[[], Reading], opened: Callable[..., Browser]
) -> None:
    states = judged(voice(), MILA, ("violations", "v1", Verdict.REJECTED, "J" * 90, "no space " + "x" * 400))
    for made in (html.page(reading()), html.index([reading()]), html.page(voice(), states)):
        page = opened(made)
        for width in (320, 420, 900, 1400):
            page.resize(width)
            assert page.ask("document.documentElement.scrollWidth") <= width


def test_one_word_of_a_thousand_letters_stays_in_its_column(opened: Callable[..., Browser]) -> None:
    reading = wire()
    text = "x" * 1000
    report = replace(reading.report, text=text, anatomy=Anatomy(body=(Span(0, 1000),)), outlet=text, source=text)
    page = opened(html.page(Reading(report)), width=420)
    assert page.ask("document.documentElement.scrollWidth") <= 420


@pytest.mark.parametrize(("reading", "numbers"), [(wire, (1, 4)), (voice, (6, 8)), (statement, (3,))])
def test_a_card_leads_to_its_passage_and_back(
    reading: Callable[[], Reading], numbers: tuple[int, ...], opened: Callable[..., Browser]
) -> None:
    page = opened(html.page(reading()))
    for number in numbers:
        page.click(f"#r-s{number} > .number")
        assert page.ask("location.hash") == f"#t-s{number}"
        assert page.ask(f"document.querySelector(':target').matches('article .s{number}')")
        top = page.ask("document.querySelector(':target').getBoundingClientRect().top")
        assert 0 <= top <= 900, "the passage is in the window"
        page.click(f"a.ref[href='#r-s{number}']")
        assert page.ask("location.hash") == f"#r-s{number}"


def test_going_to_one_piece_of_a_statement_lights_up_all_of_it_and_its_card(opened: Callable[..., Browser]) -> None:
    page = opened(html.page(voice()))
    lit = "[...document.querySelectorAll('span.s3, #r-s3')].map(one => getComputedStyle(one).backgroundColor)"
    before = page.ask(lit)
    page.click("#r-s3 > .number")
    after = page.ask(lit)
    assert len(after) == 7, "three pieces of content, one source, two cues, one card"
    assert len(set(after)) == 1
    assert not set(after) & set(before)


def test_an_entry_of_the_record_leads_to_its_words(opened: Callable[..., Browser]) -> None:
    page = opened(html.page(wire()))
    for link, words in {
        "#r-d2 .words": "March 12",
        "#r-c1 a[href='#t-c1-severity']": "trivial",
        "#r-e1 .words": "he received the envoy",
        "#r-a2 .again a": "the envoy",
    }.items():
        page.click(link)
        assert page.ask("document.querySelector(':target').textContent") == words


def test_a_card_stands_beside_its_passage_on_a_wide_screen_and_below_it_on_a_narrow_one(
    opened: Callable[..., Browser],
) -> None:
    box = "document.querySelector('{0}').getBoundingClientRect()"
    card, passage = box.format("#r-s8"), "document.querySelector('#t-s8').closest('p').getBoundingClientRect()"
    page = opened(html.page(wire()))
    assert page.ask(f"{card}.left >= {passage}.right")
    assert page.ask(f"Math.abs({card}.top - {passage}.top) < 30")
    page.resize(420)
    assert page.ask(f"{card}.top >= {passage}.bottom")


def test_a_no_break_space_between_paragraphs_is_not_a_line(opened: Callable[..., Browser]) -> None:
    text = "The guns fell silent.\n\n\xa0They spoke again."
    body = (Span(0, 21), Span(24, len(text)))
    spaced = Reading(replace(wire().report, text=text, anatomy=Anatomy(body=body)))
    close = Reading(replace(spaced.report, text=text.replace("\xa0", "\n")))
    height = "document.querySelector('article').getBoundingClientRect().height"
    assert opened(html.page(spaced)).ask(height) == opened(html.page(close)).ask(height)


def test_source_cue_and_content_differ_without_colour(opened: Callable[..., Browser]) -> None:
    page = opened(html.page(wire()))
    assert int(seen(page, "article .source", "fontWeight")) >= 600
    assert seen(page, "article .cue", "fontStyle") == "italic"
    assert seen(page, "article .content", "borderBottomStyle") == "solid"
    assert seen(page, "article .content .content", "borderBottomStyle") == "dashed"


@pytest.mark.parametrize("dark", [False, True])
def test_every_ink_can_be_read_on_its_paper(dark: bool, opened: Callable[..., Browser]) -> None:
    inks = ("body", "article .source", "article .cue", ".how", ".sure", ".byline", ".words", ".number")
    page = opened(html.page(wire()), dark=dark)
    paper = seen(page, "body", "backgroundColor")
    for selector in inks:
        assert contrast(seen(page, selector, "color"), paper) >= 4.5, selector
    page = opened(html.page(voice(), judged(voice(), MILA, JOREN)), dark=dark)
    for selector in (".accepted .state span", ".rejected .state span", ".proposed .state", ".state code", ".about"):
        assert contrast(seen(page, selector, "color"), paper) >= 4.5, selector


def test_what_was_rejected_shows_as_such_without_colour(opened: Callable[..., Browser]) -> None:
    page = opened(html.page(voice(), judged(voice(), MILA, JOREN)))
    assert seen(page, "#r-v1 h3", "textDecorationLine") == "line-through"
    assert seen(page, "#r-s2 .chain", "textDecorationLine") == "none"


def contrast(ink: str, paper: str) -> float:
    """The ratio of luminances as WCAG 2 defines it, of two computed `rgb(…)` colours."""

    def luminance(colour: str) -> float:
        parts = [int(part) / 255 for part in colour.strip("rgb()").split(",")]
        red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dim = sorted((luminance(ink), luminance(paper)), reverse=True)
    return (light + 0.05) / (dim + 0.05)


def test_furniture_is_closed_until_it_is_opened(opened: Callable[..., Browser]) -> None:
    page = opened(html.page(voice()))
    visible = "document.querySelector('details .row').checkVisibility()"
    assert page.ask(visible) is False
    page.click("details summary")
    assert page.ask(visible) is True


def test_a_page_prints_on_a4(opened: Callable[..., Browser], tmp_path: Path) -> None:
    page = opened(html.page(wire()))
    page.print(tmp_path / "page.pdf")
    printed = (tmp_path / "page.pdf").read_bytes()
    assert printed.startswith(b"%PDF")
    assert b"/MediaBox [0 0 594.9" in printed or b"/MediaBox [0 0 595" in printed


def test_a_megabyte_in_one_paragraph_opens(opened: Callable[..., Browser]) -> None:
    reading = wire()
    text = "The truce held in Karsk. " * 40_000
    report = replace(reading.report, text=text, anatomy=Anatomy(body=(Span(0, len(text)),)))
    assert opened(html.page(Reading(report))).ask(_TEXT) == text
