"""What a noun phrase stands for as far as a truce is concerned: the truce, breaches of it, its start, a day of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.language.truce.lexicon import TruceWords
from communique.language.truce.scene import Scene
from communique.language.truce.standing.about import DEFINITE, Topic, of_other_rule
from communique.language.truce.standing.grammar import Grammar, word_set
from communique.language.words import Word

TRUCE, AGREEMENT, ZONE, BREACH = "truce", "agreement", "zone", "breach"
KEEPING, START, ENDING, PERIOD, TRIAL = "keeping", "start", "ending", "period", "trial"
BLOW = "blow"
FIGHTING, SITUATION, TENSION, CLAUSE, LEAVING = "fighting", "situation", "tension", "clause", "leaving"
SHOT = "shot"
UNDERTAKING = "undertaking"
RELATIVE = {"which", "that", "who", "whom"}
STANDING = {"it", "its", "itself"}
LINKS = {"of", "about", "over", "in", "to", "with", "for", "on", "by", "from", "under", "into"}
HELD = {"compound", "nmod", "amod", "poss", "npadvmod"}
NOTHING = {"no", "neither", "none", "nobody", "nothing", "hardly", "zero"}
NEAR_AGREEMENTS = word_set("near_agreements")
UNDERTAKINGS = word_set("undertakings")
PAUSES = word_set("pauses")
LONG = word_set("long")
SPOKEN_OF = word_set("spoken_of")
# An agreement on these is another one.
OTHER_MATTERS = word_set("other_matters")
HANGING = {TRUCE, AGREEMENT, SITUATION, KEEPING, PERIOD, FIGHTING}
LOOKING_BACK = 2  # sentences
DEEP = 4  # nouns that may hang on one another: "the start of the second week of the truce"


@dataclass(frozen=True, slots=True)
class Theme:
    """What a noun phrase stands for, the noun that heads it, and whether there is said to be none of it."""

    kind: str
    noun: int
    none: bool = False


class Themes:
    """Reads noun phrases of one report; `topics` are the truce's names, sentence by sentence."""

    def __init__(self, scene: Scene, words: TruceWords, grammar: Grammar, topics: Sequence[Sequence[Topic]]) -> None:
        self.scene, self.parse, self.words, self.grammar, self.topics = scene, scene.parse, words, grammar, topics
        self._at = {i: t for found in topics for t in found for i in range(t.first, t.last + 1)}
        self.of_truce = any(t.how in {"alone", "zone"} for found in topics for t in found)
        told = scene.parse.text.lower()
        self._zones = tuple(zone for zone in (z.lower() for z in scene.zones) if zone in told)
        self.any = any(bool(found) for found in topics) or any(
            w.lower in SPOKEN_OF or self._is_zone(w) for w in scene.parse.words
        )

    def names(self, i: int) -> bool:
        """Whether the word is part of a truce's name."""
        topic = self._at.get(i)
        return topic is not None and topic.how in {"alone", "zone"}

    def named_behind(self, i: int) -> bool:
        """Whether the sentence names a truce behind the word."""
        return any(t.first > i and t.how == "alone" for t in self.topics[self.parse.words[i].sentence])

    def theme(self, i: int, depth: int = 0) -> Theme | None:
        """What the phrase that the word heads stands for, None where it is nothing of a truce."""
        word = self.parse.words[i]
        if word.tag in {"WDT", "WP"} or (word.lower in RELATIVE and word.dep in {"nsubj", "nsubjpass", "dobj"}):
            before = self._antecedent(i)
            return self.theme(before, depth + 1) if before is not None and depth < DEEP else None
        if word.lower in STANDING:
            kind = self._referred(i)
            return Theme(kind, i) if kind else None
        kind = self._kind(word, depth)
        return Theme(kind, i, self._none(i)) if kind else None

    def _kind(self, word: Word, depth: int) -> str | None:
        topic = self._at.get(word.i)
        if topic and topic.how in {"alone", "zone"}:
            return self._named(topic)
        hung = self.grammar.nouns.get(word.lower)
        below = self._below(word, depth) if hung and depth < DEEP else None
        return self._made_of(word, hung, below)

    def _named(self, topic: Topic) -> str:
        return ZONE if topic.how == "zone" else TRUCE

    def _made_of(self, word: Word, hung: str | None, below: str | None) -> str | None:
        if below in HANGING and hung not in {None, FIGHTING, SITUATION}:
            return below if hung == TRUCE else hung
        if below == ZONE and hung == TRUCE:
            return AGREEMENT
        if word.pos not in {"NOUN", "PROPN"} and not (word.lower in {"calm", "quiet"} and word.dep == "nsubj"):
            return None
        if word.lower in UNDERTAKINGS and not below:
            return AGREEMENT if self.of_truce or self._near_agreement(word) else UNDERTAKING
        if word.lower in PAUSES:
            return TRUCE if self._timed(word) else None
        if hung == PERIOD and not below:
            return PERIOD if self._near_zone(word) else None
        if word.lower == "guns":
            return FIGHTING
        if word.lower in NEAR_AGREEMENTS:
            return AGREEMENT if self._agreement(word) else None
        if hung == BREACH and below in {None, ZONE}:
            return None if of_other_rule(self.parse, word.i) else BREACH
        if word.lower in {"calm", "lull"}:
            return SITUATION
        if hung in {FIGHTING, SITUATION, TENSION, SHOT}:
            return hung if self.of_truce or self._near_zone(word) else None
        return ZONE if word.lower in {"zone", "zones"} or self._is_zone(word) else None

    def _below(self, word: Word, depth: int) -> str | None:
        """What hangs on the noun: "ceasefire violations", "the truce's second day", "the start of the truce"."""
        for c in self.parse.children[word.i]:
            part = self.parse.words[c]
            held = [c] if part.dep in HELD and c < word.i else []
            if part.dep == "prep" and part.lower in LINKS:
                held = [o for o in self.parse.children[c] if self.parse.words[o].dep == "pobj"]
            found = next((t.kind for o in held if (t := self.theme(o, depth + 1))), None)
            if found:
                return found
        return None

    def _timed(self, word: Word) -> bool:
        """ "The two-week pause", "a humanitarian pause", "the pause in fighting" """
        parts = {self.parse.words[k].lower for c in self.parse.children[word.i] for k in (c, *self.parse.children[c])}
        return bool(parts & LONG) or (self.of_truce and bool(parts & DEFINITE))

    def _near_agreement(self, word: Word) -> bool:
        first, end = self.parse.sentences[word.sentence]
        return any(w.lower in NEAR_AGREEMENTS for w in self.parse.words[first:end])

    def _agreement(self, word: Word) -> bool:
        children = [self.parse.words[c] for c in self.parse.children[word.i]]
        if any(c.lower in OTHER_MATTERS for c in children):
            return False
        definite = any(c.lower in DEFINITE or c.dep == "poss" or c.pos == "PROPN" for c in children)
        return definite or word.pos == "PROPN"

    def _near_zone(self, word: Word) -> bool:
        first, end = self.parse.sentences[word.sentence]
        return any(w.lower in {"zone", "zones"} or self._is_zone(w) for w in self.parse.words[first:end])

    def _is_zone(self, word: Word) -> bool:
        if not self._zones or not word.text[:1].isalpha():
            return False
        for zone in self._zones:
            if zone.endswith(word.lower):
                start = max(0, word.end - len(zone))
                if self.parse.text[start : word.end].lower() == zone:
                    return True
        return False

    def _none(self, i: int) -> bool:
        children = [self.parse.words[c] for c in self.parse.children[i]]
        if any(c.lower in NOTHING and c.i < i for c in children):
            return True
        before = []
        for word in reversed(self.parse.words[max(0, i - 5) : i]):
            if word.pos in {"NOUN", "PROPN", "VERB", "ADP"}:
                break
            before.append(word.lower)
        return {"not", "a"} <= set(before) or {"not", "one"} <= set(before) or {"without", "a"} <= set(before)

    def _antecedent(self, i: int) -> int | None:
        """What "which" or "that" stands for: the noun that its clause hangs on."""
        at = self.parse.words[i]
        while at.dep != "relcl" and at.head != at.i:
            at = self.parse.words[at.head]
        return at.head if at.dep == "relcl" and at.head < i else None

    def _referred(self, i: int) -> str | None:
        """What "it" may stand for: a truce or agreement named before it in the sentence, or in the one before."""
        sentence = self.parse.words[i].sentence
        near: Sequence[Topic] = [t for t in self.topics[sentence] if t.last < i]
        for back in range(1, LOOKING_BACK + 1):
            near = near or (self.topics[sentence - back] if sentence >= back else ())
        near = near or self.topics[sentence]
        named = [t for t in near if t.how == "alone"]
        if named:
            return TRUCE
        return AGREEMENT if any(t.how in {"bound", "loose"} for t in near) else None
