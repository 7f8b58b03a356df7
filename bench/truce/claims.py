"""The claims of a reading against the gold: pairs, what is missing, and what is too many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.truce import truce_fields, violation_fields
from bench.truce.marks import Mark
from bench.truce.matching import inside, paired
from bench.truce.vocabulary import kind
from communique.domain.reading import Reading
from communique.domain.span import Span
from communique.domain.truce import TruceClaim, ViolationClaim
from tests.gold.truce.gold import Claim, Item
from tests.gold.truce.quoting import place


def marks(item: Item, reading: Reading) -> Iterator[Mark]:
    """Every mark of one item."""
    yield from _truce(item, reading)
    yield from _violations(item, reading)


def _truce(item: Item, reading: Reading) -> Iterator[Mark]:
    found = reading.findings.truce
    gold = spans(item.truce, item.text)
    pairs = paired(gold, [claim.span for claim in found])
    for index, wanted in enumerate(item.truce):
        yield from truce_fields.marks(wanted, found[pairs[index]] if index in pairs else None, reading)
    for index, claim in enumerate(found):
        if index not in pairs.values() and not _may_be_truce(claim, item):
            yield from truce_fields.marks(None, claim, reading)


def _violations(item: Item, reading: Reading) -> Iterator[Mark]:
    found = reading.findings.violations
    gold = spans(item.violations, item.text)
    pairs = paired(gold, [claim.span for claim in found])
    for index, wanted in enumerate(item.violations):
        yield from violation_fields.marks(wanted, found[pairs[index]] if index in pairs else None, reading)
    for index, claim in enumerate(found):
        if index not in pairs.values() and not _may_be_violation(claim, item):
            yield from violation_fields.marks(None, claim, reading)


def spans(claims: Sequence[Claim], text: str) -> list[Span]:
    """Where the claims stand."""
    return [Span(*place(claim.span, text)) for claim in claims]


def _unsure(item: Item) -> list[Span]:
    return [Span(*place(quote, item.text)) for quote in item.maybe]


def _may_be_truce(claim: TruceClaim, item: Item) -> bool:
    """A violation that its words call a breach may be told as a claim about the truce as well."""
    called = [v for v in item.violations if v.rule or v.severity]
    told = claim.status in {"broken", "unclear"} and inside(claim.span, spans(called, item.text))
    return told or inside(claim.span, _unsure(item))


def _may_be_violation(claim: ViolationClaim, item: Item) -> bool:
    """Counted or general violations may be kept as a claim of violation without a type as well."""
    told = kind(claim.type) == ("unspecified", "") and inside(claim.span, spans(item.truce, item.text))
    return told or inside(claim.span, _unsure(item))
