"""Opinions on where a truce stands: one claim a clause that speaks of a truce and of its state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from communique.domain.agreement import Instrument
from communique.domain.attribution import Statement
from communique.domain.provenance import Provenance
from communique.domain.span import Span
from communique.domain.truce import Count, Step, TruceClaim
from communique.language.truce.about import BREACHES, BREAKING, Tally, Topic, tallies, topics
from communique.language.truce.groups import anchor_of
from communique.language.truce.ladder import severity_in, step_in
from communique.language.truce.lexicon import TruceWords, truce_words
from communique.language.truce.nominal import trimmed
from communique.language.truce.phrases import lowers
from communique.language.truce.pieces import Areas, Piece, clause, parent, pieces_of
from communique.language.truce.scope import scope_of, zones_in
from communique.language.truce.status import defied, status_of
from communique.language.words import Parse

BY = "truce@1"
SURE = 0.75
UNCLEAR = "unclear"
CANNOT = {"cannot", "not", "unable", "n't"}
BACK = {"those", "these", "the", "such", "them", "they"}
BEHIND = 6  # words behind a truce's name among which its state may stand
SHARED = 12  # words of a clause before whose subject is taken in
CLOSE = 2  # sentences within which "those violations" look back to a claim


def find_truce(
    parse: Parse,
    *,
    statements: Sequence[Statement] = (),
    instruments: Sequence[Instrument] = (),
    zones_known: Sequence[str] = (),
) -> tuple[TruceClaim, ...]:
    """The truce claims of a report in reading order; `zones_known` are names of zones the packs know."""
    return tuple(_Finder(parse, statements, instruments, zones_known).find())


@dataclass(slots=True)
class _Found:
    claim: TruceClaim
    sentence: int


@dataclass(frozen=True, slots=True)
class _Step:
    """A step asked for beside a claim; `about` says that its sentence speaks of the truce."""

    sentence: int
    step: Step
    about: bool


class _Finder:
    def __init__(
        self, parse: Parse, statements: Sequence[Statement], instruments: Sequence[Instrument], zones: Sequence[str]
    ) -> None:
        self.parse, self.instruments, self.zones = parse, instruments, zones
        self.words: TruceWords = truce_words()
        self.areas = Areas(parse, statements)
        self.speakers = {s.id: s.source_actors for s in statements}
        self.found: list[_Found] = []
        self.back_in = -1  # the sentence that last spoke of "those violations"
        self.steps: list[_Step] = []
        everything = range(len(parse.words))
        self.has_truce = bool(topics(parse, everything, self.words))

    def find(self) -> list[TruceClaim]:
        for number, (first, end) in enumerate(self.parse.sentences):
            for topic in topics(self.parse, range(first, end), self.words):
                self._defied(number, topic, first, end)
            for piece in pieces_of(self.parse, self.areas, first, end):
                self._read(number, piece)
            for topic in topics(self.parse, range(first, end), self.words):
                self._behind(number, topic, end)
        self._give_steps()
        ordered = sorted((f.claim for f in self.found), key=lambda c: (c.span.start, c.span.end))
        return [replace(claim, id=f"c{n}") for n, claim in enumerate(ordered, 1)]

    def _read(self, sentence: int, piece: Piece) -> None:
        words = self._whole(piece)
        about = topics(self.parse, piece.words, self.words)
        counted = tallies(self.parse, piece.words, self.words)
        if self._looks_back(sentence, words, bool(counted)):
            return
        status = self._status(piece, words, about, counted)
        if status is None:
            step = step_in(self.parse, words, self.words)
            if step and step.rung != "none":
                first, end = self.parse.sentences[sentence]
                named = topics(self.parse, range(first, end), self.words)
                self.steps.append(_Step(sentence, step, about=bool(named)))
            return
        words = trimmed(self.parse, words)
        if words and self._adds(sentence, piece, about, counted):
            return
        if words and not self._claimed(words[0], words[-1]):
            self.found.append(_Found(self._claim(status, words, counted), sentence))

    def _adds(self, sentence: int, piece: Piece, about: Sequence[Topic], counted: Sequence[Tally]) -> bool:
        """Gives the tally of "… although 12 violations were recorded" to the claim it qualifies."""
        last = self.found[-1] if self.found else None
        if last is None or last.sentence != sentence or about or not counted or last.claim.violations:
            return False
        end = self.parse.words[piece.words[-1]].end
        if self.parse.words[piece.head].dep != "advcl" or end <= last.claim.span.end:
            return False
        last.claim = replace(last.claim, span=Span(last.claim.span.start, end), violations=self._count(counted))
        return True

    def _behind(self, sentence: int, topic: Topic, end: int) -> None:
        """What is said right behind a truce's name, whatever clause that is: "the truce agreed in May"."""
        near = list(range(topic.last + 1, min(topic.last + 1 + BEHIND, end)))
        near = near[: next((n for n, i in enumerate(near) if self.parse.words[i].pos == "CCONJ"), None)]
        status = status_of(self.parse, near, [topic], self.words) if topic.how != "bound" else None
        if status is None or self._claimed(status.first, status.last):
            return
        held = clause(self.parse, status.last)
        tail = [i for i in range(topic.first, end) if i <= status.last or clause(self.parse, i) == held]
        words = trimmed(self.parse, list(range(self._opening(topic), tail[-1] + 1)))
        if words:
            self.found.append(_Found(self._claim(status.name, words, []), sentence))

    def _defied(self, sentence: int, topic: Topic, first: int, end: int) -> None:
        """An attack told in one breath with the truce it breaks: the claim is the whole of it."""
        if topic.how == "bound" or not defied(self.parse, topic, first):
            return
        held = clause(self.parse, topic.last)
        area = self.areas.of(topic.last)
        start = next(
            i for i in range(first, end) if self.areas.of(i) in ({area} if area else {self.areas.of(first), 0})
        )
        tail = [
            i
            for i in range(topic.first, end)
            if i <= topic.last or clause(self.parse, i) == held or self.parse.words[i].dep in {"acl", "advmod"}
        ]
        words = trimmed(self.parse, list(range(start, tail[-1] + 1)))
        self.found.append(_Found(self._claim("broken", words, []), sentence))

    def _claimed(self, first: int, last: int) -> bool:
        return any(f.claim.span.overlaps(self.parse.span(first, last)) for f in self.found)

    def _opening(self, topic: Topic) -> int:
        """The first word of the truce's name with its article and what is told of it: "a nationwide ceasefire"."""
        at = topic.first
        while (
            at
            and self.parse.words[at - 1].dep in {"det", "amod", "compound", "poss", "nummod"}
            and self.parse.words[at - 1].sentence == self.parse.words[at].sentence
        ):
            at -= 1
        return at

    def _whole(self, piece: Piece) -> list[int]:
        """The words of a clause in a row, from the subject that it may share with the clause before."""
        start = piece.words[0]
        anchor = anchor_of(self.parse, piece.head)
        if anchor != piece.head:
            shared = min(i for i in self.parse.subtree(anchor) if i <= anchor)
            if piece.first - shared <= SHARED and self.areas.of(shared) == piece.area:
                start = min(start, shared)
        return list(range(start, piece.words[-1] + 1))

    def _status(
        self, piece: Piece, words: Sequence[int], about: Sequence[Topic], counted: Sequence[Tally]
    ) -> str | None:
        if not about:
            about = self._above(piece)
            if not about or not BREAKING & set(lowers(self.parse, piece.words)):
                return self._of_count(piece, counted)
        found = status_of(self.parse, piece.words, about, self.words)
        status = found.name if found else None
        if found and found.name == "broken" and _exact(counted) and self.parse.words[found.last].lower in BREACHES:
            return UNCLEAR
        if status in {None, "broken", "holding"} and counted and counted[0].amount.high == 0:
            return "holding"
        if self._unconfirmed(words):
            return UNCLEAR
        severity = severity_in(self.parse, words, self.words)
        if severity and severity[0] == "not a violation":
            return UNCLEAR
        return status or self._of_count(piece, counted)

    def _unconfirmed(self, words: Sequence[int]) -> bool:
        """ "Ardania cannot confirm the violations": an opinion that there is no telling."""
        text = lowers(self.parse, words)
        doubts = CANNOT & set(text) and {"confirm", "verify"} & set(text)
        return bool(doubts) and bool(BREACHES & set(text))

    def _above(self, piece: Piece) -> list[Topic]:
        """What the clauses above speak of: "since the truce began, the groups have breached it 30 times"."""
        first, end = self.parse.sentences[self.parse.words[piece.first].sentence]
        up = parent(self.parse, piece.head)
        pronoun = {"it", "them"} & set(lowers(self.parse, piece.words))
        return topics(self.parse, range(first, end), self.words) if pronoun or up is None else []

    def _of_count(self, piece: Piece, counted: Sequence[Tally]) -> str | None:
        """A tally tells of a truce where somebody records it and the report speaks of a truce at all."""
        if not counted or not self.has_truce:
            return None
        first, end = self.parse.sentences[self.parse.words[piece.first].sentence]
        said = set(lowers(self.parse, range(first, end))) & self.words.recording
        if not said and counted[0].unit not in {"violation"}:
            return None
        if counted[0].amount.high == 0:
            return "holding"
        return UNCLEAR if said else None

    def _looks_back(self, sentence: int, words: Sequence[int], counts: bool) -> bool:
        """Takes "those violations are not serious and need no step" to the claim that named the violations."""
        last = self.found[-1] if self.found else None
        if last is None or sentence - last.sentence > CLOSE or counts:
            return False
        text = lowers(self.parse, words)
        back = any(a in BACK and b in self.words.units for a, b in pairwise(text))
        none = "none" in text and "them" in text
        if not back and not none and not (sentence == self.back_in and {"do", "does", "did"} & set(text[:2])):
            return False
        severity = severity_in(self.parse, words, self.words)
        step = step_in(self.parse, words, self.words)
        if (severity is None and step is None) or not self._same_speaker(last.claim, words):
            return False
        last.claim = self._with(last.claim, severity, step)
        self.back_in = sentence
        return True

    def _same_speaker(self, claim: TruceClaim, words: Sequence[int]) -> bool:
        """Whether nobody else says it: another's view of the violations is no part of the claim."""
        here = self.areas.said_in(self.parse.span(words[0], words[-1]))
        one, other = self.speakers.get(claim.said_in or "", ()), self.speakers.get(here or "", ())
        return not one or not other or bool(set(one) & set(other))

    def _give_steps(self) -> None:
        """Gives each step asked for to the claim nearest to it, the earlier one of two."""
        for asked in sorted(self.steps, key=lambda s: not s.about):
            near = [f for f in self.found if abs(f.sentence - asked.sentence) <= CLOSE and f.claim.step is None]
            if near:
                nearest = min(near, key=lambda f: (abs(f.sentence - asked.sentence), f.sentence))
                nearest.claim = replace(nearest.claim, step=asked.step)

    def _with(self, claim: TruceClaim, severity: tuple[str, Span] | None, step: Step | None) -> TruceClaim:
        if severity and claim.severity is None:
            claim = replace(claim, severity=severity[0], severity_span=severity[1])
        return replace(claim, step=step) if step and claim.step is None else claim

    def _claim(self, status: str, words: list[int], counted: Sequence[Tally]) -> TruceClaim:
        span = self.parse.span(words[0], words[-1])
        scope = scope_of(self.parse, words, self.words)
        claim = TruceClaim(
            id="",
            span=span,
            status=status,
            made=Provenance(BY, SURE),
            scope_text=scope.of(self.parse.text) if scope else None,
            scope_span=scope,
            zones=zones_in(span.of(self.parse.text), scope.of(self.parse.text) if scope else None, self.zones),
            instrument=self._instrument(span),
            violations=self._count(counted),
            said_in=self.areas.said_in(span),
        )
        return self._with(claim, severity_in(self.parse, words, self.words), step_in(self.parse, words, self.words))

    def _count(self, counted: Sequence[Tally]) -> Count | None:
        return counted[0].amount.count(self.parse, unit=counted[0].unit) if counted else None

    def _instrument(self, span: Span) -> str | None:
        return next((i.id for i in self.instruments if any(span.overlaps(s) for s in i.spans)), None)


def _exact(counted: Sequence[Tally]) -> bool:
    """Whether a tally is given as a number: it says how many, and leaves open what that makes of the truce."""
    return bool(counted) and bool(counted[0].amount.low) and counted[0].amount.low == counted[0].amount.high
