"""How many violations, incidents or cases a clause counts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from communique.language.truce.about import BREAKING, of_other_rule
from communique.language.truce.lexicon import TruceWords
from communique.language.truce.numbers import Amount, amounts
from communique.language.words import Parse

NUMBER_NEAR = 4  # words between a number and what it counts: "15 recorded ceasefire violations"
# What stands before the number where the noun comes first: "the number of violations rose to 27".
AT = {"at", "to", "was", "is", "were", "reached", "totalled", "totaled", "hit", "exceeded", "of", "be", "numbered"}
NUMBER_OF = {"number", "total", "tally", "toll", "count", "sum", "figure"}
FROM = {"from", "against", "previous", "previously", "with", "versus", "earlier"}
COMPARING = {"compared", "up", "down", "against", "from", "versus", "previous", "than", "exceeding"}
COUNTERS = {"side", "part", "ministry", "mission", "commission", "command", "army", "government", "council", "monitors"}
COUNTERS |= {
    "observers",
    "centre",
    "center",
    "observatory",
    "guard",
    "opposition",
    "delegation",
    "office",
    "one",
    "other",
}


@dataclass(frozen=True, slots=True)
class Tally:
    """A number of violations: the number, the word that is counted, and whether others listed them before."""

    amount: Amount
    noun: int
    unit: str
    listed: bool = False


def tallies(parse: Parse, words: Sequence[int], lexicon: TruceWords) -> list[Tally]:
    """The numbers of violations, incidents or cases that a clause gives, that of its own period first."""
    if not any(parse.words[i].lower in lexicon.units for i in words):
        return []
    numbers = amounts(parse, words)
    found = []
    for i in words:
        word = parse.words[i]
        unit = lexicon.units.get(word.lower)
        if unit is None or word.pos not in {"NOUN", "PROPN", "VERB"} or of_other_rule(parse, i):
            continue
        if _is_none(parse, i):
            continue
        if word.lower == "times" and not any(parse.words[k].lower in BREAKING for k in words):
            continue
        amount = _before(parse, numbers, i) or _behind(parse, numbers, i, lexicon.units)
        if amount:
            found.append(Tally(amount, i, unit, _listed(parse, amount)))
    taken = {t.amount.first for t in found}
    found += [t for t in _those(parse, words, numbers, found) if t.amount.first not in taken]
    return sorted(found, key=lambda t: _compared(parse, t.amount, words[0]))


def _is_none(parse: Parse, noun: int) -> bool:
    """ "The strike was no breach of the truce" counts nothing."""
    word = parse.words[noun]
    no = any(parse.words[c].lower == "no" for c in parse.children[noun])
    there = any(parse.words[c].dep == "expl" for c in parse.children[word.head])
    return no and word.dep == "attr" and not there


def bare_count(parse: Parse, words: Sequence[int], lexicon: TruceWords) -> Amount | None:
    """The number of "the Selmarkan side registered three": recorded, with nothing named that it counts."""
    for amount in amounts(parse, words):
        after = parse.words[amount.last + 1] if amount.last + 1 < len(parse.words) else None
        none = amount.high == 0 and after is not None and after.lower in {"in", "around", "near", "from"}
        alone = amount.last == words[-1] and amount.first > words[0] and parse.words[amount.first - 1].text == ","
        if none or alone:
            return amount
        ends = after is None or after.i > words[-1] or after.text in {",", ";", ".", ")", "("} or after.pos == "ADP"
        counted = parse.words[parse.words[amount.last].head]
        if ends and (counted.lower in lexicon.recording or _counter_before(parse, amount)):
            return amount
    return None


def ends_with_side(parse: Parse, words: Sequence[int]) -> bool:
    """Whether the words name a side and end with its number: "the Selmarkan side four"."""
    found = amounts(parse, words)
    return bool(found) and found[-1].last == words[-1] and _counter_before(parse, found[-1])


def _counter_before(parse: Parse, amount: Amount) -> bool:
    """ "… and the Ardanian side 11" """
    before = parse.words[amount.first - 1] if amount.first else None
    return before is not None and before.lower in COUNTERS


def _compared(parse: Parse, amount: Amount, first: int) -> bool:
    """Whether it is the number of another period, with which this one is compared."""
    before = [w.lower for w in parse.words[max(first, amount.first - 3) : amount.first]]
    return bool(COMPARING & set(before[-2:])) or "compared" in before


def _listed(parse: Parse, amount: Amount) -> bool:
    """ "Of the 15 cases …": counted before, not here."""
    return [w.lower for w in parse.words[max(0, amount.first - 2) : amount.first]] == ["of", "the"]


def _before(parse: Parse, numbers: Sequence[Amount], noun: int) -> Amount | None:
    before = [a for a in numbers if 0 < noun - a.last <= NUMBER_NEAR]
    between = parse.words[before[-1].last + 1 : noun] if before else ()
    if before and all(
        w.pos not in {"VERB", "ADP", "PUNCT"} or w.tag in {"VBN", "VBG", "HYPH"} or w.lower == "of" for w in between
    ):
        return before[-1]
    return None


def _behind(parse: Parse, numbers: Sequence[Amount], noun: int, units: Collection[str]) -> Amount | None:
    """ "Put the number of violations by the army at eight", "violations rose to 27", "violations: 33" """
    behind = [a for a in numbers if a.first > noun]
    if not behind:
        return None
    if behind[0].first == noun + 2 and parse.words[noun + 1].text in {":", "-", "–", "—"}:
        return behind[0]
    colon = next((a for a in behind if parse.words[a.first - 1].text == ":"), None)
    after = parse.words[colon.last + 1] if colon and colon.last + 1 < len(parse.words) else None
    if colon and not (after and after.lower in units) and not any(a.last < colon.first for a in behind):
        return colon  # "more violations than the day before: 61"
    near = [w.lower for w in parse.words[max(0, noun - 4) : noun]]
    if not NUMBER_OF & set(near):
        return None
    return next((a for a in behind if parse.words[a.first - 1].lower in AT), None)


def _those(parse: Parse, words: Sequence[int], numbers: Sequence[Amount], found: Sequence[Tally]) -> list[Tally]:
    """ "… by the army at eight and those by the guard at three": the second number of the same noun."""
    if not found:
        return []
    stands = [i for i in words if parse.words[i].lower in {"those", "that"} and i > found[0].amount.last]
    made = []
    for i in stands:
        amount = next((a for a in numbers if a.first > i and parse.words[a.first - 1].lower in AT), None)
        if amount and parse.words[i + 1].lower in {"by", "of", "on"}:
            made.append(Tally(amount, i, found[0].unit))
    return made
