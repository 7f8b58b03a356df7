"""Where a clause says the truce stands, by words that need no verb: "no truce in Velm", "daily breaches of it"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.language.truce.lexicon import TruceWords
from communique.language.truce.phrases import lowers
from communique.language.truce.pieces import is_verb
from communique.language.truce.standing.about import BREACHES, CLAUSES, Topic, breach_of_other_rule
from communique.language.truce.standing.grammar import word_set
from communique.language.words import Parse

ONE = {"breach", "violation", "infringement", "transgression", "contravention"}
LISTS = {"tally", "tallies", "figures", "numbers", "counts", "lists", "list", "records", "statistics"}
AFRESH = {"escalating", "escalated", "escalates", "resumed", "resume", "resumes", "renewed", "erupted", "flared"}
ATTACKS = {"attack", "attacks", "shelling", "fighting", "strikes", "hostilities", "fire"}
DESPITE = 6  # words between "despite" and the truce it is said of
WISHES = {"would", "should", "will", "could", "might", "may", "must", "shall", "can", "cannot"}
GIVING = {"appeared", "appears", "seems", "seemed", "continue", "continued", "continues"}
ASKED = {"if", "unless", "whether", "until"}
FAR = 4
OPENING = 8  # words before a truce that opens a sentence
DEFYING = {"despite", "spite", "notwithstanding", "defying", "after", "into"}
WATCHING = word_set("watching")
RAGING = word_set("raging")


@dataclass(frozen=True, slots=True)
class Status:
    """A status, and the indices of the first and last word that give it."""

    name: str
    first: int
    last: int


def status_of(parse: Parse, words: Sequence[int], found: Sequence[Topic], lexicon: TruceWords) -> Status | None:
    """The status the clause gives the truce, None where it gives none."""
    if not found:
        return None
    for rank, first, last in lexicon.states.hits(lowers(parse, words)):
        status = Status(lexicon.statuses[rank], words[first], words[last])
        if _fits(parse, status, found, words) and not _wished(parse, status, lexicon):
            return Status("unclear", status.first, status.last) if _of_clause(parse, status.last) else status
    return None


def defied(parse: Parse, topic: Topic, sentence: int, attacks: frozenset[str]) -> bool:
    """Whether the sentence up to the truce's name tells of what breaks it: "struck Velm despite the truce"."""
    before = lowers(parse, range(max(sentence, topic.first - DESPITE), topic.first))
    if {"despite", "spite", "notwithstanding"} & set(before):
        return topic.first - sentence > DESPITE and bool(
            (attacks | ATTACKS) & set(lowers(parse, range(sentence, topic.first)))
        )
    afresh = AFRESH & set(lowers(parse, range(sentence, topic.first)))
    return bool(afresh and {"after", "following"} & set(before))


def asked(parse: Parse, end: int) -> bool:
    """Whether the sentence before the word `end` is a question: "How often has the truce been broken?" """
    if "?" not in [w.text for w in parse.words[max(0, end - 3) : end]]:
        return False
    first, _ = parse.sentences[parse.words[end - 1].sentence]
    return any(w.tag in {"VBD", "VBZ", "VBP", "MD"} for w in parse.words[first:end])


def defied_behind(parse: Parse, topic: Topic, sentence: int, end: int, attacks: frozenset[str]) -> int | None:
    """The verb of attack behind a truce that opens a sentence: "a day after declaring a truce, the army shelled …"."""
    before = lowers(parse, range(sentence, topic.first))
    if parse.words[topic.last].dep in {"nsubj", "nsubjpass"}:
        return None  # "laid after the truce began"
    if (
        len(before) > OPENING
        or not DEFYING & set(before)
        or any(w.tag == "VBD" for w in parse.words[sentence : topic.first])
    ):
        return None
    for word in parse.words[topic.last + 1 : end]:
        if word.tag in {"VBD", "VBG"} and word.dep in {"ROOT", "ccomp", "conj"}:
            beside = {parse.words[c].dep: parse.words[c].lower for c in parse.children[word.i]}
            raging = word.lower in RAGING and beside.get("nsubj") in attacks | ATTACKS
            told = (raging or word.lower in attacks) and "neg" not in beside and "nsubj" in beside
            return word.i if told else None
    return None


def _fits(parse: Parse, at: Status, found: Sequence[Topic], words: Sequence[int]) -> bool:
    word = parse.words[at.last]
    behind = parse.words[at.last + 1].lower if at.last + 1 < len(parse.words) else ""
    if at.name == "not in force" and behind in BREACHES:
        return False  # "no ceasefire violations"
    if word.lower in BREACHES:
        if breach_of_other_rule(parse, words) or _only_listed(parse, at.last) or _one_deed(parse, at.last):
            return False
        if _by_trade(parse, at.last):
            return False
    elif all(t.how in {"bound", "loose", "pronoun"} for t in found) and at.name != "unclear":
        return False
    return word.lower not in AFRESH or bool(ATTACKS & set(lowers(parse, words)))


def _only_listed(parse: Parse, noun: int) -> bool:
    """ "Different tallies of truce violations": that there are lists of them, not that there were any."""
    link = parse.words[parse.words[noun].head]
    return link.lower == "of" and parse.words[link.head].lower in LISTS


def _by_trade(parse: Parse, noun: int) -> bool:
    """ "The mission, which logs breaches of the truce": what it does, not that there were any."""
    word = parse.words[noun]
    held = {parse.words[c].dep for c in parse.children[noun]}
    verb = parse.words[word.head]
    return word.dep == "dobj" and verb.lower in WATCHING and verb.tag != "VBD" and not {"nummod", "amod", "det"} & held


def _one_deed(parse: Parse, noun: int) -> bool:
    """ "The raid was a breach of the truce", "struck Velm in breach of it": of one deed, not of the truce."""
    word = parse.words[noun]
    if _of_clause(parse, noun) or word.lower not in ONE:
        return False
    link = parse.words[word.head]
    article = any(parse.words[c].lower in {"a", "an"} for c in parse.children[noun])
    within = word.dep == "pobj" and link.lower == "in" and noun == link.i + 1
    return within or (article and (word.dep in {"attr", "oprd"} or (word.dep == "pobj" and link.lower == "as")))


def _of_clause(parse: Parse, noun: int) -> bool:
    """ "A breach of Article 3": one deed against one rule, which leaves open where the truce stands."""
    return bool(CLAUSES & set(lowers(parse, range(noun + 1, min(noun + 4, len(parse.words))))))


def _wished(parse: Parse, status: Status, lexicon: TruceWords) -> bool:
    """Whether the words stand under "should", "called for", "if": no claim about how things are."""
    if status.name in {"strained", "not in force", "unclear"}:
        return False
    at = parse.words[status.last]
    for _ in range(FAR):
        children = [parse.words[c] for c in parse.children[at.i]]
        if any(c.dep == "aux" and c.lower in WISHES for c in children):
            return True
        if any(c.dep == "mark" and c.lower in ASKED for c in children):
            return True
        if at.lower in lexicon.wishes and at.i != status.last:
            return True
        head = parse.words[at.head]
        if any(c.lower == "to" and c.dep == "aux" for c in children) and head.lower not in GIVING:
            return True
        if is_verb(at) and at.dep == "ccomp":
            return _supposed(parse, at.head, lexicon)
        if at.head == at.i or (is_verb(at) and at.dep in {"relcl", "advcl", "acl"}):
            return False
        at = head
    return False


def _supposed(parse: Parse, verb: int, lexicon: TruceWords) -> bool:
    """Whether what is said is only supposed or wished: "if he were to announce that …", "to ensure that …"."""
    at = parse.words[verb]
    if at.lower in lexicon.wishes:
        return True
    for _ in range(2):
        marks = [parse.words[c] for c in parse.children[at.i]]
        if any(c.dep == "mark" and c.lower in {"if", "unless", "whether"} for c in marks):
            return True
        at = parse.words[at.head]
    return False
