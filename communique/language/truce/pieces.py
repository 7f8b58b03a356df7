"""A sentence in pieces: its clauses, cut where a statement's content begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.domain.attribution import Statement
from communique.domain.span import Span
from communique.language.truce.deeds.hindrance_words import withheld
from communique.language.truce.lexicon import truce_words, violation_words
from communique.language.truce.standing.about import topics
from communique.language.truce.standing.grammar import OBJECT, truce_grammar
from communique.language.words import Parse, Word

CLAUSES = {"ccomp", "advcl", "relcl", "acl", "parataxis", "pcomp", "csubj", "csubjpass"}
JOINTS = {"PUNCT", "SPACE", "CCONJ", "SCONJ"}
COUNTING = {"recorded", "registered", "logged", "counted", "documented", "listed", "fired", "heard"}
# What these bring with a bare number tells no one's words but what was counted: "reported 11 violations".
NUMBERING = {"reported", "noted", "found", "confirmed", "cited", "listed", "saw", "claimed"}
COUNTING |= {"attributed", "ascribed", "blamed", "tallied"}
COUNTED = {"violations", "violation", "breaches", "breach", "incidents", "incident", "cases", "instances"}
FINITE = {"VBD", "VBZ", "VBP", "MD", "VB"}
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
        # What is done with a thing is no word about it: "retaliated with howitzers", "spotted eleven tanks".
        self._doing = violation_words().doing
        sizes = [sum(len(s) for s in statement.content) for statement in statements]
        for n in sorted(range(len(statements)), key=lambda n: -sizes[n]):
            if not self._tells(statements[n]):
                continue
            self._mark(statements[n].cue + statements[n].source_spans, TELLING)
            self._own(statements[n].source_spans)
            self._mark(statements[n].content, n + 1)

    def _mark(self, spans: Sequence[Span], area: int) -> None:
        for span in spans:
            for i in self.parse.inside(span):
                self._area[i] = area

    def _is_thing(self, content: range) -> bool:
        """Whether a content is a thing with what is told of it, and no clause: "show trenches and six tanks"."""
        tops = [w for w in (self.parse.words[i] for i in content) if w.head not in content and w.pos != "PUNCT"]
        finite = any(self.parse.words[i].tag in FINITE for i in content)
        return not finite or (bool(tops) and all(w.pos == "NOUN" and w.dep in {"dobj", "pobj"} for w in tops))

    def _own(self, spans: Sequence[Span]) -> None:
        """Gives back what the report itself tells of a speaker: "the mission, which counted six violations, said …"."""
        for span in spans:
            for i in self.parse.inside(span):
                head = self.parse.words[clause(self.parse, i)]
                if head.dep == "relcl" and head.lower in COUNTING:
                    self._area[i] = 0

    def _tells(self, statement: Statement) -> bool:
        """Whether something is said: "a truce agreed in May", "the army recorded 12 violations" say nothing."""
        cue = [w.lower for span in statement.cue for w in (self.parse.words[i] for i in self.parse.inside(span))]
        if cue and (cue[-1] in COUNTING or (cue[-1] in NUMBERING and self._is_number(statement))):
            return False
        if cue and self._is_deed(cue, statement):
            return False
        if cue and withheld(cue, self._words_of(statement)):
            return False
        first = self.parse.first_at(statement.content[0].start)
        content = self.parse.inside(statement.content[0])
        if cue and cue[-1] == "reported" and len(content) == 1 and first and self.parse.words[first].tag == "VBN":
            return False  # "one woman was reported killed"
        if not self._doing.isdisjoint(cue) and self._is_thing(content):
            return bool({"“", '"'} & {self.parse.words[first - 1].text if first else ""})
        return first >= len(self.parse.words) or self.parse.words[first].pos != "ADP"

    def _words_of(self, statement: Statement) -> list[str]:
        return [self.parse.words[i].lower for span in statement.content for i in self.parse.inside(span)]

    def _is_deed(self, cue: Sequence[str], statement: Statement) -> bool:
        """Whether something is done to a truce, where a finder may see a saying: "called off its truce"."""
        words = [self.parse.words[i] for span in statement.content for i in self.parse.inside(span)]
        if words and words[0].lower in {"itself", "themselves", "himself", "herself"}:
            return True  # "no longer considers itself bound by the truce"
        if not any(p.role == OBJECT for word in cue for p in truce_grammar().predicates.get(word, ())):
            return False
        held = {w.i for w in words}
        roots = [w for w in words if (w.head not in held or w.head == w.i) and w.pos != "PUNCT"]
        named = any(t.how == "alone" for t in topics(self.parse, [w.i for w in words], truce_words()))
        return named and bool(roots) and not is_verb(roots[0]) and roots[0].pos != "AUX"

    def _is_number(self, statement: Statement) -> bool:
        words = [self.parse.words[i] for span in statement.content for i in self.parse.inside(span)]
        return bool(COUNTED & {w.lower for w in words}) and not any(is_verb(w) for w in words)

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
    known: dict[int, int] = {}
    for i in range(first, end):
        held.setdefault((_clause(parse, i, known), areas.of(i)), []).append(i)
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


def _clause(parse: Parse, i: int, known: dict[int, int]) -> int:
    """As `clause`, each word of a sentence looked at once."""
    path = []
    while i not in known:
        word = parse.words[i]
        if word.head == i or _heads(parse, word):
            known[i] = i
            break
        path.append(i)
        i = word.head
    known.update(dict.fromkeys(path, known[i]))
    return known[i]


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
