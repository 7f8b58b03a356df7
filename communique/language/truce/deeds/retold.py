"""Harm told right behind an attack: "… struck our checkpoint. Four brothers were killed." is one claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from communique.domain.span import hull
from communique.domain.truce import ViolationClaim
from communique.language.truce.classes import class_of
from communique.language.words import Parse

HARM_ALONE = frozenset(["civilians/killing", "unspecified"])  # what harm is called whose cause its clause does not name
COUNTING = class_of("counting")
SHOOTING = "fire/"


def told_once(parse: Parse, claims: Iterable[ViolationClaim]) -> Iterator[ViolationClaim]:
    """The claims in reading order, harm that only goes on with an attack put to it: its dead, its hurt, its victims."""
    last: ViolationClaim | None = None
    for claim in sorted(claims, key=lambda c: (c.span.start, c.span.end)):
        if last is not None and _goes_on(parse, last, claim):
            last = _with_harm(parse, last, claim)
            continue
        if last is not None and _one_sentence(parse, last, claim) and _goes_on(parse, claim, last):
            last = _with_harm(parse, claim, last)  # "four people died when mortar bombs fell on the quarter"
            continue
        if last is not None:
            yield last
        last = claim
    if last is not None:
        yield last


def _goes_on(parse: Parse, attack: ViolationClaim, harm: ViolationClaim) -> bool:
    """Whether the second claim is nothing but the harm of the first, told by the same voice, next to it."""
    bare = harm.type in HARM_ALONE and not harm.weapon and not harm.alleged_party and not harm.place
    counted = (harm.killed or harm.injured) is not None and not (harm.count or harm.rule or harm.date)
    shot = attack.type.startswith((SHOOTING, "protected")) and attack.polarity == harm.polarity == "asserted"
    open_ = not (attack.killed and harm.killed) and not (attack.injured and harm.injured)
    near = abs(_sentence(parse, harm) - _sentence(parse, attack)) <= 1
    told = {w.lower for w in parse.words[parse.first_at(harm.span.start) : parse.first_at(harm.span.end)]}
    if _sentence(parse, harm) != _sentence(parse, attack) and told & COUNTING:
        return False  # "our office has counted eleven dead" is a count by somebody, with its own weight
    return bare and counted and shot and open_ and near and attack.said_in == harm.said_in


def _sentence(parse: Parse, claim: ViolationClaim) -> int:
    return parse.words[parse.first_at(claim.span.start)].sentence


def _one_sentence(parse: Parse, one: ViolationClaim, other: ViolationClaim) -> bool:
    return _sentence(parse, one) == _sentence(parse, other)


def _with_harm(parse: Parse, attack: ViolationClaim, harm: ViolationClaim) -> ViolationClaim:
    span = hull([attack.span, harm.span]) if _one_sentence(parse, attack, harm) else attack.span
    return replace(
        attack,
        span=span,
        killed=attack.killed or harm.killed,
        injured=attack.injured or harm.injured,
        victims=tuple(dict.fromkeys((*attack.victims, *harm.victims))),
    )
