"""Breaches that are no attack: a verb with its object ("moved two battalions"), or a noun ("the seizure of a post")."""

from __future__ import annotations

from collections.abc import Sequence

from communique.language.truce.classes import class_of
from communique.language.truce.deeds.hindrance import hindrance_in
from communique.language.truce.lexicon import Breach, ViolationWords
from communique.language.truce.pieces import Piece, is_verb
from communique.language.words import Parse, Word

UNSPECIFIED = "unspecified"
TAKING = class_of("taking")
BEFORE, BEHIND = 8, 12  # words before and behind a verb of breach that stand for its clause
WIDE = 24  # words about a verb of breach among which what goes with it may stand
# One of these beside the verb makes an obligation one that is not met.
UNMET = class_of("unmet")


def breach_in(parse: Parse, piece: Piece, words: ViolationWords) -> tuple[Breach | None, int]:
    """The breach that the piece tells of, the first of the lexicon, and the word that tells it."""
    hindered = hindrance_in(parse, piece)
    if hindered is not None:
        return hindered
    text = [parse.words[i].lower for i in piece.words]
    found: list[tuple[int, int]] = []
    for at, lower in enumerate(text):
        found += [(place, at) for place in words.breaching.get(lower, ())]
    for place, at in sorted(found):
        breach = words.breaches[place]
        told = text[at] in breach.verbs and _by_verb(parse, piece, text, at, breach, words)
        if told or (text[at] in breach.nouns and _by_noun(parse, piece.words[at], breach)):
            return breach, piece.words[at]
    return None, -1


def _by_verb(parse: Parse, piece: Piece, text: Sequence[str], at: int, breach: Breach, words: ViolationWords) -> bool:
    verb = piece.words[at]
    if any(
        parse.words[c].tag == "WRB" and parse.words[c].lower in {"where", "why", "how"} for c in parse.children[verb]
    ):
        return False  # "have not said where they are held"
    if not breach.unmet and "no" in text[at + 1 : at + 4]:
        return False  # "saw no movement of heavy weapons"
    # Who breached "it" stands behind the verb; what is cut or blocked stands on either side of it.
    near = set(text[at + 1 if breach.type == UNSPECIFIED else max(0, at - 12) : at + 8])
    for below in (c for c in parse.children[verb] if parse.words[c].dep in {"ccomp", "xcomp"}):
        near |= {parse.words[k].lower for k in parse.children[below]}  # "let the patrol pass"
    if parse.words[verb].dep in {"relcl", "acl"}:
        near.add(parse.words[parse.words[verb].head].lower)
    if text[at] in TAKING and breach.type == "posture/ground taken":
        own = [c for c in parse.children[verb] if parse.words[c].dep in {"dobj", "nsubjpass"}]
        near = {parse.words[k].lower for c in own for k in (c, *parse.children[c])}
    first, end = parse.sentences[parse.words[verb].sentence]
    around = parse.words[max(first, verb - BEFORE) : min(end, verb + BEHIND)]
    # A parse may put the object in another clause: the words beside the verb stand for it.
    if breach.also and text[at] not in TAKING:
        near |= {w.lower for w in around}
    if not breach.objects & near or not _tells(parse.words[verb]):
        return False
    if breach.also and not breach.also & _wide(parse, text, around, verb):
        return False
    return bool(
        (not breach.unmet or _unmet(parse, verb, breach, text))
        and not _innocent(parse, verb, words)
        and _done(parse, breach, verb)
    )


def _wide(parse: Parse, text: Sequence[str], around: Sequence[Word], verb: int) -> set[str]:
    """The words of the clause, those about its verb, and those that hang on it not far away."""
    return {
        *text,
        *(w.lower for w in around),
        *(parse.words[k].lower for k in parse.subtree(verb) if abs(k - verb) < WIDE),
    }


def _unmet(parse: Parse, verb: int, breach: Breach, text: Sequence[str]) -> bool:
    """Whether it is not done; "without" leaves a notice undone, and only some freed leaves others held."""
    met = set() if breach.type.endswith("notification") else {"without"}
    if breach.type.endswith("prisoners") and {"only", "none"} & set(text):
        return True
    head = parse.words[verb].head  # "is refusing" may stand outside the piece
    above = {parse.words[head].lower, *(parse.words[c].lower for c in parse.children[head] if c < verb)}
    return bool((UNMET - met) & {*text, *above})


def _by_noun(parse: Parse, noun: int, breach: Breach) -> bool:
    """ "The seizure of two posts", "the guard's arrest of a nurse": a deed told as a noun, with what it was done to."""
    if parse.words[noun].pos != "NOUN":
        return False
    of = [c for c in parse.children[noun] if parse.words[c].lower == "of"]
    objects = [k for p in of for k in parse.children[p] if parse.words[k].dep == "pobj"]
    return any(parse.words[k].lower in breach.objects for o in objects for k in (o, *parse.children[o]))


def _innocent(parse: Parse, verb: int, words: ViolationWords) -> bool:
    """ "The road was closed by snow" """
    agents = [c for p in parse.children[verb] if parse.words[p].lower == "by" for c in parse.children[p]]
    agents += [c for c in parse.children[verb] if parse.words[c].dep == "nsubj"]
    return any(parse.words[c].lower in words.unreal.innocent for c in agents)


def _done(parse: Parse, breach: Breach, verb: int) -> bool:
    """A breach of no type is told only where somebody is said to have committed it."""
    return breach.type != UNSPECIFIED or any(parse.words[c].dep == "nsubj" for c in parse.children[verb])


def _tells(word: Word) -> bool:
    return (is_verb(word) and word.dep != "amod") or word.lower == "without"
