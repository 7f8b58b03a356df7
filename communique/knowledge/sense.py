"""What a pack says that cannot be meant: a breach of no known type, a party that is left out, a rung held twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from communique.knowledge.accords import RUNG_NAMES, KnownInstrument
from communique.knowledge.pack import Pack
from communique.knowledge.problems import Problem, meant
from communique.knowledge.violations import SHORT, TYPES, full_type, is_type

AGREEMENTS, LADDER = "agreements.toml", "ladder.toml"


def senseless(pack: Pack) -> Iterator[Problem]:
    """The faults of a pack's agreements, ladder and actors that no row shows by itself."""
    for known in pack.instruments:
        yield from _breaches(known)
        for key in sorted(set(known.parties) & set(known.excluded)):
            words = f"{key} is both a party and excluded; take it out of one of the two lists"
            yield Problem(AGREEMENTS, known.key, words, key)
    yield from _rungs(pack)
    yield from _circles(pack)


def doubtful(pack: Pack) -> Iterator[Problem]:
    """What looks wrong and may be right."""
    spoken_of = {key for known in pack.instruments for term in known.terms for key in term.zones}
    for zone in pack.zones:
        if zone.agreement is None and zone.key not in spoken_of:
            words = "no agreement and no term speaks of this zone, so nothing is placed in it; is `agreement` missing?"
            yield Problem("zones.geojson", zone.key, words, doubt=True)
    for known in pack.instruments:
        yield from _early(known)
        yield from _excluding_nobody(known)
    yield from _namesakes(pack)


def _breaches(known: KnownInstrument) -> Iterator[Problem]:
    for number, term in enumerate(known.terms, start=1):
        for breach in term.breaches:
            if not is_type(breach):
                yield Problem(AGREEMENTS, f"{known.key}, term {number}", _no_type(breach), breach)


def _no_type(breach: str) -> str:
    first, slash, _ = full_type(breach).partition("/")
    if slash and first in TYPES:
        kinds = [f"{first}/{kind}" for kind in TYPES[first]]
        return (
            f"breaches names {breach}, which is no kind of {first}; known are {', '.join(kinds)}{meant(breach, kinds)}"
        )
    known = [*TYPES, *SHORT]
    return (
        f"breaches names {breach}, which is no type of violation; it must be one of {', '.join(TYPES)}, "
        f"or one of them with a kind behind a stroke, such as fire/mortar{meant(first, known)}"
    )


def _rungs(pack: Pack) -> Iterator[Problem]:
    for rung in pack.ladder:
        if rung.name != RUNG_NAMES[rung.rung]:
            words = f"rung {rung.rung} is called {RUNG_NAMES[rung.rung]!r} in the record, not {rung.name!r}; "
            yield Problem(LADDER, f"rung {rung.rung}", words + "words of your own go into phrases", rung.name)
    held = Counter((rung.rung, rung.agreement) for rung in pack.ladder)
    for (number, agreement), times in sorted(held.items(), key=str):
        if times > 1:
            whose = f" for {agreement}" if agreement else ""
            words = f"this rung appears {times} times{whose}; put phrases and who of them into one entry"
            yield Problem(LADDER, f"rung {number}", words)


def _circles(pack: Pack) -> Iterator[Problem]:
    above = {body.key: body.of for body in pack.shelf.bodies}
    for key in above:
        seen, at = {key: None}, above[key]  # a dict keeps the order and is quick to ask, however long the chain
        while at is not None and at not in seen:
            seen[at] = None
            at = above.get(at)
        if at == key:
            words = f"it is part of itself ({' of '.join([*seen, key])}); leave `of` out of one of them"
            yield Problem("actors.csv", key, words)


def _early(known: KnownInstrument) -> Iterator[Problem]:
    for held in known.in_force:
        start = held.period.start
        # Partial dates, as far as both go: a year is not before a day in it.
        if known.adopted and start and start < known.adopted[: len(start)]:
            words = (
                f"in force from {start} according to {held.says}, before it was adopted ({known.adopted}): is that so?"
            )
            yield Problem(AGREEMENTS, known.key, words, start, doubt=True)


def _excluding_nobody(known: KnownInstrument) -> Iterator[Problem]:
    for number, term in enumerate(known.terms, start=1):
        if term.effect == "excludes" and not term.excluded:
            words = "the term excludes, and `excluded` names nobody: is a list of keys missing?"
            yield Problem(AGREEMENTS, f"{known.key}, term {number}", words, doubt=True)


def _namesakes(pack: Pack) -> Iterator[Problem]:
    owners: dict[str, list[str]] = {}
    for known in pack.instruments:
        for name in {name.casefold() for name in (known.name, *known.aliases)}:
            # A question mark leaves it to the text around the name which of them is meant.
            if not name.endswith("?"):
                owners.setdefault(name, []).append(known.key)
    for name, keys in owners.items():
        if len(keys) > 1:
            words = f"{name!r} is a name of {' and '.join(keys)}; put a question mark behind it in all of them but one"
            yield Problem(AGREEMENTS, keys[0], words, doubt=True)
