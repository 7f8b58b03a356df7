"""Which texts a report invokes, by which words, and from which day."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass

import pytest

from communique.domain.agreement import Instrument
from communique.domain.provenance import Provenance
from communique.domain.span import Span
from communique.domain.when import DateMention
from communique.errors import KnowledgeError
from communique.language.instruments import find_instruments
from communique.language.instruments.lexicon import read_lexicon

_MONTHS = "January|February|March|April|May|June|July"
_DATES = re.compile(
    rf"\d{{1,2}} (?:{_MONTHS})(?: \d{{4}})?|(?:{_MONTHS}) \d{{1,2}}|(?:{_MONTHS})\b|\b20\d\d\b|Thursday|Monday"
)


def _dates(text: str) -> list[DateMention]:
    found = enumerate(_DATES.finditer(text), start=1)
    return [DateMention(f"d{n}", Span(*m.span()), m.group(), "day", Provenance("test")) for n, m in found]


def _read(text: str) -> tuple[Instrument, ...]:
    return find_instruments(text, [Span(0, len(text))], _dates(text))


def _names(text: str) -> list[str]:
    return [i.name for i in _read(text)]


def _mentions(text: str) -> list[list[str]]:
    return [[s.of(text) for s in i.spans] for i in _read(text)]


RESOLUTIONS = [
    ("UN Security Council resolution 3107 must be carried out.", ["UN Security Council resolution 3107"]),
    ("Sollos said that international resolution no 3107 is important.", ["UN Security Council resolution 3107"]),
    ("He cited Security Council resolution no. 3107.", ["UN Security Council resolution 3107"]),
    (
        "It cited resolutions 3107 and 3120.",
        ["UN Security Council resolution 3107", "UN Security Council resolution 3120"],
    ),
    (
        "In breach of UN resolutions 3107, 3120 and 3124",
        [f"UN Security Council resolution {n}" for n in (3107, 3120, 3124)],
    ),
    ("UNSCR 3107 stands.", ["UN Security Council resolution 3107"]),
    ("UNSCRs 3107 and 3120 stand.", ["UN Security Council resolution 3107", "UN Security Council resolution 3120"]),
    ("Resolution 3107 (2031) stands.", ["UN Security Council resolution 3107"]),
    ("See S/RES/3107 (2031).", ["UN Security Council resolution 3107"]),
    ("SC res. 3107 stands.", ["UN Security Council resolution 3107"]),
    ("the 3107 resolution stands", ["UN Security Council resolution 3107"]),
    ("UN General Assembly resolution 85/262 condemned it.", ["UN General Assembly resolution 85/262"]),
    ("The Arab League resolution 12 was read out.", ["Arab League resolution 12"]),
    ("Rook rejected the Security Council's resolution.", ["UN Security Council resolution"]),
    ("A resolution 4 years ago changed little.", []),
    ("They adopted the resolution. 2254 people came.", []),
    ("The resolution of the conflict is near.", []),
    ("Selmark tabled a draft resolution on Port Adel.", []),
    ("Rook wants a UN Security Council resolution that would end it.", []),
]


@pytest.mark.parametrize(("text", "names"), RESOLUTIONS)
def test_a_resolution_is_found_in_every_way_the_wires_write_it(text: str, names: list[str]) -> None:
    assert _names(text) == names


DESCRIBED = [
    ("the memorandum on creating safe zones in the Republic of Varenia, signed on May 4", "memorandum"),
    ("the Geneva communique of last year", "communique"),
    ("They signed the Qasrin Protocol in Qasrin.", "protocol"),
    ("The Package of Measures for Lower Morrad was adopted.", "package of measures"),
    ("Article 5 of the UN Charter applies.", "charter"),
    ("It breaches the Fourth Velm Convention.", "convention"),
    ("The Tessel Accords are a model.", "accord"),
    ("A treaty on landmines was adopted in 2029.", "treaty"),
    ("The Joint Declaration on water was issued.", "declaration"),
    ("The roadmap for Karsk is ready.", "roadmap"),
    ("A ceasefire agreement took effect on Monday.", "ceasefire"),
    ("The cessation of hostilities agreement is holding.", "ceasefire"),
    ("The truce agreed by the government and the KHC in February is holding.", "ceasefire"),
    ("Varenia, KHC sign Tessel ceasefire deal", "ceasefire"),
    ("Fighters left under a deal brokered by Selmark and Ardania.", "agreement"),
    ("The evacuation deal between Varenia and the KHC was reached on 3 April.", "agreement"),
    ("The agreement on safe zones reached at Qasrin holds.", "agreement"),
]


@pytest.mark.parametrize(("text", "kind"), DESCRIBED)
def test_a_text_the_parties_adopted_is_found_with_its_kind(text: str, kind: str) -> None:
    assert [i.kind for i in _read(text)] == [kind]


EXTENTS = [
    (
        "the memorandum on creating safe zones in the Republic of Varenia, signed on May 4,” said the Ministry",
        "memorandum on creating safe zones in the Republic of Varenia",
    ),
    ("The Brunnhal Memorandum on safe zones remains in force.", "Brunnhal Memorandum on safe zones"),
    (
        "A memorandum of understanding on prisoner exchange signed in Velm",
        "memorandum of understanding on prisoner exchange",
    ),
    (
        "The agreement on Tessel valley and the Ondava crossing was signed.",
        "agreement on Tessel valley and the Ondava crossing",
    ),
    ("The treaty on landmines and said nothing else", "treaty on landmines"),
    (
        "a truce agreed by Varenia and the United States of Selmark in May",
        "truce agreed by Varenia and the United States of Selmark",
    ),
    ("The Memorandum’s guarantors and the Brunnhal Memorandum’s text", "Brunnhal Memorandum"),
    ("the Charter of the United Nations forbids it", "Charter of the United Nations"),
]


@pytest.mark.parametrize(("text", "words"), EXTENTS)
def test_the_span_is_the_whole_description_and_no_more(text: str, words: str) -> None:
    assert _mentions(text) == [[words]]


NOT_INSTRUMENTS = [
    "The two sides reached agreement that prisoners be exchanged.",
    "Tavrin is in agreement with Selmark.",
    "The agreement of all parties is needed.",
    "A great deal of work remains, and a deal of trust.",
    "They have to deal with shortages.",
    "He hoped for a ceasefire agreement.",
    "They failed to reach a truce deal.",
    "There is no agreement on prisoners.",
    "Rook proposed a memorandum on water.",
    "The ceasefire is holding in all the safe zones.",
    "The Republican National Convention opened.",
    "He boarded a charter flight.",
    "A medical protocol was followed, according to VNA, in accordance with the rules.",
    "The memorandum provides for four zones. The deal is off.",
]


@pytest.mark.parametrize("text", NOT_INSTRUMENTS)
def test_consent_hopes_and_everyday_senses_are_no_instruments(text: str) -> None:
    assert _names(text) == []


DATED = [
    ("the memorandum on safe zones, signed on May 4", "May 4"),
    ("the memorandum on safe zones, which was signed in Brunnhal on 12 March 2031", "12 March 2031"),
    ("the memorandum on safe zones (12 March 2031)", "12 March 2031"),
    ("Security Council resolution 3107 of 4 May 2031", "4 May 2031"),
    ("Resolution 3107, adopted unanimously on 4 May,", "4 May"),
    ("the 12 March memorandum binds both", "12 March"),
    ("the truce agreed by Tavrin and the KHC in February", "February"),
    ("They signed the Qasrin Protocol in Qasrin on 4 June.", "4 June"),
    ("The ceasefire agreement entered into force on 3 April.", None),
    ("The Qasrin Protocol, signed by both, is void, he said on Monday.", None),
    ("The Qasrin Protocol is void. It was signed on 4 June.", None),
    ("He criticised the Qasrin Protocol on Monday.", None),
]


@pytest.mark.parametrize(("text", "date"), DATED)
def test_an_instrument_has_the_date_its_own_clause_gives_and_no_other(text: str, date: str | None) -> None:
    (instrument,) = _read(text)
    found = {d.id: d.text for d in _dates(text)}
    assert (found[instrument.date] if instrument.date else None) == date


def test_a_text_named_inside_another_does_not_take_the_date_of_the_other() -> None:
    text = "The sides signed an additional protocol to the Brunnhal Memorandum on 4 June."
    protocol, memorandum = _read(text)
    assert (protocol.date, memorandum.date) == ("d1", None)


LATER = [
    ("The Brunnhal Memorandum binds both. The memorandum names four zones.", [["Brunnhal Memorandum", "memorandum"]]),
    ("Resolution 3107 calls for a truce. This resolution is binding.", [["Resolution 3107", "resolution"]]),
    ("A ceasefire agreement took effect. The deal excludes the Black Banner.", [["ceasefire agreement", "deal"]]),
    (
        "UNSCR 3107 stands, and Security Council resolution 3107 says so.",
        [["UNSCR 3107", "Security Council resolution 3107"]],
    ),
    (
        "The Brunnhal Memorandum holds. The Brunnhal Memorandum on safe zones is binding.",
        [["Brunnhal Memorandum", "Brunnhal Memorandum on safe zones"]],
    ),
    (
        "The Qasrin Protocol and the Velm Protocol are void. The protocol was never read.",
        [["Qasrin Protocol"], ["Velm Protocol"]],
    ),
    (
        "A memorandum on water was signed. Another memorandum on water was signed in June.",
        [["memorandum on water"], ["memorandum on water"]],
    ),
    ("The deal is off. The Qasrin agreement was signed.", [["Qasrin agreement"]]),
]


@pytest.mark.parametrize(("text", "spans"), LATER)
def test_a_later_mention_joins_the_only_text_it_can_mean(text: str, spans: list[list[str]]) -> None:
    assert _mentions(text) == spans


@dataclass(frozen=True)
class _Entry:
    key: str
    name: str


class _Pack:
    """A pack that knows the Brunnhal Memorandum by two names."""

    def match(self, words: str, number: int | None, year: int | None) -> _Entry | None:
        if words.lower() in ("brunnhal memorandum", "memorandum on safe zones") and number is None:
            return _Entry("brunnhal-2031", "Brunnhal Memorandum on safe zones")
        return None


def test_a_pack_makes_two_names_of_one_text_one_instrument() -> None:
    text = "The Brunnhal Memorandum holds. The memorandum on safe zones, signed on 12 March, is clear."
    (instrument,) = find_instruments(text, [Span(0, len(text))], _dates(text), known=_Pack())
    assert (instrument.known, instrument.name) == ("brunnhal-2031", "Brunnhal Memorandum on safe zones")
    assert len(instrument.spans) == 2
    assert instrument.date == "d1"


def test_furniture_outside_the_passages_names_no_instrument() -> None:
    text = "The Qasrin Protocol holds.\nRelated: Selmark and Ardania sign the Velm Treaty"
    assert [i.name for i in find_instruments(text, [Span(0, 26)], [])] == ["Qasrin Protocol"]


def test_ids_are_given_in_reading_order_with_the_stage_that_found_them() -> None:
    found = _read("The Qasrin Protocol and resolution 3107 and the Velm Treaty.")
    assert [(i.id, i.made.by) for i in found] == [
        ("i1", "instruments@1"),
        ("i2", "instruments@1"),
        ("i3", "instruments@1"),
    ]


@pytest.mark.parametrize(
    "hostile",
    [
        "resolution " * 10_000,
        "agreement on agreement on " * 8_000,
        "3107, " * 15_000,
        "The Agreement " * 10_000,
        "a" * 12_0000,
        "".join(f"the Tok{n}ab Protocol signed on 4 May, " for n in range(3_000)),
    ],
)
def test_a_hostile_text_is_read_in_bounded_time(hostile: str) -> None:
    began = time.process_time()
    _read(hostile)
    assert time.process_time() - began < 10


def test_a_lexicon_without_one_of_its_lists_is_refused_by_name() -> None:
    with pytest.raises(KnowledgeError, match="stops"):
        read_lexicon({"kinds": {}, "stands_for": {}, "words": {}})
