"""The number that the words of a span give."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.span import Span
from communique.language.truce.counting.counts import OFTEN
from communique.language.truce.counting.numbers import NOT_ONE, Amount, amounts, prefixed
from communique.language.words import Parse

NONE = frozenset({"no", "none", "nil", "zero", "neither", "nothing", "never"})
COMPARED = frozenset({"as", "the"})
BOUNDING = frozenset({"more", "fewer", "less"})
BEHIND = 3  # words that may bound a number: "fifteen or more", "six of them"


def amount_at(parse: Parse, span: Span) -> Amount | None:
    """The number, None where the words give none that is known."""
    inside = list(parse.inside(span))
    if not inside:
        return None
    first, end = parse.sentences[parse.words[inside[0]].sentence]
    around = range(max(first, inside[0] - BEHIND), min(end, inside[-1] + 1 + BEHIND))
    for amount in amounts(parse, around):
        if amount.first <= inside[-1] and amount.last >= inside[0]:
            return amount
    if any(_bounds(parse, i) for i in inside):
        return _often(parse, around)
    none = [i for i in inside if parse.words[i].lower in NONE]
    return Amount(none[0], none[0], 0, 0) if none else _often(parse, inside)


def counted_by(parse: Parse, amount: Amount, words: Sequence[int]) -> int:
    """The noun that stands behind a number among the words, else the number's last word."""
    behind = (i for i in words if i > amount.last and parse.words[i].pos == "NOUN")
    return next(behind, amount.last)


def _often(parse: Parse, words: Sequence[int]) -> Amount | None:
    """ "Violated the truce twice", "not once"; "twice as many" is no number."""
    for i in words:
        number = OFTEN.get(parse.words[i].lower)
        if number == 1 and i and parse.words[i - 1].lower in NOT_ONE:
            return Amount(i - 1, i, 0, 0)
        if number and (i + 1 == len(parse.words) or parse.words[i + 1].lower not in COMPARED):
            return prefixed(parse, Amount(i, i, number, number), parse.sentences[parse.words[i].sentence][0])
    return None


def _bounds(parse: Parse, i: int) -> bool:
    """ "No more than", "no fewer than" """
    word, after = parse.words[i], parse.words[i + 1 : i + 2]
    return word.lower == "no" and bool(after) and after[0].lower in BOUNDING
