"""Whether a step is called for, announced, done or ruled out: three different facts and their denial."""

from __future__ import annotations

from communique.language.inflection import verb_forms
from communique.language.truce.pieces import is_verb
from communique.language.truce.steps.step_lexicon import Facts
from communique.language.words import Parse, Word

CALLED_FOR, ANNOUNCED, DONE, RULED_OUT = "called for", "announced", "done", "ruled out"
POSSIBLE = "possible"
UP = 6  # steps up the parse among which a step is asked for or announced
BELOW = {"xcomp", "ccomp", "pcomp", "pobj", "dobj", "acl", "prep", "conj", "nsubjpass", "oprd", "dep", "nsubj", "attr"}
BELOW |= {"acomp", "csubj", "appos", "relcl", "prt"}
IF = {"if", "unless", "whether", "until", "lest", "should"}
CALLS = {"call", "calls", "called", "calling"}
PRESENT = {"is", "are", "am", "'s", "'re", "'m", "’s", "’re", "’m"}
WISHING = {"want", "wants", "wanted", "hope", "hopes", "hoped", "seek", "seeks", "sought", "wish", "wishes", "wished"}
WISHING |= {"ask", "asks", "asked", "propose", "proposes", "proposed"}
REPORTS = {"report", "reports", "claim", "claims", "allegation", "allegations", "rumour", "rumours", "story", "stories"}
HOPING = {
    "hope",
    "hopes",
    "hoped",
    "expect",
    "expects",
    "expected",
    "want",
    "wants",
    "urge",
    "urges",
    "demands",
    "demanded",
}
TURNED_DOWN = {  # verbs that refuse with a particle: "turned down", "brushed aside", "stayed away from"
    "down": verb_forms("turn"),
    "aside": {*verb_forms("brush"), *verb_forms("wave"), *verb_forms("cast")},
    "away": {*verb_forms("stay"), *verb_forms("shy")},
    "off": {*verb_forms("fend"), *verb_forms("wave"), *verb_forms("fight"), *verb_forms("laugh")},
    "out": {"rule", "rules", "ruled", "ruling"},
}
GOING_ON = {"investigating", "probing", "examining", "looking", "reviewing", "inquiring", "scrutinising"}


def fact_of(parse: Parse, anchor: int, facts: Facts, *, turned: bool = False) -> str | None:
    """What becomes of the step that the word `anchor` takes; None where it is only possible or did not happen.

    `turned`: what is asked is that it be not done, and its own negation is part of the step.
    """
    word = parse.words[anchor]
    own = _own(parse, word, facts)
    if own is None and refuses(parse, word, facts) and _modal(parse, word, facts) == ANNOUNCED:
        return None if _negated(parse, anchor) else RULED_OUT  # "would veto a debate"
    if own is not None:
        return own or None
    at, negated, infinitive = word, False, False
    for _ in range(UP):
        negated = negated or (_negated(parse, at.i) and not (turned and at.i == anchor))
        if _supposed(parse, at.i) or _provided(parse, at, facts):
            return None
        modal = _modal(parse, at, facts)
        if modal:
            hoped = at.dep == "ccomp" and parse.words[at.head].lower in HOPING
            return CALLED_FOR if hoped and modal == ANNOUNCED and not negated else _by_modal(modal, negated)
        infinitive = infinitive or _infinitive(parse, at)
        up = parse.words[at.head]
        hung = at.dep in BELOW or (infinitive and at.dep in {"advcl", "relcl"})
        if at.head == at.i or not (hung or (at.tag == "VBG" and refuses(parse, up, facts))):
            break
        if up.lower in REPORTS and at.dep in {"acl", "relcl", "ccomp"}:
            return None  # "rejected reports that his side had withdrawn"
        governed = _governed(parse, at, up, negated or _negated(parse, up.i), facts)
        if governed is not None:
            return governed or None
        if is_verb(at) and at.dep in {"ccomp", "relcl"} and at.tag not in {"VB"} and not infinitive:
            break
        if at.dep == "conj" and _subject(parse, at.i) and not infinitive:
            break
        at = up
    if infinitive:
        planned = at.lower in {*PRESENT, "was", "were"} or _headline(parse, word)
        return (RULED_OUT if negated else ANNOUNCED) if planned else None
    fact = _by_tense(parse, word, negated)
    return CALLED_FOR if fact == DONE and _to_demand(parse, word, facts) else fact


def refuses(parse: Parse, word: Word, facts: Facts) -> bool:
    """Whether the word refuses, by itself or with its particle: "rejected", "turned down"."""
    if word.lower in facts.refusing:
        return True
    return any(word.lower in TURNED_DOWN.get(parse.words[c].lower, ()) for c in parse.children[word.i])


def _headline(parse: Parse, word: Word) -> bool:
    """ "Tavrin to take overflights to Security Council": the infinitive of a headline is what will be."""
    first, end = parse.sentences[word.sentence]
    return not any(w.tag in {"VBD", "VBZ", "VBP", "MD"} for w in parse.words[first:end])


def _to_demand(parse: Parse, word: Word, facts: Facts) -> bool:
    """ "Wrote to the Security Council to demand a session" """
    below = [parse.words[c] for c in parse.children[word.i] if parse.words[c].dep in {"advcl", "xcomp"}]
    return any(w.tag in {"VB", "VBG"} and w.lower in facts.calling for w in below)


def _own(parse: Parse, word: Word, facts: Facts) -> str | None:
    """The fact that the anchor itself makes: "called for", "promised", "rejected"; "" where it makes none of it."""
    if _modal(parse, word, facts) is not None or _infinitive(parse, word):
        return None
    refused = refuses(parse, word, facts)
    if not (refused or word.lower in facts.calling or word.lower in facts.announcing) or word.lower == "set":
        return None  # "set up a line" is no "set to do it"
    if not refused and any(parse.words[c].lower == "off" for c in parse.children[word.i]):
        return None  # "calling off the truce"
    if _supposed(parse, word.i) or _provided(parse, word, facts):
        return ""
    if _convenes(parse, word):
        return None if _negated(parse, word.i) else ANNOUNCED
    negated = _negated(parse, word.i) or _nothing_of(parse, word)
    if refused:
        return "" if negated else RULED_OUT
    if not is_verb(word) and word.dep in {"dobj", "nsubjpass"} and refuses(parse, parse.words[word.head], facts):
        return "" if _negated(parse, word.head) else RULED_OUT  # "dismissed demands for an inquiry"
    if word.lower in facts.announcing and not (word.lower in facts.calling and word.tag != "VBN"):
        return RULED_OUT if negated else ANNOUNCED
    return ("" if word.lower not in facts.unwilling else RULED_OUT) if negated else CALLED_FOR


def _convenes(parse: Parse, word: Word) -> bool:
    """ "Called a meeting" is not "called for a meeting" """
    children = [parse.words[c] for c in parse.children[word.i]]
    asks = any(c.lower in {"for", "on", "upon"} for c in children)
    return word.lower in CALLS and is_verb(word) and not asks and any(c.dep == "dobj" for c in children)


def _nothing_of(parse: Parse, word: Word) -> bool:
    """ "Promised no inquiry" """
    objects = [c for c in parse.children[word.i] if parse.words[c].dep in {"dobj", "nsubjpass", "attr"}]
    return any(parse.words[c].lower == "no" for o in objects for c in parse.children[o])


def _governed(parse: Parse, at: Word, up: Word, negated: bool, facts: Facts) -> str | None:
    """The fact that a word above makes; "" where it makes none of it, None where it says nothing."""
    if any(_for_nothing(parse, i, facts) for i in (up.i, *parse.children[up.i]) if i != at.i):
        return RULED_OUT
    asks = [c for c in parse.children[up.i] if parse.words[c].dep == "dobj" and parse.words[c].pos == "NOUN"]
    if at.dep == "xcomp" and any(parse.words[c].lower in facts.calling for c in asks):
        return CALLED_FOR if not negated else ""  # "reiterates his call on all to show restraint"
    if up.lower in facts.preventing and at.dep not in {"nsubj", "nsubjpass"}:
        return ""
    if refuses(parse, up, facts):
        return RULED_OUT if not negated else ""
    if at.dep in {"nsubj", "nsubjpass", "relcl"} and not is_verb(at) and not _nominal(at):
        return None
    if up.lower in facts.announcing and (up.lower not in facts.calling or _expected(parse, up)):
        if not negated and _told_done(parse, at):
            return DONE
        return ANNOUNCED if not negated else RULED_OUT
    if up.lower in facts.calling:
        if up.lower in WISHING and at.dep == "xcomp" and _for_itself(parse, up, at):
            return ANNOUNCED if not negated else RULED_OUT  # who wants to do it means to do it
        return CALLED_FOR if not negated else ""
    return None


def _told_done(parse: Parse, at: Word) -> bool:
    """ "Announced that it has suspended its part", not "that it was suspending it", which is to come."""
    helpers = {parse.words[c].lower for c in parse.children[at.i] if parse.words[c].dep in {"aux", "auxpass"}}
    return at.dep == "ccomp" and (at.tag == "VBD" or (at.tag == "VBN" and bool(helpers & {"has", "have", "had"})))


def _for_nothing(parse: Parse, i: int, facts: Facts) -> bool:
    """ "No intention", "little point" """
    return parse.words[i].lower in facts.unwilling and any(
        parse.words[c].lower in {"no", "little"} for c in parse.children[i]
    )


def _for_itself(parse: Parse, up: Word, at: Word) -> bool:
    """ "Wants to send a team", not "asks the mission to send a team" """
    others = {"dobj", "dative", "nsubjpass"}
    if any(parse.words[c].lower == "for" and c < at.i for c in parse.children[up.i]):
        return False  # "asked for the matter to go on the agenda"
    return not _subject(parse, at.i) and not any(parse.words[c].dep in others for c in parse.children[up.i])


def _nominal(at: Word) -> bool:
    return at.pos in {"NOUN", "PROPN"}


def _expected(parse: Parse, up: Word) -> bool:
    """ "Is expected to meet" """
    return up.tag == "VBN" and any(parse.words[c].dep == "auxpass" for c in parse.children[up.i])


def _provided(parse: Parse, at: Word, facts: Facts) -> bool:
    """What a document provides happens to nobody: "the memorandum provides that a team be sent"."""
    for verb in {at.i, at.head}:
        subjects = {parse.words[c].lower for c in parse.children[verb] if parse.words[c].dep == "nsubj"}
        if subjects & facts.providing:
            return True
    under = [c for c in parse.children[at.i] if parse.words[c].lower == "under" and parse.words[c].dep == "prep"]
    law = any(parse.words[k].lower in facts.providing for c in under for k in parse.children[c])
    return law and any(parse.words[c].lower in PRESENT for c in parse.children[at.i])


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
    if word.tag == "VBG" and (helpers & PRESENT or (helpers & {"was", "were"} and _reported(parse, word))):
        return DONE if word.lower in GOING_ON else ANNOUNCED
    if "being" in helpers and helpers & PRESENT:
        return ANNOUNCED if word.lower in {"prepared", "drafted", "readied", "planned"} else DONE
    if not is_verb(word):
        return DONE if word.pos == "AUX" else None
    return DONE


def _reported(parse: Parse, word: Word) -> bool:
    """ "Said it was suspending its part": told in the past, meant for the future."""
    return word.dep == "ccomp" and is_verb(parse.words[word.head])


def _modal(parse: Parse, word: Word, facts: Facts) -> str | None:
    for c in parse.children[word.i]:
        helper = parse.words[c]
        if helper.dep != "aux":
            continue
        if helper.tag == "MD" and helper.lower in facts.obliging:
            return CALLED_FOR
        if helper.lower in facts.coming:
            return ANNOUNCED
        if helper.lower in facts.possible:
            return POSSIBLE
    return CALLED_FOR if _infinitive(parse, word) and _has_to(parse, word) else None


def _has_to(parse: Parse, word: Word) -> bool:
    """ "The mission has to send a team", "it is up to Ardania to restrain the guard" """
    head = parse.words[word.head]
    if head.lower == "up" or any(parse.words[c].lower == "up" for c in parse.children[head.i]):
        return head.lower in {"up", "is", "was", "'s"}
    return word.dep == "xcomp" and head.lower in {"has", "have", "ought", "had", "falls", "behoves", "behooves"}


def _infinitive(parse: Parse, word: Word) -> bool:
    return any(parse.words[c].lower == "to" and parse.words[c].dep == "aux" for c in parse.children[word.i])


def _supposed(parse: Parse, i: int) -> bool:
    """ "If the mission sends a team", "whether an inquiry was opened" """
    return any(parse.words[c].lower in IF and parse.words[c].dep in {"mark", "advmod"} for c in parse.children[i])


def _negated(parse: Parse, i: int) -> bool:
    """Negated itself, or said of nobody and nothing: "none of them requires us to send a team"."""
    children = [parse.words[c] for c in parse.children[i]]
    if any(c.dep == "neg" or c.lower in {"no", "none", "nothing", "neither", "nobody"} for c in children):
        return True
    parts = [c for c in children if c.dep in {"nsubj", "nsubjpass", "dobj", "attr"}]
    return any(parse.words[k].lower in {"no", "neither"} for c in parts for k in parse.children[c.i])


def _subject(parse: Parse, i: int) -> bool:
    return any(parse.words[c].dep in {"nsubj", "nsubjpass"} for c in parse.children[i])
