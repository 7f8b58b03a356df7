"""Which number of a clause counts a noun: the one before it, behind it, or one that is put at it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from communique.language.truce.classes import class_of
from communique.language.truce.counting.counted import UP
from communique.language.truce.counting.numbers import Amount, amounts
from communique.language.words import Parse, Word

NUMBER_NEAR = 5  # words between a number and what it counts: "15 recorded ceasefire violations"
# What stands before the number where the noun comes first: "the number of violations rose to 27".
AT = {"at", "to", "was", "is", "were", "reached", "totalled", "totaled", "hit", "exceeded", "of", "be", "numbered"}
NUMBER_OF = {"number", "total", "tally", "toll", "count", "sum", "figure", "rate", "average"}
# Verbs that give a number to their subject: "violations numbered about thirty".
MEASURING = class_of("measuring")
NOBODY = {"neither", "nobody", "none", "no"}
PUTTING = {"put", "puts", "putting", "set", "sets", "placed", "estimated", "estimates", "gave"}
SUBJECTS = {"nsubj", "nsubjpass", "ROOT", "dep"}
COMPLAINTS = class_of("complaints")


def complained(parse: Parse, numbers: Sequence[Amount], noun: int) -> Amount | None:
    """ "63 complaints of violations": so many are alleged."""
    link = parse.words[parse.words[noun].head]
    above = parse.words[link.head]
    if parse.words[noun].dep != "pobj" or above.lower not in COMPLAINTS or above.i > link.i:
        return None
    return next((a for a in numbers if 0 < above.i - a.last <= 2), None)


def none_at_all(parse: Parse, noun: int) -> Amount | None:
    """ "Neither side reported any violation", "has not seen any breach", "was free of violations": none."""
    link = parse.words[parse.words[noun].head]
    if link.lower == "of" and parse.words[link.head].lower in {"free", "devoid"}:
        return Amount(link.head, link.i, 0, 0)
    before = {w.lower: w.i for w in parse.words[max(parse.sentences[link.sentence][0], noun - NUMBER_NEAR) : noun]}
    if "neither" in before and "nor" in before:
        return Amount(before["nor"], before["nor"], 0, 0)
    some = next((c for c in parse.children[noun] if parse.words[c].lower in {"any", "a", "single"}), None)
    verb = parse.words[parse.words[noun].head]
    if some is None or verb.pos not in {"VERB", "AUX"} or parse.words[noun].dep != "dobj":
        return None
    children = [parse.words[c] for c in parse.children[verb.i]]
    subjects = [parse.words[k].lower for c in children if c.dep == "nsubj" for k in parse.subtree(c.i)]
    no = any(c.dep == "neg" for c in children) and parse.words[some].lower == "any"
    modal = any(c.tag == "MD" for c in children)
    return Amount(some, some, 0, 0) if (no or NOBODY & set(subjects)) and not modal else None


def put_at(parse: Parse, noun: int) -> Amount | None:
    """ "Put the number of violations since the protocol took effect at 318": another clause stands between."""
    verb = top_of(parse, noun).head
    if parse.words[verb].lower not in PUTTING:
        return None
    _, end = parse.sentences[parse.words[noun].sentence]
    behind = amounts(parse, range(noun + 1, end)) if noun + 1 < end else []
    return next((a for a in behind if word_before(parse, a) == "at" and _bare(parse, a, ())), None)


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


def before_noun(parse: Parse, numbers: Sequence[Amount], noun: int) -> Amount | None:
    before = [a for a in numbers if 0 < noun - a.last <= NUMBER_NEAR and not _of_another(parse, a, noun)]
    between = parse.words[before[-1].last + 1 : noun] if before else ()
    if NUMBER_OF & {w.lower for w in between} and word_before(parse, before[-1]) not in AT:
        return None  # "with Thursday's nine the number of breaches has passed …"
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


def behind_noun(parse: Parse, numbers: Sequence[Amount], noun: int, units: Collection[str]) -> Amount | None:
    """ "Put the number of violations by the army at eight", "violations rose to 27", "violations: 33" """
    behind = [a for a in numbers if a.first > noun]
    if not behind:
        return None
    total = next((a for a in behind if word_before(parse, a) in {"total", "totalling", "altogether"}), None)
    if total and parse.words[noun + 1].text == ":":
        return total  # "violations: Tessel 11, Karsk 7; total 18"
    if behind[0].first == noun + 2 and parse.words[noun + 1].text in {":", "-", "–", "—"}:
        return behind[0]
    colon = next((a for a in behind if parse.words[a.first - 1].text in {":", "–", "—"}), None)
    after = parse.words[colon.last + 1] if colon and colon.last + 1 < len(parse.words) else None
    if colon and not (after and after.lower in units) and not any(a.last < colon.first for a in behind):
        return colon  # "more violations than the day before: 61"
    near = [w.lower for w in parse.words[max(0, noun - 4) : noun]]
    if NUMBER_OF & set(near):
        aside = behind[0]
        if word_before(parse, aside) in {",", "("} and parse.words[aside.last + 1].text in {",", ")"}:
            return aside
        at = next((a for a in behind if word_before(parse, a) in AT - {"of"} and _bare(parse, a, units)), None)
        if at:
            return at
    return next((a for a in behind if _predicated(parse, a, noun, units)), None)


def _predicated(parse: Parse, amount: Amount, noun: int, units: Collection[str]) -> bool:
    """ "Breaches climbed to 64 from 41", "violations of the truce dropped to nine", "violations numbered 30" """
    top = top_of(parse, noun)
    verb = top if top.pos == "VERB" else parse.words[top.head]
    if not _bare(parse, amount, units) or amount.first <= verb.i or (top.dep not in SUBJECTS and top.i != verb.i):
        return False
    before, last = word_before(parse, amount), parse.words[amount.last]
    if before in {"to", "at"}:
        return parse.words[amount.first - 1].head in {verb.i, *parse.children[verb.i]} or top.i == verb.i
    return verb.lower in MEASURING and last.head == verb.i


def word_before(parse: Parse, amount: Amount) -> str:
    return parse.words[amount.first - 1].lower if amount.first else ""


def _bare(parse: Parse, amount: Amount, units: Collection[str]) -> bool:
    """Whether the number counts no other noun: "led to 20 arrests" counts arrests."""
    last = parse.words[amount.last]
    return last.dep not in {"nummod", "compound"} or parse.words[last.head].lower in units
