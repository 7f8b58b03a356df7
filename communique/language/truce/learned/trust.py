"""How far the model is believed against the grammar, by how much of a report it read."""

from __future__ import annotations

from dataclasses import dataclass

from communique.domain.span import Span
from communique.language.truce.learned.model import Hearing, Told
from communique.language.truce.scene import Scene

MARKS = frozenset({"PUNCT", "SPACE"})
SURE_SPAN = 0.7
"""How likely words must be a claim to stand for it instead of the grammar's."""


@dataclass(frozen=True, slots=True)
class Trust:
    """How far the model is believed against the grammar."""

    firm: float
    """How likely a claim that it alone sees must be, with what is said of it."""
    doubt: float
    """The mean chance of a claim's words below which it sees none there, and the grammar's is left out."""


@dataclass(frozen=True, slots=True)
class Trusts:
    """How far in a short report read whole, as those it learnt from are, and how far in parts of a longer one."""

    whole: Trust
    parts: Trust

    def of(self, hearing: Hearing) -> Trust:
        """What holds for one report."""
        return self.whole if hearing.whole else self.parts


def doubted(hearing: Hearing, role: str, span: Span, doubt: float) -> bool:
    """Whether the model read the words of a claim and holds it less likely than `doubt` that they are one."""
    share = hearing.share(role, span)
    return share is not None and share < doubt


def better_span(scene: Scene, span: Span, told: Told) -> Span:
    """A claim's words as the model cuts them, where it read a short report whole and is sure; else as they were."""
    if not scene.hearing.whole or told.probability < SURE_SPAN:
        return span
    words = [i for i in scene.parse.inside(told.span) if scene.parse.words[i].pos not in MARKS]
    return scene.parse.span(words[0], words[-1]) if words else span
