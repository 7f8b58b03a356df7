"""Reads a sentence for the truce tests: the parse alone, or with a statement whose content is marked."""

from __future__ import annotations

from functools import cache

from communique.domain.attribution import Statement
from communique.domain.provenance import Provenance
from communique.domain.span import Span
from communique.domain.truce import TruceClaim, ViolationClaim
from communique.ingest import take_text
from communique.language.parse import Parser
from communique.language.truce import find_truce, find_violations
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


def said(key: str, text: str, content: str, *, cue: str, source: str) -> Statement:
    """A statement of the text, its parts given by their words."""

    def span(part: str) -> Span:
        start = text.index(part)
        return Span(start, start + len(part))

    made = Provenance("given@1")
    return Statement(key, (span(content),), (span(cue),), (span(source),), (), "indirect", "asserts", (), made)
