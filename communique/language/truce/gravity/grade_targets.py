"""What a word of severity is said of: a violation, a deed that is judged, or what stands for one."""

from __future__ import annotations

from dataclasses import dataclass

from communique.language.truce.gravity.severity_words import SeverityWords
from communique.language.words import Parse, Word

# fmt: off
POINTING = {
    "it", "this", "that", "they", "them", "these", "those", "all", "each", "every", "most", "both", "many", "which",
    "none", "neither", "everything", "some", "two", "three",
}
# fmt: on
POINTING_BACK = {"the", "this", "that", "these", "those", "such", "its", "their"}
SUBJECTS = {"nsubj", "nsubjpass", "dobj"}
UP = 4  # steps up the parse from a word of severity to what it is said of


@dataclass(frozen=True, slots=True)
class Grade:
    """A severity with the words that state it, what it is said of, and whether that was named before."""

    name: str
    first: int
    last: int
    target: int | None = None
    back: bool = False
    loose: bool = False  # says why, and not of what: "the truce does not cover the group"

    def __post_init__(self) -> None:
        """Puts the ends in order: a parse may hang a "not" or an "of" on a word before it."""
        if self.last < self.first:
            first, last = self.last, self.first
            object.__setattr__(self, "first", first)
            object.__setattr__(self, "last", last)


class Targets:
    """Finds what is judged in one report."""

    def __init__(self, parse: Parse, words: SeverityWords) -> None:
        self.parse, self.words = parse, words

    def above(self, word: Word) -> int | None:
        """What a word behind "is", "called it", "regarded as" is said of."""
        at = word
        for _ in range(UP):
            if at.head == at.i:
                return None
            at = self.parse.words[at.head]
            if at.pos not in {"VERB", "AUX"}:
                if at.lower in self.words.breaches:
                    return at.i
                continue
            if at.lower not in self.words.judging:
                return None
            if at.dep == "relcl":  # "an incident he described as serious"
                return self.violation(at.head)
            objects = [c for c in self.parse.children[at.i] if self.parse.words[c].dep == "dobj" and c < word.i]
            parts = objects or [c for c in self.parse.children[at.i] if self.parse.words[c].dep in SUBJECTS]
            nested = [
                k
                for c in self.parse.children[at.i]
                if self.parse.words[c].dep == "ccomp"
                for k in self.parse.children[c]
            ]
            parts += [k for k in nested if self.parse.words[k].dep == "nsubj" and k < word.i]
            return next((t for p in parts if p != word.i and (t := self.violation(p)) is not None), None)
        return None

    def violation(self, i: int) -> int | None:
        """The word itself where it is a violation or stands for one, also behind "none of", "each of"."""
        word = self.parse.words[i]
        if word.lower in self.words.breaches or word.lower in self.words.deeds or word.lower in POINTING:
            return i
        below = [k for c in self.parse.children[i] if self.parse.words[c].lower == "of" for k in self.parse.children[c]]
        below += [c for c in self.parse.children[i] if self.parse.words[c].dep in {"conj", "compound"}]
        return next((k for k in below if self.parse.words[k].lower in self.words.breaches | POINTING), None)

    def back(self, target: int) -> bool:
        """Whether the violation was named before: "it", "the incident", "these breaches"."""
        if self.parse.words[target].lower in POINTING | {"one", "ones"}:
            return True
        return any(self.parse.words[c].lower in POINTING_BACK for c in self.parse.children[target])
