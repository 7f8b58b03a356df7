"""Several statuses in one clause, each with its place: "holding in Lower Morrad, strained in Northern Karsk"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.language.truce.lexicon import TruceWords
from communique.language.truce.phrases import lowers
from communique.language.truce.status import Status
from communique.language.words import Parse

PLACED = {"holding", "mostly holding", "strained", "broken"}


def side_by_side(parse: Parse, words: Sequence[int], lexicon: TruceWords) -> list[Status]:
    """The statuses of "holding in Lower Morrad, strained in Northern Karsk", left to right; none where it is one."""
    found: list[Status] = []
    for rank, first, last in sorted(lexicon.states.hits(lowers(parse, words)), key=lambda h: (h[1], -h[2])):
        status = Status(lexicon.statuses[rank], words[first], words[last])
        behind = [w.lower for w in parse.words[status.last + 1 : status.last + 2]]
        taken = found and status.first <= found[-1].last
        if status.name in PLACED and behind and behind[0] in {"in", "around", "along"} and not taken:
            found.append(status)
    return found if len({s.name for s in found}) > 1 else []
