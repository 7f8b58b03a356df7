"""Where the trained model sees a violation to have happened."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.domain.provenance import Provenance
from communique.domain.truce import ViolationClaim
from communique.domain.where import Place
from communique.flow.reading import Reader
from communique.ingest import take_text
from communique.language.truce.learned.model import Told
from communique.language.truce.learned.places_told import MOST, Placed, PlacesTold

from .heard import hearing, told
from .truce_reading import scene

MADE = Provenance("given@1")
VELM = Place("velm", "Velm", MADE)


def placed(text: str, deed: str, *marks: Told, places: tuple[Place, ...] = (VELM,)) -> Placed:
    """What is told of where, of the one violation in a text."""
    found = told(text, "violation", deed, type="fire/mortar", polarity="asserted")
    claim = ViolationClaim("v1", found.span, "fire/mortar", MADE)
    return PlacesTold(replace(scene(text), hearing=hearing(text, found, *marks)), places).of_deeds([claim])


# Text, the deed's words, what the model marks, the names of the places that are made of it.
MARKED = [
    ("Mortars hit a mill near Hovrat.", "Mortars hit a mill near Hovrat", "near Hovrat", ["Hovrat"]),
    ("Mortars hit the yard in Upper Sull.", "Mortars hit the yard", "Upper Sull", ["Upper Sull"]),
    ("Mortars fell behind the grain store.", "Mortars fell behind the grain store", "the grain store", []),
    (
        "Mortars fell behind the Sull grain store.",
        "Mortars fell behind the Sull grain store",
        "the Sull grain store",
        ["Sull grain store"],
    ),
    ("Mortars hit several areas.", "Mortars hit several areas", "several areas", []),
    ("Mortars hit the Highland Guard.", "Mortars hit the Highland Guard", "the Highland Guard", []),
    (
        "Mortars fell on the farms that lie along the upper road between Sull and Hovrat.",
        "Mortars fell on the farms",
        "the farms that lie along the upper road between Sull and Hovrat",
        [],
    ),
]


@pytest.mark.parametrize(("text", "deed", "mark", "names"), MARKED, ids=[row[2] for row in MARKED])
def test_words_that_no_list_holds_name_a_place(text: str, deed: str, mark: str, names: list[str]) -> None:
    done = placed(text, deed, told(text, "place", mark))
    assert [p.name for p in done.places] == names
    assert [m.span.of(text) for m in done.mentions] == names
    assert [c.place for c in done.violations] == ([done.places[0].id] if names else [None])


def test_a_place_of_the_report_is_taken_before_a_new_one_is_made() -> None:
    text = "Velm had been calm for a week when mortars hit the mill."
    done = placed(text, "mortars hit the mill", told(text, "place", "Velm"))
    assert [c.place for c in done.violations] == ["velm"] and not done.places


def test_one_name_is_one_place() -> None:
    text = "Mortars hit Hovrat at dawn."
    known = Place("p7", "Hovrat", MADE)
    done = placed(text, "Mortars hit Hovrat", told(text, "place", "Hovrat"), places=(known,))
    assert [c.place for c in done.violations] == ["p7"] and not done.places


def test_a_doubtful_mark_is_no_place() -> None:
    text = "Mortars hit Hovrat at dawn."
    assert placed(text, "Mortars hit Hovrat", told(text, "place", "Hovrat", 0.5)).violations[0].place is None


def test_a_page_of_names_gives_a_bounded_number_of_places() -> None:
    names = [f"Hov{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(MOST + 20)]
    text = " ".join(f"Mortars hit {name}." for name in names)
    marks = [told(text, "place", f"{name}.") for name in names]
    claims = [ViolationClaim("v", told(text, "violation", f"hit {name}").span, "fire/mortar", MADE) for name in names]
    done = PlacesTold(replace(scene(text), hearing=hearing(text, *marks)), ()).of_deeds(claims)
    assert len(done.places) == MOST


def test_a_village_on_no_list_stands_in_the_record_with_its_characters(sample_reader: Reader) -> None:
    text = "The ceasefire was broken on Friday when mortars hit a farm near Hovrat, killing two people."
    findings = sample_reader.read(take_text(text, id="x")).findings
    (violation,) = findings.violations
    (place,) = [p for p in findings.places if p.id == violation.place]
    assert (place.name, place.lat, place.gazetteer) == ("Hovrat", None, None)
    assert [m.span.of(text) for m in findings.mentions if m.place == place.id] == ["Hovrat"]
