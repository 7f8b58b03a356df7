"""A tally by place: "nine in the Tessel valley, three in Karsk", "Tessel 9, Karsk 3"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.domain.span import Span
from communique.domain.truce import Count
from communique.language.truce.numbers import Amount, amounts
from communique.language.words import Parse

WHERE = {"in", "near", "around", "at"}
LEAST = 2  # one number with a place is a total, not a part


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a tally: where, and how many."""

    place: Span
    count: Count


def breakdown(parse: Parse, span: Span, *, unit: str | None = None) -> tuple[Part, ...]:
    """The parts of the tally that `span` gives, in reading order; empty where it gives fewer than two."""
    words = list(parse.inside(span))
    found = [part for amount in amounts(parse, words) if (part := _part(parse, amount, words, unit))]
    return tuple(found) if len(found) >= LEAST else ()


def _part(parse: Parse, amount: Amount, words: Sequence[int], unit: str | None) -> Part | None:
    place = _behind(parse, amount, words[-1]) or _before(parse, amount, words[0])
    return Part(parse.span(*place), amount.count(parse, unit=unit)) if place else None


def _behind(parse: Parse, amount: Amount, last: int) -> tuple[int, int] | None:
    """ "nine in the Tessel valley" """
    at = amount.last + 1
    if at >= last or parse.words[at].lower not in WHERE:
        return None
    first = end = at + 1
    while end < last and _names(parse, end + 1):
        end += 1
    return (first, end) if any(parse.words[i].text[0].isupper() for i in range(first, end + 1)) else None


def _before(parse: Parse, amount: Amount, first: int) -> tuple[int, int] | None:
    """ "Tessel valley 9": nothing goes on with the number, which ends the line."""
    after = parse.words[amount.last + 1] if amount.last + 1 < len(parse.words) else None
    if after is not None and after.text not in {",", ";", ".", ")", "and"}:
        return None
    end = start = amount.first - 1
    while start > first and _names(parse, start - 1):
        start -= 1
    return (start, end) if start >= first and parse.words[start].text[0].isupper() else None


def _names(parse: Parse, i: int) -> bool:
    return parse.words[i].pos in {"PROPN", "NOUN", "ADJ"} and not parse.words[i].text.isdigit()
