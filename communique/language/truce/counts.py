"""How many violations, incidents or cases a clause counts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from communique.language.truce.about import BREAKING
from communique.language.truce.classes import class_of
from communique.language.truce.counted import (
    STRIKES,
    UP,
    is_none,
    of_other,
    of_which,
    told_count,
    unit_of_strikes,
    unreal_count,
)
from communique.language.truce.lexicon import TruceWords
from communique.language.truce.numbers import Amount, amounts, prefixed
from communique.language.words import Parse, Word

PARTS = (["of", "them"], ["of", "these"], ["of", "those"], ["of", "which"])
SIDE = 8  # words of "the Selmarkan side only four"
NUMBER_NEAR = 5  # words between a number and what it counts: "15 recorded ceasefire violations"
# What stands before the number where the noun comes first: "the number of violations rose to 27".
AT = {"at", "to", "was", "is", "were", "reached", "totalled", "totaled", "hit", "exceeded", "of", "be", "numbered"}
NUMBER_OF = {"number", "total", "tally", "toll", "count", "sum", "figure", "rate", "average"}
# Verbs that give a number to their subject: "violations numbered about thirty".
MEASURING = class_of("measuring")
NOBODY = {"neither", "nobody", "none", "no"}
PUTTING = {"put", "puts", "putting", "set", "sets", "placed", "estimated", "estimates", "gave"}
OFTEN = {"once": 1, "twice": 2, "thrice": 3}
COMPARING = {"compared", "up", "down", "against", "from", "versus", "previous", "than", "exceeding"}


FINDING = class_of("found_by_side")
COUNTERS = class_of("counters")
CASES = {"cases": "case", "instances": "incident", "occasions": "violation", "incidents": "incident"}
SUBJECTS = {"nsubj", "nsubjpass", "ROOT", "dep"}


@dataclass(frozen=True, slots=True)
class Tally:
    """A number of violations: the number, the word that is counted, and whether others listed them before.

    `told` is one that the grammar gives as a fact, whatever verb records it.
    """

    amount: Amount
    noun: int
    unit: str
    listed: bool = False
    told: bool = False


def tallies(parse: Parse, words: Sequence[int], lexicon: TruceWords) -> list[Tally]:
    """The numbers of violations, incidents or cases that a clause gives, that of its own period first."""
    if not any(parse.words[i].lower in lexicon.units or parse.words[i].lower in STRIKES for i in words):
        return []
    numbers = amounts(parse, words)
    found = []
    for i in words:
        word = parse.words[i]
        unit = lexicon.units.get(word.lower) or unit_of_strikes(parse, i)
        if unit is None or word.pos not in {"NOUN", "PROPN", "VERB"} or of_other(parse, i):
            continue
        if is_none(parse, i) or _told_below(parse, i):
            continue
        if word.lower in {"times", "occasions"} and not any(parse.words[k].lower in BREAKING for k in words):
            continue
        amount = _before(parse, numbers, i) or _behind(parse, numbers, i, lexicon.units) or _put_at(parse, i)
        amount = amount or _none_at_all(parse, i)
        if amount and not unreal_count(parse, i) and not of_which(parse, amount, parse.sentences[word.sentence][0]):
            found.append(Tally(amount, i, unit, _listed(parse, amount), told_count(parse, i, unit, lexicon)))
    found += _often(parse, words)
    taken = {t.amount.first for t in found}
    found += [t for t in _those(parse, words, numbers, found) if t.amount.first not in taken]
    return sorted(found, key=lambda t: _compared(parse, t.amount, words[0]))


def _none_at_all(parse: Parse, noun: int) -> Amount | None:
    """ "Neither side reported any violation", "has not seen any breach": none."""
    some = next((c for c in parse.children[noun] if parse.words[c].lower in {"any", "a", "single"}), None)
    verb = parse.words[parse.words[noun].head]
    if some is None or verb.pos not in {"VERB", "AUX"} or parse.words[noun].dep != "dobj":
        return None
    children = [parse.words[c] for c in parse.children[verb.i]]
    subjects = [parse.words[k].lower for c in children if c.dep == "nsubj" for k in (c.i, *parse.children[c.i])]
    no = any(c.dep == "neg" for c in children) and parse.words[some].lower == "any"
    modal = any(c.tag == "MD" for c in children)
    return Amount(some, some, 0, 0) if (no or NOBODY & set(subjects)) and not modal else None


def _put_at(parse: Parse, noun: int) -> Amount | None:
    """ "Put the number of violations since the protocol took effect at 318": another clause stands between."""
    verb = top_of(parse, noun).head
    if parse.words[verb].lower not in PUTTING:
        return None
    _, end = parse.sentences[parse.words[noun].sentence]
    behind = amounts(parse, range(noun + 1, end)) if noun + 1 < end else []
    return next((a for a in behind if _before_of(parse, a) == "at" and _bare(parse, a, ())), None)


def top_of(parse: Parse, noun: int) -> Word:
    """The noun that stands for the counted one in its clause: "the number of violations", "six of the violations"."""
    top = parse.words[noun]
    for _ in range(UP):
        if top.dep != "pobj" or parse.words[top.head].lower != "of":
            break
        above = parse.words[parse.words[top.head].head]
        if above.pos in {"VERB", "AUX"}:
            break  # "accused the guard of 30 violations"
        top = above
    return top


def _told_below(parse: Parse, noun: int) -> bool:
    """ "73 cases in which the army breached the truce": the clause below tells it, with the number."""
    return any(_counted_in(parse, c) is not None for c in parse.children[noun])


def _counted_in(parse: Parse, verb: int) -> int | None:
    """The noun that a clause "in which the army breached the truce" is told of, None where it is no such clause."""
    word = parse.words[verb]
    if word.dep != "relcl" or word.lower not in BREAKING or parse.words[word.head].lower not in CASES:
        return None
    return word.head


def _often(parse: Parse, words: Sequence[int]) -> list[Tally]:
    """ "Violated the truce twice": a number of times in one word, or the cases that the clause is told of."""
    found = []
    for verb in (i for i in words if parse.words[i].lower in BREAKING and parse.words[i].tag[:1] == "V"):
        if of_other(parse, verb):
            continue
        noun = _counted_in(parse, verb)
        if noun is not None and (counted := _before(parse, amounts(parse, range(max(0, noun - 6), noun + 1)), noun)):
            found.append(Tally(counted, noun, CASES[parse.words[noun].lower], told=True))
        for c in parse.children[verb]:
            number = OFTEN.get(parse.words[c].lower)
            if number and parse.words[c].dep == "advmod" and c > verb:
                bounded = prefixed(parse, Amount(c, c, number, number), verb)
                found.append(Tally(bounded, c, "violation", told=True))
    return found


def bare_count(parse: Parse, words: Sequence[int], lexicon: TruceWords) -> Amount | None:
    """The number of "the Selmarkan side registered three": recorded, with nothing named that it counts."""
    for amount in amounts(parse, words):
        after = parse.words[amount.last + 1] if amount.last + 1 < len(parse.words) else None
        if [w.lower for w in parse.words[amount.last + 1 : amount.last + 3]] in PARTS:
            continue  # "268 of them" are part of what was counted before
        none = amount.high == 0 and after is not None and after.lower in {"in", "around", "near", "from"}
        alone = amount.last == words[-1] and amount.first > words[0] and parse.words[amount.first - 1].text == ","
        figure = _before_of(parse, amount) in AT and bool(NUMBER_OF & {parse.words[i].lower for i in words})
        if none or alone or (figure and (after is None or after.pos in {"PUNCT", "SPACE"})):
            return amount
        ends = after is None or after.i > words[-1] or after.text in {",", ";", ".", ")", "("} or after.pos == "ADP"
        counted = parse.words[parse.words[amount.last].head]
        if ends and (counted.lower in lexicon.recording | FINDING or _counter_before(parse, amount)):
            return amount
    return None


def ends_with_side(parse: Parse, words: Sequence[int]) -> bool:
    """Whether the words name a side and end with its number: "the Selmarkan side four"."""
    found = amounts(parse, words[-SIDE:])
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
    before = parse.words[max(0, amount.first - 3) : amount.first]
    if [w.lower for w in before[-2:]] != ["of", "the"]:
        return False
    return len(before) < 3 or before[0].pos != "NUM"  # "three of the 18" are counted here


def _before(parse: Parse, numbers: Sequence[Amount], noun: int) -> Amount | None:
    before = [a for a in numbers if 0 < noun - a.last <= NUMBER_NEAR and not _of_another(parse, a, noun)]
    between = parse.words[before[-1].last + 1 : noun] if before else ()
    if before and all(
        w.pos not in {"VERB", "ADP", "PUNCT"} or w.tag in {"VBN", "VBG", "HYPH"} or w.lower == "of" for w in between
    ):
        return before[-1]
    return None


def _of_another(parse: Parse, amount: Amount, noun: int) -> bool:
    """Whether the number counts a noun that stands before this one: "four zones have seen a breach"."""
    counted = parse.words[parse.words[amount.last].head]
    free = counted.pos == "NOUN" and counted.dep != "compound"
    return parse.words[amount.last].dep == "nummod" and amount.last < counted.i < noun and free


def _behind(parse: Parse, numbers: Sequence[Amount], noun: int, units: Collection[str]) -> Amount | None:
    """ "Put the number of violations by the army at eight", "violations rose to 27", "violations: 33" """
    behind = [a for a in numbers if a.first > noun]
    if not behind:
        return None
    total = next((a for a in behind if _before_of(parse, a) in {"total", "totalling", "altogether"}), None)
    if total and parse.words[noun + 1].text == ":":
        return total  # "violations: Tessel 11, Karsk 7; total 18"
    if behind[0].first == noun + 2 and parse.words[noun + 1].text in {":", "-", "–", "—"}:
        return behind[0]
    colon = next((a for a in behind if parse.words[a.first - 1].text == ":"), None)
    after = parse.words[colon.last + 1] if colon and colon.last + 1 < len(parse.words) else None
    if colon and not (after and after.lower in units) and not any(a.last < colon.first for a in behind):
        return colon  # "more violations than the day before: 61"
    near = [w.lower for w in parse.words[max(0, noun - 4) : noun]]
    if NUMBER_OF & set(near):
        at = next((a for a in behind if _before_of(parse, a) in AT - {"of"} and _bare(parse, a, units)), None)
        if at:
            return at
    return next((a for a in behind if _predicated(parse, a, noun, units)), None)


def _predicated(parse: Parse, amount: Amount, noun: int, units: Collection[str]) -> bool:
    """ "Breaches climbed to 64 from 41", "violations of the truce dropped to nine", "violations numbered 30" """
    top = top_of(parse, noun)
    verb = top if top.pos == "VERB" else parse.words[top.head]
    if not _bare(parse, amount, units) or amount.first <= verb.i or (top.dep not in SUBJECTS and top.i != verb.i):
        return False
    before, last = _before_of(parse, amount), parse.words[amount.last]
    if before in {"to", "at"}:
        return parse.words[amount.first - 1].head in {verb.i, *parse.children[verb.i]} or top.i == verb.i
    return verb.lower in MEASURING and last.head == verb.i


def _before_of(parse: Parse, amount: Amount) -> str:
    return parse.words[amount.first - 1].lower if amount.first else ""


def _bare(parse: Parse, amount: Amount, units: Collection[str]) -> bool:
    """Whether the number counts no other noun: "led to 20 arrests" counts arrests."""
    last = parse.words[amount.last]
    return last.dep not in {"nummod", "compound"} or parse.words[last.head].lower in units


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
