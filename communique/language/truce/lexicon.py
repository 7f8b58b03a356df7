"""The words of truce claims and of violations, from `lexicons/truce.toml` and `lexicons/truce_violations.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from communique.errors import KnowledgeError
from communique.language.truce.phrases import Phrase, Phrasebook

TRUCE = "lexicons/truce.toml"
VIOLATIONS = "lexicons/truce_violations.toml"


@dataclass(frozen=True, slots=True)
class Breach:
    """A breach that is no attack: a verb with an object, and where given one word of `also`.

    An `unmet` one is something not done: "has not handed over the maps".
    """

    type: str
    verbs: frozenset[str]
    objects: frozenset[str]
    also: frozenset[str] = frozenset()
    unmet: bool = False


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
class Denial:
    """The words by which a claim is denied, or said to be without confirmation."""

    denying: frozenset[str]
    dismissing: frozenset[str]
    allegations: frozenset[str]
    confirming: frozenset[str]
    unable: frozenset[str]
    unconfirmed: frozenset[str]


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
    breaching: frozenset[str]  # every verb of the breaches
    targets: tuple[tuple[str, frozenset[str]], ...]
    deeds: Mapping[str, str]
    kinds: tuple[Kind, ...]
    unreal: Unreal
    nobody: frozenset[str]
    parties: frozenset[str]
    things: frozenset[str]
    counted: Mapping[str, str]
    place_nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class TruceWords:
    """The words of truce claims; a status or a severity comes with its phrases, the first that fits wins."""

    alone: Phrasebook
    bound: frozenset[str]
    loose: frozenset[str]
    statuses: tuple[str, ...]  # by rank
    states: Phrasebook
    units: Mapping[str, str]
    recording: frozenset[str]
    severities: tuple[tuple[str, tuple[Phrase, ...]], ...]
    no_place: frozenset[str]
    wishes: frozenset[str]
    denial: Denial


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
            breaches=tuple(_breach(row) for row in raw["breach"]),
            breaching=frozenset(verb for row in raw["breach"] for verb in row["verbs"]),
            targets=tuple((row["type"], frozenset(row["words"])) for row in raw["target"]),
            deeds={verb: row["type"] for row in raw["deed"] for verb in row["verbs"]},
            kinds=tuple(Kind(k["type"], phrases_of(k["words"]), phrases_of(k["weapon"])) for k in raw["kind"]),
            unreal=Unreal(**{name: frozenset(words) for name, words in raw["unreal"].items()}),
            nobody=frozenset(raw["people"]["nobody"]),
            parties=frozenset(raw["people"]["parties"]),
            things=frozenset(raw["people"]["things"]),
            counted={form: unit for unit, forms in raw["counted"].items() for form in forms},
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
            alone=Phrasebook.of([phrases_of(raw["about"]["alone"])]),
            bound=frozenset(raw["about"]["bound"]),
            loose=frozenset(raw["about"]["loose"]),
            statuses=tuple(row["name"] for row in raw["status"]),
            states=Phrasebook.of(phrases_of(row["words"]) for row in raw["status"]),
            units={form: unit for unit, forms in counts.items() for form in forms},
            recording=recording,
            severities=tuple((name, phrases_of(words)) for name, words in raw["severity"].items()),
            no_place=frozenset(raw["scope"]["no_place"]),
            wishes=frozenset(raw["wishes"]["verbs"]),
            denial=Denial(**{name: frozenset(words) for name, words in raw["polarity"].items()}),
        )
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{TRUCE} does not hold what it must: {error}") from error


def _breach(row: Mapping[str, Any]) -> Breach:
    also, unmet = frozenset(row.get("also", ())), bool(row.get("unmet", False))
    return Breach(row["type"], frozenset(row["verbs"]), frozenset(row["objects"]), also, unmet)


def _raw(name: str) -> dict[str, Any]:
    return tomllib.loads(files("communique.language").joinpath(name).read_text(encoding="utf-8"))


def phrases_of(texts: list[str]) -> tuple[Phrase, ...]:
    # A hyphen is a token of its own in a parse: "cease-fire" is three words there.
    return tuple(tuple(text.replace("-", " - ").split()) for text in texts)
