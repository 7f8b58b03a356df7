"""Places, from the gazetteer and the packs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from communique.domain.actor import Mention
from communique.knowledge.gazetteer import Gazetteer, GazetteerPlace
from communique.language.draft import Draft
from communique.language.places import find_places

MOST_COUNTRIES = 3  # how many countries a report is taken to be about


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
        taken = [
            (parse.words[a.first].start, parse.words[a.last].end)
            for a in cast.appearances
            if a.kind not in {"government", "pronoun", "description"}
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
