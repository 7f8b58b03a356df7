"""What reports say of a truce: sentences and what must be read from them."""

from __future__ import annotations

import pytest

from .truce_reading import parsed, said, truce_in

STATUS = [
    ("The truce is holding in all four safe zones.", "holding"),
    ("The ceasefire in Lower Morrad held this week.", "holding"),
    ("The truce was mostly holding on Saturday despite several breaches overnight.", "mostly holding"),
    ("The ceasefire appeared largely to be holding across northern Varenia.", "mostly holding"),
    ("The truce in the Tessel valley remains fragile.", "strained"),
    ("The ceasefire has come under serious strain.", "strained"),
    ("The Highlands Council rejects the ceasefire deal.", "strained"),
    ("A third raid would end the truce in the valley.", "strained"),
    ("The truce has been breached almost daily since.", "broken"),
    ("There are continued violations of the ceasefire in Northern Karsk.", "broken"),
    ("The army has violated the truce for the third time in a week.", "broken"),
    ("The Brunnhal Memorandum was signed in March. The agreement is regularly violated.", "broken"),
    ("Shells fell on the old town of Karsk on Sunday despite a truce in place there.", "broken"),
    ("The truce collapsed within hours.", "ended"),
    ("The ceasefire expired on Sunday.", "ended"),
    ("The ceasefire has not come into force.", "not in force"),
    ("A cessation of hostilities came into effect at midnight.", "announced"),
    ("The truce announced by Selmark and Ardania covers four zones.", "announced"),
    ("The joint commission recorded no violations in Port Adel and called the truce a relief.", "holding"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status"), STATUS)
def test_a_truce_stands_where_the_speaker_says_it_stands(text: str, status: str) -> None:
    assert [c.status for c in truce_in(text)] == [status]


NO_CLAIM = [
    "Sollos called for an immediate and lasting ceasefire.",
    "The ministers discussed a ceasefire in the mountains.",
    "He said the parties should respect the truce.",
    "The guarantors must press both sides to ensure the ceasefire holds.",
    "If Tavrin were to announce that the truce was over, nobody would be surprised.",
    "The talks on the truce were held in Brunnhal.",
    "The report lists violations of human rights and of international law.",
    "Fighting went on in Karsk on Monday.",
    "The market in Velm was quiet on Friday.",
]


@pytest.mark.parametrize("text", NO_CLAIM)
def test_a_wish_for_a_truce_is_no_opinion_on_it(text: str) -> None:
    assert truce_in(text) == ()


COUNTS = [
    ("The truce is holding despite several violations.", "several", 2, None, "violation"),
    ("Monitors have recorded 15 ceasefire violations since noon.", "15", 15, 15, "violation"),
    ("Monitors recorded at least 12 violations of the truce.", "at least 12", 12, None, "violation"),
    ("Monitors recorded up to 12 violations of the truce.", "up to 12", None, 12, "violation"),
    ("Monitors recorded 12 to 15 violations of the truce.", "12 to 15", 12, 15, "violation"),
    ("Monitors recorded dozens of violations of the truce.", "dozens", 24, None, "violation"),
    ("Monitors recorded more than 100 breaches of the truce.", "more than 100", 100, None, "violation"),
    ("Under the truce the mission logged seven incidents on Friday.", "seven", 7, 7, "incident"),
    ("Since the truce began the mission has registered 1,250 cases of fire.", "1,250", 1250, 1250, "case"),
    ("Since the truce began, the armed groups have breached it 30 times.", "30", 30, 30, "violation"),
    ("The truce is young. Rook put the number of violations by the army at eight.", "eight", 8, 8, "violation"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "low", "high", "unit"), COUNTS)
def test_a_tally_keeps_its_words_its_bounds_and_its_unit(
    text: str, words: str, low: int | None, high: int | None, unit: str
) -> None:
    count = next(c.violations for c in truce_in(text) if c.violations)
    assert (count.text, count.low, count.high, count.unit) == (words, low, high, unit)
    assert count.span.of(text) == words


def test_a_tally_alone_leaves_open_where_the_truce_stands() -> None:
    claims = truce_in("The truce is a month old. Monitors have recorded 15 violations in the Tessel valley.")
    assert [(c.status, c.zones) for c in claims] == [("unclear", ("Tessel valley",))]


def test_cases_counted_elsewhere_are_not_counted_twice() -> None:
    text = "The truce is a week old. Of the 15 cases listed by Ardania the mission was able to confirm four."
    assert truce_in(text) == ()


SCOPES = [
    ("The truce is holding in all four safe zones.", "all four safe zones", ()),
    ("The truce was holding in the Tessel valley and in Northern Karsk.", "the Tessel valley and in Northern Karsk",
     ("Tessel valley", "Northern Karsk")),
    ("The truce held across the country.", "the country", ()),
    ("A third raid would end the truce in the valley.", "the valley", ("Tessel valley",)),
    ("The truce is holding.", None, ()),
    ("The truce came into effect in March.", None, ()),
    ("The truce was broken nine times in a single night.", None, ()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "scope", "zones"), SCOPES)
def test_a_claim_reaches_as_far_as_its_words(text: str, scope: str | None, zones: tuple[str, ...]) -> None:
    (claim,) = truce_in(text)
    assert (claim.scope_text, claim.zones) == (scope, zones)
    assert (claim.scope_span.of(text) if claim.scope_span else None) == scope


def test_severity_and_a_step_ruled_out_go_to_the_violations_they_are_said_of() -> None:
    text = (
        "The truce is holding although a number of violations were registered. Drenko said these breaches were "
        "not serious and do not oblige the army to take any steps."
    )
    (claim,) = truce_in(text)
    assert claim.severity == "minor"
    assert claim.severity_span is not None and claim.severity_span.of(text) == "not serious"
    assert claim.step is not None
    assert (claim.step.rung, claim.step.text) == ("none", "do not oblige the army to take any steps")


def test_what_is_no_violation_is_kept_as_such() -> None:
    (claim,) = truce_in("The bombing was a crime but not a violation of the truce.")
    assert (claim.status, claim.severity) == ("unclear", "not a violation")


def test_a_mission_that_cannot_confirm_violations_leaves_it_open() -> None:
    (claim,) = truce_in("The mission cannot confirm the alleged violations of the truce.")
    assert claim.status == "unclear"


def test_grave_concern_is_not_grave_violations() -> None:
    (claim,) = truce_in("The members expressed grave concern at the increase in ceasefire violations.")
    assert (claim.status, claim.severity) == ("strained", None)


def test_a_step_asked_for_goes_to_the_claim_beside_it() -> None:
    text = "The truce has come under strain. He urged the guarantors to use their influence to restore the truce."
    (claim,) = truce_in("He called for an independent investigation of the raid. " + text)
    assert claim.step is not None and claim.step.rung == "ask guarantors to use their influence"


def test_a_claim_belongs_to_the_innermost_speaker() -> None:
    text = "The ministry said that Rook told it the truce was holding."
    outer = said("s1", text, "that Rook told it the truce was holding", cue="said", source="The ministry")
    inner = said("s2", text, "the truce was holding", cue="told it", source="Rook")
    (claim,) = truce_in(text, outer, inner)
    assert claim.said_in == "s2"
    assert claim.span.of(text) == "the truce was holding"


def test_what_the_report_says_itself_is_nobodys_statement() -> None:
    (claim,) = truce_in("The truce was breached on Friday.")
    assert claim.said_in is None


def test_every_span_lands_on_the_text_however_odd_it_is() -> None:
    text = "“The truce” — é — was, was , mostly holding (in: all zones) ; ; violations violations 12 12 of the truce."
    for claim in truce_in(text):
        assert claim.span.of(parsed(text).text)


def test_a_truce_that_holds_here_and_not_there_is_two_claims() -> None:
    text = "The truce was holding in Lower Morrad this week. In Northern Karsk it was under strain."
    assert [(c.status, c.zones) for c in truce_in(text)] == [
        ("holding", ("Lower Morrad",)),
        ("strained", ("Northern Karsk",)),
    ]


def test_what_it_did_not_do_is_said_of_the_truce_named_before() -> None:
    text = "The truce in Lower Morrad held this week. In the Tessel valley it did not."
    assert [c.status for c in truce_in(text)] == ["holding", "broken"]


@pytest.mark.parametrize(
    "text",
    [
        "The last truce ended in October.",
        "The truce does not apply to the Black Banner.",
        "Different tallies of truce violations were published.",
        "Nothing has happened since the truce began.",
    ],
)
def test_another_truce_or_a_mere_mention_of_it_is_no_opinion(text: str) -> None:
    assert truce_in(text) == ()
