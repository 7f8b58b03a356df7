"""Places, from the gazetteer and the packs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from communique.domain.actor import Mention
from communique.knowledge.gazetteer import Gazetteer, GazetteerPlace
from communique.language.draft import Draft
from communique.language.figures import Appearance
from communique.language.places import find_places

MOST_COUNTRIES = 3  # how many countries a report is taken to be about


AROUND = 3  # words beside a name in which the rest of a place's name may stand
LOCATIVE = frozenset({"in", "near", "outside", "inside", "around", "on", "at", "towards", "into"})


def _where(draft: Draft, appearance: Appearance) -> bool:
    """Whether a name that only the parser calls a person or a body stands where a place does: "fell on Tel Harad"."""
    figure = draft.cast.figures[appearance.figure]
    if figure.known is not None or figure.titles or not appearance.first:
        return False
    words = draft.parse.words
    before = appearance.first - 1
    # Of a name of two words the parser often knows the second only.
    while before > 0 and words[before].pos == "PROPN" and words[before].lower not in LOCATIVE:
        before -= 1
    if before > 0 and words[before].pos == "DET":  # "at the Ondava crossing"
        before -= 1
    return words[before].lower in LOCATIVE


def _of_a_pack(draft: Draft, appearance: Appearance, names: frozenset[str]) -> bool:
    """Whether a name that only the parser takes for somebody is part of a pack's place: "the Ondava crossing"."""
    figure = draft.cast.figures[appearance.figure]
    if figure.known is not None or figure.titles:
        return False
    words = draft.parse.words
    return any(
        " ".join(word.lower for word in words[first : last + 1]) in names
        for first in range(max(0, appearance.first - AROUND), appearance.first + 1)
        for last in range(appearance.last, min(len(words), appearance.last + AROUND + 1))
    )


@dataclass(frozen=True)
class PlaceStage:
    """Gives the places; names of people and organisations are left alone."""

    gazetteer: Gazetteer
    extra: tuple[GazetteerPlace, ...] = ()
    name: str = "places@1"
    needs: frozenset[str] = frozenset({"parse", "cast"})
    gives: frozenset[str] = frozenset({"places", "place_mentions"})

    def __call__(self, draft: Draft) -> Draft:
        parse, cast = draft.parse, draft.cast
        packed = frozenset(name.lower() for place in self.extra for name in place.names)
        taken = [
            (parse.words[a.first].start, parse.words[a.last].end)
            for a in cast.appearances
            if a.kind not in {"government", "pronoun", "description"}
            and not _where(draft, a)
            and not _of_a_pack(draft, a, packed)
        ]
        named = Counter(f.country for a in cast.appearances if (f := cast.figures[a.figure]).country)
        places, mentions = find_places(
            draft.report.text,
            parse.words,
            gazetteer=self.gazetteer,
            context_countries=[country for country, _ in named.most_common(MOST_COUNTRIES) if country],
            extra=self.extra,
            taken=taken,
        )
        found = tuple(Mention("", m.span, "place", m.made, place=m.place, reason=m.reason) for m in mentions)
        return replace(draft, places=places, place_mentions=found)
