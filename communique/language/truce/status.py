"""Where a clause says the truce stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.language.truce.about import BREACHES, Topic, breach_of_other_rule
from communique.language.truce.lexicon import TruceWords
from communique.language.truce.phrases import lowers
from communique.language.truce.pieces import is_verb
from communique.language.words import Parse

# Words that say something of a truce only where it is their subject: a truce holds, but talks are held.
OF_SUBJECT = {"holding", "holds", "held", "hold", "works", "working", "stable", "calm", "quiet", "alive", "survived"}
OF_SUBJECT |= {"survives", "intact", "began", "begins", "started", "stands", "stood", "solid", "durable", "lasted"}
OF_SUBJECT |= {
    "unbroken",
    "withstood",
    "died",
    "void",
    "place",
    "balance",
    "effective",
    "unstable",
    "nervous",
    "weaker",
}
SITUATION = {"stable", "calm", "quiet"}
OF_ZONES = {
    "agreed",
    "announced",
    "declared",
    "up",
}  # a zone is signed into being by an agreement: that is the agreement's
# Words that say something of a truce only where it is what they are about.
OF_OBJECT = {
    "rejects",
    "rejected",
    "reject",
    "undermine",
    "undermines",
    "undermining",
    "threatens",
    "threatened",
    "tested",
}
# Words that say something of it only where it is the one or the other.
OF_EITHER = {"kept", "honoured", "honored", "honouring", "observing", "respecting", "observes", "ignored", "ignoring"}
OF_EITHER |= {
    "ignores",
    "defied",
    "defying",
    "disregarded",
    "denounced",
    "suspended",
    "cancelled",
    "canceled",
    "abandoned",
}
OF_EITHER |= {
    "terminated",
    "renounced",
    "scrapped",
    "extended",
    "prolonged",
    "renewed",
    "thread",
    "cracks",
    "stretched",
}
OF_EITHER |= {
    "slipping",
    "shaken",
    "weakened",
    "weakening",
    "weakens",
    "hollow",
    "brittle",
    "uneasy",
    "mockery",
    "frail",
}
OF_EITHER |= {
    "expired",
    "collapsed",
    "lapsed",
    "respected",
    "strain",
    "strained",
    "shattered",
    "shattering",
    "over",
    "to",
}
OF_EITHER |= {"cracking", "erode", "eroded", "eroding", "erosion", "endanger", "endangers", "endangered", "trampled"}
KEPT = {
    "holding",
    "holds",
    "held",
    "hold",
    "observed",
    "respected",
    "kept",
    "honoured",
    "honored",
    "with",
    "to",
    "respecting",
}
KEPT |= {"by", "keep", "the", "observing", "works", "working"}
LISTS = {"tally", "tallies", "figures", "numbers", "counts", "lists", "list", "records", "statistics"}
OF_PRONOUN = {"holding", "ended", "broken", "strained", "mostly holding"}
OF_LOOSE = {"holding", "mostly holding", "strained", "ended", "not in force"}
AFRESH = {"escalating", "escalated", "escalates", "resumed", "resume", "resumes", "renewed", "erupted", "flared"}
DESPITE = 6  # words between "despite" and the truce it is said of
WISHES = {"would", "should", "will", "could", "might", "may", "must", "shall", "can", "cannot"}


@dataclass(frozen=True, slots=True)
class Status:
    """A status, and the indices of the first and last word that give it."""

    name: str
    first: int
    last: int
    turned: bool = False  # a negation made it what it is: "has never been respected" is broken


def status_of(parse: Parse, words: Sequence[int], found: Sequence[Topic], lexicon: TruceWords) -> Status | None:
    """The status the clause gives the truce, None where it gives none."""
    for rank, first, last in lexicon.states.hits(lowers(parse, words)):
        status = Status(lexicon.statuses[rank], words[first], words[last])
        if status.name == "holding" and parse.words[status.last].lower in KEPT and _denied(parse, status):
            status = Status("broken", status.first, status.last, turned=True)  # "has never been respected"
        if _fits(parse, status, found, words, lexicon):
            return status
    return None


def _denied(parse: Parse, at: Status) -> bool:
    return any(parse.words[c].dep == "neg" for c in parse.children[at.first])


def defied(parse: Parse, topic: Topic, sentence: int) -> bool:
    """Whether the sentence up to the truce's name tells of what breaks it: "struck Velm despite the truce"."""
    before = lowers(parse, range(max(sentence, topic.first - DESPITE), topic.first))
    if "despite" in before:
        return topic.first - sentence > DESPITE
    afresh = AFRESH & set(lowers(parse, range(sentence, topic.first)))
    return bool(afresh and {"after", "following"} & set(before))


def _fits(parse: Parse, at: Status, found: Sequence[Topic], words: Sequence[int], lexicon: TruceWords) -> bool:
    name, first, last = at.name, at.first, at.last
    word = parse.words[last]
    if word.lower == "despite" or not found:
        return False
    behind = parse.words[last + 1].lower if last + 1 < len(parse.words) else ""
    if name == "not in force" and behind in BREACHES:
        return False  # "no ceasefire violations"
    if name == "announced" and _since(parse, last):
        return False
    situation = word.lower in SITUATION and "situation" in lowers(parse, words)
    if first == last and word.lower in OF_SUBJECT and not situation and not _is_subject(parse, last, found):
        return False
    if first == last and word.lower in OF_OBJECT and not _is_object(parse, last, found):
        return False
    if word.lower in BREACHES and (breach_of_other_rule(parse, words) or _only_listed(parse, last)):
        return False
    only_zones = all(t.how in {"zone", "loose"} for t in found)
    if name == "announced" and only_zones and word.lower not in OF_ZONES:
        return False
    if all(t.how == "bound" for t in found) and name not in {"broken", "strained", "ended", "not in force"}:
        return False
    if all(t.how == "loose" for t in found) and not (name in OF_LOOSE and _related(parse, last, found)):
        return False
    if all(t.how == "pronoun" for t in found) and not (name in OF_PRONOUN and _related(parse, last, found)):
        return False
    if first == last and word.lower in OF_EITHER and not _related(parse, last, found):
        return False
    if word.lower in {"escalating", "escalated", "resumed"} and not _is_breach(parse, words):
        return False
    return name in {"strained", "not in force", "unclear"} or not _wished(parse, last, name, lexicon)


def _only_listed(parse: Parse, noun: int) -> bool:
    """ "Different tallies of truce violations": that there are lists of them, not that there were any."""
    link = parse.words[parse.words[noun].head]
    return link.lower == "of" and parse.words[link.head].lower in LISTS


def _since(parse: Parse, verb: int) -> bool:
    """ "Since the truce began": told to say since when, not that it began."""
    return any(parse.words[c].dep == "mark" and parse.words[c].lower == "since" for c in parse.children[verb])


def _is_breach(parse: Parse, words: Sequence[int]) -> bool:
    return bool(
        set(lowers(parse, words)) & {"attack", "attacks", "shelling", "fighting", "strikes", "hostilities", "fire"}
    )


def _is_subject(parse: Parse, verb: int, found: Sequence[Topic]) -> bool:
    """Whether the truce, or a noun it hangs on, stands before the word as its subject; the parse may not know."""
    return any(t.last < verb and _leads_to(parse, t.last, verb) for t in found)


def _leads_to(parse: Parse, noun: int, verb: int) -> bool:
    at = parse.words[noun]
    if parse.words[verb].head == noun:
        return True  # "the truce held" taken for a truce that was held
    while at.head not in {at.i, verb} and not is_verb(at):
        if at.dep == "prep" and at.lower not in {"of", "in"}:
            return False  # "talks on the truce were held"
        if at.dep in {"nsubj", "nsubjpass"}:
            return True
        at = parse.words[at.head]
    return at.head == verb and (at.dep != "prep" or at.lower in {"of", "in"})


def _related(parse: Parse, i: int, found: Sequence[Topic]) -> bool:
    """Whether the truce is the subject or the object of the word, or of the verb the word hangs on."""
    at = parse.words[i]
    for _ in range(4):
        tree = parse.children[at.i]
        for topic in found:
            noun = _outermost(parse, topic.last)
            if noun == at.i or noun in tree or parse.words[noun].head == at.i:
                return True
        if at.head == at.i or at.dep in {"ccomp", "advcl", "relcl", "parataxis"}:
            return False
        at = parse.words[at.head]
    return False


def _outermost(parse: Parse, noun: int) -> int:
    """The noun that heads the phrase the truce is named in: "the terms of the truce", "breaches of it"."""
    at = parse.words[noun]
    for _ in range(4):
        head = parse.words[at.head]
        if at.dep in {"compound", "poss", "amod", "nmod"} and head.pos in {"NOUN", "PROPN"}:
            at = head
        elif at.dep == "pobj" and head.lower in {"of", "in", "to", "by", "with", "from"}:
            at = parse.words[head.head] if parse.words[head.head].pos in {"NOUN", "PROPN"} else head
        else:
            break
    return at.i


def _is_object(parse: Parse, verb: int, found: Sequence[Topic]) -> bool:
    tree = set(parse.subtree(verb))
    return any(t.last in tree and (t.last > verb or parse.words[t.last].dep == "nsubjpass") for t in found)


def _wished(parse: Parse, last: int, name: str, lexicon: TruceWords) -> bool:
    """Whether the words stand under "should", "called for", "if": no claim about how things are."""
    at = parse.words[last]
    for _ in range(4):
        children = [parse.words[c] for c in parse.children[at.i]]
        negated = any(c.dep == "neg" for c in children)
        if any(c.dep == "aux" and c.lower in WISHES for c in children):
            return True
        if any(c.dep == "mark" and c.lower in {"if", "unless", "whether", "until"} for c in children):
            return True
        if negated and name in {"holding", "announced"} and at.i == last:
            return True
        if at.lower in lexicon.wishes and at.i != last:
            return True
        infinitive = any(c.lower == "to" and c.dep == "aux" for c in children)
        head = parse.words[at.head]
        if (
            infinitive
            and name != "announced"
            and head.lower not in {"appeared", "appears", "seems", "seemed", "continue", "continued", "continues"}
        ):
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
