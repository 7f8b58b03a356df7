"""To whom counted violations are laid: "12 violations by the army", "violations on the government's part"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.language.truce.classes import class_of
from communique.language.truce.counting.numbering import top_of
from communique.language.truce.counting.numbers import amounts
from communique.language.truce.deeds.nominal import BLAMING
from communique.language.truce.parties import MOST, Parties
from communique.language.truce.standing.about import BREAKING
from communique.language.words import Parse, Word

COMMITTING = {"committed", "commit", "commits", "perpetrated", "caused", "made", "carried"}
KEEPING = {"kept", "respected", "observed", "honoured", "flouted", "shattered", "ignored", "disregarded", "defied"}
KEEPS = class_of("keeps")
LAYING = {"attributed", "ascribed", "blamed", "laid", "attributable"}
ANSWERING = {"responsible", "blame", "behind"}
FAILING = {"failed", "fails", "failing", "refused", "refuses", "neglected"}
FAR = 30  # words behind a total among which its parts are laid to somebody
CHARGING = {"charged", "charges", "charge", "charging", "faulted", "reproached", "taxed", "guilty", "suspected"}
BEFORE = {"poss", "compound", "amod", "nmod"}


def accused_of(parse: Parse, parties: Parties, noun: int) -> tuple[str, ...]:
    """The ids of the actors to whom the counted noun is laid; empty where the words lay it to nobody."""
    heads = parties.through(noun, {"by", "from"}) + parties.children(noun, BEFORE)
    if noun + 1 < len(parse.words) and parse.words[noun + 1].lower == "by":  # wherever the parse hangs it
        heads += parties.children(noun + 1, {"pobj"})
    for on in (c for c in parse.children[noun] if parse.words[c].lower == "on"):
        for part in (p for p in parties.children(on, {"pobj"}) if parse.words[p].lower in {"part", "side"}):
            heads += parties.through(part, {"of"}) + parties.children(part, BEFORE)
    top = top_of(parse, noun)  # "seven of the ten violations", "dozens of violations"
    verb = parse.words[top.head]
    if top.dep in {"dobj", "npadvmod", "advmod"} and verb.lower in COMMITTING | BREAKING:
        heads += parties.children(verb.i, {"nsubj"}) or _accused_of_it(parse, parties, verb.i)
    if top.dep == "pobj" and verb.lower in {"on", "of"} and parse.words[verb.head].lower in BREAKING:
        heads += parties.subjects(verb.head)  # "broke the truce on twelve occasions"
    if top.dep == "nsubjpass" and verb.lower in COMMITTING:
        heads += parties.through(verb.i, {"by"})
    heads += _laid(parse, parties, noun, top) + _numbered(parse, parties, noun)
    if top.dep == "pobj" and parse.words[verb.head].lower in BLAMING | CHARGING:
        heads += parties.children(verb.head, {"dobj", "nsubjpass"})  # "accused Tavrin of breaches"
    return parties.named(heads or _on_the_part(parse, parties, noun))[:MOST]


def _accused_of_it(parse: Parse, parties: Parties, verb: int) -> list[int]:
    """ "Accused the army of breaching the truce 27 times" """
    word = parse.words[verb]
    link = parse.words[word.head]
    if word.dep != "pcomp" or parse.words[link.head].lower not in BLAMING | CHARGING:
        return []
    return parties.children(link.head, {"dobj", "nsubjpass"})


def _numbered(parse: Parse, parties: Parties, noun: int) -> list[int]:
    """ "37 violations: 30 by the army and seven by the guard" """
    _, end = parse.sentences[parse.words[noun].sentence]
    end = next((i for i in range(noun, end) if parse.words[i].lower in {"while", "whereas"}), end)
    found = [a for a in amounts(parse, range(noun, min(end, noun + FAR))) if a.last + 1 < end]
    laid = [i for i in range(noun, min(end, noun + FAR)) if parse.words[i].lower in LAYING]
    there = [k for i in laid for k in parties.through(i, {"to", "on"})]
    agents = [a.last + 1 for a in found if parse.words[a.last + 1].lower in {"by", "to", "on"}]
    return there + [k for at in agents for k in parties.children(at, {"pobj"})]


def _on_the_part(parse: Parse, parties: Parties, noun: int) -> list[int]:
    """ "On the Council's part they recorded two violations" """
    first, _ = parse.sentences[parse.words[noun].sentence]
    for i in range(noun - 1, first, -1):
        if parse.words[i].text == ";":
            return []
        if parse.words[i].lower in {"part", "side"} and parse.words[parse.words[i].head].lower == "on":
            return parties.children(i, BEFORE)
    return []


def breaker(parse: Parse, parties: Parties, words: Sequence[int]) -> tuple[str, ...]:
    """Who is said to break the truce, or not to keep it: "the army has violated it", "breached by the guard"."""
    for i in words:
        if parse.words[i].lower in BREAKING | KEEPING and parse.words[i].tag[:1] == "V":
            return parties.named(parties.subjects(i) or _accused_of_it(parse, parties, i))[:MOST]
    failing = (i for i in words if parse.words[i].lower in FAILING)
    return next((found for i in failing if (found := parties.named(parties.subjects(i))[:MOST])), ())


def keeper(parse: Parse, parties: Parties, words: Sequence[int]) -> tuple[str, ...]:
    """Who is said to keep the truce: "both sides are honouring it", "observed by the army"."""
    verbs = (i for i in words if parse.words[i].lower in KEEPS and parse.words[i].tag[:1] == "V")
    return next((found for i in verbs if (found := parties.named(parties.subjects(i))[:MOST])), ())


def _laid(parse: Parse, parties: Parties, noun: int, word: Word) -> list[int]:
    """ "12 violations attributed to the army", "the guard was responsible for 12 violations" """
    verb = parse.words[word.head]
    near = [c for c in parse.children[noun] if parse.words[c].lower in LAYING]
    near += [verb.i] if word.dep == "nsubjpass" and verb.lower in LAYING else []
    found = [k for at in near for k in parties.through(at, {"to", "on"})]
    if verb.lower in {"lays", "laid", "lay", "laying"}:  # "laid at the army's door", "at the door of the guard"
        ats = [c for c in parse.children[verb.i] if parse.words[c].lower == "at"]
        doors = [k for c in ats for k in parties.children(c, {"pobj"}) if parse.words[k].lower in {"door", "feet"}]
        found += [k for door in doors for k in parties.children(door, BEFORE) + parties.through(door, {"of"})]
    if word.dep == "pobj" and verb.lower == "for" and parse.words[verb.head].lower in ANSWERING:
        found += parties.children(parse.words[verb.head].head, {"nsubj"})
    return found
