"""Harm that no single word tells of: "lost their lives", "picked off two soldiers", "suffered shrapnel wounds"."""

from __future__ import annotations

from communique.language.truce.lexicon import ViolationWords
from communique.language.words import Parse

KILLING, INJURING = "killing", "injuring"
PUTTING = {"put", "puts", "putting", "set", "sets"}
LIVES = {"life", "lives"}
LOSING = {"lose", "loses", "losing", "lost", "sacrificed", "gave", "given", "pay", "paid"}
TO_DEATH = {"death", "pieces", "bits", "smithereens"}
TOLLS = {"toll", "dead", "deaths"}
BODIES = {"body", "bodies", "corpse", "corpses", "remains"}
FALLING = {"fell", "fallen", "fall"}
# Who falls in battle: what else falls is a shell or a house.
FALLERS = {"soldiers", "soldier", "fighters", "fighter", "men", "troops", "officers", "officer", "guards", "conscripts"}
FALLERS |= {"comrades", "martyrs", "conscript", "sergeant", "captain", "servicemen", "militiamen"}
MANY = {"dozens", "scores", "several", "hundreds", "thousands", "dozen"}
LONG = 24  # words of a clause that are looked through
FAR = 8  # words between a verb and what it takes


def harm_at(parse: Parse, i: int, words: ViolationWords) -> str | None:
    """The harm that the verb `i` tells of with what it takes, "killing" or "injuring"; None where it tells of none."""
    word = parse.words[i]
    after = parse.words[i + 1].lower if i + 1 < len(parse.words) else ""
    particle = words.particles.get(f"{word.lower} {after}")
    if particle:
        return particle if after not in {"to", "by", "in"} or _taken(parse, i) & (TO_DEATH | {"shrapnel"}) else None
    if word.lower in FALLING and word.pos == "VERB":
        fell = any(parse.words[c].lower in FALLERS for c in parse.children[i] if parse.words[c].dep == "nsubj")
        return KILLING if fell and after != "out" else None
    if not words.idiomatic.isdisjoint((word.lower,)):
        taken = _taken(parse, i)
        if taken & (TOLLS | LIVES) and not _numbered(parse, i):
            return None  # "gave no toll", "too many lives have been lost"
        limbs = [c for c in parse.children[i] if parse.words[c].dep == "dobj"]
        if word.lower in LOSING and not taken & LIVES and not any(parse.children[c] for c in limbs):
            return None  # "lost ground", "lost sight of it"
        return next((d.harm for d in words.idioms if word.lower in d.verbs and d.objects & taken), None)
    return None


def _numbered(parse: Parse, verb: int) -> bool:
    """Whether a number stands by the verb, or people are said to have lost "their" lives."""
    near = parse.subtree(verb)
    if _taken(parse, verb) & TOLLS:
        numbers = [i for i in near[:LONG] if parse.words[i].pos == "NUM" or parse.words[i].lower in MANY]
        return any(i > verb and (parse.words[i - 1].lower in {"at", "to"} or _counts_dead(parse, i)) for i in numbers)
    whose = parse.words[verb].lower in LOSING and any(parse.words[c].dep == "nsubj" for c in parse.children[verb])
    told = any(w.pos == "NUM" or w.lower in MANY for w in (parse.words[i] for i in near[:LONG]))
    return told or whose or any(parse.words[i].lower == "of" for i in near[:LONG] if parse.words[i - 1].lower in LIVES)


def _counts_dead(parse: Parse, number: int) -> bool:
    """ "Has counted eleven dead" """
    return any(w.lower in TOLLS for w in parse.words[number + 1 : number + 3])


def puts_toll(parse: Parse, i: int) -> int | None:
    """The word right before the number of "put the number of dead at seven", None for any other verb."""
    if parse.words[i].lower not in PUTTING:
        return None
    return next((k for k in parse.subtree(i) if k > i and parse.words[k].lower in {"at", "to"}), None)


def by_subject(parse: Parse, i: int, words: ViolationWords) -> bool:
    """Whether the verb's subject is who was harmed, and its number theirs: "four people lost their lives"."""
    word = parse.words[i]
    after = parse.words[i + 1].lower if i + 1 < len(parse.words) else ""
    if f"{word.lower} {after}" in words.particles:
        return False
    if word.lower in FALLING or word.lower in LOSING:
        return True
    return not _taken(parse, i) & (LIVES | TOLLS | BODIES)


def _taken(parse: Parse, verb: int) -> set[str]:
    """What the verb takes: its objects, what they are of, and what hangs on it by a preposition."""
    found: set[str] = set()
    todo = [c for c in parse.children[verb] if c - verb <= FAR]
    while todo:
        word = parse.words[todo.pop()]
        if word.dep in {"dobj", "pobj", "nsubjpass", "dative", "conj", "oprd", "attr", "dep"}:
            found.add(word.lower)
        if word.dep in {"dobj", "nsubjpass", "prep", "dative", "agent", "pobj", "conj", "oprd"}:
            todo += [c for c in parse.children[word.i] if parse.words[c].dep in {"pobj", "prep", "conj"}]
    return found
