"""A cue without a content, or a content without a cue, takes the likeliest one left that points right."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from communique.language.attribution.decoding import Found
from communique.language.attribution.geometry import Spans
from communique.language.attribution.labels import ROLES
from communique.language.attribution.linking import CONTENT, CUE, Link, Linker

Floats = NDArray[np.float32]
Placed = tuple[int, Found]
"""A span with its line; words counted through the window."""


def spans_of(held: Sequence[Placed]) -> Spans:
    """The spans as geometry sees them."""
    return Spans.of([(found.first, found.last, line, 0) for line, found in held])


def states_of(states: Floats, spans: Spans) -> Floats:
    """First and last word's states of each span."""
    return np.concatenate([states[spans.first], states[spans.last]], 1)


def adopted(
    chosen: Sequence[Sequence[Placed]], spare: Sequence[Placed], links: Sequence[Link], linker: Linker, states: Floats
) -> list[list[Placed]]:
    """The chosen spans by role, with those of `spare` that an incomplete attribution needs; in order."""
    held = [list(each) for each in chosen]
    bare = [cue for link in links if not link.contents for cue in link.cues]
    if bare:
        _adopt(held, CONTENT, [held[CUE][place] for place in bare], spare, linker, states)
    loose = _loose(held[CONTENT], links)
    if loose:
        _adopt(held, CUE, loose, spare, linker, states)
    return [sorted(each, key=lambda placed: placed[1].first) for each in held]


def overlapping(found: Found, held: Iterable[Placed]) -> bool:
    """Whether the span shares a word with any of the held ones."""
    return any(found.first <= other.last and other.first <= found.last for _, other in held)


def _loose(contents: Sequence[Placed], links: Sequence[Link]) -> list[Placed]:
    linked = {place for link in links if link.cues for place in link.contents}
    return [placed for place, placed in enumerate(contents) if place not in linked]


def _adopt(
    held: list[list[Placed]],
    role: int,
    lacking: Sequence[Placed],
    spare: Sequence[Placed],
    linker: Linker,
    states: Floats,
) -> None:
    """For each that lacks a partner of the role, adds the spare one that is likeliest in itself and to be linked."""
    offered = [placed for placed in spare if placed[1].role == role]
    if not offered:
        return
    sides = (offered, lacking) if role == CONTENT else (lacking, offered)
    pointing = np.exp(_said(sides[0], sides[1], linker, states))[:, 1:]
    worth = pointing if role == CUE else pointing.T
    worth = worth * np.asarray([found.probability for _, found in offered])
    for row in worth:
        best = int(row.argmax())
        taken = [placed for name in range(len(ROLES)) for placed in held[name]]
        if row[best] >= linker.least and not overlapping(offered[best][1], taken):
            held[role].append(offered[best])


def _said(contents: Sequence[Placed], cues: Sequence[Placed], linker: Linker, states: Floats) -> Floats:
    a, b = spans_of(contents), spans_of(cues)
    return linker.pointers[0].logits(states_of(states, a), states_of(states, b), a, b)
