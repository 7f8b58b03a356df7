"""Which type of violation a row tells of, by the rules of its shape."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fnmatch import translate
from functools import lru_cache
from types import MappingProxyType

from communique.ingest.incidents.shape import TELLING, Kind
from communique.knowledge.violations import TYPES, full_type
from communique.knowledge.violations import is_type as is_violation

# Beside the types of violations: what is said to be none, and what nobody says more of.
LEVELS = (*TYPES, "expressly no violation")
OPEN = ("unspecified", "unclear")
SPELT = {
    **{kind: kind for kind in (*OPEN, *LEVELS)},
    **{f"{first}/{second}".casefold(): f"{first}/{second}" for first in TYPES for second in TYPES[first]},
}
UNCLEAR = Kind("unclear")


def is_type(text: str) -> bool:
    """Whether the text is a type of the record: "fire/mortar", "expressly no violation/exercise", "unspecified"."""
    return text in OPEN or text.partition("/")[0] == LEVELS[-1] or (is_violation(text) and full_type(text) == text)


class Kinds:
    """The rules of a shape, ready to be asked."""

    def __init__(self, rules: Sequence[Kind], words: Mapping[str, str] = MappingProxyType({})) -> None:
        """`words` are the table's own words for types, in small letters, with what they mean."""
        looked_at = {"type", *(field for rule in rules for field, _ in rule.when)}
        self.fields = tuple(field for field in TELLING if field in looked_at)
        self._rules = [
            (rule, [(self.fields.index(field), _any(patterns)) for field, patterns in rule.when]) for rule in rules
        ]
        self._words = words
        # A table of a hundred thousand rows has some hundred combinations of words.
        self.of = lru_cache(maxsize=10_000)(self._of)

    def _of(self, told: tuple[str, ...]) -> Kind:
        """The first rule that fits the words in `fields`, in their order, in whatever case; else the type named."""
        words = [" ".join(word[:2_000].casefold().split()) for word in told]
        for rule, wanted in self._rules:
            if all(pattern.fullmatch(words[at]) for at, pattern in wanted):
                return rule
        named = SPELT.get(words[0], self._words.get(words[0], ""))
        return Kind(named) if is_type(named) else UNCLEAR


def _any(patterns: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{translate(pattern.casefold())})" for pattern in patterns))


def fitting(patterns: Sequence[str]) -> re.Pattern[str]:
    """One expression that fits what any of the patterns fits; nothing, if there are none."""
    return _any(patterns) if patterns else re.compile(r"(?!)")
