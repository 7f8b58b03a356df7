"""Reads a sentence for the truce tests: the parse alone, or with a statement whose content is marked."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from communique.domain.actor import Mention
from communique.domain.attribution import Statement
from communique.domain.provenance import Provenance
from communique.domain.span import Span
from communique.domain.truce import TruceClaim, ViolationClaim
from communique.domain.when import DateMention
from communique.ingest import take_text
from communique.language.figures import Appearance
from communique.language.parse import Parser
from communique.language.truce import find_truce, find_violations
from communique.language.truce.claims import truce_claims
from communique.language.truce.deeds.violations import violation_claims
from communique.language.truce.scene import Scene
from communique.language.truce.steps.sequel import with_steps
from communique.language.words import Parse

ZONES = ("Lower Morrad", "Tessel valley", "Northern Karsk", "Port Adel")


@cache
def _parser() -> Parser:
    return Parser()


@cache
def parsed(text: str) -> Parse:
    """The parse of a short text."""
    return _parser().parse(take_text(text, id="t"))


def truce_in(text: str, *statements: Statement) -> tuple[TruceClaim, ...]:
    """The truce claims of a short text."""
    return find_truce(parsed(text), statements=statements, zones_known=ZONES)


def violations_in(text: str, *statements: Statement) -> tuple[ViolationClaim, ...]:
    """The violation claims of a short text."""
    return find_violations(parsed(text), statements=statements)


MADE = Provenance("given@1")
ACTORS = {"Highland Guard": "guard", "Varenian army": "army", "Kesh Highlands Council": "khc", "Ardania": "ardania"}
ACTORS |= {
    "Selmark": "selmark",
    "Joint Monitoring Mission": "jmm",
    "Black Banner": "banner",
    "guarantors": "guarantors",
}
DATES = ("13 April", "1 and 7 April", "Friday", "28 March")
PLACES = {"Port Adel": "port-adel", "Velm": "velm"}


def spans(text: str, names: Iterable[str]) -> list[tuple[str, Span]]:
    """Where each name first stands in the text."""
    return [(name, Span(at, at + len(name))) for name in names if (at := text.find(name)) >= 0]


def scene(text: str, *statements: Statement) -> Scene:
    """A short text with the actors and dates that these tests know, as the other stages would give them."""
    parse = parsed(text)
    named = [(parse.inside(span), ACTORS[name]) for name, span in spans(text, ACTORS)]
    return Scene(
        parse,
        statements,
        actors=[Appearance(at[0], at[-1], key, "name", "organisation") for at, key in named],
        places=[Mention("", span, "place", MADE, place=PLACES[name]) for name, span in spans(text, PLACES)],
        dates=[DateMention(name, span, name, "day", MADE) for name, span in spans(text, DATES)],
        zones=ZONES,
        ladder=(("send a team", "flying squad"),),
        towns=frozenset({"Port Adel"}),
    )


def claims(text: str, *statements: Statement) -> tuple[tuple[TruceClaim, ...], tuple[ViolationClaim, ...]]:
    """The claims of both lists, with their steps."""
    around = scene(text, *statements)
    return with_steps(around, truce_claims(around), violation_claims(around))


def said(key: str, text: str, content: str, *, cue: str, source: str) -> Statement:
    """A statement of the text, its parts given by their words."""

    def span(part: str) -> Span:
        start = text.index(part)
        return Span(start, start + len(part))

    made = Provenance("given@1")
    return Statement(key, (span(content),), (span(cue),), (span(source),), (), "indirect", "asserts", (), made)
