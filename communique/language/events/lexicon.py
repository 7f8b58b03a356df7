"""The words that tell of events, from `lexicons/events.toml`, whose head explains how a pattern is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from communique.errors import SettingsError
from communique.language.events.stems import stem
from communique.language.events.types import QUADS
from communique.language.inflection import noun_forms, verb_forms
from communique.language.lexicon_files import tables_of

Words = frozenset[str]
_MARKS = {">", "<", "!"}
_AS_THEY_STAND = frozenset({"arms", "named"})
"""Their stems are other words' stems too: "arms" is not "armed"."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which a word tells of an event: what must stand beside it, and what must not. Words are stems."""

    word: str
    type: str
    mode: str | None
    beside: tuple[str, ...] = ()  # particles and prepositions, as they stand
    objects: Words = frozenset()
    subjects: Words = frozenset()
    never: Words = frozenset()

    @property
    def asks(self) -> int:
        """How much the pattern asks for: the one that asks for more is surer."""
        return len(self.beside) + bool(self.objects) + bool(self.subjects)


@dataclass(frozen=True, slots=True)
class EventWords:
    """The patterns by the form under which their word may stand in a text; those that ask for more come first."""

    verbs: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[str, tuple[Pattern, ...]]
    adjectives: Mapping[str, tuple[Pattern, ...]]
    modes: Mapping[str, tuple[tuple[str, Words], ...]]  # by type: a mode and the stems of words that tell it
    actors: Words  # nouns for people and bodies, as they stand
    gifts: Words  # nouns for goods and money


@cache
def event_words() -> EventWords:
    """The lexicon that comes with the package; SettingsError where a pattern of it is not well formed."""
    raw = tables_of("events.toml")
    classes = {name: words.split() for name, words in raw.pop("classes").items()}
    modes = {kind: tuple(_modes(listed)) for kind, listed in raw.pop("modes").items()}
    found: dict[str, list[Pattern]] = {"verbs": [], "nouns": [], "adjectives": []}
    for kind, lists in raw.items():
        if kind not in QUADS:
            raise SettingsError(f"events.toml has a section {kind!r}; a section is one of {', '.join(QUADS)}.")
        for part, text in lists.items():
            found[part] += [_pattern(kind, entry, classes) for entry in text.split(";") if entry.strip()]
    return EventWords(
        verbs=_by_form(found["verbs"], verb_forms),
        nouns=_by_form(found["nouns"], noun_forms),
        adjectives=_by_form(found["adjectives"], lambda word: frozenset({word})),
        modes=modes,
        actors=frozenset(classes["actor"]),
        gifts=frozenset(classes["goods"]) | frozenset(classes["money"]),
    )


def _modes(listed: Mapping[str, str]) -> Iterator[tuple[str, Words]]:
    for mode, words in listed.items():
        yield mode, frozenset(map(stem, words.split()))


def _by_form(patterns: list[Pattern], forms: Callable[[str], Words]) -> dict[str, tuple[Pattern, ...]]:
    by_form: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        for form in forms(pattern.word):
            by_form.setdefault(form, []).append(pattern)
    return {form: tuple(sorted(listed, key=lambda p: -p.asks)) for form, listed in by_form.items()}


def _pattern(kind: str, entry: str, classes: Mapping[str, list[str]]) -> Pattern:
    body, _, mode = entry.partition(" = ")
    mode, _, more = mode.strip().partition(" ")
    tokens = f"{body} {more}".split()
    word, *beside = tokens[0].split("+")
    sides: dict[str, set[str]] = {mark: set() for mark in _MARKS}
    mark = ""
    for token in tokens[1:]:
        if token in _MARKS:
            mark = token
            continue
        if not mark:
            raise SettingsError(f"events.toml: {entry.strip()!r} has {token!r} without >, < or ! before it.")
        sides[mark] |= set(_stems(token, classes, entry))
    return Pattern(
        word,
        kind,
        mode or None,
        tuple(b for b in beside if b),
        *(frozenset(sides[m]) for m in (">", "<", "!")),
    )


def _stems(token: str, classes: Mapping[str, list[str]], entry: str) -> Iterator[str]:
    if not token.startswith("@"):
        yield token if token in _AS_THEY_STAND or token[0] == "*" else stem(token)
        return
    if token[1:] not in classes:
        raise SettingsError(f"events.toml: {entry.strip()!r} names the list {token!r}, which [classes] has not.")
    for word in classes[token[1:]]:
        yield word if word in _AS_THEY_STAND else stem(word)
