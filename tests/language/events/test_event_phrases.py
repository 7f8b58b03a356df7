"""The words by which a list of events names a deed and those in it: whole phrases, and no more than they need."""

from __future__ import annotations

import pytest

from communique.domain.event import Event
from communique.domain.reading import Reading
from communique.flow.reading import Reader
from communique.ingest import take_text


def read(reader: Reader, text: str) -> Reading:
    return reader.read(take_text(text, id="e"))


def only(reading: Reading, kind: str) -> Event:
    (event,) = [e for e in reading.findings.events if e.type == kind]
    return event


def names(reading: Reading, ids: tuple[str, ...]) -> list[str]:
    by_id = {actor.id: actor.name for actor in reading.findings.actors}
    return sorted(by_id[key] for key in ids)


DOERS = [
    ("On 19 March army artillery shelled a camp of the Black Banner.", ["army artillery"], ["Black Banner"]),
    (
        "On 13 April fighters of the Highland Guard abducted two drivers of the water company.",
        ["fighters of the Highland Guard"],
        ["two drivers of the water company"],
    ),
    (
        "Early this morning warplanes of the Varenian army bombed the market quarter of Tessel.",
        ["warplanes of the Varenian army"],
        [],
    ),
    ("Gunmen attacked a convoy on the road between Sel Harad and Port Adel.", ["Gunmen"], ["convoy"]),
    ("He said shelling near Sel Harad had injured a shepherd on Friday evening.", [], ["shepherd"]),
    ("Policeman injured as Highland Guard fires on Karsk outskirts", [], ["Policeman"]),
    (
        "Drenko accused the Council's military wing, the Highland Guard, of firing mortar rounds at an army post.",
        ["Highland Guard"],
        [],
    ),
    ("Sollos could neither confirm nor deny the reports of shelling there.", [], []),
]


@pytest.mark.parametrize(("text", "doers", "targets"), DOERS, ids=[text for text, _, _ in DOERS])
def test_who_did_it_to_whom_holds_no_date_no_place_and_no_bystander(
    sample_reader: Reader, text: str, doers: list[str], targets: list[str]
) -> None:
    reading = read(sample_reader, text)
    event = only(reading, "ASSAULT")
    assert names(reading, event.initiators) == doers
    assert names(reading, event.targets) == targets


SPANS = [
    ("The army let the monitors through to the site on Monday.", "let the monitors through to the site"),
    ("The lorries came under machine-gun fire at about 11 a.m.", "came under machine-gun fire"),
    ("Eleven shells fell before noon.", "Eleven shells fell"),
    ("The memorandum was signed in Brunnhal.", "The memorandum was signed"),
    ("Velisk called on the guarantors to act.", "called on the guarantors"),
    ("Three soldiers were killed near Velm.", "were killed"),
]


@pytest.mark.parametrize(("text", "expected"), SPANS, ids=[text for text, _ in SPANS])
def test_the_words_of_an_event_tell_the_deed_and_not_a_bare_verb(
    sample_reader: Reader, text: str, expected: str
) -> None:
    (event,) = read(sample_reader, text).findings.events
    assert event.span.of(text) == expected


NO_EVENTS = [
    "The truce in the Tessel valley is broken.",
    "He was not authorised to speak to the press.",
    "The doctor, who asked not to be named, was tired.",
    "Nobody was reported killed.",
    "The agency withdraws its report of 22 March.",
    "No military aircraft left the ground on that day.",
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_a_state_a_right_to_speak_or_a_harm_that_was_not_is_no_event(sample_reader: Reader, text: str) -> None:
    assert [(e.type, e.reality) for e in read(sample_reader, text).findings.events] == []


def test_a_truce_broken_by_somebody_stays_an_assault(sample_reader: Reader) -> None:
    reading = read(sample_reader, "The truce was broken by the Highland Guard on Monday.")
    assert names(reading, only(reading, "ASSAULT").initiators) == ["Highland Guard"]


def test_what_can_neither_be_confirmed_nor_denied_is_not_told_as_denied(sample_reader: Reader) -> None:
    reading = read(sample_reader, "Sollos could neither confirm nor deny the reports of shelling there.")
    assert only(reading, "ASSAULT").reality == "hypothetical"


def test_a_day_is_not_what_a_visit_was_about(sample_reader: Reader) -> None:
    reading = read(sample_reader, "A team visited the crossing on Saturday morning.")
    assert only(reading, "CONSULT").about is None


def test_a_call_about_a_round_of_talks_is_not_that_round(sample_reader: Reader) -> None:
    text = (
        "Foreign Minister Irena Sollos spoke by telephone with her Selmarkan counterpart, Anselm Rook. "
        "The Ministers discussed the situation in the safe zones and the preparations for the third round of the "
        "Brunnhal talks."
    )
    reading = read(sample_reader, text)
    assert reading.findings.processes
    assert only(reading, "CONSULT").process is None


@pytest.mark.parametrize(
    "text",
    [
        "Shell hits market in Port Adel, killing four",
        "A rocket hit the clinic in Karsk.",
        "Shells killed two men at the bridge in Velm.",
    ],
)
def test_a_shell_that_hits_is_nobody_who_does_it(sample_reader: Reader, text: str) -> None:
    assert only(read(sample_reader, text), "ASSAULT").initiators == ()
