"""Cue verbs: the words by which a report says that somebody said something, and the stance each gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from communique.language.lexicon_files import tables_of
from communique.language.words import Word

Takes = Literal["clause", "noun", "any"]


@dataclass(frozen=True, slots=True)
class Cue:
    """One reading of a cue verb: what it takes as content and the stance of the statement it makes."""

    lemma: str
    particle: str | None
    stance: str
    takes: Takes


@dataclass(frozen=True)
class CueLexicon:
    """Cues by inflected form."""

    by_form: Mapping[str, tuple[Cue, ...]]

    def at(self, words: Sequence[Word], i: int) -> tuple[Cue, ...]:
        """The readings the word `i` may have, those with a particle first; none where it is no cue."""
        cues = self.by_form.get(words[i].lower, ())
        after = words[i + 1].lower if i + 1 < len(words) else ""
        fitting = [c for c in cues if c.particle is None or c.particle == after]
        return tuple(sorted(fitting, key=lambda c: c.particle is None))

    def stance(self, form: str, after: str = "") -> str | None:
        """The stance of a cue written `form` and followed by `after`; None where it is no cue."""
        cues = self.by_form.get(form.lower(), ())
        for cue in cues:
            if cue.particle == after.lower():
                return cue.stance
        plain = [c.stance for c in cues if c.particle is None]
        return plain[0] if plain else None


@cache
def load_cues() -> CueLexicon:
    """The lexicon that comes with the package."""
    raw = tables_of("cues.toml")
    by_form: dict[str, list[Cue]] = {}
    for entry in raw["cue"]:
        cue = Cue(entry["lemma"], entry.get("particle"), entry["stance"], entry["takes"])
        for form in entry["forms"]:
            by_form.setdefault(form, []).append(cue)
    return CueLexicon({form: tuple(cues) for form, cues in by_form.items()})
