"""Claims that lean on the claim before: "the other side registered three", "it could confirm none", "it did not"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.truce import TruceClaim
from communique.language.truce.belief.polarity import NOT_CONFIRMED
from communique.language.truce.counting.counts import Tally, bare_count
from communique.language.truce.counting.numbers import amounts
from communique.language.truce.lexicon import TruceWords
from communique.language.truce.phrases import lowers
from communique.language.truce.standing.state import BROKEN, CANNOT, HOLDING, UNCLEAR, State
from communique.language.words import Parse

STANDING = {"it", "this", "that"}  # for the truce that was spoken of
MEANT = {
    "any",
    "them",
    "these",
    "those",
    "figure",
    "figures",
    "number",
    "numbers",
    "none",
    "tally",
    "count",
    "it",
    "all",
}
ELLIPTIC = {"did", "does", "has", "had", "is", "was"}


def echo(
    parse: Parse, words: Sequence[int], last: TruceClaim, lexicon: TruceWords, *, next_to: bool
) -> tuple[State, Tally | None] | None:
    """What the clause says by leaning on the claim before, None where it says nothing; `next_to`: right before."""
    listed = lowers(parse, words)
    if listed[:2] in (["of", "these"], ["of", "them"], ["of", "those"]):
        return None  # what the count before is made of
    text = set(listed)
    counted = last.violations
    if counted and lexicon.denial.confirming & text and CANNOT & text and MEANT & text:
        if last.polarity == NOT_CONFIRMED and next_to:
            return None  # "of the nine violations the other side said it could confirm none": told already
        numbers = [a for a in amounts(parse, words) if a.high]
        tally = Tally(numbers[0], numbers[0].last, counted.unit or "", listed=True) if numbers else None
        return State(UNCLEAR, NOT_CONFIRMED), tally
    if counted and counted.unit:
        amount = bare_count(parse, words, lexicon)
        if amount:
            return State(HOLDING if amount.high == 0 else UNCLEAR), Tally(amount, amount.last, counted.unit)
    return _elliptic(parse, words, last) if next_to else None


def _elliptic(parse: Parse, words: Sequence[int], last: TruceClaim) -> tuple[State, Tally | None] | None:
    """ "In Karsk it did not" """
    stands = [i for i in words if parse.words[i].lower in STANDING and parse.words[i].dep in {"nsubj", "nsubjpass"}]
    tail = lowers(parse, words)[-2:]
    negated = len(tail) == 2 and tail[1] in {"not", "n't"} and tail[0] in ELLIPTIC
    return (State(BROKEN), None) if stands and negated and last.status == HOLDING else None
