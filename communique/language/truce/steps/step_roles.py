"""The parts beside a step's verb: what it is done to, where it leads, who does it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.language.truce.pieces import is_verb
from communique.language.truce.steps.step_lexicon import Frame, Nouns
from communique.language.words import Parse, Word

OBJECTS = {"dobj", "nsubjpass", "dative", "attr", "oprd", "xcomp", "pcomp", "npadvmod"}
WHO = {"who", "what", "how", "whether", "where", "why", "whose"}
RELATIVE = {"that", "which", "who", "whom"}
STOPS = {",", ";", ".", "“", '"', ":", "(", "–", "—"}
BEHIND = 9  # words behind a verb among which its object stands, wherever the parse hangs it
GOAL = 14  # the same for what stands behind a preposition
UP = 4  # verbs up the parse to the subject that is understood
DEEPEST = 5  # phrases within phrases; a hostile text has thousands
NAMES = {"GPE", "LOC", "FAC", "ORG", "NORP", "PERSON"}


class Roles:
    """Reads the parts of verbs of one report."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse

    def fit(self, frame: Frame, verb: int, first: int, end: int) -> bool:
        """Whether every part the frame asks for stands beside the verb, in the sentence `[first, end)`."""
        if frame.particle and not frame.particle & {w.lower for w in self.parse.words[verb + 1 : min(verb + 4, end)]}:
            return False
        if frame.behind and not frame.behind & {w.lower for w in self.parse.words[verb + 1 : min(verb + BEHIND, end)]}:
            return False
        if frame.before and not frame.before & {w.lower for w in self.parse.words[first:verb]}:
            return False
        if frame.subj and not self._done_by(frame.subj, verb):
            return False
        if frame.obj and not (
            self._holds(frame.obj, self.objects(verb))
            or self._near(frame.obj, verb, end)
            or (frame.asks and self._holds(frame.obj, self.goals(verb)))  # "called on the army"
        ):
            return False
        if frame.to and not (self._holds(frame.to, self.goals(verb)) or self._led_to(frame.to, verb, end)):
            return False
        return not frame.then or bool(frame.then & {self.parse.words[c].lower for c in self._below(verb)})

    def start(self, frame: Frame, verb: int, first: int) -> int:
        """Where the step begins: at its verb, or at what is done in the passive."""
        word = self.parse.words[verb]
        if frame.obj is None or word.tag != "VBN" or any(c > verb for c in self._of(verb, {"dobj"})):
            return verb
        before = [i for i in self.objects(verb) if first <= i < verb and self._holds(frame.obj, [i])]
        return min((k for i in before for k in (i, *self.parse.children[i]) if k <= i), default=verb)

    def objects(self, verb: int) -> list[int]:
        """The heads of what the verb is done to."""
        found = self._of(verb, OBJECTS)
        for c in self._of(verb, {"ccomp", "xcomp"}):  # "wants monitors on the ground", "let monitors pass"
            found += self._of(c, {"nsubj", "nsubjpass"})
        word = self.parse.words[verb]
        told_of = not any(self._relative(c, word) for c in self._of(verb, {"nsubj"}))
        if (word.dep == "acl" and word.tag == "VBN") or (word.dep == "relcl" and told_of):
            found.append(word.head)
        if word.tag == "VBN" and not self._of(verb, {"aux", "auxpass"}):
            found += self._of(
                verb, {"nsubj"}
            )  # a headline leaves out the "was", "wants the board convened" the "to be"
        return found

    def goals(self, verb: int) -> list[int]:
        """The heads of what stands behind a preposition of the verb or of its object."""
        found = []
        for c in (verb, *self._of(verb, {"dobj", "prt", "advmod", "nsubjpass"})):
            for p in self._of(c, {"prep", "dative"}):
                found += self._of(p, {"pobj"})
                for q in self._of(p, {"prep", "pcomp"}):
                    found += self._of(q, {"pobj"})
        return found + [c for c in self._of(verb, {"advmod"}) if self.parse.words[c].lower == "there"]

    def subjects(self, verb: int) -> list[int]:
        """The heads of who does it, also where another verb names them: "urged the army to send …"."""
        at = self.parse.words[verb]
        for _ in range(UP):
            found = self._of(at.i, {"nsubj"}) + self._agents(at.i)
            if found:
                return [self.parse.words[at.head].head if self._relative(i, at) else i for i in found] + (
                    [at.head] if any(self._relative(i, at) for i in found) else []
                )
            if at.head == at.i:
                return []
            up = self.parse.words[at.head]
            if at.dep in {"xcomp", "ccomp", "advcl"} and (asked := self._of(up.i, {"dobj", "dative", "nsubjpass"})):
                return asked
            if at.dep == "acl" and not is_verb(up):
                return [up.i]
            at = up
        return []

    def _done_by(self, nouns: Nouns, verb: int) -> bool:
        """Whether such a one does it, or one who does it as such: "Selmark, as guarantor, told the army to stop"."""
        heads = self.subjects(verb)
        if self._holds(nouns, heads):
            return True
        offices = [p for i in (verb, *heads) for p in self.parse.children[i] if self.parse.words[p].lower == "as"]
        return self._holds(nouns, [k for p in offices for k in self._of(p, {"pobj"})])

    def _relative(self, i: int, verb: Word) -> bool:
        return verb.dep == "relcl" and self.parse.words[i].lower in RELATIVE

    def _agents(self, verb: int) -> list[int]:
        return [k for p in self._of(verb, {"agent"}) for k in self._of(p, {"pobj"})]

    def _of(self, i: int, deps: set[str]) -> list[int]:
        return [c for c in self.parse.children[i] if self.parse.words[c].dep in deps]

    def _below(self, verb: int) -> Iterable[int]:
        for c in self._of(verb, {"xcomp", "ccomp", "advcl", "pcomp", "prep"}):
            yield c
            yield from self._of(c, {"pcomp", "xcomp", "ccomp"})

    def _holds(self, nouns: Nouns, heads: Sequence[int]) -> bool:
        return any(self._is(nouns, i) for head in heads for i in self._phrase(head))

    def _phrase(self, head: int, deep: int = 0) -> Iterable[int]:
        """The words of a noun phrase that say what it is: its head, what it is made of, what stands beside it."""
        yield head
        if deep > DEEPEST:
            return
        for c in self.parse.children[head]:
            dep = self.parse.words[c].dep
            if dep in {"conj", "appos", "compound", "amod", "nmod"}:
                yield from self._phrase(c, deep + 1)
            elif dep == "prep" and self.parse.words[c].lower == "of":
                for k in self._of(c, {"pobj"}):
                    yield from self._phrase(k, deep + 1)

    def _is(self, nouns: Nouns, i: int) -> bool:
        word = self.parse.words[i]
        if noun_at(self.parse, nouns, i):
            return True
        return nouns.named and (word.pos == "PROPN" or word.ent in NAMES)

    def _near(self, nouns: Nouns, verb: int, end: int) -> bool:
        """Whether the object stands right behind the verb: a parse may hang it elsewhere."""
        if nouns.clause and any(w.lower in WHO for w in self.parse.words[verb + 1 : min(verb + 3, end)]):
            return True
        for k in range(verb + 1, min(verb + 1 + BEHIND, end)):
            word = self.parse.words[k]
            if word.text in STOPS or (word.tag in {"VBD", "VBZ", "VBP", "MD", "IN", "TO"} and word.lower != "of"):
                return False
            if word.pos in {"NOUN", "PROPN", "PRON"} and noun_at(self.parse, nouns, k):
                return True
        return False

    def _led_to(self, nouns: Nouns, verb: int, end: int) -> bool:
        for k in range(verb + 1, min(verb + 1 + GOAL, end)):
            word = self.parse.words[k]
            if word.text in STOPS or (is_verb(word) and word.tag in {"VBD", "VBZ", "VBP", "MD"}):
                return False
            if word.dep == "pobj" and noun_at(self.parse, nouns, k):
                return True
            if nouns.clause and word.pos == "ADP" and k + 1 < end and self.parse.words[k + 1].lower in WHO:
                return True
        return False


def noun_at(parse: Parse, nouns: Nouns, i: int) -> int | None:
    """How many words of the class end at the word `i`; None where none does."""
    lower = parse.words[i].lower
    for phrase in nouns.phrases.get(lower, ()):
        size = len(phrase)
        if size <= i + 1 and all(parse.words[i - size + 1 + n].lower == part for n, part in enumerate(phrase)):
            return size
    return 1 if lower in nouns.words else None
