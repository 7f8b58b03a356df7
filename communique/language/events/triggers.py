"""Which words of a report tell of an event, and of which type: verbs, and nouns that tell as a verb would."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.language.events.grammar import Grammar, is_verb
from communique.language.events.lexicon import EventWords, Pattern
from communique.language.events.stems import stem

SKIPPED = frozenset({"amod", "compound", "aux", "auxpass", "det", "case", "nmod", "nummod"})


AUTHORISED = frozenset({"authorised", "authorized"})
SPEAKING = frozenset({"speak", "talk", "comment", "brief", "discuss", "disclose"})
IN_PROTEST = Pattern("protest", "PROTEST", None)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of an event. `verb` is the verb that says whether it happened; for a verb the word itself."""

    word: int
    verb: int
    type: str
    mode: str | None
    asks: int
    noun: bool = False
    saying: bool = False  # the words are themselves the deed: "we will strike if they come"
    done: bool = False  # a deed by what the words do, whatever their mood: "would not take his calls" is a refusal

    @property
    def own(self) -> bool:
        """Whether it is a verb, or a noun whose verb only carries it."""
        return self.word == self.verb


class Triggers:
    """Finds the triggers of a report, sentence by sentence."""

    def __init__(self, grammar: Grammar, words: EventWords) -> None:
        self.grammar, self.lexicon = grammar, words
        self.words = grammar.words
        self._last: tuple[int, frozenset[str], frozenset[str]] | None = None

    def verbs(self, first: int, end: int) -> Iterator[Trigger]:
        """The verbs that tell of an event, in reading order."""
        for i in range(first, end):
            word = self.words[i]
            if word.dep in SKIPPED or not is_verb(word) or word.tag == "MD" or self._is_name(i):
                if self._opening(i, first):
                    yield Trigger(i, i, "CONSULT", None, 1)
                continue
            pattern = self._verb(i, self.lexicon.verbs.get(word.lower, ())) or self._in_protest(i)
            if pattern and not self.restrictive(i) and not self._state(i):
                yield Trigger(i, i, pattern.type, pattern.mode, pattern.asks)
        for i in range(first, end):
            word = self.words[i]
            if word.dep in {"acomp", "conj", "ROOT", "ccomp"} and word.pos == "ADJ":
                for pattern in self.lexicon.adjectives.get(word.lower, ()):
                    if any(is_verb(self.words[c]) for c in self.grammar.children(i, "xcomp")):
                        yield Trigger(i, word.head if is_verb(self.words[word.head]) else i, pattern.type, None, 1)

    def _state(self, i: int) -> bool:
        """ "The truce is broken" and "was not authorised to speak" say how things stand, and no deed."""
        lower = self.words[i].lower
        if lower == "broken":
            present = self.grammar.lowers(self.grammar.children(i, "auxpass")) & {"is", "are"}
            return bool(present) and not self.grammar.children(i, "agent")
        inner = self.grammar.lowers(self.grammar.children(i, "xcomp", "ccomp", "advcl"))
        if lower in AUTHORISED:
            return self.grammar.passive(i) and bool(inner & SPEAKING)
        if lower in SPEAKING and self.words[i].dep in {"xcomp", "ccomp", "advcl"}:
            return self.words[self.words[i].head].lower in AUTHORISED
        if lower.startswith("want") and self.grammar.children(i, "xcomp") and not self.grammar.children(i, "dobj"):
            return not any(self.grammar.children(c, "nsubj", "nsubjpass") for c in self.grammar.children(i, "xcomp"))
        return lower == "asked" and [w.lower for w in self.words[i + 1 : i + 4]] == ["not", "to", "be"]

    def _in_protest(self, i: int) -> Pattern | None:
        """Whatever is done "in protest"."""
        why = [g for c in self.grammar.children(i, "prep") for g in self.grammar.children(c, "pobj")]
        return (
            IN_PROTEST
            if any(self.words[w].lower == "protest" and self.words[w - 1].lower == "in" for w in why)
            else None
        )

    def _is_name(self, i: int) -> bool:
        """Whether the form stands for people or things: "forty of our wounded"; or for a question put to a speaker."""
        word = self.words[i]
        if word.tag in {"VBZ", "VBP"} and word.dep in {"nsubj", "dobj", "pobj"}:
            return True
        if word.tag == "VBN" and word.dep in {"pobj", "dobj", "nsubj", "nsubjpass", "attr", "conj"}:
            return (
                not self.grammar.children(i, "aux", "auxpass", "agent", "prep", "dobj", "nsubjpass")
                or word.dep != "conj"
            )
        return word.lower == "asked" and word.dep in {"advcl", "dep"} and not self.grammar.children(i, "nsubj", "agent")

    def _opening(self, i: int, first: int) -> bool:
        """ "Meeting Rook, Drenko said": the parse takes the first word for part of the name."""
        word = self.words[i]
        return i == first and word.text == "Meeting" and word.dep == "compound" and self.words[i + 1].pos == "PROPN"

    def _verb(self, i: int, patterns: Iterable[Pattern]) -> Pattern | None:
        """The pattern that fits and asks for most; the first of the lexicon among equals."""
        best: tuple[int, Pattern] | None = None
        for pattern in patterns:
            if best is not None and 2 * pattern.asks < best[0]:
                break
            near = [self.grammar.beside(i, b) for b in pattern.beside]
            if all(near) and self._suits(i, pattern):
                worth = pattern.asks + sum(near) - len(near)
                if best is None or worth > best[0]:
                    best = (worth, pattern)
        return best[1] if best else None

    def _suits(self, i: int, pattern: Pattern) -> bool:
        if pattern.objects or pattern.never:
            objects, around = self._near(i)
            if pattern.never and pattern.never & around:
                return False
            if pattern.objects and not pattern.objects & (around if pattern.beside else objects):
                return False
        if not pattern.subjects:
            return True
        doers = self._doers(i)
        return bool(pattern.subjects & (self._stems(doers) | self._kinds(doers[:1])))

    def _near(self, i: int) -> tuple[frozenset[str], frozenset[str]]:
        """The stems of the verb's objects, and those with what its prepositions lead to; looked up once a verb."""
        if self._last is None or self._last[0] != i:
            objects = self._stems(self.grammar.reach(i)) | self._kinds(self.grammar.children(i, "dobj", "nsubjpass"))
            self._last = (i, objects, objects | self._stems(self.grammar.behind(i)))
        return self._last[1], self._last[2]

    def _kinds(self, heads: list[int]) -> frozenset[str]:
        """ "*" where there is a noun at all, "*name" where it is a name."""
        names = any(self.words[i].pos == "PROPN" for i in heads)
        return frozenset({"*", "*name"} if names else {"*"} if heads else ())

    def _doers(self, i: int) -> list[int]:
        return self.grammar.subject_words(i)

    def _stems(self, indices: Iterable[int]) -> frozenset[str]:
        lowers = [self.words[i].lower for i in indices]
        return frozenset(lowers) | frozenset(map(stem, lowers))

    def restrictive(self, i: int) -> bool:
        """Whether the verb only says which thing is meant: "the memorandum signed on 12 March"."""
        word = self.words[i]
        top = word
        while top.dep == "conj" and is_verb(self.words[top.head]):
            top = self.words[top.head]
        if top.dep == "acl":
            if self.grammar.unrooted(top.i):
                return False
            content = self.grammar.children(top.i, "nsubj", "nsubjpass")  # "reports that artillery had been used"
            return not content and "to" not in self.grammar.lowers(self.grammar.children(top.i, "aux"))
        if top.dep == "relcl":
            first = self.grammar.parse.subtree(top.i)[0]
            if self.words[first].lower == "when":  # "on Monday, when", and "on Monday when"
                return False
            loose = first and self.words[first - 1].text in {",", "–", "-", "—", "("}
            return not (loose or self.words[top.head].dep == "appos")
        return False
