"""What a clause says of a truce: where it stands, and whether that is asserted, denied or not confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.language.truce.belief.polarity import ASSERTED, NOT_CONFIRMED, polarity_at
from communique.language.truce.counting.counts import Tally
from communique.language.truce.gravity.ladder import severity_in
from communique.language.truce.lexicon import TruceWords
from communique.language.truce.phrases import lowers
from communique.language.truce.pieces import Piece, parent
from communique.language.truce.scene import Scene
from communique.language.truce.standing.about import BREACHES, BREAKING, Topic
from communique.language.truce.standing.grammar import truce_grammar
from communique.language.truce.standing.status import Status, status_of
from communique.language.truce.standing.themes import BREACH, Themes
from communique.language.truce.standing.verdicts import Verdict, Verdicts

UNCLEAR, HOLDING, BROKEN = "unclear", "holding", "broken"
VIOLATION = "violation"
WORDED = {"not in force", "unclear"}  # the words of these hold a "no" or a "not" that denies nothing
COMMITTED = {"committed", "perpetrated", "attributed", "attributable", "blamed"}
OUTSIDE = {"outside", "exempt", "excluded"}
CANNOT = {"cannot", "not", "unable", "n't", "no", "none", "neither"}


@dataclass(frozen=True, slots=True)
class State:
    """A status and how it is told."""

    status: str
    polarity: str = ASSERTED


class States:
    """Reads clauses of one report; `topics` are the truce's names, sentence by sentence."""

    def __init__(self, scene: Scene, words: TruceWords, topics: Sequence[Sequence[Topic]]) -> None:
        self.scene, self.parse, self.words, self.topics = scene, scene.parse, words, topics
        self.has_truce = any(t.how != "loose" for found in topics for t in found)
        grammar = truce_grammar()
        self.themes = Themes(scene, words, grammar, topics)
        self._read: dict[tuple[int, int, int], Verdict | None] = {}
        self.verdicts = Verdicts(self.parse, self.themes, grammar, words)

    def of(self, piece: Piece, words: Sequence[int], about: Sequence[Topic], counted: Sequence[Tally]) -> State | None:
        """What the clause says, None where it says nothing of a truce."""
        verdict = self.verdict(piece)
        if self._inverted(piece):
            return None
        if verdict is not None:
            return self._of_verdict(verdict, piece, words, counted)
        if all(t.how == "loose" for t in about) and not self._said_of_loose(piece, about):
            about = self._above(piece)
            if not about or not BREAKING & set(lowers(self.parse, piece.words)):
                return self._of_count(piece, counted)
        found = status_of(self.parse, piece.words, about, self.words)
        if found and found.name == BROKEN and self._unreal(piece):
            return None
        polarity = ASSERTED
        if found and found.name not in WORDED:
            told = polarity_at(self.parse, found.last, self.words.denial)
            own = told.by is not None and found.first <= told.by <= found.last  # "did not last" is said, not denied
            polarity = ASSERTED if own else told.name
        status = found.name if found else None
        if self._unconfirmed(words):
            return State(UNCLEAR, NOT_CONFIRMED)
        if status in {None, BROKEN, HOLDING} and counted and counted[0].amount.high == 0:
            return State(HOLDING)
        if found and found.name == BROKEN and self._only_counts(found, counted):
            return State(UNCLEAR, polarity)
        severity = severity_in(self.parse, words, self.words)
        if not found and not counted and OUTSIDE & set(lowers(self.parse, words)):
            return None  # "the group stands outside the truce"
        if (severity and severity[0] == "not a violation") or self._asked(piece, words):
            return State(UNCLEAR)
        if status is None and severity and self._of_breaches(piece):
            return State(UNCLEAR)  # "the breaches are isolated and of a local nature"
        return State(status, polarity) if status else self._of_count(piece, counted)

    def verdict(self, piece: Piece) -> Verdict | None:
        """What the grammar finds in the clause."""
        if not self.themes.any:
            return None
        key = (piece.first, piece.words[-1], len(piece.words))
        if key not in self._read:
            self._read[key] = self.verdicts.of(piece.words, piece.head)
        return self._read[key]

    def _inverted(self, piece: Piece) -> bool:
        """ "Should the truce collapse, …" """
        first, behind = self.parse.words[piece.first], self.parse.words[piece.first + 1 : piece.first + 2]
        opens = first.i == self.parse.sentences[first.sentence][0]
        return opens and first.lower == "should" and bool(behind) and behind[0].pos in {"DET", "PROPN", "PRON", "NOUN"}

    def _of_verdict(
        self, verdict: Verdict, piece: Piece, words: Sequence[int], counted: Sequence[Tally]
    ) -> State | None:
        """The verdict of the grammar, weighed with what the clause counts."""
        if verdict.status is None:
            return self._of_count(piece, counted)
        if self._unconfirmed(words):
            return State(UNCLEAR, NOT_CONFIRMED)
        if verdict.status in {BROKEN, HOLDING} and counted and counted[0].amount.high == 0:
            return State(HOLDING)
        if verdict.status == BROKEN and counted and verdict.theme.kind == BREACH:
            return State(UNCLEAR)  # a count alone
        polarity = verdict.polarity or polarity_at(self.parse, verdict.at, self.words.denial).name
        return State(verdict.status, polarity)

    def _of_breaches(self, piece: Piece) -> bool:
        subjects = self.verdicts.arguments.subjects(piece.head)
        return any(theme.kind == BREACH for i in subjects if (theme := self.themes.theme(i)))

    def _unreal(self, piece: Piece) -> bool:
        """ "Violations are to be reported", "violations will be punished": nothing is said of any."""
        mood = self.verdicts.moods.of(piece.head)
        return mood.wished or mood.awaited or mood.future or mood.possible

    def _said_of_loose(self, piece: Piece, about: Sequence[Topic]) -> bool:
        return bool(about) and status_of(self.parse, piece.words, about, self.words) is not None

    def _only_counts(self, found: Status, counted: Sequence[Tally]) -> bool:
        """Whether the breaches are counted: that says how many, and leaves open what they make of the truce."""
        if not counted or self.parse.words[found.last].lower not in BREACHES:
            return False
        if counted[0].amount.low and counted[0].amount.low == counted[0].amount.high:
            return True
        first, end = self.parse.sentences[self.parse.words[found.last].sentence]
        return bool(self.words.recording & set(lowers(self.parse, range(first, end))))

    def _asked(self, piece: Piece, words: Sequence[int]) -> bool:
        """ "It was not clear whether the truce was being observed": asked, and left open."""
        if not {"whether", "if"} & set(lowers(self.parse, range(max(0, words[0] - 1), words[-1] + 1))):
            return False
        first, end = self.parse.sentences[self.parse.words[piece.first].sentence]
        hits = self.words.states.hits(lowers(self.parse, range(first, end)))
        return any(self.words.statuses[rank] == UNCLEAR for rank, _, _ in hits)

    def _unconfirmed(self, words: Sequence[int]) -> bool:
        """ "Ardania cannot confirm the violations": an opinion that there is no telling."""
        text = set(lowers(self.parse, words))
        if "no" in text and self.words.denial.evidence & text and BREACHES & text:
            return True
        if "no" in text and not {"not", "n't", "unable", "none"} & text:
            return False  # "no violation was confirmed" says that there was none
        doubts = CANNOT & text and self.words.denial.confirming & text
        return bool(doubts) and bool(BREACHES & text)

    def _above(self, piece: Piece) -> Sequence[Topic]:
        """What the clauses above speak of: "since the truce began, the groups have breached it 30 times"."""
        up = parent(self.parse, piece.head)
        pronoun = {"it", "them"} & set(lowers(self.parse, piece.words))
        return self.topics[self.parse.words[piece.first].sentence] if pronoun or up is None else []

    def _of_count(self, piece: Piece, counted: Sequence[Tally]) -> State | None:
        """A tally tells of a truce where violations are recorded, or incidents in a report that speaks of a truce."""
        if not counted or not (self.has_truce or counted[0].unit == VIOLATION or counted[0].told):
            return None
        tally = counted[0]
        first, end = self.parse.sentences[self.parse.words[piece.first].sentence]
        text = set(lowers(self.parse, range(first, end)))
        if tally.listed:
            return self._of_listed(text)
        if not (tally.told or text & self.words.recording) and (tally.unit != VIOLATION or self._has_verb(first, end)):
            return None
        if tally.amount.high == 0:
            return State(UNCLEAR, NOT_CONFIRMED) if self._unconfirmed(range(first, end)) else State(HOLDING)
        polarity = polarity_at(self.parse, tally.noun, self.words.denial).name
        return State(UNCLEAR, polarity if tally.amount.low else ASSERTED)

    def _of_listed(self, text: set[str]) -> State | None:
        """ "Of the nine violations listed by the other side it could confirm none" """
        if self.words.denial.confirming & text and CANNOT & text:
            return State(UNCLEAR, NOT_CONFIRMED)
        return State(UNCLEAR) if COMMITTED & text else None

    def _has_verb(self, first: int, end: int) -> bool:
        return any(self.parse.words[i].tag[:2] in {"VB", "MD"} for i in range(first, end))
