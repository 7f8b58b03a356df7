"""What the words above and beside a predicate make of it: negated, possible, still to come, asked, or only wished."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.language.truce.belief.polarity import compares
from communique.language.truce.lexicon import TruceWords
from communique.language.truce.pieces import is_verb
from communique.language.truce.standing.grammar import Grammar, word_set
from communique.language.words import Parse, Word

POSSIBLE = {"could", "may", "might", "can", "cannot", "ca"}
WISHED = {"should", "must", "shall", "ought", "let"}
WOULD = {"would", "'d"}
WILL = {"will", "'ll", "wo"}
IF = {"if", "unless", "until", "once", "lest", "provided", "till"}
NEVER = {"never", "not", "n't", "nowhere", "neither", "nor"}
BARELY = {"barely", "hardly", "scarcely"}
OPINION = word_set("opinion")
TRUE = {"true", "right", "correct", "case", "so"}
EXAMINING = word_set("examining")
BE = {"is", "was", "are", "were", "be", "been", "being", "'s"}
RISKS = word_set("risks")
PREVENTING = {"from", "against", "without"}
ACCUSING = word_set("accusing")
ACCUSERS = word_set("accusers")
INTENT = {"decision", "decided", "ready"}
ENOUGH = {"enough", "sufficient", "sufficed"}
HABITS = word_set("habits")
MOMENTS = word_set("moments")
FAILINGS = word_set("failings")
DATING = {"since", "after", "before", "until", "till"}
FAR = 7


@dataclass(slots=True)
class Mood:
    """How a predicate is told; `negated` also by "fail to", `longer` by "no longer", `asked` by "whether"."""

    negated: bool = False
    longer: bool = False
    possible: bool = False
    wished: bool = False
    future: bool = False
    asked: bool = False
    threatened: bool = False
    going_on: bool = False
    awaited: bool = False
    decided: bool = False
    barely: bool = False
    disowned: bool = False  # "I would not say that …"
    would: bool = False
    dated: bool = False  # "since the truce began": told to say when


class Moods:
    """Reads the mood of predicates of one report."""

    def __init__(self, parse: Parse, grammar: Grammar, words: TruceWords) -> None:
        self.parse, self.grammar, self.words = parse, grammar, words

    def of(self, i: int) -> Mood:
        """The mood of the predicate whose verb is the word `i`, or whose adjective where there is no verb."""
        at = self.parse.words[i]
        mood = Mood(going_on=at.tag == "VBG" and bool(self._helping(at)))
        for _ in range(FAR):
            self._beside(at, mood)
            if at.head == at.i or mood.wished:
                break
            head = self.parse.words[at.head]
            if not self._link(at, head, mood):
                break
            at = head
        return mood

    def _helping(self, at: Word) -> set[str]:
        words = [self.parse.words[c] for c in self.parse.children[at.i]]
        return {c.lower for c in words if c.dep in {"aux", "auxpass"}}

    def _beside(self, at: Word, mood: Mood) -> None:
        beside = [self.parse.words[c] for c in self.parse.children[at.i]]
        helping = self._helping(at)
        negatives = [
            c
            for c in beside
            if (c.dep == "neg" and not compares(self.parse, c.i))
            or (c.lower in NEVER and c.dep in {"advmod", "preconj"})
        ]
        longer = any(c.lower == "longer" and self.parse.words[c.i - 1].lower in {"no", "any"} for c in beside if c.i)
        mood.longer |= longer or any(c.lower == "anymore" for c in beside)
        mood.negated ^= bool(negatives) and not longer
        mood.barely |= any(c.lower in BARELY for c in beside)
        mood.possible |= bool(helping & POSSIBLE)
        mood.wished |= bool(helping & WISHED) or self._inverted(beside)
        mood.future |= bool(helping & WILL)
        mood.would |= bool(helping & WOULD)
        opening = [c for c in beside if c.dep == "mark" or (c.dep == "advmod" and c.i < at.i)]
        marks = {c.lower for c in opening}
        mood.wished |= "how" in marks and self.parse.words[at.head].lower in EXAMINING | self.words.wishes
        mood.dated |= bool(marks & DATING)
        mood.wished |= at.tag == "VBZ" and (self._unless(at) or any(self._on_terms(c) for c in beside))
        mood.dated |= at.dep in {"relcl", "acl", "advcl"} and self.parse.words[at.head].lower in MOMENTS
        asked = at.dep == "ccomp" or self.parse.words[at.head].lower in {"asked", "ask", "asking"}
        told = asked and "if" in marks  # "asked if the truce was holding"
        mood.asked |= "whether" in marks or told or self._how_long(at)
        mood.wished |= (bool(marks & IF) and not told) or any(self._as_long(c) for c in opening)

    def _as_long(self, mark: Word) -> bool:
        """ "As long as the truce is kept", "as soon as it begins" """
        return mark.lower == "as" and mark.i > 0 and self.parse.words[mark.i - 1].lower in {"long", "soon"}

    def _on_terms(self, clause: Word) -> bool:
        """ "The truce is dead if they shell us again" """
        marks = [self.parse.words[c] for c in self.parse.children[clause.i]] if clause.dep == "advcl" else []
        return any(m.lower in {"if", "unless"} and self.parse.words[m.i - 1].lower != "as" for m in marks)

    def _how_long(self, at: Word) -> bool:
        """ "It is an open question how long the truce will last" """
        near = [w.lower for w in self.parse.words[max(0, at.i - 8) : at.i]]
        return any(pair == ("how", "long") for pair in pairwise(near))

    def _unless(self, at: Word) -> bool:
        """ "Lapses after six months unless renewed" """
        return "unless" in [w.lower for w in self.parse.words[at.i : at.i + 8] if w.sentence == at.sentence]

    def _inverted(self, beside: Sequence[Word]) -> bool:
        """ "Should the truce collapse, …" """
        first = next((c for c in beside if c.dep == "aux"), None)
        subject = next((c for c in beside if c.dep in {"nsubj", "nsubjpass"}), None)
        return bool(first and subject and first.i < subject.i and first.lower in {"should", "were", "had"})

    def _link(self, at: Word, head: Word, mood: Mood) -> bool:
        """Takes in what the word above says of the one below; False where nothing further up matters."""
        if not is_verb(at) and at.pos != "AUX":
            return self._of_noun(at, head, mood)
        if at.dep == "conj":
            own = any(self.parse.words[c].dep in {"nsubj", "nsubjpass"} for c in self.parse.children[at.i])
            return at.tag in {"VB", "VBN", "VBG"} and not own
        if at.dep == "pcomp":
            return self._of_preposition(head, mood)
        to = "to" in self._helping(at)
        if at.dep in {"xcomp", "ccomp", "advcl", "acl", "relcl"} and (to or (at.tag == "VBG" and at.dep == "xcomp")):
            return self._governed(at, head, mood)
        borne = head.lower in self.grammar.above["calling"] or head.lower in {"feel", "feels", "felt"}
        if at.tag == "VBN" and at.dep in {"ccomp", "acomp", "oprd", "xcomp"} and borne:
            return True  # "no longer considers itself bound"
        if at.dep == "ccomp":
            denied = any(self.parse.words[c].dep == "neg" for c in self.parse.children[head.i])
            held = {self.parse.words[c].lower for c in self.parse.children[head.i]}
            mood.disowned = denied and (head.lower in OPINION or bool(held & TRUE)) and not mood.asked
            mood.wished |= (head.lower in self.words.wishes and at.i > head.i) or self._supposed(head)
        return False

    def _governed(self, at: Word, head: Word, mood: Mood) -> bool:
        """What "fail to", "threaten to", "is due to" make of the verb below them."""
        above, lower = self.grammar.above, head.lower
        if lower in above["failing"] or lower in FAILINGS:
            mood.negated = not mood.negated
        elif lower in above["threatening"]:
            mood.threatened = True
        elif lower in self.grammar.awaiting or self._yet(head) or (lower in BE and at.dep == "xcomp"):
            mood.awaited = True
        elif lower in self.words.wishes:
            mood.wished = True
        elif lower in RISKS:
            mood.threatened = True
        elif lower in above["deciding"] or lower in INTENT:
            mood.decided = True
        elif not (lower in above["same"] or lower in above["calling"] or lower in ENOUGH):
            mood.wished = True
        return True

    def _yet(self, head: Word) -> bool:
        """ "Has yet to take hold" """
        near = [w.lower for w in self.parse.words[head.i : head.i + 3]]
        return head.lower in {"has", "have", "had"} and "yet" in near

    def _of_preposition(self, head: Word, mood: Mood) -> bool:
        """ "Close to failing", "prevented from breaking", "accused of breaking" """
        above = self.parse.words[head.head]
        mood.threatened |= above.lower in RISKS
        mood.wished |= head.lower in PREVENTING or above.lower in self.words.wishes
        accused = self.parse.words[above.head].lower in ACCUSERS  # "accuses the army of breaking"
        mood.wished |= above.pos == "NOUN" and above.lower not in ACCUSING | HABITS and not accused
        mood.wished |= head.lower in {"about", "on"}
        return False

    def _of_noun(self, at: Word, head: Word, mood: Mood) -> bool:
        """What stands above a noun or an adjective that is no verb's own."""
        if at.dep == "pobj" and head.lower in {"for", "towards", "toward"}:
            mood.wished |= self.parse.words[head.head].lower in self.words.wishes
        mood.wished |= head.lower in self.words.wishes and at.dep in {"dobj", "pobj", "attr", "oprd", "acomp"}
        return at.dep not in {"relcl", "parataxis", "nsubj", "nsubjpass", "csubj"}

    def _supposed(self, head: Word) -> bool:
        """ "If he were to announce that …" """
        at = head
        for _ in range(2):
            marks = {self.parse.words[c].lower for c in self.parse.children[at.i] if self.parse.words[c].dep == "mark"}
            if marks & IF:
                return True
            at = self.parse.words[at.head]
        return False
