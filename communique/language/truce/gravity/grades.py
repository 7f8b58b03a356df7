"""Every word by which a sentence says how grave a violation is, and what it is said of."""

from __future__ import annotations

from collections.abc import Sequence

from communique.language.truce.belief.excuses import NO_VIOLATION, UNSURE, Excuses
from communique.language.truce.gravity.grade_targets import Grade, Targets
from communique.language.truce.gravity.severity_words import SeverityWords
from communique.language.truce.phrases import lowers
from communique.language.words import Parse, Word

MINOR, SERIOUS = "minor", "serious"
RANKED = (NO_VIOLATION, SERIOUS, MINOR)  # the order of the lists of phrases
NOT = {"not", "n't", "n’t", "never", "hardly", "scarcely", "neither", "nor", "nothing"}
NONE = {"none", "neither", "nothing", "no"}
POINTING = {
    "it",
    "this",
    "that",
    "they",
    "them",
    "these",
    "those",
    "all",
    "each",
    "every",
    "most",
    "both",
    "many",
    "which",
    "none",
    "neither",
    "everything",
    "some",
    "two",
    "three",
}
BEFORE = 7  # words before it among which a list names what it is said of: "ten violations, all small"
SHIFTED = {"minor": SERIOUS, "serious": MINOR}


class Grades:
    """Reads the grades of sentences of one report."""

    def __init__(self, parse: Parse, words: SeverityWords) -> None:
        self.parse, self.words = parse, words
        self.opening, self.graded = words.opening, words.graded
        self.targets = Targets(parse, words)
        self.excuses = Excuses(parse, words, self.targets)

    def of(self, row: Sequence[int]) -> list[Grade]:
        """The grades that the words in a row state, what is no violation first."""
        text = lowers(self.parse, row)
        if self.opening.isdisjoint(text):
            return []
        found = [*self.excuses.of(row), *self._phrases(row, text)]
        taken = {k for g in found for k in range(g.first, g.last + 1)}
        for i in row:
            grade = self._at(i, row) if i not in taken else None
            if grade is not None and not UNSURE & {w.lower for w in self.parse.words[max(row[0], i - 3) : i]}:
                found.append(grade)
        return found

    def _phrases(self, row: Sequence[int], text: Sequence[str]) -> list[Grade]:
        hits = self.words.phrases.hits(text)
        return [Grade(RANKED[rank], row[first], row[last], back=True) for rank, first, last in hits[:1]]

    def _at(self, i: int, row: Sequence[int]) -> Grade | None:
        word = self.parse.words[i]
        lower = word.lower
        if lower not in self.graded:
            return None
        if lower in self.words.adverbs and self.parse.words[word.head].lower in self.words.breaking:
            return Grade(SERIOUS, i, i, word.head)
        if lower in self.words.trifles and word.pos == "NOUN":
            return Grade(MINOR, i, i, self.targets.above(word), back=True)
        if lower in self.words.measures:
            return self._measured(word)
        name = SERIOUS if lower in self.words.serious else MINOR if lower in self.words.minor else None
        if name is None or word.pos not in {"ADJ", "ADV", "NOUN", "VERB", "PROPN", "ADP"}:
            return None
        target = self._said_of(word, row)
        if target is None:
            return None
        negation = self._negation(word)
        first = min(i, negation) if negation is not None else i
        return Grade(SHIFTED[name] if negation is not None else name, first, i, target, self.targets.back(target))

    def _measured(self, word: Word) -> Grade | None:
        """ "Of little importance", "of a serious nature" """
        before = [c for c in self.parse.children[word.i] if c < word.i]
        told = {self.parse.words[c].lower for c in before}
        link = self.parse.words[word.head]
        had = word.dep == "dobj" and link.lower in {"has", "have", "had"}
        if not had and (word.dep != "pobj" or link.lower not in {"of", "in"}):
            return None
        small = bool(told & (self.words.little | self.words.minor)) and "great" not in told
        negated = self._negation(link) is not None or "no" in told
        great = bool(told & (self.words.much | self.words.serious))
        # "None was of any consequence", not "there were no works of any kind".
        there = any(self.parse.words[c].dep == "expl" for c in self.parse.children[link.head])
        said = self.parse.words[link.head].pos == "AUX" and not there
        any_kind = negated and said and ("any" in told or word.lower in {"kind", "sort"})
        if not (small or great or any_kind):
            return None
        name = MINOR if small or negated else SERIOUS
        first = min(before) if had else link.i
        return Grade(name, first, word.i, self.targets.above(link), back=True)

    def _said_of(self, word: Word, row: Sequence[int]) -> int | None:
        """The noun that the word of severity is said of, where that is a violation or stands for one."""
        head = self.parse.words[word.head]
        if word.dep in {"amod", "nmod", "compound", "advmod"} and head.pos in {"NOUN", "PROPN", "NUM", "PRON"}:
            if head.lower not in self.words.breaches and not self._judged_deed(head):
                return None
            judged = self.targets.above(head) if head.dep in {"attr", "oprd", "pobj", "dobj", "ROOT", "conj"} else None
            return head.i if judged is None else judged
        above = self.targets.above(word)
        if above is not None:
            return above
        if word.dep in {"amod", "appos", "conj", "acl", "ROOT", "attr", "oprd", "acomp", "npadvmod", "dep"}:
            before = range(max(row[0], word.i - BEFORE), word.i)
            near = [k for k in before if self.parse.words[k].lower in self.words.breaches]
            listed = (
                any(self.parse.words[k].text in {",", ":", "–", "—"} for k in range(near[-1], word.i))
                if near
                else False
            )
            return near[-1] if listed else None
        return None

    def _judged_deed(self, head: Word) -> bool:
        """ "A serious attack" is no judgement on the truce, "a grave matter" behind "is" is one."""
        up = self.parse.words[head.head]
        return (
            head.lower in self.words.deeds
            and head.dep in {"attr", "oprd", "pobj"}
            and (up.lower in self.words.judging or up.lower in {"as"})
            and self.targets.above(head) is not None
        )

    def _negation(self, word: Word) -> int | None:
        """The word that denies it: "not serious", "none was grave", "no serious breach"."""
        at = word
        for step in range(3):
            for c in self.parse.children[at.i]:
                child = self.parse.words[c]
                if child.lower in NOT and (
                    child.dep in {"neg", "preconj", "advmod", "det", "cc"} or child.lower == "nothing"
                ):
                    return c
                if child.lower == "no" and c < word.i and step < 2:
                    return c
                if child.dep in {"nsubj", "nsubjpass"} and (child.lower in NONE or self._none(c)):
                    return c
            if at.lower == "nothing":
                return at.i
            if at.head == at.i or at.pos in {"VERB", "AUX"}:
                break
            at = self.parse.words[at.head]
        before = self.parse.words[word.i - 1] if word.i else word
        return before.i if before.lower in {"not", "none", "nothing", "hardly"} else None

    def _none(self, i: int) -> bool:
        return any(self.parse.words[c].lower in {"no", "neither"} for c in self.parse.children[i])
