"""Who stands as subject, object or bearer of a predicate, however the clause is put."""

from __future__ import annotations

from communique.language.truce.pieces import is_verb
from communique.language.truce.standing.grammar import BEING, OBJECT, Grammar, Predicate, word_set
from communique.language.words import Parse, Word

SUBJECTS = {"nsubj", "nsubjpass", "csubj"}
COPULAS = word_set("copulas")
AS_BEING = {"acomp", "attr", "prep", "advmod", "oprd", "xcomp", "ccomp", "conj", "dobj", "pobj", "advcl", "npadvmod"}
AS_BEING |= {"det", "amod", "nmod", "compound", "pcomp", "neg", "acl", "dep"}
NOBODY = {"neither", "nobody", "none", "no", "nothing"}
IN_A_NAME = {"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "PART", "ADV"}
FAR = 4
NAMED_WITHIN = 7  # words behind a verb among which its object stands where the parse went wrong


class Arguments:
    """Finds the nouns beside predicates of one report."""

    def __init__(self, parse: Parse, grammar: Grammar) -> None:
        self.parse, self.grammar = parse, grammar

    def of(self, role: str, first: int, last: int, verb: int) -> list[int]:
        """The nouns that stand in that role to the predicate from `first` to `last`, carried by `verb`."""
        if role == OBJECT:
            return self._objects(verb, last)
        return self._bearers(first, verb) if role == BEING else self.subjects(verb)

    def carrier(self, i: int, predicate: Predicate) -> int:
        """The verb that carries the predicate: itself, or the copula above an adjective or a phrase."""
        if predicate.role != BEING:
            return i
        at = self.parse.words[i]
        for _ in range(FAR):
            if is_verb(at) or at.pos == "AUX":
                return at.i
            if at.head == at.i or at.dep not in AS_BEING:
                return i
            at = self.parse.words[at.head]
        return at.i if is_verb(at) or at.pos == "AUX" else i

    def goes_on(self, verb: int) -> bool:
        """Whether an object or an infinitive follows: "ended the war", "failed to materialise"."""
        return any(self.parse.words[c].dep in {"dobj", "xcomp"} for c in self.parse.children[verb])

    def helped(self, verb: int) -> bool:
        """Whether a form of "have" or "be" stands with the verb."""
        return any(self.parse.words[c].dep in {"aux", "auxpass"} for c in self.parse.children[verb])

    def has_agent(self, verb: int) -> bool:
        """Whether somebody is said to do it."""
        word = self.parse.words[verb]
        beside = {self.parse.words[c].dep for c in self.parse.children[verb]}
        return bool({"nsubj", "agent"} & beside) or (word.dep in {"xcomp", "conj"} and "nsubjpass" not in beside)

    def nobody(self, verb: int) -> bool:
        """ "Neither side has kept the truce", "nobody broke it" """
        for c in self.parse.children[verb]:
            if self.parse.words[c].dep == "nsubj":
                before = [w.lower for w in self.parse.words[max(0, c - 1) : c + 1]]
                if self.parse.words[c].lower in NOBODY or before == ["not", "one"]:
                    return True
                return any(self.parse.words[k].lower in NOBODY and k < c for k in self.parse.children[c])
        return False

    def subjects(self, verb: int) -> list[int]:
        """The subject of a verb, also where it is shared, or that of the verb above "to hold"."""
        at = self.parse.words[verb]
        for _ in range(FAR):
            own = [c for c in self.parse.children[at.i] if self.parse.words[c].dep in SUBJECTS]
            head = self.parse.words[at.head]
            if own:
                return [*own, head.i] if at.dep == "relcl" else own
            if at.dep == "acl" and is_verb(at):
                return [head.i]
            if (
                at.dep != "acl"
                and at.i == verb
                and (left := [n for n in self._left_names(verb) if self._free(n, verb)])
            ):
                return left  # "launched hours after a truce came into effect", the second verb hung on the first
            if at.dep == "pcomp" and at.tag == "VBG" and not is_verb(head):
                at = head  # "held for five days before collapsing"
                continue
            if not is_verb(at):
                at = head
                continue
            if not self._shares(at, verb) or (at.tag == "VBD" and at.dep == "xcomp"):
                break  # an "xcomp" in the past is a clause of its own
            objects = [c for c in self.parse.children[head.i] if self.parse.words[c].dep == "dobj" and c < at.i]
            if at.dep == "xcomp" and objects:
                return objects
            at = head
        return self._beside(verb)

    def _shares(self, at: Word, verb: int) -> bool:
        """Whether the verb takes the subject of the one above it."""
        if at.head == at.i or at.dep not in {"conj", "xcomp", "ccomp", "advcl"}:
            return False
        if at.dep == "ccomp":
            # "The truce announced on Friday is still standing": a participle taken for the verb.
            led_astray = self.parse.words[at.head].tag in {"VBD", "VBN"} and self.parse.words[at.head].i < at.i
            return "to" in self._aux(at) or at.tag == "VBG" or led_astray
        return at.dep != "advcl" or (at.tag == "VBG" and verb == at.i)

    def _aux(self, at: Word) -> set[str]:
        return {self.parse.words[c].lower for c in self.parse.children[at.i] if self.parse.words[c].dep == "aux"}

    def _beside(self, verb: int) -> list[int]:
        """The noun right before a word that the parse took for no verb: "Truce holds on second day"."""
        at = self.parse.words[verb]
        if is_verb(at) and at.dep not in {"ROOT", "acl", "compound", "amod"}:
            return []
        return self._left_of(verb)

    def _objects(self, verb: int, last: int) -> list[int]:
        """What the verb is done to: its object, the subject of its passive, what its last preposition takes."""
        at, taken = self.parse.words[verb], self.parse.words[last]
        of_it = self._dependents(last, {"pobj", "pcomp"}) if last != verb else []
        if of_it:
            return of_it
        found = self._dependents(verb, {"dobj", "nsubjpass", "dative", "oprd"})
        if not found and at.tag == "VBN" and at.dep in {"acl", "relcl", "amod"}:
            found = [at.head, *self._above(at.head)]
        if not found and at.tag in {"VBN", "VBD"} and at.dep in {"conj", "xcomp"}:
            passive = bool(self._dependents(verb, {"auxpass"}) and self._dependents(at.head, {"cc"}))
            found = self.subjects(verb) if passive else self._dependents(at.head, {"nsubjpass", "dobj"})
        if not found and at.tag in {"VBN", "VBD"} and not self._dependents(verb, SUBJECTS):
            found = self._left_of(verb)  # a participle taken for a verb: "a zone agreed under a deal"
        if (
            not found
            and at.dep == "xcomp"
            and "auxpass" in {self.parse.words[c].dep for c in self.parse.children[verb]}
        ):
            found = self.subjects(at.head)  # "has yet to be implemented"
        both = [k for c in found for k in self._dependents(c, {"conj"})]
        passive = any(self.parse.words[c].dep == "nsubjpass" for c in found)
        return [*found, *both, *(() if passive or taken.tag == "VBN" else self._right_of(last))]

    def _above(self, noun: int) -> list[int]:
        """The noun that a noun hangs on by a preposition: "the truce in Varenia", where "announced" may follow."""
        link = self.parse.words[self.parse.words[noun].head]
        return [link.head] if link.dep == "prep" and self.parse.words[noun].dep == "pobj" else []

    def _left_names(self, verb: int) -> list[int]:
        """The noun before the verb, and the nouns it hangs on: "a truce brokered by Selmark collapsed"."""
        found = self._left_of(verb)
        at = self.parse.words[found[0]] if found else self.parse.words[verb]
        for _ in range(2 * FAR if found else 0):
            at = self.parse.words[at.head]
            if at.i >= verb or at.tag in {"VBD", "VBZ", "VBP", "MD"}:
                # A participle taken for a verb: "the truce agreed in Qasrin does not start".
                found += [c for c in self.parse.children[at.i] if c == at.i - 1 and at.tag == "VBD" and at.i < verb]
                break
            if at.pos in {"NOUN", "PROPN"}:
                found.append(at.i)
        return found

    def _free(self, noun: int, verb: int) -> bool:
        """Whether the noun is not the subject of a verb before: "a mine laid after the truce began blew up"."""
        word = self.parse.words[noun]
        began = self.parse.words[word.head]
        marked = any(self.parse.words[c].dep == "mark" for c in self.parse.children[began.i])
        return not (word.dep == "nsubj" and marked and noun < began.i < verb)

    def _left_of(self, verb: int) -> list[int]:
        before = verb - 1
        while before >= 0 and self.parse.words[before].pos in {"ADV", "AUX", "PART", "PUNCT"}:
            if self.parse.words[before].text in {",", ";", ".", ":"}:
                return []
            before -= 1
        same = before >= 0 and self.parse.words[before].sentence == self.parse.words[verb].sentence
        return [before] if same and self.parse.words[before].pos in {"NOUN", "PROPN"} else []

    def _dependents(self, i: int, deps: set[str]) -> list[int]:
        return [c for c in self.parse.children[i] if self.parse.words[c].dep in deps]

    def _right_of(self, i: int) -> list[int]:
        """The words right behind, up to the end of what may be one name."""
        found = []
        for word in self.parse.words[i + 1 : i + 1 + NAMED_WITHIN]:
            if (word.pos not in IN_A_NAME and word.tag != "HYPH") or word.sentence != self.parse.words[i].sentence:
                break
            found.append(word.i)
        return found

    def _bearers(self, first: int, verb: int) -> list[int]:
        """Of whom the adjective or the phrase is said."""
        word, carrier = self.parse.words[first], self.parse.words[verb]
        own = self._dependents(first, SUBJECTS)
        if own:
            return own
        if verb == first or not (is_verb(carrier) or carrier.pos == "AUX"):
            head = self.parse.words[word.head]
            held = head.pos in {"NOUN", "PROPN"} and (word.dep in {"prep", "acl", "appos"} or first > head.i)
            return [*([head.i] if held else ()), *self._beside(first)]
        between = self._path(first, verb)
        small = [c for k in between for c in self._dependents(k, SUBJECTS) if c < first]
        if small:
            return small[:1]
        if carrier.lower in self.grammar.above["calling"]:
            objects = [c for c in self._dependents(verb, {"dobj", "nsubjpass", "nsubj"}) if c < first]
            if objects:
                return objects[-1:]
        attached = next((self.parse.words[k].head for k in between if self._hangs_on_noun(k)), None)
        if attached is not None:
            return [attached]
        # A name that opens a headline may be taken for a verb: "Ceasefire in tatters".
        found = self._subjects_of_copula(carrier) if carrier.lower in COPULAS else [verb]
        return [*found, *self._left_of(first)]

    def _hangs_on_noun(self, i: int) -> bool:
        word = self.parse.words[i]
        return word.dep in {"prep", "appos", "acl"} and self.parse.words[word.head].pos in {"NOUN", "PROPN"}

    def _path(self, i: int, verb: int) -> list[int]:
        path = []
        while i != verb and self.parse.words[i].head != i:
            path.append(i)
            i = self.parse.words[i].head
        return path

    def _subjects_of_copula(self, verb: Word) -> list[int]:
        found = self.subjects(verb.i)
        return [] if found and self.parse.words[found[0]].dep == "expl" else found
