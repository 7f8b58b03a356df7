"""What a counted noun is: told as a fact, of a truce at all, and whose number it is."""

from __future__ import annotations

from itertools import pairwise

from communique.language.truce.classes import class_of
from communique.language.truce.counting.numbers import Amount
from communique.language.truce.lexicon import TruceWords, violation_words
from communique.language.truce.standing.about import BREACHES, of_other_rule
from communique.language.words import Parse

YEAR = 4  # digits
RECENT = "1990"  # a war of an earlier year is history
FAR = 10  # words behind a noun among which it comes to somebody's notice
UP = 6  # steps up the parse from a count to what makes it unreal
OF_WHICH_NEAR = 3  # words between "of which" and its number
OF_WHICH = class_of("of_which")
PRONOUNS = class_of("pronouns")
STRIKES = class_of("strikes")
TRUCES = class_of("truces")
RECORDING = class_of("recording")
# A breach of these is none of a truce.
OTHERS = class_of("others")
# Who counts on behalf of a truce: what these note are incidents under it, whether or not the text names it.
WATCHING = class_of("watching")
ALWAYS = class_of("always")
LINES = (
    *(("line", "of", "contact"), ("contact", "line"), ("safe", "zone"), ("safe", "zones"), ("demarcation", "line")),
    *(("buffer", "zone"), ("separation", "line"), ("front", "line")),
)
SHOOTING = class_of("shooting")
BOOKS = class_of("books")
UNREAL = class_of("unreal")
POSSIBLE = class_of("possible")
WANTED = class_of("wanted")


def of_which(parse: Parse, amount: Amount, first: int) -> bool:
    """Whether the number tells what another is made of: "including 31 explosions", "among them two"."""
    before = [w.lower for w in parse.words[max(first, amount.first - OF_WHICH_NEAR) : amount.first]]
    told = any(a in {"of", "among", "including"} and b in PRONOUNS for a, b in pairwise(before))
    return told or bool({"including", "among"} & set(before))


def of_other(parse: Parse, i: int) -> bool:
    """Whether what is breached is a law, a contract or the like, and no truce."""
    near = parse.words[max(0, i - 4) : i] + parse.words[i + 1 : i + 6]
    behind = [w.lower for w in parse.words[i + 1 : i + 2]]
    if parse.words[i].lower in {"cases", "case", "instances"} and behind == ["of"] and not _of_force(parse, i + 2):
        return True  # "20 cases of measles"
    return of_other_rule(parse, i) or any(w.lower in OTHERS for w in near)


def unreal_count(parse: Parse, noun: int) -> bool:
    """ "If there are five violations a week", "should either party commit three violations": none is counted."""
    at = parse.words[noun]
    for _ in range(UP):
        children = [parse.words[c] for c in parse.children[at.i]]
        if any(c.lower in {"if", "unless", "should", "whether"} and c.dep in {"mark", "aux"} for c in children):
            return True
        if at.head == at.i or at.dep in {"ccomp", "relcl"}:
            return False
        at = parse.words[at.head]
    return False


def told_count(parse: Parse, noun: int, unit: str, lexicon: TruceWords) -> bool:
    """Whether the count stands as a fact: nothing above it makes it wanted or possible.

    Violations are told by any verb; incidents and cases by those who watch over a truce, or along its line.
    """
    at = parse.words[noun]
    seen = []
    for _ in range(UP):
        children = [parse.words[c] for c in parse.children[at.i]]
        if any(c.lower in UNREAL and c.dep == "aux" for c in children):
            return False
        if any(c.lower in POSSIBLE and c.dep == "mark" for c in children) or at.lower in WANTED:
            return False
        seen += [c.lower for c in children if c.dep in {"nsubj", "agent"}]
        seen += [parse.words[k].lower for c in children if c.dep == "relcl" for k in parse.children[c.i]]
        seen += [parse.words[k].lower for c in children if c.dep == "agent" for k in parse.children[c.i]]
        if at.head == at.i or at.dep in {"ccomp", "advcl", "relcl"}:
            break
        at = parse.words[at.head]
    behind = {w.lower for w in parse.words[noun + 1 : noun + 5]}
    if unit == "violation" or (parse.words[noun + 1].lower == "of" and SHOOTING & behind):
        return True  # "31 cases of fire across the line"
    first, end = parse.sentences[parse.words[noun].sentence]
    text = [w.lower for w in parse.words[first:end]]
    if unit not in {"incident", "case"}:
        return False
    if BOOKS & set(seen):
        return True  # "my own ledger has 81 cases"
    behind = {w.lower for w in parse.words[noun + 1 : noun + FAR]}
    if {"notice", "attention"} & behind and {"come", "came", "comes"} & behind:
        return True  # "no incident has come to the notice of the officers"
    if not (lexicon.recording | RECORDING) & set(text):
        return False
    return bool(WATCHING & set(seen) or ALWAYS & set(text)) or any(
        tuple(text[k : k + len(line)]) == line for line in LINES for k in range(len(text))
    )


def _of_force(parse: Parse, first: int) -> bool:
    """Whether what the cases are of is force, or a breach."""
    words = violation_words()
    told = {w.lower for w in parse.words[first : first + 6]}
    return bool(told & (SHOOTING | BREACHES | words.attacks | words.munitions | {"harassment", "violence", "force"}))


def long_ago(parse: Parse, word: int) -> bool:
    """Whether the sentence tells of an old war: "the ceasefire of 1987", "in the war of 1967"."""
    first, end = parse.sentences[parse.words[word].sentence]
    for one, year in pairwise(parse.words[first:end]):
        if len(year.text) == YEAR and year.text < RECENT and year.text.isdigit() and one.lower in {"of", "in", "the"}:
            return True
    return False


def is_none(parse: Parse, noun: int) -> bool:
    """ "The strike was no breach of the truce" counts nothing."""
    word = parse.words[noun]
    no = any(parse.words[c].lower == "no" for c in parse.children[noun])
    there = any(parse.words[c].dep == "expl" for c in parse.children[word.head])
    return no and not there and (word.dep == "attr" or (word.dep == "pobj" and parse.words[word.head].lower == "as"))


def unit_of_strikes(parse: Parse, i: int) -> str | None:
    """ "Half a dozen attacks on the truce" are violations of it."""
    if parse.words[i].lower not in STRIKES:
        return None
    after = [w.lower for w in parse.words[i + 1 : i + 4]]
    return "violation" if after[:1] in (["on"], ["against"], ["to"]) and TRUCES & set(after[1:]) else None
