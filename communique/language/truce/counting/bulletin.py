"""Lines of a bulletin: "Violations: Karsk 3; Velm 2. Total: 5.", "Tessel valley: two cases.", "Shellings …: 14." """

from __future__ import annotations

from communique.language.truce.classes import class_of
from communique.language.truce.counting.numbers import Amount, amounts
from communique.language.truce.lexicon import violation_words
from communique.language.truce.standing.about import BREACHES
from communique.language.words import Parse

SHORT = 10  # words of a line that gives a place and its number, or a total
LONG = 40  # words of a line that says what was counted, where, when and by whom
LINES = 8  # lines of a list, the total among them
BACK = 2  # sentences before a line among which what is counted may be named
SUMMING = class_of("summing")
SHOOTING = class_of("shooting")
DEEDS = ("ings", "attacks", "bombardments", "raids", "strikes", "incursions")


def total_behind(parse: Parse, noun: int) -> Amount | None:
    """The total of the parts behind the noun where a line below gives it: "…: Karsk 3; Velm 2. Total: 5."."""
    number = parse.words[noun].sentence
    parts = _listed(parse, noun + 1, parse.sentences[number][1])
    for first, end in parse.sentences[number + 1 : number + 1 + LINES]:
        if end - first > SHORT or _is_told(parse, first, end):
            return None
        listed = _listed(parse, first, end)
        if SUMMING & {w.lower for w in parse.words[first : first + 2]}:
            whole = len(parts) > 1 and bool(listed) and sum(a.low or 0 for a in parts) == listed[0].low
            return listed[0] if whole else None
        parts += listed
    return None


def _listed(parse: Parse, first: int, end: int) -> list[Amount]:
    """The numbers of a line, without those in brackets behind another: "Karsk: 31 (44)"."""
    found = amounts(parse, range(first, end)) if first < end else []
    ends = {a.last for a in found}
    own = [a for a in found if not (parse.words[a.first - 1].text == "(" and a.first - 2 in ends)]
    colons = [a for a in own if parse.words[a.first - 1].text == ":"]
    return colons or own


def line_of_place(parse: Parse, amount: Amount) -> bool:
    """Whether the sentence is nothing but a place and its number: "In Tessel: four.", "Port Adel – none."."""
    first, end = parse.sentences[parse.words[amount.first].sentence]
    if end - first > SHORT or amount.first <= first + 1 or _is_told(parse, first, end):
        return False
    mark = parse.words[amount.first - 1]
    named = any(w.pos == "PROPN" for w in parse.words[first : mark.i])
    return mark.text in {":", "–", "—", "-"} and named


def counted_line(parse: Parse, noun: int, amount: Amount) -> bool:
    """Whether a line of a report on fire tells of cases: "Firing in Karsk: seven cases. Tessel valley: two cases."."""
    first, end = parse.sentences[parse.words[noun].sentence]
    if parse.words[amount.first - 1].text not in {":", "–", "—", "-"} or _is_told(parse, first, end):
        return False
    start = parse.sentences[max(0, parse.words[noun].sentence - BACK)][0]
    return bool((SHOOTING | BREACHES) & {w.lower for w in parse.words[start:end]})


def line_of_deeds(parse: Parse, noun: int) -> Amount | None:
    """The number of "Shellings in Karsk in the 24 hours to noon: 14.": how many, told by a line without a verb."""
    word = parse.words[noun]
    first, end = parse.sentences[word.sentence]
    if noun != first or end - first > LONG or not word.lower.endswith(DEEDS):
        return None
    if word.lower not in violation_words().attacks:
        return None
    colon = next((i for i in range(first, end) if parse.words[i].text == ":"), None)
    if colon is None or colon + 1 >= end or any(w.tag in {"VBD", "VBZ", "VBP"} for w in parse.words[first:colon]):
        return None
    found = amounts(parse, range(colon + 1, end))
    closed = bool(found) and all(w.pos in {"PUNCT", "SPACE"} for w in parse.words[found[0].last + 1 : end])
    return found[0] if closed and found[0].first == colon + 1 else None


def _is_told(parse: Parse, first: int, end: int) -> bool:
    return any(w.tag in {"VBD", "VBZ", "VBP", "MD"} for w in parse.words[first:end])
