"""How many people a deed killed and injured, as the words of its sentence give it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from communique.domain.truce import Count
from communique.language.events.grammar import Grammar
from communique.language.events.telling import telling
from communique.language.events.triggers import Trigger
from communique.language.truce.counting.numbers import amounts
from communique.language.truce.counting.tolls import Tolls
from communique.language.truce.lexicon import ViolationWords, violation_words

HARMFUL = frozenset({"ASSAULT", "COERCE", "PROTEST"})
NOBODY = frozenset({"nobody", "no-one", "noone", "none"})
HURT = frozenset({"hurt", "injured", "wounded", "harmed"})
KILLED = frozenset({"killed", "died"})
HURTING = telling("harm", "hurting")
KILLINGS = telling("harm", "killings")
FOLLOWING = 8  # words of the next sentence among which "nobody was hurt" may stand


@dataclass(frozen=True, slots=True)
class Harm:
    """The killed and the injured; None where the words give no number."""

    killed: Count | None = None
    injured: Count | None = None


NONE = Harm()


@cache
def _words() -> ViolationWords:
    known = violation_words()
    return replace(known, injuring=known.injuring | HURTING)


class Harms:
    """Reads the tolls of one report's deeds; `rivals` are all its deeds of force, by their word."""

    def __init__(self, grammar: Grammar, rivals: Sequence[Trigger]) -> None:
        self.grammar, self.words = grammar, grammar.words
        self._of_sentence: dict[int, list[Trigger]] = {}
        for trigger in rivals:
            if trigger.type in HARMFUL:
                self._of_sentence.setdefault(self.words[trigger.word].sentence, []).append(trigger)

    def of(self, trigger: Trigger) -> Harm:
        """What the sentence of the deed says of harm, or the next one where that says nobody was hurt."""
        if trigger.type not in HARMFUL:
            return NONE
        own = self._share(trigger)
        nobody = self._nobody(own)
        if nobody is not None:
            return nobody
        tolls = Tolls(self.grammar.parse, own, _words(), lead=trigger.verb)
        harm = Harm(tolls.killed() or self._of(trigger), tolls.injured())
        if harm == NONE and trigger is self._of_sentence[self.words[trigger.word].sentence][-1]:
            return self._nobody(self._next(trigger)) or NONE
        return harm

    def _of(self, trigger: Trigger) -> Count | None:
        """ "The killing of four paramedics": the number that the noun's own phrase gives."""
        if not trigger.noun or self.words[trigger.word].lower not in KILLINGS:
            return None
        words = [i for c in self.grammar.children(trigger.word, "prep") for i in self.grammar.parse.subtree(c)]
        numbers = amounts(self.grammar.parse, range(words[0], words[-1] + 1)) if words else []
        return numbers[0].count(self.grammar.parse) if numbers else None

    def _share(self, trigger: Trigger) -> list[int]:
        """The words from the deed to the next one of the sentence; of the only deed the whole sentence."""
        sentence = self.words[trigger.word].sentence
        first, end = self.grammar.parse.sentences[sentence]
        rivals = sorted(t.word for t in self._of_sentence[sentence])
        later = [w for w in rivals if w > trigger.word]
        earlier = [w for w in rivals if w < trigger.word]
        return list(range(trigger.word if earlier else first, later[0] if later else end))

    def _next(self, trigger: Trigger) -> list[int]:
        after = self.words[trigger.word].sentence + 1
        parse = self.grammar.parse
        if after >= len(parse.sentences) or parse.passage_of_sentence[after] != parse.passage_of_sentence[after - 1]:
            return []
        first, end = parse.sentences[after]
        return list(range(first, min(end, first + FOLLOWING)))

    def _nobody(self, words: Sequence[int]) -> Harm | None:
        """ "Nobody was hurt": none killed and none injured, in the words that say so."""
        for at, i in enumerate(words):
            lower = self.words[i].lower
            none = lower in NOBODY or (lower == "no" and at + 1 < len(words) and self.words[i + 1].lower == "one")
            told = next((k for k in words[at : at + 6] if self.words[k].lower in HURT | KILLED), None)
            if none and told is not None:
                span = self.grammar.parse.span(i, told)
                zero = Count(span.of(self.grammar.parse.text), span, 0, 0)
                return Harm(zero, zero if self.words[told].lower in HURT else None)
        return None
