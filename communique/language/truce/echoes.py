"""Claims that lean on the claim before: "the other side registered three", "it could confirm none", "it had ended"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.truce import TruceClaim
from communique.language.truce.about import Topic
from communique.language.truce.counts import Tally, bare_count
from communique.language.truce.lexicon import TruceWords
from communique.language.truce.numbers import amounts
from communique.language.truce.phrases import lowers
from communique.language.truce.polarity import ASSERTED, NOT_CONFIRMED, polarity_at
from communique.language.truce.state import BROKEN, CANNOT, HOLDING, UNCLEAR, State
from communique.language.truce.status import status_of
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
    return _of_pronoun(parse, words, last, lexicon) if next_to else None


def _of_pronoun(
    parse: Parse, words: Sequence[int], last: TruceClaim, lexicon: TruceWords
) -> tuple[State, Tally | None] | None:
    """ "It had ended", "the other side had never kept it", "in Karsk it did not"."""
    stands = [i for i in words if parse.words[i].lower in STANDING and parse.words[i].pos == "PRON"]
    stands = [i for i in stands if parse.words[i].dep in {"nsubj", "nsubjpass", "dobj", "pobj"}]
    if not stands:
        return None
    tail = lowers(parse, words)[-2:]
    if last.status == HOLDING and len(tail) == 2 and tail[1] in {"not", "n't"} and tail[0] in ELLIPTIC:
        return State(BROKEN), None
    found = status_of(parse, words, [Topic(i, i, "pronoun") for i in stands], lexicon)
    if found is None:
        return None
    polarity = ASSERTED if found.turned else polarity_at(parse, found.last, lexicon.denial).name
    return State(found.name, polarity), None
