"""Universal parts of speech from a pipeline's own rules, looked up once a kind of word, not matched in every text.

spaCy's attribute ruler runs a general matcher over each text, a tenth of the whole parse's time, to turn fine tags into
coarse ones. Its rules look at a word's tag, form and dependency alone, so what they give is kept by these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

KEPT = 65_536
"""Kinds of words remembered: a text of nothing but new words costs time, not memory."""
KNOWN = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})
GIVEN = ("POS", "TAG", "DEP")

Test = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """What the rules look at: a word's fine tag, form in lower case, dependency, and whether it is white space."""

    tag: str
    lower: str
    dep: str
    is_space: bool


@dataclass(frozen=True, slots=True)
class Labels:
    """What a word is: coarse part of speech, fine tag, dependency."""

    pos: str
    tag: str
    dep: str


@dataclass(frozen=True, slots=True)
class Rule:
    """Tests of words in a row, and what they make of the one at `index`."""

    tests: tuple[Test, ...]
    index: int
    given: Mapping[str, str]


class UnknownRule(ValueError):
    """A rule looks at something else than these words keep; the pipeline's own ruler must run."""


class PartsOfSpeech:
    """The rules of one pipeline; raises UnknownRule where they ask more than is known of a word."""

    def __init__(self, patterns: Sequence[Mapping[str, Any]]) -> None:
        """`patterns` as `AttributeRuler.patterns` gives them, in the order in which later ones prevail."""
        rules = [rule for pattern in patterns for rule in _rules(pattern)]
        self._rows = [(n, rule) for n, rule in enumerate(rules) if len(rule.tests) > 1]
        self._single = [(n, rule) for n, rule in enumerate(rules) if len(rule.tests) == 1]
        self._of_kind = lru_cache(maxsize=KEPT)(self._look_up)

    def of(self, kinds: Sequence[Kind]) -> list[Labels]:
        """The labels of the words of a text."""
        found = [self._of_kind(kind) for kind in kinds]
        for at in range(len(kinds)) if self._rows else ():
            for number, rule in self._rows:
                word = at + rule.index
                if _holds_row(rule, kinds, at) and number > found[word][1]:
                    found[word] = (_with(found[word][0], rule), number)
        return [labels for labels, _ in found]

    def _look_up(self, kind: Kind) -> tuple[Labels, int]:
        """The labels that rules of one word give, and the number of the last of them."""
        labels, last = Labels("", kind.tag, kind.dep), -1
        for number, rule in self._single:
            if _holds(rule.tests[0], kind):
                labels, last = _with(labels, rule), number
        return labels, last


def _rules(pattern: Mapping[str, Any]) -> list[Rule]:
    given = {name: value for name, value in pattern["attrs"].items() if name in GIVEN}
    if not given:
        return []
    for tests in pattern["patterns"]:
        if any(not test.keys() <= KNOWN or not all(map(_is_known, test.values())) for test in tests):
            raise UnknownRule(f"a rule for the part of speech tests {tests}")
    return [Rule(tuple(tests), pattern["index"] % len(tests), given) for tests in pattern["patterns"]]


def _is_known(wanted: Any) -> bool:
    return isinstance(wanted, str | bool) or (isinstance(wanted, dict) and wanted.keys() <= {"IN", "NOT_IN"})


def _holds_row(rule: Rule, kinds: Sequence[Kind], at: int) -> bool:
    row = kinds[at : at + len(rule.tests)]
    return len(row) == len(rule.tests) and all(map(_holds, rule.tests, row))


def _holds(test: Test, kind: Kind) -> bool:
    values = {"TAG": kind.tag, "LOWER": kind.lower, "DEP": kind.dep, "IS_SPACE": kind.is_space}
    return all(_is(values[name], wanted) for name, wanted in test.items())


def _is(value: Any, wanted: Any) -> bool:
    if not isinstance(wanted, dict):
        return bool(value == wanted)
    return value in wanted.get("IN", (value,)) and value not in wanted.get("NOT_IN", ())


def _with(labels: Labels, rule: Rule) -> Labels:
    given = rule.given
    return Labels(given.get("POS", labels.pos), given.get("TAG", labels.tag), given.get("DEP", labels.dep))
