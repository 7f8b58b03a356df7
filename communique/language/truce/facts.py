"""Whether a step is called for, announced, done or ruled out: three different facts and their denial."""

from __future__ import annotations

from communique.language.truce.pieces import is_verb
from communique.language.truce.step_lexicon import Facts
from communique.language.words import Parse, Word

CALLED_FOR, ANNOUNCED, DONE, RULED_OUT = "called for", "announced", "done", "ruled out"
UP = 6  # steps up the parse among which a step is asked for or announced
BELOW = {"xcomp", "ccomp", "pcomp", "pobj", "dobj", "acl", "prep", "conj", "nsubjpass", "oprd", "dep", "nsubj", "attr"}
BELOW |= {"acomp", "csubj"}


def fact_of(parse: Parse, anchor: int, facts: Facts) -> str | None:
    """What becomes of the step that the word `anchor` takes; None where it is only possible or did not happen."""
    word = parse.words[anchor]
    if word.lower in facts.calling and not _own_modal(parse, anchor, facts):
        return None if _negated(parse, anchor) else CALLED_FOR
    at, negated, infinitive = word, False, False
    for _ in range(UP):
        negated = negated or _negated(parse, at.i)
        modal = _modal(parse, at, facts)
        if modal:
            return _by_modal(modal, negated)
        infinitive = infinitive or _infinitive(parse, at)
        if at.head == at.i or not (at.dep in BELOW or (infinitive and at.dep in {"advcl", "relcl"})):
            break
        up = parse.words[at.head]
        governed = _governed(up, negated or _negated(parse, up.i), facts)
        if governed is not None:
            return governed or None
        if is_verb(at) and at.dep == "ccomp" and at.tag not in {"VB"}:
            break
        if at.dep == "conj" and _subject(parse, at.i) and not infinitive:
            break
        at = up
    if infinitive:
        return ANNOUNCED if at.lower in {"is", "are", "was", "were", "'s", "'re"} and not negated else None
    return _by_tense(parse, word, negated)


def _governed(up: Word, negated: bool, facts: Facts) -> str | None:
    """The fact that a word above makes; "" where it makes none of it, None where it says nothing."""
    if up.lower in facts.refusing:
        return RULED_OUT if not negated else ""
    if up.lower in facts.calling:
        return CALLED_FOR if not negated else ""
    if up.lower in facts.announcing:
        return ANNOUNCED if not negated else RULED_OUT
    return None


def _by_modal(modal: str, negated: bool) -> str | None:
    if modal == CALLED_FOR:
        return None if negated else CALLED_FOR
    if modal == ANNOUNCED:
        return RULED_OUT if negated else ANNOUNCED
    return None


def _by_tense(parse: Parse, word: Word, negated: bool) -> str | None:
    if negated:
        return None
    helpers = {parse.words[c].lower for c in parse.children[word.i] if parse.words[c].dep in {"aux", "auxpass"}}
    if word.tag == "VB" and not helpers:
        return CALLED_FOR  # an imperative, or "that the mission send a team"
    if word.tag == "VBG" and helpers & {"is", "are", "am", "'s", "'re", "'m"}:
        return ANNOUNCED
    if not is_verb(word):
        return None
    return DONE


def _own_modal(parse: Parse, i: int, facts: Facts) -> bool:
    """ "Will ask for access" is announced, "asks for access" calls for it."""
    return _modal(parse, parse.words[i], facts) is not None


def _modal(parse: Parse, word: Word, facts: Facts) -> str | None:
    for c in parse.children[word.i]:
        helper = parse.words[c]
        if helper.dep != "aux":
            continue
        if helper.lower in facts.coming:
            return ANNOUNCED
        if helper.lower in facts.possible:
            return "possible"
        if helper.tag == "MD" and helper.lower in facts.obliging:
            return CALLED_FOR
    return CALLED_FOR if _infinitive(parse, word) and _has_to(parse, word) else None


def _has_to(parse: Parse, word: Word) -> bool:
    """ "The mission has to send a team"."""
    head = parse.words[word.head]
    return word.dep == "xcomp" and head.lower in {"has", "have", "ought", "had"}


def _infinitive(parse: Parse, word: Word) -> bool:
    return any(parse.words[c].lower == "to" and parse.words[c].dep == "aux" for c in parse.children[word.i])


def _negated(parse: Parse, i: int) -> bool:
    """Negated itself, or said of nobody and nothing: "none of them requires us to send a team"."""
    children = [parse.words[c] for c in parse.children[i]]
    return any(c.dep == "neg" or c.lower in {"no", "none", "nothing", "neither", "nobody"} for c in children)


def _subject(parse: Parse, i: int) -> bool:
    return any(parse.words[c].dep in {"nsubj", "nsubjpass"} for c in parse.children[i])
