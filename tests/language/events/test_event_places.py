"""Where a deed was done: towns, pieces of the ground that no gazetteer holds, and what is no place of it."""

from __future__ import annotations

import pytest

from communique.flow.reading import Reader
from communique.ingest import take_text

# fmt: off
PLACES = [
    ("A drone struck a bus near Sel Harad, killing four passengers.", "Sel Harad"),
    ("The closure of the Ondava crossing has cut off 9,000 people.", "Ondava crossing"),
    ("Explosions were heard near the dam.", "dam"),
    ("The negotiating teams sat down at the lake house for the first time since March.", "lake house"),
    ("Mediators gathered at the monastery above the lake.", "monastery"),
    ("Ardania is massing armour along the frontier.", "frontier"),
    ("A lorry carrying seed reached the highlands on Friday.", "highlands"),
    ("Some 2,000 people took to the streets of Karsk over bread prices.", "Karsk"),
    ("Bus drivers in Port Adel stopped work for an hour.", "Port Adel"),
    ("The curfew in Karsk has been lifted.", "Karsk"),
    ("The army shelled Velm on Monday.", "Velm"),
    ("The last Ardanian unit left Port Adel at dawn.", "Port Adel"),
    ("A bombardment of Velm lasting six hours left eleven people dead.", "Velm"),
    ("Raiders set up a checkpoint on the Orlen road.", "Orlen road"),
    ("Gunmen killed a postman in Dravik on Tuesday.", "Dravik"),
    ("Sollos met Rook in Tavrin and refused to comment.", "Tavrin"),
    ("Guards have closed the pass.", "pass"),
]
NOWHERE = [
    "The army fired at the barracks.",  # the target, and no place beside it
    "Air strikes hit several areas on Monday.",
    "The fighting spread to other areas of the province.",
    "Lask asked the JMM for the names of the observers at Velm.",
    "Velisk blamed the army for the fire at the Morrad grain store.",
    "The Council suspended its part in the Brunnhal talks.",
    "Deputies in Brunnhal demanded an inquiry.",
    "The envoys met in private and spoke in English.",
    "Police arrested two men in May.",
]
# fmt: on


def where(reader: Reader, text: str) -> list[str]:
    """The name of the place of the first event, in a list; nothing where it has none."""
    found = reader.read(take_text(text, id="p")).findings
    assert found.events
    return [place.name for place in found.places if place.id == found.events[0].place]


@pytest.mark.parametrize(("text", "expected"), PLACES, ids=[text for text, _ in PLACES])
def test_the_place_of_a_deed_is_what_its_clause_says_of_where(sample_reader: Reader, text: str, expected: str) -> None:
    assert where(sample_reader, text) == [expected]


@pytest.mark.parametrize("text", NOWHERE)
def test_a_target_a_topic_or_a_vague_area_is_no_place_of_a_deed(sample_reader: Reader, text: str) -> None:
    assert where(sample_reader, text) == []


def test_a_place_on_no_list_has_its_words_and_no_coordinates(sample_reader: Reader) -> None:
    text = "Militiamen stopped a bus on the ridge. A second bus was stopped on the ridge at noon."
    found = sample_reader.read(take_text(text, id="p")).findings
    (place,) = found.places
    assert (place.name, place.lat, place.lon, place.gazetteer) == ("ridge", None, None, None)
    assert {event.place for event in found.events} == {place.id}
    assert {m.span.of(text) for m in found.mentions if m.place == place.id} == {"ridge"}


def test_a_page_of_prepositions_makes_no_flood_of_places(bare_reader: Reader) -> None:
    text = "They attacked " + " ".join(f"in Dravik{chr(97 + n % 26)}{chr(97 + n // 26)}ov" for n in range(600)) + "."
    assert len(bare_reader.read(take_text(text, id="p")).findings.places) <= 250
