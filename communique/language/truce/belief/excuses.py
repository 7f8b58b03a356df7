"""Why something is no violation: "does not count as a breach", "the truce does not cover it"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.language.truce.gravity.grade_targets import SUBJECTS, Grade, Targets
from communique.language.truce.gravity.severity_words import SeverityWords
from communique.language.words import Parse, Word

NO_VIOLATION = "not a violation"
UNSURE = {"whether", "if", "how"}
LOOSE = {"one", "ones", "case", "cases", "incident", "incidents"}
BEING = {"is", "was", "are", "were", "'s"}
CONSTITUTING = {"constitute", "constitutes", "constituted", "represent", "represented", "involve", "involved"}


class Excuses:
    """Reads in one report what is said to be no violation."""

    def __init__(self, parse: Parse, words: SeverityWords, targets: Targets) -> None:
        self.parse, self.words, self.targets = parse, words, targets

    def of(self, row: Sequence[int]) -> list[Grade]:
        """ "Does not count as a violation", "was not in breach of the truce", "is no breach", "does not cover" """
        found = []
        for i in row:
            word = self.parse.words[i]
            if word.lower in self.words.breaches and word.lower not in LOOSE:
                grade = self._excuse_of(word)
            elif word.lower in self.words.breaking:
                grade = self._kept(word)
            elif word.lower in self.words.covering:
                grade = self._uncovered(word)
            else:
                continue
            if grade is not None:
                found.append(grade)
        return found[:1]

    def _excuse_of(self, word: Word) -> Grade | None:
        children = [self.parse.words[c] for c in self.parse.children[word.i]]
        before = [w.i for w in self.parse.words[max(0, word.i - 3) : word.i] if w.lower == "not"]
        no = next((c.i for c in children if c.lower == "no"), None)
        no = before[0] if no is None and before and word.dep in {"conj", "pobj"} else no
        at = word
        for _ in range(3):
            if at.head == at.i:
                break
            at = self.parse.words[at.head]
            if at.pos in {"VERB", "AUX"}:
                break
        if at.pos not in {"VERB", "AUX"} or at.lower not in self.words.judging or word.dep in {"nsubj", "nsubjpass"}:
            return None
        children = [self.parse.words[c] for c in self.parse.children[at.i]]
        if any(c.dep == "expl" for c in children) or any(c.lower in UNSURE for c in children):
            return None
        if word.dep == "dobj" and at.lower not in CONSTITUTING:
            return None
        negation = (
            no
            if no is not None
            else next((c.i for c in children if c.dep == "neg" or c.lower in {"neither", "nor"}), None)
        )
        graded = any(
            c.dep == "amod" and c.lower in self.words.serious | self.words.minor
            for c in map(self.parse.words.__getitem__, self.parse.children[word.i])
        )
        if negation is None or graded:
            return None
        first = min(negation, at.i) if at.lower not in {"is", "was", "are", "were", "'s"} else negation
        target = next(
            (t for c in children if c.dep in SUBJECTS and (t := self.targets.violation(c.i)) is not None), None
        )
        return Grade(
            NO_VIOLATION, first, max(self._to(word), word.i), target, back=target is None or self.targets.back(target)
        )

    def _to(self, word: Word) -> int:
        """The end of "a violation of the truce"."""
        links = [c for c in self.parse.children[word.i] if self.parse.words[c].lower == "of"]
        return max((k for c in links for k in self.parse.children[c]), default=word.i)

    def _kept(self, word: Word) -> Grade | None:
        """ "The flight did not violate the memorandum": of a deed, not of a side that kept to it."""
        children = [self.parse.words[c] for c in self.parse.children[word.i]]
        negation = next((c.i for c in children if c.dep == "neg"), None) or self._nothing(children)
        shared = self.parse.children[word.head] if word.dep == "conj" else ()
        subjects = [c for c in (*children, *(self.parse.words[k] for k in shared)) if c.dep == "nsubj"]
        subject = subjects[0] if subjects else None
        apart = any(c.dep == "prt" for c in children)  # "did not break them down"
        if negation is None or subject is None or word.pos != "VERB" or apart:
            return None
        deed = subject.lower in self.words.deeds | self.words.breaches | {"it", "this", "that"}
        first, last = min(negation, word.i), max(negation, word.i)
        return Grade(NO_VIOLATION, first, last, subject.i, self.targets.back(subject.i)) if deed else None

    def _nothing(self, children: Sequence[Word]) -> int | None:
        """ "Breached nothing", "broke no rule" """
        for done_to in (c for c in children if c.dep == "dobj"):
            if done_to.lower in {"nothing", "none"}:
                return done_to.i
            return next((k for k in self.parse.children[done_to.i] if self.parse.words[k].lower == "no"), None)
        return None

    def _uncovered(self, word: Word) -> Grade | None:
        """ "The truce does not cover the Black Banner", "is not covered by it" """
        children = [self.parse.words[c] for c in self.parse.children[word.i]]
        negation = next((c.i for c in children if c.dep == "neg"), None)
        passive = any(c.dep in {"auxpass", "agent"} for c in children)
        about = [c.lower for c in children if c.dep == "nsubj"]
        about += [
            self.parse.words[k].lower for c in children if c.dep in {"agent", "prep"} for k in self.parse.children[c.i]
        ]
        if negation is None or not (set(about) & self.words.compacts or (passive and "it" in about)):
            return None
        return Grade(NO_VIOLATION, negation, word.i, None, back=True, loose=True)
