"""Events as a user reads them: what is one, how real it is, who did it, who says so."""

from __future__ import annotations

import pytest

from communique.domain.event import Event
from communique.domain.reading import Reading
from communique.flow.reading import Reader
from communique.ingest import take_text


def read(reader: Reader, text: str, **given: str) -> Reading:
    return reader.read(take_text(text, id="e", **given))


def told(reading: Reading) -> list[tuple[str, str]]:
    return [(event.type, event.reality) for event in reading.findings.events]


def names(reading: Reading, ids: tuple[str, ...]) -> list[str]:
    by_id = {actor.id: actor.name for actor in reading.findings.actors}
    return sorted(by_id[key] for key in ids)


def speaker(reading: Reading, event: Event) -> str | None:
    chains = {s.id: s.chain for s in reading.findings.statements}
    return chains[event.said_in][-1] if event.said_in else None


REALITIES = [
    ("Sollos met Rook in Tavrin on Monday.", [("CONSULT", "happened")]),
    ("Sollos will meet Rook in Tavrin on Monday.", [("CONSULT", "planned")]),
    ("Sollos denied that she had met Rook.", [("CONSULT", "denied")]),
    ("Sollos may meet Rook in Tavrin.", [("CONSULT", "hypothetical")]),
    ("Delegates of both sides are meeting in Brunnhal.", [("CONSULT", "ongoing")]),
    ("Rook urged the army to release the teachers.", [("REQUEST", "happened"), ("RETREAT", "called for")]),
    ("Rook called on the army to stop shelling Velm.", [("REQUEST", "happened"), ("ASSAULT", "ongoing")]),
    ("The Highland Guard did not shell the post at Velm.", [("ASSAULT", "denied")]),
    ("If the army shells Velm again, the Council will leave the talks, Velisk said.",
     [("ASSAULT", "hypothetical"), ("SANCTION", "hypothetical")]),
    ("The guarantors agreed to extend the Brunnhal Memorandum.", [("AGREE", "happened"), ("SUPPORT", "planned")]),
    ("The Guard threatened to attack the bridge.", [("THREATEN", "happened")]),
    ("Halvik refused to meet the delegation.", [("REJECT", "happened")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REALITIES, ids=[text for text, _ in REALITIES])
def test_how_real_an_event_is_follows_the_words(
    sample_reader: Reader, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(read(sample_reader, text)) == expected


NO_EVENTS = [
    "The truce is holding in all four safe zones.",
    "The memorandum signed on 12 March provides for two corridors.",
    "The spokesman declined to comment.",
    "A sense of weariness hung over the hall.",
    "The Brunnhal talks are named after a lake.",
    "Both ministers agreed that the winter had been hard.",
    "Some 9,000 people have been killed since the war began.",
    "The drivers killed at Velm were from Selmark.",
    "The delegations usually hold their press conferences in the gym.",
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_a_remark_a_state_or_a_description_is_no_event(sample_reader: Reader, text: str) -> None:
    assert told(read(sample_reader, text)) == []


TYPES = [
    ("The Kesh Highlands Council declared a ceasefire.", ["CONCEDE", "RETREAT"]),
    ("The Highland Guard freed six soldiers.", ["RETREAT"]),
    ("The government lifted the curfew in Karsk.", ["CONCEDE"]),
    ("Halvik appointed Milena Dorsk as chief negotiator.", ["SUPPORT"]),
    ("Selmark joined the Qasrin Protocol.", ["SUPPORT"]),
    ("Varenia has left the Qasrin Protocol.", ["SANCTION"]),
    ("Selmark suspended its payments to the Council.", ["SANCTION"]),
    ("Ardania sent two field hospitals to Port Adel.", ["AID"]),
    ("The army massed tanks near Velm.", ["MOBILIZE"]),
    ("Police detained three editors in Tavrin.", ["COERCE"]),
    ("Thousands of students marched through Tavrin.", ["PROTEST"]),
    ("Sollos blamed the Guard for the fire.", ["ACCUSE"]),
    ("Varenian and Ardanian officers exchanged maps.", ["COOPERATE"]),
    ("The two sides exchanged 44 prisoners.", ["RETREAT"]),
    ("The truce took effect at dawn.", ["RETREAT"]),
]


@pytest.mark.parametrize(("text", "expected"), TYPES, ids=[text for text, _ in TYPES])
def test_a_deed_has_the_type_of_the_guidelines(sample_reader: Reader, text: str, expected: list[str]) -> None:
    assert [kind for kind, _ in told(read(sample_reader, text))] == expected


def test_who_says_so_is_not_who_did_it(sample_reader: Reader) -> None:
    reading = read(sample_reader, "Samir Lask said the Highland Guard had attacked the army post at Velm.")
    (event,) = reading.findings.events
    assert event.type == "ASSAULT"
    assert names(reading, event.initiators) == ["Highland Guard"]
    assert speaker(reading, event) == "Samir Lask"


def test_the_passive_turns_the_roles_round(sample_reader: Reader) -> None:
    reading = read(sample_reader, "Two soldiers were abducted by the Highland Guard near Velm on Friday.")
    (event,) = reading.findings.events
    assert names(reading, event.initiators) == ["Highland Guard"]
    assert names(reading, event.targets) == ["Two soldiers"]


def test_all_who_meet_take_part_and_one_meeting_told_twice_is_one_event(sample_reader: Reader) -> None:
    text = (
        "Foreign Minister Irena Sollos met UN Special Envoy Lena Okafor-Lindqvist in Tavrin on Monday. "
        "The two sides discussed the opening of the Ondava crossing."
    )
    reading = read(sample_reader, text)
    (event,) = reading.findings.events
    assert names(reading, event.initiators) == ["Irena Sollos", "Lena Okafor-Lindqvist"]
    assert event.about is not None and event.about.of(text) == "the opening of the Ondava crossing"
    assert [p.name for p in reading.findings.places if p.id == event.place] == ["Tavrin"]
    assert [d.text for d in reading.findings.dates if d.id == event.date] == ["Monday"]


def test_a_planned_round_names_its_process(sample_reader: Reader) -> None:
    reading = read(sample_reader, "The third round of the Brunnhal talks will open on 2 April.")
    (event,) = reading.findings.events
    assert (event.type, event.reality) == ("CONSULT", "planned")
    assert [p.name for p in reading.findings.processes if p.id == event.process] == ["Brunnhal talks"]


def test_what_is_signed_is_named(sample_reader: Reader) -> None:
    reading = read(sample_reader, "The government and the Kesh Highlands Council signed the Brunnhal Memorandum.")
    (event,) = reading.findings.events
    assert event.type == "SUPPORT"
    assert "Kesh Highlands Council" in names(reading, event.initiators)
    assert [i.name for i in reading.findings.instruments if i.id == event.instrument] == ["Brunnhal Memorandum"]


HARM = [
    ("Shells hit the market in Velm, killing nine people and wounding at least 20.", (9, 9), (20, None)),
    ("Gunmen attacked a patrol near Karsk; nobody was hurt.", (0, 0), (0, 0)),
    ("An air strike on a bakery in Karsk killed five people.", (5, 5), None),
]


@pytest.mark.parametrize(("text", "killed", "injured"), HARM, ids=[row[0] for row in HARM])
def test_harm_is_a_range_and_belongs_to_the_attack(
    sample_reader: Reader, text: str, killed: tuple[int, int | None], injured: tuple[int, int | None] | None
) -> None:
    (event,) = read(sample_reader, text).findings.events
    assert event.type == "ASSAULT"
    assert event.killed is not None and (event.killed.low, event.killed.high) == killed
    assert (event.injured and (event.injured.low, event.injured.high)) == injured


def test_a_meeting_held_today_was_held_where_the_report_was_filed(real_reader: Reader) -> None:
    text = "MOSCOW, SANA – The Foreign Minister met the ambassador of Iran today."
    reading = read(real_reader, text)
    (event,) = reading.findings.events
    (place,) = [p for p in reading.findings.places if p.id == event.place]
    assert (place.name.casefold(), place.country) == ("moscow", "RU")
    assert [m.span.of(text) for m in reading.findings.mentions if m.place == place.id] == ["MOSCOW"]


def test_a_report_of_nothing_but_verbs_is_read_in_a_moment(bare_reader: Reader) -> None:
    text = "He said that " + "they attacked and " * 400 + "left."
    assert len(read(bare_reader, text).findings.events) <= 400
