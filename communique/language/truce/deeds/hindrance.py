"""What keeps monitors from monitoring: turned back, kept waiting, jammed, told to take an escort."""

from __future__ import annotations

from collections.abc import Sequence

from communique.language.truce.deeds.hindrance_words import HindranceWords, hindrance_words
from communique.language.truce.lexicon import Breach
from communique.language.truce.pieces import Piece, is_verb
from communique.language.words import Parse

DENIED, DELAYED, JAMMED = "mechanism/monitor denied", "mechanism/delayed", "mechanism/jammed"
NEAR = 8  # words behind "turned" among which "back" stands
WIDE = 18  # words around the verb among which the monitors stand
NOT = {"not", "n't", "n’t", "never", "no", "without", "neither", "nor", "unable", "cannot"}
UNTOLD = {"free", "unhindered", "unimpeded", "full", "unrestricted"}  # "had free access"
Found = tuple[Breach, int]


def hindrance_in(parse: Parse, piece: Piece) -> Found | None:
    """How monitors are hindered in the clause, as a breach with the word that tells it; None where they are not.

    What must not be done, may be done or is only provided for hinders nobody.
    """
    words = hindrance_words()
    text = [parse.words[i].lower for i in piece.words]
    first, end = parse.sentences[parse.words[piece.first].sentence]
    near = {w.lower for w in parse.words[max(first, piece.first - WIDE) : min(end, piece.words[-1] + WIDE)]}
    if not words.monitors & near or words.weather & set(text):
        return None
    told = {*text, *_head_of(parse, piece)}
    for i in piece.words:
        word = parse.words[i]
        if word.dep == "amod" or not _happens(parse, i, words):
            continue
        kind = _jammed(parse, i, told, words) or _kept(parse, i, piece.words, told, words)
        if kind:
            return Breach(kind, words.barring, words.monitors, unmet=_unmet(parse, i, kind)), i
    return None


def _head_of(parse: Parse, piece: Piece) -> set[str]:
    """What a relative clause is told of: "monitors, who were kept waiting"."""
    head = parse.words[piece.head]
    if head.dep not in {"relcl", "acl", "pcomp", "xcomp", "advcl", "conj"}:
        return set()
    above = [head.head, *parse.children[head.head]]
    return {parse.words[k].lower for i in above for k in (i, *parse.children[i])}


def _happens(parse: Parse, i: int, words: HindranceWords) -> bool:
    """Whether it is told as done, not as what must not, might or would be."""
    denied = any(parse.words[c].dep == "neg" for c in parse.children[i])
    for c in parse.children[i]:
        lower = parse.words[c].lower
        if lower in words.wanted and not (denied and lower in {"would", "can"}):
            return False
    return True


def _unmet(parse: Parse, i: int, kind: str) -> bool:
    """Whether it is told by what was not done: "did not let them through"."""
    return kind == DENIED and any(parse.words[c].lower in NOT for c in parse.children[i])


def _jammed(parse: Parse, i: int, told: set[str], words: HindranceWords) -> str | None:
    """ "A mission drone was jammed", "interference affected the flight" """
    return JAMMED if parse.words[i].lower in words.jamming and told & words.means else None


def _kept(parse: Parse, i: int, row: Sequence[int], told: set[str], words: HindranceWords) -> str | None:
    word = parse.words[i]
    if not (is_verb(word) or word.pos == "AUX") or not told & (
        words.monitors | words.gates | words.access | words.permits
    ):
        return None
    behind = {w.lower for w in parse.words[i + 1 : min(i + 1 + NEAR, row[-1] + 2)]}
    negated = any(parse.words[c].lower in NOT for c in parse.children[i]) or _none(parse, i)
    if _delayed(word.lower, behind, told, negated, words):
        return DELAYED
    if negated:
        return DENIED if _refused(parse, i, told, words) else None
    return DENIED if _barred(parse, i, behind, told, words) else None


def _delayed(lower: str, behind: set[str], told: set[str], negated: bool, words: HindranceWords) -> bool:
    """ "Were kept waiting", "were held up", "delayed the patrol", "let them through only after 95 minutes" """
    if not told & words.monitors or negated:
        return False
    late = {"only", "after"} <= told and bool(told & words.time)
    waited = bool(behind & words.waiting) and (bool(told & words.time) or "wait" in behind or "waiting" in behind)
    return lower in words.delaying or (lower in words.keeping and waited) or (lower in words.letting and late)


def _refused(parse: Parse, i: int, told: set[str], words: HindranceWords) -> bool:
    """ "Did not let monitors through", "would not admit", "could not proceed", "has not been able to enter" """
    lower = parse.words[i].lower
    if lower in words.letting and told & words.monitors:
        return not UNTOLD & told
    subject = [k for c in parse.children[i] if parse.words[c].dep == "nsubj" for k in (c, *parse.children[c])]
    theirs = any(parse.words[k].lower in words.monitors for k in subject)
    below = [k for c in parse.children[i] if parse.words[c].lower == "able" for k in parse.children[c]]
    return theirs and (lower in words.going or any(parse.words[k].lower in words.going for k in below))


def _barred(parse: Parse, i: int, behind: set[str], told: set[str], words: HindranceWords) -> bool:
    """ "Turned back", "denied access", "the gate stayed closed", "withdrew the permit", "insisted on an escort" """
    lower = parse.words[i].lower
    objects = {
        parse.words[k].lower
        for c in parse.children[i]
        if parse.words[c].dep in {"dobj", "nsubjpass", "dative", "ccomp"}
        for k in (c, *parse.children[c])
    }
    if lower in words.away and behind & words.off:
        return bool(objects & words.monitors)
    if lower in words.withholding and objects & (words.permits | words.access):
        return True
    if lower in words.barring and objects & words.monitors:
        return True
    if lower in words.staying and behind & words.shut and told & words.gates:
        return bool(behind & words.monitors)
    return lower in words.insisting and bool(behind & words.escorting)


def _none(parse: Parse, i: int) -> bool:
    """ "No monitor has been able to enter" """
    subject = [c for c in parse.children[i] if parse.words[c].dep in {"nsubj", "nsubjpass"}]
    return any(parse.words[k].lower == "no" for c in subject for k in parse.children[c])
