"""Whether what a piece tells is told as having happened."""

from __future__ import annotations

import re

from communique.language.truce.belief.polarity import NOT_CONFIRMED, Polarity, polarity_at
from communique.language.truce.deeds.evidence import Evidence
from communique.language.truce.lexicon import Denial, Unreal
from communique.language.truce.pieces import Piece, is_verb
from communique.language.words import Parse

GOING_ON = {
    "began",
    "begun",
    "started",
    "continued",
    "continue",
    "continues",
    "managed",
    "kept",
    "keep",
    "begin",
    "used",
    "attempt",
    "attempts",
    "attempted",
}
# What is denied is told all the same, as denied; so is what nobody takes responsibility for.
DENIED_OF = {"deny", "denied", "denies", "denying", "responsibility", "investigation", "operations", "against", "right"}
# fmt: off
MONTHS = frozenset((
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
))
# fmt: on
YEAR = re.compile(r"(?:19|20)\d\d")
# Verbs that take up what has happened, and those by which it is judged; not to be judged so is no denial of it.
TAKEN_UP = {
    "take",
    "raise",
    "discuss",
    "bring",
    "refer",
    "condemn",
    "avenge",
    "protest",
    "examine",
    "investigate",
    "probe",
}
TAKEN_UP |= {
    "inquiry",
    "investigation",
    "condemned",
    "raised",
    "discussed",
    "examined",
    "investigated",
    "mourn",
    "punish",
}
JUDGED = {"count", "constitute", "amount", "violate", "breach", "is", "was", "are", "were"}
JUDGED |= {"counted", "considered", "regarded", "classed", "treated", "seen"}
ANYBODY = {"those", "anyone", "anybody", "people", "whoever", "terrorists", "criminals"}
CLAIMING = {"claimed", "claims", "took", "takes", "accepted", "admitted", "claiming", "taken"}
BIG = 5  # how many clauses up a word can make everything below it unreal


def told_as(parse: Parse, piece: Piece, evidence: Evidence, unreal: Unreal, denial: Denial) -> Polarity | None:
    """How the piece is told; None for what is wanted, planned, feared or possible, and for a whole war's toll."""
    told = [v for v in evidence.verbs if not (evidence.nouns and parse.words[v].lower in JUDGED)]  # "is not counted as"
    mains = [*told, *evidence.harm] or list(evidence.nouns) or [evidence.at if evidence.at >= 0 else piece.head]
    if _total(parse, piece, evidence, unreal) or _nobody(parse, evidence) or _whoever(parse, piece):
        return None
    if evidence.breach and evidence.breach.unmet and not (evidence.verbs or evidence.nouns):
        of_monitors = evidence.breach.type.startswith("mechanism/")  # "would not admit", "could not enter" tell of it
        return None if _unreal(parse, piece.head, unreal, denied=True, unsure=of_monitors) else Polarity()
    if evidence.breach and not evidence.verbs and not is_verb(parse.words[evidence.at]):
        return None if _wanted(parse, evidence.at, unreal) else polarity_at(parse, evidence.at, denial)
    for i in mains:
        polarity = polarity_at(parse, i, denial, deed=i in evidence.verbs)
        if i in evidence.nouns and polarity.by is None and presupposed(parse, i):
            return Polarity()
        unsure = polarity.name == NOT_CONFIRMED
        if not _unreal(parse, i, unreal, denied=polarity.by is not None, unsure=unsure):
            return polarity
    return None


def _nobody(parse: Parse, evidence: Evidence) -> bool:
    """ "Nobody was hurt": no harm, and no word of an attack."""
    if evidence.attack:
        return False
    verbs = {v for h in evidence.harm for v in (h, parse.words[h].head)}  # "nobody was reported killed"
    subjects = [c for v in verbs for c in parse.children[v] if parse.words[c].dep in {"nsubj", "nsubjpass"}]
    subjects += [c for s in subjects for c in parse.children[s] if parse.words[c].dep == "det"]
    return any(parse.words[c].lower in {"nobody", "none", "no"} for c in subjects)


def _whoever(parse: Parse, piece: Piece) -> bool:
    """ "Those who shell a hospital": said of anybody who does, none is told."""
    head = parse.words[piece.head]
    if head.dep != "relcl" or head.tag not in {"VBP", "VBZ"}:
        return False
    whom = parse.words[head.head]
    return whom.lower in ANYBODY or any(
        parse.words[c].lower in {"any", "every", "whichever"} for c in parse.children[whom.i]
    )


def presupposed(parse: Parse, noun: int) -> bool:
    """ "To take the bombing of the clinic to the Council", "the strike on the camp is no breach": it has been."""
    children = [parse.words[c] for c in parse.children[noun]]
    definite = any(c.lower in {"the", "this", "that"} or c.dep == "poss" for c in children)
    if not definite or not any(c.dep == "prep" or c.dep == "compound" or c.tag == "POS" for c in children):
        return False
    if taken_on(parse, noun) is not None:
        return True
    word = parse.words[noun]
    head = parse.words[word.head]
    if word.dep == "pobj" and head.lower in {"into", "over", "about", "for", "to"}:
        head = parse.words[head.head]
    if any(parse.words[c].lower in TAKEN_UP for c in parse.children[head.i] if c < head.i):
        return True  # "an inquiry was opened into the shooting"
    return head.lower in TAKEN_UP or (word.dep in {"nsubj", "nsubjpass"} and head.lower in JUDGED)


def taken_on(parse: Parse, noun: int) -> int | None:
    """The verb of "claimed responsibility for the attack", None where nobody does."""
    word = parse.words[noun]
    link = parse.words[word.head]
    charge = parse.words[link.head]
    verb = parse.words[charge.head]
    if word.dep != "pobj" or link.lower != "for" or charge.lower not in {"responsibility", "credit"}:
        return None
    children = [parse.words[c] for c in parse.children[verb.i]]
    own = any(c.dep == "nsubj" and c.lower not in {"nobody", "none"} for c in children)
    nobody = any(parse.words[k].lower == "no" for c in children if c.dep == "nsubj" for k in parse.children[c.i])
    taken = verb.lower in CLAIMING and own and not nobody and not any(c.dep in {"neg"} for c in children)
    return verb.i if taken else None


def _wanted(parse: Parse, noun: int, unreal: Unreal) -> bool:
    """Whether a deed told as a noun is feared or planned: "a possible seizure of", "warned against the arrest of"."""
    word = parse.words[noun]
    near = [parse.words[c] for c in parse.children[noun]]
    if any(c.lower in {"possible", "planned", "every", "each", "any", "future", "alleged", "no"} for c in near):
        return True
    head = parse.words[word.head]
    above = parse.words[head.head] if head.dep in {"prep", "dative"} else head
    return head.lower in unreal.governors or above.lower in unreal.governors


def unreal_noun(parse: Parse, noun: int, unreal: Unreal) -> bool:
    """Whether an attack noun hangs on a word that makes it no fact: "a halt to the shelling"."""
    if presupposed(parse, noun):
        return False
    word = parse.words[noun]
    for _ in range(BIG):
        if word.head == word.i:
            return False
        up = parse.words[word.head]
        if up.lower in unreal.governors and (up.dep != "prep" or up.lower != "against" or word.dep == "pobj"):
            return True
        if is_verb(up):
            return _unreal(parse, up.i, unreal)
        word = up
    return False


def _unreal(parse: Parse, i: int, unreal: Unreal, *, denied: bool = False, unsure: bool = False) -> bool:
    at = i
    for _ in range(BIG):
        word = parse.words[at]
        children = [parse.words[c] for c in parse.children[at]]
        if any(
            (c.lower in unreal.modals and c.dep == "aux" and not unsure) or (c.dep == "neg" and not denied)
            for c in children
        ):
            return True
        if any(
            c.lower in unreal.if_words and c.dep == "mark" and not (denied and c.lower == "whether") for c in children
        ):
            return True
        if not is_verb(word) and word.lower in unreal.governors and not denied:
            return True
        infinitive = is_verb(word) and any(c.lower == "to" and c.dep == "aux" for c in children)
        head = parse.words[word.head]
        if infinitive and head.lower not in GOING_ON and not unsure:
            return True
        if (
            head.i != word.i
            and head.lower in unreal.governors
            and not (denied and head.lower in DENIED_OF)
            and word.dep in {"xcomp", "pobj", "dobj", "ccomp", "pcomp", "acl", "prep"}
        ):
            return True
        if head.i == word.i or (is_verb(word) and word.dep in {"ccomp", "advcl", "relcl", "parataxis"}):
            return False
        if word.tag == "VBN" and word.dep == "acl":
            return False  # "the craters left by mortar fire"
        at = head.i
    return False


def _total(parse: Parse, piece: Piece, evidence: Evidence, unreal: Unreal) -> bool:
    """A toll of a whole war or of years: "since the war began", "since 2011"."""
    if not evidence.harm or evidence.verbs:
        return False
    first, end = parse.sentences[parse.words[piece.first].sentence]
    words = [w.lower for w in parse.words[first:end]]
    for at, lower in enumerate(words):
        if lower != "since" or parse.words[first + at].dep == "advmod":
            continue
        after = words[at + 1 : at + 7]
        if any(a in unreal.totals or a in MONTHS or YEAR.fullmatch(a) for a in after) or after[:1] == ["then"]:
            return True
    return False
