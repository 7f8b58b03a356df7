"""What is to be done about a breach: a step of the response ladder, called for, announced, done or ruled out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.domain.truce import Step
from communique.language.truce.parties import Parties
from communique.language.truce.phrases import stands
from communique.language.truce.pieces import TELLING, Areas, clause, is_verb
from communique.language.truce.steps.facts import CALLED_FOR, DONE, RULED_OUT, fact_of
from communique.language.truce.steps.no_step import none_row
from communique.language.truce.steps.step_lexicon import Frame, Opening, RungWords, StepWords
from communique.language.truce.steps.step_nouns import governor
from communique.language.truce.steps.step_roles import Roles, noun_at
from communique.language.words import Parse, Word

NONE = "none"
UP = 4  # steps up the parse from a phrase to the verb it hangs on
LONGEST = 40  # words of a step; what is longer tells something else
NAMED = {"violation", "violations", "breach", "breaches", "incident", "incidents"}
TRIGGERS = {
    "neither",
    "none",
    "nothing",
    "too",
    "no",
    "not",
    "n't",
    "n’t",
    "leave",
    "let",
    "matter",
    "closed",
    "business",
    "notice",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A step, the number of its sentence, and the index of the word it hangs on."""

    step: Step
    sentence: int
    anchor: int


Made = tuple[Step, int]


class Steps:
    """Finds the steps of a report; `parties` resolves of whom they are asked or by whom they are taken."""

    def __init__(self, parse: Parse, areas: Areas, words: StepWords, parties: Parties) -> None:
        self.parse, self.areas, self.words, self.parties = parse, areas, words, parties
        self.roles = Roles(parse)
        self.answers = words.none.measures | words.none.acts | NAMED | TRIGGERS

    def find(self) -> list[Found]:
        """Every step, in reading order; of two on the same words the higher one."""
        return [f for n, (first, end) in enumerate(self.parse.sentences) for f in self._in(n, first, end)]

    def none_in(self, words: Sequence[int]) -> Step | None:
        """The words by which a clause rules every step out: "do not require us to take any steps"."""
        row = none_row(self.parse, words, self.words.none)
        return self._step(NONE, *row, RULED_OUT, row[0]) if row else None

    def _none(self, sentence: int, first: int, end: int) -> Found | None:
        """That nothing is to follow, with no violation beside it: "we see no reason for any measure"."""
        lower = {w.lower for w in self.parse.words[first:end]}
        none = self.words.none
        idle = self._idle(first, end, lower)
        if not idle and (not lower & TRIGGERS or not lower & self.answers):
            return None
        rows: dict[int, list[int]] = {}
        for i in range(first, end):
            rows.setdefault(self.areas.of(i), []).append(i)
        # What asks for nothing may be taken for a saying ("calls for no response"): the sentence as a whole comes last.
        for words in [*rows.values(), list(range(first, end))]:
            told = {self.parse.words[i].lower for i in words}
            row = none_row(self.parse, words, none) if idle or told & TRIGGERS else None
            if row and (idle or told & (none.measures | none.acts | NAMED) or self._said(row)):
                return Found(self._step(NONE, *row, RULED_OUT, row[0]), sentence, row[0])
        return None

    def _idle(self, first: int, end: int, lower: set[str]) -> bool:
        """Whether the sentence has words that rule out whatever might follow: "go unanswered", "let it rest"."""
        return any(
            phrase[0] in lower and any(stands(self.parse, i, end, phrase) for i in range(first, end))
            for phrase in self.words.none.idle
            if phrase[-1] in lower
        )

    def _said(self, row: tuple[int, int]) -> bool:
        """Whether a need is ruled out in words that say nothing else: "nothing needs to be done"."""
        text = {w.lower for w in self.parse.words[row[0] : row[1] + 1]}
        return bool(text & {"done", "rest", "that", "closed", "notice", "business", "too"})

    def _in(self, sentence: int, first: int, end: int) -> Iterator[Found]:
        ruled_out = self._none(sentence, first, end)
        skipped = set(self.parse.inside(ruled_out.step.span)) if ruled_out else set()
        if ruled_out:
            yield ruled_out
        last = -1
        told: set[tuple[str, str]] = set()
        for i in range(first, end):
            openings = self.words.opening.get(self.parse.words[i].lower)
            if openings is None or i <= last or i in skipped:
                continue
            found = next((s for opening in openings if (s := self._at(opening, i, first, end))), None)
            if found:
                step, anchor = found
                last = self.parse.inside(step.span)[-1]
                if (step.rung, step.fact) in told:
                    continue
                told.add((step.rung, step.fact))
                yield Found(step, sentence, anchor)

    def _at(self, opening: Opening, i: int, first: int, end: int) -> Made | None:
        """The step of the rung that begins at the word `i`, and the word that says what becomes of it."""
        rung = opening.rung
        for phrase in opening.phrases:
            if stands(self.parse, i, end, phrase):
                anchor = i if is_verb(self.parse.words[i]) else self._verb_above(i)
                return self._made(rung, min(i, anchor), anchor, end)
        for frame in opening.frames if _verbal(self.parse.words[i]) else ():
            made = self._framed(rung, frame, i, first, end) if self.roles.fit(frame, i, first, end) else None
            if made:
                return made
        size = noun_at(self.parse, rung.nouns, i) if opening.noun else None
        return self._named(rung, i - size + 1, i, end) if size else None

    def _framed(self, rung: RungWords, frame: Frame, verb: int, first: int, end: int) -> Made | None:
        if frame.negated and not any(self.parse.words[c].dep == "neg" for c in self.parse.children[verb]):
            return None
        fact = fact_of(self.parse, verb, self.words.facts, turned=frame.negated)
        ordered = fact == "announced" and self.parse.words[verb].lower in self.words.facts.announcing
        if frame.asks and (fact == DONE or ordered):
            fact = CALLED_FOR
        if frame.become and fact in {DONE, "announced"}:
            fact = frame.become
        if fact is None or fact not in frame.facts & rung.facts:
            return None
        return self._whole(rung.name, self.roles.start(frame, verb, first), verb, end, fact)

    def _named(self, rung: RungWords, start: int, last: int, end: int) -> Made | None:
        inside = [k for k in range(start, last + 1) if not start <= self.parse.words[k].head <= last]
        noun = inside[0] if inside else last
        governed = governor(self.parse, noun, rung, self.words.facts)
        if governed is None:
            return None
        # "Calls for" may be how it is said, and then is no part of what is.
        alike = self.areas.of(governed) == self.areas.of(start)
        opening = min([noun, *(c for c in self.parse.children[noun] if c < noun)])
        return self._made(rung, min(governed, opening) if alike else min(start, opening), governed, end)

    def _verb_above(self, i: int) -> int:
        at = self.parse.words[i]
        for _ in range(UP):
            if at.head == at.i:
                break
            at = self.parse.words[at.head]
            if is_verb(at) or at.lower in self.words.facts.calling:
                return at.i
        return i

    def _made(self, rung: RungWords, first: int, anchor: int, end: int) -> Made | None:
        fact = fact_of(self.parse, anchor, self.words.facts)
        return self._whole(rung.name, first, anchor, end, fact) if fact and fact in rung.facts else None

    def _whole(self, rung: str, first: int, anchor: int, end: int, fact: str) -> Made:
        area = self.areas.of(first)
        telling = area == TELLING  # "asked", "phoned" may be taken for words of saying
        tree = self.parse.subtree(anchor)
        inside = [k for k in tree if first <= k < min(end, first + LONGEST) and (telling or self.areas.of(k) == area)]
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


def _verbal(word: Word) -> bool:
    """A verb, or what a parse takes for a noun where a clause has its verb: "proposed that it establish who …"."""
    return (is_verb(word) and word.dep != "amod") or (word.dep == "ccomp" and word.pos == "NOUN")
