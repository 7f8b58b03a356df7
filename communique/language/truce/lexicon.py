"""The words of truce claims and of violations, from `lexicons/truce.toml` and `lexicons/truce_violations.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from communique.errors import KnowledgeError

TRUCE = "lexicons/truce.toml"
VIOLATIONS = "lexicons/truce_violations.toml"
Phrase = tuple[str, ...]  # words side by side, lower case


@dataclass(frozen=True, slots=True)
class Breach:
    """A breach that is no attack: a verb with an object."""

    type: str
    verbs: frozenset[str]
    objects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of attack, the phrases that tell of it and those that name its weapon."""

    type: str
    words: tuple[Phrase, ...]
    weapon: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Unreal:
    """The words that make an attack wanted, planned or possible."""

    modals: frozenset[str]
    governors: frozenset[str]
    if_words: frozenset[str]
    innocent: frozenset[str]
    totals: frozenset[str]


@dataclass(frozen=True, slots=True)
class ViolationWords:
    """Sets of lower-case forms; what each is for stands beside it in the file."""

    strong: frozenset[str]
    weak: frozenset[str]
    hitting: frozenset[str]
    attacks: frozenset[str]
    needing: frozenset[str]
    munitions: frozenset[str]
    killing: frozenset[str]
    injuring: frozenset[str]
    casualties: frozenset[str]
    breaches: tuple[Breach, ...]
    kinds: tuple[Kind, ...]
    unreal: Unreal
    nobody: frozenset[str]
    things: frozenset[str]
    place_nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class TruceWords:
    """The words of truce claims; a status, a severity or a rung comes with its phrases, the first that fits wins."""

    alone: tuple[Phrase, ...]
    bound: frozenset[str]
    statuses: tuple[tuple[str, tuple[Phrase, ...]], ...]
    units: Mapping[str, str]
    recording: frozenset[str]
    severities: tuple[tuple[str, tuple[Phrase, ...]], ...]
    rungs: tuple[tuple[str, tuple[Phrase, ...]], ...]
    negations: frozenset[str]
    needs: frozenset[str]
    no_place: frozenset[str]
    wishes: frozenset[str]


@cache
def violation_words() -> ViolationWords:
    """The words of violations that come with the package; KnowledgeError if a list is missing."""
    raw = _raw(VIOLATIONS)
    try:
        return ViolationWords(
            strong=frozenset(raw["verbs"]["strong"]),
            weak=frozenset(raw["verbs"]["weak"]),
            hitting=frozenset(raw["verbs"]["hitting"]),
            attacks=frozenset(raw["nouns"]["attack"]),
            needing=frozenset(raw["nouns"]["needing"]),
            munitions=frozenset(raw["nouns"]["munitions"]),
            killing=frozenset(raw["harm"]["killing"]),
            injuring=frozenset(raw["harm"]["injuring"]),
            casualties=frozenset(raw["harm"]["casualties"]),
            breaches=tuple(Breach(b["type"], frozenset(b["verbs"]), frozenset(b["objects"])) for b in raw["breach"]),
            kinds=tuple(Kind(k["type"], _phrases(k["words"]), _phrases(k["weapon"])) for k in raw["kind"]),
            unreal=Unreal(**{name: frozenset(words) for name, words in raw["unreal"].items()}),
            nobody=frozenset(raw["people"]["nobody"]),
            things=frozenset(raw["people"]["things"]),
            place_nouns=frozenset(raw["place"]["nouns"]),
        )
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{VIOLATIONS} does not hold what it must: {error}") from error


@cache
def truce_words() -> TruceWords:
    """The words of truce claims that come with the package; KnowledgeError if a list is missing."""
    raw = _raw(TRUCE)
    try:
        counts = dict(raw["counts"])
        recording = frozenset(counts.pop("recording"))
        return TruceWords(
            alone=_phrases(raw["about"]["alone"]),
            bound=frozenset(raw["about"]["bound"]),
            statuses=tuple((row["name"], _phrases(row["words"])) for row in raw["status"]),
            units={form: unit for unit, forms in counts.items() for form in forms},
            recording=recording,
            severities=tuple((name, _phrases(words)) for name, words in raw["severity"].items()),
            rungs=tuple((row["name"], _phrases(row["phrases"])) for row in raw["rung"]),
            negations=frozenset(raw["no_step"]["negations"]),
            needs=frozenset(raw["no_step"]["needs"]),
            no_place=frozenset(raw["scope"]["no_place"]),
            wishes=frozenset(raw["wishes"]["verbs"]),
        )
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{TRUCE} does not hold what it must: {error}") from error


def _raw(name: str) -> dict[str, Any]:
    return tomllib.loads(files("communique.language").joinpath(name).read_text(encoding="utf-8"))


def _phrases(texts: list[str]) -> tuple[Phrase, ...]:
    # A hyphen is a token of its own in a parse: "cease-fire" is three words there.
    return tuple(tuple(text.replace("-", " - ").split()) for text in texts)
