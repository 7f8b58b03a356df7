"""Who is said to have done it, to whom, where and when: what the other stages found, put into its place in a claim."""

from __future__ import annotations

import pytest

from communique.domain.actor import Mention
from communique.domain.provenance import Provenance
from communique.domain.span import Span
from communique.domain.truce import ViolationClaim
from communique.domain.when import DateMention
from communique.language.figures import Appearance
from communique.language.truce import find_violations

from .truce_reading import parsed

MADE = Provenance("given@1")
ACTORS = {"Highland Guard": "guard", "Varenian army": "army", "Black Banner": "banner", "villagers": "villagers"}
ACTORS |= {"Tavrin regime": "regime", "Policeman": "policeman"}
PLACES = {"Velm": "velm", "Karsk": "karsk", "Tavrin": "tavrin", "Sel Harad": "sel-harad"}
DATES = {"13 April": "d1", "Friday": "d2"}


def read(text: str) -> tuple[ViolationClaim, ...]:
    parse = parsed(text)

    def spans(names: dict[str, str]) -> list[tuple[Span, str]]:
        return [(Span(at, at + len(n)), key) for n, key in names.items() if (at := text.find(n)) >= 0]

    found = [(parse.inside(s), key) for s, key in spans(ACTORS)]
    return find_violations(
        parse,
        actors=[Appearance(words[0], words[-1], key, "name", "armed group") for words, key in found],
        places=[Mention("", s, "place", MADE, place=key) for s, key in spans(PLACES)],
        dates=[DateMention(key, s, s.of(text), "day", MADE) for s, key in spans(DATES)],
    )


PARTIES = [
    ("The Highland Guard shelled Velm.", ("guard",), ()),
    ("Velm was shelled by the Varenian army.", ("army",), ()),
    ("Either the Varenian army or the Highland Guard shelled Velm.", ("army", "guard"), ()),
    ("Drenko accused the Highland Guard of firing rockets at Velm.", ("guard",), ()),
    ("Halvik blamed the Black Banner for the bombing.", ("banner",), ()),
    ("The warplanes of the Tavrin regime bombed a market.", ("regime",), ()),
    ("The Highland Guard attacked the Varenian army near Velm.", ("guard",), ("army",)),
    ("Rockets killed nine villagers near Velm.", (), ("villagers",)),
    ("Policeman injured as Highland Guard fires on Karsk outskirts", (), ("policeman",)),
    ("Shells fell on Velm.", (), ()),
]


@pytest.mark.parametrize(("text", "party", "victims"), PARTIES)
def test_the_accused_and_the_victims_are_not_mixed_up(
    text: str, party: tuple[str, ...], victims: tuple[str, ...]
) -> None:
    (claim,) = read(text)
    assert (set(claim.alleged_party), claim.victims) == (set(party), victims)


WHERE_AND_WHEN = [
    ("The Highland Guard shelled Velm on 13 April.", "velm", "d1"),
    ("On Friday drones struck a bus near Karsk.", "karsk", "d2"),
    ("The warplanes of the Tavrin regime bombed the market of Velm.", "velm", None),
    ("Mortar fire on Sel Harad killed two people.", "sel-harad", None),
    ("Rockets struck a bus, killing two people.", None, None),
]


@pytest.mark.parametrize(("text", "place", "date"), WHERE_AND_WHEN)
def test_a_violation_has_the_place_and_the_date_its_own_words_give(
    text: str, place: str | None, date: str | None
) -> None:
    (claim,) = read(text)
    assert (claim.place, claim.date) == (place, date)
