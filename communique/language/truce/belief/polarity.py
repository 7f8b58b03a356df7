"""Whether what is told is asserted, denied, or said to be without confirmation."""

from __future__ import annotations

from dataclasses import dataclass

from communique.language.truce.belief.disbelief import disbelieved
from communique.language.truce.lexicon import Denial
from communique.language.truce.pieces import is_verb
from communique.language.words import Parse, Word

ASSERTED, DENIED, NOT_CONFIRMED = "asserted", "denied", "not confirmed"
LEARNING = {"knowing", "telling", "checking", "establishing"}
ONES = {"ones", "one", "side", "party", "people"}
FAR = 8  # steps up the parse from what is told to the word that denies it
NOTHING = {"no", "neither", "nor"}
NOT = {"not", "n't", "never"}
SUBJECTS = {"nsubj", "csubj"}
APART = {"advcl", "relcl", "parataxis"}  # what stands in these is told beside, not by, the verb above
REPORTING = {"recorded", "registered", "reported", "heard", "seen", "observed", "was", "were", "been", "is", "are"}
REPORTING |= {"took", "taken", "occurred", "happened", "hit", "struck", "carried", "logged", "detected", "noted"}


@dataclass(frozen=True, slots=True)
class Polarity:
    """How a word is told, and the index of the word that denies, does not deny or doubts it; None where none does."""

    name: str = ASSERTED
    by: int | None = None


def polarity_at(parse: Parse, i: int, denial: Denial, *, deed: bool = False) -> Polarity:
    """How the word `i` is told: "denied shelling Velm", "did not shell", "could not confirm that Velm was shelled".

    For a `deed` "no hospital was struck" denies it; "no civilian was killed" says who was not.
    """
    doubt = disbelieved(parse, i, denial, deed=deed)
    if doubt is not None:
        return Polarity(*doubt)
    word = parse.words[i]
    nay = (_negated(parse, i) or _cleft(parse, i)) if is_verb(word) else _none_of(parse, i)
    if nay is None and deed:
        nay = _let_alone(parse, i) or _of_nothing(parse, i)
    if nay is not None:
        return Polarity(DENIED, nay)
    came, alleged = word, False
    for _ in range(FAR):
        alleged = alleged or came.lower in denial.allegations
        if _unconfirmed(parse, came, denial):
            return Polarity(NOT_CONFIRMED, came.i)
        if came.head == came.i:
            return Polarity()
        up = parse.words[came.head]
        if _no_way(parse, came, up, denial):
            return Polarity(NOT_CONFIRMED, up.i)
        if came.dep in APART:
            return Polarity()
        said = _said_of(parse, came, up, denial, alleged)
        if said:
            return Polarity(said, up.i)
        came = up
    return Polarity()


def _unconfirmed(parse: Parse, word: Word, denial: Denial) -> bool:
    """ "Unconfirmed reports of an air strike", "unconfirmed reports spoke of an air strike" """
    near = list(parse.children[word.i])
    near += [c for s in near if parse.words[s].dep == "nsubj" for c in parse.children[s]]
    return any(parse.words[c].lower in denial.unconfirmed for c in near)


def _said_of(parse: Parse, came: Word, up: Word, denial: Denial, alleged: bool) -> str | None:
    """What the word `up` makes of what hangs on it: a polarity, or None where it says nothing of it."""
    if came.dep in SUBJECTS:
        return None
    if up.lower in denial.denying or (up.lower in denial.dismissing and (alleged or _told(came))):
        return ASSERTED if _negated(parse, up.i) is not None else DENIED
    if up.lower in denial.confirming and _doubted(parse, up, denial):
        return NOT_CONFIRMED
    return None


def _no_way(parse: Parse, came: Word, up: Word, denial: Denial) -> bool:
    """ "No way of verifying that the truce is kept", where the parse hangs the clause on "way"."""
    none = any(parse.words[c].lower == "no" for c in parse.children[up.i])
    between = {w.lower for w in parse.words[up.i : came.i]}
    return up.lower in {"way", "means"} and none and not (denial.confirming | LEARNING).isdisjoint(between)


def _told(came: Word) -> bool:
    """ "Rejected that …", "rejected the report that …" deny; "rejected the truce" does not."""
    return came.dep == "ccomp" or (came.dep == "acl" and is_verb(came))


def _doubted(parse: Parse, word: Word, denial: Denial) -> bool:
    at = word
    for _ in range(3):
        children = [parse.words[c] for c in parse.children[at.i]]
        if any(c.dep == "neg" or c.lower in {"cannot", "no"} for c in children) or at.lower in denial.unable:
            return True
        if at.head == at.i or at.dep not in {"xcomp", "acl", "ccomp", "pcomp", "pobj", "prep", "attr", "acomp"}:
            return False
        at = parse.words[at.head]
    return at.lower in denial.unable


def _negated(parse: Parse, verb: int) -> int | None:
    """The word that negates the verb, which nothing but a form of "do", "have" or "be" helps."""
    children = [parse.words[c] for c in parse.children[verb]]
    if any(c.dep == "aux" and (c.tag == "MD" or c.lower == "to") for c in children):
        return None
    return next((c.i for c in children if c.dep == "neg" and c.lower in NOT and not compares(parse, c.i)), None)


def compares(parse: Parse, no: int) -> bool:
    """ "No fewer than forty times", "has never looked so fragile", "was never closer to collapse" deny nothing."""
    behind = parse.words[no + 1 : no + 4]
    if parse.words[no].lower == "never":
        return any(w.lower == "so" or w.tag in {"RBR", "JJR"} for w in behind)
    return bool(behind) and behind[0].lower in {"fewer", "less"}


def _cleft(parse: Parse, verb: int) -> int | None:
    """The "not" of "it was not our artillery that hit the mosque"."""
    word = parse.words[verb]
    be = parse.words[word.head]
    if be.pos == "NOUN" and be.dep == "attr":
        be = parse.words[be.head]
    children = [parse.words[c] for c in parse.children[be.i]]
    it = any(c.lower == "it" and c.dep in {"nsubj", "expl"} for c in children)
    by = next((c.i for c in children if c.dep == "neg"), None)
    if (
        word.dep == "relcl"
        and parse.words[word.head].lower in ONES
        and be.lower in {"are", "is", "was", "were", "'re", "'m", "am"}
    ):
        return by  # "we are not the ones who broke it"
    said = (
        word.dep in {"ccomp", "relcl"} and be.lower in {"was", "is", "were"} and any(c.dep == "attr" for c in children)
    )
    return by if it and said and any(parse.words[c].tag in {"WDT", "WP"} for c in parse.children[verb]) else None


def _let_alone(parse: Parse, verb: int) -> int | None:
    before = [w.lower for w in parse.words[max(0, verb - 2) : verb]]
    return verb - 2 if before in (["let", "alone"], ["much", "less"]) else None


def _of_nothing(parse: Parse, verb: int) -> int | None:
    """The "no" of "no hospital was struck", "no aircraft of ours bombed Velm"."""
    for c in parse.children[verb]:
        if parse.words[c].dep in {"nsubj", "nsubjpass"}:
            before = parse.words[c - 1].lower if c else ""
            if parse.words[c].lower == "none" or (parse.words[c].lower == "one" and before == "not"):
                return c  # "not one of our guns fired"
            return next((k for k in parse.children[c] if parse.words[k].lower in NOTHING and k < c), None)
    return None


def _none_of(parse: Parse, noun: int) -> int | None:
    """The "no" of "no shelling was recorded", "there were no attacks", "no air strike hit Velm"."""
    word, head = parse.words[noun], parse.words[parse.words[noun].head]
    no = next((c for c in parse.children[noun] if parse.words[c].lower in NOTHING and c < noun), None)
    if no is None or not (is_verb(head) or head.pos == "AUX"):
        return None
    helped = any(parse.words[c].tag == "MD" for c in parse.children[head.i])
    return no if head.lower in REPORTING and not helped and word.dep != "pobj" else None
