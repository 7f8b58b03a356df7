"""What a sentence says between two actors, as the classifier sees it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.language.events.stems import stem
from communique.language.events.told import Told
from communique.language.words import Parse, Word

_DEEPEST = 60
"""Steps from a word to the root at most: a parse is a tree, but a broken one must not hang the reading."""
_EMPTY = frozenset({"det", "punct"})
_TELLING = frozenset(
    {
        "dobj",
        "prt",
        "xcomp",
        "ccomp",
        "neg",
        "aux",
        "prep",
        "acomp",
        "attr",
        "nsubjpass",
        "auxpass",
        "pobj",
        "advcl",
        "conj",
    }
)
_DEEPER = frozenset({"prep", "dobj", "xcomp", "ccomp"})


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two actors of one sentence, as word indices of the parse; the sentence is [`first`, `last`)."""

    first: int
    last: int
    source: frozenset[int]
    target: frozenset[int]


@dataclass(frozen=True, slots=True)
class Clues:
    """Words of the sentence without the actors' names, ties of the words that join the actors, the lexicon's deeds."""

    words: tuple[str, ...]
    ties: tuple[str, ...]
    deeds: tuple[str, ...]
    path: tuple[int, ...]
    top: int  # the word in which the actors' branches of the parse meet
    main: int  # the root of the first sentence: "said" where somebody says it

    def stems(self, parse: Parse) -> frozenset[str]:
        """The stems of the joining words and of what hangs on them: "declared" and its "ceasefire"."""
        joining = {self.top, *self.path}
        hanging = {c for i in joining for c in parse.children[i] if parse.words[c].dep in _TELLING}
        return frozenset(stem(parse.words[i].lower) for i in joining | hanging)


def clues_of(parse: Parse, dyad: Dyad, told: Told) -> Clues:
    """The clues of one pair of actors; `told` is what the lexicon finds in the parse."""
    source, target = _head(parse, dyad, dyad.source), _head(parse, dyad, dyad.target)
    up, down = _to_root(parse, source), _to_root(parse, target)
    below = set(down)
    top = next((i for i in up if i in below), up[-1])
    actors = dyad.source | dyad.target
    reach = up[: up.index(top) + 1] + (down[: down.index(top)] if top in below else down)[::-1]
    path = tuple(dict.fromkeys(i for i in reach if i not in actors))
    words = tuple(_masked(parse, dyad))
    return Clues(
        words=(*words, *_pairs(words)),
        ties=tuple(_ties(parse, actors, source, target, path, top)),
        deeds=told.clues(parse, dyad.first, dyad.last, top, path),
        path=path,
        top=top,
        main=_root(parse, dyad),
    )


def _head(parse: Parse, dyad: Dyad, actor: frozenset[int]) -> int:
    """The word of the actor that hangs on a word outside it; the root of the sentence for an actor without words."""
    own = sorted(actor)
    for i in own:
        word = parse.words[i]
        if (word.head not in actor or word.head == i) and word.pos not in ("PUNCT", "DET", "ADP", "SPACE"):
            return i
    if own:
        return own[0]
    return _root(parse, dyad)


def _root(parse: Parse, dyad: Dyad) -> int:
    roots = (i for i in range(dyad.first, dyad.last) if parse.words[i].head == i)
    return next(roots, dyad.first)


def _to_root(parse: Parse, i: int) -> list[int]:
    line = [i]
    while parse.words[i].head != i and len(line) < _DEEPEST:
        i = parse.words[i].head
        line.append(i)
    return line


def _masked(parse: Parse, dyad: Dyad) -> Iterator[str]:
    """The words in order; names say who, not what, and are all one word."""
    before = ""
    for i in range(dyad.first, dyad.last):
        word = parse.words[i]
        actor = "<source>" if i in dyad.source else "<target>" if i in dyad.target else ""
        if actor and actor != before:
            yield actor
        before = actor
        if not actor and word.pos not in ("PUNCT", "SPACE"):
            yield _plain(word)


def _plain(word: Word) -> str:
    if word.pos == "NUM":
        return "<number>"
    return "<name>" if word.pos == "PROPN" else stem(word.lower)


def _pairs(words: Sequence[str]) -> Iterator[str]:
    for one, other in pairwise(words):
        yield f"{one} {other}"


def _ties(
    parse: Parse, actors: frozenset[int], source: int, target: int, path: Sequence[int], top: int
) -> Iterator[str]:
    words = parse.words
    yield f"top:{stem(words[top].lower)}"
    for role, i in (("source", source), ("target", target)):
        yield f"{role}:{words[i].dep}"
        yield f"{role}:{words[i].dep}:{stem(words[words[i].head].lower)}"
    own = [stem(words[i].lower) for i in path]
    for i, form in zip(path, own, strict=True):
        yield f"path:{form}"
        yield f"path:{form}/{words[i].pos}"
    for one, other in pairwise(own):
        yield f"path:{one}_{other}"
    left_out = actors | set(path)
    for i, form in zip(path, own, strict=True):
        yield from _children(parse, i, form, left_out)


def _children(parse: Parse, i: int, form: str, left_out: frozenset[int]) -> Iterator[str]:
    for c in parse.children[i]:
        child = parse.words[c]
        if c in left_out or child.dep in _EMPTY:
            continue
        own = stem(child.lower)
        yield f"child:{own}"
        if child.dep in _TELLING:
            yield f"child:{form}>{child.dep}:{own}"
            yield f"child:{child.dep}:{own}"
        if child.dep in _DEEPER:
            for g in parse.children[c]:
                if g not in left_out and parse.words[g].dep not in _EMPTY:
                    yield f"grandchild:{stem(parse.words[g].lower)}"
