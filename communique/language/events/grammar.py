"""What hangs on a verb: its subjects, its objects, its helpers, and the words they reach."""

from __future__ import annotations

from collections.abc import Iterator

from communique.language.events.telling import telling
from communique.language.words import Parse, Word

OBJECTS = frozenset({"dobj", "nsubjpass", "dative", "attr", "oprd", "acomp", "obj", "npadvmod"})
_INNER = frozenset({"compound", "amod", "nmod", "conj", "nummod", "appos"})
_CLAUSES = frozenset({"relcl", "acl", "ccomp", "advcl", "xcomp", "parataxis", "csubj"})
_DEEP = 4
_LONGEST = 60  # steps to the root of a sentence: a broken parse must not hang the reading
BE = telling("grammar", "be")
TELLING_OFF = ("refus", "declin", "ask")  # "refused to work", "declined to comment", "asked not to be named"
LOOSE = frozenset({"together", "jointly", "back", "home", "side"})


def is_verb(word: Word) -> bool:
    """Whether the word is a verb by its tag."""
    return word.tag[:1] == "V" or word.tag == "MD"


class Grammar:
    """Looks things up in the parse of one report."""

    def __init__(self, parse: Parse) -> None:
        self.parse, self.words = parse, parse.words

    def children(self, i: int, *deps: str) -> list[int]:
        """The dependents of a word that hang on it in one of these ways."""
        return [c for c in self.parse.children[i] if self.words[c].dep in deps]

    def head(self, i: int) -> int:
        """The word this one hangs on; itself at the root."""
        return self.words[i].head

    def passive(self, i: int) -> bool:
        """Whether the verb is in the passive: "was shelled", "the detained men" not."""
        if self.children(i, "auxpass", "nsubjpass"):
            return True
        participle = self.words[i].tag == "VBN" and not self.children(i, "dobj", "aux")
        return participle and (bool(self.children(i, "agent")) or self.unrooted(i))

    def lowers(self, indices: list[int]) -> set[str]:
        """The words in lower case, with plain apostrophes."""
        return {self.words[i].lower.replace("’", "'") for i in indices}

    def helpers(self, i: int) -> list[int]:
        """The auxiliaries of a verb; those of the verb it is put beside where it has none of its own."""
        own = self.children(i, "aux", "auxpass")
        for _ in range(_DEEP):
            up = self.words[i]
            head = self.words[up.head]
            if own or up.dep != "conj" or not is_verb(head) or self.children(i, "nsubj", "nsubjpass"):
                break
            if head.tag != up.tag and up.tag not in {"VB", "VBG", "VBN"}:
                break
            i, own = head.i, self.children(head.i, "aux", "auxpass")
        return own

    def reach(self, i: int) -> list[int]:
        """The words of the verb's objects and of the verb it leads to: "stopped selling goods"."""
        found: list[int] = []
        for c in self.parse.children[i]:
            word = self.words[c]
            if word.dep in OBJECTS:
                found += self.phrase(c)
            elif word.dep in {"xcomp", "ccomp"}:
                if word.tag == "VBG" or self.words[i].lower.startswith(TELLING_OFF):
                    found.append(c)
                if self.words[i].lower.startswith(("let", "allow", "permit", "keep")):
                    found += [c, *(k for g in self.children(c, "nsubj") for k in self.phrase(g))]
                if not is_verb(word):
                    found += self.phrase(c)
        return found

    def behind(self, i: int) -> list[int]:
        """The words that the verb's prepositions lead to, clauses left out."""
        under = [c for c in self.parse.children[i] if self.words[c].dep in {"prep", "dative", "prt", "advmod"}]
        under += [g for c in self.children(i, "xcomp", "ccomp") for g in self.children(c, "prep")]
        return [k for c in under for g in self._under(c) for k in self.phrase(g)]

    def unrooted(self, i: int) -> bool:
        """Whether the parse has taken the verb of the sentence for a description: its root is then no verb."""
        if not self._describes(i) or is_verb(self.words[self.root(i)]):
            return False
        first, _ = self.parse.sentences[self.words[i].sentence]
        return not any(self._describes(k) for k in range(first, i))

    def _describes(self, i: int) -> bool:
        return self.words[i].dep == "acl" and self.words[i].tag in {"VBD", "VBN", "VBZ", "VBP"}

    def below(self, i: int) -> list[int]:
        """The words that follow the word and hang on it, near ones only, in reading order."""
        found: list[int] = []
        todo = [i]
        while todo and len(found) < _LONGEST:
            for c in self.parse.children[todo.pop()]:
                if i < c < i + _LONGEST:
                    found.append(c)
                    todo.append(c)
        return sorted(found)

    def up(self, i: int) -> list[int]:
        """The word and what it hangs on, to the root."""
        line = [i]
        while self.words[i].head != i and len(line) < _LONGEST:
            i = self.words[i].head
            line.append(i)
        return line

    def root(self, i: int) -> int:
        """The root of the word's sentence."""
        for _ in range(_LONGEST):
            if self.words[i].head == i:
                break
            i = self.words[i].head
        return i

    def subject_words(self, i: int) -> list[int]:
        """The words of who or what does it."""
        return [k for c in self.subjects(i) for k in self.phrase(c)]

    def subjects(self, i: int) -> list[int]:
        """The heads of the subject of an active verb, or of the agent of a passive one; of the verb it hangs on."""
        if self.passive(i):
            return [g for c in self.children(i, "agent") for g in self.children(c, "pobj")]
        own = self.children(i, "nsubj", "csubj")
        word = self.words[i]
        if self.unrooted(i):
            return [self.root(i)]
        for _ in range(_DEEP):
            if own or word.head == word.i:
                break
            head = self.words[word.head]
            if word.dep == "relcl":
                return [head.i]
            if word.dep not in {"conj", "xcomp", "advcl", "pcomp", "prep", "acl"} or (
                word.dep == "conj" and not is_verb(head)
            ):
                break
            if is_verb(head):
                own = self.children(head.i, "nsubj", "nsubjpass")
            word = head
        return own

    def phrase(self, i: int, deep: int = 0) -> list[int]:
        """A noun with what stands before it (its owner left out), beside it and behind it, the noun first."""
        found = [i]
        if deep >= _DEEP:
            return found
        for c in self.parse.children[i]:
            dep = self.words[c].dep
            if dep in _INNER:
                found += self.phrase(c, deep + 1)
            elif dep == "prep" and self.words[c].lower in {"of", "for", "on", "to", "in", "with", "against", "between"}:
                found += [k for g in self.children(c, "pobj") for k in self.phrase(g, deep + 1)]
        return found

    def _under(self, i: int, deep: int = 0) -> Iterator[int]:
        for c in self.parse.children[i]:
            if self.words[c].dep in {"pobj", "pcomp"} and not is_verb(self.words[c]):
                yield c
            elif self.words[c].dep == "prep" and deep < _DEEP:
                yield from self._under(c, deep + 1)

    def clause_words(self, i: int) -> list[int]:
        """The words of a verb's clause without the clauses that hang on it, in reading order."""
        out, todo = [], [i]
        while todo:
            j = todo.pop()
            out.append(j)
            for c in self.parse.children[j]:
                word = self.words[c]
                if (word.dep in _CLAUSES and is_verb(word)) or (word.dep == "conj" and j == i and is_verb(word)):
                    continue
                todo.append(c)
        return sorted(out)

    def beside(self, i: int, particle: str) -> int:
        """How closely a particle or preposition belongs to the verb: 0 not at all, 1 as a preposition, 2 as its own."""
        if any(self.words[c].lower == particle for c in self.children(i, "prt")):
            return 2
        return int(self._beside(i, particle))

    def _beside(self, i: int, particle: str) -> bool:
        for c in self.parse.children[i]:
            word = self.words[c]
            if word.lower == particle and word.dep in {
                "prt",
                "prep",
                "advmod",
                "dative",
                "acomp",
                "oprd",
                "dobj",
            }:
                return True
            if word.dep in {"prep", "prt", "advmod"} and any(
                self.words[g].lower == particle for g in self.children(c, "prep", "pcomp")
            ):
                return True
            if (
                particle == "to"
                and word.dep in {"xcomp", "ccomp", "advcl"}
                and "to" in self.lowers(self.children(c, "aux"))
            ):
                return True
            if particle == "that" and word.dep == "ccomp":
                return True
            if particle == "would" and word.dep == "ccomp" and self.lowers(self.helpers(c)) & {"would", "will", "'ll"}:
                return True
        if particle in LOOSE:  # the parse hangs these on whatever stands near
            return any(w.lower == particle and w.sentence == self.words[i].sentence for w in self.words[i + 1 : i + 7])
        return i + 1 < len(self.words) and self.words[i + 1].lower == particle
