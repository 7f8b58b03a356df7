"""Names in tokens: what a reader of a report would recognise at once must be found, and nothing else."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

from communique.knowledge import Knowledge, Known

SAMPLE_PACK = Path(__file__).parents[2] / "samples" / "pack"
# Words, "U.S."-like initials, possessives and single signs: close to how the parser cuts English.
TOKENS = re.compile(r"(?:[^\W\d_]\.){2,}|['’]s\b|\w+(?:['’](?!s\b)\w+)*|[^\w\s]")


@pytest.fixture(scope="module")
def general() -> Knowledge:
    return Knowledge.load(packs=())


@pytest.fixture(scope="module")
def packed() -> Knowledge:
    return Knowledge.load()


@pytest.fixture(scope="module")
def varenia() -> Knowledge:
    return Knowledge.load(packs=(SAMPLE_PACK,))


def found(knowledge: Knowledge, text: str) -> list[tuple[str, str]]:
    tokens = TOKENS.findall(text)
    return [(" ".join(tokens[m.at : m.at + m.length]), m.known.key) for m in knowledge.names.scan(tokens)]


def only(knowledge: Knowledge, text: str) -> Known:
    """The one thing that the whole of `text` names."""
    tokens = TOKENS.findall(text)
    hit = knowledge.names.longest(tokens, 0)
    assert hit is not None, f"nothing found in {text}"
    assert hit[1] == len(tokens), f"only {tokens[: hit[1]]} found in {text}"
    return hit[0]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Sergey Lavrov", "sergey-lavrov"),
        ("Sergei Lavrov", "sergey-lavrov"),
        ("SERGEI LAVROV", "sergey-lavrov"),
        ("Ban Ki-moon", "ban-ki-moon"),
        ("Ban Ki Moon", "ban-ki-moon"),
        ("Staffan de-Mistura", "staffan-de-mistura"),
        ("Francois Hollande", "francois-hollande"),
        ("Recep Tayyip Erdogan", "recep-tayyip-erdogan"),
        ("Mevlut Cavusoglu", "mevlut-cavusoglu"),
        ("Dmitri Peskov", "dmitry-peskov"),
        ("Bashar Assad", "bashar-al-assad"),
        ("Walid Muallem", "walid-al-moallem"),
        ("U.S.", "US"),
        ("USA", "US"),
        ("Türkiye", "TR"),
        ("Cote d'Ivoire", "CI"),
        ("Syria's", None),
        ("Syrias", "SY"),
        ("UN Security Council", "un-security-council"),
        ("United Nations Security Council", "un-security-council"),
        ("Organization for Security and Co-operation in Europe", "osce"),
        ("Asharq al-Awsat", "asharq-al-awsat"),
        ("Kremlin", "RU:presidency"),
        ("State Department", "US:foreign-ministry"),
    ],
)
def test_a_name_is_found_in_every_usual_spelling(general: Knowledge, text: str, key: str | None) -> None:
    tokens = TOKENS.findall(text)
    if key is None:  # a possessive belongs to what comes after it, not to the name
        hit = general.names.longest(tokens, 0)
        assert hit is not None
        assert (hit[0].key, hit[1]) == ("SY", len(tokens) - 1)
    else:
        assert only(general, text).key == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Ahrar al-Sham", "ahrar-al-sham"),
        ("Ahrar ash-Sham", "ahrar-al-sham"),
        ("Ahrar al Sham", "ahrar-al-sham"),
        ("Jaysh al-Islam", "jaish-al-islam"),
        ("Hay'at Tahrir al-Sham", "hts"),
        ("al-Nusra Front", "nusra-front"),
        ("Jabhat an-Nusra", "nusra-front"),
        ("Jabhat Fateh al-Sham", "jfs"),
        ("Da'esh", "isis"),
        ("White Helmets", "white-helmets"),
        ("Syrian Observatory for Human Rights", "sohr"),
        ("resolution 2254", "resolution-2254"),
        ("Astana process", "astana-process"),
        ("memorandum on creating de-escalation zones", "memorandum-2017-05-04"),
        ("Minsk II", "package-of-measures"),
        ("OSCE SMM", "smm"),
        ("so-called Donetsk People's Republic", "dpr"),
    ],
)
def test_a_pack_adds_the_names_of_its_conflict(packed: Knowledge, text: str, key: str) -> None:
    assert only(packed, text).key == key


@pytest.mark.parametrize(
    "text",
    [
        "he told us that",
        "who said it",
        "the world is safe",
        "sham elections",
        "we may ban it",
        "a chill in the air",
        "",
    ],
)
def test_ordinary_words_are_no_names(packed: Knowledge, text: str) -> None:
    assert found(packed, text) == []


def test_an_ambiguous_name_says_that_it_is_weak(packed: Knowledge) -> None:
    assert only(packed, "Georgia").weak
    assert only(packed, "Jordan").weak
    assert not only(packed, "Syria").weak


@pytest.mark.parametrize(
    ("text", "name", "role", "about"),
    [
        ("Russian Foreign Minister", "Russian Foreign Minister", ("Foreign Minister", "RU"), None),
        ("Russia's Foreign Minister", "Russian Foreign Minister", ("Foreign Minister", "RU"), None),
        ("Russias foreign minister", "Russian Foreign Minister", ("Foreign Minister", "RU"), None),
        ("Minister of Foreign Affairs of Ukraine", "Ukrainian Foreign Minister", ("Foreign Minister", "UA"), None),
        ("Deputy Foreign Minister of Iran", "Iranian Deputy Foreign Minister", ("Deputy Foreign Minister", "IR"), None),
        ("former US Secretary of State", "US former Secretary of State", ("former Secretary of State", "US"), None),
        (
            "UN Special Envoy for Syria",
            "UN Special Envoy for Syria",
            ("Special Envoy for Syria", "un"),
            "SY",
        ),
        ("US Ambassador to Russia", "US Ambassador to Russia", ("Ambassador to Russia", "US"), "RU"),
        (
            "Secretary-General of the United Nations",
            "UN Secretary-General",
            ("Secretary-General", "un"),
            None,
        ),
        (
            "Russian Defence Ministry spokesman",
            "Russian Defense Ministry Spokesperson",
            ("Spokesperson", "RU:defence-ministry"),
            None,
        ),
        (
            "spokeswoman for the Russian Foreign Ministry",
            "Russian Foreign Ministry Spokesperson",
            ("Spokesperson", "RU:foreign-ministry"),
            None,
        ),
        ("special envoy", "Special Envoy", ("Special Envoy", None), None),
    ],
)
def test_a_title_says_whose_it_is(
    general: Knowledge, text: str, name: str, role: tuple[str, str | None], about: str | None
) -> None:
    known = only(general, text)
    assert (known.sense, known.kind, known.name, known.role, known.about) == ("title", "person", name, role, about)


@pytest.mark.parametrize(("text", "gender"), [("spokesman", "m"), ("spokeswoman", "f"), ("spokesperson", None)])
def test_a_title_that_tells_the_gender_tells_it(general: Knowledge, text: str, gender: str | None) -> None:
    assert only(general, text).gender == gender


@pytest.mark.parametrize(
    ("text", "key", "name"),
    [
        ("Russian Foreign Ministry", "RU:foreign-ministry", "Russian Foreign Ministry"),
        ("Russian Defense Ministry", "RU:defence-ministry", "Russian Defense Ministry"),
        ("Ministry of Foreign Affairs of the Russian Federation", "RU:foreign-ministry", "Russian Foreign Ministry"),
        ("Turkey's defence ministry", "TR:defence-ministry", "Turkish Defense Ministry"),
        ("U.S. State Department", "US:foreign-ministry", "US State Department"),
        ("Foreign Office", "GB:foreign-ministry", "British Foreign Office"),
    ],
)
def test_a_ministry_is_one_actor_however_it_is_named(general: Knowledge, text: str, key: str, name: str) -> None:
    known = only(general, text)
    assert (known.key, known.name, known.kind, known.country) == (key, name, "government", key[:2])
    assert general.known(key) is not None


def test_a_ministry_without_its_state_belongs_to_nobody_yet(general: Knowledge) -> None:
    known = only(general, "the Foreign Ministry".removeprefix("the "))
    assert (known.key, known.country, known.weak) == ("foreign-ministry", None, True)


def test_a_person_is_not_swallowed_by_the_title_in_front(general: Knowledge) -> None:
    text = "Russia’s Foreign Minister Sergey Lavrov met UN Special Envoy for Syria Staffan de Mistura"
    assert found(general, text) == [
        ("Russia ’s Foreign Minister", "RU:foreign-minister"),
        ("Sergey Lavrov", "sergey-lavrov"),
        ("UN Special Envoy for Syria", "un:special-envoy:SY"),
        ("Staffan de Mistura", "staffan-de-mistura"),
    ]


def test_a_dateline_is_nobody_s_employer(general: Knowledge) -> None:
    text = "MOSCOW - Secretary-General of the United Nations Ban Ki-moon"
    assert [key for _, key in found(general, text)] == ["RU", "un:secretary-general", "ban-ki-moon"]


def test_a_sign_between_two_names_keeps_them_apart(general: Knowledge) -> None:
    assert [key for _, key in found(general, "Russia, spokesman")] == ["RU", "title:spokesperson"]
    assert [key for _, key in found(general, "in Russia. Foreign Ministry")] == ["RU", "foreign-ministry"]
    assert only(general, "Lt. Gen").key == "title:lieutenant-general"
    assert [key for _, key in found(general, 'Russian "Foreign Ministry"')] == ["RU", "foreign-ministry"]


def test_an_invented_conflict_reads_like_a_real_one(varenia: Knowledge) -> None:
    text = "Varenian Foreign Minister Irena Sollos met Kesh Highlands Council spokeswoman Dara Velisk in Tavrin"
    assert [key for _, key in found(varenia, text)] == [
        "XV:foreign-minister",
        "irena-sollos",
        "khc:spokesperson",
        "dara-velisk",
        "XV",
    ]
    assert only(varenia, "Varenian Foreign Ministry").name == "Varenian Foreign Ministry"


def test_knowledge_that_was_sent_to_another_process_finds_the_same(varenia: Knowledge) -> None:
    sent: Knowledge = pickle.loads(pickle.dumps(varenia))
    for text in ("Varenian Foreign Ministry", "Irena Sollos", "Brunnhal Memorandum on safe zones"):
        assert only(sent, text) == only(varenia, text)


def test_hostile_tokens_cost_no_time_and_find_nothing(general: Knowledge) -> None:
    for tokens in (["a" * 5_000_000], ["-"] * 10_000, ["'"] * 1000, ["of"] * 2000, ["\x00", " ", "\u202e"]):
        assert list(general.names.scan(tokens)) == []
