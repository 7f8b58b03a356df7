"""How many violations, incidents or cases a clause counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.language.truce.classes import class_of
from communique.language.truce.counting.bulletin import counted_line, line_of_deeds, line_of_place, total_behind
from communique.language.truce.counting.counted import (
    STRIKES,
    UP,
    is_none,
    long_ago,
    of_other,
    of_which,
    told_count,
    unit_of_strikes,
    unreal_count,
)
from communique.language.truce.counting.numbering import (
    AT,
    NUMBER_OF,
    before_noun,
    behind_noun,
    complained,
    none_at_all,
    put_at,
    word_before,
)
from communique.language.truce.counting.numbers import Amount, amounts, prefixed
from communique.language.truce.lexicon import TruceWords
from communique.language.truce.standing.about import BREAKING
from communique.language.words import Parse, Word

PARTS = (["of", "them"], ["of", "these"], ["of", "those"], ["of", "which"])
SIDE = 8  # words of "the Selmarkan side only four"
OFTEN = {"once": 1, "twice": 2, "thrice": 3}
EARLIER = 200  # words before a sentence among which a number may have been given
LISTING = {"alleged", "cited", "claimed", "given", "listed", "named", "reported"}
NOT_TOLD = {"none", "not", "n't", "cannot", "unable", "no"}
COMPARING = {"compared", "up", "down", "against", "from", "versus", "previous", "than", "exceeding"}


FINDING = class_of("found_by_side")
COUNTERS = class_of("counters")
CASES = {"cases": "case", "instances": "incident", "occasions": "violation", "incidents": "incident"}


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
        line = line_of_deeds(parse, words[0]) if words else None
        return [Tally(line, words[0], "incident", told=True)] if line else []
    if long_ago(parse, words[0]):
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
        if word.lower in {"times", "occasions"} and not _of_breaking(parse, words):
            continue
        amount = before_noun(parse, numbers, i) or complained(parse, numbers, i) or total_behind(parse, i)
        amount = amount or behind_noun(parse, numbers, i, lexicon.units) or put_at(parse, i) or none_at_all(parse, i)
        if amount and not unreal_count(parse, i) and not of_which(parse, amount, parse.sentences[word.sentence][0]):
            told = told_count(parse, i, unit, lexicon) or counted_line(parse, i, amount)
            found.append(Tally(amount, i, unit, _listed(parse, amount), told))
    found += _often(parse, words)
    taken = {t.amount.first for t in found}
    found += [t for t in _those(parse, words, numbers, found) if t.amount.first not in taken]
    return sorted(found, key=lambda t: _compared(parse, t.amount, words[0]))


def _of_breaking(parse: Parse, words: Sequence[int]) -> bool:
    """Whether what was done so many times is a breach; an answer ("Nine times.") leaves that to its question."""
    first, end = parse.sentences[parse.words[words[0]].sentence]
    if any(parse.words[k].lower in BREAKING for k in words):
        return True
    asked = parse.words[max(0, first - EARLIER // 10) : first]
    verbless = not any(parse.words[k].tag in {"VBD", "VBZ", "VBP", "MD"} for k in range(first, end))
    return verbless and "?" in {w.text for w in asked} and bool(BREAKING & {w.lower for w in asked})


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
        if noun is not None and (
            counted := before_noun(parse, amounts(parse, range(max(0, noun - 6), noun + 1)), noun)
        ):
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
        opens = amount.first == parse.sentences[parse.words[amount.first].sentence][0]
        if opens and after is not None and after.text in {".", ")"} and after.i < words[-1]:
            continue  # "3. Between 22:10 and 04:30 …": a paragraph's number
        if [w.lower for w in parse.words[amount.last + 1 : amount.last + 3]] in PARTS:
            continue  # "268 of them" are part of what was counted before
        none = amount.high == 0 and after is not None and after.lower in {"in", "around", "near", "from"}
        none = none or (amount.first == words[0] and _recorded_none(parse, amount, lexicon))
        alone = amount.last == words[-1] and amount.first > words[0] and parse.words[amount.first - 1].text == ","
        figure = word_before(parse, amount) in AT | {":"} and bool(NUMBER_OF & {parse.words[i].lower for i in words})
        if (
            none
            or alone
            or _of_other_book(parse, amount, words)
            or line_of_place(parse, amount)
            or (figure and (after is None or after.pos in {"PUNCT", "SPACE"}))
        ):
            return amount
        ends = after is None or after.i > words[-1] or after.text in {",", ";", ".", ")", "("} or after.pos == "ADP"
        counted = _verb_above(parse, amount.last)
        if ends and (counted.lower in lexicon.recording | FINDING or _counter_before(parse, amount)):
            return amount
    return None


def _recorded_none(parse: Parse, amount: Amount, lexicon: TruceWords) -> bool:
    """ "None was registered in the valley" """
    word = parse.words[amount.last]
    verb = parse.words[word.head].lower
    return word.lower == "none" and word.dep in {"nsubjpass", "nsubj"} and verb in lexicon.recording | FINDING


def _of_other_book(parse: Parse, amount: Amount, words: Sequence[int]) -> bool:
    """ "…; the guard's, for the same night, of 19": what another side's list gives, its noun left out."""
    opening = parse.words[words[0] : min(words[0] + SIDE, amount.first)]
    own = next((w for w in opening if w.tag == "POS"), None)
    if own is None or parse.words[own.i + 1].text not in {",", "at", "to", "of", "had"} | {
        parse.words[amount.first].text
    }:
        return False
    return own.i + 1 == amount.first or word_before(parse, amount) in {"of", "to", "at"}


def _verb_above(parse: Parse, i: int) -> Word:
    """What a number hangs on, past the words that bound it: "documented well over a thousand"."""
    at = parse.words[parse.words[i].head]
    for _ in range(UP):
        if at.lower not in {"over", "than", "under", "to"} or at.head == at.i:
            break
        at = parse.words[at.head]
    return at


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
    first, end = parse.sentences[parse.words[amount.first].sentence]
    if len(before) > 2 and before[0].pos in {"NUM", "ADJ", "NOUN"} and before[0].i >= first:
        return False  # "three of the 18", "most of the 18" are counted here
    earlier = {w.lower for w in parse.words[max(0, first - EARLIER) : first]}
    told = [w.lower for w in parse.words[first:end]]
    elsewhere = any(one in LISTING and two == "by" for one, two in pairwise(told))
    return elsewhere or bool(NOT_TOLD & set(told)) or parse.words[amount.last].lower in earlier


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
