"""How grave a source says the violations are: in the clause, in its sentence, or in the next one."""

from __future__ import annotations

from collections.abc import Sequence

from communique.domain.span import Span
from communique.language.truce.belief.excuses import NO_VIOLATION
from communique.language.truce.gravity.grade_targets import Grade
from communique.language.truce.gravity.grades import Grades
from communique.language.truce.gravity.severity_words import severity_words
from communique.language.truce.lexicon import TruceWords
from communique.language.words import Parse

NAMED = severity_words().breaches
Severity = tuple[str, Span]


def severity_in(parse: Parse, words: Sequence[int], lexicon: TruceWords | None = None) -> Severity | None:
    """The severity a clause states of violations that it names, in the ladder's words, and the words that state it."""
    del lexicon  # the words of severity are a list of their own
    text = {parse.words[i].lower for i in words}
    lists = severity_words()
    for grade in Grades(parse, lists).of(words):
        told = bool(text & lists.deeds) if grade.loose else grade.name == NO_VIOLATION or bool(NAMED & text)
        if told:
            return _severity(parse, grade)
    return None


def severity_near(parse: Parse, number: int, graded: Grades | None = None) -> Severity | None:
    """The severity stated in the sentence, or in the next one of what the sentence told."""
    grades = graded or Grades(parse, severity_words())
    own = grades.of(range(*parse.sentences[number]))
    if own:
        return _severity(parse, own[0])
    if number + 1 >= len(parse.sentences):
        return None
    behind = [g for g in grades.of(range(*parse.sentences[number + 1])) if g.back]
    return _severity(parse, behind[0]) if behind else None


def _severity(parse: Parse, grade: Grade) -> Severity:
    return grade.name, parse.span(grade.first, grade.last)
