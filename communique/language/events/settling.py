"""What the triggers of one sentence make of each other: one deed is one event, and some words turn a type round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from communique.language.events.forms import verb_forms
from communique.language.events.grammar import Grammar, is_verb
from communique.language.events.reality import MAYBE, NOT, WILL, WOULD, YIELDING, Realities
from communique.language.events.triggers import Trigger


def _forms(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in verb_forms(verb))


HARMING = _forms("kill wound injure hurt maim die drown murder bruise burn")
ENDING = _forms("end finish stop cease lift expire lapse")
STOPPING = _forms("stop cease end halt suspend refrain prevent")
GOODS = _forms("pledge promise offer")
UNWILLING = _forms("accept take allow let give return sign join meet talk recognise recognize lift free release")
WARS = frozenset({"war", "conflict", "uprising", "crisis", "revolt", "revolution", "2011", "2014"})
MANY = 10_000
ENDED = {"PROTEST": "CONCEDE", "COERCE": "CONCEDE", "SANCTION": "CONCEDE", "ASSAULT": "RETREAT", "MOBILIZE": "RETREAT"}


def settled(grammar: Grammar, found: Mapping[int, Trigger], realities: Realities) -> dict[int, Trigger]:
    """The triggers by their word, those left out that tell a deed again, and types turned where the words say so."""
    kept = dict(found)
    for i, trigger in found.items():
        changed = _turned(grammar, trigger, realities)
        if changed is None or _tells_again(grammar, trigger, found) or _asked_to_stop(grammar, trigger, found):
            del kept[i]
        else:
            kept[i] = changed
    _followers(grammar, kept)
    return kept


def _turned(grammar: Grammar, trigger: Trigger, realities: Realities) -> Trigger | None:
    words, i = grammar.words, trigger.verb
    if trigger.noun:
        ended = trigger.verb != trigger.word and words[i].lower in ENDING
        return replace(trigger, type=ENDED[trigger.type], mode=None) if ended and trigger.type in ENDED else trigger
    helpers = grammar.lowers(grammar.helpers(i))
    refusing = (
        helpers & (WILL | WOULD | {"could", "can", "ca"}) and realities.negated(i) and not realities.conditional(i)
    )
    if refusing and trigger.type in YIELDING and not grammar.passive(i) and _about_oneself(grammar, i):
        return replace(trigger, type="REJECT", mode=None)
    if trigger.type == "AGREE" and words[i].lower.startswith("agree"):
        clauses = [c for c in grammar.children(i, "ccomp") if is_verb(words[c])]
        if clauses and not any(grammar.lowers(grammar.helpers(c)) & (WILL | WOULD | MAYBE) for c in clauses):
            return None  # an opinion two sides share
    return trigger


def _about_oneself(grammar: Grammar, i: int) -> bool:
    """Whether the one who speaks refuses: "we will not sign", "she said it could not sign what it had not read"."""
    subjects = grammar.children(i, "nsubj")
    return any(grammar.words[s].lower in {"we", "i", "it", "they", "he", "she"} for s in subjects) or (
        grammar.words[i].lower in {"take", "accept"}
    )


def _tells_again(grammar: Grammar, trigger: Trigger, found: Mapping[int, Trigger]) -> bool:
    """Whether it only says what harm another deed of the sentence did."""
    words = grammar.words
    if trigger.noun or trigger.type != "ASSAULT":
        return False
    verb = words[trigger.verb]
    outer = found.get(verb.head)
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


__all__ = ["NOT", "settled"]
