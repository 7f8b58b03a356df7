"""Two clauses of one sentence that make one claim: "came into force on Friday and has held since"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.domain.span import hull
from communique.domain.truce import TruceClaim
from communique.language.truce.filling import Filler
from communique.language.truce.lexicon import TruceWords
from communique.language.truce.standing.about import topics
from communique.language.truce.standing.outcomes import ANNOUNCED, HOLDING, MOSTLY, STRAINED
from communique.language.words import Parse

JOINED = 2  # words between two clauses that belong together


class Joiner:
    """Joins claims of one report, where they are read from clauses of one sentence, the first before the other."""

    def __init__(self, parse: Parse, words: TruceWords, fill: Filler) -> None:
        self.parse, self.words, self.fill = parse, words, fill

    def joined(self, one: TruceClaim, other: TruceClaim) -> TruceClaim | None:
        """The one claim that the two make, None where they are two."""
        between = self.parse.inside(other.span)[0] - self.parse.inside(one.span)[-1] - 1
        if not 0 <= between <= JOINED or one.said_in != other.said_in or one.polarity != other.polarity:
            return None
        words = list(self.parse.inside(other.span))
        if between == 0 and other.status == ANNOUNCED and self._only_names(words):
            return replace(one, span=hull([one.span, other.span]))
        if one.violations or other.violations or not self._fit(one, other, words):
            return None
        if {one.status, other.status} == {STRAINED, HOLDING}:
            return self.fill.claim(STRAINED, list(self.parse.inside(hull([one.span, other.span]))), None)
        whole = list(self.parse.inside(hull([one.span, other.span])))
        status = MOSTLY if MOSTLY in {one.status, other.status} else other.status
        return self.fill.claim(status, whole, None, polarity=other.polarity)

    def _fit(self, one: TruceClaim, other: TruceClaim, words: Sequence[int]) -> bool:
        apart = bool(one.scope_text and other.scope_text) and one.scope_text != other.scope_text
        if {one.status, other.status} == {STRAINED, HOLDING}:
            return not apart and self._again(words)
        if one.status == other.status or {one.status, other.status} == {HOLDING, MOSTLY}:
            return not apart or (one.status == other.status and self._shares(words))
        return one.status == ANNOUNCED and self._shares(words)

    def _again(self, words: Sequence[int]) -> bool:
        """ "It is bruised, but it is standing": one truce, spoken of again in one breath."""
        but = self.parse.words[words[0] - 1].lower in {"but", "yet", "though", "although"}
        return but and self.parse.words[words[0]].lower in {"it", "still"}

    def _only_names(self, words: Sequence[int]) -> bool:
        """ "… of the ceasefire proclaimed by Selmark": which truce it is, and not when it began."""
        given = any(self.parse.words[i].text.isdigit() for i in words)
        return self.parse.words[words[0]].tag in {"VBN", "VBD"} and not given

    def _shares(self, words: Sequence[int]) -> bool:
        """Whether the words have no subject of their own."""
        held = set(words)
        heads = [i for i in words if self.parse.words[i].head not in held]
        own = {self.parse.words[c].dep for i in heads for c in self.parse.children[i]}
        return not topics(self.parse, words, self.words) and not own & {"nsubj", "nsubjpass"}
