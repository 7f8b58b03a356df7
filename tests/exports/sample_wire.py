"""A state agency's report on two meetings: statements inside a readout, a truce claim, a date without a year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from communique.domain.actor import Actor, Role
from communique.domain.agreement import Instrument, Process
from communique.domain.event import Event
from communique.domain.reading import Findings, Reading
from communique.domain.report import Anatomy, Dateline, Published, Report
from communique.domain.truce import Count, Step, TruceClaim
from communique.domain.when import DateMention
from communique.domain.where import Place

from .marker import HAND, Marker, at, paragraphs

WIRE = """Sollos, envoy press for third round in Brunnhal

TAVRIN, VNA – Foreign Minister Irena Sollos and the UN Special Envoy for Varenia, Lena Okafor-Lindqvist, agreed on \
Tuesday that a third round of the Brunnhal talks should open before the month is out.

The Varenian Foreign Ministry said in a readout that the envoy “welcomed the calm in the safe zones and considered \
that the Qasrin process and the Brunnhal talks support one another”, adding that Sollos had told her guest the \
government “will not be the first to leave the table”.

Drenko: truce holds in all four zones

“The truce is holding in all four safe zones,” Defence Minister Pavel Drenko said after he received the envoy, \
“and the handful of breaches we have logged are trivial.” They do not oblige the monitors to act, he noted.

Okafor-Lindqvist, for her part, voiced the hope that the memorandum signed on March 12 would be carried out in full.

A. Tarn/Mirek
"""


def wire() -> Reading:
    """A state agency's report: headline, dateline, subhead, byline; statements inside a readout; a truce claim."""
    text, mark = WIRE, Marker(WIRE)
    envoy, ministry = "Lena Okafor-Lindqvist", "Varenian Foreign Ministry"
    report = Report(
        id="wire",
        source="samples/vna-brunnhal.txt",
        sha256="7d1f" * 16,
        text=text,
        anatomy=Anatomy(
            body=paragraphs(text, "TAVRIN", "The Varenian", "“The truce", "Okafor-Lindqvist, for"),
            headline=at(text, "Sollos, envoy press for third round in Brunnhal"),
            dateline=Dateline(at(text, "TAVRIN, VNA –"), "Tavrin", "VNA"),
            byline=at(text, "A. Tarn/Mirek"),
            subheads=paragraphs(text, "Drenko: truce"),
        ),
        outlet="VNA",
        language="en",
        published=Published(date(2031, 5, 14), "day", "given"),
    )
    readout = (
        "welcomed the calm in the safe zones and considered that the Qasrin process and the Brunnhal talks support one "
        "another"
    )
    statements = (
        mark.says(
            1,
            ("Foreign Minister Irena Sollos and the UN Special Envoy for Varenia, Lena Okafor-Lindqvist",),
            ("agreed",),
            ("that a third round of the Brunnhal talks should open before the month is out",),
            chain=("VNA", f"Irena Sollos, {envoy}"),
            actors=("a1", "a2"),
            stance="agrees",
        ),
        mark.says(
            2,
            ("The Varenian Foreign Ministry",),
            ("said in a readout",),
            (f"that the envoy “{readout}”",),
            chain=("VNA", ministry),
            actors=("a3",),
            mode="mixed",
            confidence=0.94,
        ),
        mark.says(
            3,
            ("the envoy",),
            ("welcomed",),
            ("the calm in the safe zones",),
            chain=("VNA", ministry, envoy),
            actors=("a2",),
            stance="welcomes",
            mode="direct",
            within=2,
            confidence=0.88,
        ),
        mark.says(
            4,
            ("the envoy",),
            ("considered",),
            ("that the Qasrin process and the Brunnhal talks support one another",),
            chain=("VNA", ministry, envoy),
            actors=("a2",),
            mode="direct",
            within=2,
            confidence=0.81,
            confidences=(("content", 0.95), ("speaker", 0.84)),
        ),
        mark.says(
            5,
            ("The Varenian Foreign Ministry",),
            ("adding",),
            ("that Sollos had told her guest the government “will not be the first to leave the table”",),
            chain=("VNA", ministry),
            actors=("a3",),
            mode="mixed",
        ),
        mark.says(
            6,
            (),
            ("had told her guest",),
            ("the government “will not be the first to leave the table”",),
            chain=("VNA", ministry, "Irena Sollos"),
            actors=("a1",),
            stance="pledges",
            mode="mixed",
            within=5,
        ),
        mark.says(
            7,
            ("Drenko",),
            (),
            ("truce holds in all four zones",),
            chain=("VNA", "Pavel Drenko"),
            actors=("a4",),
        ),
        mark.says(
            8,
            ("Defence Minister Pavel Drenko",),
            ("said",),
            (
                "“The truce is holding in all four safe zones,”",
                "“and the handful of breaches we have logged are trivial.”",
            ),
            chain=("VNA", "Pavel Drenko"),
            actors=("a4",),
            mode="direct",
        ),
        mark.says(
            9,
            (),
            ("he noted",),
            ("They do not oblige the monitors to act",),
            chain=("VNA", "Pavel Drenko"),
            actors=("a4",),
        ),
        mark.says(
            10,
            ("Okafor-Lindqvist, for her part",),
            ("voiced the hope",),
            ("that the memorandum signed on March 12 would be carried out in full",),
            chain=("VNA", envoy),
            actors=("a2",),
            stance="hopes",
        ),
    )
    return Reading(report, replace(_record(mark), statements=statements))


def _record(mark: Marker) -> Findings:
    text = mark.text
    return Findings(
        mentions=(
            mark.named(1, "Irena Sollos", actor="a1"),
            mark.named(2, "Lena Okafor-Lindqvist", actor="a2"),
            mark.named(3, "The Varenian Foreign Ministry", actor="a3"),
            mark.named(4, "the envoy", actor="a2"),
            mark.named(5, "Sollos", actor="a1", nth=3),
            mark.named(6, "her guest", actor="a2"),
            mark.named(7, "Pavel Drenko", actor="a4"),
            mark.named(8, "the envoy", actor="a2", nth=2),
            mark.named(9, "Brunnhal", place="p1"),
            mark.named(10, "TAVRIN", place="p2"),
            mark.named(11, "Okafor-Lindqvist", actor="a2", nth=2),
        ),
        actors=(
            Actor(
                "a1",
                "Irena Sollos",
                "person",
                HAND,
                roles=(Role("Foreign Minister", at(text, "Foreign Minister"), of="a5"),),
                country="XV",
            ),
            Actor(
                "a2",
                "Lena Okafor-Lindqvist",
                "person",
                HAND,
                roles=(
                    Role("UN Special Envoy for Varenia", at(text, "UN Special Envoy for Varenia"), since="2030-09-01"),
                ),
            ),
            Actor("a3", "Varenian Foreign Ministry", "government", HAND, country="XV"),
            Actor(
                "a4",
                "Pavel Drenko",
                "person",
                HAND,
                roles=(Role("Defence Minister", at(text, "Defence Minister"), of="a5"),),
                country="XV",
            ),
            Actor("a5", "Varenia", "government", HAND, country="XV", known="varenia"),
        ),
        places=(
            Place("p1", "Brunnhal", HAND, country="XS", lat=48.21, lon=16.37, gazetteer="sample:1", kind="city"),
            Place("p2", "Tavrin", HAND, kind="city"),
        ),
        dates=(
            DateMention("d1", at(text, "Tuesday"), "Tuesday", "day", HAND, start="2031-05-13"),
            DateMention("d2", at(text, "March 12"), "March 12", "unknown", HAND),
            DateMention("d3", at(text, "the month"), "the month", "month", HAND, start="2031-05-01", end="2031-05-31"),
        ),
        instruments=(
            Instrument(
                "i1",
                "memorandum",
                "Brunnhal Memorandum on safe zones",
                (at(text, "the memorandum signed on March 12"),),
                HAND,
                date="d2",
                known="brunnhal-memorandum",
            ),
        ),
        processes=(
            Process("t1", "Brunnhal talks", (at(text, "Brunnhal talks"), at(text, "Brunnhal talks", 2)), HAND, round=3),
            Process("t2", "Qasrin process", (at(text, "Qasrin process"),), HAND),
        ),
        truce=(
            TruceClaim(
                "c1",
                at(text, "The truce is holding in all four safe zones"),
                "holding",
                HAND,
                scope_text="all four safe zones",
                scope_span=at(text, "all four safe zones"),
                zones=("Lower Morrad", "Tessel valley", "Northern Karsk", "Port Adel"),
                instrument="i1",
                violations=Count("handful", at(text, "handful"), low=2, unit="breaches"),
                severity="minor",
                severity_span=at(text, "trivial"),
                step=Step("none", "do not oblige the monitors to act", at(text, "do not oblige the monitors to act")),
                said_in="s8",
            ),
        ),
        events=(
            Event(
                "e1",
                "CONSULT",
                at(text, "he received the envoy"),
                "happened",
                HAND,
                mode="visit",
                initiators=("a4",),
                targets=("a2",),
                place="p2",
                date="d1",
            ),
            Event(
                "e2",
                "CONSULT",
                at(text, "a third round of the Brunnhal talks should open"),
                "planned",
                HAND,
                initiators=("a1", "a2"),
                date="d3",
                said_in="s1",
            ),
        ),
    )
