"""What claims of one happening come to: nothing averaged, nothing lost, each number with its voice."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from communique.domain.incident import Citation, Graded, Incident, IncidentClaim, InScope, Party, Placing, Range, Site
from communique.errors import SettingsError
from communique.record import Act, Decision
from communique.record.periods import period
from communique.truce.finding import Wanted, claims_of, incident_of, width_of, zone_key
from communique.truce.labels import label
from communique.truce.origins import Voices, origins
from communique.truce.register import registered
from communique.truce.severity import assess

from .words import agreements, memorandum

TESSEL = Site("Tessel", -48.73, -29.71, 1.0)
VELM = Site("Velm", -48.69, -30.19, 1.0)
GUARD, ARMY, BANNER = (
    Party("Highland Guard", "highland-guard"),
    Party("Varenian army", "varenian-army"),
    Party("Black Banner", "black-banner"),
)
MERIDIAN = ("Meridian",)
DRENKO, VOC, VELISK = (
    ("Meridian", "Pavel Drenko"),
    ("Meridian", "Varenia Observatory for Civilians"),
    ("Meridian", "Dara Velisk"),
)
KEYS = {
    "Pavel Drenko": ("pavel-drenko", "XV"),
    "Varenia Observatory for Civilians": ("voc",),
    "Dara Velisk": ("dara-velisk", "khc"),
}


def claim(
    key: str,
    chain: tuple[str, ...] = DRENKO,
    *,
    report: str | None = None,
    words: str = "mortar fire on Velm",
    **more: Any,
) -> IncidentClaim:
    """A claim that the Guard fired mortars at Velm on 14 March."""
    cited = Citation(
        report or f"report-{key}",
        f"{key}.txt",
        words,
        chain,
        ((0, len(words)),),
        more.pop("published", "2031-03-15"),
        chain[0],
    )
    voice = KEYS.get(chain[-1], ())
    made = IncidentClaim(key, "fire/mortar", cited, "2031-03-14", "2031-03-14", VELM, (GUARD,), voice=voice)
    return replace(made, **more)


def made(*claims: IncidentClaim, decisions: tuple[Decision, ...] = ()) -> Incident:
    """The one incident that the claims come to, towards the memorandum."""
    found = registered(claims, decisions, agreements(), memorandum())
    (incident,) = found.incidents
    return incident


def people(low: int | None, high: int | None, text: str = "") -> Range:
    return Range(low, high, text)


# -------------------------------------------------------------------------------------------------- what it comes to


def test_numbers_are_spanned_and_never_averaged() -> None:
    two, five = claim("a", killed=people(2, 2, "two")), claim("b", VOC, killed=people(5, 5, "five"))
    assert made(two, five).killed == Range(2, 5, "two; five")
    several = claim("c", VELISK, killed=people(2, None, "several"))
    assert made(two, several).killed == Range(2, None, "two; several")
    assert made(two, claim("d", VOC)).killed == Range(2, 2, "two")


def test_a_denial_takes_part_without_changing_the_numbers() -> None:
    denial = claim("b", VELISK, polarity="denied", killed=people(0, 0))
    found = made(claim("a", killed=people(2, 2)), denial)
    assert found.killed == Range(2, 2)
    assert [one.key for one in found.claims] == ["a", "b"]
    assert found.origins == ("Pavel Drenko",)


def test_the_place_is_the_one_known_most_exactly() -> None:
    found = made(claim("a", site=replace(VELM, within_km=5.0)), claim("b", VOC))
    assert found.site == VELM
    assert (found.placing.relation, found.placing.zone) == ("inside", "lower-morrad")


def test_the_type_is_the_one_that_says_something() -> None:
    vague = claim("a", type="fire/undetermined explosion", victims=(ARMY,))
    assert made(vague, claim("b", VOC, victims=(ARMY,))).type == "fire/mortar"


def test_an_incident_is_named_by_what_where_and_when_until_a_person_names_it() -> None:
    assert made(claim("a")).name == "Mortar fire, Velm, 14 March 2031"
    rename = Decision(1, "incidents", Act.RENAME, ("a",), "Mila", datetime(2031, 3, 20, tzinfo=UTC), name="Velm post")
    assert made(claim("a"), decisions=(rename,)).name == "Velm post"


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("fire/artillery", VELM, "2031-03-14", "2031-03-16"), "Shelling, Velm, 14 to 16 March 2031"),
        (("fire/unspecified", None, None, None), "Attack, place unknown, day unknown"),
        (
            ("posture/ground taken", VELM, "2031-03-31", "2031-04-01"),
            "Ground taken, Velm, 31 March 2031 to 1 April 2031",
        ),
        (("fire/mortar", VELM, "2031-03", "2031-03"), "Mortar fire, Velm, 2031-03"),
    ],
)
def test_a_name_says_what_is_not_known(arguments: Any, name: str) -> None:
    assert label(*arguments) == name


def test_stated_and_assessed_severity_are_two_fields() -> None:
    found = made(claim("a", severity="minor", killed=people(1, 1)))
    assert found.severity_stated == (("Pavel Drenko", "minor"),)
    assert (found.assessed.severity, found.assessed.rule) == ("serious", "somebody was killed")


def test_a_grouping_is_a_proposal_until_a_person_accepts_it() -> None:
    pair = (claim("a", killed=people(2, 2)), claim("b", VOC, killed=people(2, 2)))
    proposed = made(*pair)
    assert proposed.proposed
    assert proposed.reasons == ("the same day, both in Velm, the same number killed, both mortar, the same accused",)
    join = Decision(
        1, "incidents", Act.JOIN, ("a", "b"), "Mila", datetime(2031, 3, 20, 9, 5, tzinfo=UTC), reason="one blast"
    )
    accepted = made(*pair, decisions=(join,))
    assert not accepted.proposed
    assert accepted.history == ("2031-03-20 09:05 Mila joined 2 claims: one blast (decision 1)",)


def test_what_was_undone_stays_in_the_history() -> None:
    at = datetime(2031, 3, 20, 9, 5, tzinfo=UTC)
    part = Decision(1, "incidents", Act.PART, ("b",), "Joren", at, apart_from=("a",))
    undo = Decision(2, "incidents", Act.UNDO, (), "Mila", at, undoes=1)
    found = made(claim("a"), claim("b", VOC), decisions=(part, undo))
    assert found.history == (
        "2031-03-20 09:05 Joren parted 1 claim from the others (decision 1), undone by Mila (decision 2)",
    )


def test_without_an_agreement_zone_and_scope_stay_open() -> None:
    (found,) = registered([claim("a")], ()).incidents
    assert (found.placing, found.scope.answer) == (Placing("unclear"), None)


def test_who_is_accused_is_said_to_be_somebodys_word() -> None:
    found = made(claim("a", accused=(BANNER,)))
    assert (found.scope.answer, found.assessed.severity) == (False, "not a violation")
    assert "who is accused is the word of Pavel Drenko" in found.scope.reasons
    assert "Black Banner is left out by clause 7" in found.assessed.rule


def test_of_two_accused_by_two_voices_neither_is_settled() -> None:
    found = made(claim("a", accused=(BANNER,)), claim("b", VOC, accused=(ARMY,)))
    assert found.scope.answer is None


# ------------------------------------------------------------------------------------------------------- severity


@pytest.mark.parametrize(
    ("fields", "answer", "relation", "severity"),
    [
        ({"type": "fire/small arms"}, True, "inside", "minor"),
        ({"type": "fire/small arms", "killed": Range(1, 1)}, True, "inside", "serious"),
        ({"type": "fire/small arms", "injured": Range(1, 4)}, True, "inside", "minor"),
        ({"type": "fire/small arms", "injured": Range(5, None)}, True, "inside", "serious"),
        ({"type": "fire/artillery"}, True, "inside", "serious"),
        ({"type": "fire/artillery"}, None, "unclear", "unclear"),
        ({"type": "fire/artillery"}, True, "near", "minor"),
        ({"type": "fire/artillery", "killed": Range(9, 9)}, False, "outside", "not a violation"),
        ({"type": "protected objects and aid/hospital"}, True, "inside", "serious"),
        ({"type": "mechanism/monitor denied"}, True, "inside", "minor"),
        ({"type": "posture/overflight"}, True, "inside", "minor"),
        ({"type": "posture/ground taken"}, True, "inside", "serious"),
        ({"type": "unspecified"}, True, "inside", "unclear"),
        ({"type": "fire/artillery", "polarity": "denied"}, True, "inside", "unclear"),
        ({"type": "fire/artillery", "retracted": True}, True, "inside", "none"),
    ],
)
def test_the_ladder_of_severity(fields: dict[str, Any], answer: bool | None, relation: str, severity: str) -> None:
    assert assess([claim("a", **fields)], InScope(answer, ()), Placing(relation)).severity == severity


@pytest.mark.parametrize(
    ("words", "severity"),
    [
        ("a 120 mm mortar bomb fell on Velm", "serious"),
        ("two 82mm rounds fell on Velm", "serious"),
        ("a mortar bomb fell on Velm", "serious"),  # where no calibre is given, a mortar is a mortar
        ("a 60 mm mortar bomb fell on Velm", "minor"),
        ("60-millimetre and 120-millimetre rounds fell on Velm", "serious"),
    ],
)
def test_a_mortar_that_one_man_carries_is_no_heavy_weapon(words: str, severity: str) -> None:
    assert assess([claim("a", words=words)], InScope(True, ()), Placing("inside")).severity == severity


def test_gunmen_are_nobody_once_somebody_names_the_accused() -> None:
    gunmen = Party("Gunmen", described=True)
    alone = made(claim("a", accused=(gunmen,)))
    named = made(claim("a", VOC, accused=(gunmen,)), claim("b", accused=(GUARD,)))
    assert alone.scope.answer is None
    assert named.scope.answer is True


def test_neither_a_headline_nor_words_that_point_back_say_what_kind_it_was() -> None:
    two = Range(2, 2, "two")
    told = claim("a", VOC, type="fire/mortar", killed=two)
    title = claim("b", VOC, type="fire/artillery", heading=True, killed=two)
    known = claim("c", VELISK, type="fire/artillery", mention=True, killed=two)
    assert made(told, title, known).type == "fire/mortar"


def test_what_others_say_of_its_gravity_stands_beside_the_tellers_word() -> None:
    found = made(claim("a", severity="serious", graded=(Graded("not a violation", claim("b", VELISK).cited),)))
    assert found.severity_stated == (("Pavel Drenko", "serious"), ("Dara Velisk", "not a violation"))


def test_who_only_speaks_of_it_as_known_is_no_origin() -> None:
    news = claim("a", VOC, words="Gunmen attacked an aid convoy near Velm")
    known = claim("b", words="the attack on an aid convoy near Velm", mention=True)
    assert made(news, known).origins == ("Varenia Observatory for Civilians",)
    # Where nobody else tells of it, it is all there is.
    assert made(known).origins == ("Pavel Drenko",)


def test_harm_counts_only_as_far_as_every_voice_that_counts_agrees() -> None:
    scope, inside = InScope(True, ()), Placing("inside")
    disputed = [
        claim("a", type="fire/small arms", killed=Range(0, 0)),
        claim("b", VOC, type="fire/small arms", killed=Range(3, 3)),
    ]
    assert assess(disputed, scope, inside).severity == "minor"
    assert assess([disputed[1], claim("c", type="fire/small arms")], scope, inside).severity == "serious"


def test_what_one_side_calls_an_exercise_is_no_exercise_to_the_other() -> None:
    scope, inside = InScope(True, ()), Placing("inside")
    exercise = claim("a", type="expressly no violation/exercise")
    assert assess([exercise], scope, inside).severity == "not a violation"
    assert assess([exercise, claim("b", VOC, type="fire/artillery")], scope, inside).severity == "serious"


def test_an_open_scope_is_said_with_the_severity() -> None:
    told, inside = [claim("a", killed=Range(1, 1))], Placing("inside")
    rule = assess(told, InScope(None, (), "brunnhal-memorandum"), inside).rule
    assert rule == "somebody was killed; whether the agreement covers it is open"
    # Where no agreement is asked for, none leaves anything open.
    assert assess(told, InScope(None, ()), inside).rule == "somebody was killed"


@pytest.mark.parametrize(
    ("parties", "answer", "says"),
    [
        (
            (ARMY, GUARD),
            True,
            "a party to it, where nobody says who did it to whom: Varenian army, of Varenia, is a party",
        ),
        # Whoever of the two it was, one is the listed group.
        ((ARMY, BANNER), False, "Black Banner is left out by clause 7"),
        ((ARMY, Party("Ondava Brigade")), None, "somebody is not known to the pack"),
        # One side alone: it may have been the one who fired or the one who was fired on.
        ((ARMY,), None, "a party to it"),
        ((BANNER,), False, "a party to it"),
    ],
)
def test_who_only_took_part_is_asked_for_as_doer_and_as_victim(
    parties: tuple[Party, ...], answer: bool | None, says: str
) -> None:
    scope = made(claim("a", accused=(), parties=parties, site=TESSEL)).scope
    assert scope.answer is answer
    assert any(says in reason for reason in scope.reasons)
    assert "who took part is the word of Pavel Drenko" in scope.reasons
    assert not any("accused" in reason for reason in scope.reasons)


def test_an_accusation_counts_before_what_a_table_says_of_who_took_part() -> None:
    both = made(claim("a"), claim("b", VOC, accused=(), parties=(ARMY, BANNER)))
    assert both.scope.answer is not False
    assert any(reason.startswith("the accused: Highland Guard") for reason in both.scope.reasons)


# -------------------------------------------------------------------------------------------------------- origins


def heard(*claims: IncidentClaim) -> list[str]:
    return [origin.name for origin in origins(claims, Voices.of([memorandum().sides]))]


def unnamed(key: str, chain: tuple[str, ...], **more: Any) -> IncidentClaim:
    return claim(key, chain, anonymous=True, **more)


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        # Ten articles that quote one minister are one origin.
        ([claim("a"), claim("b", ("VNA", "Pavel Drenko")), claim("c", ("Selpress", "Pavel Drenko"))], ["Pavel Drenko"]),
        ([claim("a"), claim("b", VOC)], ["Pavel Drenko", "Varenia Observatory for Civilians"]),
        # A minister, his army and his state's agency speak for one side; the party's outlet for the party.
        ([claim("a"), claim("b", ("Meridian", "Varenian army")), claim("c", ("VNA",), own=True)], ["Pavel Drenko"]),
        ([claim("a", VELISK), claim("b", ("Highland Voice",), own=True)], ["Dara Velisk"]),
        ([claim("a"), claim("b", VELISK)], ["Pavel Drenko", "Dara Velisk"]),
        # The national parts of a joint body keep two tallies.
        (
            [
                claim("a", ("ANA", "Ardanian part of the Joint Commission")),
                claim("b", ("Selpress", "Selmarkan part of the Joint Commission")),
            ],
            ["Ardanian part of the Joint Commission", "Selmarkan part of the Joint Commission"],
        ),
        # An outlet's own words beside the voices it passes on are no voice of their own.
        ([claim("a", VOC), claim("b", MERIDIAN, own=True)], ["Varenia Observatory for Civilians"]),
        (
            [claim("a", VOC), claim("b"), claim("c", MERIDIAN, own=True)],
            ["Varenia Observatory for Civilians", "Pavel Drenko"],
        ),
        ([claim("a", MERIDIAN, own=True)], ["Meridian"]),
        ([claim("a", MERIDIAN, own=True), claim("b", ("Karsk Courier", "Meridian"), own=True)], ["Meridian"]),
        # Sources without a name are told apart by nothing but their outlet.
        (
            [unnamed("a", ("Meridian", "a source")), unnamed("b", ("Meridian", "an officer"))],
            ["unnamed source of Meridian"],
        ),
        (
            [unnamed("a", ("Meridian", "a source")), unnamed("b", ("Selpress", "a source"))],
            ["a source (Meridian)", "a source (Selpress)"],
        ),
        # Who condemns an attack has heard of it from others.
        (
            [claim("a", VOC), claim("b", ("UN", "Tomas Adeyemi"), stance="condemns")],
            ["Varenia Observatory for Civilians"],
        ),
        (
            [
                claim("a", MERIDIAN, own=True),
                claim("b", VOC),
                claim("c", ("UN", "Tomas Adeyemi"), stance="condemns"),
            ],
            ["Varenia Observatory for Civilians"],
        ),
        # A report that calls them "monitoring group" first and by name then has one voice.
        (
            [claim("a", ("Meridian", "monitoring group"), report="r"), claim("b", VOC, report="r")],
            ["Varenia Observatory for Civilians"],
        ),
        # A headline calls the ministry of the text "government".
        (
            [claim("a", ("Meridian", "Varenian officials"), report="r", heading=True), claim("b", VOC, report="r")],
            ["Varenia Observatory for Civilians"],
        ),
    ],
)
def test_independent_origins_are_counted_and_not_articles(claims: list[IncidentClaim], expected: list[str]) -> None:
    assert heard(*claims) == expected


LONG = "Fourteen shells fell on the northern edge of Velm before dawn and three people were killed in their beds"


def test_a_copy_without_credit_is_no_second_origin() -> None:
    one = claim("a", ("Karsk Courier",), own=True, words=LONG)
    assert heard(one, claim("b", ("Brunnhal Gazette",), own=True, words=LONG.replace("beds", "homes"))) == [
        "Karsk Courier"
    ]
    assert (
        len(
            heard(
                one, claim("b", ("Brunnhal Gazette",), own=True, words="Velm was shelled, says our correspondent there")
            )
        )
        == 2
    )


def test_what_is_known_of_copies_elsewhere_counts() -> None:
    pair = [claim("a", ("Karsk Courier",), own=True), claim("b", ("Brunnhal Gazette",), own=True)]
    (found,) = origins(
        pair, Voices.of([memorandum().sides]), copies=lambda one, other: "the Gazette copies the Courier"
    )
    assert (found.name, found.reasons) == ("Karsk Courier", ("the Gazette copies the Courier",))


def test_why_voices_count_as_one_is_said() -> None:
    (found,) = origins([claim("a"), claim("b", ("Meridian", "Varenian army"))], Voices.of([memorandum().sides]))
    assert found.reasons == ("Pavel Drenko and Varenian army both speak for Varenia",)


# --------------------------------------------------------------------------------------------------------- finding


def listed(*claims: IncidentClaim) -> tuple[Incident, ...]:
    return registered(claims, (), agreements(), memorandum()).incidents


def test_an_incident_is_found_by_the_beginning_of_its_key_or_of_a_claims() -> None:
    one, other = listed(
        claim("abcd1111"), claim("abff2222", VOC), claim("abcd3333", site=Site("Karsk", -48.44, -29.93, 2.0))
    )
    assert incident_of([one, other], "abcd1") is one
    assert incident_of([one, other], "abff") is one
    for text, reason in (("abcd", "2 incidents begin with"), ("abc", "too short"), ("ffff", "no incident 'ffff'")):
        with pytest.raises(SettingsError, match=reason):
            incident_of([one, other], text)
    assert [found.key for found in claims_of(one, ["abff"])] == ["abff2222"]
    with pytest.raises(SettingsError, match="has no claim 'abcd3'; its claims are: abcd1111, abff2222"):
        claims_of(one, ["abcd3"])


def test_keys_are_shown_as_long_as_they_must_be() -> None:
    assert width_of(listed(claim("a" * 24), claim("b" * 24))) == 8
    assert width_of(listed(claim("a" * 11 + "1"), claim("a" * 11 + "2"))) == 12


@pytest.mark.parametrize(
    ("wanted", "meets"),
    [
        ({}, True),
        ({"zone": "lower-morrad"}, True),
        ({"zone": "port-adel"}, False),
        ({"type": "fire"}, True),
        ({"type": "fire/drone"}, False),
        ({"status": "one origin"}, True),
        ({"status": "corroborated"}, False),
        ({"min_origins": 1}, True),
        ({"min_origins": 2}, False),
    ],
)
def test_incidents_are_asked_for_by_zone_type_status_and_origins(wanted: dict[str, Any], meets: bool) -> None:
    assert Wanted(**wanted).meets(made(claim("a"))) is meets


@pytest.mark.parametrize(
    ("start", "end", "since", "until", "within"),
    [
        ("2031-03-14", None, "2031-03-14", "2031-03-14", True),
        ("2031-03-14", "2031-03-16", "2031-03-16", None, True),
        ("2031-03-14", None, "2031-03-15", None, False),
        ("2031-03-14", None, None, "2031-02", False),
        # A month may hold the day that is asked for.
        ("2031-03", None, "2031-03-20", None, True),
        ("2031-03", None, "2031-04", None, False),
        (None, None, "2031", None, False),
        (None, None, None, None, True),
    ],
)
def test_incidents_are_asked_for_by_days(
    start: str | None, end: str | None, since: str | None, until: str | None, within: bool
) -> None:
    wanted = Wanted(since=period(since) if since else None, until=period(until) if until else None)
    assert wanted.within(made(claim("a", start=start, end=end))) is within


def test_a_zone_is_found_by_its_name_and_a_wrong_one_is_told_with_those_there_are() -> None:
    assert zone_key(memorandum(), "lower morrad safe zone") == "lower-morrad"
    with pytest.raises(SettingsError, match="its zones are: Lower Morrad, Tessel valley, Northern Karsk, Port Adel"):
        zone_key(memorandum(), "Upper Morrad")
