"""What is to be done about a breach: a step of the response ladder, called for, announced, done or ruled out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.domain.truce import Step
from communique.language.truce.facts import CALLED_FOR, RULED_OUT, fact_of
from communique.language.truce.parties import Parties
from communique.language.truce.phrases import stands
from communique.language.truce.pieces import Areas, clause, is_verb, parent
from communique.language.truce.step_lexicon import Pair, RungWords, StepWords
from communique.language.words import Parse

NONE = "none"
NEED_NEAR = 4  # words between the negation and the need: "do not in any way require"
NEED_FAR = 6  # words between "no reason" and what there is no reason for
BEHIND = 9  # words behind a verb among which its object stands
BEFORE = 7  # words before a participle among which what was done stands: "a team was sent"
UP = 4  # steps up the parse from a step's noun to the verb that takes it
BESIDE = {"on", "about", "in", "from", "with"}  # behind these a step is only spoken of
LONGEST = 40  # words of a step; what is longer tells something else


@dataclass(frozen=True, slots=True)
class Found:
    """A step, the number of its sentence, and the index of the word it hangs on."""

    step: Step
    sentence: int
    anchor: int


class Steps:
    """Finds the steps of a report; `parties` resolves of whom they are asked or by whom they are taken."""

    def __init__(self, parse: Parse, areas: Areas, words: StepWords, parties: Parties) -> None:
        self.parse, self.areas, self.words, self.parties = parse, areas, words, parties

    def find(self) -> list[Found]:
        """Every step, in reading order; of two on the same words the higher one."""
        return [f for n, (first, end) in enumerate(self.parse.sentences) for f in self._in(n, first, end)]

    def none_in(self, words: Sequence[int]) -> Step | None:
        """The words by which a clause rules every step out: "do not require us to take any steps"."""
        for at, i in enumerate(words):
            if self.parse.words[i].lower not in self.words.negations:
                continue
            behind = words[at + 1 : at + 1 + NEED_NEAR]
            needed = [k for k in behind if self.parse.words[k].lower in self.words.needs]
            reason = any(self.parse.words[k].lower in self.words.reasons | self.words.measures for k in behind)
            measure = any(self.parse.words[k].lower in self.words.measures for k in words[at + 1 : at + 1 + NEED_FAR])
            before = [k for k in words[max(0, at - 2) : at] if self.parse.words[k].lower in self.words.needs]
            if needed or (reason and measure and (before or self.parse.words[i].lower == "no")):
                start = before[0] if before else self._helper(i, at)
                last = max(self.parse.subtree(needed[0])[-1], words[-1]) if needed else words[-1]
                return self._step(NONE, start, last, RULED_OUT, i)
        return None

    def _no_measure(self, sentence: int, first: int, end: int) -> Found | None:
        """The words that rule every measure out, with no violation beside them: "we see no reason for any measure"."""
        at = [i for i in range(first, end) if self.parse.words[i].lower in self.words.measures]
        if not at:
            return None
        held = clause(self.parse, at[0])
        words = [i for i in range(first, end) if clause(self.parse, i) in {held, parent(self.parse, held)}]
        area = self.areas.of(at[0])
        words = [i for i in range(words[0], words[-1] + 1) if self.areas.of(i) == area]
        step = self.none_in(words)
        return Found(step, sentence, at[0]) if step else None

    def _helper(self, i: int, at: int) -> int:
        """The negation with the "do" before it."""
        before = self.parse.words[i - 1] if at else None
        return i - 1 if before is not None and (before.dep == "aux" or before.lower in {"do", "does"}) else i

    def _in(self, sentence: int, first: int, end: int) -> Iterator[Found]:
        ruled_out = self._no_measure(sentence, first, end)
        if ruled_out:
            yield ruled_out
        last = self.parse.inside(ruled_out.step.span)[-1] if ruled_out else -1
        for i in range(first, end):
            if i <= last or self.parse.words[i].lower not in self.words.opening:
                continue
            found = next((s for rung in self.words.rungs if (s := self._at(rung, i, first, end))), None)
            if found:
                step, anchor = found
                last = self.parse.inside(step.span)[-1]
                yield Found(step, sentence, anchor)

    def _at(self, rung: RungWords, i: int, first: int, end: int) -> tuple[Step, int] | None:
        """The step of the rung that begins at the word `i`, and the word that says what becomes of it."""
        lower = self.parse.words[i].lower
        for phrase in rung.phrases:
            if phrase[0] == lower and stands(self.parse, i, end, phrase):
                anchor = i if is_verb(self.parse.words[i]) else self._verb_above(i)
                return self._made(rung.name, min(i, anchor), anchor, end)
        for pair in rung.pairs:
            if lower in pair.verbs and (start := self._paired(pair, i, first, end)) is not None:
                return self._made(rung.name, start, i, end)
        for phrase in rung.nouns:
            if phrase[0] == lower and stands(self.parse, i, end, phrase):
                head = i + len(phrase) - 1
                if is_verb(self.parse.words[i]):
                    return self._made(rung.name, i, i, end)
                noun = self._head(i, head)
                governed = self._taken(noun)
                if governed is not None:
                    # "Calls for" may be how it is said, and then is no part of what is.
                    alike = self.areas.of(governed) == self.areas.of(i)
                    start = min(governed, i) if alike else min(i, self._opening(noun))
                    return self._made(rung.name, start, governed, end)
        return None

    def _head(self, first: int, last: int) -> int:
        """The word of a noun phrase that the others hang on."""
        inside = [k for k in range(first, last + 1) if not first <= self.parse.words[k].head <= last]
        return inside[0] if inside else last

    def _paired(self, pair: Pair, verb: int, first: int, end: int) -> int | None:
        """The first word of the step where the verb has its object near it, None where it has none."""
        word = self.parse.words[verb]
        if not is_verb(word) and word.pos not in {"NOUN", "PROPN"}:
            return None
        if pair.by and not pair.by & {self.parse.words[k].lower for k in range(max(first, verb - BEFORE), verb)}:
            return None
        behind = range(verb + 1, min(verb + 1 + BEHIND, end))
        stop = next((k for k in behind if self.parse.words[k].text in {",", ";", ".", "“", '"'}), behind.stop)
        if any(self.parse.words[k].lower in pair.objects for k in range(verb + 1, stop)):
            return verb
        if word.tag != "VBN":
            return None
        before = [k for k in range(max(first, verb - BEFORE), verb) if self.parse.words[k].lower in pair.objects]
        return (
            self._opening(before[-1]) if before and clause(self.parse, before[-1]) == clause(self.parse, verb) else None
        )

    def _opening(self, noun: int) -> int:
        return min([noun, *(c for c in self.parse.children[noun] if c < noun)])

    def _taken(self, noun: int) -> int | None:
        """The verb or the noun of asking that takes the step's noun; None where the noun is only named."""
        at = self.parse.words[noun]
        for _ in range(UP):
            if at.head == at.i:
                return None
            up = self.parse.words[at.head]
            if up.lower in BESIDE:
                return None
            known = up.lower in self.words.acts or up.lower in self.words.facts.calling
            known = known or up.lower in self.words.facts.announcing or up.lower in self.words.facts.refusing
            if at.dep == "nsubj":
                return up.i if up.lower in self.words.meeting else None
            if known and (is_verb(up) or up.lower in self.words.facts.calling):
                return up.i
            if is_verb(up) or at.dep in {"poss", "compound"}:
                return None
            at = up
        return None

    def _verb_above(self, i: int) -> int:
        at = self.parse.words[i]
        for _ in range(UP):
            if at.head == at.i:
                break
            at = self.parse.words[at.head]
            if is_verb(at) or at.lower in self.words.facts.calling:
                return at.i
        return i

    def _made(self, rung: str, first: int, anchor: int, end: int) -> tuple[Step, int] | None:
        fact = fact_of(self.parse, anchor, self.words.facts)
        if fact is None:
            return None
        area = self.areas.of(first)
        tree = self.parse.subtree(anchor)
        inside = [k for k in tree if first <= k < min(end, first + LONGEST) and self.areas.of(k) == area]
        last = first
        for k in inside:  # to where the words are no longer in a row, or tell of something else
            aside = (
                k > anchor
                and self.parse.words[k - 1].text == ","
                and clause(self.parse, k) != clause(self.parse, anchor)
            )
            more = self.parse.words[k].lower == "that" and self.parse.words[k - 1].pos == "CCONJ"
            if k - last > 2 or aside or (more and k > anchor) or self.parse.words[k].text == ";":
                break
            last = k
        return self._step(rung, first, max(last, first), fact, anchor), anchor

    def _step(self, rung: str, first: int, last: int, fact: str, anchor: int) -> Step:
        while last > first and self.parse.words[last].pos in {"PUNCT", "ADP", "CCONJ"}:
            last -= 1
        span = self.parse.span(first, last)
        asked = fact == CALLED_FOR
        of = self.parties.asked(anchor, self.words.facts.calling) if asked else self.parties.acting(anchor)
        return Step(rung, span.of(self.parse.text), span, fact, () if rung == NONE else of)
