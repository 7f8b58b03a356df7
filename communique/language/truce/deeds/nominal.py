"""Which words of a group are the claim: the clause, or only the noun phrase that names an attack."""

from __future__ import annotations

from communique.language.truce.belief.reality import unreal_noun
from communique.language.truce.deeds.groups import SUBJECTS, Group
from communique.language.truce.deeds.gunfire import PERCEIVING, TRADING
from communique.language.truce.lexicon import ViolationWords
from communique.language.truce.phrases import lowers
from communique.language.truce.pieces import is_verb
from communique.language.words import Parse

TOLLS = {"toll", "casualties", "deaths"}  # with these a clause tells what an attack did
OF_TARGET = {"on", "against", "by", "in", "of", "at"}
DASHES = {"-", "–", "—", ";", ":"}
BLAMING = {"blame", "blamed", "blames", "blaming", "accused", "accuses", "accuse", "accusing"}
BARE = {"the", "this", "that", "these", "those", "such", "any", "no", "its", "their"}
COMING = {"came", "originated", "come", "comes"}
# Where it is spoken of, not where it was.
SAID_IN = {
    "statement",
    "interview",
    "conference",
    "briefing",
    "letter",
    "speech",
    "report",
    "message",
    "video",
    "meeting",
}
SAID_IN |= {
    "parliament",
    "tweet",
    "post",
    "telegram",
    "note",
    "call",
    "broadcast",
    "bulletin",
    "council",
    "terms",
    "person",
}
DOING = {"damage", "material", "damaged", "collapse", "caused"}


def claimed_words(parse: Parse, group: Group, lexicon: ViolationWords) -> list[int]:
    """The words of the claim in a row; none where nothing new is told of an attack."""
    words = trimmed(parse, group.words())
    if parse.words[group.head].dep == "csubj" and not any(e.nouns for e in group.evidence):
        return []  # "targeting aid workers is a crime": a judgement on any such deed
    nouns = [n for e in group.evidence for n in e.nouns]
    by = group.polarity.by
    if nouns and by is not None and is_verb(parse.words[by]) and not any(e.verbs for e in group.evidence):
        return trimmed(
            parse, list(range(min(by, nouns[0]), max(parse.subtree(nouns[0])) + 1))
        )  # "denied any part in the raid"
    if not nouns or any(e.breach or e.harm for e in group.evidence):
        return words
    if any(e.verbs for e in group.evidence):
        return [] if _follows_up(parse, nouns) else words
    blamed = next((b for n in nouns if (b := _blamed(parse, n))), None)
    if blamed:
        return [i for i in range(blamed[0], blamed[1] + 1) if i in group.words()]
    if any(_borne(parse, n) for n in nouns):
        return words  # "came under mortar fire", "both sides trade fire"
    kept = [n for n in nouns if not unreal_noun(parse, n, lexicon.unreal)]
    if not kept:
        return []
    if TOLLS & set(lowers(parse, words)):
        told = kept[0] < group.head or not is_verb(parse.words[group.head])
        return words if told else _phrase(parse, group, kept[0])
    subjects = [n for n in kept if parse.words[n].dep in SUBJECTS]
    if not subjects and parse.words[parse.words[kept[0]].head].lower in PERCEIVING:
        return words
    if not subjects:
        return _phrase(parse, group, kept[0])
    if _in_general(parse, subjects[0]) or (_damage(parse, words) and _definite(parse, subjects[0])):
        return []
    if parse.words[parse.words[subjects[0]].head].lower in COMING and any(
        parse.words[i].lower == "from" for i in words
    ):
        return words  # "the shooting came from a checkpoint": whose it was is new
    return (
        words
        if not points_back(parse, subjects[0]) and not _damage(parse, words)
        else _phrase(parse, group, subjects[0])
    )


def _borne(parse: Parse, noun: int) -> bool:
    """Whether a verb makes a clause of the noun: fire is come under, traded, opened."""
    word = parse.words[noun]
    head = parse.words[word.head]
    if word.dep == "pobj" and head.lower == "under":
        return is_verb(parse.words[head.head])
    return word.dep in {"dobj", "nsubjpass"} and head.lower in TRADING - {"reported", "recorded"}


def _blamed(parse: Parse, noun: int) -> tuple[int, int] | None:
    """From the blamed to the deed in "blamed the guard for the bombing", "blamed the bombing on the guard"."""
    word = parse.words[noun]
    link = parse.words[word.head]
    verb = parse.words[link.head] if word.dep == "pobj" else link
    if verb.lower not in BLAMING or word.dep not in {"pobj", "dobj"}:
        return None
    other = "dobj" if word.dep == "pobj" else "prep"
    parts = [c for c in parse.children[verb.i] if parse.words[c].dep == other and c > verb.i]
    if not parts:
        return None
    trees = [*parse.subtree(parts[0]), *parse.subtree(noun)]
    return min(trees), max(trees)


def _follows_up(parse: Parse, nouns: list[int]) -> bool:
    """ "The blast hit the quarter where …": the attack is known, nothing is added to it."""
    return any(points_back(parse, n) and parse.words[n].dep in SUBJECTS | {"dobj"} for n in nouns)


def points_back(parse: Parse, noun: int) -> bool:
    """Whether the noun only points back: "the attack", with nothing that says which."""
    children = [parse.words[c] for c in parse.children[noun]]
    if any(c.dep in {"prep", "poss", "compound", "amod", "relcl", "nummod", "acl"} for c in children):
        return False
    return any(c.lower in BARE for c in children)


def _in_general(parse: Parse, noun: int) -> bool:
    """ "Bomb attacks have been rarer": said of attacks in general, none is told."""
    verb = parse.words[parse.words[noun].head]
    plain = parse.words[noun].tag == "NNS" and not any(
        parse.words[c].dep in {"det", "nummod", "poss"} for c in parse.children[noun]
    )
    return plain and verb.lower in {"is", "are", "was", "were", "been", "be"} and verb.pos == "AUX"


def _definite(parse: Parse, noun: int) -> bool:
    return any(parse.words[c].lower in BARE or parse.words[c].dep == "poss" for c in parse.children[noun])


def _damage(parse: Parse, words: list[int]) -> bool:
    return any(parse.words[i].lower in DOING for i in words)


def _phrase(parse: Parse, group: Group, noun: int) -> list[int]:
    """The noun phrase, where it says by whom, on whom, when or with what."""
    word = parse.words[noun]
    children = [parse.words[c] for c in parse.children[noun]]
    # A preposition right behind the noun belongs to it, wherever the parse hangs it.
    link = [i for i in (noun + 1,) if i < len(parse.words) and parse.words[i].lower in OF_TARGET]
    behind = parse.words[noun + 2 : noun + 5]
    placed = bool(link) and any(w.pos in {"PROPN", "NOUN"} for w in behind)
    placed = placed and not SAID_IN & {w.lower for w in behind} and not any(w.ent in {"DATE", "TIME"} for w in behind)
    if word.lower == "offensive" or (points_back(parse, noun) and not placed):
        return []
    if not link and not any(c.lower in OF_TARGET or c.ent == "DATE" for c in children):
        return []
    area = set(group.words())
    tree = sorted({*parse.subtree(word.i), *(k for i in link for k in parse.subtree(i))} & area)
    dashes = [i for i in tree if i > noun and parse.words[i].text in DASHES]
    tree = [i for i in tree if not dashes or i < dashes[0]]
    return trimmed(parse, list(range(tree[0], tree[-1] + 1)))


def trimmed(parse: Parse, words: list[int]) -> list[int]:
    """The words without the marks and joining words at either end."""
    while words and (
        parse.words[words[0]].pos in {"PUNCT", "CCONJ", "SCONJ", "SPACE"} or parse.words[words[0]].lower == "that"
    ):
        words = words[1:]
    while words and parse.words[words[-1]].pos in {"PUNCT", "CCONJ", "SCONJ", "SPACE"}:
        words = words[:-1]
    return words
