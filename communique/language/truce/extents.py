"""How far a truce claim reaches beyond its clause."""

from __future__ import annotations

from collections.abc import Sequence

from communique.language.truce.pieces import Areas, Piece
from communique.language.truce.standing.state import States
from communique.language.words import Parse

NEAR = 4  # words behind a count among which "none of which" must begin
ENDS = {",", ";", ".", ")", "”", '"'}


def with_share(parse: Parse, areas: Areas, words: list[int]) -> list[int]:
    """The words with what is told of the counted ones: "nine breaches, none of which caused casualties"."""
    _, end = parse.sentences[parse.words[words[-1]].sentence]
    near = [w.lower for w in parse.words[words[-1] + 1 : min(words[-1] + 1 + NEAR, end)]]
    if near[:1] != [","] or not {"which", "them"} & set(near) or "of" not in near:
        return words
    last = words[-1] + len(near)
    while last + 1 < end and parse.words[last + 1].text not in ENDS:
        last += 1
    return words if areas.of(last) != areas.of(words[-1]) else [*words, *range(words[-1] + 1, last + 1)]


def told_behind(parse: Parse, states: States, pieces: Sequence[Piece], piece: Piece) -> bool:
    """Whether what is said of the truce that a clause names stands in a clause that hangs on its name."""
    for other in pieces:
        hangs = parse.words[other.head].dep == "acl" and parse.words[other.head].tag in {"VBN", "VBD"}
        said = states.verdict(other) if hangs and other.head != piece.head else None
        if said and said.status not in {None, "announced"} and said.theme.noun in piece.words:
            return True
    return False
