"""What a reading asks of the knowledge base about names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from communique.knowledge import Knowledge
from communique.knowledge.placename import place_key
from communique.language.figures import OfficeOf, no_office, no_offices
from communique.language.names import NameIndex, nowhere


@dataclass(frozen=True)
class Lore:
    """Names, offices people are known to have held, offices of states, where outlets are at home, places of packs."""

    names: NameIndex | None = None
    offices: Callable[[str], Sequence[str]] = no_offices
    office_of: OfficeOf = no_office
    country_of: Callable[[str], str | None] = lambda outlet: None
    is_place: Callable[[str], bool] = nowhere

    @classmethod
    def of(cls, knowledge: Knowledge) -> Lore:
        """What that knowledge base says."""
        places = {place_key(name) for place in knowledge.places for name in (place.name, *place.aliases)}

        def offices(key: str) -> tuple[str, ...]:
            official = knowledge.officials.get(key)
            return tuple(tenure.title for tenure in official.tenures) if official else ()

        def country_of(outlet: str) -> str | None:
            found = knowledge.outlets.find(outlet)
            return found.country if found else None

        return cls(
            names=knowledge.names,
            offices=offices,
            office_of=lambda country, office: knowledge.known(f"{country}:{office}"),
            country_of=country_of,
            is_place=lambda name: place_key(name) in places,
        )
