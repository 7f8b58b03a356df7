"""What the triggers of one sentence make of each other: one deed is one event, and some words turn a type round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from communique.language.events.grammar import Grammar, is_verb
from communique.language.events.reality import MAYBE, MUST, WILL, WOULD, YIELDING, Realities
from communique.language.events.telling import telling
from communique.language.events.triggers import Trigger

HARMING = telling("settling", "harming")
ENDING = telling("settling", "ending")
STOPPING = telling("settling", "stopping")
WARS = frozenset({"war", "conflict", "uprising", "crisis", "revolt", "revolution", "2011", "2014"})
MANY = 10_000
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST"})
DOCUMENTS = telling("settling", "documents")
NATURE = telling("settling", "nature")
VOWING = telling("settling", "vowing")
ALLOWING = ("allow", "permit", "entitl", "oblig", "require", "enabl", "provid")
AVENGING = telling("settling", "avenging")
ENDED = {"PROTEST": "CONCEDE", "COERCE": "CONCEDE", "SANCTION": "CONCEDE", "ASSAULT": "RETREAT", "MOBILIZE": "RETREAT"}


def settled(grammar: Grammar, found: Mapping[int, Trigger], realities: Realities) -> dict[int, Trigger]:
    """The triggers by their word, those left out that tell a deed again, and types turned where the words say so."""
    kept = dict(found)
    provided = {i for i, t in found.items() if not t.noun and _provided(grammar, i)}
    provided |= {k for i in found for k in grammar.up(i) if k not in found and _allowed(grammar, k)}
    for i, trigger in found.items():
        changed = _turned(grammar, trigger, realities)
        if (
            provided.intersection(grammar.up(i))
            or changed is None
            or _tells_again(grammar, trigger, found)
            or _asked_to_stop(grammar, trigger, found)
        ):
            del kept[i]
        else:
            kept[i] = changed
    _duties(grammar, kept, found)
    _vows(grammar, kept)
    _followers(grammar, kept)
    return kept


def _duties(grammar: Grammar, kept: dict[int, Trigger], found: Mapping[int, Trigger]) -> None:
    """ "She said the army must leave Velm" asks for it as "demanded" does."""
    for i, trigger in list(kept.items()):
        word = grammar.words[trigger.verb]
        head = grammar.words[word.head]
        told = word.dep == "ccomp" and is_verb(head) and head.i not in found and head.i not in kept
        if told and not trigger.noun and i == trigger.verb and _ought(grammar, i):
            kept[head.i] = Trigger(head.i, head.i, "REQUEST", None, 0)


def _ought(grammar: Grammar, i: int) -> bool:
    """Whether somebody else must: neither the speaker nor nobody."""
    subjects = grammar.lowers(grammar.children(i, "nsubj"))
    musts = grammar.lowers(grammar.helpers(i)) & MUST
    return bool(musts and subjects and not subjects & {"we", "i", "it", "that", "this", "there"})


def _vows(grammar: Grammar, kept: dict[int, Trigger]) -> None:
    """ "Vowed to seize the boat" is a threat, "vowed to free him" a promise."""
    for i, trigger in list(kept.items()):
        if trigger.type == "AGREE" and not trigger.noun and grammar.words[i].lower in VOWING:
            below = [kept[c] for c in grammar.children(i, "xcomp", "ccomp") if c in kept]
            meant = grammar.lowers(grammar.children(i, "xcomp"))
            if meant & AVENGING or any(t.type in HOSTILE | {"REJECT", "THREATEN"} for t in below):
                kept[i] = replace(trigger, type="THREATEN", mode=None)


def _turned(grammar: Grammar, trigger: Trigger, realities: Realities) -> Trigger | None:
    words, i = grammar.words, trigger.verb
    if trigger.noun:
        ended = trigger.verb != trigger.word and words[i].lower in ENDING
        return replace(trigger, type=ENDED[trigger.type], mode=None) if ended and trigger.type in ENDED else trigger
    helpers = grammar.lowers(grammar.helpers(i))
    if _of_nature(grammar, trigger):
        return None
    unwilling = bool(helpers & (WILL | WOULD | {"could", "can", "ca"})) and realities.negated(i)
    active = trigger.mode != "ceasefire" and not grammar.passive(i) and not realities.conditional(i)
    if unwilling and active and trigger.type in YIELDING:
        return replace(trigger, type="REJECT", mode=None, done=True)
    if _as_a_condition(grammar, trigger, realities):
        return replace(trigger, type="THREATEN", mode=None, saying=True, done=True)
    if trigger.type == "REQUEST" and _or_else(grammar, i):
        return replace(trigger, type="THREATEN", mode=None)
    if trigger.type == "AGREE" and words[i].lower.startswith("agree"):
        clauses = [c for c in grammar.children(i, "ccomp") if is_verb(words[c])]
        if clauses and not any(grammar.lowers(grammar.helpers(c)) & (WILL | WOULD | MAYBE) for c in clauses):
            return None  # an opinion two sides share
    return trigger


def _or_else(grammar: Grammar, i: int) -> bool:
    """ "Told the inhabitants to leave or be treated as combatants"."""
    below = [grammar.words[k].lower for k in grammar.below(i)]
    return any(a == "or" and b in {"be", "face", "risk", "lose", "die", "suffer"} for a, b in pairwise(below))


def _provided(grammar: Grammar, i: int) -> bool:
    """Whether a document provides it: "article 3 bans the use of aircraft"."""
    if grammar.words[i].tag not in {"VBZ", "VBP", "VB"}:
        return False
    if grammar.lowers(grammar.children(i, "nsubj")) & DOCUMENTS:
        return True
    under = [
        g for c in grammar.children(i, "prep") if grammar.words[c].lower == "under" for g in grammar.children(c, "pobj")
    ]
    return bool(grammar.lowers(under) & DOCUMENTS)


def _allowed(grammar: Grammar, i: int) -> bool:
    """ "The memorandum allows either side to ask for a review"."""
    lower = grammar.words[i].lower
    return lower.startswith(("allow", "permit", "entitl", "oblig", "require", "enabl", "provid")) and _provided(
        grammar, i
    )


def _of_nature(grammar: Grammar, trigger: Trigger) -> bool:
    """Whether a storm did it."""
    return trigger.type == "ASSAULT" and bool(grammar.lowers(grammar.subjects(trigger.verb)) & NATURE)


def _as_a_condition(grammar: Grammar, trigger: Trigger, realities: Realities) -> bool:
    """ "We will cut the pipeline unless the tax is dropped": said of oneself, it is a threat."""
    i = trigger.verb
    if trigger.type not in HOSTILE or not realities.conditional(i):
        return False
    if not grammar.lowers(grammar.helpers(i)) & (WILL | WOULD):
        return False
    return bool(grammar.lowers(grammar.children(i, "nsubj")) & {"we", "i", "it", "they", "he", "she"})


def _tells_again(grammar: Grammar, trigger: Trigger, found: Mapping[int, Trigger]) -> bool:
    """Whether it only says what harm another deed of the sentence did."""
    words = grammar.words
    verb = words[trigger.verb]
    outer = found.get(verb.head)
    if trigger.type == "CONSULT" and not trigger.noun and verb.tag == "VB" and verb.dep in {"advcl", "xcomp"}:
        return outer is not None and outer.type == "CONSULT" and verb.lower in {"discuss", "consult", "confer", "talk"}
    if trigger.noun or trigger.type != "ASSAULT":
        return False
    if (
        verb.tag == "VBG"
        and verb.dep == "advcl"
        and outer is not None
        and outer.type == "ASSAULT"
        and outer is not trigger
    ):
        return True  # "hit the school, destroying the roof"
    if verb.lower not in HARMING:
        return False
    if _of_a_war(grammar, trigger):
        return True
    same = [
        t
        for t in found.values()
        if t.type == "ASSAULT" and t.word != trigger.word and words[t.word].sentence == words[trigger.word].sentence
    ]
    if any(t.noun or words[t.verb].lower not in HARMING for t in same):
        return not (grammar.children(trigger.verb, "nsubj") and not _harmless(grammar, trigger.verb))
    return any(t.word < trigger.word for t in same)


def _of_a_war(grammar: Grammar, trigger: Trigger) -> bool:
    """Whether a toll is that of a whole war: "280,000 people have been killed", "since the war began"."""
    first, end = grammar.parse.sentences[grammar.words[trigger.word].sentence]
    lowers = [w.lower for w in grammar.words[first:end]]
    if "since" in lowers and set(lowers) & WARS and set(lowers) & {"since", "began", "start", "outbreak", "erupted"}:
        return True
    return any(
        len(lower) > 5 and lower.replace(",", "").isdigit() and int(lower.replace(",", "")) >= MANY for lower in lowers
    )


def _harmless(grammar: Grammar, verb: int) -> bool:
    """Whether the verb's subject is hurt, not the one who hurts."""
    return grammar.words[verb].lower.startswith(("die", "dy", "drown"))


def _asked_to_stop(grammar: Grammar, trigger: Trigger, found: Mapping[int, Trigger]) -> bool:
    """Whether "stop" only says of what is asked that it goes on: "called on them to stop shooting"."""
    words = grammar.words
    if trigger.noun or words[trigger.verb].lower not in STOPPING:
        return False
    head = found.get(words[trigger.verb].head)
    inner = [
        c
        for c in grammar.parse.children[trigger.verb]
        if c in found or any(g in found for g in grammar.parse.children[c])
    ]
    return head is not None and head.type == "REQUEST" and bool(inner)


def _followers(grammar: Grammar, kept: dict[int, Trigger]) -> None:
    """ "If it leaves, the islands will follow": the same deed by another."""
    for i, word in enumerate(_verbs(grammar, kept)):
        del i
        for c in grammar.children(word, "advcl"):
            first = kept.get(c)
            if first is not None and word not in kept and not grammar.children(word, "dobj"):
                kept[word] = Trigger(word, word, first.type, first.mode, 0)


def _verbs(grammar: Grammar, kept: Iterable[int]) -> list[int]:
    heads = {grammar.words[i].head for i in kept}
    return [h for h in heads if grammar.words[h].lower in {"follow", "follows", "followed"}]
