"""A tally in parts: "nine in the Tessel valley, three in Karsk", "Tessel 9, Karsk 3", "of which 31 explosions"."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from communique.domain.span import Span
from communique.domain.truce import Part
from communique.language.truce.classes import class_of
from communique.language.truce.counting.counted import OF_WHICH
from communique.language.truce.counting.counts import Tally
from communique.language.truce.counting.numbers import Amount, amounts
from communique.language.words import Parse

WHERE = {"in", "near", "around", "at", "inside", "across", "by", "from", "for"}
LEAST = 2  # one number with a place is a total, not a part
JOINING = {"and", "while", "whereas", "but", ";"}
# Between a side and its number: "Ardania's 12", "the Guard with seven".
LINKS = {":", "-", "–", "—", "(", "'s", "’s", "with", "for"}
OWN = 14  # words behind a count among which its own place or side stands
TIMES = class_of("times")
MARKS = OF_WHICH | {":", "(", "–", "—"}


def breakdown(parse: Parse, span: Span, *, unit: str | None = None, total: Amount | None = None) -> tuple[Part, ...]:
    """The parts by place of the tally that `span` gives, in reading order; empty where it gives fewer than two.

    `total` is the number of the whole tally, which is no part of it.
    """
    words = list(parse.inside(span))
    found = []
    numbers = amounts(parse, words)
    last = bool(numbers) and total is not None and len(numbers) > LEAST and numbers[-1].first == total.first
    behind = total is not None and bool(words) and total.first > words[-1]  # "…. Total: 14."
    for amount in numbers:
        if total is not None and not behind and (amount.first == total.first if last else amount.first <= total.last):
            continue
        part = part_with(parse, amount, words, unit)
        if part:
            found.append(part)
    alone = len(found) == 1 and total is not None and _beside(parse, found[0], total)
    return tuple(found) if len(found) >= LEAST or alone else ()


def _beside(parse: Parse, part: Part, total: Amount) -> bool:
    """Whether one number more is a count beside the total: "31 breaches and Ardania's 12", "…, and 204 in Karsk"."""
    start = parse.first_at(min(part.span.start, part.count.span.start))
    while start and parse.words[start - 1].pos in {"DET", "ADV", "SCONJ"} | (
        {"ADP"} if start > total.last + 1 else set()
    ):
        start -= 1
    joint = parse.words[start - 1].lower in JOINING or parse.words[start].lower in JOINING
    behind = parse.words[parse.first_at(part.count.span.end) :][:2]
    parts = behind[:1] and behind[0].lower == "of"
    return start > total.last + 1 and joint and not parts and not _marked(parse, total.last + 1, start)


def _marked(parse: Parse, first: int, start: int) -> bool:
    """Whether a word before the part says that it is one, and is not taken by a number of its own."""
    between = parse.words[first:start]
    at = next((w.i for w in reversed(between) if w.lower in MARKS), None)
    if at is None or parse.words[at].lower != "including":
        return at is not None
    own = amounts(parse, range(at, start))
    return not own or parse.words[own[-1].last + 1].pos not in {
        "NOUN",
        "ADJ",
    }  # "including 31 explosions, and 204 in …"


def stand_apart(parse: Parse, tally: Tally, parts: Sequence[Part]) -> bool:
    """Whether the count is itself that of a place or a side, and the parts stand beside it, not in it."""
    if parts[0].count.unit != tally.unit or parts[0].count.span.start <= parse.words[tally.noun].start:
        return False
    if len(parts) == 1:
        return True
    if _adds_up(tally.amount, parts):
        return False
    between = parse.words[tally.noun + 1 : parse.first_at(parts[0].count.span.start)][:OWN]
    where = next((n for n, w in enumerate(between) if w.lower in WHERE - {"from", "for"}), None)
    if where is None:
        return False
    named = any(w.pos == "PROPN" and w.lower not in TIMES for w in between[where : where + 4])
    return named and not _marked(parse, tally.noun + 1, parse.first_at(parts[0].count.span.start))


def _adds_up(total: Amount, parts: Sequence[Part]) -> bool:
    return total.low is not None and total.low == sum(part.count.low or 0 for part in parts)


def kinds_among(
    parse: Parse, words: Sequence[int], total: Amount, units: Mapping[str, str], unit: str | None
) -> tuple[Part, ...]:
    """What the tally is made of where that is not told by place: "225 violations, including 31 explosions"."""
    found = []
    for amount in amounts(parse, words):
        if amount.first <= total.last or not _of_which(parse, amount, total.last + 1):
            continue
        noun = next(
            (k for k in range(amount.last + 1, min(amount.last + 4, words[-1] + 1)) if _counted(parse, k, units)), None
        )
        if noun is not None and units[parse.words[noun].lower] != unit:
            label = parse.span(amount.last + 1, noun)
            found.append(Part(label.of(parse.text), label, amount.count(parse, unit=units[parse.words[noun].lower])))
    return tuple(found)


def _counted(parse: Parse, i: int, units: Collection[str]) -> bool:
    return parse.words[i].lower in units and parse.words[i].pos in {"NOUN", "PROPN"}


def _of_which(parse: Parse, amount: Amount, first: int) -> bool:
    before = parse.words[max(first, amount.first - 3) : amount.first]
    return any(w.lower in OF_WHICH or w.text == "(" for w in before)


def part_with(parse: Parse, amount: Amount, words: Sequence[int], unit: str | None) -> Part | None:
    """The number with the place that stands right behind or before it, None where none does."""
    place = _behind(parse, amount, words[-1]) or _before(parse, amount, words[0])
    if place is None:
        return None
    span = parse.span(*place)
    return Part(span.of(parse.text), span, amount.count(parse, unit=unit))


def _behind(parse: Parse, amount: Amount, last: int) -> tuple[int, int] | None:
    """ "nine in the Tessel valley", "nine cases in the Tessel valley" """
    at = amount.last + 1
    if [w.lower for w in parse.words[at : at + 2]] in (["of", "them"], ["of", "these"], ["of", "those"]):
        at += 2
    elif at <= last and parse.words[at].pos == "NOUN":
        at += 1
    if at >= last or parse.words[at].lower not in WHERE:
        return None
    first = end = at + 1
    while end < last and _names(parse, end + 1):
        end += 1
    return (first, end) if any(parse.words[i].text[0].isupper() for i in range(first, end + 1)) else None


def _before(parse: Parse, amount: Amount, first: int) -> tuple[int, int] | None:
    """ "Tessel valley 9", "Tessel valley: 9": nothing goes on with the number, which ends the line."""
    after = parse.words[amount.last + 1] if amount.last + 1 < len(parse.words) else None
    if (
        after is not None
        and after.text not in {",", ";", ".", ")", "and", "("}
        and after.sentence == parse.words[amount.last].sentence
    ):
        return None
    end = amount.first - 1
    if end > first and parse.words[end].lower in LINKS:
        end -= 1
    if parse.words[end].lower in {"side", "part", "total", "all"}:
        return None  # "the Ardanian side eleven" is a count of its own
    start = end
    while start > first and _names(parse, start - 1):
        start -= 1
    return (start, end) if start >= first and parse.words[start].text[0].isupper() else None


def _names(parse: Parse, i: int) -> bool:
    return parse.words[i].pos in {"PROPN", "NOUN", "ADJ"} and not parse.words[i].text.isdigit()
