"""The situation report: what it must say, what it must never say, and that every claim in it has its note."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from communique.domain.incident import Assessment, Graded, InScope, Party, Placing, Range
from communique.domain.report import Unread
from communique.truce.sitrep import Material, Period, SituationReport, situation_report
from communique.truce.sitrep.bearing import bears_on
from communique.truce.sitrep.content import Entry, Listed, Paragraph, Section, Strip, Table
from communique.truce.sitrep.material import Read
from communique.truce.sitrep.notes import Notes, permalink, place

from .words import at_odds, cited, claim, counts, incident, memorandum, says

PERIOD = Period(date(2031, 3, 13), date(2031, 3, 26), date(2031, 3, 12))
DRENKO = claim("Pavel Drenko", killed=Range(3, 3, "three"), severity="serious")
VELISK = claim("Dara Velisk", polarity="denied")
LASK = claim("Samir Lask", killed=Range(2, None, "at least two"), injured=Range(5, 5, "five"))
VELM = incident(
    "Mortar fire, Velm, 14 March 2031",
    DRENKO,
    VELISK,
    LASK,
    contradictions=(at_odds("denial", DRENKO, VELISK, "Dara Velisk denies it"),),
    severity_stated=(("Pavel Drenko", "serious"),),
    assessed=Assessment("serious", "somebody was killed"),
)


def report(*incidents: Any, period: Period = PERIOD, **more: Any) -> SituationReport:
    opinions = tuple(more.pop("opinions", ()))
    return situation_report(Material(memorandum(), opinions, tuple(incidents), **more), period, made="by hand")


def section(found: SituationReport, title: str) -> Section:
    return next(one for one in found.sections if one.title == title)


def told(found: SituationReport, title: str) -> list[str]:
    """Every sentence under a heading, that of each cell and line included."""
    lines: list[str] = []
    for part in section(found, title).parts:
        match part:
            case Paragraph(sentences):
                lines += [one.text for one in sentences]
            case Listed(items):
                lines += [" ".join(one.text for one in item) for item in items]
            case Table(_, rows):
                lines += [" | ".join(" ".join(one.text for one in cell) for cell in row) for row in rows]
            case Entry():
                lines += [f"{label}: {' '.join(one.text for one in sentences)}" for label, sentences in part.lines]
    return lines


def test_each_word_on_the_truce_stands_under_its_zone_with_whose_it_is() -> None:
    found = report(
        opinions=(
            says("Pavel Drenko", "holding", "2031-03-14", "Lower Morrad", side="party"),
            says("Anselm Rook", "holding", "2031-03-15", "Lower Morrad", side="guarantor"),
            says("Dara Velisk", "broken", "2031-03-16", "Lower Morrad", side="party"),
        )
    )
    assert told(found, "Lower Morrad") == [
        "Said to be holding: Pavel Drenko (a party, 14 March); Anselm Rook (a guarantor, 15 March). "
        "Two independent origins; one speaks for a party to the agreement and one speaks for a guarantor.",
        "Said to be broken: Dara Velisk (a party, 16 March). "
        "One independent origin; it speaks for a party to the agreement.",
    ]
    assert told(found, "Port Adel") == [
        "No word on the zone Port Adel was read for 13–26 March 2031. That is no finding that nothing changed."
    ]


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        (("Pavel Drenko", "VNA"), "One independent origin. Pavel Drenko and VNA both speak for Varenia."),
        (
            ("Dara Velisk", "Highland Guard"),
            "One independent origin. Dara Velisk and Highland Guard both speak for Kesh Highlands Council.",
        ),
        (("Pavel Drenko", "Dara Velisk"), "Two independent origins."),
        (("Pavel Drenko", "Samir Lask", "Joint Monitoring Mission"), "Three independent origins."),
    ],
)
def test_voices_of_one_side_are_one_origin_of_a_word_on_the_truce(voices: tuple[str, ...], expected: str) -> None:
    found = report(opinions=[says(voice, "holding", "2031-03-14", "Port Adel") for voice in voices])
    (line,) = told(found, "Port Adel")
    assert line.endswith(expected)


def test_a_denial_is_told_as_a_denial() -> None:
    found = report(opinions=(says("Dara Velisk", "broken", "2031-03-16", polarity="denied"),))
    (line,) = told(found, "The truce as a whole")
    assert line.startswith("Denied to be broken: Dara Velisk")


def test_what_was_said_before_the_period_stands_apart_with_its_day() -> None:
    found = report(opinions=(says("Samir Lask", "strained", "2031-03-02", "Port Adel"),))
    lines = told(found, "Port Adel")
    assert "Said before this period and not taken up again since:" in lines
    assert lines[-1].startswith("Said to be under strain: Samir Lask (2 March)")


def test_the_strip_of_days_has_a_cell_a_day_and_shows_how_old_a_word_is() -> None:
    found = report(opinions=(says("Samir Lask", "strained", "2031-03-15", "Port Adel"),))
    (strip,) = (part for part in section(found, "Port Adel").parts if isinstance(part, Strip))
    ((voice, cells),) = strip.rows
    assert (voice, len(cells)) == ("Samir Lask", 14)
    assert [(cell.status, cell.age) for cell in cells[:5]] == [
        (None, 0),
        (None, 0),
        ("strained", 0),
        ("strained", 1),
        ("strained", 2),
    ]


def test_a_long_period_has_no_strip_that_no_page_could_hold() -> None:
    year = Period(date(2031, 1, 1), date(2031, 12, 31), date(2030, 12, 31))
    found = report(opinions=(says("Samir Lask", "strained", "2031-03-15", "Port Adel"),), period=year)
    assert not [part for part in section(found, "Port Adel").parts if isinstance(part, Strip)]


def test_figures_that_differ_are_told_side_by_side_and_never_made_into_one() -> None:
    lines = told(report(VELM), "In the agreement's scope")
    assert "Harm: Killed: 3 (Pavel Drenko); at least 2 (Samir Lask). Injured: 5 (Samir Lask)." in lines


def test_an_incident_tells_who_alleges_it_who_denies_it_and_what_that_makes_of_it() -> None:
    lines = told(report(VELM), "In the agreement's scope")
    assert (
        "Claimed: Pavel Drenko alleges it and accuses Highland Guard. Dara Velisk denies it for Highland Guard. "
        "Samir Lask alleges it and accuses Highland Guard."
    ) in lines
    assert "Severity: Stated as serious by Pavel Drenko. Assessed as serious: somebody was killed." in lines
    assert "At odds: Denial: Dara Velisk denies it." in lines
    assert any(line.startswith("Known: Corroborated: three independent origins") for line in lines)
    assert any(line.endswith("Nobody has decided on this grouping yet.") for line in lines)
    assert any("inside Lower Morrad" in line for line in lines)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            {"accused": (Party("Varenian army"), Party("Selmarkan army")), "either": True},
            "Claimed: Samir Lask alleges it and accuses either Varenian army or Selmarkan army.",
        ),
        ({"retracted": True, "taking_back": True}, "Claimed: Samir Lask took the claim back."),
        ({"retracted": True}, "Claimed: Samir Lask told it before it was taken back."),
        ({"mention": True}, "Claimed: Samir Lask speaks of it as known."),
        ({"polarity": "not confirmed"}, "Claimed: Samir Lask cannot confirm it."),
        ({"anonymous": True}, "Claimed: An unnamed source (Meridian) alleges it and accuses Highland Guard."),
        (
            {"anonymous": True, "accused": (), "cited": cited("doctor at the town hospital")},
            "Claimed: Doctor at the town hospital (unnamed, Meridian) alleges it.",
        ),
        (
            {"anonymous": True, "accused": (), "cited": cited("unspecified source")},
            "Claimed: An unnamed source (Meridian) alleges it.",
        ),
        ({"accused": (), "stance": "accuses"}, "Claimed: Samir Lask alleges it."),
        ({"accused": ()}, "Claimed: Samir Lask reports it."),
    ],
)
def test_a_claim_is_told_as_it_was_made(more: dict[str, Any], expected: str) -> None:
    assert expected in told(report(incident("Velm", claim("Samir Lask", **more))), "In the agreement's scope")


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("Joint Monitoring Mission", "reports it and names Highland Guard as responsible"),
        ("VNA", "alleges it and accuses Highland Guard"),
    ],
)
def test_monitors_report_what_they_saw_and_a_partys_own_agency_alleges_it(who: str, expected: str) -> None:
    found = report(incident("Velm", claim(who, own=True)))
    assert f"Claimed: {who} {expected}." in told(found, "In the agreement's scope")


def test_incidents_are_sorted_by_whether_the_agreement_speaks_of_them() -> None:
    listed = incident("Black Banner", claim("Oren Halvik"), scope=InScope(False, ("the Black Banner is excluded",)))
    edge = incident(
        "Edge",
        claim("Irena Sollos"),
        scope=InScope(None, ("the place is not known",)),
        placing=Placing("unclear", "port-adel"),
    )
    found = report(VELM, listed, edge)
    titles = [one.title for one in found.sections]
    assert "Scope: Not in scope: the Black Banner is excluded." in told(found, "Not in the agreement's scope")
    assert "Scope: Open: the place is not known." in told(found, "Scope open")
    assert (
        titles.index("In the agreement's scope")
        < titles.index("Scope open")
        < titles.index("Not in the agreement's scope")
    )


def test_a_claim_without_a_day_belongs_to_the_period_in_which_it_appeared() -> None:
    told_in = incident("Undated", claim("Dara Velisk", None, published="2031-03-20"))
    before = incident("Long ago", claim("Dara Velisk", None, published="2031-02-20"))
    assert [one.name for one in report(told_in, before).incidents] == ["Undated"]


def test_counts_of_both_sides_are_never_added_up() -> None:
    found = report(opinions=(counts("Ardania", 15, "2031-03-18"), counts("Selmark", 11, "2031-03-18")))
    lines = told(found, "Tallies side by side")
    assert "18 March 2031 | Ardania | 15 | violation | not said | not said |  | " in lines
    assert "18 March: Ardania: 15, Selmark: 11; 4 violations apart." in lines
    assert not any("26" in sentence.text for sentence in found.sentences() if "March 2031" not in sentence.text)


def test_contradictions_are_told_by_kind() -> None:
    found = report(
        VELM,
        opinions=(
            says("Pavel Drenko", "holding", "2031-03-14", "Port Adel"),
            says("Dara Velisk", "broken", "2031-03-14", "Port Adel"),
        ),
    )
    assert told(found, "Contradictions") == [
        "Denial, Mortar fire, Velm, 14 March 2031: Dara Velisk denies it.",
        "Status: Port Adel, 14 March 2031: holding (Pavel Drenko), broken (Dara Velisk).",
    ]


def test_what_rests_on_one_origin_is_said_to_be_unconfirmed() -> None:
    alone = incident("Shelling, Karsk, 15 March 2031", claim("Dara Velisk", "2031-03-15"))
    lines = told(report(VELM, alone), "What nobody has confirmed")
    assert lines == ["Shelling, Karsk, 15 March 2031 | one origin | Dara Velisk"]


def test_refusals_of_access_are_told_by_party() -> None:
    refused = claim("Ruta Sandvik", type="mechanism/monitor denied", accused=(Party("Varenian army"),))
    again = claim("Ruta Sandvik", "2031-03-15", type="mechanism/delayed", accused=(Party("Varenian army"),))
    lines = told(report(incident("Ondava", refused), incident("Velm road", again)), "Access of monitors")
    assert lines == [
        "Laid to Varenian army: two incidents. Ondava (14 March 2031): monitor denied; one origin. "
        "Velm road (15 March 2031): delayed; one origin."
    ]


def test_steps_called_for_announced_and_done_are_told_apart_lowest_rung_first() -> None:
    found = report(
        opinions=(
            says(
                "Dara Velisk",
                "broken",
                "2031-03-14",
                step="called for: ministers or the Security Council",
                step_text="take it to the Council",
            ),
            says(
                "Irena Sollos",
                "strained",
                "2031-03-15",
                step="called for: send a team",
                step_of=("Joint Monitoring Mission",),
            ),
            says("Ruta Sandvik", "strained", "2031-03-16", step="done: send a team"),
            says("Pavel Drenko", "holding", "2031-03-16", step="ruled out: none"),
        )
    )
    assert told(found, "Called for") == [
        "Irena Sollos (15 March), called for: send a team, of Joint Monitoring Mission.",
        "Dara Velisk (14 March), called for: ministers or the Security Council: “take it to the Council”.",
    ]
    assert told(found, "Done") == ["Ruta Sandvik (16 March), done: send a team."]
    assert told(found, "Ruled out") == ["Pavel Drenko (16 March), ruled out: no step is needed."]


LATER = Period(PERIOD.since, PERIOD.until, date(2031, 3, 20))


def test_what_is_new_is_what_appeared_after_the_last_report() -> None:
    known = incident("Known", claim("Pavel Drenko"), claim("Samir Lask", published="2031-03-22"))
    old = incident("Old", claim("Pavel Drenko", published="2031-03-16"))
    new = incident("Tessel", claim("Dara Velisk", "2031-03-21"))
    back = incident("Back", claim("Oren Halvik"), claim("Oren Halvik", retracted=True, published="2031-03-23"))
    lines = told(report(known, old, new, back, period=LATER), "New since the last report")
    assert lines[0] == "Measured against what had appeared by 20 March 2031."
    assert lines[1:] == [
        "New: Tessel (21 March 2031), one origin.",
        "One further claim on Known (14 March 2031): Samir Lask. It stands as corroborated.",
        "Oren Halvik: one claim on Back (14 March 2031) taken back.",
    ]


def test_a_further_claim_that_changes_how_an_incident_stands_says_how_it_stood() -> None:
    first, second = claim("Pavel Drenko"), claim("Samir Lask", published="2031-03-22")
    now, before = incident("Velm", first, second), incident("Velm", first)
    lines = told(report(now, period=LATER, earlier=(before,)), "New since the last report")
    assert lines[1].endswith("Samir Lask. It stands as corroborated, before as one origin.")


def test_a_voice_that_changed_its_word_is_news_and_one_that_repeats_it_is_not() -> None:
    found = report(
        period=LATER,
        opinions=(
            says("Irena Sollos", "holding", "2031-03-14", "Port Adel"),
            says("Irena Sollos", "broken", "2031-03-22", "Port Adel"),
            says("Samir Lask", "strained", "2031-03-14", "Port Adel"),
            says("Samir Lask", "strained", "2031-03-22", "Port Adel"),
        ),
    )
    assert told(found, "New since the last report")[1:] == [
        "Irena Sollos on Port Adel: holding (14 March 2031), now broken (22 March 2031)."
    ]


def test_who_announced_a_truce_and_says_then_that_it_holds_has_not_changed_its_word() -> None:
    opinions = (says("VNA", "announced", "2031-03-13", "Port Adel"), says("VNA", "holding", "2031-03-22", "Port Adel"))
    lines = told(report(period=LATER, opinions=opinions), "New since the last report")
    assert not [line for line in lines if "VNA" in line]


def test_a_first_report_does_not_list_all_its_incidents_twice() -> None:
    other = incident("Shelling, Karsk, 15 March 2031", claim("Dara Velisk", "2031-03-15"))
    lines = told(report(VELM, other), "New since the last report")
    assert lines[1:] == ["All two incidents of this period were first told of since then."]


def test_a_day_without_a_claim_is_said_to_be_no_finding() -> None:
    short = Period(date(2031, 3, 13), date(2031, 3, 16), date(2031, 3, 12))
    found = report(VELM, opinions=(counts("Ardania", 0, "2031-03-15", status="holding"),), period=short)
    assert told(found, "Days without a claim") == [
        "No violation claim was read for 13 March 2031; that is no finding that none happened.",
        "No violation claim was read for 15–16 March 2031; that is no finding that none happened. "
        "Ardania counted none for 15 March.",
    ]


def test_what_was_not_read_is_told_with_the_reason() -> None:
    reports = (
        Read("a.txt", "Meridian", "2031-03-14", 2),
        Read("b.txt", None, "2031-03-14", 0, "the text is not in English"),
        Read("c.txt", None, None, 1),
    )
    found = report(reports=reports, unread=(Unread("d", "d.pdf", "the file is empty"),))
    assert told(found, "Reports skipped, unread or undated") == [
        "Skipped: b.txt: the text is not in English",
        "Could not be read: d.pdf: the file is empty",
        "No date of publication: c.txt. Its claims count only where they name a day themselves.",
    ]


def test_a_record_without_a_word_on_the_truce_still_gives_a_report() -> None:
    found = report()
    assert told(found, "In brief")[-1] == "No incident was read for this period; that is no finding that none happened."
    assert Notes.of(found).cited == ()


READ = Read("a.txt", "VNA", "2031-03-14", 1, id="a")
BEFORE = Read("b.txt", "VNA", "2031-02-14", 1, id="b")


@pytest.mark.parametrize(
    ("reports", "made_from", "left_out"),
    [
        ((), "nothing, as no report of the record was read", "None: the record holds no report."),
        (
            (BEFORE,),
            "one report in the record; none appeared in this period",
            "None: the one report of the record could be read and dated.",
        ),
        (
            (replace(READ, bears=False), replace(BEFORE, published=None, bears=False)),
            "two reports in the record; one appeared in this period, none of them names the agreement, a zone or a "
            "party (VNA)",
            "None: both reports of the record could be read, and those with claims on this truce could be dated.",
        ),
    ],
)
def test_how_little_a_report_was_made_from_is_said_in_whole_sentences(
    reports: tuple[Read, ...], made_from: str, left_out: str
) -> None:
    found = report(reports=reports)
    assert dict(found.facts)["Made from"] == made_from
    assert told(found, "Reports skipped, unread or undated") == [left_out]


def test_an_area_that_is_no_zone_is_headed_by_its_words_in_quotation_marks() -> None:
    opinions = (
        says("Yusuf Tamer", "holding", "2031-03-15", scope="Three of Four Zones"),
        says("Ruta Sandvik", "holding", "2031-03-16", scope="three of four zones and"),
    )
    found = report(opinions=opinions)
    assert [one.title for one in found.sections if "Elsewhere" in one.title] == ["Elsewhere: “three of four zones”"]


def test_words_that_name_no_agreement_stand_apart() -> None:
    unnamed = says("Oren Halvik", "holding", "2031-03-15", agreement=None, perhaps=("brunnhal-memorandum",))
    assert any("Oren Halvik" in line for line in told(report(opinions=(unnamed,)), "Agreement not named"))


def test_every_claim_and_every_word_has_its_note_and_each_note_its_number_once() -> None:
    opinions = (says("Pavel Drenko", "holding", "2031-03-14", "Port Adel"), counts("Ardania", 15, "2031-03-18"))
    found = report(VELM, opinions=opinions)
    notes = Notes.of(found)
    wanted = {one.cited for one in VELM.claims} | {one.cited for one in opinions}
    assert set(notes.cited) == wanted
    assert [notes.numbers[one] for one in notes.cited] == list(range(1, len(wanted) + 1))
    named = [one for one in found.sentences() if "Drenko" in one.text or "Lask" in one.text]
    assert [one.text for one in named if not one.cited] == []


@pytest.mark.parametrize(
    ("url", "row", "expected"),
    [
        (None, None, "samples/meridian-undated.txt#char=10,15"),
        ("https://meridian.example/a", None, "https://meridian.example/a#:~:text=words"),
        ("https://meridian.example/a#part", None, "https://meridian.example/a#part"),
        (None, 17, "samples/meridian-undated.txt#row=17"),
    ],
)
def test_a_permalink_leads_to_the_characters_or_the_row(url: str | None, row: int | None, expected: str) -> None:
    assert permalink(replace(cited("Lask"), url=url, row=row)) == expected


@pytest.mark.parametrize(
    ("quotation", "expected"),
    [
        ("a half-truth, he said", "a%20half%2Dtruth%2C%20he%20said"),
        (" ".join(f"w{n}" for n in range(20)), "w0%20w1%20w2%20w3%20w4,w15%20w16%20w17%20w18%20w19"),
        ("the truce […] holds", "the%20truce"),
    ],
)
def test_a_link_to_a_page_finds_the_words_in_it(quotation: str, expected: str) -> None:
    page = replace(cited("Lask", quotation), url="https://meridian.example/a")
    assert permalink(page) == f"https://meridian.example/a#:~:text={expected}"


def test_a_report_out_of_a_file_of_many_is_cited_by_its_name() -> None:
    one = replace(cited("Lask"), source="samples/collected.jsonl", report="voc-weekly-11")
    assert permalink(one) == "samples/collected.jsonl#report=voc-weekly-11&char=10,15"
    assert place(one) == "samples/collected.jsonl, report voc-weekly-11, characters 10–15"


def test_a_truce_that_is_announced_is_not_said_to_hold() -> None:
    found = report(opinions=(says("VNA", "announced", "2031-03-13", "Port Adel"),))
    (line,) = told(found, "Port Adel")
    assert line == "Announced: VNA (13 March). One independent origin."


@pytest.mark.parametrize(
    ("more", "reports", "expected"),
    [
        ({"placing": Placing("inside", "port-adel")}, (), True),
        ({"placing": Placing("near", "port-adel", 2.0)}, (), True),
        ({"placing": Placing("outside")}, (), False),
        ({"placing": Placing("outside")}, ("meridian-2031-03-14.txt",), True),
        ({"placing": Placing("unclear")}, (), False),
    ],
)
def test_an_incident_of_another_conflict_is_not_in_the_report(
    more: Any, reports: tuple[str, ...], expected: bool
) -> None:
    elsewhere = incident("Elsewhere", claim("Meridian", accused=(Party("Coast Guard", "coast-guard"),)), **more)
    assert bears_on(elsewhere, memorandum(), reports) is expected


@pytest.mark.parametrize("key", ["highland-guard", "varenian-army", "black-banner", "XV:foreign-ministry"])
def test_whoever_belongs_to_a_party_or_is_excluded_makes_an_incident_bear_on_the_truce(key: str) -> None:
    outside = incident("Outside", claim("Meridian", accused=(Party("Somebody", key),)), placing=Placing("outside"))
    assert bears_on(outside, memorandum(), ())


def test_a_voice_that_says_one_thing_twice_says_it_once_with_both_its_notes() -> None:
    twice = [claim("Samir Lask", published=day, accused=()) for day in ("2031-03-14", "2031-03-15")]
    found = report(incident("Velm", *twice))
    lines = [line for line in told(found, "In the agreement's scope") if line.startswith("Claimed")]
    assert lines == ["Claimed: Samir Lask reports it."]
    said = [one for one in found.sentences() if one.text == "Samir Lask reports it."]
    assert [len(one.cited) for one in said] == [2]


def test_a_headline_is_left_to_the_report_below_it() -> None:
    head = claim("Meridian", published="2031-03-14", heading=True, own=True, accused=())
    below = claim("Samir Lask", published="2031-03-14", accused=())
    found = told(report(incident("Velm", head, below)), "In the agreement's scope")
    assert "Claimed: Samir Lask reports it." in found


def test_what_somebody_else_says_of_the_gravity_is_footnoted() -> None:
    graded = Graded("minor", claim("Yusuf Tamer", quotation="called it minor").cited)
    one = incident("Velm", claim("Samir Lask", graded=(graded,)), severity_stated=(("Yusuf Tamer", "minor"),))
    said = [s for s in report(one).sentences() if s.text == "Stated as minor by Yusuf Tamer."]
    assert [cited.quotation for s in said for cited in s.cited] == ["called it minor"]


def test_a_grouping_of_many_links_shows_a_few_and_counts_the_rest() -> None:
    reasons = tuple(f"reason {number}" for number in range(1, 8))
    one = incident("Velm", claim("Samir Lask"), claim("Pavel Drenko"), reasons=reasons)
    (known,) = [line for line in told(report(one), "In the agreement's scope") if line.startswith("Known")]
    assert "reason 1; reason 2; reason 3; and four more such links." in known
    assert "reason 4" not in known
