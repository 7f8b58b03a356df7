"""Where an accused or a victim stands towards an agreement: bound by it, left out of it, or outside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from communique.truce.agreements import Agreement
from communique.truce.answer import Answer

Kind = Literal["party", "excluded", "guarantor", "stranger", "unknown"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How one actor stands, in words; `party` is the key of the party it is counted to."""

    kind: Kind
    words: str
    party: str | None = None


def by_party(
    agreement: Agreement, accused: Sequence[str | None], victims: Sequence[str | None], *, either: bool = False
) -> Answer:
    """No for a listed group, as accused or as the only victim, and for those who are no party; None for the unknown.

    Several accused who acted together are judged by the one who is bound; alternatives (`either`) must all agree.
    """
    if not agreement.parties and not agreement.excluded:
        return Answer(None, f"the pack names no parties of the {agreement.name}")
    harmed = [standing(agreement, key) for key in victims]
    left_out = [one for one in harmed if one.kind == "excluded"]
    if left_out and len(left_out) == len(harmed):
        return Answer(False, f"the victim: {_joined(left_out)}")
    blamed = [standing(agreement, key) for key in accused]
    if not blamed:
        return Answer(None, "nobody who is accused is known")
    answer = _together(blamed, either=either)
    if answer is True and left_out:
        return Answer(None, f"among the victims: {_joined(left_out)}", _parties(blamed))
    return Answer(answer, f"the accused: {_joined(blamed)}", _parties(blamed))


def by_part(agreement: Agreement, involved: Sequence[str | None], victims: Sequence[str | None]) -> Answer:
    """The answer that holds whichever of those involved did it to the others, None where that makes a difference.

    For those of whom it is told that they took part, and not who did it to whom.
    """
    cases = [by_party(agreement, (one,), (*_without(involved, at), *victims)) for at, one in enumerate(involved)]
    if len(involved) == 1:
        cases.append(by_party(agreement, (), (*involved, *victims)))
    answers = {case.answer for case in cases}
    taking = [standing(agreement, key) for key in involved]
    words = f"a party to it, where nobody says who did it to whom: {_joined(taking)}"
    return Answer(answers.pop() if len(answers) == 1 else None, words, _parties(taking))


def _without(keys: Sequence[str | None], at: int) -> tuple[str | None, ...]:
    return (*keys[:at], *keys[at + 1 :])


@lru_cache(maxsize=4096)  # the same few parties stand in every incident of a record
def standing(agreement: Agreement, key: str | None) -> Standing:
    """Where the actor of that key stands; None and a key that nothing is known of are unknown."""
    sides = agreement.sides
    if key is None or not (sides.knows(key) or key in agreement.parties or key in agreement.excluded):
        return Standing("unknown", f"{key or 'somebody'} is not known to the pack")
    name = sides.name(key)
    for up in sides.lineage(key):
        if up in agreement.excluded:
            return Standing("excluded", f"{_link(agreement, key, up)} is left out by {_excluding(agreement, up)}")
    if not agreement.parties:
        return Standing("unknown", f"the pack names no parties of the {agreement.name}")
    party = _party_of(agreement, key)
    if party is not None:
        return Standing("party", f"{_link(agreement, key, party)} is a party", party)
    party = _party_by_side(agreement, key)
    if party is not None:
        return Standing("party", f"{name} is counted to the side of {sides.name(party)}, a party", party)
    for up in sides.above(key):
        if up in agreement.guarantors:
            return Standing("guarantor", f"{_link(agreement, key, up)} is a guarantor, and no term binds it by name")
    return Standing("stranger", f"{name} is no party to the {agreement.name}")


def _party_of(agreement: Agreement, key: str) -> str | None:
    above = agreement.sides.above(key)
    for party in agreement.parties:
        if party in above or set(above) & set(agreement.sides.members.get(party, ())):
            return party
    return None


def _party_by_side(agreement: Agreement, key: str) -> str | None:
    """An armed group is counted to the party whose side the pack puts it on; a state only to what it is part of."""
    sides = agreement.sides
    own = next((sides.side[up] for up in sides.above(key) if up in sides.side), None)
    if own is None:
        return None
    return next((party for party in agreement.parties if own in sides.sides_of(party)), None)


def _together(blamed: Sequence[Standing], *, either: bool) -> bool | None:
    says = {"party": True, "excluded": False, "stranger": False, "guarantor": None, "unknown": None}
    answers = {says[one.kind] for one in blamed}
    if len(answers) == 1:
        return answers.pop()
    return True if True in answers and not either else None


def _excluding(agreement: Agreement, key: str) -> str:
    terms = [term for term in agreement.terms if key in term.excluded and term.clause]
    best = next((term for term in terms if term.effect == "excludes"), terms[0] if terms else None)
    return f"clause {best.clause} of the {agreement.name}" if best else f"the {agreement.name}"


def _link(agreement: Agreement, key: str, up: str) -> str:
    name, above = agreement.called(key), agreement.called(up)
    if key == up or name == above:
        return name
    came_from = up not in agreement.sides.above(key)
    return f"{name}, which came out of {above}," if came_from else f"{name}, of {above},"


def _joined(standings: Sequence[Standing]) -> str:
    return "; ".join(dict.fromkeys(one.words for one in standings))


def _parties(standings: Sequence[Standing]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.party for one in standings if one.party))
