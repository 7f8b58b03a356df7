"""Who is said to have done it, and to whom: actors by their place in the grammar of the claim."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.domain.actor import Mention
from communique.language.cast import Appearance
from communique.language.truce.groups import Group
from communique.language.truce.nominal import BLAMING
from communique.language.words import Parse, Word

SUFFERERS = {"dobj", "nsubjpass", "dative"}
AGAINST = {"on", "against", "at"}
DEEPEST = 6  # names within names; a hostile text has thousands
MOST = 4  # parties of one claim; more are a list of everybody


class Parties:
    """Finds the doers and the sufferers of claims among the appearances of the actors."""

    def __init__(self, parse: Parse, appearances: Sequence[Appearance], places: Sequence[Mention]) -> None:
        self.parse = parse
        self._by_word: dict[int, Appearance] = {}
        where = {i for m in places for i in parse.inside(m.span)}
        for appearance in appearances:
            if appearance.kind != "government" and where.issuperset(range(appearance.first, appearance.last + 1)):
                continue  # a town that was taken for a name
            for i in range(appearance.first, appearance.last + 1):
                self._by_word.setdefault(i, appearance)

    def of(self, group: Group) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The ids of the alleged parties and of the victims. "Either the army or the guard" gives both."""
        doers = [i for e in group.evidence for i in self._doers(e.verbs, e.nouns, e.harm)]
        if any(e.breach for e in group.evidence):
            doers += [c for p in group.pieces for c in self._children(p.head, {"nsubj"})]
        sufferers = [i for e in group.evidence for i in self._sufferers(e.verbs, e.nouns, e.harm)]
        party = self._named(doers)
        victims = tuple(v for v in self._named(sufferers) if v not in party)
        return party[:MOST], victims[:MOST]

    def _doers(self, verbs: Iterable[int], nouns: Iterable[int], harm: Iterable[int]) -> list[int]:
        found: list[int] = []
        for verb in (*verbs, *harm):
            found += self._children(verb, {"nsubj"})
            found += self._through(verb, {"by"})
            word = self.parse.words[verb]
            if word.dep in {"conj", "xcomp"} and not self._children(verb, {"nsubj", "nsubjpass"}):
                found += self._children(word.head, {"nsubj"})
            found += self._accused(verb)
            if not found and self.parse.words[verb].tag in {"VBD", "VBZ", "VBP"} and verb:
                found.append(verb - 1)  # a subject the parse has hung elsewhere stands right before its verb
        for noun in nouns:
            found += self._accused(noun)
            found += self._children(noun, {"poss", "compound", "amod", "nmod"})
            found += self._through(noun, {"by", "from"})
        return found

    def _sufferers(self, verbs: Iterable[int], nouns: Iterable[int], harm: Iterable[int]) -> list[int]:
        found: list[int] = []
        for verb in (*verbs, *harm):
            found += self._children(verb, SUFFERERS)
            found += self._through(verb, AGAINST)
        for noun in nouns:
            found += self._through(noun, AGAINST)
        return found

    def _accused(self, i: int) -> list[int]:
        """Who is accused of the deed: "accused the guard of firing", "blamed the guard for the bombing"."""
        word = self.parse.words[i]
        link = self.parse.words[word.head]
        if word.dep not in {"pcomp", "pobj"} or link.lower not in {"of", "for"}:
            return []
        return self._children(link.head, {"dobj"}) if self.parse.words[link.head].lower in BLAMING else []

    def _children(self, i: int, deps: set[str]) -> list[int]:
        return [c for c in self.parse.children[i] if self.parse.words[c].dep in deps]

    def _through(self, i: int, prepositions: set[str]) -> list[int]:
        """The nouns behind a preposition that hangs on the word."""
        found = []
        for c in self.parse.children[i]:
            if self.parse.words[c].lower in prepositions and self.parse.words[c].dep in {"prep", "agent"}:
                found += self._children(c, {"pobj"})
        return found

    def _named(self, heads: Iterable[int]) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for head in heads:
            for i in self._phrase(self.parse.words[head]):
                appearance = self._by_word.get(i)
                if appearance:
                    found.setdefault(appearance.figure)
        return tuple(found)

    def _phrase(self, head: Word, deep: int = 0) -> list[int]:
        """The words of a name phrase: its head, what stands before it, and what is put beside it with "and" or "or"."""
        found = [head.i]
        if deep > DEEPEST:
            return found
        for c in self.parse.children[head.i]:
            word = self.parse.words[c]
            if word.dep in {"compound", "amod", "poss", "nmod"}:
                found += self._phrase(word, deep + 1) if word.dep != "amod" else [c]
            elif word.dep in {"conj", "appos"} or (word.dep == "prep" and word.lower == "of"):
                found += [
                    k
                    for g in ([c] if word.dep != "prep" else self._children(c, {"pobj"}))
                    for k in self._phrase(self.parse.words[g], deep + 1)
                ]
        return sorted(found)
