"""Which tellings may be of one event: links with their strength and the reason in words.

Only what all but certainly is one event is joined; everything else is a proposal for a person. What the words do not
say never makes a match sure, and what they say differently (another day, another town, another round) rules it out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from communique.domain.incident import Party
from communique.record.groups import Link
from communique.record.names import folded
from communique.timeline.telling import Telling
from communique.truce.origins import Voices

PROPOSED, SURE = 0.6, 0.85  # strengths from which a link is proposed, and joins
COPIED, LONG = 95, 60  # percent of characters, and how many at least, by which words of two reports are one text
MUTUAL = frozenset({"CONSULT", "COOPERATE", "AGREE"})  # who is doer and who is target depends on who tells it
# A deed that was asked for or supposed is not the one that happened.
REAL = {"happened": 0, "ongoing": 0, "denied": 0, "planned": 1, "called for": 2, "hypothetical": 3}
MOST_IN_A_BLOCK = 400  # tellings of one type and day: more is a table, and compared with its neighbours only


def match(told: Sequence[Telling], voices: Voices) -> tuple[Link, ...]:
    """The links between tellings, strongest first; none between what the words tell apart."""
    pairs = {(min(a, b), max(a, b)) for a, b in _pairs(told)}
    links = (_link(told[a], told[b], voices) for a, b in sorted(pairs))
    found = [link for link in links if link is not None]
    return tuple(sorted(found, key=lambda link: (-link.strength, link.one, link.other)))


def _pairs(told: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Tellings of one type that share a party or a place, by index."""
    blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(told):
        for name in {*map(_name, one.parties), *((folded(one.place),) if one.place and _named(one.place) else ())}:
            blocks[one.type, name].append(at)
    for block in blocks.values():
        ordered = sorted(block, key=lambda at: (told[at].start or told[at].cited.published or "", at))
        reach = MOST_IN_A_BLOCK
        if len(ordered) <= reach:
            yield from combinations(ordered, 2)
        else:
            yield from ((a, b) for at, a in enumerate(ordered) for b in ordered[at + 1 : at + 1 + reach // 8])


@dataclass(frozen=True, slots=True)
class _Trait:
    """How far two tellings agree in one thing: 0–1, in words, and whether the words settle it."""

    share: float
    says: str
    known: bool = True


def _link(one: Telling, other: Telling, voices: Voices) -> Link | None:
    if abs(REAL[one.reality] - REAL[other.reality]) > 1:
        return None
    traits = (_who(one, other, voices), _when(one, other), _where(one, other), _which(one, other))
    if any(trait is None for trait in traits):
        return None
    who, when, where, which = (trait for trait in traits if trait is not None)
    strength = 0.5 * who.share + 0.3 * when.share + 0.12 * where.share + 0.08 * which.share
    if strength < PROPOSED:
        return None
    real = REAL[one.reality] == REAL[other.reality]
    sure = strength >= SURE and real and who.share >= 0.99 and who.known and when.known and when.share >= 0.99
    says = [trait.says for trait in (who, when, where, which) if trait.says]
    if when.share >= 0.6 and real and _copied(one, other):
        strength, sure = max(strength, SURE), True
        says.append("the same words")
    says += [] if real else [f"one {one.reality}, one {other.reality}"]
    return Link(one.key, other.key, round(strength, 3), "; ".join(says), sure)


def _who(one: Telling, other: Telling, voices: Voices) -> _Trait | None:
    if one.type in MUTUAL:
        return _shared(one.parties, other.parties, voices, least=2)
    doers = _shared(one.initiators, other.initiators, voices, least=1)
    done_to = _shared(one.targets, other.targets, voices, least=1)
    if doers is None or done_to is None:
        return None
    names = ", ".join(filter(None, (doers.says, done_to.says)))
    return _Trait((doers.share + done_to.share) / 2, names, doers.known and done_to.known)


def _shared(ones: Iterable[Party], others: Iterable[Party], voices: Voices, *, least: int) -> _Trait | None:
    """How many of the parties both name, a minister and his state being half a match; None where none is shared."""
    first, second = {_name(p): p for p in ones}, {_name(p): p for p in others}
    if not first or not second:
        return _Trait(0.5, "", known=False)
    same = first.keys() & second.keys()
    left, right = first.keys() - same, second.keys() - same
    near = {key for key in left if any(_root(first[key], voices) == _root(second[k], voices) for k in right)}
    share = (len(same) + 0.7 * len(near)) / min(len(first), len(second))
    if share == 0:
        return None
    names = ", ".join(sorted(first[key].name for key in same | near))
    return _Trait(min(1.0, share), f"both name {names}", known=len(same) >= least)


def _when(one: Telling, other: Telling) -> _Trait | None:
    if one.start and other.start:
        start, end = max(one.start, other.start), min(one.end or one.start, other.end or other.start)
        if start > end:
            return None
        exact = one.start == other.start and one.end == other.end
        return _Trait(1.0 if exact else 0.7, f"on {start}" if start == end else f"between {start} and {end}")
    return _published(one, other)


def _published(one: Telling, other: Telling) -> _Trait | None:
    """Where a day is not told, reports of one day are likelier of one event; reports of months apart are not."""
    first, second = one.start or one.cited.published, other.start or other.cited.published
    if not first or not second:
        return _Trait(0.3, "", known=False)
    if first[:7] != second[:7]:
        return None
    return _Trait(0.6 if first == second else 0.3, "reported on one day" if first == second else "", known=False)


def _where(one: Telling, other: Telling) -> _Trait | None:
    if not one.place or not other.place or not (_named(one.place) and _named(other.place)):
        return _Trait(0.5, "", known=False)
    if (one.place_key and one.place_key == other.place_key) or folded(one.place) == folded(other.place):
        return _Trait(1.0, f"at {one.place}")
    return None if one.place_key and other.place_key else _Trait(0.2, "", known=False)


def _named(place: str) -> bool:
    """Whether it is a name: there is more than one "bridge"."""
    return any(letter.isupper() for letter in place)


def _which(one: Telling, other: Telling) -> _Trait | None:
    """By process, round, instrument and wording."""
    if one.process_known and other.process_known and one.process_known != other.process_known:
        return None
    if one.round is not None and other.round is not None and one.round != other.round:
        return None
    if one.instrument and other.instrument and one.instrument != other.instrument:
        return None
    if one.round is not None and one.round == other.round:
        return _Trait(1.0, f"round {one.round}")
    return _Trait(fuzz.token_set_ratio(one.cited.quotation, other.cited.quotation) / 100, "", known=False)


def _copied(one: Telling, other: Telling) -> bool:
    """Whether two reports tell it in the same words, and in enough of them that it is no turn of phrase."""
    words, others = one.cited.quotation, other.cited.quotation
    if one.cited.report == other.cited.report or min(len(words), len(others)) < LONG:
        return False
    return fuzz.ratio(words, others, score_cutoff=COPIED) > 0


def _name(party: Party) -> str:
    return party.known or folded(party.name)


def _root(party: Party, voices: Voices) -> str:
    key = party.known or voices.keys.get(folded(party.name))
    return voices.top(key) if key else folded(party.name)
