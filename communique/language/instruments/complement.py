"""How far to the right the description of an instrument goes, without a parse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.language.instruments.lexicon import Vocabulary
from communique.language.tokens import Token

_REACH = 16
# fmt: off
CALENDAR = frozenset((
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan", "feb", "aug", "sept", "oct", "nov", "dec",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
))
# fmt: on
_PARTICIPLE_LINKS = frozenset({"by", "between", "among", "with"})


@dataclass(frozen=True, slots=True)
class Right:
    """Where the description ends and what it holds.

    `complement`: "on safe zones"; `parties`: "agreed by X and Y"; `made`: a participle follows ("signed on"), whether
    or not it belongs to the description; `free`: nothing follows that would make the head another sense.
    """

    last: int
    complement: bool = False
    parties: bool = False
    made: bool = False
    free: bool = True


def extent_right(tokens: Sequence[Token], head: int, words: Vocabulary) -> Right:
    """The extent to the right of the head whose last token is `head`."""
    last = _of_phrase(tokens, head)
    complement = last > head
    begun = _complement(tokens, last, words)
    if begun > last:
        last, complement = begun, True
    if complement:
        return Right(last, complement=True, made=_made_at(tokens, last, words))
    if _made_at(tokens, head, words):
        return _parties(tokens, head, words)
    after = tokens[head + 1].lower if head + 1 < len(tokens) else ""
    return Right(head, free=after not in ("to", "of", "on", "in principle", "with", "between", "that"))


def _of_phrase(tokens: Sequence[Token], head: int) -> int:
    """The end of "of the United Nations", "of Principles" after the head; never "of 12 March"."""
    at = head + 1
    if at >= len(tokens) or tokens[at].lower != "of":
        return head
    at += 1
    if at < len(tokens) and tokens[at].lower == "the":
        at += 1
    last = head
    while at < len(tokens) and tokens[at].is_capital and tokens[at].lower not in CALENDAR and not tokens[at].opens:
        last = at
        at += 1
    return last


def _complement(tokens: Sequence[Token], last: int, words: Vocabulary) -> int:
    at = last + 1
    if at >= len(tokens):
        return last
    opener = tokens[at].lower
    to_a_text = opener == "to" and at + 1 < len(tokens) and tokens[at + 1].lower == "the"
    if opener not in words.complements and not to_a_text:
        return last
    if at + 1 < len(tokens) and _is_date(tokens, at + 1):
        return last
    end = _run(tokens, at + 1, words)
    return end if end > at else last


def _run(tokens: Sequence[Token], at: int, words: Vocabulary) -> int:
    """The last token of the run of noun-phrase words from `at`; `at - 1` if there is none."""
    begin, last = at, at - 1
    while at < len(tokens) and at - begin < _REACH:
        token = tokens[at]
        if not token.is_word and token.lower != "'s":
            break
        if _ends_here(tokens, at, begin, words) or _is_date(tokens, at):
            break
        last = at
        at += 1
    # A run that was cut by its length, or ends on a function word, goes back to the last word that carries meaning.
    while last >= begin and tokens[last].lower in ("and", "the", "a", "an", "of", "in", "for", "between", "with", "'s"):
        last -= 1
    return last


def _ends_here(tokens: Sequence[Token], at: int, begin: int, words: Vocabulary) -> bool:
    lower = tokens[at].lower
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if lower == "in":
        return not _in_a_place(tokens, at + 1)
    if lower == "and":
        return following is None or _starts_clause(following, words)
    if lower in ("this", "last", "next"):
        return True
    if lower in words.made:
        return at > begin or lower != "agreed"
    # "the United States" is no verb.
    return lower in words.stops and not (lower == "states" and tokens[at].is_capital)


def _in_a_place(tokens: Sequence[Token], at: int) -> bool:
    if at < len(tokens) and tokens[at].lower == "the":
        at += 1
    return at < len(tokens) and tokens[at].is_capital and tokens[at].lower not in CALENDAR


def _starts_clause(token: Token, words: Vocabulary) -> bool:
    """After "and": a verb or a subject rather than one more thing the instrument is about."""
    lower = token.lower
    verbal = not token.is_capital and lower.endswith(("ed", "ing"))
    return verbal or lower in words.stops or lower in ("to", "on", "a", "that")


def _is_date(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.lower in CALENDAR and (token.is_capital or token.lower != "may"):
        return True
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return token.text.isdigit() and (following in CALENDAR or len(token.text) == 4)


def _made_at(tokens: Sequence[Token], last: int, words: Vocabulary) -> bool:
    """Whether a participle follows: "signed", ", signed", "(signed", "which was signed", "that was reached"."""
    at = last + 1
    while (
        at < len(tokens) and at - last <= 4 and tokens[at].lower in (",", "(", "–", "-", "which", "that", "was", "were")
    ):
        at += 1
    return at < len(tokens) and tokens[at].lower in words.made


def _parties(tokens: Sequence[Token], head: int, words: Vocabulary) -> Right:
    """ "agreed by X and Y" belongs to the description of a text that has no other."""
    at = head + 1
    if tokens[at].lower in words.made and at + 1 < len(tokens) and tokens[at + 1].lower in _PARTICIPLE_LINKS:
        end = _run(tokens, at + 2, words)
        if end >= at + 2:
            return Right(end, parties=True, made=True)
    return Right(head, made=True)
