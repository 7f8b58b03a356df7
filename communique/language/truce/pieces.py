"""A sentence in pieces: its clauses, cut where a statement's content begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.domain.attribution import Statement
from communique.domain.span import Span
from communique.language.words import Parse, Word

CLAUSES = {"ccomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "csubj", "csubjpass"}
JOINTS = {"PUNCT", "SPACE", "CCONJ", "SCONJ"}
COUNTING = {"recorded", "registered", "logged", "counted", "documented", "listed", "fired", "heard"}
TELLING = -1  # the area of the words by which somebody is said to speak


@dataclass(frozen=True, slots=True)
class Piece:
    """One clause as far as one speaker's words hold it: its head, its words in reading order, and its area."""

    head: int
    words: tuple[int, ...]
    area: int

    @property
    def first(self) -> int:
        """Its first word."""
        return self.words[0]


class Areas:
    """Whose words each word of a report is: the innermost statement whose content covers it."""

    def __init__(self, parse: Parse, statements: Sequence[Statement]) -> None:
        self.parse = parse
        self.statements = statements
        self._area = [0] * len(parse.words)
        sizes = [sum(len(s) for s in statement.content) for statement in statements]
        for n in sorted(range(len(statements)), key=lambda n: -sizes[n]):
            if not self._tells(statements[n]):
                continue
            self._mark(statements[n].cue + statements[n].source_spans, TELLING)
            self._mark(statements[n].content, n + 1)

    def _mark(self, spans: Sequence[Span], area: int) -> None:
        for span in spans:
            for i in self.parse.inside(span):
                self._area[i] = area

    def _tells(self, statement: Statement) -> bool:
        """Whether something is said: "a truce agreed in May", "the army recorded 12 violations" say nothing."""
        cue = [w.lower for span in statement.cue for w in (self.parse.words[i] for i in self.parse.inside(span))]
        if cue and cue[-1] in COUNTING:
            return False
        first = self.parse.first_at(statement.content[0].start)
        return first >= len(self.parse.words) or self.parse.words[first].pos != "ADP"

    def of(self, word: int) -> int:
        """The area of a word: 0 the report's own, TELLING, or 1 + the index of a statement."""
        return self._area[word]

    def said_in(self, span: Span) -> str | None:
        """The id of the innermost statement whose content covers the span, None where the report itself speaks."""
        best: tuple[int, str] | None = None
        for statement in self.statements:
            for content in statement.content:
                common = min(content.end, span.end) - max(content.start, span.start)
                if 2 * common > len(span) and (best is None or len(content) < best[0]):
                    best = (len(content), statement.id)
        return best[1] if best else None


def is_verb(word: Word) -> bool:
    """Whether the word heads a clause by its tag."""
    return word.tag[:1] == "V" or word.tag == "MD"


def pieces_of(parse: Parse, areas: Areas, first: int, end: int) -> list[Piece]:
    """The pieces of the sentence `[first, end)`, by their first word."""
    held: dict[tuple[int, int], list[int]] = {}
    for i in range(first, end):
        held.setdefault((clause(parse, i), areas.of(i)), []).append(i)
    found = [Piece(head, tuple(_bare(parse, words)), area) for (head, area), words in held.items() if area != TELLING]
    return _whole(sorted((p for p in found if p.words), key=lambda p: p.first))


def _whole(pieces: list[Piece]) -> list[Piece]:
    """The pieces, those of one clause put together again where a content begins in the middle of it."""
    whole: list[Piece] = []
    for piece in pieces:
        last = next((p for p in whole if p.head == piece.head and 0 < piece.first - p.words[-1] <= 2), None)
        if last is None:
            whole.append(piece)
            continue
        area = max(last, piece, key=lambda p: len(p.words)).area
        whole[whole.index(last)] = Piece(piece.head, last.words + piece.words, area)
    return whole


def _bare(parse: Parse, words: list[int]) -> list[int]:
    """The words without marks and joining words at either end: a full stop belongs to the sentence, not to a clause."""
    while words and parse.words[words[-1]].pos in JOINTS:
        words.pop()
    while words and parse.words[words[0]].pos in JOINTS - {"SCONJ"}:
        words.pop(0)
    return words


def clause(parse: Parse, i: int) -> int:
    """The head of the clause a word belongs to."""
    word = parse.words[i]
    while word.head != word.i and not _heads(parse, word):
        word = parse.words[word.head]
    return word.i


def parent(parse: Parse, head: int) -> int | None:
    """The head of the clause that holds the clause of `head`; None for a sentence's own."""
    word = parse.words[head]
    return None if word.head == word.i else clause(parse, word.head)


def _heads(parse: Parse, word: Word) -> bool:
    if not is_verb(word):
        return False
    return word.dep in CLAUSES or (word.dep == "conj" and is_verb(parse.words[word.head]))
