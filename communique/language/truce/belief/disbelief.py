"""That somebody does not believe what is told, or cannot confirm it, said by more than a verb of denying.

"The report that jets bombed Karsk is false", "had nothing to do with the shelling", "found no evidence of a strike".
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from communique.errors import KnowledgeError
from communique.language.inflection import forms_of
from communique.language.lexicon_files import tables_of
from communique.language.truce.lexicon import Denial
from communique.language.words import Parse, Word

FAR = 8  # steps up the parse from what is told to the word that doubts it
BEING = {"is", "was", "are", "were", "be", "been", "'s", "being"}
NOBODY = {"nobody", "nothing", "none"}
ASSERTED, DENIED, NOT_CONFIRMED = "asserted", "denied", "not confirmed"
WORDS = "truce_disbelief.toml"


@dataclass(frozen=True, slots=True)
class DisbeliefWords:
    """Sets of lower-case forms; what each is for stands beside it in the file."""

    false: frozenset[str]
    reports: frozenset[str]
    checking: frozenset[str]
    evidence: frozenset[str]
    supporting: frozenset[str]
    naming: frozenset[str]
    rejecting: frozenset[str]
    disowning: frozenset[str]
    owning: frozenset[str]
    bearing: frozenset[str]


@cache
def _words() -> DisbeliefWords:
    raw = tables_of(WORDS)
    try:
        return DisbeliefWords(**{field.name: forms_of(raw[field.name]) for field in fields(DisbeliefWords)})
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{WORDS} does not hold what it must: {error}") from error


Doubt = tuple[str, int]  # how it is told, and the word that says so


def disbelieved(parse: Parse, i: int, denial: Denial, *, deed: bool = False) -> Doubt | None:
    """How the word `i` is told where more than a verb of denying says it; None where nothing does.

    Whether a `deed` happened may be beyond establishing; whether a truce is kept is then an opinion of its own.
    """
    came = parse.words[i]
    if any(parse.words[c].dep == "dobj" and parse.words[c].lower in NOBODY for c in parse.children[i]):
        return DENIED, i  # "has shelled nobody"
    for _ in range(FAR):
        if came.lower in _words().reports and came.i != i and (said := _of_report(parse, came, denial)):
            return said
        if came.head == came.i:
            return None
        up = parse.words[came.head]
        said = _disowned(parse, up) or _without_evidence(parse, came, up) or _untrue(parse, came, up)
        said = said or _neither(parse, came, up, denial) or _unchecked(parse, came, up, denial, deed=deed)
        if said:
            return said
        if came.dep in {"advcl", "parataxis"} or (came.dep == "relcl" and up.lower not in _words().reports):
            return None
        came = up
    return None


def _of_report(parse: Parse, report: Word, denial: Denial) -> Doubt | None:
    """What becomes of the report that tells of it: "is false", "was rejected", "could not be verified"."""
    verb = parse.words[report.head]
    if verb.i == report.i or report.dep not in {"nsubj", "nsubjpass", "dobj"}:
        return None
    negated = _negated(parse, verb.i)
    if verb.lower in BEING | {"remains", "remained", "proved"} and report.dep == "nsubj":
        if _complement(parse, verb.i):
            return (ASSERTED if negated else DENIED), verb.i
        if any(parse.words[c].lower in denial.unconfirmed for c in parse.children[verb.i]):
            return NOT_CONFIRMED, verb.i
    if verb.lower in _words().naming and _complement(parse, verb.i):
        return DENIED, verb.i
    if report.dep == "nsubjpass" and verb.lower in denial.denying | denial.dismissing | _words().rejecting:
        return (ASSERTED if negated else DENIED), verb.i
    if report.dep == "dobj" and verb.lower in denial.dismissing | denial.denying:
        return (ASSERTED if negated else DENIED), verb.i
    if verb.lower in _words().checking | denial.confirming and _doubted(parse, verb, denial):
        return NOT_CONFIRMED, verb.i
    return None


def _complement(parse: Parse, verb: int) -> bool:
    """Whether what is said behind the verb calls a thing false."""
    links = {"attr", "acomp", "oprd", "prep", "dobj", "ccomp", "xcomp", "conj"}
    below = [c for c in parse.children[verb] if parse.words[c].dep in links]
    deeper = [
        k for c in below for k in parse.children[c] if parse.words[k].dep in {"pobj", "conj", "attr", "acomp", "oprd"}
    ]
    return any(parse.words[k].lower in _words().false for k in (*below, *deeper))


def _disowned(parse: Parse, up: Word) -> Doubt | None:
    """ "Disclaimed responsibility for", "had nothing to do with", "had no part in", "was not behind" """
    if up.lower not in _words().owning:
        return None
    verb = parse.words[up.head]
    if up.lower == "nothing" and verb.lower in {"had", "has", "have"}:
        return DENIED, verb.i
    if verb.lower in _words().disowning:
        return DENIED, verb.i
    none = _no(parse, up.i) or _negated(parse, verb.i)
    if none and verb.lower in BEING | _words().bearing:
        return DENIED, verb.i
    return None


def _without_evidence(parse: Parse, came: Word, up: Word) -> Doubt | None:
    """ "Found no evidence of shelling", "there was no confirmation of the strike" """
    lists = _words()
    if up.lower in lists.supporting and up.dep in {"acl", "relcl", "xcomp", "advcl"}:  # "no data to bear it out"
        noun = parse.words[up.head]
        known = [noun, *(parse.words[c] for c in parse.children[noun.i] if parse.words[c].dep in {"dobj", "attr"})]
        none = any(_no(parse, w.i) for w in known if w.lower in _words().evidence)
        return (NOT_CONFIRMED, up.i) if none else None
    noun = parse.words[up.head] if came.dep == "pobj" and up.lower not in lists.evidence else up
    if noun.lower not in lists.evidence:
        return None
    verb = parse.words[noun.head]
    none = _no(parse, noun.i) or _negated(parse, verb.i)
    return (NOT_CONFIRMED, noun.i) if none else None


def _untrue(parse: Parse, came: Word, up: Word) -> Doubt | None:
    """ "It is untrue that our guns shelled Tessel" """
    if came.dep not in {"ccomp", "csubj", "acl"}:
        return None
    if up.lower in BEING and came.dep != "acl" and _complement_but(parse, up.i, came.i):
        return (ASSERTED if _negated(parse, up.i) else DENIED), up.i
    if up.lower in _words().false and parse.words[up.head].lower in BEING:
        return (ASSERTED if _negated(parse, up.head) else DENIED), up.head
    return None


def _complement_but(parse: Parse, verb: int, clause: int) -> bool:
    near = [c for c in parse.children[verb] if c != clause and parse.words[c].dep in {"attr", "acomp", "oprd"}]
    return any(parse.words[c].lower in _words().false for c in near)


def _neither(parse: Parse, came: Word, up: Word, denial: Denial) -> Doubt | None:
    """ "Neither confirmed nor denied the strike", "could neither confirm nor rule out that …" """
    if up.dep != "conj" or came.dep not in {"dobj", "ccomp", "xcomp"}:
        return None
    head = parse.words[up.head]
    return (NOT_CONFIRMED, up.i) if head.lower in denial.confirming and _negated(parse, head.i) else None


def _unchecked(parse: Parse, came: Word, up: Word, denial: Denial, *, deed: bool) -> Doubt | None:
    """ "Was unable to establish whether Velm was shelled", "the shelling could not be verified" """
    if up.lower not in _words().checking or came.dep not in {"ccomp", "dobj", "nsubjpass", "csubj", "nsubj"}:
        return None
    asked = any(parse.words[c].lower in {"whether", "if"} for c in parse.children[came.i])
    return (NOT_CONFIRMED, up.i) if (deed or not asked) and _doubted(parse, up, denial) else None


def _doubted(parse: Parse, verb: Word, denial: Denial) -> bool:
    at = verb
    for _ in range(3):
        children = [parse.words[c].lower for c in parse.children[at.i]]
        if _negated(parse, at.i) or (at.lower in denial.unable | {"able"} and _negated(parse, at.head)):
            return True
        if "cannot" in children or at.lower in denial.unable:
            return True
        if at.head == at.i or at.dep not in {"xcomp", "acl", "ccomp", "pcomp", "acomp", "attr"}:
            return False
        at = parse.words[at.head]
    return at.lower in denial.unable


def _negated(parse: Parse, i: int) -> bool:
    return any(parse.words[c].dep == "neg" or parse.words[c].lower in {"neither", "nor"} for c in parse.children[i])


def _no(parse: Parse, i: int) -> bool:
    return any(parse.words[c].lower == "no" for c in parse.children[i])
