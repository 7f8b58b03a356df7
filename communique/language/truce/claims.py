"""Opinions on where a truce stands: one claim a clause that speaks of a truce and of its state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from communique.domain.span import Span, hull
from communique.domain.truce import Part, TruceClaim
from communique.language.truce.counting.breakdown import breakdown, stand_apart
from communique.language.truce.counting.counts import Tally, ends_with_side, tallies
from communique.language.truce.counting.numbers import Amount
from communique.language.truce.deeds.groups import anchor_of
from communique.language.truce.deeds.nominal import trimmed
from communique.language.truce.echoes import echo
from communique.language.truce.extents import told_behind, with_share
from communique.language.truce.filling import Filler
from communique.language.truce.gravity.ladder import severity_in
from communique.language.truce.joining import Joiner
from communique.language.truce.lexicon import TruceWords, truce_words, violation_words
from communique.language.truce.phrases import lowers
from communique.language.truce.pieces import Piece, clause
from communique.language.truce.scene import Scene
from communique.language.truce.standing.about import Topic, topics
from communique.language.truce.standing.placed import side_by_side
from communique.language.truce.standing.state import UNCLEAR, State, States
from communique.language.truce.standing.status import asked, defied, defied_behind

BACK = {"those", "these", "the", "such", "them", "they"}
SHARED = 12  # words of a clause before whose subject is taken in
CLOSE = 2  # sentences within which "those violations" look back to a claim
NEARLY = 0.1  # of a total: parts that miss it by no more are still its parts, and do not add up


@dataclass(slots=True)
class _Found:
    claim: TruceClaim
    sentence: int


def truce_claims(scene: Scene) -> tuple[TruceClaim, ...]:
    """The truce claims of a report in reading order."""
    return tuple(_Finder(scene).find())


class _Finder:
    def __init__(self, scene: Scene) -> None:
        self.scene, self.parse, self.areas = scene, scene.parse, scene.areas
        self.words: TruceWords = truce_words()
        harm = violation_words()
        self.attacks = harm.strong | harm.weak | harm.hitting | harm.attacks | harm.munitions | harm.killing
        self.fill = Filler(scene, self.words)
        self.joiner = Joiner(self.parse, self.words, self.fill)
        self.speakers = {s.id: s.source_actors for s in scene.statements}
        self.found: list[_Found] = []
        self.back_in = -1  # the sentence that last spoke of "those violations"
        self.topics = [topics(self.parse, range(*bounds), self.words) for bounds in self.parse.sentences]
        self.states = States(scene, self.words, self.topics)

    def find(self) -> list[TruceClaim]:
        for number, (first, end) in enumerate(self.parse.sentences):
            for topic in self.topics[number]:
                if topic.how not in {"bound", "loose"}:
                    self._defied(number, topic, first, end)
                    self._defied_behind(number, topic, first, end)
            if asked(self.parse, end):
                continue
            for piece in self.scene.pieces(number):
                self._read(number, piece)
            self._join(number)
        ordered = sorted((f.claim for f in self.found), key=lambda c: (c.span.start, c.span.end))
        return [replace(claim, id=f"c{n}") for n, claim in enumerate(ordered, 1)]

    def _read(self, sentence: int, piece: Piece) -> None:
        piece = self._completed(sentence, piece)
        words = self._whole(piece)
        verdict = self.states.verdict(piece)
        if verdict is None and told_behind(self.parse, self.states, self.scene.pieces(sentence), piece):
            return
        if verdict is not None and verdict.status is not None:
            words = self._from_theme(words, verdict.theme.noun)
            if self._claimed(words[0], words[-1]):
                words = list(range(piece.words[0], piece.words[-1] + 1))
        about = topics(self.parse, piece.words, self.words) if self.topics[sentence] else []
        counted = tallies(self.parse, piece.words, self.words)
        if not about and self.topics[sentence] and anchor_of(self.parse, piece.head) != piece.head:
            about = topics(self.parse, words, self.words)  # "holding in Morrad, mostly holding in the valley"
            words = list(range(piece.words[0], piece.words[-1] + 1)) if about else words
        if self._looks_back(sentence, words, bool(counted)):
            return
        state = self.states.of(piece, words, about, counted)
        words = trimmed(self.parse, words)
        if not words:
            return
        if state is None:
            self._echo(sentence, words)
        elif not self._adds(sentence, piece, about, counted) and not self._claimed(words[0], words[-1]):
            self._tell(state, words, sentence, counted)

    def _from_theme(self, words: list[int], noun: int) -> list[int]:
        """The words from the truce's name on, where that stands before a clause that has no subject of its own."""
        if not 0 < words[0] - noun <= SHARED or self.parse.words[noun].sentence != self.parse.words[words[0]].sentence:
            return words
        whole = list(range(min([*self.parse.children[noun], noun]), words[-1] + 1))
        return words if self._claimed(whole[0], words[0] - 1) else whole

    def _join(self, sentence: int) -> None:
        """Makes one claim of two verbs that share their subject: "came into force on Friday and has held since"."""
        for one, other in pairwise([f for f in self.found if f.sentence == sentence]):
            joined = self.joiner.joined(one.claim, other.claim) if one in self.found else None
            if joined is not None:
                other.claim = joined
                self.found.remove(one)

    def _completed(self, sentence: int, piece: Piece) -> Piece:
        """The clause with what a preposition at its end takes: "close to failing"."""
        for other in self.scene.pieces(sentence):
            behind = other.first == piece.words[-1] + 1 and other.area == piece.area
            if (
                behind
                and self.parse.words[other.head].dep == "pcomp"
                and self.parse.words[piece.words[-1]].pos == "ADP"
            ):
                return Piece(piece.head, piece.words + other.words, piece.area)
        return piece

    def _tell(self, state: State, words: list[int], sentence: int, counted: Sequence[Tally]) -> None:
        """The claim of a clause, and where it counts twice ("eight by the army, three by the guard") the second one."""
        apart = side_by_side(self.parse, words) if not counted else []
        for n, status in enumerate(apart):
            start = status.first if n else words[0]
            end = apart[n + 1].first if n + 1 < len(apart) else words[-1] + 1
            self._add(State(status.name), trimmed(self.parse, list(range(start, end))), sentence)
        if apart:
            return
        tally = counted[0] if counted else None
        rest: list[int] = []
        for other in counted[1:]:
            if self.parse.words[other.noun].lower in {"those", "that"}:
                self._add(state, trimmed(self.parse, [i for i in words if i < other.noun]), sentence, tally)
                state, words, tally = State(UNCLEAR, state.polarity), [i for i in words if i >= other.noun], other
        if tally and not tally.listed:
            words, rest = self._parted(words, tally)
            words = words if rest else with_share(self.parse, self.areas, words)
        self._add(state, words, sentence, tally)
        if tally:
            self._apart(sentence, tally)
        if rest:
            self._echo(sentence, rest)

    def _apart(self, sentence: int, tally: Tally) -> None:
        """Numbers side by side, with no total: "nine violations in the Tessel valley, five in Northern Karsk"."""
        whole = self.found[-1].claim
        parts = whole.breakdown
        if not parts or not stand_apart(self.parse, tally, parts) or self._parts_of_last(sentence, tally):
            return
        end = self.parse.words[self.parse.first_at(parts[0].count.span.start) - 1].start
        first = list(self.parse.inside(Span(whole.span.start, end)))
        self.found.pop()
        self._add_alone(State(whole.status, whole.polarity), trimmed(self.parse, first), sentence, tally)
        for part in parts:
            words = list(self.parse.inside(hull([part.count.span, part.span])))
            number = self.parse.inside(part.count.span)
            amount = Amount(number[0], number[-1], part.count.low, part.count.high)
            self._add_alone(State(UNCLEAR), words, sentence, Tally(amount, amount.last, tally.unit))

    def _parts_of_last(self, sentence: int, tally: Tally) -> bool:
        """Whether they are the parts of the total right before: "20 violations. The bulletin listed nine in …"."""
        last = self.found[-2] if len(self.found) > 1 else None
        if last is None or sentence - last.sentence > 1 or last.claim.breakdown or not last.claim.violations:
            return False
        total, listed = last.claim.violations, self.found[-1].claim
        same_speaker = last.claim.said_in is None or listed.said_in is None or last.claim.said_in == listed.said_in
        larger = total.low is not None and tally.amount.low is not None and total.low > tally.amount.low
        if (
            total.unit != tally.unit
            or not larger
            or not (same_speaker or _about(total.low, tally.amount, listed.breakdown))
        ):
            return False
        self.found.pop()
        last.claim = replace(last.claim, breakdown=breakdown(self.parse, listed.span, unit=tally.unit))
        return True

    def _add_alone(self, state: State, words: list[int], sentence: int, tally: Tally) -> None:
        """A claim whose count has no parts, whatever stands behind it."""
        self._add(state, words, sentence, tally)
        claim = self.found[-1].claim
        self.found[-1].claim = replace(claim, breakdown=(), span=self.parse.span(words[0], words[-1]))

    def _parted(self, words: list[int], tally: Tally) -> tuple[list[int], list[int]]:
        """The clause up to a second count that has no noun of its own: "…; on the government's part, nine"."""
        for at, i in enumerate(words):
            if i <= tally.noun or self.parse.words[i].text not in {";", ","}:
                continue
            rest = trimmed(self.parse, words[at:])
            none = len(rest) > 1 and self.parse.words[rest[0]].lower == "none"
            in_place = none and self.parse.words[rest[1]].lower in {"in", "around", "near"}
            if rest and (in_place or self.parse.words[i].text == ";"):
                return trimmed(self.parse, words[:at]), rest
        return self._parted_by_side(words, tally)

    def _parted_by_side(self, words: list[int], tally: Tally) -> tuple[list[int], list[int]]:
        """ "… recorded six violations and the Selmarkan side four" """
        joints = [
            n
            for n, i in enumerate(words)
            if i > tally.noun and self.parse.words[i].lower in {"and", "while", ",", "but"}
        ]
        for at in reversed(joints):
            rest = trimmed(self.parse, words[at:])
            if rest and ends_with_side(self.parse, rest):
                return trimmed(self.parse, words[:at]), rest
        return words, []

    def _echo(self, sentence: int, words: list[int]) -> None:
        """A claim that leans on the one before it."""
        last = self.found[-1] if self.found else None
        if last is None or sentence - last.sentence > CLOSE or self._claimed(words[0], words[-1]):
            return
        if said := echo(self.parse, words, last.claim, self.words, next_to=sentence - last.sentence <= 1):
            self._add(said[0], words, sentence, said[1])

    def _add(self, state: State, words: list[int], sentence: int, tally: Tally | None = None) -> None:
        claim = self.fill.claim(state.status, words, tally, polarity=state.polarity)
        self.found.append(_Found(claim, sentence))

    def _adds(self, sentence: int, piece: Piece, about: Sequence[Topic], counted: Sequence[Tally]) -> bool:
        """Gives the tally of "… although 12 violations were recorded" to the claim it qualifies."""
        last = self.found[-1] if self.found else None
        if last is None or last.sentence != sentence or about or not counted or last.claim.violations:
            return False
        end = self.parse.words[piece.words[-1]].end
        if self.parse.words[piece.head].dep != "advcl" or end <= last.claim.span.end:
            return False
        whole = replace(last.claim, span=Span(last.claim.span.start, end))
        last.claim = self.fill.counted(whole, counted[0], piece.words)
        return True

    def _defied(self, sentence: int, topic: Topic, first: int, end: int) -> None:
        """An attack told in one breath with the truce it breaks: the claim is the whole of it."""
        if not defied(self.parse, topic, first, self.attacks) or self._told(sentence, topic):
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
        self._add(State("broken"), words, sentence)

    def _defied_behind(self, sentence: int, topic: Topic, first: int, end: int) -> None:
        """The same where the truce opens the sentence: "despite the ceasefire, jets bombed Tessel"."""
        verb, area = defied_behind(self.parse, topic, first, end, self.attacks), self.areas.of(topic.first)
        if verb is not None and self.areas.of(verb) == area and not self._told(sentence, topic):
            tree = [i for i in self.parse.subtree(verb) if i >= topic.first and self.areas.of(i) == area]
            self._add(State("broken"), trimmed(self.parse, list(range(first, max(tree) + 1))), sentence)

    def _told(self, sentence: int, topic: Topic) -> bool:
        """Whether the truce's own clause tells where it stands: "hours after the truce expired"."""
        read = [self.states.verdict(p) for p in self.scene.pieces(sentence) if topic.last in p.words]
        return any(v is not None and v.status in {"ended", "not in force"} for v in read)

    def _claimed(self, first: int, last: int) -> bool:
        return any(f.claim.span.overlaps(self.parse.span(first, last)) for f in self.found)

    def _whole(self, piece: Piece) -> list[int]:
        """The words of a clause in a row, from the subject that it may share with the clause before."""
        start = piece.words[0]
        anchor = anchor_of(self.parse, piece.head)
        if anchor != piece.head:
            shared = min(i for i in self.parse.subtree(anchor) if i <= anchor)
            if piece.first - shared <= SHARED and self.areas.of(shared) == piece.area:
                start = min(start, shared)
        return list(range(start, piece.words[-1] + 1))

    def _looks_back(self, sentence: int, words: Sequence[int], counts: bool) -> bool:
        """Takes "those violations are not serious and need no step" to the claim that named the violations."""
        last = self.found[-1] if self.found else None
        if last is None or sentence - last.sentence > CLOSE or counts:
            return False
        text = lowers(self.parse, words)
        again = any(a in BACK and b in self.words.units for a, b in pairwise(text)) or {"none", "them"} <= set(text)
        if not (again or "ones" in text or (sentence == self.back_in and {"do", "does", "did"} & set(text[:2]))):
            return False
        severity = severity_in(self.parse, words, self.words)
        step = self.scene.finder.none_in(words)
        if (severity is None and step is None) or not self._same_speaker(last.claim, words):
            return False
        last.claim = self.fill.with_(last.claim, severity, step)
        self.back_in = sentence
        return True

    def _same_speaker(self, claim: TruceClaim, words: Sequence[int]) -> bool:
        """Whether nobody else says it: another's view of the violations is no part of the claim."""
        here = self.areas.said_in(self.parse.span(words[0], words[-1]))
        one, other = self.speakers.get(claim.said_in or "", ()), self.speakers.get(here or "", ())
        return not one or not other or bool(set(one) & set(other))


def _about(total: int | None, first: Amount, rest: Sequence[Part]) -> bool:
    """Whether several parts make the total or nearly: whoever lists them, it is what the total is made of."""
    made = (first.low or 0) + sum(part.count.low or 0 for part in rest)
    return total is not None and len(rest) > 1 and abs(made - total) <= NEARLY * total
