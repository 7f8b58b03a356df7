"""A party's own web page about a shelling: furniture, an unnamed source, a quotation in pieces, a denial."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from communique.domain.actor import Actor, Role
from communique.domain.attribution import Unsaid
from communique.domain.event import Event
from communique.domain.reading import Findings, Reading
from communique.domain.report import Anatomy, Dateline, Published, Report
from communique.domain.truce import Count, ViolationClaim
from communique.domain.when import DateMention
from communique.domain.where import Place

from .marker import HAND, Marker, at, paragraphs

VOICE = """Home | Front | Talks | Archive
Support the Highland Voice

Three die as Tessel valley is shelled, Council says

MORRAD, 9 June 2031 (Highland Voice) - Government artillery struck the village of Velm in the Tessel valley overnight, \
killing three people and wounding at least five, the Kesh Highlands Council said on Monday.

“This was not a mistake,” spokeswoman Dara Velisk told Meridian. “The guns at Sel Harad fired eleven rounds in an \
hour, and every one of them,” she went on, “fell inside the zone.”

A resident of Velm, who asked not to be named, said neighbours had heard a Highland Guard commander announce over the \
radio that his men would answer in kind.

Tavrin denied the report. “No unit of ours opened fire,” the Defence Ministry said; the Voice of the highlands, it \
added, “invents what it cannot film”. It did not say where the guns of the brigade had stood that night.

You may also like
Ondava crossing shut for a fourth day
Opinion: who guards the guarantors?
Share 214  Tweet  Print
"""


def voice() -> Reading:
    """A party's web page: furniture before and after, a content in three pieces, an unnamed source, a denial."""
    text, mark = VOICE, Marker(VOICE)
    council, dara = "Kesh Highlands Council", "Dara Velisk"
    report = Report(
        id="voice",
        source="samples/highland-voice.html",
        sha256="a04c" * 16,
        text=text,
        anatomy=Anatomy(
            body=paragraphs(text, "MORRAD", "“This was", "A resident", "Tavrin denied"),
            headline=at(text, "Three die as Tessel valley is shelled, Council says"),
            dateline=Dateline(at(text, "MORRAD, 9 June 2031 (Highland Voice) -"), "Morrad", None),
            furniture=paragraphs(
                text, "Home |", "Support the", "You may also", "Ondava crossing shut", "Opinion:", "Share 214"
            ),
        ),
        outlet="Highland Voice",
        url="https://voice.example/tessel?id=9&lang=en",
        language="en",
        published=Published(date(2031, 6, 9), "day", "dateline"),
        author="Highland Voice desk",
    )
    statements = (
        mark.says(
            1,
            ("Council",),
            ("says",),
            ("Three die as Tessel valley is shelled",),
            chain=("Highland Voice", council),
            actors=("a1",),
        ),
        mark.says(
            2,
            ("the Kesh Highlands Council",),
            ("said",),
            (
                "Government artillery struck the village of Velm in the Tessel valley overnight, killing three people "
                "and wounding at least five",
            ),
            chain=("Highland Voice", council),
            actors=("a1",),
            stance="accuses",
            confidence=0.97,
        ),
        mark.says(
            3,
            ("spokeswoman Dara Velisk",),
            ("told Meridian", "she went on"),
            (
                "“This was not a mistake,”",
                "“The guns at Sel Harad fired eleven rounds in an hour, and every one of them,”",
                "“fell inside the zone.”",
            ),
            chain=("Highland Voice", "Meridian", dara),
            actors=("a2",),
            stance="accuses",
            mode="direct",
            told_to="Meridian",
        ),
        mark.says(
            4,
            ("A resident of Velm, who asked not to be named",),
            ("said",),
            (
                "neighbours had heard a Highland Guard commander announce over the radio that his men would answer in "
                "kind",
            ),
            chain=("Highland Voice",),
            anonymous=True,
            confidence=0.73,
        ),
        mark.says(
            5,
            ("neighbours",),
            ("had heard",),
            ("a Highland Guard commander announce over the radio that his men would answer in kind",),
            chain=("Highland Voice",),
            anonymous=True,
            within=4,
        ),
        mark.says(
            6,
            ("a Highland Guard commander",),
            ("announce over the radio",),
            ("that his men would answer in kind",),
            chain=("Highland Voice", "neighbours", "Highland Guard commander"),
            actors=("a4",),
            stance="threatens",
            within=5,
        ),
        mark.says(
            7,
            ("Tavrin",),
            ("denied",),
            ("the report",),
            chain=("Highland Voice", "Government of Varenia"),
            actors=("a3",),
            stance="denies",
        ),
        mark.says(
            8,
            ("the Defence Ministry",),
            ("said", "it added"),
            ("“No unit of ours opened fire,”", "the Voice of the highlands", "“invents what it cannot film”"),
            chain=("Highland Voice", "Varenian Defence Ministry"),
            actors=("a5",),
            stance="denies",
            mode="mixed",
        ),
    )
    return Reading(report, replace(_record(mark), statements=statements))


def _record(mark: Marker) -> Findings:
    text = mark.text
    shelling = mark.spans("Government artillery struck the village of Velm in the Tessel valley overnight")[0]
    return Findings(
        mentions=(
            mark.named(1, "Kesh Highlands Council", actor="a1"),
            mark.named(2, "Dara Velisk", actor="a2"),
            mark.named(3, "Tavrin", actor="a3"),
            mark.named(4, "Velm", place="p1"),
            mark.named(5, "Velm", place="p1", nth=2),
            mark.named(6, "Tessel valley", place="p2", nth=2),
            mark.named(7, "Highland Guard commander", actor="a4"),
            mark.named(8, "the Defence Ministry", actor="a5"),
            mark.named(9, "Sel Harad", place="p3"),
            mark.named(10, "she", actor="a2"),
        ),
        actors=(
            Actor("a1", "Kesh Highlands Council", "armed group", HAND, known="khc"),
            Actor(
                "a2",
                "Dara Velisk",
                "person",
                HAND,
                roles=(Role("spokeswoman", at(text, "spokeswoman"), of="a1"),),
            ),
            Actor("a3", "Government of Varenia", "government", HAND, country="XV"),
            Actor("a4", "Highland Guard commander", "unknown", HAND),
            Actor("a5", "Varenian Defence Ministry", "government", HAND, country="XV"),
        ),
        places=(
            Place("p1", "Velm", HAND, country="XV", lat=-41.375, lon=-0.5, kind="village"),
            Place("p2", "Tessel valley", HAND, country="XV", kind="region"),
            Place("p3", "Sel Harad", HAND),
        ),
        dates=(
            DateMention("d1", at(text, "9 June 2031"), "9 June 2031", "day", HAND, start="2031-06-09"),
            DateMention("d2", at(text, "overnight"), "overnight", "day", HAND, start="2031-06-08", end="2031-06-09"),
            DateMention("d3", at(text, "Monday"), "Monday", "day", HAND, start="2031-06-09"),
        ),
        events=(
            Event("e1", "ASSAULT", shelling, "happened", HAND, mode="artillery", initiators=("a3",), said_in="s2"),
            Event("e2", "THREATEN", at(text, "his men would answer in kind"), "planned", HAND, said_in="s6"),
        ),
        unsaid=(
            Unsaid(
                "u1",
                mark.spans("where the guns of the brigade had stood that night"),
                mark.spans("did not say"),
                mark.spans("It"),
                HAND,
            ),
        ),
        violations=(
            ViolationClaim(
                "v1",
                shelling,
                "fire/artillery",
                HAND,
                weapon="artillery",
                date="d2",
                place="p1",
                alleged_party=("a3",),
                killed=Count("three people", at(text, "three people"), low=3, high=3),
                injured=Count("at least five", at(text, "at least five"), low=5),
                said_in="s2",
            ),
        ),
    )
