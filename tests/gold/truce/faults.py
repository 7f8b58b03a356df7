"""What is wrong with an annotation, in words.

python -m tests.gold.truce.faults [FILE]     prints each fault, and the counts of the two halves; status 1 if there is one
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from communique.domain.truce import SEVERITIES, STATUSES, UNITS

from .gold import Claim, Count, Item, Quote, Step, Truce, Violation, alternatives, counts, load, read
from .kinds import PARTS, RUNGS, TYPES, ZONES
from .quoting import Extent, Misquoted, place, standing


def faults(item: Item) -> Iterator[str]:
    """The faults of one item, each with the item's id."""
    for claim in item.claims:
        yield from (f"{item.id}: {fault}" for fault in _faults(claim, item.text))
    for words in (*item.maybe, *item.earlier):
        yield from (f"{item.id}: {fault}" for fault in _misplaced(words, item.text))


def _faults(claim: Claim, text: str) -> Iterator[str]:
    wrong = list(_misplaced(claim.span, text))
    if wrong:
        yield from wrong
        return
    span = place(claim.span, text)
    for quote in quotes(claim):
        yield from _misplaced(quote, text, span)
    for count in tallies(claim):
        yield from _ill_counted(count)
    yield from _ill_named(claim, text)
    yield from _outside_vocabulary(claim)


def quotes(claim: Claim) -> Iterator[Quote]:
    """Every piece of text the annotation repeats, apart from the claim's span and the names."""
    single = (claim.rule, claim.scope, claim.period) if isinstance(claim, Truce) else (claim.rule, *_where(claim))
    yield from (quote for quote in single if quote is not None)
    yield from (count.words for count in tallies(claim))
    if isinstance(claim, Truce):
        yield from (line.place for line in claim.breakdown)
    if claim.severity:
        yield claim.severity.span
    if claim.step:
        yield claim.step.span
        yield from claim.step.of


def _where(claim: Violation) -> tuple[Quote | None, ...]:
    return claim.weapon, claim.date, claim.place


def tallies(claim: Claim) -> Iterator[Count]:
    """Every number of the claim."""
    if isinstance(claim, Truce):
        listed = [claim.count, *(line.count for line in claim.breakdown)]
    else:
        listed = [claim.count, claim.killed, claim.injured]
    yield from (count for count in listed if count is not None)


def _misplaced(quote: Quote, text: str, within: Extent | None = None) -> Iterator[str]:
    try:
        place(quote, text, within)
    except Misquoted as problem:
        yield str(problem)


def _ill_counted(count: Count) -> Iterator[str]:
    if count.low is None and count.high is None:
        yield f"{count.words!r} counts nothing"
    if count.low is not None and count.high is not None and count.low > count.high:
        yield f"{count.words!r} has its bounds the wrong way round"
    if count.unit not in {None, *UNITS}:
        yield f"{count.unit!r} is not a unit: {', '.join(UNITS)}"


def _ill_named(claim: Claim, text: str) -> Iterator[str]:
    parties = claim.parties if isinstance(claim, Truce) else (*claim.accused, *claim.victims)
    for party in parties:
        if not standing(alternatives(party)[0], text):
            yield f"the party {alternatives(party)[0]!r} does not stand in the text"
    if claim.by and not any(name.casefold() in text.casefold() for name in alternatives(claim.by)):
        yield f"no name of the speaker {claim.by!r} stands in the text"


def _outside_vocabulary(claim: Claim) -> Iterator[str]:
    if isinstance(claim, Truce):
        yield from _strange(alternatives(claim.status), STATUSES)
        yield from _strange(claim.zones, ZONES)
    else:
        yield from _strange(alternatives(claim.type), TYPES)
        yield from _strange((claim.zone,) if claim.zone else (), ZONES)
        if claim.either and len(claim.accused) < 2:
            yield "an alternative needs two parties"
    yield from _strange((claim.severity.value,) if claim.severity else (), SEVERITIES)
    yield from _ill_stepped(claim.step) if claim.step else ()


def _ill_stepped(step: Step) -> Iterator[str]:
    yield from _strange(alternatives(step.rung), RUNGS)


def _strange(given: tuple[str, ...], known: tuple[str, ...] | frozenset[str]) -> Iterator[str]:
    yield from (f"{word!r} is none of {sorted(known)}" for word in given if word not in known)


def main(arguments: Sequence[str]) -> int:
    items = read(Path(arguments[0])) if arguments else [item for part in PARTS for item in load(part)]
    wrong = [fault for item in items for fault in faults(item)]
    print("\n".join(wrong))
    for kind, (build, held) in sorted(counts(items).items()):
        print(f"| {kind} | {build} | {held} |")
    for part in PARTS:
        half = [item for item in items if item.part == part]
        truce, violations = sum(len(i.truce) for i in half), sum(len(i.violations) for i in half)
        print(f"{part}: {len(half)} items, {truce} truce claims, {violations} violation claims")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
