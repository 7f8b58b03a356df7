"""The forms of a word that a lexicon gives by one: "to crash" is crash, crashes, crashed, crashing.

The parse carries no lemmas, for speed; so the lexicon's words are inflected once, when it is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.language.truce.classes import doubling_verbs, irregular_verbs

IRREGULAR, DOUBLING = irregular_verbs(), doubling_verbs()
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
            found |= {word, _with_s(word)}
        else:
            found.add(entry)
    return frozenset(found)


def verb_forms(verb: str) -> set[str]:
    """The verb's forms: "deny" gives deny, denies, denied, denying."""
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) else verb
    if verb in DOUBLING or SHORT.fullmatch(verb):
        stem = verb + verb[-1]
    past = IRREGULAR.get(verb) or (f"{verb[:-1]}ied" if _ends_in_y(verb) else f"{stem.removesuffix('e')}ed",)
    return {verb, _with_s(verb), f"{verb if _ends_in_y(verb) else stem}ing", *past}


def _with_s(word: str) -> str:
    if _ends_in_y(word):
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("s", "x", "z", "ch", "sh", "go", "do")) else f"{word}s"


def _ends_in_y(word: str) -> bool:
    return word.endswith("y") and len(word) > 1 and word[-2] not in VOWELS
