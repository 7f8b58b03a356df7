"""Steps that a noun names: "an inquiry", "the Security Council", where somebody opens, asks for or refuses them."""

from __future__ import annotations

from communique.language.truce.pieces import is_verb
from communique.language.truce.steps.facts import refuses
from communique.language.truce.steps.step_lexicon import Facts, RungWords
from communique.language.words import Parse, Word

UP = 6  # steps up the parse from a step's noun to the verb that takes it
BESIDE = {"on", "about", "in", "from", "with", "after", "during", "since", "under", "despite"}
WITHIN = {"on", "in", "with"}  # a line is spoken on, a matter settled in a commission
LOOSE = {"advcl", "relcl", "parataxis"}
BEING = {"is", "are", "was", "were", "be", "been", "'s"}
HEARING = {"agenda", "attention", "table", "consideration", "desk", "docket", "door"}
LIGHT = {"make", "makes", "made", "making"}  # "made use of the hotline" is "used the hotline"
UNDER_WAY = {"way", "underway", "progress", "course", "foot"}


def governor(parse: Parse, noun: int, rung: RungWords, facts: Facts) -> int | None:
    """The verb, or the noun of asking, that makes a step of the noun; None where the noun is only named."""
    at, beside = parse.words[noun], False
    asked = facts.calling | facts.announcing | facts.refusing
    for depth in range(UP):
        if at.head == at.i:
            return None
        up = parse.words[at.head]
        if at.dep == "poss" and up.lower not in HEARING:
            return None  # "took note of the commission's figure"
        if at.dep in {"nsubj", "csubj"}:
            return _happening(parse, up, rung, asked)
        if up.lower == "under" and parse.words[up.head].lower in BEING and rung.happens and not depth:
            return up.head  # "is under investigation"
        if up.dep == "prep" and up.lower in BESIDE:
            if depth or not rung.within or up.lower not in WITHIN:
                return None
            beside = True
        known = up.lower in rung.acts or (not beside and (up.lower in asked or refuses(parse, up, facts)))
        if known and (is_verb(up) or up.lower in asked):
            told = not rung.addressed and up.lower not in rung.acts and _to_do(parse, up)
            beside_it = up.tag == "VBG" and up.dep == "advcl" and rung.addressed  # "briefing the Council, she said"
            return None if told or beside_it else up.i
        if up.lower in rung.acts and up.dep == "dobj" and parse.words[up.head].lower in LIGHT:
            return up.head
        if is_verb(up) or up.pos == "AUX":
            return up.i if not beside and _there_is(parse, up) else None
        if at.dep in LOOSE:
            return None
        at = up
    return None


def _to_do(parse: Parse, verb: Word) -> bool:
    """ "Urged the commission to investigate": whoever is asked is not what is asked for."""
    return any(parse.words[c].dep in {"xcomp", "ccomp"} for c in parse.children[verb.i])


def _happening(parse: Parse, verb: Word, rung: RungWords, asked: frozenset[str]) -> int | None:
    """ "An inquiry will follow", "an inquiry is necessary", "an inquiry is under way" """
    if verb.tag == "VBN" and verb.dep in {"ccomp", "xcomp"} and verb.lower in rung.acts | asked:
        return verb.i  # "wants the commission convened"
    if verb.lower in rung.happens:
        told = any(parse.words[c].dep == "ccomp" and c > verb.i for c in parse.children[verb.i])
        return None if told else verb.i  # "the commission concluded that …" says what it found
    if verb.lower in asked:  # "the commission refused to take it up"
        return next((c for c in parse.children[verb.i] if parse.words[c].lower in rung.happens), None)
    if verb.lower in BEING:
        below = [c for c in parse.children[verb.i] if parse.words[c].dep in {"acomp", "attr", "prep", "advmod"}]
        needed = next((c for c in below if parse.words[c].lower in asked), None)
        near = {w.lower for w in parse.words[verb.i + 1 : verb.i + 4]}
        return needed if needed is not None else verb.i if rung.happens and near & UNDER_WAY else None
    return None


def _there_is(parse: Parse, verb: Word) -> bool:
    """ "There will be no inquiry", "there is to be no inquiry" """
    near = parse.children[verb.i] if verb.dep != "xcomp" else (*parse.children[verb.i], *parse.children[verb.head])
    return verb.lower in BEING and any(parse.words[c].dep == "expl" for c in near)
