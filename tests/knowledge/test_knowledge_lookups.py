"""Looking up by name or key, and who held an office when."""

from __future__ import annotations

from datetime import date

import pytest

from communique.knowledge import Knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return Knowledge.load()


@pytest.mark.parametrize(
    ("name", "key", "owner_kind", "country"),
    [
        ("SANA", "sana", "state", "SY"),
        ("sana", "sana", "state", "SY"),
        ("Syrian Arab News Agency", "sana", "state", "SY"),
        ("tass.com", "tass", "state", "RU"),
        ("www.reuters.com", "reuters", "private", "GB"),
        ("arabic.rt.com", "rt", "state", "RU"),
        ("Agence France Presse", "afp", "public", "FR"),
        ("Hurriyet Daily News", "hurriyet", "private", "TR"),
        ("al Jazeera", "al-jazeera", "state", "QA"),
    ],
)
def test_an_outlet_is_found_by_any_of_its_names_and_tells_whose_voice_it_is(
    knowledge: Knowledge, name: str, key: str, owner_kind: str, country: str
) -> None:
    outlet = knowledge.outlets.find(name)
    assert outlet is not None
    assert (outlet.key, outlet.owner_kind, outlet.country) == (key, owner_kind, country)


def test_an_unknown_outlet_is_nobody(knowledge: Knowledge) -> None:
    assert knowledge.outlets.find("Harbour Gazette") is None
    assert knowledge.outlets.find("notreuters.com") is None


@pytest.mark.parametrize(
    ("title", "of", "on", "keys"),
    [
        ("Foreign Minister", "RU", date(2017, 5, 18), ["sergey-lavrov"]),
        ("Defence Minister", "RU", date(2017, 5, 18), ["sergey-shoigu"]),
        ("Defense Minister", "RU", date(2024, 6, 1), ["andrey-belousov"]),
        ("Special Envoy for Syria", "un", date(2017, 5, 18), ["staffan-de-mistura"]),
        ("Secretary-General", "un", date(2016, 12, 31), ["ban-ki-moon"]),
        ("Secretary-General", "un", date(2017, 1, 1), ["antonio-guterres"]),
        ("President", "US", date(2022, 1, 1), ["joe-biden"]),
        ("Foreign Minister", "RU", date(1990, 1, 1), []),
    ],
)
def test_the_holder_of_an_office_depends_on_the_day(
    knowledge: Knowledge, title: str, of: str, on: date, keys: list[str]
) -> None:
    assert [person.key for person in knowledge.holders(title, of, on)] == keys


def test_roles_are_those_of_the_day_and_all_of_them_when_no_day_is_known(knowledge: Knowledge) -> None:
    (guterres,) = knowledge.people("Antonio Guterres")
    assert [role.title for role in guterres.roles_on(date(2015, 1, 1))] == ["High Commissioner"]
    assert [role.title for role in guterres.roles_on(date(2020, 1, 1))] == ["Secretary-General"]
    assert len(guterres.roles_on(None)) == 2


def test_a_day_that_an_imprecise_bound_does_not_rule_out_counts(knowledge: Knowledge) -> None:
    (peskov,) = knowledge.people("Peskov")
    assert peskov.tenures[0].period.start == "2012"
    assert peskov.roles_on(date(2012, 2, 1))
    assert not peskov.roles_on(date(2011, 12, 31))


def test_a_shared_surname_gives_every_candidate(knowledge: Knowledge) -> None:
    assert {person.key for person in knowledge.people("Aoun")} == {"michel-aoun"}
    assert {person.key for person in knowledge.people("al-Jubeir")} == {"adel-al-jubeir"}
    assert knowledge.people("Nobody Atall") == ()


def test_a_person_on_two_lists_has_the_offices_of_both(knowledge: Knowledge) -> None:
    (hijab,) = knowledge.people("Riad Hijab")
    assert {tenure.of for tenure in hijab.tenures} == {"SY", "hnc"}


def test_groups_lead_to_what_they_were_before(knowledge: Knowledge) -> None:
    hts = knowledge.groups.get("hts")
    assert hts is not None
    assert "jfs" in hts.follows
    jfs = knowledge.groups.get("jfs")
    assert jfs is not None
    assert jfs.follows == ("nusra-front",)


def test_a_truce_tells_its_date_its_guarantors_its_areas_and_whom_it_leaves_out(knowledge: Knowledge) -> None:
    memorandum = knowledge.instruments.get("memorandum-2017-05-04")
    assert memorandum is not None
    assert memorandum.adopted == "2017-05-04"
    assert set(memorandum.guarantors) == {"RU", "TR", "IR"}
    assert "isis" in memorandum.excluded
    assert len({zone for term in memorandum.terms for zone in term.zones}) == 4
    assert {held.period.start for held in memorandum.in_force} == {"2017-05-05", "2017-05-06"}


def test_a_process_tells_its_rounds(knowledge: Knowledge) -> None:
    astana = knowledge.processes.find("Astana talks")
    assert astana is not None
    assert [r.number for r in astana.rounds] == list(range(1, 23))
    assert astana.rounds[3].period.start == "2017-05-03"


def test_without_a_pack_the_general_knowledge_is_whole_and_no_conflict_is_known() -> None:
    bare = Knowledge.load(packs=())
    assert bare.outlets.find("SANA")
    assert len(bare.groups) == len(bare.instruments) == len(bare.processes) == 0
    assert bare.places == ()


@pytest.mark.parametrize("key", ["RU", "RU:foreign-ministry", "un", "sergey-lavrov", "sana", "hts", "resolution-2254"])
def test_a_key_leads_back_to_its_name(knowledge: Knowledge, key: str) -> None:
    known = knowledge.known(key)
    assert known is not None
    assert known.key == key


@pytest.mark.parametrize("key", ["ZZ", "RU:ministry-of-silly-walks", "nobody"])
def test_an_unknown_key_leads_nowhere(knowledge: Knowledge, key: str) -> None:
    assert knowledge.known(key) is None
