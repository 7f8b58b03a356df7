"""The words of the response ladder, from `lexicons/truce_steps.toml`, and the packs' own phrases beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from communique.errors import KnowledgeError
from communique.language.truce.lexicon import phrases_of
from communique.language.truce.phrases import Phrase

STEPS = "lexicons/truce_steps.toml"


@dataclass(frozen=True, slots=True)
class Pair:
    """A verb and an object near it that make a step together, and who takes it where only some can."""

    verbs: frozenset[str]
    objects: frozenset[str]
    by: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class RungWords:
    """How texts call one step of the ladder."""

    name: str
    phrases: tuple[Phrase, ...]
    nouns: tuple[Phrase, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """The words that make a step one that is called for, announced, ruled out, or only possible."""

    calling: frozenset[str]
    announcing: frozenset[str]
    refusing: frozenset[str]
    obliging: frozenset[str]
    coming: frozenset[str]
    possible: frozenset[str]


@dataclass(frozen=True, slots=True)
class StepWords:
    """The ladder in words, the highest step first; `opening` holds every word that a step can begin with."""

    rungs: tuple[RungWords, ...]
    facts: Facts
    acts: frozenset[str]
    meeting: frozenset[str]
    negations: frozenset[str]
    needs: frozenset[str]
    reasons: frozenset[str]
    measures: frozenset[str]
    opening: frozenset[str] = frozenset()

    def with_phrases(self, ladder: tuple[tuple[str, str], ...]) -> StepWords:
        """The same with a pack's phrases, each a (rung's name, phrase); a rung the record lacks is added below."""
        given: dict[str, list[str]] = {}
        for name, phrase in ladder:
            given.setdefault(name, []).append(phrase.casefold())
        rungs = [replace(r, nouns=(*r.nouns, *phrases_of(given.pop(r.name, [])))) for r in self.rungs]
        rungs += [RungWords(name, (), phrases_of(texts), ()) for name, texts in given.items()]
        return replace(self, rungs=tuple(rungs), opening=_opening(rungs))


@cache
def step_words(ladder: tuple[tuple[str, str], ...] = ()) -> StepWords:
    """The words that come with the package and those of the packs; KnowledgeError if a list is missing."""
    raw = tomllib.loads(files("communique.language").joinpath(STEPS).read_text(encoding="utf-8"))
    try:
        rungs = tuple(_rung(row) for row in raw["rung"])
        own = StepWords(
            rungs=rungs,
            facts=Facts(**{name: frozenset(words) for name, words in raw["facts"].items()}),
            acts=frozenset(raw["acts"]["verbs"]),
            meeting=frozenset(raw["acts"]["meeting"]),
            negations=frozenset(raw["no_step"]["negations"]),
            needs=frozenset(raw["no_step"]["needs"]),
            reasons=frozenset(raw["no_step"]["reasons"]),
            measures=frozenset(raw["no_step"]["measures"]),
            opening=_opening(rungs),
        )
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{STEPS} does not hold what it must: {error}") from error
    return own.with_phrases(ladder) if ladder else own


def _rung(row: Mapping[str, Any]) -> RungWords:
    pairs = tuple(_pair(p) for p in row.get("pair", ()))
    return RungWords(row["name"], phrases_of(row.get("phrases", [])), phrases_of(row.get("nouns", [])), pairs)


def _pair(row: Mapping[str, Any]) -> Pair:
    return Pair(frozenset(row["verbs"]), frozenset(row["objects"]), frozenset(row.get("by", ())))


def _opening(rungs: tuple[RungWords, ...] | list[RungWords]) -> frozenset[str]:
    first = {p[0] for r in rungs for p in (*r.phrases, *r.nouns) if p}
    return frozenset(first | {v for r in rungs for pair in r.pairs for v in pair.verbs})
