"""To whom counted violations are laid: "12 violations by the army", "violations on the government's part"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.language.truce.about import BREAKING
from communique.language.truce.nominal import BLAMING
from communique.language.truce.parties import MOST, Parties
from communique.language.words import Parse

COMMITTING = {"committed", "commit", "commits", "perpetrated", "caused", "made", "carried"}
KEEPING = {"kept", "respected", "observed", "honoured", "flouted", "shattered", "ignored", "disregarded", "defied"}
LAYING = {"attributed", "ascribed", "blamed", "laid", "attributable"}
ANSWERING = {"responsible", "blame", "behind"}
BEFORE = {"poss", "compound", "amod", "nmod"}


def accused_of(parse: Parse, parties: Parties, noun: int) -> tuple[str, ...]:
    """The ids of the actors to whom the counted noun is laid; empty where the words lay it to nobody."""
    word = parse.words[noun]
    heads = parties.through(noun, {"by", "from"}) + parties.children(noun, BEFORE)
    if noun + 1 < len(parse.words) and parse.words[noun + 1].lower == "by":  # wherever the parse hangs it
        heads += parties.children(noun + 1, {"pobj"})
    for on in (c for c in parse.children[noun] if parse.words[c].lower == "on"):
        for part in (p for p in parties.children(on, {"pobj"}) if parse.words[p].lower in {"part", "side"}):
            heads += parties.through(part, {"of"}) + parties.children(part, BEFORE)
    verb = parse.words[word.head]
    if word.dep in {"dobj", "npadvmod", "advmod"} and verb.lower in COMMITTING | BREAKING:
        heads += parties.children(verb.i, {"nsubj"})
    if word.dep == "nsubjpass" and verb.lower in COMMITTING:
        heads += parties.through(verb.i, {"by"})
    heads += _laid(parse, parties, noun)
    link = verb
    if word.dep == "pobj" and parse.words[link.head].dep == "pobj":
        link = parse.words[parse.words[link.head].head]  # "of dozens of violations"
    if word.dep == "pobj" and parse.words[link.head].lower in BLAMING:
        heads += parties.children(link.head, {"dobj"})  # "accused Tavrin of breaches"
    return parties.named(heads or _on_the_part(parse, parties, noun))[:MOST]


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
            return parties.named(parties.subjects(i))[:MOST]
    return ()


def _laid(parse: Parse, parties: Parties, noun: int) -> list[int]:
    """ "12 violations attributed to the army", "the guard was responsible for 12 violations" """
    word = parse.words[noun]
    verb = parse.words[word.head]
    near = [c for c in parse.children[noun] if parse.words[c].lower in LAYING]
    near += [verb.i] if word.dep == "nsubjpass" and verb.lower in LAYING else []
    found = [k for at in near for k in parties.through(at, {"to", "on"})]
    if word.dep == "pobj" and verb.lower == "for" and parse.words[verb.head].lower in ANSWERING:
        found += parties.children(parse.words[verb.head].head, {"nsubj"})
    return found
