"""The words of truce claims and of violations, from `lexicons/truce.toml` and `lexicons/truce_violations.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from communique.errors import KnowledgeError
from communique.language.inflection import forms_of
from communique.language.lexicon_files import tables_of
from communique.language.truce.phrases import Phrase, Phrasebook

TRUCE = "truce.toml"
VIOLATIONS = "truce_violations.toml"


@dataclass(frozen=True, slots=True)
class Breach:
    """A breach that is no attack: a verb with an object, and where given one word of `also`.

    An `unmet` one is something not done: "has not handed over the maps". `nouns` tell it: "the seizure of a post".
    """

    type: str
    verbs: frozenset[str]
    objects: frozenset[str]
    also: frozenset[str] = frozenset()
    unmet: bool = False
    nouns: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Idiom:
    """Harm told by a verb with what it takes: "lost their lives". `harm` is "killing" or "injuring"."""

    harm: str
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
    accidents: frozenset[str]
    stories: frozenset[str]


@dataclass(frozen=True, slots=True)
class Denial:
    """The words by which a claim is denied, or said to be without confirmation."""

    denying: frozenset[str]
    dismissing: frozenset[str]
    allegations: frozenset[str]
    confirming: frozenset[str]
    unable: frozenset[str]
    unconfirmed: frozenset[str]
    evidence: frozenset[str]


@dataclass(frozen=True, slots=True)
class ViolationWords:
    """Sets of lower-case forms; what each is for stands beside it in the file."""

    strong: frozenset[str]
    weak: frozenset[str]
    loose: frozenset[str]
    hitting: frozenset[str]
    attacks: frozenset[str]
    needing: frozenset[str]
    munitions: frozenset[str]
    killing: frozenset[str]
    injuring: frozenset[str]
    casualties: frozenset[str]
    idioms: tuple[Idiom, ...]
    idiomatic: frozenset[str]  # every verb of the idioms
    particles: Mapping[str, str]  # "picked off": the harm it tells of
    breaches: tuple[Breach, ...]
    breaching: Mapping[str, tuple[int, ...]]  # by each verb and noun the places of its breaches
    targets: tuple[tuple[str, frozenset[str]], ...]
    deeds: Mapping[str, str]
    kinds: tuple[Kind, ...]
    by_kind: Phrasebook  # the words of the kinds, ranked as they are
    doing: frozenset[str]  # every verb of an attack, of harm or of a breach
    unreal: Unreal
    nobody: frozenset[str]
    parties: frozenset[str]
    persons: frozenset[str]
    things: frozenset[str]
    counted: Mapping[str, str]
    place_nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class TruceWords:
    """The words of truce claims; a status comes with its phrases, the first that fits wins."""

    alone: Phrasebook
    bound: frozenset[str]
    loose: frozenset[str]
    statuses: tuple[str, ...]  # by rank
    states: Phrasebook
    units: Mapping[str, str]
    recording: frozenset[str]
    no_place: frozenset[str]
    wishes: frozenset[str]
    denial: Denial


@cache
def violation_words() -> ViolationWords:
    """The words of violations that come with the package; KnowledgeError if a list is missing."""
    raw = tables_of(VIOLATIONS)
    try:
        return ViolationWords(
            strong=forms_of(raw["verbs"]["strong"]),
            weak=forms_of(raw["verbs"]["weak"]),
            loose=forms_of(raw["verbs"]["loose"]),
            hitting=forms_of(raw["verbs"]["hitting"]),
            attacks=forms_of(raw["nouns"]["attack"]),
            needing=forms_of(raw["nouns"]["needing"]),
            munitions=forms_of(raw["nouns"]["munitions"]),
            killing=forms_of(raw["harm"]["killing"]),
            injuring=forms_of(raw["harm"]["injuring"]),
            casualties=frozenset(raw["harm"]["casualties"]),
            idioms=(
                idioms := tuple(
                    Idiom(row["harm"], forms_of(row["verbs"]), frozenset(row["objects"])) for row in raw["idiom"]
                )
            ),
            idiomatic=frozenset(verb for idiom in idioms for verb in idiom.verbs),
            particles={phrase: harm for harm, phrases in raw["particles"].items() for phrase in phrases},
            breaches=(breaches := tuple(_breach(row) for row in raw["breach"])),
            breaching=_by_word(breaches),
            doing=(
                forms_of(raw["verbs"]["strong"] + raw["verbs"]["weak"] + raw["verbs"]["loose"])
                | frozenset(verb for breach in breaches for verb in breach.verbs)
                | frozenset(verb for idiom in idioms for verb in idiom.verbs)
                | forms_of(raw["harm"]["killing"] + raw["harm"]["injuring"])
            )
            - forms_of(raw["verbs"]["speaking"]),
            targets=tuple((row["type"], frozenset(row["words"])) for row in raw["target"]),
            deeds={verb: row["type"] for row in raw["deed"] for verb in row["verbs"]},
            kinds=tuple(Kind(k["type"], phrases_of(k["words"]), phrases_of(k["weapon"])) for k in raw["kind"]),
            by_kind=Phrasebook.of(phrases_of(k["words"]) for k in raw["kind"]),
            unreal=Unreal(**{name: frozenset(words) for name, words in raw["unreal"].items()}),
            nobody=frozenset(raw["people"]["nobody"]),
            parties=forms_of(raw["people"]["parties"]) | frozenset(raw["people"]["persons"]),
            persons=frozenset(raw["people"]["persons"]),
            things=frozenset(raw["people"]["things"]),
            counted={form: unit for unit, forms in raw["counted"].items() for form in forms},
            place_nouns=frozenset(raw["place"]["nouns"]),
        )
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{VIOLATIONS} does not hold what it must: {error}") from error


@cache
def truce_words() -> TruceWords:
    """The words of truce claims that come with the package; KnowledgeError if a list is missing."""
    raw = tables_of(TRUCE)
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
            no_place=frozenset(raw["scope"]["no_place"]),
            wishes=frozenset(raw["wishes"]["verbs"]),
            denial=Denial(**{name: frozenset(words) for name, words in raw["polarity"].items()}),
        )
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{TRUCE} does not hold what it must: {error}") from error


def _breach(row: Mapping[str, Any]) -> Breach:
    also, unmet = frozenset(row.get("also", ())), bool(row.get("unmet", False))
    nouns = frozenset(row.get("nouns", ()))
    return Breach(row["type"], forms_of(row["verbs"]), forms_of(row["objects"]), also, unmet, nouns)


def _by_word(breaches: Sequence[Breach]) -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for place, breach in enumerate(breaches):
        for word in breach.verbs | breach.nouns:
            found.setdefault(word, []).append(place)
    return {word: tuple(places) for word, places in found.items()}


def phrases_of(texts: list[str]) -> tuple[Phrase, ...]:
    # A hyphen is a token of its own in a parse: "cease-fire" is three words there.
    return tuple(tuple(text.replace("-", " - ").split()) for text in texts)
