"""The words of the response ladder, from `lexicons/truce_steps.toml`, and the packs' own phrases beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from communique.errors import KnowledgeError
from communique.language.inflection import forms_of, verb_forms
from communique.language.lexicon_files import tables_of
from communique.language.truce.lexicon import phrases_of
from communique.language.truce.phrases import Phrase

STEPS = "truce_steps.toml"
FACTS = ("called for", "announced", "done", "ruled out")
EVERY = frozenset(FACTS)


@dataclass(frozen=True, slots=True)
class Nouns:
    """A class of things: single words, phrases by their last word, and what only the parse can tell."""

    words: frozenset[str] = frozenset()
    phrases: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    named: bool = False  # any proper name
    clause: bool = False  # "who shelled Velm"


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with the parts beside it that make it a step; None for a part that is not asked for."""

    verbs: frozenset[str]
    obj: Nouns | None
    to: Nouns | None
    subj: Nouns | None
    particle: frozenset[str]
    then: frozenset[str]  # a verb that hangs on it: "make the guard stop"
    before: frozenset[str] = frozenset()  # a word before it in the sentence, which "it" stands for
    behind: frozenset[str] = frozenset()  # a word behind it that says what it is called
    facts: frozenset[str] = EVERY
    become: str | None = None  # the fact that it is where nothing else is said
    negated: bool = False  # what is asked is that it be not done
    asks: bool = False  # the verb itself asks: "asked" is called for


@dataclass(frozen=True, slots=True)
class RungWords:
    """How texts call one step of the ladder."""

    name: str
    phrases: tuple[Phrase, ...]
    nouns: Nouns
    acts: frozenset[str]
    happens: frozenset[str]
    frames: tuple[Frame, ...]
    addressed: bool = False  # to ask it to act is the step
    within: bool = False  # also spoken "on", dealt with "in"
    facts: frozenset[str] = EVERY


@dataclass(frozen=True, slots=True)
class Opening:
    """What of a rung may begin at a word: only this is looked at there."""

    rung: RungWords
    phrases: tuple[Phrase, ...]
    frames: tuple[Frame, ...]
    noun: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """The words that make a step one that is called for, announced, ruled out, only possible or provided for."""

    calling: frozenset[str]
    announcing: frozenset[str]
    refusing: frozenset[str]
    preventing: frozenset[str]
    providing: frozenset[str]
    obliging: frozenset[str]
    coming: frozenset[str]
    possible: frozenset[str]
    unwilling: frozenset[str]


@dataclass(frozen=True, slots=True)
class NoStepWords:
    """The words by which a source rules every step out."""

    negations: frozenset[str]
    needs: frozenset[str]
    reasons: frozenset[str]
    measures: frozenset[str]
    acts: frozenset[str]
    planned: frozenset[str]
    idle: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class StepWords:
    """The ladder in words, the highest step first; `opening` gives what may begin at a word."""

    rungs: tuple[RungWords, ...]
    facts: Facts
    none: NoStepWords
    opening: Mapping[str, tuple[Opening, ...]] = field(default_factory=dict)

    def with_phrases(self, ladder: tuple[tuple[str, str], ...]) -> StepWords:
        """The same with a pack's phrases, each a (rung's name, phrase); a rung the record lacks is added below."""
        given: dict[str, list[str]] = {}
        for name, phrase in ladder:
            given.setdefault(name, []).append(phrase.casefold())
        rungs = [_extended(r, given.pop(r.name, [])) for r in self.rungs]
        rungs += [_extended(RungWords(name, (), Nouns(), frozenset(), frozenset(), ()), t) for name, t in given.items()]
        return replace(self, rungs=tuple(rungs), opening=_opening(rungs))


def _extended(rung: RungWords, phrases: list[str]) -> RungWords:
    """The rung with a pack's phrases: one that begins with a verb is the step, another is a noun of it."""
    found = phrases_of(phrases)
    verbal = {v for f in rung.frames for v in f.verbs} | rung.acts
    steps = tuple(p for p in found if p[0] in verbal)
    nouns = tuple(p for p in found if p not in steps)
    return replace(rung, phrases=rung.phrases + steps, nouns=_with(rung.nouns, nouns))


def _with(nouns: Nouns, phrases: Iterable[Phrase]) -> Nouns:
    singles = {p[0] for p in phrases if len(p) == 1}
    by_last = {last: list(found) for last, found in nouns.phrases.items()}
    for phrase in (p for p in phrases if len(p) > 1):
        by_last.setdefault(phrase[-1], []).append(phrase)
    return replace(nouns, words=nouns.words | singles, phrases={k: tuple(v) for k, v in by_last.items()})


class _Reader:
    """Reads the rows of the file, its classes put in where they are named."""

    def __init__(self, raw: Mapping[str, Any]) -> None:
        self.raw = raw

    def words(self) -> StepWords:
        rungs = tuple(self._rung(row) for row in self.raw["rung"])
        facts = {name: self._both(row) for name, row in self.raw["facts"].items()}
        none = self.raw["no_step"]
        return StepWords(
            rungs,
            Facts(**facts),
            NoStepWords(
                negations=frozenset(none["negations"]),
                needs=self.verbs(none["needs"]),
                reasons=_nouns(none["reasons"]),
                measures=_nouns(none["measures"]),
                acts=self.verbs(none["acts"]),
                planned=self.verbs(none["planned"]),
                idle=phrases_of(none["idle"]),
            ),
            _opening(rungs),
        )

    def verbs(self, listed: Iterable[str]) -> frozenset[str]:
        bases = [base for name in listed for base in self._named("verbs", name)]
        return frozenset(form for base in bases for form in verb_forms(base))

    def nouns(self, listed: Iterable[str]) -> Nouns:
        names = [name for one in listed for name in self._named("nouns", one)]
        phrases = [p for name in names if " " in name or "-" in name for p in _plural(name)]
        plain = _nouns(name for name in names if " " not in name and "-" not in name and name[0] != "@")
        deeds = self.verbs(self.raw["verbs"]["deed"]) if "@deed" in names else frozenset()
        made = Nouns(plain | deeds, named="@named" in names, clause="@clause" in names)
        return _with(made, phrases_of(phrases))

    def _named(self, kind: str, name: str) -> Iterable[str]:
        if name[0] != "@" or name in {"@named", "@clause", "@deed"}:
            return (name,)
        listed: list[str] = self.raw[kind][name[1:]]
        return listed

    def _both(self, row: Mapping[str, list[str]]) -> frozenset[str]:
        return self.verbs(row["verbs"]) | frozenset(row["words"])

    def _rung(self, row: Mapping[str, Any]) -> RungWords:
        return RungWords(
            name=row["name"],
            phrases=phrases_of(row.get("phrases", [])),
            nouns=self.nouns(row.get("nouns", [])),
            acts=self.verbs(row.get("acts", [])),
            happens=self.verbs(row.get("happens", [])),
            frames=tuple(self._frame(f) for f in row.get("frame", [])),
            addressed=row.get("addressed", False),
            within=row.get("within", False),
            facts=frozenset(row.get("facts", FACTS)),
        )

    def _frame(self, row: Mapping[str, Any]) -> Frame:
        return Frame(
            verbs=self.verbs(row["verbs"]),
            obj=self.nouns(row["obj"]) if "obj" in row else None,
            to=self.nouns(row["to"]) if "to" in row else None,
            subj=self.nouns(row["subj"]) if "subj" in row else None,
            particle=frozenset(row.get("particle", ())),
            then=self.verbs(row.get("then", ())),
            before=frozenset(row.get("before", ())),
            behind=frozenset(row.get("behind", ())),
            facts=frozenset(row.get("facts", FACTS)),
            become=row.get("become"),
            negated=row.get("negated", False),
            asks=row.get("asks", False),
        )


@cache
def step_words(ladder: tuple[tuple[str, str], ...] = ()) -> StepWords:
    """The words that come with the package and those of the packs; KnowledgeError if a list is missing."""
    raw = tables_of(STEPS)
    try:
        own = _Reader(raw).words()
    except (KeyError, TypeError) as error:
        raise KnowledgeError(f"{STEPS} does not hold what it must: {error}") from error
    return own.with_phrases(ladder) if ladder else own


def _nouns(bases: Iterable[str]) -> frozenset[str]:
    return forms_of(f"a {base}" for base in bases)


def _plural(name: str) -> tuple[str, str]:
    first, _, last = name.rpartition(" ")
    many = next((form for form in _nouns([last]) if form != last), last)
    return name, f"{first} {many}".strip()


def _opening(rungs: Iterable[RungWords]) -> dict[str, tuple[Opening, ...]]:
    found: dict[str, tuple[Opening, ...]] = {}
    for rung in rungs:
        nouns = rung.nouns.words | set(rung.nouns.phrases)
        phrases: dict[str, tuple[Phrase, ...]] = {}
        frames: dict[str, tuple[Frame, ...]] = {}
        for phrase in rung.phrases:
            phrases[phrase[0]] = (*phrases.get(phrase[0], ()), phrase)
        for frame in rung.frames:
            for verb in frame.verbs:
                frames[verb] = (*frames.get(verb, ()), frame)
        for word in {*phrases, *frames, *nouns}:
            opening = Opening(rung, phrases.get(word, ()), frames.get(word, ()), word in nouns)
            found[word] = (*found.get(word, ()), opening)
    return found
