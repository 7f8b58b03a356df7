"""Numbers as texts give them: "six", "at least 12", "dozens", "a shepherd", "12 to 15"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from communique.domain.truce import Count
from communique.language.words import Parse, Word

# fmt: off
_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# fmt: on
UNITS = {w: n for n, w in enumerate(_SMALL)}
TENS = {w: 10 * n for n, w in enumerate(_TENS, start=2)}
MANY = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
MEASURES = [["-", unit] for unit in ("year", "month", "week", "day", "hour", "minute", "metre", "meter", "kilometre")]
GROUPS = {"dozen": 12, "score": 20}  # "two dozen", "three score"
# Words for a number nobody counted: the low bound is what the word promises at least, the high one is open.
VAGUE = {
    "several": 2,
    "some": 2,
    "numerous": 2,
    "many": 2,
    "multiple": 2,
    "countless": 2,
    "innumerable": 2,
    "scores": 40,
    "tens": 20,
    "dozens": 24,
    "hundreds": 200,
    "thousands": 2000,
    "millions": 2_000_000,
}
HUGE = (["thousands"], ["millions"])  # "tens of thousands"
# What "a" makes a number with: how many words it takes, and the bounds. "A handful of" counts as "several" does.
OF_MANY = {"number", "handful", "string", "series", "spate", "slew", "raft", "host", "rash", "flurry", "succession"}
ARTICLE: dict[tuple[str, ...], tuple[int, int | None]] = {
    ("few",): (2, None),
    ("good", "many"): (2, None),
    ("single",): (1, 1),
    ("couple", "of"): (2, 2),
    ("pair", "of"): (2, 2),
    ("half", "dozen"): (6, 6),
    ("dozen",): (12, 12),
    ("score", "of"): (20, 20),
    ("hundred",): (100, 100),
    ("thousand",): (1000, 1000),
}
NOT_ONE = {"not", "n't", "never", "nor", "without"}  # "not a single breach", "not one shell"
MORE, LESS = {"more", "above", "upwards"}, {"fewer", "less"}  # behind "or": "twenty or more"
UNSURE = {"maybe", "perhaps", "possibly", "even"}  # "ten, maybe fifteen"
AT_LEAST = {
    ("at", "least"),
    ("more", "than"),
    ("no", "fewer", "than"),
    ("not", "less", "than"),
    ("no", "less", "than"),
    ("over",),
    ("a", "minimum", "of"),
    ("upwards", "of"),
    ("upward", "of"),
    ("in", "excess", "of"),
    ("well", "over"),
    ("well", "above"),
    ("just", "over"),
    ("a", "little", "over"),
    ("not", "fewer", "than"),
    ("above",),
    ("topping",),
}
PASSING = {"passed", "exceeded", "exceeding", "topped"}  # "has passed 400"
AT_MOST = {
    ("up", "to"),
    ("at", "most"),
    ("no", "more", "than"),
    ("fewer", "than"),
    ("less", "than"),
    ("under",),
    ("a", "maximum", "of"),
    ("not", "more", "than"),
    ("just", "under"),
    ("below",),
    ("as", "many", "as"),
}
ROUGHLY = {
    ("about",),
    ("around",),
    ("some",),
    ("nearly",),
    ("almost",),
    ("approximately",),
    ("roughly",),
    ("close", "to"),
    ("maybe",),
    ("perhaps",),
    ("just",),
    ("only",),
    ("exactly",),
    ("precisely",),
    ("barely",),
    ("a", "mere"),
    ("fully",),
    ("virtually",),
    ("just", "about"),
}
OTHERS = {
    ("another",),
    ("a", "further"),
    ("further",),
    ("other",),
    ("a", "total", "of"),
    ("the", "other"),
}
DIGITS = re.compile(r"\d{1,3}(?:[,.]\d{3})+|\d{1,9}")
LONGEST = 1_000_000_000


# Words that a number without figures begins with.
OPENING = {"a", "an", "half", "baker", "bakers", "no", "none", "nil", "the", *VAGUE}


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in the text: the indices of its first and last word, and its bounds."""

    first: int
    last: int
    low: int | None
    high: int | None

    def count(self, parse: Parse, *, unit: str | None = None) -> Count:
        """The amount as a noun of the record."""
        span = parse.span(self.first, self.last)
        return Count(span.of(parse.text), span, self.low, self.high, unit)


def amounts(parse: Parse, words: Sequence[int]) -> list[Amount]:
    """The numbers that stand in `words` (indices in a row), left to right."""
    found: list[Amount] = []
    at = 0
    while at < len(words):
        amount = _at(parse, words[at], words[-1])
        if amount is None:
            at += 1
            continue
        found.append(prefixed(parse, amount, words[0]))
        at = amount.last - words[0] + 1
    return found


def _at(parse: Parse, i: int, last: int) -> Amount | None:
    value = _value(parse, i, last)
    if value is not None:
        number, end = value
        if [w.lower for w in parse.words[end + 1 : end + 3]] in MEASURES:
            return None
        return _range(parse, i, number, end, last)
    word = parse.words[i]
    if word.lower not in OPENING:
        return None
    following = [w.lower for w in parse.words[i + 1 : min(i + 3, last + 1)]]
    if word.lower in {"a", "an"}:
        return _with_article(parse, i, last)
    if word.lower == "half" and following == ["a", "dozen"]:
        return Amount(i, i + 2, 6, 6)
    if word.lower in {"baker", "bakers"} and "dozen" in following:
        return Amount(i, i + 1 + following.index("dozen"), 13, 13)
    if word.lower in {"tens", "dozens", "scores", "hundreds"} and following[:1] == ["of"] and following[1:] in HUGE:
        return Amount(i, i + 2, VAGUE[word.lower] * (1000 if following[1] == "thousands" else 1_000_000), None)
    if word.lower == "many" and i and parse.words[i - 1].lower in {"how", "as", "so", "too"}:
        return None
    if word.lower == "the" and following[:1] and following[0] in MANY and following[1:] in (["mark"], ["threshold"]):
        return Amount(i, i + 2, MANY[following[0]], None)  # "passed the thousand mark"
    if word.lower in VAGUE and (word.lower != "some" or (following[:1] and following[0] in {"people", "civilians"})):
        return Amount(i, i, VAGUE[word.lower], None)
    if word.lower == "no" and word.dep == "det" and following[:2] != ["more", "than"]:
        return Amount(i, i, 0, 0)
    if word.lower in {"none", "nil"}:
        return Amount(i, i, 0, 0)
    return None


def _with_article(parse: Parse, i: int, last: int) -> Amount | None:
    """ "A few", "a dozen", "a handful of"; after "not" a single one is none."""
    following = tuple(w.lower for w in parse.words[i + 1 : min(i + 3, last + 1)])
    for words, (low, high) in ARTICLE.items():
        if following[: len(words)] == words:
            if words == ("single",) and _denied(parse, i):
                return Amount(i - 1, i + 1, 0, 0)
            return Amount(i, i + len(words), low, high)
    if len(following) == 2 and following[0] in OF_MANY and following[1] == "of":
        return Amount(i, i + 2, 2, None)
    return None


def _denied(parse: Parse, i: int) -> bool:
    return i > 0 and parse.words[i - 1].lower in NOT_ONE


def _range(parse: Parse, i: int, number: int, end: int, last: int) -> Amount:
    """ "12 to 15", "between 12 and 15", "12-15", "12, maybe 15", "12 or more"; what goes from 12 to 15 changes."""
    if number == 1 and _denied(parse, i) and parse.words[i].lower == "one":
        return Amount(i - 1, end, 0, 0)
    after = [w.lower for w in parse.words[end + 1 : min(end + 4, last + 1)]]
    if after[:1] == ["or"] and len(after) > 1 and after[1] in MORE | LESS:
        return Amount(i, end + 2, number if after[1] in MORE else None, None if after[1] in MORE else number)
    if after[:1] == ["plus"] or after[:1] == ["+"]:
        return Amount(i, end + 1, number, None)
    unsure = next((n for n in (1, 0) if after[:n] == [","] * n and len(after) > n and after[n] in UNSURE), None)
    if unsure is not None and end + unsure + 2 <= last:
        more = _value(parse, end + unsure + 2, last)
        if more and more[0] > number:
            return Amount(i, more[1], number, more[0])
    if i and parse.words[i - 1].lower == "from" and after[:1] == ["to"]:
        return Amount(i, end, number, number)
    if end + 2 <= last and parse.words[end + 1].lower in {"to", "-", "–", "or", "and"}:
        joint = parse.words[end + 1].lower
        second = _value(parse, end + 2, last)
        between = i > 0 and parse.words[i - 1].lower == "between"
        if second and second[0] > number and (joint in {"to", "-", "–", "or"} or between):
            return Amount(i, second[1], number, second[0])
    return Amount(i, end, number, number)


def prefixed(parse: Parse, amount: Amount, first: int) -> Amount:
    """The amount with the words before it that bound it, as far as they stand at or after `first`."""
    if amount.low != amount.high:
        return amount
    for size in (3, 2, 1):
        start = amount.first - size
        if start < first:
            continue
        before = tuple(w.lower for w in parse.words[start : amount.first])
        if before in AT_LEAST or (size == 1 and before[0] in PASSING and amount.high and amount.high > 1):
            return Amount(start, amount.last, amount.low, None)
        if before == ("fewer", "than") and amount.high:
            return Amount(start, amount.last, None, amount.high - 1)
        if before in AT_MOST and before != ("less", "than"):
            return Amount(start, amount.last, None, amount.high)
        if before in ROUGHLY or before in OTHERS:
            return Amount(start, amount.last, amount.low, amount.high)
    return _bounded_behind(parse, amount)


def _bounded_behind(parse: Parse, amount: Amount) -> Amount:
    """ "Two breaches at most", "six at least" """
    behind = [w.lower for w in parse.words[amount.last + 1 : amount.last + 5]]
    for n in (0, 1):
        if behind[n : n + 2] in (["at", "most"], ["at", "least"]):
            least = behind[n + 1] == "least"
            return Amount(amount.first, amount.last, amount.low if least else None, None if least else amount.high)
        if behind[n : n + 3] in (["at", "the", "most"], ["at", "the", "outside"]):
            return Amount(amount.first, amount.last, None, amount.high)
    return amount


def _value(parse: Parse, i: int, last: int) -> tuple[int, int] | None:
    """The whole number that begins at word `i` and the index of its last word."""
    word = parse.words[i]
    if word.text[0].isdigit():
        return _figure(parse, i, last)
    if word.lower not in UNITS and word.lower not in TENS and word.lower.partition("-")[0] not in TENS:
        return None
    total, at, seen = 0, i, False
    part = 0
    while at <= last:
        lower = parse.words[at].lower
        pieces = lower.split("-")
        if all(p in UNITS or p in TENS for p in pieces):
            part += sum(UNITS.get(p, 0) + TENS.get(p, 0) for p in pieces)
        elif lower in MANY and seen:
            total, part = total + part * MANY[lower], 0
        elif lower in GROUPS and seen:
            total, part = total + part * GROUPS[lower], 0
        elif not (lower in {"and", "-"} and seen and at < last and _small(parse.words[at + 1], parse.words[at - 1])):
            break
        seen = True
        at += 1
    return (total + part, at - 1) if seen else None


def _small(word: Word, before: Word) -> bool:
    """Whether "and" or a hyphen goes on with the number: "hundred and six", "twenty-one"; not "six and two"."""
    return word.lower in UNITS and (before.lower in MANY or before.lower in TENS)


def _figure(parse: Parse, i: int, last: int) -> tuple[int, int] | None:
    text = parse.words[i].text
    if not DIGITS.fullmatch(text):
        return None
    number = int(re.sub(r"[,.]", "", text))
    at = i
    if i < last and parse.words[i + 1].lower in MANY | GROUPS:
        number *= (MANY | GROUPS)[parse.words[i + 1].lower]
        at += 1
    return (number, at) if number < LONGEST else None
