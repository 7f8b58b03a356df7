"""Harm that did not happen, said of an attack: "nobody was hurt", "without casualties", "hurting no one"."""

from __future__ import annotations

from communique.domain.truce import Count
from communique.language.truce.classes import class_of
from communique.language.truce.counting.numbers import Amount
from communique.language.words import Parse

NOBODY = {"nobody", "none", "nobody's"}
NOT_ONE = {"no", "without", "zero"}
BOTH = class_of("unhurt_both")
HURTING = class_of("unhurt_hurting")
KILLING = class_of("unhurt_killing")
NEAR = 4  # words between "nobody" and what did not happen to them

Harm = tuple[Count | None, Count | None]


def unhurt(parse: Parse, first: int, end: int) -> Harm:
    """Nought killed and nought injured as far as a sentence says so, None for what it does not say."""
    killed = injured = None
    for i in range(first, end):
        at = _nobody(parse, i, end)
        if at is None:
            continue
        near = {w.lower for w in parse.words[max(first, i - NEAR) : min(end, at + 1 + NEAR)]}
        behind = {w.lower for w in parse.words[at + 1 : min(end, at + 1 + NEAR)]}
        nought = Amount(i, at, 0, 0).count(parse)
        of_people = parse.words[i].lower in NOBODY or at > i
        said = near if of_people else behind
        if BOTH & behind and not of_people:
            killed, injured = killed or nought, injured or nought
        if HURTING & said:
            injured = injured or nought
        if KILLING & said:
            killed = killed or nought
    return killed, injured


def _nobody(parse: Parse, i: int, end: int) -> int | None:
    """The last word of "nobody", "no one", "no civilian", "no casualties" where it begins at `i`."""
    lower = parse.words[i].lower
    after = parse.words[i + 1].lower if i + 1 < end else ""
    if lower in NOBODY:
        return i
    if lower == "no" and (after in {"one", "-"} or after in {"people", "civilians", "civilian", "person", "soldier"}):
        return i + (2 if after == "-" else 1)
    return i if lower in NOT_ONE else None
