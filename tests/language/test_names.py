"""Who becomes an actor: no weapon, nothing without end, and the office of the state that the text names."""

from __future__ import annotations

import pytest

from communique.domain.reading import Reading

from .test_speakers import Read, read

__all__ = ["read"]


def names(reading: Reading) -> list[str]:
    return [actor.name for actor in reading.findings.actors]


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Shell hits market in Port Adel, killing four\n\nThe mayor spoke of a shell.\n", "Shell"),
        ("Shell kills two at Velm\n\nTwo people died on the road.\n", "Shell"),
        ("Shell Fire Kills Two At Velm\n\nTwo people died on the road.\n", "Shell Fire"),
        ("Two people died.\n\nShell fragments lay on the road to Velm.\n", "Shell"),
        ("Rocket lands near Morrad hospital\n\nSix people died.\n", "Rocket"),
        ("Mine kills driver on Ondava road\n\nA driver died.\n", "Mine"),
    ],
)
def test_a_weapon_that_opens_a_headline_or_a_sentence_is_nobody(read: Read, text: str, nobody: str) -> None:
    assert not [name for name in names(read(text)) if name.startswith(nobody)]


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("Shell leaves Varenia\n\nThe managers of Shell told workers in Tavrin of it on Monday.\n", "Shell"),
        ("Mine Action Service clears road\n\nThe road is open.\n", "Mine Action Service"),
        ("Oxfam said on Monday the road was open.\n", "Oxfam"),
    ],
)
def test_a_body_called_like_a_weapon_stays_one_where_its_capital_says_so(read: Read, text: str, somebody: str) -> None:
    assert somebody in names(read(text))


LETTERS = "".join("abcdefghij"[n % 10] for n in range(300)).capitalize()


@pytest.mark.parametrize(
    "marked",
    [
        f"<s1>{LETTERS}</s1> <c1>said</c1> <t1>the truce was over</t1>.",
        f"<s1>The {LETTERS} Council</s1> <c1>said</c1> <t1>the truce was over</t1>.",
        f"<s1>General {LETTERS}</s1> <c1>said</c1> <t1>the truce was over</t1>.",
        f"<s1>The {'Very ' * 80}Large Committee</s1> <c1>said</c1> <t1>the truce was over</t1>.",
        f"<s1>The {'widely respected and ' * 20}honest mayor</s1> <c1>said</c1> <t1>the truce was over</t1>.",
        f"<s1>A clerk {'of the office ' * 30}in Velm</s1> <c1>said</c1> <t1>the truce was over</t1>.",
        f"<s1>The {'Department-Of-' * 40}Ministry</s1> <c1>said</c1> <t1>the truce was over</t1>.",
    ],
)
def test_no_actor_has_a_name_without_end_and_the_statement_stays(read: Read, marked: str) -> None:
    reading = read(marked)
    assert all(len(name) <= 125 for name in names(reading))
    (statement,) = reading.findings.statements
    assert all(len(link) <= 250 for link in statement.chain)
    assert statement.content


def test_a_long_name_that_a_newsroom_would_print_is_kept_whole(read: Read) -> None:
    name = "Joint Committee for the Displaced Families"
    assert name in names(read(f"<s1>The {name}</s1> <c1>said</c1> <t1>the road was open</t1>."))


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ("<s1>The Defence Ministry in Qasrin</s1> <c1>said</c1> <t1>the truce was holding</t1>.", "Ardanian Defense Ministry"),
        ("<s1>The Foreign Ministry of Selmark</s1> <c1>said</c1> <t1>it would wait</t1>.", "Selmarkan Foreign Ministry"),
        ("Tavrin was quiet. <s1>The foreign ministry in Brunnhal</s1> <c1>said</c1> <t1>it would wait</t1>.", "Selmarkan Foreign Ministry"),
    ],
)  # fmt: skip
def test_an_office_is_of_the_state_that_stands_behind_it(read: Read, marked: str, speaker: str) -> None:
    assert read(marked).findings.statements[0].chain[-1] == speaker


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("Statement on the exchange\n\nMinistry of Foreign Affairs, Brunnhal\n\n{}", "Selmarkan Foreign Ministry"),
        ("Statement on the convoy\n\nMinistry of Defence, Qasrin\n\n{}", "Ardanian Defense Ministry"),
        ("Statement on the round\n\nMinistry of Foreign Affairs of Varenia\n\n{}", "Varenian Foreign Ministry"),
    ],
)
def test_a_letterhead_with_the_town_of_its_seat_is_the_first_link_of_the_chain(
    read: Read, text: str, outlet: str
) -> None:
    said = "<s1>The minister</s1> <c1>said</c1> <t1>that all lists had been exchanged</t1> and thanked the Red Crescent for it.\n"
    assert read(text.format(said)).findings.statements[0].chain[0] == outlet
