"""One violation claim of the gold against the one that answers it, field by field."""

from __future__ import annotations

from collections.abc import Iterator

from bench.truce import fields
from bench.truce.marks import Mark, several, single
from bench.truce.names import alike, right_ones, shown
from bench.truce.truce_fields import placed
from bench.truce.vocabulary import kind
from communique.domain.reading import Reading
from communique.domain.truce import ViolationClaim
from tests.gold.truce.gold import Quote, Violation, alternatives


def marks(gold: Violation | None, found: ViolationClaim | None, reading: Reading) -> Iterator[Mark]:
    """The marks of one pair; either side may be missing, not both."""
    yield single(
        "violation claims", gold.span if gold else None, found.span.of(reading.report.text) if found else None, True
    )
    yield from _type(gold, found)
    yield from fields.polarity(gold, found)
    yield from fields.severity(gold, found)
    yield from fields.step(gold.step if gold else None, found.step if found else None)
    yield from fields.count("killed", gold.killed if gold else None, found.killed if found else None)
    yield from fields.count("injured", gold.injured if gold else None, found.injured if found else None)
    if gold is not None and found is not None:
        yield from fields.speaker(gold, found, reading)
        yield from _found_only(gold, found, reading)


def _type(gold: Violation | None, found: ViolationClaim | None) -> Iterator[Mark]:
    listed = [kind(one) for one in alternatives(gold.type)] if gold else []
    got = kind(found.type) if found else None
    yield single(
        "type, level 1",
        gold.type if gold else None,
        found.type if found else None,
        got is not None and got[0] in {k[0] for k in listed},
    )
    yield single("type, level 2", gold.type if gold else None, found.type if found else None, got in listed)


def _found_only(gold: Violation, found: ViolationClaim, reading: Reading) -> Iterator[Mark]:
    """Fields that mean little where the claim as a whole was missed."""
    text = reading.report.text
    actors = found.alleged_party
    yield several("accused", gold.accused, shown(actors, reading), right_ones(gold.accused, actors, reading))
    victims = found.victims
    yield several("victims", gold.victims, shown(victims, reading), right_ones(gold.victims, victims, reading))
    yield single("either/or", gold.either or None, found.either or None, True)
    yield from fields.count("count of violations alike", gold.count, found.count)
    yield fields.alike_words("weapon", _words(gold.weapon), found.weapon)
    named = next((p.name for p in reading.findings.places if p.id == found.place), None)
    wanted = _words(gold.place)
    yield single("place", wanted, named, bool(wanted and named and alike(wanted, named)))
    at = placed(gold.date, gold.span, text)
    day = next((d.span for d in reading.findings.dates if d.id == found.date), None)
    yield single("date", at and at.of(text), day and day.of(text), bool(at and day and at.overlaps(day)))
    yield single("zone", gold.zone, found.zone, gold.zone == found.zone)
    yield fields.alike_words("rule", _words(gold.rule), found.rule)


def _words(quote: Quote | None) -> str | None:
    return quote if quote is None or isinstance(quote, str) else quote[0]
