"""The forms of the verbs and nouns of a lexicon: the reading has no lemmas, for speed, so every form is looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from communique.language.lexicon_files import tables_of

VOWELS = "aeiou"
SHORT = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")  # "spot", "gun": one vowel, one consonant, which doubles


def forms_of(entries: Iterable[str]) -> frozenset[str]:
    """Every form of the entries: "to hit" gives a verb's, "a shell" a noun's two; any other entry stands for itself."""
    found: set[str] = set()
    for entry in entries:
        kind, _, word = entry.partition(" ")
        if kind == "to" and word:
            found |= verb_forms(word)
        elif kind in {"a", "an"} and word:
            found |= noun_forms(word)
        else:
            found.add(entry)
    return frozenset(found)


def verb_forms(verb: str) -> frozenset[str]:
    """The verb's forms: "deny" gives deny, denies, denied, denying."""
    stems = _stems(verb)
    past = _irregular().get(verb) or [
        f"{verb[:-1]}ied" if _ends_in_y(verb) else f"{s.removesuffix('e')}ed" for s in stems
    ]
    going = [verb] if _ends_in_y(verb) else [f"{verb[:-2]}y"] if verb.endswith("ie") else stems
    return frozenset({verb, _with_s(verb), *(f"{stem}ing" for stem in going), *past})


def noun_forms(noun: str) -> frozenset[str]:
    """The noun and its plural."""
    return frozenset({noun, _with_s(noun)})


def _stems(verb: str) -> list[str]:
    """What -ed and -ing are added to: both spellings of "travelled" and "traveled"."""
    if verb in _doubling() or SHORT.fullmatch(verb):
        return [verb + verb[-1]]
    if verb.endswith(("el", "al", "il")) and verb[-3:-2] not in VOWELS:
        return [verb, f"{verb}l"]
    return [verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) else verb]


def _with_s(word: str) -> str:
    if _ends_in_y(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh", "go", "do", "ho", "to")) else f"{word}s"


def _ends_in_y(word: str) -> bool:
    return word.endswith("y") and len(word) > 1 and word[-2] not in VOWELS


def _irregular() -> Mapping[str, list[str]]:
    found: Mapping[str, list[str]] = _raw()["irregular"]
    return found


@cache
def _doubling() -> frozenset[str]:
    return frozenset(_raw()["doubling"]["verbs"])


@cache
def _raw() -> dict[str, Any]:
    return tables_of("verbs.toml")
