"""The fields that truce and violation claims share, compared with the gold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bench.truce.marks import Mark, single
from bench.truce.names import is_named, known_as
from bench.truce.vocabulary import rung
from communique.domain.reading import Reading
from communique.domain.truce import Count, Step, TruceClaim, ViolationClaim
from tests.gold.truce.gold import Claim, alternatives
from tests.gold.truce.gold import Count as GoldCount
from tests.gold.truce.gold import Step as GoldStep

Found = TruceClaim | ViolationClaim
TEXT = "the text"
"""The speaker of what a report says in its own words."""


def polarity(gold: Claim | None, found: Found | None) -> Iterator[Mark]:
    """Claims that are not simply asserted: denied, or not confirmed."""
    expected = gold.polarity if gold and gold.polarity != "asserted" else None
    got = found.polarity if found and found.polarity != "asserted" else None
    yield single("polarity (denied, not confirmed)", expected, got, expected == got)


def count(name: str, gold: GoldCount | None, found: Count | None, *, unit: bool = False) -> Iterator[Mark]:
    """A number is right with both bounds, and where asked with its unit."""
    expected = None if gold is None else _said(gold.low, gold.high, gold.unit if unit else None)
    got = None if found is None else _said(found.low, found.high, found.unit if unit else None)
    yield single(name, expected, got, expected == got)


def _said(low: int | None, high: int | None, unit: str | None) -> str:
    # "Up to ten" is read as 0–10 or with no lower bound: both say the same.
    return f"{low or 0}–{'' if high is None else high}{f' {unit}' if unit else ''}"


def severity(gold: Claim | None, found: Found | None) -> Iterator[Mark]:
    expected = gold.severity.value if gold and gold.severity else None
    got = found.severity if found else None
    yield single("severity", expected, got, expected == got)


def step(gold: GoldStep | None, found: Step | None) -> Iterator[Mark]:
    """The step whole, and apart: which rung of the ladder, and whether called for, announced, done or ruled out."""
    expected = None if gold is None else f"{gold.fact}: {gold.rung}"
    got = None if found is None else f"{found.fact}: {found.rung}"
    same_fact = gold is not None and found is not None and gold.fact == found.fact
    same_rung = gold is not None and found is not None and rung(found.rung) in map(rung, alternatives(gold.rung))
    yield single("step", expected, got, same_fact and same_rung)
    yield single("step, fact", expected, got, same_fact)
    yield single("step, rung", expected, got, same_rung)


def speaker(gold: Claim | None, found: Found | None, reading: Reading) -> Iterator[Mark]:
    """Whose words a claim is, over the claims that were found; "the text" where nobody's."""
    if gold is None or found is None:
        return
    names = speakers(found.said_in, reading)
    expected = gold.by or TEXT
    fits = is_named(expected, names) if names else TEXT in alternatives(expected)
    yield single("speaker of the claims found", expected, ", ".join(names) or "the text", fits)


def speakers(said_in: str | None, reading: Reading) -> Sequence[str]:
    """The names of those who say the statement, as the reading and as the text have them."""
    for statement in reading.findings.statements:
        if statement.id == said_in:
            named = [name for actor in statement.source_actors for name in known_as(actor, reading)]
            return [*named, *(span.of(reading.report.text) for span in statement.source_spans)]
    return []


def alike_words(name: str, gold: str | None, found: str | None) -> Mark:
    """Words of the text: right where one has the other's first letters ("mortar", "mortars")."""
    fits = bool(gold and found) and _akin(gold or "", found or "")
    return single(name, gold, found, fits)


def _akin(one: str, other: str) -> bool:
    a, b = (["".join(w[:5]) for w in text.casefold().replace("-", " ").split()] for text in (one, other))
    return bool(set(a) & set(b))
